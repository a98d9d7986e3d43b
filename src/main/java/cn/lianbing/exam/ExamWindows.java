package cn.lianbing.exam;

import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** When which units have people who sit an exam: for others who plan. */
@ApplicationScoped
@Transactional
public class ExamWindows {
  @PersistenceContext EntityManager store;

  /** An exam's window and a unit that has candidates in it. */
  public record Window(String title, Instant opensAt, Instant closesAt, String unit) implements Serializable {}

  /** Windows that touch the span and concern one of the units. */
  @SuppressWarnings("unchecked")
  public List<Window> of(Collection<Long> unitIds, Instant from, Instant to) {
    if (unitIds.isEmpty()) return List.of();
    String those = unitIds.stream().map(String::valueOf).reduce((a, b) -> a + "," + b).orElseThrow();
    List<Object[]> rows = store.createNativeQuery("""
        select distinct e.title, e.opens_at, e.closes_at, u.name from exam e join candidate c on c.exam_id = e.id join unit u on u.id = c.unit_id
        where e.state <> 'CANCELLED' and e.opens_at < ?2 and e.closes_at > ?1 and c.unit_id in (""" + those + ") order by e.opens_at, u.name").setParameter(1, UtcColumn.of(from)).setParameter(2, UtcColumn.of(to)).getResultList();
    return rows.stream().map(row -> new Window((String) row[0], UtcColumn.time(row[1]), UtcColumn.time(row[2]), (String) row[3])).toList();
  }
}
