package cn.lianbing.authoring;

import cn.lianbing.bank.ItemStep;
import cn.lianbing.platform.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What was done with items and drafts, oldest first. */
@ApplicationScoped
@Transactional
public class History {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  public record Row(HistoryEntry.Kind kind, Integer versionNumber, String note, String by, Instant at) implements Serializable {}

  /** Of an item and of all drafts of it. */
  public List<Row> ofItem(long itemId) {
    return rows(store.createQuery("select h from HistoryEntry h where h.itemId = :id or h.draftId in (select d.id from Draft d where d.itemId = :id) order by h.id", HistoryEntry.class).setParameter("id", itemId).getResultList());
  }

  public List<Row> ofDraft(long draftId) {
    return rows(store.createQuery("select h from HistoryEntry h where h.draftId = :id order by h.id", HistoryEntry.class).setParameter("id", draftId).getResultList());
  }

  private static List<Row> rows(List<HistoryEntry> entries) {
    return entries.stream().map(one -> new Row(one.kind(), one.versionNumber(), one.note(), one.byName(), one.at())).toList();
  }

  /** Whether somebody had a hand in a draft's words, and so may not review it. */
  boolean wrote(long draftId, Caller caller) {
    return store.createQuery("select count(h) from HistoryEntry h where h.draftId = :id and h.byId = :by and h.kind in (cn.lianbing.authoring.HistoryEntry.Kind.BEGUN, cn.lianbing.authoring.HistoryEntry.Kind.EDITED)", Long.class).setParameter("id", draftId).setParameter("by", caller.accountId()).getSingleResult() > 0;
  }

  void add(Draft draft, HistoryEntry.Kind kind, String note, Caller who) {
    store.persist(new HistoryEntry(null, draft.id(), kind, null, note, who, clock.instant()));
  }

  void step(@Observes ItemStep step) {
    store.persist(new HistoryEntry(step.itemId(), null, HistoryEntry.Kind.valueOf(step.kind().name()), step.versionNumber(), step.note(), step.who(), clock.instant()));
  }
}
