package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The stored exams. */
@ApplicationScoped
@Transactional
public class Exams {
  private static final int ATTENDED = 50;
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** An exam as one of its candidates sees it. Marks in tenths. */
  public record Mine(long id, String title, Subject subject, Instant opensAt, Instant closesAt, int durationMinutes, int attemptsAllowed, int attemptsUsed, Long openAttemptId, int passMark, int maxMark, Exam.Phase phase, boolean released, Integer bestScore, boolean excused) {
    /** Whether a new attempt could be started now. */
    public boolean startable() {
      return phase == Exam.Phase.OPEN && !excused && openAttemptId == null && attemptsUsed < attemptsAllowed;
    }

    public Boolean passed() {
      return bestScore == null ? null : bestScore >= passMark;
    }
  }

  /** An exam for those who hold it. */
  public record Row(long id, String title, Subject subject, String unit, Instant opensAt, Instant closesAt, Exam.State state, Exam.Phase phase, long candidates, long sat, boolean resit) implements Serializable {}

  /** Exams of which the caller is a candidate: open ones first, then upcoming, then past from the latest back. */
  public List<Mine> mine(Caller caller) {
    if (caller.officerId() == null) return List.of();
    Instant now = clock.instant();
    return store.createQuery("""
        select e, c.excusedReason,
          (select count(a) from Attempt a where a.examId = e.id and a.officerId = c.officerId and (a.state <> cn.lianbing.exam.Attempt.State.VOIDED or a.voidUses = true)),
          (select max(a.id) from Attempt a where a.examId = e.id and a.officerId = c.officerId and a.state = cn.lianbing.exam.Attempt.State.OPEN),
          (select max(a.score) from Attempt a where a.examId = e.id and a.officerId = c.officerId and a.state in (cn.lianbing.exam.Attempt.State.SUBMITTED, cn.lianbing.exam.Attempt.State.EXPIRED))
        from Candidate c join Exam e on e.id = c.examId where c.officerId = :officer and e.state = cn.lianbing.exam.Exam.State.SCHEDULED""", Object[].class)
        .setParameter("officer", caller.officerId()).getResultStream().map(row -> mine((Exam) row[0], row[1] != null, ((Number) row[2]).intValue(), (Long) row[3], (Integer) row[4], now)).sorted((one, other) -> {
      if (one.phase() != other.phase()) return rank(one.phase()) - rank(other.phase());
      return one.phase() == Exam.Phase.CLOSED ? other.closesAt().compareTo(one.closesAt()) : one.opensAt().compareTo(other.opensAt());
    }).toList();
  }

  private static Mine mine(Exam exam, boolean excused, int used, Long openAttempt, Integer best, Instant now) {
    boolean released = exam.released(now);
    return new Mine(exam.id(), exam.title(), exam.subject(), exam.opensAt(), exam.closesAt(), exam.durationMinutes(), exam.attemptsAllowed(), used, openAttempt, exam.passMark(), exam.maxMark(), exam.phase(now), released, released ? best : null, excused);
  }

  private static int rank(Exam.Phase phase) {
    return phase == Exam.Phase.OPEN ? 0 : phase == Exam.Phase.UPCOMING ? 1 : 2;
  }

  /** Exams that the caller holds or may watch, latest first. */
  public Page<Row> held(Caller caller, Page.Request request) {
    Instant now = clock.instant();
    List<Row> rows = store.createQuery("""
        select e, u.name, (select count(c) from Candidate c where c.examId = e.id and c.excusedReason is null),
          (select count(distinct a.officerId) from Attempt a where a.examId = e.id and a.state <> cn.lianbing.exam.Attempt.State.VOIDED)
        from Exam e join Unit u on u.id = e.unitId where u.path like :reach order by e.opensAt desc, e.id desc""", Object[].class).setParameter("reach", caller.reach() + "%")
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(row -> row((Exam) row[0], (String) row[1], (Long) row[2], (Long) row[3], now)).toList();
    long total = store.createQuery("select count(e) from Exam e join Unit u on u.id = e.unitId where u.path like :reach", Long.class).setParameter("reach", caller.reach() + "%").getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  /** Exams that others hold and the caller's people sit, latest first: a unit administrator sees their places, not the exam's running. Counts are those within the caller's reach. */
  public List<Row> attended(Caller caller) {
    Instant now = clock.instant();
    return store.createQuery("""
        select e, h.name, (select count(c) from Candidate c join Unit u on u.id = c.unitId where c.examId = e.id and c.excusedReason is null and u.path like :reach),
          (select count(distinct a.officerId) from Attempt a, Candidate c, Unit u where a.examId = e.id and c.examId = e.id and c.officerId = a.officerId and u.id = c.unitId and a.state <> cn.lianbing.exam.Attempt.State.VOIDED and u.path like :reach)
        from Exam e join Unit h on h.id = e.unitId where h.path not like :reach and e.state = cn.lianbing.exam.Exam.State.SCHEDULED
          and exists (select c from Candidate c join Unit u on u.id = c.unitId where c.examId = e.id and u.path like :reach) order by e.opensAt desc, e.id desc""", Object[].class)
        .setParameter("reach", caller.reach() + "%").setMaxResults(ATTENDED).getResultStream().map(row -> row((Exam) row[0], (String) row[1], (Long) row[2], (Long) row[3], now)).toList();
  }

  private static Row row(Exam exam, String unit, long candidates, long sat, Instant now) {
    return new Row(exam.id(), exam.title(), exam.subject(), unit, exam.opensAt(), exam.closesAt(), exam.state(), exam.phase(now), candidates, sat, exam.resitOfId() != null);
  }

  /** @throws NotFound where there is none */
  public Exam get(long id) {
    Exam exam = store.find(Exam.class, id);
    if (exam == null) throw new NotFound("exam", id);
    return exam;
  }

  /** An exam that the caller may manage: EXAM_ADMIN any, UNIT_ADMIN those of its own subtree. @throws NotFound for others */
  public Exam managed(Caller caller, long id) {
    Exam exam = watched(caller, id);
    if (!caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "SYSTEM")) throw new NotFound("exam", id);
    return exam;
  }

  /** An exam that the caller may look at as one who holds it. @throws NotFound for others */
  public Exam watched(Caller caller, long id) {
    Exam exam = get(id);
    if (!caller.reaches(unitPath(exam.unitId()))) throw new NotFound("exam", id);
    return exam;
  }

  /** Whether answers of it wait for people to mark them. */
  boolean marking(long examId) {
    return store.createQuery("select count(a) from Attempt a where a.examId = :exam and a.handWaiting > 0 and a.state in (cn.lianbing.exam.Attempt.State.SUBMITTED, cn.lianbing.exam.Attempt.State.EXPIRED)", Long.class).setParameter("exam", examId).getSingleResult() > 0;
  }

  public boolean candidate(long examId, Long officerId) {
    return officerId != null && store.createQuery("select count(c) from Candidate c where c.examId = :exam and c.officerId = :officer", Long.class).setParameter("exam", examId).setParameter("officer", officerId).getSingleResult() > 0;
  }

  String unitPath(long unitId) {
    return store.createQuery("select u.path from Unit u where u.id = :id", String.class).setParameter("id", unitId).getSingleResult();
  }

  Exam add(Exam exam) {
    store.persist(exam);
    store.flush();
    return exam;
  }

  boolean isEmpty() {
    return store.createQuery("select count(e) from Exam e", Long.class).getSingleResult() == 0;
  }
}
