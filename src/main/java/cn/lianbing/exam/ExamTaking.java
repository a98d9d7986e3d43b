package cn.lianbing.exam;

import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.people.Officer;
import cn.lianbing.people.SignedOut;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Sitting an exam: start, what the page reports, its heartbeat. Answers and the hand-in are {@link Answering}'s. */
@ApplicationScoped
@Transactional
public class ExamTaking {
  /** 网络宽限: how long after the deadline what was on its way is still taken. */
  public static final Duration GRACE = Duration.ofSeconds(10);
  private static final int EVENTS_A_REQUEST = 50;
  private static final int EVENTS_AN_ATTEMPT = 2000;
  /** Shorter ones are a screen that flickered, not somebody who left. */
  private static final long SHORTEST_LEAVE = 3000;

  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Attempts attempts;
  @Inject Answering answering;
  @Inject PaperAssembly assembly;
  @Inject Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** @param fresh false where an attempt was open already */
  public record Started(long attemptId, boolean fresh) {}

  /** @param stale the stored answer has this very seq but is another: a second device was first */
  public record Saved(int no, long seq, Instant savedAt, long remainingMillis, boolean stale) {}

  /** An answer on its way. */
  public record Sent(int no, Answer answer, long seq) {}

  /**
   * How a hand-in ended; EXPIRED where the clock was first.
   *
   * @param code proves the receipt ({@link HandInSeal}); null for hand-ins from before there was one
   */
  public record HandedIn(Attempt.State state, Instant submittedAt, String receipt, String code) {}

  /** What the browser noticed. {@code at} is its own clock and only for reading; {@code millis} how long a leave lasted. */
  public record Noticed(String kind, Instant at, Long millis) {}

  public record Leaves(int used, Integer allowed) {}

  /** How an attempt stands, for the page's heartbeat. */
  public record Pulse(Attempt.State state, Instant serverTime, long remainingMillis, int leavesUsed, Integer leavesAllowed, long lastSeq) {}

  /**
   * Starts an attempt, or finds the open one again, from whichever device.
   *
   * @throws NotFound where the caller is no candidate
   * @throws Refused {@code exam-not-open}, {@code no-attempts-left}, {@code not-eligible}
   */
  public Started start(Caller caller, long examId) {
    Exam exam = exams.get(examId);
    // One row is locked, so that two starts at once cannot both draw a paper.
    Candidate candidate = caller.officerId() == null ? null : store.createQuery("select c from Candidate c where c.examId = :exam and c.officerId = :officer", Candidate.class)
        .setParameter("exam", examId).setParameter("officer", caller.officerId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst().orElse(null);
    if (candidate == null || exam.state() == Exam.State.CANCELLED) throw new NotFound("exam", examId);
    Instant now = clock.instant();
    List<Attempt> before = attempts.of(examId, caller.officerId());
    for (Attempt attempt : before) if (attempt.state() == Attempt.State.OPEN && !now.isAfter(attempt.deadline())) return new Started(attempt.id(), false);
    if (candidate.excusedReason() != null || store.find(Officer.class, caller.officerId()).state() != Officer.State.ACTIVE) throw new Refused("not-eligible");
    if (exam.phase(now) != Exam.Phase.OPEN || before.stream().anyMatch(attempt -> attempt.state() == Attempt.State.OPEN)) throw new Refused("exam-not-open");
    if (before.stream().filter(Attempt::usesUp).count() >= exam.attemptsAllowed()) throw new Refused("no-attempts-left");
    long paper = assembly.draw(exam.poolId(), random.nextLong());
    return new Started(attempts.add(new Attempt(exam, caller.officerId(), before.size() + 1, paper, now)).id(), true);
  }

  /** Stores one answer, and returns once it is durable; see {@link Answering#save}. */
  public Saved save(Caller caller, long attemptId, Sent sent) {
    return Answering.awaited(answering.save(caller, attemptId, sent));
  }

  /** Hands in, and returns once that is durable; see {@link Answering#handIn}. */
  public HandedIn submit(Caller caller, long attemptId, List<Sent> last) {
    return Answering.awaited(answering.handIn(caller, attemptId, last));
  }

  /** What the page reports of itself. Leaves are counted from the returns; how long one was is the browser's word. */
  public Leaves notice(Caller caller, long attemptId, List<Noticed> events) {
    Attempt attempt = attempts.own(caller, attemptId);
    if (attempt.state() != Attempt.State.OPEN) throw new Refused("attempt-closed");
    if (events.size() > EVENTS_A_REQUEST) throw Invalid.field("events", "events", EVENTS_A_REQUEST);
    long stored = ((Number) store.createNativeQuery("select count(*) from attempt_event where attempt_id = ?1").setParameter(1, attemptId).getSingleResult()).longValue();
    int left = 0;
    for (Noticed event : events) {
      if (event.kind() == null || !List.of("PAGE_HIDDEN", "PAGE_VISIBLE", "OFFLINE", "ONLINE").contains(event.kind())) throw Invalid.field("kind", "eventKind");
      if (event.kind().equals("PAGE_VISIBLE") && event.millis() != null && event.millis() >= SHORTEST_LEAVE) left++;
      if (stored++ >= EVENTS_AN_ATTEMPT) continue;
      store.createNativeQuery("insert into attempt_event (attempt_id, kind, client_at, received_at, millis) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, attemptId).setParameter(2, event.kind())
          .setParameter(3, event.at() == null ? null : UtcColumn.of(event.at())).setParameter(4, UtcColumn.of(clock.instant())).setParameter(5, event.millis()).executeUpdate();
    }
    if (left > 0) store.createNativeQuery("update attempt set leaves_used = leaves_used + ?1, last_seen_at = utc_timestamp(3) where id = ?2").setParameter(1, left).setParameter(2, attemptId).executeUpdate();
    return new Leaves(attempt.leavesUsed() + left, exams.get(attempt.examId()).leavesAllowed());
  }

  /** The page lives. */
  public Pulse heartbeat(Caller caller, long attemptId) {
    Attempt attempt = attempts.own(caller, attemptId);
    if (attempt.state() == Attempt.State.OPEN) store.createNativeQuery("update attempt set last_seen_at = utc_timestamp(3) where id = ?1").setParameter(1, attemptId).executeUpdate();
    Number last = (Number) store.createNativeQuery("select coalesce(max(seq), 0) from response where attempt_id = ?1").setParameter(1, attemptId).getSingleResult();
    Instant now = clock.instant();
    return new Pulse(attempt.state(), now, remaining(attempt, now), attempt.leavesUsed(), exams.get(attempt.examId()).leavesAllowed(), last.longValue());
  }

  static long remaining(Attempt attempt, Instant now) {
    return attempt.state() == Attempt.State.OPEN ? Math.max(0, Duration.between(now, attempt.deadline()).toMillis()) : 0;
  }

  /** Whoever signs out takes the exam page's tokens along; signing in again gives new ones. */
  void forgetTokens(@Observes SignedOut signedOut) {
    if (signedOut.who().officerId() == null) return;
    store.createNativeQuery("update attempt set token_stamp = token_stamp + 1 where officer_id = ?1 and state = 'OPEN'").setParameter(1, signedOut.who().officerId()).executeUpdate();
  }
}
