package cn.lianbing.authoring;

import cn.lianbing.bank.Item;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemImport;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.Items;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Deciding about drafts, by somebody who had no hand in them: published, or returned with a reason. */
@ApplicationScoped
@Transactional
public class Reviewing {
  @PersistenceContext EntityManager store;
  @Inject Drafts drafts;
  @Inject Items items;
  @Inject ItemImport itemImport;
  @Inject ItemLifecycle lifecycle;
  @Inject History history;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @throws Refused {@code review-own}, {@code draft-outdated}, {@code draft-unchanged}, {@code item-retired}, {@code changed-meanwhile} */
  public void publish(Caller caller, long id, int seen, String note) {
    Draft draft = decidable(caller, id, seen);
    current(draft);
    ImportReport report = itemImport.file(caller, new ItemFile(List.of(), List.of(draft.text().item()), List.of()), false);
    if (!report.clean()) throw new Invalid(report.errors().stream().map(one -> new Invalid.Violation(one.field(), one.code(), one.arguments())).toList());
    beside(caller, draft, report.duplicates() > 0);
    draft.publish(items.idOf(draft.code()).orElseThrow(), caller, clock.instant());
    history.add(draft, HistoryEntry.Kind.PUBLISHED, Drafting.comment(note), caller);
    happened.fire(Happened.done(caller, "authoring.publish", "draft", id, null, draft.code()));
    notices.tell(List.of(draft.authorId()), new Notice("authoring.published", List.of(draft.code(), caller.name()), "/staff/bank/item.xhtml?code=" + draft.code()));
  }

  public void sendBack(Caller caller, long id, int seen, String reason) {
    Draft draft = decidable(caller, id, seen);
    String said = Drafting.comment(reason);
    if (said == null) throw Invalid.field("comment", "required");
    draft.sendBack(caller, clock.instant());
    history.add(draft, HistoryEntry.Kind.RETURNED, said, caller);
    happened.fire(Happened.done(caller, "authoring.return", "draft", id, null, draft.code()));
    notices.tell(List.of(draft.authorId()), new Notice("authoring.returned", List.of(draft.code(), caller.name(), said), link(draft)));
  }

  private Draft decidable(Caller caller, long id, int seen) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    Draft draft = drafts.locked(id, seen);
    if (draft.state() != Draft.State.IN_REVIEW) throw new Refused("draft-state");
    if (history.wrote(id, caller)) throw new Refused("review-own");
    return draft;
  }

  /** The item is locked: neither an import nor another decision comes between the look and the change. */
  private void current(Draft draft) {
    if (draft.itemId() == null) {
      if (items.idOf(draft.code()).isPresent()) throw Invalid.field("code", "item.codeTaken", draft.code());
      return;
    }
    Item item = store.find(Item.class, draft.itemId(), LockModeType.PESSIMISTIC_WRITE);
    store.refresh(item);
    if (item.state() == Item.State.RETIRED) throw new Refused("item-retired", item.code());
    if (!item.latestVersionId().equals(draft.baseVersionId())) throw new Refused("draft-outdated", item.code());
  }

  /** Tags and embargo, which are the item's and no wording. */
  private void beside(Caller caller, Draft draft, boolean sameWords) {
    Items.Detail item = items.detail(draft.code());
    Manuscript text = draft.text();
    boolean sameTags = item.tags().equals(text.tags().stream().sorted().toList());
    if (sameWords && sameTags && item.embargoed() == text.embargoed()) throw new Refused("draft-unchanged", draft.code());
    if (!sameTags) {
      List<String> off = new ArrayList<>(item.tags());
      off.removeAll(text.tags());
      lifecycle.tag(caller, draft.code(), text.tags(), off);
    }
    lifecycle.embargo(caller, draft.code(), text.embargoed());
  }

  static String link(Draft draft) {
    return "/staff/authoring/draft.xhtml?id=" + draft.id();
  }

  /** What people call it before it has a code. */
  static String name(Draft draft) {
    return draft.code() == null ? draft.stem().substring(0, Math.min(20, draft.stem().length())) : draft.code();
  }
}
