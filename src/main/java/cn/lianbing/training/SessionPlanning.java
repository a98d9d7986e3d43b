package cn.lianbing.training;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.roster.Lecturers;
import cn.lianbing.roster.Lectures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Planning a session from the first draft to everybody's calendar, and changing it there. */
@ApplicationScoped
@Transactional
public class SessionPlanning {
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Clashes clashes;
  @Inject Lectures lectures;
  @Inject SessionNotices notices;
  @Inject Lecturers roster;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @return the draft's id; clashes are judged when it is published */
  public long draft(Caller caller, SessionPlan plan) {
    return draft(caller, plan, null);
  }

  long draft(Caller caller, SessionPlan plan, Long requestId) {
    demandPlace(caller, plan);
    TrainingSession session = new TrainingSession(plan, caller.accountId(), requestId, clock.instant());
    store.persist(session);
    store.flush();
    sessions.write(session.id(), plan);
    say(caller, "training.draft", session);
    return session.id();
  }

  /**
   * Writes it anew. One that stands in the calendar is judged again, its lecturers too, and who is concerned hears of another time or place.
   *
   * @param despite the warnings, which the caller has seen
   * @throws Refused the first hard clash; {@code session-warnings}; {@code session-over}
   */
  public void change(Caller caller, long id, SessionPlan plan, boolean despite) {
    TrainingSession session = sessions.kept(caller, id);
    demandPlace(caller, plan);
    boolean shown = session.state() == TrainingSession.State.PUBLISHED;
    boolean elsewhere = !session.from().equals(plan.from()) || !session.to().equals(plan.to()) || session.placeUnitId() != plan.placeUnitId() || !session.place().equals(plan.place());
    if (shown) {
      sessions.lockCalendar();
      demandClear(slot(plan, id), despite);
      for (long old : sessions.lecturers(id)) if (!plan.lecturerIds().contains(old)) lectures.withdraw(old, id);
    }
    session.write(plan, clock.instant());
    store.flush();
    sessions.write(id, plan);
    if (shown) plan.lecturerIds().stream().sorted().forEach(lecturer -> lectures.plan(lecturer, id, plan.from(), plan.to(), plan.title(), plan.placeUnitId()));
    if (shown && elsewhere) notices.moved(session);
    say(caller, "training.change", session);
  }

  /** Asks the training desk to approve it. */
  public void submit(Caller caller, long id) {
    TrainingSession session = sessions.kept(caller, id);
    session.submit(clock.instant());
    notices.submitted(session);
    say(caller, "training.submit", session);
  }

  /** Back to whoever wrote it, with what should be changed. */
  public void giveBack(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    TrainingSession session = approved(caller, id);
    session.giveBack(reason.strip(), clock.instant());
    notices.givenBack(session);
    say(caller, "training.giveBack", session);
  }

  /**
   * Puts it into everybody's calendar and books its lecturers. A unit's administrator cannot: that is the second pair of eyes.
   *
   * @param despite the warnings, which the caller has seen
   * @throws Refused the first hard clash; {@code session-warnings}; {@code session-past}; {@code session-state}
   */
  public void publish(Caller caller, long id, boolean despite) {
    TrainingSession session = approved(caller, id);
    if (!clock.instant().isBefore(session.from())) throw new Refused("session-past");
    sessions.lockCalendar();
    demandClear(slot(session), despite);
    session.publish(sessions.nextNumber(session.year()), clock.instant());
    for (long lecturer : sessions.lecturers(id).stream().sorted().toList()) lectures.plan(lecturer, id, session.from(), session.to(), session.title(), session.placeUnitId());
    notices.published(session);
    say(caller, "training.publish", session);
  }

  /** To another beginning, as long as it was. @throws Refused the first hard clash; {@code session-warnings}; {@code session-over}; {@code session-past} */
  public void move(Caller caller, long id, Instant from, boolean despite) {
    TrainingSession session = sessions.kept(caller, id);
    Instant to = from.plus(Duration.between(session.from(), session.to()));
    if (!clock.instant().isBefore(from)) throw new Refused("session-past");
    boolean shown = session.state() == TrainingSession.State.PUBLISHED;
    if (shown) {
      sessions.lockCalendar();
      demandClear(new Clashes.Slot(from, to, session.placeUnitId(), session.place(), session.hostUnitId(), sessions.lecturers(id), sessions.audience(id), id), despite);
    }
    session.move(from, to, clock.instant());
    if (shown) {
      lectures.move(id, from, to);
      notices.moved(session);
    }
    say(caller, "training.move", session);
  }

  public void cancel(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    TrainingSession session = sessions.kept(caller, id);
    boolean shown = session.state() == TrainingSession.State.PUBLISHED;
    session.cancel(reason.strip(), clock.instant());
    lectures.cancel(id);
    if (shown) notices.cancelled(session);
    say(caller, "training.cancel", session);
  }

  /** What stands against a stored session as it is. */
  public List<Clashes.Clash> clashes(Caller caller, long id) {
    return clashes.of(slot(sessions.kept(caller, id)));
  }

  private Clashes.Slot slot(TrainingSession session) {
    return new Clashes.Slot(session.from(), session.to(), session.placeUnitId(), session.place(), session.hostUnitId(), sessions.lecturers(session.id()), sessions.audience(session.id()), session.id());
  }

  private static Clashes.Slot slot(SessionPlan plan, Long id) {
    return new Clashes.Slot(plan.from(), plan.to(), plan.placeUnitId(), plan.place(), plan.hostUnitId(), plan.lecturerIds(), plan.audienceUnitIds(), id);
  }

  private void demandClear(Clashes.Slot slot, boolean despite) {
    List<Clashes.Clash> found = clashes.of(slot);
    found.stream().filter(Clashes.Clash::hard).findFirst().ifPresent(one -> {
      throw new Refused(one.code(), one.args().toArray());
    });
    if (!found.isEmpty() && !despite) throw new Refused("session-warnings", found.size());
  }

  private TrainingSession approved(Caller caller, long id) {
    TrainingSession session = sessions.get(caller, id);
    if (!sessions.approves(caller, session.hostUnitId())) throw new NotFound("trainingSession", id);
    return session;
  }

  /** The unit that hosts it must be the caller's to plan for; it may be held anywhere. */
  private void demandPlace(Caller caller, SessionPlan plan) {
    if (!caller.hasAny("TRAINER", "UNIT_ADMIN", "SYSTEM")) throw new NotFound("trainingSession", "-");
    demandUnit("hostUnitId", plan.hostUnitId());
    if (!caller.reaches(units.get(plan.hostUnitId()).path())) throw Invalid.field("hostUnitId", "training.host");
    demandUnit("placeUnitId", plan.placeUnitId());
    demandUnit("cohostUnitId", plan.cohostUnitId());
    plan.audienceUnitIds().forEach(unit -> demandUnit("audienceUnitIds", unit));
    if (plan.seriesId() != null && store.find(TrainingSeries.class, plan.seriesId()) == null) throw Invalid.field("seriesId", "training.series");
    if (!roster.knows(plan.lecturerIds())) throw Invalid.field("lecturerIds", "training.lecturer");
  }

  private void demandUnit(String field, Long unit) {
    if (unit != null && store.find(Unit.class, unit) == null) throw Invalid.field(field, "unit.unknown", unit);
  }

  private void say(Caller caller, String action, TrainingSession session) {
    happened.fire(Happened.done(caller, action, "trainingSession", session.id(), units.get(session.hostUnitId()).path(), session.reason() == null ? session.title() : session.title() + ": " + session.reason()));
  }
}
