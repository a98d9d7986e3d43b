package cn.lianbing.enrolment;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.training.TrainingSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Giving seats away and taking them back. Everything holds the session's row first, so that of two who want the last seat one gets
 * it and the other waits; then the officer's, so that nobody gets seats in two sessions at the same time.
 */
@ApplicationScoped
@Transactional
public class Enrolling {
  static final int AT_ONCE = 500;
  @PersistenceContext EntityManager store;
  @Inject Gatherings gatherings;
  @Inject Enrolments enrolments;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * What became of one officer who was to be enrolled.
   *
   * @param state   null where refused
   * @param refusal behind {@code refused.}, with its arguments; null where not
   */
  public record Outcome(long officerId, String name, Enrolment.State state, Integer position, String refusal, List<Object> arguments) implements Serializable {}

  /** The caller for themselves. @throws Refused where a rule says no */
  public Outcome enrolSelf(Caller caller, long sessionId) {
    if (caller.officerId() == null) throw new NotFound("session", sessionId);
    Gathering session = gatherings.locked(sessionId);
    if (!enrolments.visible(caller, session)) throw new NotFound("session", sessionId);
    session.demandOpen(clock.instant());
    Officer officer = officers.get(caller.officerId());
    against(session, officer).ifPresent(refused -> {
      throw refused;
    });
    return seat(caller, session, officer);
  }

  /** Several of the caller's reach at once: who can be is enrolled, of the others each refusal is told. @throws NotFound for an officer beyond it */
  public List<Outcome> enrol(Caller caller, long sessionId, Collection<Long> officerIds) {
    if (!caller.hasAny("UNIT_ADMIN", "TRAINER", "SYSTEM")) throw new NotFound("session", sessionId);
    if (officerIds.isEmpty()) throw Invalid.field("officers", "enrolment.nobody");
    if (officerIds.size() > AT_ONCE) throw Invalid.field("officers", "enrolment.tooMany", AT_ONCE);
    Gathering session = gatherings.locked(sessionId);
    session.demandOpen(clock.instant());
    List<Outcome> outcomes = new ArrayList<>();
    for (long id : officerIds.stream().distinct().sorted().toList()) {
      Officer officer = officers.get(caller, id);
      Optional<Refused> refused = against(session, officer);
      outcomes.add(refused.map(no -> new Outcome(id, officer.name(), null, null, no.code(), List.of(no.arguments()))).orElseGet(() -> seat(caller, session, officer)));
    }
    tell(outcomes.stream().filter(one -> one.state() == Enrolment.State.ENROLLED && notSelf(caller, one)).map(Outcome::officerId).toList(), "enrolment.enrolled", session);
    tell(outcomes.stream().filter(one -> one.state() == Enrolment.State.WAITING && notSelf(caller, one)).map(Outcome::officerId).toList(), "enrolment.waiting", session);
    return outcomes;
  }

  /**
   * Until the deadline by the officer or the unit's administrator; after it by the organiser alone, with a reason. The first in the
   * waiting list moves up.
   *
   * @throws Refused enrolment-fixed (title, deadline)
   */
  public void cancel(Caller caller, long sessionId, long enrolmentId, String reason) {
    Gathering session = gatherings.locked(sessionId);
    Enrolment enrolment = enrolments.get(sessionId, enrolmentId);
    boolean own = caller.officerId() != null && caller.officerId() == enrolment.officerId();
    boolean organiser = Gatherings.organises(caller, session);
    if (!own && !organiser && !(caller.has("UNIT_ADMIN") && caller.reaches(units.get(enrolment.unitId()).path()))) throw new NotFound("enrolment", enrolmentId);
    if (enrolment.state() == Enrolment.State.CANCELLED) return;
    if (session.state() != TrainingSession.State.PUBLISHED) throw new Refused("session-not-open", session.title());
    if (!clock.instant().isBefore(session.cancelUntil())) {
      if (!organiser) throw new Refused("enrolment-fixed", session.title(), Times.text(session.cancelUntil()));
      Reason.demanded(reason);
    }
    enrolment.cancel(Reason.optional(reason), clock.instant());
    store.flush();
    happened.fire(Happened.done(caller, "enrolment.unenrol", "session", sessionId, units.get(enrolment.unitId()).path(), officers.get(enrolment.officerId()).name() + (reason == null ? "" : " " + reason)));
    if (!own) tell(List.of(enrolment.officerId()), "enrolment.unenrolled", session);
    moveUp(caller, session);
  }

  /** A session was changed, perhaps its seats: whoever waits moves up in that transaction. */
  void changed(@Observes Happened what) {
    if (!what.success() || !"training.change".equals(what.action())) return;
    store.flush();
    Gathering session = gatherings.locked(Long.parseLong(what.subjectId()));
    if (session.state() == TrainingSession.State.PUBLISHED) moveUp(what.who(), session);
  }

  /** In their order. Whoever left the service meanwhile is passed over. Once it has begun, nobody is called in any more. */
  private void moveUp(Caller caller, Gathering session) {
    if (!clock.instant().isBefore(session.startsAt())) return;
    List<Long> moved = new ArrayList<>();
    for (Enrolment next : enrolments.waiting(session.id())) {
      if (!session.room(enrolments.enrolled(session.id()))) break;
      if (officers.get(next.officerId()).state() != Officer.State.ACTIVE) continue;
      next.moveUp(clock.instant());
      store.flush();
      moved.add(next.officerId());
      happened.fire(Happened.done(caller, "enrolment.moveUp", "session", session.id(), units.get(next.unitId()).path(), officers.get(next.officerId()).name()));
    }
    tell(moved, "enrolment.movedUp", session);
  }

  private Outcome seat(Caller caller, Gathering session, Officer officer) {
    boolean room = session.room(enrolments.enrolled(session.id())) && enrolments.waiting(session.id()).isEmpty();
    Enrolment enrolment = enrolments.row(session.id(), officer.id()).orElseGet(() -> new Enrolment(session.id(), officer.id()));
    enrolment.enrol(officer.unitId(), room, caller.accountId(), clock.instant());
    if (enrolment.id() == null) store.persist(enrolment);
    store.flush();
    Integer position = room ? null : enrolments.waiting(session.id()).size();
    happened.fire(Happened.done(caller, "enrolment.enrol", "session", session.id(), units.get(officer.unitId()).path(), officer.name() + " " + enrolment.state()));
    return new Outcome(officer.id(), officer.name(), enrolment.state(), position, null, List.of());
  }

  private Optional<Refused> against(Gathering session, Officer officer) {
    store.createNativeQuery("select id from officer where id = ?1 for update").setParameter(1, officer.id()).getResultList();
    if (officer.state() != Officer.State.ACTIVE) return Optional.of(new Refused("officer-not-active", officer.name()));
    if (enrolments.of(session.id(), officer.id()).isPresent()) return Optional.of(new Refused("already-enrolled", officer.name(), session.title()));
    if (!enrolments.invited(session, officer.unitId())) return Optional.of(new Refused("not-in-audience", officer.name(), session.title()));
    return enrolments.overlapping(officer.id(), session).map(other -> new Refused("enrolment-overlap", officer.name(), other.title(), Times.text(other.startsAt())));
  }

  private void tell(List<Long> officerIds, String kind, Gathering session) {
    if (!officerIds.isEmpty()) notices.tellOfficers(officerIds, new Notice(kind, List.of(session.title(), Times.text(session.startsAt()), session.hostName()), "/officer/training/session.xhtml?id=" + session.id()));
  }

  private static boolean notSelf(Caller caller, Outcome outcome) {
    return caller.officerId() == null || caller.officerId() != outcome.officerId();
  }
}
