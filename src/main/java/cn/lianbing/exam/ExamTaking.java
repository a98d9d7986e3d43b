package cn.lianbing.exam;

import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.people.Officer;
import cn.lianbing.people.SignedOut;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Sitting an exam: start, save, hand in.
 *
 * <p><b>What an acknowledged answer means.</b> {@link #save} returns only after the answer's row has been committed (MariaDB
 * flushes its log at each commit). Nothing is kept in this node's memory, in a session or in a queue on the way there, so a node
 * that dies takes no acknowledged answer with it, and another node knows as much about the attempt as this one did.
 *
 * <p><b>Order.</b> Each answer is a row of its own with the client's {@code seq}. The statement that stores it keeps the higher
 * {@code seq}, so repeats, replies that were lost and answers that overtook each other change nothing and are no error; the
 * reply always says which {@code seq} is stored, and a client that reads a higher one than its own knows that another device
 * was later. Two devices that chose the same number differ in the answer: the first stays, the second is told {@code stale}.
 *
 * <p><b>Time.</b> The deadline lies in the attempt's row, and one clock judges it, the database's. The same statement that stores
 * an answer asks whether the attempt is the caller's, is open, and is not over; there is no moment between question and
 * deed. It reads the attempt's row with a shared lock, and whoever closes an attempt locks that row alone: an answer is
 * either before the closing, and is marked, or after it, and is refused. {@link #GRACE} is for the way over the network:
 * a browser that hands in by itself at the deadline arrives a little later.
 *
 * <p><b>Hand-in.</b> One conditional update makes an attempt SUBMITTED; of two at once one changes the row, and both answer from
 * it. {@link AttemptSweep} does the same as EXPIRED for those whose time is over, on any node, also after all were down.
 * {@link Marking} reads what was stored and may be repeated at any time.
 */
@ApplicationScoped
@Transactional
public class ExamTaking {
  /** 网络宽限: how long after the deadline what was on its way is still taken. */
  public static final Duration GRACE = Duration.ofSeconds(10);
  /** Letters that nobody takes for others when read out. */
  private static final String READABLE = "ABCDEFGHJKMNPQRTUVWXY346789";
  private static final int EVENTS_A_REQUEST = 50;
  private static final int EVENTS_AN_ATTEMPT = 2000;
  /** Shorter ones are a screen that flickered, not somebody who left. */
  private static final long SHORTEST_LEAVE = 3000;

  private static final String SAVE = """
      insert into response (attempt_id, no, answer, seq, saved_at)
      select a.id, ?, ?, ?, utc_timestamp(3) from attempt a
      where a.id = ? and a.officer_id = ? and a.state = 'OPEN' and a.deadline >= utc_timestamp(3) - interval ? second and (? < 0 or a.token_stamp = ?)
      lock in share mode
      on duplicate key update answer = if(values(seq) > seq, values(answer), answer), saved_at = if(values(seq) > seq, values(saved_at), saved_at), seq = greatest(seq, values(seq))""";
  private static final String STORED = """
      select r.seq, r.saved_at, r.answer, timestampdiff(microsecond, utc_timestamp(3), a.deadline) div 1000
      from response r join attempt a on a.id = r.attempt_id where r.attempt_id = ? and r.no = ?""";
  private static final String SUBMIT = """
      update attempt set state = 'SUBMITTED', submitted_at = least(utc_timestamp(3), deadline), receipt = ?, last_seen_at = utc_timestamp(3), version = version + 1
      where id = ? and officer_id = ? and state = 'OPEN' and deadline >= utc_timestamp(3) - interval ? second""";

  @PersistenceContext EntityManager store;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Exams exams;
  @Inject Attempts attempts;
  @Inject PaperShapes shapes;
  @Inject PaperAssembly assembly;
  @Inject Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** @param fresh false where an attempt was open already */
  public record Started(long attemptId, boolean fresh) {}

  /** @param stale the stored answer has this very seq but is another: a second device was first */
  public record Saved(int no, long seq, Instant savedAt, long remainingMillis, boolean stale) {}

  /** An answer on its way. */
  public record Sent(int no, Answer answer, long seq) {}

  /** How a hand-in ended; EXPIRED where the sweep was first. */
  public record HandedIn(Attempt.State state, Instant submittedAt, String receipt) {}

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

  /**
   * Stores one answer. See the class comment for what its return means.
   *
   * @throws NotFound for another's attempt
   * @throws Refused {@code unknown-option}, {@code attempt-closed}
   */
  public Saved save(Caller caller, long attemptId, Sent sent) {
    PaperShapes.Shape shape = shapes.of(attemptId).orElseThrow(() -> new NotFound("attempt", attemptId));
    if (caller.officerId() == null || shape.officerId() != caller.officerId() || caller.bound() != null && caller.bound().attemptId() != attemptId) {
      attempts.reportForeign(caller, attemptId);
      throw new NotFound("attempt", attemptId);
    }
    PaperShapes.Form form = shape.questions().get(sent.no());
    if (form == null || sent.answer() == null) throw new Refused("unknown-option");
    if (sent.seq() < 1 || sent.seq() > 1L << 53) throw Invalid.field("seq", "seq");
    sent.answer().check(form.type(), form.options(), form.blanks());
    String json = sent.answer().json();
    try (Connection connection = database.getConnection()) {
      int changed;
      try (var save = connection.prepareStatement(SAVE)) {
        save.setInt(1, sent.no());
        save.setString(2, json);
        save.setLong(3, sent.seq());
        save.setLong(4, attemptId);
        save.setLong(5, caller.officerId());
        save.setLong(6, GRACE.toSeconds());
        save.setInt(7, stamp(caller));
        save.setInt(8, stamp(caller));
        changed = save.executeUpdate();
      }
      if (changed == 0 && !open(connection, caller, attemptId)) throw new Refused("attempt-closed");
      try (var ask = connection.prepareStatement(STORED)) {
        ask.setLong(1, attemptId);
        ask.setInt(2, sent.no());
        try (var row = ask.executeQuery()) {
          if (!row.next()) throw new Refused("attempt-closed");
          return new Saved(sent.no(), row.getLong(1), utc(row.getObject(2, LocalDateTime.class)), Math.max(0, row.getLong(4)), row.getLong(1) == sent.seq() && !row.getString(3).equals(json));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Hands in, with answers that are still on their way. Called again, it changes nothing.
   *
   * @throws NotFound for another's attempt
   * @throws Refused {@code attempt-closed} for a voided one
   */
  public HandedIn submit(Caller caller, long attemptId, List<Sent> last) {
    Attempt attempt = attempts.own(caller, attemptId);
    if (attempt.state() == Attempt.State.OPEN && !clock.instant().isAfter(attempt.deadline().plus(GRACE))) for (Sent sent : last) save(caller, attemptId, sent);
    HandedIn handedIn;
    try (Connection connection = database.getConnection(); var submit = connection.prepareStatement(SUBMIT)) {
      submit.setString(1, receipt());
      submit.setLong(2, attemptId);
      submit.setLong(3, caller.officerId());
      submit.setLong(4, GRACE.toSeconds());
      submit.executeUpdate();
      handedIn = handedIn(connection, attemptId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (handedIn.state() == Attempt.State.VOIDED) throw new Refused("attempt-closed");
    return handedIn;
  }

  /** On the connection that has just written it: the entity, and whatever else reads, does not see it before the commit. */
  private static HandedIn handedIn(Connection connection, long attemptId) throws SQLException {
    try (var ask = connection.prepareStatement("select state, submitted_at, receipt from attempt where id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        row.next();
        LocalDateTime at = row.getObject(2, LocalDateTime.class);
        return new HandedIn(Attempt.State.valueOf(row.getString(1)), at == null ? null : utc(at), row.getString(3));
      }
    }
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

  String receipt() {
    StringBuilder receipt = new StringBuilder();
    for (int i = 0; i < 9; i++) receipt.append(i == 4 ? '-' : READABLE.charAt(random.nextInt(READABLE.length())));
    return receipt.toString();
  }

  private static boolean open(Connection connection, Caller caller, long attemptId) throws SQLException {
    try (var ask = connection.prepareStatement("select state = 'OPEN' and deadline >= utc_timestamp(3) - interval ? second and (? < 0 or token_stamp = ?) from attempt where id = ?")) {
      ask.setLong(1, GRACE.toSeconds());
      ask.setInt(2, stamp(caller));
      ask.setInt(3, stamp(caller));
      ask.setLong(4, attemptId);
      try (var row = ask.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Below 0: no token of an exam page, so no stamp counts. */
  private static int stamp(Caller caller) {
    return caller.bound() == null ? -1 : caller.bound().stamp();
  }

  private static Instant utc(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
