package cn.lianbing.proposal;

import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Role;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the weak topics of every unit in an exam that is over and released. Doing it again changes nothing that somebody has decided. */
@ApplicationScoped
@Transactional
public class ProposalFinding {
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject TopicShares shares;
  @Inject TrainingProposals proposals;
  @Inject WeaknessRule rule;
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @return how many weak topics there are
   * @throws cn.lianbing.platform.NotFound for an exam that is not within the caller's reach
   * @throws Refused {@code proposal-exam-open} while the exam runs or its results are not released
   */
  public int find(Caller caller, long examId) {
    Exam exam = exams.watched(caller, examId);
    Instant now = clock.instant();
    // An exam that is released at once still changes until it closes.
    if (exam.state() != Exam.State.SCHEDULED || exam.phase(now) != Exam.Phase.CLOSED || !exam.released(now)) throw new Refused("proposal-exam-open");
    mark(examId, now);
    Map<String, TrainingProposal> known = new HashMap<>();
    proposals.of(examId).forEach(one -> known.put(one.unitId() + " " + one.topic(), one));
    Set<String> still = new HashSet<>();
    List<String> fresh = new ArrayList<>();
    int below = rule.now().value();
    Map<String, Share> all = shares.all(examId);
    shares.units(examId).forEach((unit, topics) -> {
      for (WeakTopics.Weak weak : WeakTopics.of(topics, all, below)) {
        String key = unit + " " + weak.topic();
        still.add(key);
        TrainingProposal proposal = known.computeIfAbsent(key, one -> new TrainingProposal(examId, unit, weak.topic()));
        proposal.count(weak, below, shares.missed(examId, unit, weak.topic()), now);
        if (proposal.id() == null) {
          store.persist(proposal);
          fresh.add(units.get(unit).path());
        }
      }
    });
    known.forEach((key, one) -> {
      if (!still.contains(key) && one.state() == TrainingProposal.State.OPEN) store.remove(one);
    });
    tell(exam, fresh);
    happened.fire(Happened.done(caller, "proposal.find", "exam", examId, null, exam.title() + " " + still.size()));
    return still.size();
  }

  /** Each trainer hears how many are new within their reach. */
  private void tell(Exam exam, List<String> unitPaths) {
    if (unitPaths.isEmpty()) return;
    accounts.holders(Role.TRAINER).forEach((account, reach) -> {
      List<String> mine = unitPaths.stream().filter(path -> path.startsWith(reach)).toList();
      if (!mine.isEmpty()) notices.tell(List.of(account), new Notice("proposal.found", List.of(exam.title(), String.valueOf(mine.stream().distinct().count()), String.valueOf(mine.size())), "/staff/proposal/proposals.xhtml?exam=" + exam.id()));
    });
  }

  /** One node at a time: the row is locked until the transaction ends. */
  private void mark(long examId, Instant now) {
    store.createNativeQuery("insert into training_proposal_exam (exam_id, counted_at) values (?1, ?2) on duplicate key update counted_at = ?2").setParameter(1, examId).setParameter(2, UtcColumn.of(now)).executeUpdate();
  }

  /** Exams that are over, released and wholly marked, and have not been looked through. */
  List<Long> due() {
    Instant now = clock.instant();
    return store.createQuery("""
        select e from Exam e where e.state = cn.lianbing.exam.Exam.State.SCHEDULED and e.closesAt <= :now
          and not exists (select a.id from Attempt a where a.examId = e.id and (a.state = cn.lianbing.exam.Attempt.State.OPEN or a.state <> cn.lianbing.exam.Attempt.State.VOIDED and a.score is null))
        order by e.closesAt""", Exam.class).setParameter("now", now).getResultStream().filter(exam -> exam.released(now) && !proposals.counted(exam.id())).map(Exam::id).toList();
  }
}
