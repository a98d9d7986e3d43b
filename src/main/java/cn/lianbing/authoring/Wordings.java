package cn.lianbing.authoring;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All wordings that an item has had, each with its present key. */
@ApplicationScoped
@Transactional
public class Wordings {
  @PersistenceContext EntityManager store;
  @Inject Items items;

  public record Row(int number, Instant writtenAt, ItemDraft item) implements Serializable {}

  /** The oldest first. */
  public List<Row> of(String code) {
    List<Long> ids = store.createQuery("select v.id from Item i join ItemVersion v on v.itemId = i.id where i.code = :code order by v.number", Long.class).setParameter("code", code).getResultList();
    Map<Long, Items.Keyed> keyed = items.keyed(ids);
    return ids.stream().map(keyed::get).map(one -> {
      ItemVersion version = one.version();
      return new Row(version.number(), version.createdAt(), ItemDraft.of(code, version.content(), one.key()));
    }).toList();
  }
}
