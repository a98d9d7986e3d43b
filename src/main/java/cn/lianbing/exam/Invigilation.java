package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Watching an exam while it runs, granting extra time, voiding attempts. */
@ApplicationScoped
@Transactional
public class Invigilation {
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Attempts attempts;
  @Inject PaperAssembly assembly;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * A candidate on the live board, with the latest attempt.
   *
   * @param attemptId null where none was started
   * @param answered  questions with a stored answer
   * @param lastSeen  the later of the last heartbeat and the last saved answer
   * @param leaves    how often the page was left
   */
  public record Seat(long officerId, String name, String unit, String excusedReason, Long attemptId, Attempt.State state, int answered, Instant lastSeen, Instant deadline, Instant submittedAt, int leaves, int extraMinutes) {
    /** NOT_STARTED, EXCUSED, SITTING, HANDED_IN or VOIDED. */
    public String standing() {
      if (attemptId == null) return excusedReason == null ? "NOT_STARTED" : "EXCUSED";
      return state == Attempt.State.OPEN ? "SITTING" : state == Attempt.State.VOIDED ? "VOIDED" : "HANDED_IN";
    }
  }

  /** Figures over the whole board. */
  public record Board(long examId, String title, Exam.Phase phase, Exam.State state, Instant opensAt, Instant closesAt, int questions, Integer leavesAllowed, Instant serverTime, List<Seat> seats) {
    public long count(String what) {
      return seats.stream().filter(seat -> seat.standing().equals(what)).count();
    }
  }

  /** Candidates within the caller's reach, by unit and name. */
  public Board board(Caller caller, long examId) {
    Exam exam = exams.watched(caller, examId);
    List<?> rows = store.createNativeQuery("""
        select o.id, o.name, u.name, c.excused_reason, a.id, a.state, (select count(*) from response r where r.attempt_id = a.id and r.answer not in ('{"choice":[]}', '{"blanks":[]}', '{"order":[]}', '{"pairs":[]}', '{"text":""}')),
          greatest(a.last_seen_at, coalesce((select max(r.saved_at) from response r where r.attempt_id = a.id), a.last_seen_at)), a.deadline, a.submitted_at, a.leaves_used, a.extra_minutes
        from candidate c join officer o on o.id = c.officer_id join unit u on u.id = c.unit_id
          left join attempt a on a.exam_id = c.exam_id and a.officer_id = c.officer_id
            and a.number = (select max(b.number) from attempt b where b.exam_id = c.exam_id and b.officer_id = c.officer_id)
        where c.exam_id = ?1 and u.path like ?2 order by u.sort, u.id, o.name""").setParameter(1, examId).setParameter(2, caller.reach() + "%").getResultList();
    int questions = questions(exam);
    return new Board(examId, exam.title(), exam.phase(clock.instant()), exam.state(), exam.opensAt(), exam.closesAt(), questions, exam.leavesAllowed(), clock.instant(), rows.stream().map(row -> seat((Object[]) row)).toList());
  }

  /** On a paper; of cases there are as many as the longest paper has. */
  private int questions(Exam exam) {
    List<Line> lines = assembly.lines(exam.poolId());
    if (lines.stream().noneMatch(line -> line.type() == ItemType.CASE)) return lines.stream().mapToInt(Line::count).sum();
    Object most = store.createNativeQuery("select max(q.no) from attempt a join paper_question q on q.paper_id = a.paper_id where a.exam_id = ?1").setParameter(1, exam.id()).getSingleResult();
    return most == null ? lines.stream().mapToInt(Line::count).sum() : ((Number) most).intValue();
  }

  /**
   * Gives more time; also when the time was over but the attempt not yet closed.
   *
   * @return the new deadline
   * @throws Refused {@code attempt-closed}
   */
  public Instant extend(Caller caller, long attemptId, int minutes, String reason) {
    if (minutes < 1 || minutes > 240) throw Invalid.field("minutes", "exam.minutes");
    Reason.demanded(reason);
    Attempt attempt = attempts.managed(caller, attemptId);
    if (attempt.state() != Attempt.State.OPEN) throw new Refused("attempt-closed");
    attempt.extend(minutes);
    store.createNativeQuery("insert into time_extension (attempt_id, minutes, reason, granted_by, granted_at) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, attemptId).setParameter(2, minutes).setParameter(3, reason.strip())
        .setParameter(4, caller.accountId()).setParameter(5, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "exam.extend", "attempt", attemptId, path(attempt), "%d min: %s".formatted(minutes, reason.strip())));
    return attempt.deadline();
  }

  /**
   * The attempt counts for nothing from now on; the officer may start another where attempts are left.
   *
   * @param uses whether it is used up all the same, as after a deceit; a power cut should not cost an attempt
   */
  public void annul(Caller caller, long attemptId, String reason, boolean uses) {
    Reason.demanded(reason);
    Attempt attempt = attempts.managed(caller, attemptId);
    if (attempt.state() == Attempt.State.VOIDED) throw new Refused("attempt-closed");
    attempt.annul(reason.strip(), uses, clock.instant());
    KeptResults.keep(store, attemptId);
    happened.fire(Happened.done(caller, "exam.annul", "attempt", attemptId, path(attempt), reason.strip() + (uses ? " (used up)" : "")));
  }

  private String path(Attempt attempt) {
    return exams.unitPath(exams.get(attempt.examId()).unitId());
  }

  private static Seat seat(Object[] row) {
    return new Seat(number(row[0]), (String) row[1], (String) row[2], (String) row[3], row[4] == null ? null : number(row[4]), row[5] == null ? null : Attempt.State.valueOf((String) row[5]), row[4] == null ? 0 : (int) number(row[6]),
        UtcColumn.time(row[7]), UtcColumn.time(row[8]), UtcColumn.time(row[9]), row[10] == null ? 0 : (int) number(row[10]), row[11] == null ? 0 : (int) number(row[11]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
