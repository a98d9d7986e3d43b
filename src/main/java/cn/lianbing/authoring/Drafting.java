package cn.lianbing.authoring;

import cn.lianbing.bank.ItemImport;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Writing items: begun, saved as often as one likes, handed in, taken back, thrown away. Each verb gives the draft's new version back. */
@ApplicationScoped
@Transactional
public class Drafting {
  private static final String CODE = "[A-Za-z0-9-]{3,40}";
  private static final int LONGEST_COMMENT = 1000;
  @PersistenceContext EntityManager store;
  @Inject Drafts drafts;
  @Inject Items items;
  @Inject ItemImport itemImport;
  @Inject History history;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A new item. @return the draft's id */
  public long begin(Caller caller, ItemType type) {
    Drafts.demand(caller);
    return begun(caller, new Draft(null, null, null, Manuscript.blank(type == null ? ItemType.SINGLE : type), caller, clock.instant()));
  }

  /** A change of an item that is published. @return the draft's id @throws Refused {@code draft-open}, {@code item-retired} */
  public long revise(Caller caller, String code) {
    Drafts.demand(caller);
    Items.Detail item = items.detail(code);
    if (item.state() != cn.lianbing.bank.Item.State.IN_USE) throw new Refused("item-retired", item.code());
    if (drafts.open(item.code()) != null) throw new Refused("draft-open", item.code());
    return begun(caller, new Draft(items.idOf(code).orElseThrow(), item.versionId(), item.code(), Manuscript.of(item), caller, clock.instant()));
  }

  private long begun(Caller caller, Draft draft) {
    store.persist(draft);
    store.flush();
    history.add(draft, HistoryEntry.Kind.BEGUN, null, caller);
    happened(caller, draft, "begin", "");
    return draft.id();
  }

  /** @param text its code may be missing as long as it is not handed in; that of an item that there is stays */
  public int save(Caller caller, long id, int seen, Manuscript text) {
    Draft draft = writable(caller, id, seen);
    String code = text.item().code();
    String clean = code == null || code.isBlank() ? null : code.strip();
    if (draft.itemId() == null && clean != null) {
      if (!clean.matches(CODE)) throw Invalid.field("code", "item.code");
      free(draft, clean);
    }
    draft.write(clean, text, clock.instant());
    if (!history.wrote(id, caller)) history.add(draft, HistoryEntry.Kind.EDITED, null, caller);
    store.flush();
    return draft.version();
  }

  /** Hands it in for review. @throws Invalid for what is missing, with the names of the form's fields @throws Refused {@code draft-outdated} */
  public int submit(Caller caller, long id, int seen, String note) {
    Draft draft = writable(caller, id, seen);
    if (draft.code() == null) draft.write("ZX-%05d".formatted(draft.id()), draft.text(), clock.instant());
    free(draft, draft.code());
    upToDate(draft);
    faults(draft);
    draft.submit(clock.instant());
    history.add(draft, HistoryEntry.Kind.SUBMITTED, comment(note), caller);
    happened(caller, draft, "submit", "");
    List<Long> reviewers = store.createNativeQuery("select account_id from account_role where role = 'EXAM_ADMIN' and account_id <> ?1").setParameter(1, caller.accountId()).getResultList().stream().map(one -> ((Number) one).longValue()).toList();
    notices.tell(reviewers, new Notice("authoring.submitted", List.of(draft.code(), caller.name()), Reviewing.link(draft)));
    store.flush();
    return draft.version();
  }

  public int withdraw(Caller caller, long id, int seen) {
    Draft draft = drafts.locked(id, seen);
    own(caller, draft);
    draft.withdraw(clock.instant());
    history.add(draft, HistoryEntry.Kind.WITHDRAWN, null, caller);
    happened(caller, draft, "withdraw", "");
    store.flush();
    return draft.version();
  }

  public void discard(Caller caller, long id, int seen) {
    Draft draft = writable(caller, id, seen);
    draft.discard(clock.instant());
    history.add(draft, HistoryEntry.Kind.DISCARDED, null, caller);
    happened(caller, draft, "discard", "");
  }

  /** The author has seen what the bank says by now and stays with the draft. */
  public int rebase(Caller caller, long id, int seen) {
    Draft draft = writable(caller, id, seen);
    draft.rebase(items.detail(draft.code()).versionId(), clock.instant());
    history.add(draft, HistoryEntry.Kind.REBASED, null, caller);
    store.flush();
    return draft.version();
  }

  /** A remark for all who have to do with it; changes nothing. */
  public void remark(Caller caller, long id, String text) {
    Drafts.demand(caller);
    Draft draft = drafts.get(id);
    if (!draft.state().open()) throw new Refused("draft-state");
    String said = comment(text);
    if (said == null) throw Invalid.field("comment", "required");
    history.add(draft, HistoryEntry.Kind.COMMENTED, said, caller);
    if (!draft.authorId().equals(caller.accountId())) notices.tell(List.of(draft.authorId()), new Notice("authoring.commented", List.of(Reviewing.name(draft), caller.name(), said), Reviewing.link(draft)));
  }

  /** What is wrong with it as it stands, in the words of an import's report; empty where it may be handed in. */
  public List<ImportReport.Error> check(Caller caller, Manuscript text) {
    Drafts.demand(caller);
    String code = text.item().code();
    return itemImport.faults(text.coded(code == null || code.isBlank() ? "ZX-00000" : code).item());
  }

  private void faults(Draft draft) {
    List<ImportReport.Error> faults = itemImport.faults(draft.text().item());
    if (!faults.isEmpty()) throw new Invalid(faults.stream().map(one -> new Invalid.Violation(one.field(), one.code(), one.arguments())).toList());
  }

  /** @throws Refused {@code draft-outdated} where the bank has another wording than the one it changes */
  private void upToDate(Draft draft) {
    if (draft.itemId() != null && items.detail(draft.code()).versionId() != draft.baseVersionId()) throw new Refused("draft-outdated", draft.code());
  }

  private void free(Draft draft, String code) {
    if (draft.itemId() == null && items.idOf(code).isPresent()) throw Invalid.field("code", "item.codeTaken", code);
    Long open = drafts.open(code);
    if (open != null && !open.equals(draft.id())) throw Invalid.field("code", "item.codeTaken", code);
  }

  private Draft writable(Caller caller, long id, int seen) {
    Draft draft = drafts.locked(id, seen);
    own(caller, draft);
    if (!draft.state().writable()) throw new Refused("draft-state");
    return draft;
  }

  private static void own(Caller caller, Draft draft) {
    Drafts.demand(caller);
    if (!Drafts.mayWrite(caller, draft)) throw new Refused("draft-not-yours");
  }

  static String comment(String text) {
    if (text == null || text.isBlank()) return null;
    if (text.strip().length() > LONGEST_COMMENT) throw Invalid.field("comment", "tooLong", LONGEST_COMMENT);
    return text.strip();
  }

  private void happened(Caller caller, Draft draft, String verb, String detail) {
    happened.fire(Happened.done(caller, "authoring." + verb, "draft", draft.id(), null, draft.code() == null ? detail : draft.code() + " " + detail));
  }
}
