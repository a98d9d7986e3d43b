package cn.lianbing.authoring;

import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.SimilarAsked;
import cn.lianbing.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items that ask nearly what is being written or imported. Each node keeps an index of its own in memory and looks before it answers
 * whether there are newer keys in the database; every new wording and every correction brings one.
 */
@ApplicationScoped
@Transactional
public class SimilarItems {
  private static final int SHOWN = 5;
  private static final int AT_A_TIME = 500;
  /** Keys are numbered when they are written and seen when they are committed: so far back it is looked again. */
  private static final int LOOK_BACK = 1000;
  private static final Duration FRESH = Duration.ofSeconds(2);
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Clock clock;
  private final LikenessIndex index = new LikenessIndex();
  private final Map<Long, Long> keys = new HashMap<>();
  private long newest;
  private Instant looked = Instant.EPOCH;

  /** @param percent how alike both are */
  public record Row(String code, String stem, Item.State state, int percent) implements Serializable {}

  /** The most alike first; an item is not like itself. */
  public List<Row> like(Caller caller, ItemDraft item) {
    Drafts.demand(caller);
    Fingerprint print = Fingerprint.of(item);
    Long itself = item.code() == null ? null : items.idOf(item.code()).orElse(null);
    List<LikenessIndex.Like> found = find(print, itself, SHOWN);
    if (found.isEmpty()) return List.of();
    Map<Long, Object[]> rows = new HashMap<>();
    store.createQuery("select i.id, i.code, case when v.stem = '' then substring(v.material, 1, 120) else v.stem end, i.state from Item i join ItemVersion v on v.id = i.latestVersionId where i.id in :ids", Object[].class).setParameter("ids", found.stream().map(LikenessIndex.Like::id).toList()).getResultList().forEach(row -> rows.put((Long) row[0], row));
    return found.stream().filter(one -> rows.containsKey(one.id())).map(one -> new Row((String) rows.get(one.id())[1], (String) rows.get(one.id())[2], (Item.State) rows.get(one.id())[3], percent(one))).toList();
  }

  /** What an import brings. */
  void asked(@Observes SimilarAsked question) {
    for (ItemDraft item : question.items()) {
      if (!question.open()) return;
      for (LikenessIndex.Like one : find(Fingerprint.of(item), null, 1)) question.found(item, code(one.id()), percent(one));
    }
  }

  private String code(long itemId) {
    return store.createQuery("select i.code from Item i where i.id = :id", String.class).setParameter("id", itemId).getSingleResult();
  }

  private static int percent(LikenessIndex.Like one) {
    return (int) Math.round(one.likeness() * 100);
  }

  private List<LikenessIndex.Like> find(Fingerprint print, Long but, int most) {
    synchronized (index) {
      catchUp();
      return index.like(print, but, LikenessIndex.THRESHOLD, most);
    }
  }

  /** Reads what came since. */
  private void catchUp() {
    Instant now = clock.instant();
    if (index.size() > 0 && now.isBefore(looked.plus(FRESH))) return;
    List<?> rows = store.createNativeQuery("select i.id, k.id, v.id from item_key k join item_version v on v.id = k.item_version_id join item i on i.latest_version_id = v.id where k.id > ?1 order by k.id").setParameter(1, newest - LOOK_BACK).getResultList();
    Map<Long, Long> changed = new HashMap<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      long item = ((Number) row[0]).longValue();
      long key = ((Number) row[1]).longValue();
      newest = Math.max(newest, key);
      if (keys.getOrDefault(item, 0L) >= key) continue;
      keys.put(item, key);
      changed.put(((Number) row[2]).longValue(), item);
    }
    List<Long> versions = List.copyOf(changed.keySet());
    for (int from = 0; from < versions.size(); from += AT_A_TIME) {
      items.keyed(versions.subList(from, Math.min(versions.size(), from + AT_A_TIME))).forEach((version, keyed) -> index.put(changed.get(version), Fingerprint.of(ItemDraft.of("-", keyed.version().content(), keyed.key()))));
      store.clear();
    }
    looked = now;
  }
}
