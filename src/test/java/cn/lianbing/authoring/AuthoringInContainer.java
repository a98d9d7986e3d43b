package cn.lianbing.authoring;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static cn.lianbing.testing.Inside.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemImport;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Topics;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Line;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Drafts, reviews, search and bulk changes against the real database. */
public interface AuthoringInContainer {
  Page.Request FIRST = new Page.Request(1, 20);

  /** Another administrator of exams than {@code admin}. */
  private static Caller second() {
    Caller one = caller("admin");
    return new Caller(one.accountId() + 1_000_000, null, "另一位", one.unitId(), one.unitPath(), Set.of("EXAM_ADMIN"), one.address(), null);
  }

  private static Manuscript text(String code, String stem, String right) {
    DraftQuestion question = new DraftQuestion("SINGLE", stem, new TreeMap<>(Map.of("A", "三日", "B", "五日", "C", "七日", "D", "十日")), List.of(right), List.of());
    return new Manuscript(new ItemDraft(1, code, question, null, List.of(), List.of(new ItemDraft.DraftBasis(null, null, "1", "五日")), "起草法", "2026", "起草/期限", "通则", "通用", "2", "第一条规定五日。"), List.of("试标签"), false);
  }

  private static void law() {
    bean(ItemImport.class).file(caller("admin"), ItemFile.yaml("law: 起草法\nversion: \"2026\"\ninForce: 2026-01-01\nitems:\n  - {code: QC-000, type: TRUE_FALSE, stem: 起草法自二〇二六年起施行。, key: true, basis: [{article: 9, quote: 施行}], topic: 起草/施行, stage: 通则, field: 通用, difficulty: 1, rationale: 第九条。}\n".getBytes(StandardCharsets.UTF_8)), false);
  }

  private static long handedIn(Caller author, String code, String stem) {
    Drafting drafting = bean(Drafting.class);
    law();
    long id = drafting.begin(author, ItemType.SINGLE);
    int version = drafting.save(author, id, seen(id), text(code, stem, "B"));
    drafting.submit(author, id, version, "请审核");
    return id;
  }

  private static int seen(long id) {
    return (int) count("select version from item_draft where id = ?", id);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    Throwable thrown = assertThrows(RuntimeException.class, action);
    while (!(thrown instanceof Refused) && thrown.getCause() != null) thrown = thrown.getCause();
    return thrown instanceof Refused refused ? refused.code() : String.valueOf(thrown);
  }

  private static List<String> found(String text) {
    return bean(Items.class).page(new Items.Filter(text, null, null, null), FIRST).items().stream().map(Items.Row::code).toList();
  }

  @Test
  default void a_draft_is_reviewed_by_somebody_else_and_only_then_drawn() {
    long id = handedIn(caller("trainer"), "QC-101", "起草的期限为几日？");
    assertTrue(bean(Items.class).idOf("QC-101").isEmpty(), "a draft is nothing that a paper could have");
    assertTrue(bean(Drafts.class).page(caller("admin"), Drafts.Show.REVIEWABLE, "QC-101", FIRST).total() == 1);
    assertEquals("forbidden", refusal(() -> bean(Reviewing.class).publish(caller("trainer"), id, seen(id), null)));
    bean(Reviewing.class).publish(caller("admin"), id, seen(id), "核对无误");
    assertTrue(bean(Items.class).candidates(LocalDate.now()).stream().anyMatch(one -> one.code().equals("QC-101")));
    List<History.Row> history = bean(History.class).ofItem(bean(Items.class).idOf("QC-101").orElseThrow());
    assertEquals(List.of(HistoryEntry.Kind.BEGUN, HistoryEntry.Kind.SUBMITTED, HistoryEntry.Kind.WRITTEN, HistoryEntry.Kind.TAGGED, HistoryEntry.Kind.PUBLISHED), history.stream().map(History.Row::kind).toList());
    assertEquals(caller("trainer").name(), history.get(0).by());
    assertEquals(caller("admin").name(), history.get(4).by());
    assertEquals(1, count("select count(*) from notice where kind = 'authoring.published' and args like '%QC-101%' and account_id = ?", caller("trainer").accountId()));
    assertTrue(count("select count(*) from notice where kind = 'authoring.submitted' and args like '%QC-101%' and account_id = ?", caller("admin").accountId()) >= 1);
  }

  @Test
  default void nobody_reviews_what_they_had_a_hand_in() {
    Drafting drafting = bean(Drafting.class);
    long own = handedIn(caller("admin"), "QC-102", "谁来审核自己的稿子？");
    assertEquals("review-own", refusal(() -> bean(Reviewing.class).publish(caller("admin"), own, seen(own), null)));
    assertEquals("review-own", refusal(() -> bean(Reviewing.class).sendBack(caller("admin"), own, seen(own), "不行")));
    long other = drafting.begin(caller("trainer"), ItemType.SINGLE);
    int version = drafting.save(caller("admin"), other, seen(other), text("QC-103", "改过别人稿子的人呢？", "B"));
    drafting.submit(caller("trainer"), other, version, null);
    assertEquals("review-own", refusal(() -> bean(Reviewing.class).publish(caller("admin"), other, seen(other), null)));
    assertEquals(0, bean(Drafts.class).page(caller("admin"), Drafts.Show.REVIEWABLE, "QC-10", FIRST).items().stream().filter(row -> row.id() == own || row.id() == other).count());
    bean(Reviewing.class).publish(second(), other, seen(other), null);
    assertTrue(bean(Items.class).idOf("QC-103").isPresent());
  }

  @Test
  default void of_two_reviewers_at_once_one_decides() {
    long id = handedIn(caller("trainer"), "QC-104", "两位审核人同时办理时怎么办？");
    int version = seen(id);
    List<Object> outcomes = atOnce(4, () -> {
      bean(Reviewing.class).publish(caller("admin"), id, version, null);
      return "done";
    });
    assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes.toString());
    assertEquals(1, count("select count(*) from item_version v join item i on i.id = v.item_id where i.code = 'QC-104'"));
    assertEquals("changed-meanwhile", refusal(() -> bean(Reviewing.class).sendBack(second(), id, version, "晚了")));
  }

  @Test
  default void a_change_stands_beside_what_is_published_until_it_is_published_itself() {
    Drafting drafting = bean(Drafting.class);
    long first = handedIn(caller("trainer"), "QC-105", "修改以前的题干是什么？");
    bean(Reviewing.class).publish(caller("admin"), first, seen(first), null);
    long change = drafting.revise(caller("trainer"), "QC-105");
    assertEquals("draft-open", refusal(() -> drafting.revise(caller("admin"), "QC-105")));
    int version = drafting.save(caller("trainer"), change, seen(change), text("别的代码", "修改以后的题干是什么？", "B"));
    drafting.submit(caller("trainer"), change, version, null);
    assertEquals("修改以前的题干是什么？", bean(Items.class).detail("QC-105").content().stem());
    bean(Reviewing.class).sendBack(caller("admin"), change, seen(change), "请说明哪一部法");
    assertEquals(Draft.State.RETURNED, bean(Drafts.class).whole(caller("trainer"), change).row().state());
    drafting.submit(caller("trainer"), change, seen(change), null);
    bean(Reviewing.class).publish(caller("admin"), change, seen(change), null);
    Items.Detail item = bean(Items.class).detail("QC-105");
    assertEquals("修改以后的题干是什么？", item.content().stem());
    assertEquals(2, item.versionNumber());
    assertEquals(2, bean(Wordings.class).of("QC-105").size());
  }

  @Test
  default void what_was_changed_meanwhile_is_not_overwritten() {
    Drafting drafting = bean(Drafting.class);
    long first = handedIn(caller("trainer"), "QC-106", "期间被别人改过的题怎么办？");
    bean(Reviewing.class).publish(caller("admin"), first, seen(first), null);
    long change = drafting.revise(caller("trainer"), "QC-106");
    int version = drafting.save(caller("trainer"), change, seen(change), text("QC-106", "起草人的新题干是什么？", "B"));
    int submitted = drafting.submit(caller("trainer"), change, version, null);
    bean(ItemImport.class).file(caller("admin"), new ItemFile(List.of(), List.of(text("QC-106", "导入文件里的新题干是什么？", "B").item()), List.of()), false);
    assertEquals("draft-outdated", refusal(() -> bean(Reviewing.class).publish(caller("admin"), change, submitted, null)));
    int back = drafting.withdraw(caller("trainer"), change, submitted);
    assertEquals("draft-outdated", refusal(() -> drafting.submit(caller("trainer"), change, back, null)));
    int rebased = drafting.rebase(caller("trainer"), change, back);
    bean(Reviewing.class).publish(caller("admin"), change, drafting.submit(caller("trainer"), change, rebased, null), null);
    assertEquals("起草人的新题干是什么？", bean(Items.class).detail("QC-106").content().stem());
  }

  @Test
  default void a_draft_may_be_unfinished_but_not_handed_in_so_and_nobody_else_writes_in_it() {
    Drafting drafting = bean(Drafting.class);
    long id = drafting.begin(caller("trainer"), ItemType.CASE);
    Invalid missing = (Invalid) assertThrows(RuntimeException.class, () -> drafting.submit(caller("trainer"), id, seen(id), null));
    assertTrue(missing.violations().stream().anyMatch(one -> one.field().equals("material")), missing.toString());
    assertEquals(Draft.State.DRAFT, bean(Drafts.class).whole(caller("trainer"), id).row().state());
    Caller other = new Caller(caller("trainer").accountId() + 1_000_000, null, "别的教官", caller("trainer").unitId(), caller("trainer").unitPath(), Set.of("TRAINER"), null, null);
    assertEquals("draft-not-yours", refusal(() -> drafting.save(other, id, seen(id), text(null, "改别人的", "B"))));
    assertEquals("forbidden", refusal(() -> bean(Drafts.class).whole(caller("officer100"), id)));
    drafting.discard(caller("trainer"), id, seen(id));
    assertEquals("draft-state", refusal(() -> drafting.save(caller("trainer"), id, seen(id), text(null, "放弃以后", "B"))));
  }

  @Test
  default void nothing_follows_in_a_drafts_life_that_cannot_follow() {
    Instant now = Instant.parse("2026-11-24T04:00:00Z");
    Draft draft = new Draft(null, null, null, Manuscript.blank(ItemType.SINGLE), caller("trainer"), now);
    assertEquals("draft-state", refusal(() -> draft.publish(7, caller("admin"), now)));
    assertEquals("draft-state", refusal(() -> draft.sendBack(caller("admin"), now)));
    assertEquals("draft-state", refusal(() -> draft.withdraw(now)));
    draft.submit(now);
    assertEquals("draft-state", refusal(() -> draft.write(null, Manuscript.blank(ItemType.SINGLE), now)));
    assertEquals("draft-state", refusal(() -> draft.discard(now)));
    assertEquals("draft-state", refusal(() -> draft.submit(now)));
    draft.withdraw(now);
    draft.discard(now);
    assertEquals("draft-state", refusal(() -> draft.submit(now)));
    assertEquals("changed-meanwhile", refusal(() -> draft.seen(3)));
    Draft change = new Draft(7L, 70L, "QC-1", text("QC-1", "几日？", "B"), caller("trainer"), now);
    change.write("ANDERS-1", text("ANDERS-1", "几日？", "B"), now);
    assertEquals("QC-1", change.text().item().code(), "the code of a published item stays whatever its draft says");
  }

  @Test
  default void search_finds_words_that_stand_together_and_all_of_several() {
    long id = handedIn(caller("trainer"), "QC-107", "鸬鹚湾镇的渡口由谁巡查？船夫ＡＢＣ怎么办？");
    assertEquals(List.of(), found("鸬鹚湾"), "not published yet");
    bean(Reviewing.class).publish(caller("admin"), id, seen(id), null);
    assertEquals(List.of("QC-107"), found("鸬鹚湾"));
    assertEquals(List.of("QC-107"), found("渡口 鸬鹚"));
    assertEquals(List.of("QC-107"), found("abc怎么"), "full width and capitals are what they are read as");
    assertEquals(List.of("QC-107"), found("鹚"), "a single letter has no pair");
    assertEquals(List.of("QC-107"), found("qc-107"));
    assertEquals(List.of(), found("湾鸬"));
    assertEquals(List.of(), found("鸬鹚 没有这个词"));
    assertEquals(List.of(), found("鸬鹚\") or 1=1 -- *+<>~"), "attack 15");
    assertEquals(List.of(), found("鸬_湾"));
    Items.Filter filter = new Items.Filter("鸬鹚湾", "起草", ItemType.SINGLE, null, "起草法", "通则", "通用", 2, 2, false, "试标签");
    assertEquals(1, bean(Items.class).page(filter, FIRST).total());
    assertEquals(1, bean(Items.class).wholes(filter, 0, 10).size());
    assertEquals(0, bean(Items.class).page(new Items.Filter("鸬鹚湾", "起草", ItemType.SINGLE, null, "起草法", "通则", "通用", 3, 5, null, null), FIRST).total());
  }

  @Test
  default void many_are_changed_at_once_and_each_that_could_not_be_says_why() {
    long id = handedIn(caller("trainer"), "QC-108", "批量办理时每一题怎样报告？");
    bean(Reviewing.class).publish(caller("admin"), id, seen(id), null);
    BulkChange bulk = bean(BulkChange.class);
    List<BulkChange.Chosen> chosen = List.of(new BulkChange.Chosen("QC-108", null), new BulkChange.Chosen("QC-999", null));
    List<BulkChange.Outcome> outcomes = bulk.run(caller("admin"), chosen, new BulkChange.Change(BulkChange.Action.EMBARGO, null, null, null));
    assertTrue(outcomes.get(0).done());
    assertEquals("not-found", outcomes.get(1).code());
    LocalDate day = LocalDate.now();
    assertTrue(bean(Items.class).candidates(day).stream().anyMatch(one -> one.code().equals("QC-108")), "exams have it");
    assertFalse(bean(Items.class).practicable(day).stream().anyMatch(one -> one.code().equals("QC-108")), "practice does not");
    assertFalse(bean(Items.class).matching("起草/期限", ItemType.SINGLE, 1, 5, day).contains(bean(Items.class).detail("QC-108").versionId()));
    bulk.run(caller("admin"), chosen, new BulkChange.Change(BulkChange.Action.FILE, new ItemLifecycle.Place("起草/批量", null, null, 4), null, null));
    bulk.run(caller("admin"), chosen, new BulkChange.Change(BulkChange.Action.TAG, null, List.of("甲", "乙"), List.of("试标签")));
    Items.Detail item = bean(Items.class).detail("QC-108");
    assertEquals("起草/批量", item.content().topic());
    assertEquals(4, item.content().difficulty());
    assertEquals(Set.of("甲", "乙"), Set.copyOf(item.tags()));
    assertEquals(1, item.versionNumber(), "nothing that is read has changed");
    assertEquals(1, bean(ItemImport.class).file(caller("admin"), new ItemFile(List.of(), List.of(text("QC-108", "批量办理时每一题怎样报告？", "B").item()), List.of()), false).duplicates(), "a file that has the former place changes nothing");
    assertEquals("起草/批量", bean(Items.class).detail("QC-108").content().topic());
    assertEquals("invalid", bulk.run(caller("admin"), chosen, new BulkChange.Change(BulkChange.Action.FILE, new ItemLifecycle.Place(null, "没有的环节", null, null), null, null)).get(0).invalid() ? "invalid" : "");
    assertEquals("forbidden", refusal(() -> bulk.run(caller("trainer"), chosen, new BulkChange.Change(BulkChange.Action.RETIRE, null, null, null))));
    assertEquals(1, bulk.run(caller("admin"), chosen, new BulkChange.Change(BulkChange.Action.RETIRE, null, null, null)).stream().filter(BulkChange.Outcome::done).count());
    assertFalse(bean(Items.class).candidates(day).stream().anyMatch(one -> one.code().equals("QC-108")));
  }

  @Test
  default void a_topic_that_moves_takes_items_and_blueprints_along_and_files_may_use_its_former_name() {
    long id = handedIn(caller("trainer"), "QC-109", "知识点移动以后题目去哪里？");
    bean(Reviewing.class).publish(caller("admin"), id, seen(id), null);
    bean(ItemLifecycle.class).file(caller("admin"), "QC-109", new ItemLifecycle.Place("旧类/细目", null, null, null));
    long blueprint = bean(BlueprintEditing.class).save(caller("admin"), null, "移动知识点的蓝图", List.of(new Line("旧类", ItemType.SINGLE, 1, 5, 1, 10)));
    Topics topics = bean(Topics.class);
    assertEquals("topic-inside", refusal(() -> topics.move(caller("admin"), "旧类", "旧类/下面", false)));
    topics.move(caller("admin"), "旧类", "新类", false);
    assertEquals("新类/细目", bean(Items.class).detail("QC-109").content().topic());
    assertEquals("新类", bean(BlueprintEditing.class).view(caller("admin"), blueprint).lines().get(0).topic());
    assertEquals(1, bean(Items.class).page(new Items.Filter("QC-109", "新类", null, null), FIRST).total());
    ItemDraft known = text("QC-110", "文件里还用旧名称的题去哪里？", "B").item();
    bean(ItemImport.class).file(caller("admin"), new ItemFile(List.of(), List.of(new ItemDraft(1, known.code(), known.question(), null, List.of(), known.basis(), known.law(), known.lawVersion(), "旧类/细目", "通则", "通用", "2", known.rationale())), List.of()), false);
    assertEquals("新类/细目", bean(Items.class).detail("QC-110").content().topic());
    bean(ItemLifecycle.class).file(caller("admin"), "QC-110", new ItemLifecycle.Place("另一类", null, null, null));
    assertEquals("topic-exists", refusal(() -> topics.move(caller("admin"), "另一类", "新类/细目", false)));
    topics.move(caller("admin"), "另一类", "新类/细目", true);
    assertEquals("新类/细目", bean(Items.class).detail("QC-110").content().topic());
    assertEquals("forbidden", refusal(() -> topics.move(caller("trainer"), "新类", "哪里", false)));
    change("delete from blueprint where id = ?", blueprint);
  }

  @Test
  default void who_used_an_item_is_told_with_how_it_was_answered() {
    String code = (String) ask("select i.code from item_exposure x join item i on i.id = x.item_id join exam e on e.pool_id = x.pool_id where e.closes_at < utc_timestamp(3) limit 1");
    if (code == null) return;
    Usage.Whole usage = bean(Usage.class).of(caller("admin"), code);
    assertFalse(usage.exams().isEmpty());
    assertNull(usage.exams().stream().filter(one -> !one.closed()).map(Usage.Row::facility).filter(one -> one != null).findFirst().orElse(null));
    assertFalse(bean(Usage.class).blueprints(code).isEmpty() && usage.exams().isEmpty());
  }
}
