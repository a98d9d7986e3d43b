package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Enrolling;
import cn.lianbing.enrolment.Enrolment;
import cn.lianbing.enrolment.Enrolments;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/** The part of an officer's session page where the own enrolment is made and cancelled. */
@Named
@RequestScoped
public class EnrolmentPage {
  @Inject Enrolling enrolling;
  @Inject Enrolments enrolments;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private Enrolments.Own own;

  public Enrolments.Own own(long sessionId) {
    if (own == null) own = enrolments.own(caller(), sessionId, clock.instant());
    return own;
  }

  public void enrol(long sessionId) {
    Enrolling.Outcome[] outcome = new Enrolling.Outcome[1];
    own = null;
    if (!messages.tried(() -> outcome[0] = enrolling.enrolSelf(caller(), sessionId))) return;
    if (outcome[0].state() == Enrolment.State.ENROLLED) messages.done("enrolment.done.enrolled");
    else messages.done("enrolment.done.waiting", outcome[0].position());
  }

  public void cancel(long sessionId) {
    Long mine = enrolments.own(caller(), sessionId, clock.instant()).enrolmentId();
    own = null;
    if (mine != null && messages.tried(() -> enrolling.cancel(caller(), sessionId, mine, null))) messages.done("enrolment.done.cancelled");
  }

  /** Whether it can still be cancelled here. */
  public boolean cancellable(long sessionId) {
    return own(sessionId).enrolmentId() != null && clock.instant().isBefore(own(sessionId).cancelUntil());
  }

  /** On an officer's page a trainer is an officer like any other. */
  private Caller caller() {
    return user.caller().only("OFFICER");
  }
}
