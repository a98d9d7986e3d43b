package cn.lianbing.bank;

import cn.lianbing.law.LawArticle;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
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
import java.util.ArrayList;
import java.util.List;

/** Deciding about items whose law has moved: kept as they are with a new citation, changed, or retired, each with a name and a reason. */
@ApplicationScoped
@Transactional
public class ItemReview {
  public enum Decision { KEEP, CHANGE, RETIRE }

  private static final int LONGEST_REASON = 500;
  private static final int MOST = 500;
  @PersistenceContext EntityManager store;
  @Inject Items items;
  @Inject Citations citations;
  @Inject ItemImages images;
  @Inject Laws laws;
  @Inject ItemSearch search;
  @Inject Event<Happened> happened;
  @Inject Event<ItemStep> steps;
  @Inject Clock clock;

  /**
   * @throws Refused {@code flag-none} where nothing waits, {@code flag-keep} where what is quoted is not law any more or the new text is not known
   */
  public void decide(Caller caller, String code, Decision decision, String reason) {
    demand(caller);
    String why = checked(reason);
    Item item = items.byCode(code).orElseThrow(() -> new NotFound("item", code));
    List<ItemFlag> flags = waiting(item);
    if (flags.isEmpty()) throw new Refused("flag-none", code);
    settle(caller, item, flags, decision, why);
  }

  /**
   * Keeps all items whose articles say the same in the new version.
   *
   * @return how many
   */
  public int keepUnchanged(Caller caller, String reason) {
    demand(caller);
    String why = checked(reason);
    List<Item> open = store.createQuery("select distinct i from Item i join ItemFlag f on f.itemVersionId = i.latestVersionId where f.state = cn.lianbing.bank.ItemFlag.State.OPEN and f.sameText = true order by i.code", Item.class).setMaxResults(MOST).getResultList();
    int kept = 0;
    for (Item item : open) {
      List<ItemFlag> flags = waiting(item);
      if (!flags.stream().allMatch(one -> one.state() == ItemFlag.State.OPEN && one.sameText() && one.keepable())) continue;
      settle(caller, item, flags, Decision.KEEP, why);
      kept++;
    }
    if (kept == 0) throw new Refused("flag-no-unchanged");
    return kept;
  }

  private void settle(Caller caller, Item item, List<ItemFlag> flags, Decision decision, String why) {
    switch (decision) {
      case KEEP -> keep(item, flags);
      case RETIRE -> item.retire();
      default -> { }
    }
    ItemFlag.State state = decision == Decision.KEEP ? ItemFlag.State.KEPT : decision == Decision.RETIRE ? ItemFlag.State.RETIRED : ItemFlag.State.TO_CHANGE;
    for (ItemFlag flag : flags) flag.decide(state, why, caller, clock.instant());
    store.flush();
    if (decision == Decision.RETIRE) steps.fire(new ItemStep(caller, item.id(), item.code(), ItemStep.Kind.RETIRED, null, why));
    else if (decision == Decision.KEEP) steps.fire(new ItemStep(caller, item.id(), item.code(), ItemStep.Kind.WRITTEN, null, why));
    happened.fire(Happened.done(caller, decision == Decision.KEEP ? "bank.review.keep" : decision == Decision.RETIRE ? "bank.review.retire" : "bank.review.change", "item", item.code(), null, why));
  }

  /** The same words over the articles in force; where only a text was corrected and its number stayed, nothing has to be written. */
  private void keep(Item item, List<ItemFlag> flags) {
    if (!flags.stream().allMatch(ItemFlag::keepable)) throw new Refused("flag-keep", item.code());
    Items.Keyed present = items.keyed(List.of(item.latestVersionId())).get(item.latestVersionId());
    ItemContent content = present.version().content();
    LawVersion main = laws.find(content.law(), content.lawVersion()).orElseThrow();
    ItemContent fresh = content;
    for (ItemFlag flag : flags) {
      LawVersion cited = laws.get(flag.lawVersionId());
      LawVersion now = flag.successorId() == null ? cited : laws.get(flag.successorId());
      if (main.id().equals(cited.id())) main = now;
      fresh = fresh.recited(one -> one.law().equals(cited.law()) && one.version().equals(cited.name()) && one.number().equals(flag.number()) ? new Basis(now.law(), now.name(), article(flag).article().articleNumber(), one.quote()) : one, main.law(), main.name());
    }
    if (fresh.equals(content)) return;
    ItemVersion version = new ItemVersion(item, present.version().number() + 1, fresh, main, store.createQuery("select t from Topic t where t.path = :path", Topic.class).setParameter("path", content.topic()).getSingleResult(), clock.instant());
    version.recites(present.version());
    store.persist(version);
    store.flush();
    item.show(version);
    store.persist(new ItemKey(version, 1, present.key(), clock.instant()));
    images.link(version, fresh);
    citations.write(version, fresh.cited(), new QuoteCheck(laws), citations.known());
    search.write(item.code(), version);
  }

  private LawArticle article(ItemFlag flag) {
    return store.find(LawArticle.class, flag.newArticleId());
  }

  /** A new wording settles what was found about the one before. */
  void reworded(Caller caller, Item item) {
    for (ItemFlag flag : store.createQuery("select f from ItemFlag f where f.itemId = :id and f.state in (cn.lianbing.bank.ItemFlag.State.OPEN, cn.lianbing.bank.ItemFlag.State.TO_CHANGE)", ItemFlag.class).setParameter("id", item.id()).getResultList()) flag.decide(ItemFlag.State.CHANGED, flag.reason(), caller, clock.instant());
  }

  private List<ItemFlag> waiting(Item item) {
    return store.createQuery("select f from ItemFlag f where f.itemVersionId = :id and f.state in (cn.lianbing.bank.ItemFlag.State.OPEN, cn.lianbing.bank.ItemFlag.State.TO_CHANGE) order by f.id", ItemFlag.class).setParameter("id", item.latestVersionId()).getResultList();
  }

  private static String checked(String reason) {
    if (reason == null || reason.isBlank()) throw Invalid.field("reason", "required");
    if (reason.strip().length() > LONGEST_REASON) throw Invalid.field("reason", "tooLong", LONGEST_REASON);
    return reason.strip();
  }

  private static void demand(Caller caller) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
  }
}
