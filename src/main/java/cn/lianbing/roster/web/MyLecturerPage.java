package cn.lianbing.roster.web;

import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.roster.LecturerApplication;
import cn.lianbing.roster.LecturerApplications;
import cn.lianbing.roster.LecturerCards;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.roster.Lecture;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** A lecturer's own page; for others, what is to be done to become one. */
@Named
@ViewScoped
public class MyLecturerPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Lecturers lecturers;
  @Inject LecturerCards cards;
  @Inject LecturerApplications applications;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private LecturerCards.Card card;
  private LecturerForm form = new LecturerForm();
  private String grounds;

  public void load() {
    Long officer = user.caller().officerId();
    if (officer != null) lecturers.ofOfficer(officer).ifPresent(id -> card = cards.of(user.caller(), id));
  }

  public String apply() {
    if (!messages.tried(() -> applications.apply(user.caller(), form.data(), grounds))) return null;
    messages.done("roster.applications.sent");
    return "/officer/roster/apply.xhtml?faces-redirect=true";
  }

  public void withdraw(long id) {
    if (messages.tried(() -> applications.withdraw(user.caller(), id))) messages.done("roster.applications.withdrawn");
  }

  public List<LecturerApplications.Row> getApplications() {
    return applications.mine(user.caller());
  }

  public boolean isWaiting() {
    return getApplications().stream().anyMatch(one -> one.state() == LecturerApplication.State.SUBMITTED);
  }

  public List<LecturerCards.Talk> getComing() {
    return card.talks().stream().filter(one -> one.state() == Lecture.State.PLANNED).sorted(Comparator.comparing(LecturerCards.Talk::from)).toList();
  }

  public List<LecturerCards.Talk> getPast() {
    return card.talks().stream().filter(one -> one.state() != Lecture.State.PLANNED).toList();
  }

  public Long getId() {
    return card == null ? null : card.row().id();
  }

  public LecturerCards.Card getCard() {
    return card;
  }

  public LecturerForm getForm() {
    return form;
  }

  public String getGrounds() {
    return grounds;
  }

  public void setGrounds(String grounds) {
    this.grounds = grounds;
  }
}
