package cn.lianbing.enrolment;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.training.TrainingSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Attendance by a code on the screen, where the organiser switches it on for this session. A code can be photographed and sent on, so
 * typing it is a claim: it is listed, and counts when the organiser, who sees the room, confirms it. Nobody has to use it.
 */
@ApplicationScoped
@Transactional
public class CheckingIn {
  private static final Duration BEFORE = Duration.ofHours(2);
  private static final Duration AFTER = Duration.ofMinutes(30);
  @PersistenceContext EntityManager store;
  @Inject Gatherings gatherings;
  @Inject Enrolments enrolments;
  @Inject AttendanceTaking taking;
  @Inject CheckInCode code;
  @Inject GuessedCodes guesses;
  @Inject Officers officers;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param enrolled false: the organiser looks twice */
  public record Claim(long officerId, String name, String unit, boolean enrolled, Instant claimedAt) implements Serializable {}

  /** @param claimedAt null: nothing claimed yet; @param confirmed the organiser saw the officer */
  public record Own(long sessionId, String title, Instant startsAt, boolean open, Instant claimedAt, boolean confirmed) implements Serializable {}

  /** Switches the code on or off for one session. */
  public void open(Caller caller, long sessionId, boolean on) {
    Gathering session = gatherings.organised(caller, gatherings.locked(sessionId));
    if (on && session.state() != TrainingSession.State.PUBLISHED) throw new Refused("session-not-open", session.title());
    store.createNativeQuery("update training_session set check_in_code = ?2 where id = ?1").setParameter(1, sessionId).setParameter(2, on).executeUpdate();
    happened.fire(Happened.done(caller, on ? "enrolment.openCode" : "enrolment.closeCode", "session", sessionId, session.hostPath(), session.title()));
  }

  /** What the projector shows. @throws Refused check-in-closed */
  public CheckInCode.Shown shown(Caller caller, long sessionId) {
    Gathering session = gatherings.organised(caller, gatherings.get(sessionId));
    if (!session.codeOpen()) throw new Refused("check-in-closed");
    return code.shown(sessionId);
  }

  /** The caller claims to be there. The same again changes nothing. @throws Refused check-in-closed, check-in-guesses, check-in-wrong, officer-not-active */
  public void claim(Caller caller, long sessionId, String typed) {
    if (caller.officerId() == null) throw new NotFound("session", sessionId);
    if (!enrolments.visible(caller, gatherings.get(sessionId))) throw new NotFound("session", sessionId);
    if (!open(gatherings.get(sessionId), clock.instant())) throw new Refused("check-in-closed");
    if (typed == null || !typed.strip().matches("\\d{6}")) throw Invalid.field("code", "enrolment.code");
    if (!guesses.take(caller.officerId())) throw new Refused("check-in-guesses", GuessedCodes.PAUSE.toMinutes());
    if (!code.holds(sessionId, typed.strip())) throw new Refused("check-in-wrong");
    guesses.forget(caller.officerId());
    if (!open(gatherings.locked(sessionId), clock.instant())) throw new Refused("check-in-closed");
    Officer officer = officers.get(caller.officerId());
    if (officer.state() != Officer.State.ACTIVE) throw new Refused("officer-not-active", officer.name());
    store.createNativeQuery("insert ignore into check_in_claim (session_id, officer_id, claimed_at) values (?1, ?2, ?3)").setParameter(1, sessionId).setParameter(2, officer.id()).setParameter(3, UtcColumn.of(clock.instant())).executeUpdate();
  }

  /** For the officer's own page. */
  public Own own(Caller caller, long sessionId) {
    Gathering session = gatherings.get(sessionId);
    if (caller.officerId() == null || !enrolments.visible(caller, session)) throw new NotFound("session", sessionId);
    List<?> mine = store.createNativeQuery("select claimed_at, confirmed_at is not null from check_in_claim where session_id = ?1 and officer_id = ?2").setParameter(1, sessionId).setParameter(2, caller.officerId()).getResultList();
    Object[] row = mine.isEmpty() ? new Object[2] : (Object[]) mine.get(0);
    return new Own(sessionId, session.title(), session.startsAt(), open(session, clock.instant()), UtcColumn.time(row[0]), Gatherings.truth(row[1]));
  }

  /** Claims that wait for the organiser, in the order in which they came. */
  public List<Claim> claims(Caller caller, long sessionId) {
    gatherings.organised(caller, gatherings.get(sessionId));
    List<?> rows = store.createNativeQuery("""
        select o.id, o.name, u.name, exists (select 1 from enrolment e where e.session_id = c.session_id and e.officer_id = o.id and e.state = 'ENROLLED'), c.claimed_at
        from check_in_claim c join officer o on o.id = c.officer_id join unit u on u.id = o.unit_id where c.session_id = ?1 and c.confirmed_at is null order by c.claimed_at, o.id""").setParameter(1, sessionId).getResultList();
    return rows.stream().map(row -> (Object[]) row).map(row -> new Claim(Gatherings.number(row[0]), (String) row[1], (String) row[2], Gatherings.truth(row[3]), UtcColumn.time(row[4]))).toList();
  }

  /** The organiser saw them. What is confirmed already stays. @return how many count from now on */
  public int confirm(Caller caller, long sessionId, Collection<Long> officerIds) {
    Gathering session = recordable(caller, sessionId);
    int counted = 0;
    for (long id : officerIds.stream().distinct().sorted().toList()) {
      if (store.createNativeQuery("update check_in_claim set confirmed_at = ?3 where session_id = ?1 and officer_id = ?2 and confirmed_at is null").setParameter(1, sessionId).setParameter(2, id).setParameter(3, UtcColumn.of(clock.instant())).executeUpdate() == 0) continue;
      taking.record(caller, session, officers.get(id), new Attendance.Mark(Attendance.State.PRESENT, null, null, null, Attendance.Method.CODE, null));
      counted++;
    }
    happened.fire(Happened.done(caller, "enrolment.confirmClaims", "session", sessionId, session.hostPath(), String.valueOf(counted)));
    return counted;
  }

  /** The organiser did not see them: the claim goes, and may be made again by whoever comes in. */
  public void reject(Caller caller, long sessionId, long officerId) {
    Gathering session = recordable(caller, sessionId);
    if (store.createNativeQuery("delete from check_in_claim where session_id = ?1 and officer_id = ?2 and confirmed_at is null").setParameter(1, sessionId).setParameter(2, officerId).executeUpdate() == 0) throw new NotFound("claim", officerId);
    happened.fire(Happened.done(caller, "enrolment.rejectClaim", "session", sessionId, session.hostPath(), officers.get(officerId).name()));
  }

  private Gathering recordable(Caller caller, long sessionId) {
    Gathering session = gatherings.organised(caller, gatherings.locked(sessionId));
    session.demandRecordable(clock.instant());
    return session;
  }

  private static boolean open(Gathering session, Instant now) {
    return session.codeOpen() && session.state() == TrainingSession.State.PUBLISHED && !now.isBefore(session.startsAt().minus(BEFORE)) && now.isBefore(session.endsAt().plus(AFTER));
  }
}
