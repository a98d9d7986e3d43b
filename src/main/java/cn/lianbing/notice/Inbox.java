package cn.lianbing.notice;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What the caller was told, newest first. Somebody else's notice does not exist. */
@ApplicationScoped
@Transactional
public class Inbox {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** @param link page of ours, or null */
  public record Row(long id, String kind, String title, String body, String link, Instant toldAt, boolean unread) implements Serializable {}

  /** @param unread only those */
  public Page<Row> page(Caller caller, Texts texts, boolean unread, Page.Request request) {
    String from = " from InboxEntry e where e.accountId = :account" + (unread ? " and e.readAt is null" : "");
    List<Row> rows = store.createQuery("select e" + from + " order by e.id desc", InboxEntry.class).setParameter("account", account(caller)).setFirstResult(request.offset()).setMaxResults(request.size())
        .getResultStream().map(entry -> row(texts, entry)).toList();
    long total = store.createQuery("select count(e)" + from, Long.class).setParameter("account", account(caller)).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  /** How many are unread; 0 for whoever is not signed in. */
  public long unread(Caller caller) {
    return caller.accountId() == null ? 0 : store.createQuery("select count(e) from InboxEntry e where e.accountId = :account and e.readAt is null", Long.class).setParameter("account", caller.accountId()).getSingleResult();
  }

  /** @return the page that it leads to, or null */
  public String read(Caller caller, long id) {
    InboxEntry entry = store.find(InboxEntry.class, id);
    if (entry == null || !entry.isOf(account(caller))) throw new NotFound("notice", id);
    entry.read(clock.instant());
    return entry.link();
  }

  public void readAll(Caller caller) {
    store.createQuery("update InboxEntry e set e.readAt = :now where e.accountId = :account and e.readAt is null").setParameter("now", clock.instant()).setParameter("account", account(caller)).executeUpdate();
  }

  private static Row row(Texts texts, InboxEntry entry) {
    Wording wording = Wording.of(texts, entry.kind(), entry.args());
    return new Row(entry.id(), entry.kind(), wording.title(), wording.body(), entry.link(), entry.toldAt(), entry.unread());
  }

  private static long account(Caller caller) {
    if (caller.accountId() == null) throw new NotFound("account", "-");
    return caller.accountId();
  }
}
