package cn.lianbing.authoring;

import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The demo's drafts: one waits for its reviewer, a change of a published item was returned, one is half written. */
@ApplicationScoped
@Transactional
public class DemoDrafts {
  private static final String CHANGED = "XZCF-036-01";
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Drafting drafting;
  @Inject Drafts drafts;
  @Inject Reviewing reviewing;
  @Inject Items items;
  @Inject Accounts accounts;

  void fill(@Observes @Priority(130) Startup startup) {
    if (!settings.demo() || store.createQuery("select count(d) from Draft d", Long.class).getSingleResult() > 0 || items.idOf(CHANGED).isEmpty()) return;
    Account writes = accounts.byUsername("trainer").orElse(null);
    Account reviews = accounts.byUsername("admin").orElse(null);
    if (writes == null || reviews == null) return;
    Caller author = caller(writes, "TRAINER");
    Caller reviewer = caller(reviews, "EXAM_ADMIN");
    waiting(author);
    returned(author, reviewer);
    long half = drafting.begin(author, ItemType.TRUE_FALSE);
    drafting.save(author, half, seen(half), text(null, new DraftQuestion("TRUE_FALSE", "行政机关不得因当事人陈述、申辩而给予更重的处罚。", Map.of(), List.of("true"), List.of()), "45", "", "行政处罚/陈述申辩", "告知"));
  }

  private void waiting(Caller author) {
    long id = drafting.begin(author, ItemType.SINGLE);
    DraftQuestion question = new DraftQuestion("SINGLE", "某镇综合行政执法队拟吊销一家小作坊的许可证件，当事人要求听证。当事人最迟应当在被告知后几日内提出？", new TreeMap<>(Map.of("A", "三日", "B", "五日", "C", "七日", "D", "十日")), List.of("B"), List.of());
    int version = drafting.save(author, id, seen(id), text("QC-064-01", question, "64", "应当在行政机关告知后五日内提出", "行政处罚/听证程序", "听证"));
    drafting.submit(author, id, version, "结合乡镇执法的情形，请审核。");
  }

  private void returned(Caller author, Caller reviewer) {
    long id = drafting.revise(author, CHANGED);
    Manuscript is = drafts.get(id).text();
    DraftQuestion asks = is.item().question();
    DraftQuestion question = new DraftQuestion(asks.type(), "某违法行为不涉及公民生命健康安全、金融安全，法律也没有特别规定。多长时间内未被发现的，不再给予行政处罚？", asks.options(), asks.key(), List.of());
    ItemDraft item = new ItemDraft(1, CHANGED, question, null, List.of(), is.item().basis(), is.item().law(), is.item().lawVersion(), is.item().topic(), is.item().stage(), is.item().field(), is.item().difficulty(), is.item().rationale());
    int version = drafting.save(author, id, seen(id), new Manuscript(item, List.of(), false));
    reviewing.sendBack(reviewer, id, drafting.submit(author, id, version, null), "请保留“其他法律”的提法，第三十六条说的是法律另有规定的除外。");
  }

  private int seen(long id) {
    store.flush();
    return drafts.get(id).version();
  }

  private static Manuscript text(String code, DraftQuestion question, String article, String quote, String topic, String stage) {
    return new Manuscript(new ItemDraft(1, code, question, null, List.of(), List.of(new ItemDraft.DraftBasis(null, null, article, quote)), "行政处罚法", "2021修订", topic, stage, "通用", "2", "第" + article + "条。"), List.of(), false);
  }

  private static Caller caller(Account account, String role) {
    return new Caller(account.id(), null, account.name(), account.unitId(), "/", Set.of(role), null, null);
  }
}
