package cn.lianbing.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often items were put before examinees. An item's exposure rate in an exam is the share of papers on which it is expected
 * (Sympson and Hetter 1985); rates of exams add up, so that 2,000 thousandths are two exams in which everybody saw it.
 */
@ApplicationScoped
@Transactional
public class Exposures {
  private static final int MONTHS = 12;
  @PersistenceContext EntityManager store;

  /** Thousandths by item, of exams in the twelve months before the day and of those scheduled after it; items that were in none are absent. */
  @SuppressWarnings("unchecked")
  public Map<Long, Integer> before(LocalDate day) {
    List<Object[]> rows = store.createNativeQuery("select item_id, sum(rate) from item_exposure where on_day > ?1 group by item_id").setParameter(1, day.minusMonths(MONTHS)).getResultList();
    return rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> ((Number) row[1]).intValue()));
  }

  /** What a frozen pool will expose. */
  void expect(long poolId, Pool pool, LocalDate day) {
    Map<Long, Integer> rates = pool.fixed() ? ofForms(pool) : ofChance(pool);
    if (rates.isEmpty()) return;
    String versions = rates.entrySet().stream().map(one -> "select " + one.getKey() + " v, " + one.getValue() + " r").collect(Collectors.joining(" union all "));
    store.createNativeQuery("insert into item_exposure (pool_id, item_id, rate, on_day) select ?1, i.item_id, least(1000, sum(x.r)), ?2 from (" + versions + ") x join item_version i on i.id = x.v group by i.item_id").setParameter(1, poolId).setParameter(2, day).executeUpdate();
  }

  private static Map<Long, Integer> ofForms(Pool pool) {
    Map<Long, Integer> rates = new HashMap<>();
    int each = 1000 / pool.forms().size();
    pool.forms().forEach(form -> form.forEach(line -> line.forEach(version -> rates.merge(version, each, Integer::sum))));
    return rates;
  }

  private static Map<Long, Integer> ofChance(Pool pool) {
    Map<Long, Integer> rates = new HashMap<>();
    for (Pool.Part part : pool.parts()) for (Long version : part.versions()) rates.merge(version, 1000 * part.line().count() / part.versions().size(), Integer::sum);
    return rates;
  }
}
