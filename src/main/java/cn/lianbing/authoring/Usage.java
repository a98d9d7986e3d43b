package cn.lianbing.authoring;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an item was used: exams that may draw it, papers that have it, and how it was answered. */
@ApplicationScoped
@Transactional
public class Usage {
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Clock clock;

  /**
   * An exam whose pool has the item.
   *
   * @param papers   that have it
   * @param answered attempts that were marked with it; 0 as long as the exam is open
   * @param facility share of its marks that they got, in thousandths; null where there are none
   */
  public record Row(long examId, String title, String unit, Instant opensAt, boolean closed, long papers, long answered, Integer facility) implements Serializable {}

  /** @param exams that the caller may see; {@code facility} over all those; {@code elsewhere} how many others there are */
  public record Whole(List<Row> exams, int elsewhere, long papers, long answered, Integer facility) implements Serializable {}

  private static final String EXAMS = """
      select e.id, e.title, u.name, e.opens_at, e.closes_at, u.path,
        (select count(*) from paper p join paper_question q on q.paper_id = p.id join item_version v on v.id = q.item_version_id where p.pool_id = e.pool_id and v.item_id = ?1) papers
      from item_exposure x join exam e on e.pool_id = x.pool_id join unit u on u.id = e.unit_id where x.item_id = ?1 order by e.opens_at desc, e.id desc""";
  private static final String ANSWERS = """
      select a.exam_id, count(*), sum(coalesce(m.marks, 0)), sum(q.marks) from item_version v join paper_question q on q.item_version_id = v.id join attempt a on a.paper_id = q.paper_id and a.score is not null and a.state in ('SUBMITTED', 'EXPIRED')
      left join response_mark m on m.attempt_id = a.id and m.no = q.no where v.item_id = ?1 group by a.exam_id""";

  @SuppressWarnings("unchecked")
  public Whole of(Caller caller, String code) {
    Drafts.demand(caller);
    long id = items.idOf(code).orElseThrow(() -> new NotFound("item", code));
    Map<Long, Object[]> answers = new HashMap<>();
    ((List<Object[]>) store.createNativeQuery(ANSWERS).setParameter(1, id).getResultList()).forEach(row -> answers.put(number(row[0]), row));
    List<Object[]> exams = store.createNativeQuery(EXAMS).setParameter(1, id).getResultList();
    List<Object[]> mine = exams.stream().filter(row -> caller.reaches((String) row[5])).toList();
    Instant now = clock.instant();
    long[] sums = new long[4];
    List<Row> rows = mine.stream().map(row -> {
      boolean closed = UtcColumn.time(row[4]).isBefore(now);
      Object[] answered = closed ? answers.get(number(row[0])) : null; // marks of an open exam are nobody's business yet
      sums[0] += number(row[6]);
      if (answered != null) for (int i = 1; i <= 3; i++) sums[i] += number(answered[i]);
      return new Row(number(row[0]), (String) row[1], (String) row[2], UtcColumn.time(row[3]), closed, number(row[6]), answered == null ? 0 : number(answered[1]), answered == null ? null : share(number(answered[2]), number(answered[3])));
    }).toList();
    return new Whole(rows, exams.size() - mine.size(), sums[0], sums[1], share(sums[2], sums[3]));
  }

  /** Blueprints whose lines an item meets now, by title. */
  public List<String> blueprints(String code) {
    Items.Detail item = items.detail(code);
    return store.createNativeQuery("select distinct b.title from blueprint b join blueprint_line l on l.blueprint_id = b.id where l.type = ?1 and ?2 between l.difficulty_from and l.difficulty_to and (l.topic is null or l.topic = ?3 or ?3 like concat(replace(replace(l.topic, '%', '\\\\%'), '_', '\\\\_'), '/%')) order by b.title")
        .setParameter(1, item.content().type().name()).setParameter(2, item.content().difficulty()).setParameter(3, item.content().topic()).getResultList().stream().map(String.class::cast).toList();
  }

  private static Integer share(long got, long of) {
    return of == 0 ? null : (int) (got * 1000 / of);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
