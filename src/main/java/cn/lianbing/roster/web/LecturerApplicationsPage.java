package cn.lianbing.roster.web;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.LecturerApplication;
import cn.lianbing.roster.LecturerApplications;
import cn.lianbing.roster.RosterKeeping;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** Applications and recommendations: the desk decides, a unit's administrator recommends. */
@Named
@ViewScoped
public class LecturerApplicationsPage implements Serializable {
  private static final int LISTED = 100;
  private static final long serialVersionUID = 1L;
  @Inject LecturerApplications applications;
  @Inject OfficerChoicePage choice;
  @Inject LetterNumbers numbers;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private LecturerApplication.State state;
  private LecturerApplications.Row open;
  private TermForm term;
  private String reason;
  private boolean recommending;
  private boolean outside;
  private String grounds;
  private LecturerForm form = new LecturerForm();

  public List<LecturerApplications.Row> getRows() {
    return applications.page(user.caller(), state, new Page.Request(1, LISTED)).items();
  }

  public void decide(LecturerApplications.Row row) {
    open = row;
    reason = null;
    term = new TermForm(numbers.next(), Appointment.Source.OWN, clock.instant().atZone(Times.ZONE).toLocalDate());
  }

  public void approve() {
    if (messages.tried(() -> applications.approve(user.caller(), open.id(), term.term()))) {
      messages.done("roster.applications.approved", open.name());
      open = null;
    }
  }

  public void refuse() {
    if (messages.tried(() -> applications.refuse(user.caller(), open.id(), reason))) {
      messages.done("roster.applications.refused", open.name());
      open = null;
    }
  }

  public void close() {
    open = null;
  }

  public void withdraw(long id) {
    if (messages.tried(() -> applications.withdraw(user.caller(), id))) messages.done("roster.applications.withdrawn");
  }

  public void begin() {
    recommending = true;
  }

  public void end() {
    recommending = false;
  }

  public void recommend() {
    boolean sent = messages.tried(() -> {
      if (!outside && choice.getChosen() == null) throw Invalid.field("officer", "required");
      applications.recommend(user.caller(), outside ? null : choice.getChosen(), form.data(), grounds);
    });
    if (!sent) return;
    recommending = false;
    form = new LecturerForm();
    grounds = null;
    messages.done("roster.applications.sent");
  }

  /** Only whoever decides; an auditor or a unit's administrator reads. */
  public boolean isKeeper() {
    return RosterKeeping.keeps(user.caller());
  }

  public boolean isRecommender() {
    return user.caller().hasAny("UNIT_ADMIN", "TRAINER");
  }

  public LecturerApplication.State[] getStates() {
    return LecturerApplication.State.values();
  }

  public LecturerApplications.Row getOpen() {
    return open;
  }

  public TermForm getTerm() {
    return term;
  }

  public boolean isRecommending() {
    return recommending;
  }

  public LecturerForm getForm() {
    return form;
  }

  public LecturerApplication.State getState() {
    return state;
  }

  public void setState(LecturerApplication.State state) {
    this.state = state;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isOutside() {
    return outside;
  }

  public void setOutside(boolean outside) {
    this.outside = outside;
  }

  public String getGrounds() {
    return grounds;
  }

  public void setGrounds(String grounds) {
    this.grounds = grounds;
  }
}
