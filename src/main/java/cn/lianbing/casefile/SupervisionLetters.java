package cn.lianbing.casefile;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The stored letters. Units see those to themselves and to units below them, the organ of supervision all. */
@ApplicationScoped
@Transactional
public class SupervisionLetters {
  @PersistenceContext EntityManager store;
  @Inject ReviewBatches batches;
  @Inject Units units;
  @Inject Clock clock;

  /** Which letters: all, those that the desk or the unit has to do something about, those late. */
  public enum Which { OPEN, OVERDUE, ALL }

  /** @param daysLeft until the deadline, negative after it */
  public record Row(long id, String number, SupervisionLetter.Kind kind, long batchId, String batch, int year, long unitId, String unit, LocalDate issuedOn, LocalDate deadline, LocalDate answeredOn, SupervisionLetter.State state, boolean overdue, long daysLeft) implements Serializable {}

  /** Something that was done with a letter. */
  public record Step(String step, String note, LocalDate deadline, String by, Instant at) implements Serializable {}

  /** @param decisionId of the decision that followed; null without; @param follows number of the letter that a decision follows; @param decidable whether a decision may follow today */
  public record Whole(Row row, List<ReviewBatches.OpinionRow> opinions, String basis, String answer, SupervisionLetter.Measure measure, String content, Long followsId, String follows, Long decisionId, String decision, boolean decidable, List<Step> steps) implements Serializable {}

  private static final String FROM = " from SupervisionLetter l join Unit u on u.id = l.unitId join ReviewBatch b on b.id = l.batchId where u.path like :reach and (:unit is null or l.unitId = :unit) and (:batch is null or l.batchId = :batch) ";

  /** @param unitId and {@code batchId} null: of all */
  public Page<Row> page(Caller caller, Which which, Long unitId, Long batchId, Page.Request request) {
    demand(caller);
    String where = switch (which) {
      case ALL -> "";
      case OPEN -> "and l.state in (cn.lianbing.casefile.SupervisionLetter.State.ISSUED, cn.lianbing.casefile.SupervisionLetter.State.ANSWERED) ";
      case OVERDUE -> "and l.state = cn.lianbing.casefile.SupervisionLetter.State.ISSUED and l.deadline < :today ";
    };
    LocalDate today = today();
    List<Row> rows = narrow(store.createQuery("select l, b.title, b.year, u.name" + FROM + where + "order by " + (which == Which.ALL ? "l.issuedOn desc, l.id desc" : "l.deadline, l.id"), Object[].class), caller, which, unitId, batchId).setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(found -> row(found, today)).toList();
    long total = narrow(store.createQuery("select count(l)" + FROM + where, Long.class), caller, which, unitId, batchId).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  private <T> TypedQuery<T> narrow(TypedQuery<T> query, Caller caller, Which which, Long unitId, Long batchId) {
    query.setParameter("reach", caller.reach() + "%").setParameter("unit", unitId).setParameter("batch", batchId);
    return which == Which.OVERDUE ? query.setParameter("today", today()) : query;
  }

  /** @throws NotFound where there is none within reach */
  public Whole whole(Caller caller, long id) {
    SupervisionLetter letter = get(caller, id);
    Object[] names = (Object[]) store.createQuery("select l, b.title, b.year, u.name from SupervisionLetter l join Unit u on u.id = l.unitId join ReviewBatch b on b.id = l.batchId where l.id = :id").setParameter("id", id).getSingleResult();
    SupervisionLetter first = letter.followsId() == null ? letter : store.find(SupervisionLetter.class, letter.followsId());
    SupervisionLetter decision = store.createQuery("select l from SupervisionLetter l where l.followsId = :id", SupervisionLetter.class).setParameter("id", id).getResultStream().findFirst().orElse(null);
    boolean decidable = Desk.is(caller) && letter.kind() == SupervisionLetter.Kind.OPINION && letter.overdue(today());
    return new Whole(row(names, today()), batches.sentWith(first), batches.get(letter.batchId()).basis(), letter.answer(), letter.measure(), letter.content(), letter.followsId(), letter == first ? null : first.number(), decision == null ? null : decision.id(), decision == null ? null : decision.number(), decidable, steps(id));
  }

  private List<Step> steps(long id) {
    List<?> found = store.createNativeQuery("select s.step, s.note, s.deadline, a.name, s.at from supervision_letter_step s left join account a on a.id = s.account_id where s.letter_id = ?1 order by s.id").setParameter(1, id).getResultList();
    return found.stream().map(one -> {
      Object[] row = (Object[]) one;
      return new Step((String) row[0], (String) row[1], ((java.sql.Date) row[2]).toLocalDate(), (String) row[3], ((java.sql.Timestamp) row[4]).toLocalDateTime().toInstant(java.time.ZoneOffset.UTC));
    }).toList();
  }

  /** How many wait for the caller's side: unanswered for a unit, answered or late for the desk. */
  public long overdue(Caller caller) {
    return page(caller, Which.OVERDUE, null, null, new Page.Request(1, 1)).total();
  }

  SupervisionLetter get(Caller caller, long id) {
    demand(caller);
    SupervisionLetter letter = store.find(SupervisionLetter.class, id);
    if (letter == null || !caller.reaches(units.get(letter.unitId()).path())) throw new NotFound("supervisionLetter", id);
    return letter;
  }

  SupervisionLetter locked(Caller caller, long id) {
    SupervisionLetter letter = get(caller, id);
    store.refresh(letter, LockModeType.PESSIMISTIC_WRITE);
    return letter;
  }

  private static Row row(Object[] found, LocalDate today) {
    SupervisionLetter one = (SupervisionLetter) found[0];
    return new Row(one.id(), one.number(), one.kind(), one.batchId(), (String) found[1], (Integer) found[2], one.unitId(), (String) found[3], one.issuedOn(), one.deadline(), one.answeredOn(), one.state(), one.overdue(today), java.time.temporal.ChronoUnit.DAYS.between(today, one.deadline()));
  }

  /** Who reads letters at all; which, their reach says. */
  public static boolean reads(Caller caller) {
    return Desk.reads(caller) || caller.has("UNIT_ADMIN");
  }

  private static void demand(Caller caller) {
    if (!reads(caller)) throw new NotFound("supervisionLetter", "-");
  }

  LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
