package cn.lianbing.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Keeps what searches and filters look at: a narrow row for each item, of its latest wording. */
@ApplicationScoped
@Transactional
public class ItemSearch {
  private static final int AT_A_TIME = 500;
  @PersistenceContext EntityManager store;

  void write(String code, ItemVersion version) {
    ItemContent content = version.content();
    String text = SearchText.of(code, content);
    store.createNativeQuery("replace into item_search (item_id, type, topic_id, law_version_id, stage, field, difficulty, text, grams) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .setParameter(1, version.itemId()).setParameter(2, content.type().name()).setParameter(3, version.topic().id()).setParameter(4, version.law().id()).setParameter(5, content.stage()).setParameter(6, content.field()).setParameter(7, content.difficulty())
        .setParameter(8, text).setParameter(9, String.join(" ", SearchText.grams(text))).executeUpdate();
  }

  /** Items that were stored before there was a search get their rows. */
  void complete() {
    while (true) {
      List<?> missing = store.createNativeQuery("select i.latest_version_id from item i left join item_search s on s.item_id = i.id where s.item_id is null and i.latest_version_id is not null limit " + AT_A_TIME).getResultList();
      if (missing.isEmpty()) return;
      store.createQuery("select i.code, v from Item i join ItemVersion v on v.id = i.latestVersionId left join fetch v.law left join fetch v.topic where v.id in :ids", Object[].class).setParameter("ids", missing.stream().map(id -> ((Number) id).longValue()).toList()).getResultList().forEach(row -> write((String) row[0], (ItemVersion) row[1]));
      store.clear();
    }
  }
}
