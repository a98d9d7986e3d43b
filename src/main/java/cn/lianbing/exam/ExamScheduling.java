package cn.lianbing.exam;

import cn.lianbing.paper.PaperAssembly;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scheduling exams, resits, excusing candidates, releasing results. Whether the bank suffices is found out here, never when an officer starts. */
@ApplicationScoped
@Transactional
public class ExamScheduling {
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Units units;
  @Inject Officers officers;
  @Inject PaperAssembly assembly;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A candidate as the exam's list shows it. */
  public record CandidateRow(long officerId, String name, String unit, String excusedReason) {}

  /** @return the exam's id */
  public long schedule(Caller caller, ExamPlan plan) {
    return schedule(caller, plan, null, candidates(caller, plan), clock.instant());
  }

  /** As if it had been scheduled then: how the demo comes by an exam that is over. */
  public long scheduleAsOf(Caller caller, ExamPlan plan, Instant then) {
    return schedule(caller, plan, null, candidates(caller, plan), then);
  }

  /**
   * A resit 补考: the candidates are those who did not reach the cut score of the first exam, the absent among them.
   *
   * @throws Refused {@code exam-not-over} before the first exam has closed, {@code nobody-failed}
   */
  public long scheduleResit(Caller caller, long examId, ExamPlan plan) {
    Exam first = exams.managed(caller, examId);
    if (first.phase(clock.instant()) != Exam.Phase.CLOSED) throw new Refused("exam-not-over");
    Map<Long, Long> failed = failed(first);
    if (failed.isEmpty()) throw new Refused("nobody-failed");
    return schedule(caller, plan, examId, failed, clock.instant());
  }

  /** How many would be candidates of a resit now. */
  public int toResit(Caller caller, long examId) {
    return failed(exams.managed(caller, examId)).size();
  }

  /** Whose attempt is still open (extra time) or not marked yet has not failed, and may yet pass. */
  private Map<Long, Long> failed(Exam first) {
    Map<Long, Long> failed = new LinkedHashMap<>();
    store.createQuery("""
        select c.officerId, o.unitId from Candidate c join Officer o on o.id = c.officerId where c.examId = :exam and c.excusedReason is null and o.state = cn.lianbing.people.Officer.State.ACTIVE
          and not exists (select a from Attempt a where a.examId = :exam and a.officerId = c.officerId and (a.score is null or a.score >= :pass) and a.state <> cn.lianbing.exam.Attempt.State.VOIDED)""", Object[].class)
        .setParameter("exam", first.id()).setParameter("pass", first.passMark()).getResultList().forEach(row -> failed.put((Long) row[0], (Long) row[1]));
    return failed;
  }

  private long schedule(Caller caller, ExamPlan plan, Long resitOf, Map<Long, Long> candidates, Instant now) {
    demand(caller);
    plan.check(now);
    demandDesk(caller, null, plan.subject());
    if (candidates.isEmpty()) throw Invalid.field("candidates", "exam.candidates");
    Exam exam = new Exam(caller.unitId() != null && !caller.has("EXAM_ADMIN") ? caller.unitId() : root(caller), resitOf, now);
    plan(exam, plan);
    exams.add(exam);
    candidates.forEach((officer, unit) -> store.persist(new Candidate(exam.id(), officer, unit)));
    happened.fire(Happened.done(caller, resitOf == null ? "exam.schedule" : "exam.scheduleResit", "exam", exam.id(), exams.unitPath(exam.unitId()), "%s, %d".formatted(exam.title(), candidates.size())));
    return exam.id();
  }

  /** @throws Refused {@code exam-started} once it has opened */
  public void change(Caller caller, long examId, ExamPlan plan) {
    Exam exam = unopened(caller, examId);
    plan.check(clock.instant());
    demandDesk(caller, exam.subject(), plan.subject());
    plan(exam, plan);
    if (!plan.unitIds().isEmpty() || !plan.officerIds().isEmpty()) {
      store.createQuery("delete from Candidate c where c.examId = :exam").setParameter("exam", examId).executeUpdate();
      candidates(caller, plan).forEach((officer, unit) -> store.persist(new Candidate(examId, officer, unit)));
    }
    happened.fire(Happened.done(caller, "exam.change", "exam", examId, exams.unitPath(exam.unitId()), exam.title()));
  }

  /** Says what an exam counts for, also when it is over: its results count for that from now on, and then they did not. */
  public void classify(Caller caller, long examId, Subject subject) {
    Exam exam = exams.managed(caller, examId);
    demandDesk(caller, exam.subject(), subject);
    exam.countFor(subject);
    KeptResults.keepExam(store, examId);
    happened.fire(Happened.done(caller, "exam.classify", "exam", examId, exams.unitPath(exam.unitId()), exam.title() + ": " + (subject == null ? "-" : subject)));
  }

  /** A unit's own exam must not open the way to a certificate. */
  private static void demandDesk(Caller caller, Subject before, Subject subject) {
    if (subject != before && !caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw Invalid.field("subject", "exam.subject");
  }

  public void cancel(Caller caller, long examId) {
    Exam exam = unopened(caller, examId);
    exam.cancel();
    happened.fire(Happened.done(caller, "exam.cancel", "exam", examId, exams.unitPath(exam.unitId()), exam.title()));
  }

  /** Shows results where the rule waits for a hand. */
  public void release(Caller caller, long examId) {
    Exam exam = exams.managed(caller, examId);
    if (exam.phase(clock.instant()) != Exam.Phase.CLOSED) throw new Refused("exam-not-over");
    if (exams.marking(examId)) throw new Refused("marking-open");
    exam.release(clock.instant());
    happened.fire(Happened.done(caller, "exam.release", "exam", examId, exams.unitPath(exam.unitId()), exam.title()));
  }

  /** Excused candidates are not expected: they do not count as absent. Null takes it back. */
  public void excuse(Caller caller, long examId, long officerId, String reason) {
    Exam exam = exams.managed(caller, examId);
    if (reason != null) Reason.demanded(reason);
    Candidate candidate = store.createQuery("select c from Candidate c where c.examId = :exam and c.officerId = :officer", Candidate.class).setParameter("exam", examId).setParameter("officer", officerId)
        .getResultStream().findFirst().orElseThrow(() -> new NotFound("candidate", officerId));
    candidate.excuse(reason == null ? null : reason.strip());
    happened.fire(Happened.done(caller, "exam.excuse", "candidate", officerId, exams.unitPath(exam.unitId()), exam.title() + ": " + (reason == null ? "-" : reason)));
  }

  /** Those of the caller's reach, by unit and name. */
  public List<CandidateRow> candidates(Caller caller, long examId) {
    exams.watched(caller, examId);
    return store.createQuery("select new cn.lianbing.exam.ExamScheduling$CandidateRow(o.id, o.name, u.name, c.excusedReason) from Candidate c join Officer o on o.id = c.officerId join Unit u on u.id = c.unitId where c.examId = :exam and u.path like :reach order by u.sort, u.id, o.name", CandidateRow.class)
        .setParameter("exam", examId).setParameter("reach", caller.reach() + "%").getResultList();
  }

  private void plan(Exam exam, ExamPlan plan) {
    PaperAssembly.Frozen frozen = assembly.freeze(plan.blueprintId(), plan.opensAt().atZone(Times.ZONE).toLocalDate());
    if (plan.passMark() > frozen.maxMark()) throw Invalid.field("passMark", "exam.passMark", cn.lianbing.platform.Marks.text(frozen.maxMark()));
    if (!plan.bands().isEmpty()) Band.check(plan.bands(), frozen.maxMark());
    exam.plan(plan, frozen.poolId(), frozen.maxMark());
  }

  /** Officer → unit, each within the caller's reach. */
  private Map<Long, Long> candidates(Caller caller, ExamPlan plan) {
    demand(caller);
    Map<Long, Long> candidates = new LinkedHashMap<>();
    for (long unitId : plan.unitIds()) officers.activeUnder(units.get(caller, unitId).path()).forEach(officer -> candidates.put(officer.id(), officer.unitId()));
    for (long officerId : plan.officerIds()) {
      Officer officer = officers.get(caller, officerId);
      if (officer.state() == Officer.State.ACTIVE) candidates.put(officer.id(), officer.unitId());
    }
    return candidates;
  }

  private Exam unopened(Caller caller, long examId) {
    Exam exam = exams.managed(caller, examId);
    if (exam.phase(clock.instant()) != Exam.Phase.UPCOMING || exam.state() == Exam.State.CANCELLED) throw new Refused("exam-started");
    return exam;
  }

  private long root(Caller caller) {
    String path = caller.unitPath();
    return path == null || path.length() < 3 ? caller.unitId() : Long.parseLong(path.split("/")[1]);
  }

  private static void demand(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "SYSTEM")) throw new NotFound("exam", "-");
  }
}
