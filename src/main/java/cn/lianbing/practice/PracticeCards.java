package cn.lianbing.practice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored cards. Nobody reads another officer's: the officer is always the caller. */
@ApplicationScoped
@Transactional
public class PracticeCards {
  @PersistenceContext EntityManager store;

  /** @throws NotFound for somebody who is no officer */
  static long officer(Caller caller) {
    if (caller.officerId() == null) throw new NotFound("practice", "-");
    return caller.officerId();
  }

  /** Those of some items, by item. */
  Map<Long, PracticeCard> of(Caller caller, Collection<Long> itemIds) {
    Map<Long, PracticeCard> found = new HashMap<>();
    if (!itemIds.isEmpty()) store.createQuery("select c from PracticeCard c where c.officerId = :officer and c.itemId in :items", PracticeCard.class).setParameter("officer", officer(caller)).setParameter("items", itemIds).getResultList().forEach(one -> found.put(one.itemId(), one));
    return found;
  }

  /** To be changed; a new one where there is none. */
  PracticeCard locked(Caller caller, long itemId) {
    return store.createQuery("select c from PracticeCard c where c.officerId = :officer and c.itemId = :item", PracticeCard.class).setParameter("officer", officer(caller)).setParameter("item", itemId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst()
        .orElseGet(() -> new PracticeCard(officer(caller), itemId));
  }

  void keep(PracticeCard card) {
    store.persist(card);
    store.flush();
  }

  /** What choosing for a drill looks at. */
  record Standing(long itemId, boolean answered, boolean lastCorrect, boolean inBook, boolean favourite, LocalDate dueOn) {}

  Map<Long, Standing> standings(Caller caller) {
    Map<Long, Standing> found = new HashMap<>();
    List<Object[]> rows = store.createQuery("select c.itemId, c.answers, c.lastCorrect, c.inBook, c.favourite, c.dueOn from PracticeCard c where c.officerId = :officer", Object[].class).setParameter("officer", officer(caller)).getResultList();
    for (Object[] row : rows) found.put((Long) row[0], new Standing((Long) row[0], (Integer) row[1] > 0, (Boolean) row[2], (Boolean) row[3], (Boolean) row[4], (LocalDate) row[5]));
    return found;
  }
}
