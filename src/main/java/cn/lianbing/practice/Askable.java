package cn.lianbing.practice;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be practised now: what the bank may ask today, but nothing that stands on a paper of an exam that is not over, or that a
 * page cannot mark at once. Asking the bank costs far more than a drill, so each node remembers it for a minute.
 */
@ApplicationScoped
@Transactional
public class Askable {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  /**
   * Items on papers that people sit or have sat, and those that are expected on more than a tenth of an exam's papers, as on each form
   * of a few; an exam is over when its results may be out. Of a paper drawn from a large pool nobody can say before what will be on it.
   */
  private static final String HELD = """
      select distinct v.item_id from exam e join attempt a on a.exam_id = e.id join paper_question q on q.paper_id = a.paper_id join item_version v on v.id = q.item_version_id
      where e.state = 'SCHEDULED' and (e.closes_at > ?1 or e.release_rule = 'BY_HAND' and e.released_at is null)
      union select x.item_id from exam e join item_exposure x on x.pool_id = e.pool_id
      where e.state = 'SCHEDULED' and x.rate > 100 and (e.closes_at > ?1 or e.release_rule = 'BY_HAND' and e.released_at is null)""";
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Clock clock;
  private volatile Known known;

  private record Known(Instant at, LocalDate day, Map<Long, Items.Candidate> byItem) {}

  /** By the item's id, in the order of their codes. */
  public Map<Long, Items.Candidate> now() {
    Instant now = clock.instant();
    Known last = known;
    if (last != null && !now.isBefore(last.at()) && now.isBefore(last.at().plus(REMEMBERED)) && last.day().equals(today(now))) return last.byItem();
    Set<Long> held = held(now);
    Map<Long, Items.Candidate> found = new LinkedHashMap<>();
    for (Items.Candidate one : items.practicable(today(now))) if (one.type() != ItemType.CASE && !one.type().byHand() && !held.contains(one.itemId())) found.put(one.itemId(), one);
    known = new Known(now, today(now), found);
    return found;
  }

  private Set<Long> held(Instant now) {
    List<?> rows = store.createNativeQuery(HELD).setParameter(1, UtcColumn.of(now)).getResultList();
    Set<Long> ids = new HashSet<>();
    for (Object row : rows) ids.add(((Number) row).longValue());
    return ids;
  }

  /** For those who changed an exam or the bank and look at once. */
  void forget() {
    known = null;
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, Times.ZONE);
  }
}
