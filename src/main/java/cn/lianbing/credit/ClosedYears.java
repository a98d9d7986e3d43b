package cn.lianbing.credit;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** What the closing of a year found, as of its last closing: who had what was needed. Each sees the officers within reach. */
@ApplicationScoped
@Transactional
public class ClosedYears {
  @PersistenceContext EntityManager store;

  /** @param officers within the caller's reach who had to have hours; @param met how many of them had all */
  public record Year(int year, long officers, long met, Instant closedAt) implements Serializable {}

  public record Line(long officerId, String name, String unit, Bucket bucket, int earned, int needed) implements Serializable {
    public boolean met() {
      return earned >= needed;
    }
  }

  /** The newest first. */
  @SuppressWarnings("unchecked")
  public List<Year> all(Caller caller) {
    List<Object[]> rows = store.createNativeQuery("""
        select c.year, count(*), sum(x.met), c.closed_at from credit_close c join (
          select l.close_id, l.officer_id, min(l.earned >= l.needed) as met from credit_close_line l join officer o on o.id = l.officer_id join unit u on u.id = o.unit_id
          where u.path like ?1 and l.close_id in (select max(id) from credit_close group by year) group by l.close_id, l.officer_id) x on x.close_id = c.id
        group by c.id, c.year, c.closed_at order by c.year desc""").setParameter(1, caller.reach() + "%").getResultList();
    return rows.stream().map(row -> new Year((int) number(row[0]), number(row[1]), number(row[2]), UtcColumn.time(row[3]))).toList();
  }

  /**
   * By unit, then name.
   *
   * @throws NotFound where the year was never closed
   */
  @SuppressWarnings("unchecked")
  public Page<Line> lines(Caller caller, int year, Page.Request request) {
    List<?> run = store.createNativeQuery("select max(id) from credit_close where year = ?1").setParameter(1, year).getResultList();
    if (run.get(0) == null) throw new NotFound("creditYear", year);
    String within = " from credit_close_line l join officer o on o.id = l.officer_id join unit u on u.id = o.unit_id where l.close_id = ?1 and u.path like ?2";
    List<Object[]> rows = store.createNativeQuery("select o.id, o.name, u.name, l.bucket, l.earned, l.needed" + within + " order by u.sort, u.id, o.name, o.id, l.bucket desc").setParameter(1, run.get(0)).setParameter(2, caller.reach() + "%").setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = number(store.createNativeQuery("select count(*)" + within).setParameter(1, run.get(0)).setParameter(2, caller.reach() + "%").getSingleResult());
    return new Page<>(rows.stream().map(row -> new Line(number(row[0]), (String) row[1], (String) row[2], Bucket.valueOf((String) row[3]), (int) number(row[4]), (int) number(row[5]))).toList(), total, request.page(), request.size());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
