package cn.lianbing.authoring;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** The stored drafts. Whoever may write or review items sees them all. */
@ApplicationScoped
@Transactional
public class Drafts {
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject History history;

  /** What a list shows. REVIEWABLE: waits for a reviewer, and the caller may be that; MINE: the caller's, still open; OPEN: everybody's; DONE: published or discarded. */
  public enum Show { REVIEWABLE, MINE, OPEN, DONE }

  public record Row(long id, String code, Draft.State state, String type, String stem, String author, Instant changedAt, Instant submittedAt, String reviewer, boolean fresh, int version) implements Serializable {}

  /**
   * A draft with what it changes.
   *
   * @param published what is in the bank of it; null: nothing
   * @param outdated  the bank has another wording by now than the one it was begun from
   */
  public record Whole(Row row, Manuscript text, Items.Detail published, boolean outdated, boolean writable, boolean reviewable, List<History.Row> history) implements Serializable {}

  public Page<Row> page(Caller caller, Show show, String text, Page.Request request) {
    demand(caller);
    String from = " from Draft d where (:text is null or d.code like :text or d.stem like :text) and " + narrowed(show);
    var rows = store.createQuery("select d" + from + (show == Show.REVIEWABLE ? " order by d.submittedAt, d.id" : " order by d.changedAt desc, d.id desc"), Draft.class);
    var count = store.createQuery("select count(d)" + from, Long.class);
    for (var query : List.of(rows, count)) {
      query.setParameter("text", Like.containing(text));
      if (show == Show.REVIEWABLE || show == Show.MINE) query.setParameter("me", caller.accountId());
    }
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(Drafts::row).toList(), count.getSingleResult(), request.page(), request.size());
  }

  private static String narrowed(Show show) {
    return switch (show) {
      case REVIEWABLE -> "d.state = cn.lianbing.authoring.Draft.State.IN_REVIEW and not exists (select h.id from HistoryEntry h where h.draftId = d.id and h.byId = :me and h.kind in (cn.lianbing.authoring.HistoryEntry.Kind.BEGUN, cn.lianbing.authoring.HistoryEntry.Kind.EDITED))";
      case MINE -> "d.authorId = :me and d.state in (cn.lianbing.authoring.Draft.State.DRAFT, cn.lianbing.authoring.Draft.State.IN_REVIEW, cn.lianbing.authoring.Draft.State.RETURNED)";
      case OPEN -> "d.state in (cn.lianbing.authoring.Draft.State.DRAFT, cn.lianbing.authoring.Draft.State.IN_REVIEW, cn.lianbing.authoring.Draft.State.RETURNED)";
      case DONE -> "d.state in (cn.lianbing.authoring.Draft.State.PUBLISHED, cn.lianbing.authoring.Draft.State.DISCARDED)";
    };
  }

  /** @throws NotFound where there is none */
  public Whole whole(Caller caller, long id) {
    demand(caller);
    Draft draft = get(id);
    Items.Detail published = draft.itemId() == null ? null : items.detail(draft.code());
    boolean wrote = history.wrote(id, caller);
    return new Whole(row(draft), draft.text(), published, published != null && draft.state().open() && draft.baseVersionId() != null && published.versionId() != draft.baseVersionId(),
        draft.state().writable() && mayWrite(caller, draft), draft.state() == Draft.State.IN_REVIEW && caller.has("EXAM_ADMIN") && !wrote, history.ofDraft(id));
  }

  /** The open draft for a code; null where there is none. */
  public Long open(String code) {
    return store.createQuery("select d.id from Draft d where d.code = :code and d.state in (cn.lianbing.authoring.Draft.State.DRAFT, cn.lianbing.authoring.Draft.State.IN_REVIEW, cn.lianbing.authoring.Draft.State.RETURNED)", Long.class).setParameter("code", code).getResultStream().findFirst().orElse(null);
  }

  Draft get(long id) {
    Draft draft = store.find(Draft.class, id);
    if (draft == null) throw new NotFound("draft", id);
    return draft;
  }

  /** Nobody else changes it until the transaction ends. @throws Refused {@code changed-meanwhile} */
  Draft locked(long id, int seen) {
    Draft draft = store.find(Draft.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (draft == null) throw new NotFound("draft", id);
    store.refresh(draft);
    return draft.seen(seen);
  }

  static boolean mayWrite(Caller caller, Draft draft) {
    return caller.has("EXAM_ADMIN") || caller.has("TRAINER") && draft.authorId().equals(caller.accountId());
  }

  static void demand(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "TRAINER")) throw new Refused("forbidden");
  }

  private static Row row(Draft draft) {
    return new Row(draft.id(), draft.code(), draft.state(), draft.type(), draft.stem(), draft.authorName(), draft.changedAt(), draft.submittedAt(), draft.reviewerName(), draft.itemId() == null, draft.version());
  }
}
