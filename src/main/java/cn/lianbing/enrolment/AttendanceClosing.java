package cn.lianbing.enrolment;

import cn.lianbing.credit.Booking;
import cn.lianbing.credit.CreditLedger;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.credit.Origin;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Refused;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.training.SessionHolding;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closing a session's attendance: from then on it was held, and hours are booked; for whoever was there by the minutes attended, for
 * lecturers of the house by the scheduled length. A correction takes back what was booked and books anew.
 */
@ApplicationScoped
@Transactional
public class AttendanceClosing {
  @Inject Gatherings gatherings;
  @Inject Attendances attendances;
  @Inject CreditLedger ledger;
  @Inject Officers officers;
  @Inject CreditRules rules;
  @Inject SessionHolding holding;
  @Inject TrainingSessions sessions;
  @Inject Lecturers roster;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Enrolled officers of whom nothing is recorded must be settled first. @throws Refused attendance-incomplete (how many), session-not-over, credit-day-full */
  public void close(Caller caller, long sessionId) {
    Gathering session = gatherings.organised(caller, gatherings.locked(sessionId));
    session.demandOver(clock.instant());
    int open = attendances.unmarked(sessionId).size();
    if (open > 0) throw new Refused("attendance-incomplete", open);
    holding.hold(caller, sessionId);
    happened.fire(Happened.done(caller, "enrolment.hold", "session", sessionId, session.hostPath(), session.title()));
  }

  /** Whoever says that a session took place, hours are booked in that transaction; booking again changes nothing. */
  void held(@Observes Happened what) {
    if (what.success() && "training.hold".equals(what.action())) bookAll(what.who(), gatherings.get(Long.parseLong(what.subjectId())));
  }

  /** Nothing changes any more. @throws Refused session-state where it was not held */
  public void archive(Caller caller, long sessionId) {
    gatherings.organised(caller, gatherings.locked(sessionId));
    holding.close(caller, sessionId);
  }

  /** Within the correction's transaction. */
  void corrected(Caller caller, Gathering session, Attendance attendance, String reason) {
    ledger.reverse(caller, attendance.source(), reason);
    if (speakers(session.id()).stream().noneMatch(one -> one.officerId() == attendance.officerId())) book(caller, session, attendance);
  }

  /** In the order of officers, so that two closings cannot wait for each other's. */
  void bookAll(Caller caller, Gathering session) {
    Set<Long> speakers = speakers(session.id()).stream().map(Lecturers.Contact::officerId).collect(Collectors.toSet());
    attendances.all(session.id()).stream().filter(one -> !speakers.contains(one.officerId())).forEach(one -> book(caller, session, one));
    speakers(session.id()).forEach(one -> book(caller, session, one));
  }

  private void book(Caller caller, Gathering session, Attendance attendance) {
    int hundredths = rules.hundredths(attendance.minutes(), session.day());
    if (hundredths > 0) ledger.earn(caller, new Booking(attendance.officerId(), session.bucket(), Origin.ATTENDANCE, hundredths, session.day(), attendance.source(), session.title(), attendance.unitId()));
  }

  private void book(Caller caller, Gathering session, Lecturers.Contact speaker) {
    int hundredths = rules.hundredths(session.minutes(), session.day());
    if (hundredths > 0) ledger.earn(caller, new Booking(speaker.officerId(), session.bucket(), Origin.LECTURE, hundredths, session.day(), "lecture:" + session.id() + ":" + speaker.lecturerId(), session.title(), officers.unitAt(officers.get(speaker.officerId()), session.startsAt())));
  }

  /** Lecturers of the house. */
  private List<Lecturers.Contact> speakers(long sessionId) {
    return roster.contacts(sessions.lecturers(sessionId)).stream().filter(one -> one.officerId() != null).sorted(Comparator.comparing(Lecturers.Contact::officerId)).toList();
  }
}
