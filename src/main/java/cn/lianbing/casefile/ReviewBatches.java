package cn.lianbing.casefile;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored reviews with their units, files and opinions. */
@ApplicationScoped
@Transactional
public class ReviewBatches {
  @PersistenceContext EntityManager store;
  @Inject Checklists checklists;

  /** @param reviewed files that have been looked at; @param letters letters of opinion; @param overdue letters that were not answered in time */
  public record Row(long id, int year, String title, String basis, LocalDate startsOn, LocalDate endsOn, long checklistId, String checklist, ReviewBatch.State state, long units, long files, long reviewed, long opinions, long letters) implements Serializable {}

  /** @param unsent opinions that no letter has told yet; @param mean of the reviewed files' scores in tenths of 100, null without any */
  public record UnitRow(long unitId, String unit, boolean drawn, long files, long reviewed, Integer mean, long opinions, long unsent, long letters) implements Serializable {}

  /** @param score in tenths of 100, null while nobody has reviewed it */
  public record FileRow(long id, long batchId, long unitId, String unit, String caseNumber, String title, ReviewFile.Kind kind, Integer score, LocalDate reviewedOn, List<Finding> findings, int version, long opinions) implements Serializable {
    public Grade grade() {
      return score == null ? null : Grade.of(score);
    }
  }

  /** @param itemTitle of the checklist's item; empty where it is about the unit as a whole */
  public record OpinionRow(long id, long unitId, String unit, Long fileId, String caseNumber, String item, String itemTitle, String basis, String wording, Long letterId, String letter) implements Serializable {}

  private static final String ROWS = """
      select new cn.lianbing.casefile.ReviewBatches$Row(b.id, b.year, b.title, b.basis, b.startsOn, b.endsOn, b.checklistId, concat(c.title, ' v', c.number), b.state,
        (select count(distinct f.unitId) from ReviewFile f where f.batchId = b.id), (select count(f) from ReviewFile f where f.batchId = b.id), (select count(f) from ReviewFile f where f.batchId = b.id and f.reviewedOn is not null),
        (select count(o) from Opinion o where o.batchId = b.id), (select count(l) from SupervisionLetter l where l.batchId = b.id and l.kind = cn.lianbing.casefile.SupervisionLetter.Kind.OPINION))
      from ReviewBatch b join Checklist c on c.id = b.checklistId\s""";

  /** All, the newest year first. */
  public List<Row> all(Caller caller) {
    Desk.demandReader(caller);
    return store.createQuery(ROWS + "order by b.year desc, b.startsOn desc, b.id desc", Row.class).getResultList();
  }

  public Row row(Caller caller, long id) {
    Desk.demandReader(caller);
    return store.createQuery(ROWS + "where b.id = :id", Row.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFound("reviewBatch", id));
  }

  /** The units of a batch in the district's order. */
  public List<UnitRow> units(Caller caller, long id) {
    row(caller, id);
    List<?> found = store.createNativeQuery("""
        select u.id, u.name, x.drawn, (select count(*) from review_file f where f.batch_id = x.batch_id and f.unit_id = u.id), (select count(*) from review_file f where f.batch_id = x.batch_id and f.unit_id = u.id and f.reviewed_on is not null),
          (select round(avg(f.score)) from review_file f where f.batch_id = x.batch_id and f.unit_id = u.id), (select count(*) from review_opinion o where o.batch_id = x.batch_id and o.unit_id = u.id),
          (select count(*) from review_opinion o where o.batch_id = x.batch_id and o.unit_id = u.id and o.letter_id is null), (select count(*) from supervision_letter l where l.batch_id = x.batch_id and l.unit_id = u.id)
        from review_unit x join unit u on u.id = x.unit_id where x.batch_id = ?1 order by u.sort, u.id""").setParameter(1, id).getResultList();
    return found.stream().map(one -> {
      Object[] row = (Object[]) one;
      return new UnitRow(number(row[0]), (String) row[1], truth(row[2]), number(row[3]), number(row[4]), row[5] == null ? null : (int) number(row[5]), number(row[6]), number(row[7]), number(row[8]));
    }).toList();
  }

  private static final String FILES = "select f, u.name, (select count(o) from Opinion o where o.fileId = f.id) from ReviewFile f join Unit u on u.id = f.unitId ";

  /** @param unitId null: of all units */
  public List<FileRow> files(Caller caller, long id, Long unitId) {
    row(caller, id);
    return store.createQuery(FILES + "where f.batchId = :id and (:unit is null or f.unitId = :unit) order by u.sort, u.id, f.id", Object[].class).setParameter("id", id).setParameter("unit", unitId).getResultStream().map(ReviewBatches::file).toList();
  }

  public FileRow file(Caller caller, long fileId) {
    Desk.demandReader(caller);
    return store.createQuery(FILES + "where f.id = :id", Object[].class).setParameter("id", fileId).getResultStream().map(ReviewBatches::file).findFirst().orElseThrow(() -> new NotFound("reviewFile", fileId));
  }

  /** @param unitId null: of all units */
  public List<OpinionRow> opinions(Caller caller, long id, Long unitId) {
    Row batch = row(caller, id);
    return opinions("where o.batchId = :id and (:unit is null or o.unitId = :unit)", batch.checklistId(), query -> query.setParameter("id", id).setParameter("unit", unitId));
  }

  /** Those that a letter tells; whoever may read the letter may read them. */
  List<OpinionRow> sentWith(SupervisionLetter letter) {
    return opinions("where o.letterId = :id", get(letter.batchId()).checklistId(), query -> query.setParameter("id", letter.id()));
  }

  private List<OpinionRow> opinions(String where, long checklistId, java.util.function.UnaryOperator<jakarta.persistence.TypedQuery<Object[]>> values) {
    List<ChecklistItem> items = checklists.get(checklistId).items();
    return values.apply(store.createQuery("select o, u.name, f.caseNumber, l.number from Opinion o join Unit u on u.id = o.unitId left join ReviewFile f on f.id = o.fileId left join SupervisionLetter l on l.id = o.letterId " + where + " order by u.sort, u.id, o.id", Object[].class)).getResultStream().map(row -> {
      Opinion one = (Opinion) row[0];
      Optional<ChecklistItem> item = items.stream().filter(each -> each.code().equals(one.item())).findFirst();
      return new OpinionRow(one.id(), one.unitId(), (String) row[1], one.fileId(), (String) row[2], one.item(), item.map(ChecklistItem::title).orElse(""), item.map(ChecklistItem::basis).orElse(""), one.wording(), one.letterId(), (String) row[3]);
    }).toList();
  }

  private static FileRow file(Object[] row) {
    ReviewFile one = (ReviewFile) row[0];
    return new FileRow(one.id(), one.batchId(), one.unitId(), (String) row[1], one.caseNumber(), one.title(), one.kind(), one.score(), one.reviewedOn(), one.findings(), one.version(), (Long) row[2]);
  }

  ReviewBatch get(long id) {
    ReviewBatch batch = store.find(ReviewBatch.class, id);
    if (batch == null) throw new NotFound("reviewBatch", id);
    return batch;
  }

  /** Whoever adds to a batch and whoever closes it take turns. */
  ReviewBatch locked(long id) {
    ReviewBatch batch = store.find(ReviewBatch.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (batch == null) throw new NotFound("reviewBatch", id);
    return batch;
  }

  boolean holds(long id, long unitId) {
    return ((Number) store.createNativeQuery("select count(*) from review_unit where batch_id = ?1 and unit_id = ?2").setParameter(1, id).setParameter(2, unitId).getSingleResult()).intValue() > 0;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean is ? is : number(value) != 0;
  }
}
