package cn.lianbing.proposal;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The stored proposals. */
@ApplicationScoped
@Transactional
public class TrainingProposals {
  /** An exam may ask a topic of too few; so many later ones are looked at. */
  private static final int LATER_EXAMS = 5;
  @PersistenceContext EntityManager store;
  @Inject TopicShares shares;
  @Inject Units units;
  @Inject Clock clock;

  /** An exam that was looked through, for menus. */
  public record ExamRow(long id, String title, Instant closedAt, Instant countedAt) implements Serializable {}

  /** How the topic stands in a later exam. */
  public record Later(long examId, String title, Instant closedAt, Share share) implements Serializable {}

  /** Null and blank narrow nothing. */
  public record Filter(Long unitId, Long examId, TrainingProposal.State state) {}

  /** The draft or session that it became. */
  public record Linked(long id, String title, String state, Instant from, Instant to) implements Serializable {
    public boolean cancelled() {
      return state.equals("CANCELLED");
    }

    public boolean held() {
      return state.equals("HELD") || state.equals("CLOSED");
    }
  }

  /**
   * @param all     null where it cannot be shown
   * @param session null where there is none
   * @param later   null where no later exam says anything yet
   */
  public record Row(long id, long examId, String exam, Instant examClosedAt, long unitId, String unit, String topic, TrainingProposal.State state, String reason, Share share, Share all, int weakBelow, List<MissedArticle> articles, Instant countedAt, Linked session, Later later) implements Serializable {
    /** Whether it can be made a draft now. */
    public boolean plannable() {
      return state != TrainingProposal.State.PLANNED || session != null && session.cancelled();
    }
  }

  private static final String FROM = """
       from TrainingProposal p join Unit u on u.id = p.unitId join Exam e on e.id = p.examId
       where u.path like :reach and (:unit is null or p.unitId = :unit) and (:exam is null or p.examId = :exam) and (:state is null or p.state = :state)""";

  /** Those of units within reach: the open ones first, the newest exam first, then by unit. It is no ranking of units. */
  public Page<Row> page(Caller caller, Filter filter, Page.Request request) {
    var rows = store.createQuery("select p " + FROM + " order by case when p.state = cn.lianbing.proposal.TrainingProposal.State.OPEN then 0 when p.state = cn.lianbing.proposal.TrainingProposal.State.PLANNED then 1 else 2 end, e.closesAt desc, u.sort, u.id, p.topic", TrainingProposal.class);
    var count = store.createQuery("select count(p) " + FROM, Long.class);
    for (var query : List.of(rows, count)) query.setParameter("reach", reach(caller) + "%").setParameter("unit", filter.unitId()).setParameter("exam", filter.examId()).setParameter("state", filter.state());
    // Both are asked before a row looks for more: outside of a transaction the next question closes the entity manager of these.
    long total = count.getSingleResult();
    List<TrainingProposal> found = rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    return new Page<>(found.stream().map(this::row).toList(), total, request.page(), request.size());
  }

  /** @throws NotFound where there is none within reach */
  public Row row(Caller caller, long id) {
    return row(reached(caller, store.find(TrainingProposal.class, id), id));
  }

  /** Locked until the end of the transaction: two that plan it make one draft. @throws NotFound where there is none that the caller may decide */
  TrainingProposal locked(Caller caller, long id) {
    TrainingProposal proposal = reached(caller, store.find(TrainingProposal.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    if (!decides(caller)) throw new NotFound("trainingProposal", id);
    return proposal;
  }

  /** Whether the caller decides what becomes of proposals within reach; others read. */
  public boolean decides(Caller caller) {
    return caller.hasAny("TRAINER", "UNIT_ADMIN");
  }

  private TrainingProposal reached(Caller caller, TrainingProposal proposal, long id) {
    if (proposal == null || !units.get(proposal.unitId()).path().startsWith(reach(caller))) throw new NotFound("trainingProposal", id);
    return proposal;
  }

  /** A unit's weakness is for those who train it and for supervision; running exams or the system does not show it. */
  private static String reach(Caller caller) {
    if (caller.hasAny("SUPERVISOR", "SYSTEM")) return "/";
    return caller.hasAny("TRAINER", "UNIT_ADMIN") && !caller.unitPath().isEmpty() ? caller.unitPath() : "-";
  }

  /** Exams that were looked through and that people within reach sat, the latest first. */
  @SuppressWarnings("unchecked")
  public List<ExamRow> exams(Caller caller) {
    List<Object[]> rows = store.createNativeQuery("""
        select e.id, e.title, e.closes_at, x.counted_at from training_proposal_exam x join exam e on e.id = x.exam_id
        where exists (select 1 from candidate c join unit u on u.id = c.unit_id where c.exam_id = e.id and u.path like ?1) order by e.closes_at desc, e.id desc limit 50""").setParameter(1, reach(caller) + "%").getResultList();
    return rows.stream().map(row -> new ExamRow(((Number) row[0]).longValue(), (String) row[1], UtcColumn.time(row[2]), UtcColumn.time(row[3]))).toList();
  }

  boolean counted(long examId) {
    return !store.createNativeQuery("select 1 from training_proposal_exam where exam_id = ?1").setParameter(1, examId).getResultList().isEmpty();
  }

  List<TrainingProposal> of(long examId) {
    return store.createQuery("select p from TrainingProposal p where p.examId = :exam", TrainingProposal.class).setParameter("exam", examId).getResultList();
  }

  private Row row(TrainingProposal p) {
    Object[] exam = (Object[]) store.createNativeQuery("select title, closes_at from exam where id = ?1").setParameter(1, p.examId()).getSingleResult();
    Linked session = p.sessionId() == null ? null : session(p.sessionId());
    return new Row(p.id(), p.examId(), (String) exam[0], UtcColumn.time(exam[1]), p.unitId(), units.get(p.unitId()).name(), p.topic(), p.state(), p.reason(), p.unit(), p.all(), p.weakBelow(), p.articles(), p.countedAt(), session, later(p, session, UtcColumn.time(exam[1])));
  }

  private Linked session(long id) {
    Object[] row = (Object[]) store.createNativeQuery("select title, state, starts_at, ends_at from training_session where id = ?1").setParameter(1, id).getSingleResult();
    return new Linked(id, (String) row[0], (String) row[1], UtcColumn.time(row[2]), UtcColumn.time(row[3]));
  }

  /** The first exam that was opened after the session, or, where none is planned, after this exam, and asked the topic of enough people. A session to come has no later. */
  @SuppressWarnings("unchecked")
  private Later later(TrainingProposal p, Linked session, Instant closedAt) {
    boolean planned = session != null && !session.cancelled();
    if (planned && !session.held()) return null;
    Instant since = planned ? session.to() : closedAt;
    List<Object[]> exams = store.createNativeQuery("select e.id, e.title, e.closes_at from training_proposal_exam x join exam e on e.id = x.exam_id where e.opens_at >= ?1 and e.id <> ?2 order by e.opens_at, e.id limit " + LATER_EXAMS)
        .setParameter(1, UtcColumn.of(since)).setParameter(2, p.examId()).getResultList();
    for (Object[] exam : exams) {
      long id = ((Number) exam[0]).longValue();
      Share share = shares.of(id, p.unitId(), p.topic());
      if (share != null) return new Later(id, (String) exam[1], UtcColumn.time(exam[2]), share);
    }
    return null;
  }
}
