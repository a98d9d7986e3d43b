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
import java.util.Optional;
import java.util.stream.Stream;

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

  public void withdraw() {
    if (messages.tried(() -> applications.withdraw(user.caller(), getWaitingId()))) messages.done("roster.applications.withdrawn");
  }

  public List<LecturerApplications.Row> getApplications() {
    return applications.mine(user.caller());
  }

  /** The one that waits for a decision; 0 where none does. */
  public long getWaitingId() {
    return waiting().map(LecturerApplications.Row::id).orElse(0L);
  }

  /** Made by oneself; a unit's recommendation is the unit's to change. */
  public boolean isWaitingOwn() {
    return waiting().map(one -> one.kind() == LecturerApplication.Kind.APPLIED).orElse(false);
  }

  private Optional<LecturerApplications.Row> waiting() {
    return getApplications().stream().filter(one -> one.state() == LecturerApplication.State.SUBMITTED).findFirst();
  }

  public List<LecturerCards.Talk> getComing() {
    return talks().filter(one -> one.state() == Lecture.State.PLANNED).sorted(Comparator.comparing(LecturerCards.Talk::from)).toList();
  }

  public List<LecturerCards.Talk> getPast() {
    return talks().filter(one -> one.state() != Lecture.State.PLANNED).toList();
  }

  private Stream<LecturerCards.Talk> talks() {
    return card == null ? Stream.empty() : card.talks().stream();
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
