package cn.lianbing.bank;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.law.LawData;
import cn.lianbing.law.LawImport;
import cn.lianbing.law.LawKeeping;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The law library against the real database: imports, flags, papers, decisions. Each test has an invented law of its own. */
public interface LawsInContainer {
  String OLD = """
      %1$s
      第一章 总则
      第一条 为了规范练兵，制定本法。
      第二条 练兵机关应当在三日内告知当事人。
      第三条 当事人可以在五日内提出陈述、申辩。
      第四条 本法自2020年1月1日起施行。
      """;
  String NEW = """
      %1$s
      第一章 总则
      第一条 为了规范练兵，保障权益，制定本法。
      第二条 练兵应当公开、公正、文明进行。
      第三条 练兵机关应当在三日内告知当事人。
      第四条 当事人可以在十日内提出陈述、申辩。
      第五条 本法自2026年2月1日起施行。
      """;

  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), Times.ZONE);
  }

  private static long text(String law, String version, LocalDate from, LocalDate until, String text) {
    LawData data = new LawData(law, version, law, null, null, from, until, null, null);
    return bean(LawImport.class).store(caller("admin"), text.formatted(law).getBytes(StandardCharsets.UTF_8), law + "_" + version + ".txt", data).lawVersionId();
  }

  private static String item(String code, String law, String version, int article, String quote, String stem) {
    return """
        law: %s
        version: "%s"
        inForce: 2020-01-01
        items:
          - code: %s
            type: SINGLE
            stem: %s
            options: {A: 三日, B: 五日, C: 七日, D: 十日}
            key: [A]
            basis:
              - {article: %d, quote: %s}
            topic: 法条测试/%s
            stage: 通则
            field: 通用
            difficulty: 2
            rationale: 见条文。
        """.formatted(law, version, code, stem, article, quote, law);
  }

  private static ImportReport take(Caller who, String yaml) {
    return bean(ItemImport.class).file(who, yaml.getBytes(StandardCharsets.UTF_8), ItemFormat.YAML, false);
  }

  private static List<Long> drawable(String law, LocalDate day) {
    return bean(Items.class).matching("法条测试/" + law, ItemType.SINGLE, 1, 5, day);
  }

  private static List<ItemFlags.Flag> flags(String code) {
    return bean(ItemFlags.class).ofItem(code);
  }

  @Test
  default void what_the_bank_quotes_is_in_the_library_before_any_text_is() {
    assertTrue(count("select count(*) from law_article a join law_text t on t.id = a.law_text_id where t.number = 0") >= 400);
    assertEquals(0, count("select count(*) from item i where i.state = 'IN_USE' and not exists (select 1 from item_citation c where c.item_version_id = i.latest_version_id)"));
    Laws.Found staff = bean(Laws.class).article("行政处罚法", "2021修订", "36", true);
    assertTrue(staff.article().says("二年内未被发现"));
    assertEquals(null, bean(Laws.class).article("行政处罚法", "2021修订", "36", false).article(), "officers would read what exams ask");
  }

  @Test
  default void quotes_are_checked_when_items_come_and_when_the_text_comes() {
    String law = "练兵引文法";
    assertTrue(take(caller("admin"), item("LAW-A-1", law, "2020", 2, "在三日内告知", "几日内告知？")).clean());
    assertEquals("NO_TEXT", bean(Citations.class).ofItem("LAW-A-1").get(0).result());
    long id = text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    assertEquals("STANDS", bean(Citations.class).ofItem("LAW-A-1").get(0).result());
    assertEquals(List.of(), flags("LAW-A-1"));
    ImportReport wrong = take(caller("admin"), item("LAW-A-2", law, "2020", 2, "在四日内告知", "究竟几日内告知？"));
    assertEquals("quote", wrong.errors().get(0).field());
    assertEquals("item.noArticle", take(caller("admin"), item("LAW-A-2", law, "2020", 9, "在三日内告知", "究竟几日内告知？")).errors().get(0).code());
    assertEquals(0, count("select count(*) from item where code = 'LAW-A-2'"));
    // The files that the program comes with are taken, and held back.
    assertTrue(take(Caller.system(), item("LAW-A-2", law, "2020", 2, "在四日内告知", "究竟几日内告知？")).clean());
    assertEquals(ItemFlag.Cause.QUOTE, flags("LAW-A-2").get(0).cause());
    assertEquals(1, drawable(law, today()).size());
    assertThrows(Refused.class, () -> bean(ItemReview.class).decide(caller("admin"), "LAW-A-2", ItemReview.Decision.KEEP, "随便"));
    // The text is corrected: now it stands there, and the flag goes by itself.
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD.replace("应当在三日内告知当事人", "应当在四日内告知当事人"));
    assertEquals(List.of(), flags("LAW-A-2").stream().filter(one -> one.cause() == ItemFlag.Cause.QUOTE).toList());
    assertEquals(2, count("select count(*) from law_text where law_version_id = ? and number > 0", id));
    assertTrue(flags("LAW-A-1").stream().anyMatch(one -> one.cause() == ItemFlag.Cause.CHANGED && !one.keepable() && one.old().says("三日") && one.fresh().says("四日")), "the other one's article says something else now");
    assertTrue(flags("LAW-A-1").stream().anyMatch(one -> one.cause() == ItemFlag.Cause.QUOTE));
  }

  @Test
  default void a_lapsed_version_holds_its_items_back_until_somebody_decides() {
    String law = "练兵旧法";
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    take(caller("admin"), item("LAW-B-1", law, "2020", 2, "在三日内告知", "几日内告知当事人？"));
    take(caller("admin"), item("LAW-B-2", law, "2020", 3, "在五日内提出", "几日内提出申辩？"));
    take(caller("admin"), item("LAW-B-3", law, "2020", 3, "提出陈述、申辩", "可以提出什么？"));
    assertEquals(3, drawable(law, today()).size());
    LocalDate fresh = today().minusDays(3);
    long next = text(law, "2026", fresh, null, NEW);
    assertEquals(fresh.minusDays(1), bean(Laws.class).find(law, "2020").orElseThrow().until(), "the new version ends the old one");
    text(law, "2010", LocalDate.of(2010, 1, 1), null, OLD.replace("三日", "七日"));
    assertEquals(LocalDate.of(2019, 12, 31), bean(Laws.class).find(law, "2010").orElseThrow().until(), "an older version that is added later has ended long ago");
    assertEquals(List.of(), drawable(law, today()));
    assertEquals(3, drawable(law, fresh.minusDays(1)).size(), "until the last day it was law");

    ItemFlags.Flag same = flags("LAW-B-1").get(0);
    assertTrue(same.sameText() && same.keepable() && same.moved(), same.toString());
    assertEquals("第三条", same.fresh().label());
    ItemFlags.Flag changed = flags("LAW-B-2").get(0);
    assertFalse(changed.sameText() || changed.keepable());
    assertEquals(Boolean.FALSE, changed.quoteStands());
    assertTrue(changed.wording().fresh().stream().anyMatch(run -> run.changed() && run.text().equals("十")));
    ItemFlags.Flag worded = flags("LAW-B-3").get(0);
    assertTrue(worded.keepable() && !worded.sameText());

    assertEquals("flag-keep", assertThrows(Refused.class, () -> bean(ItemReview.class).decide(caller("admin"), "LAW-B-2", ItemReview.Decision.KEEP, "不行")).code());
    assertThrows(Invalid.class, () -> bean(ItemReview.class).decide(caller("admin"), "LAW-B-1", ItemReview.Decision.KEEP, " "));
    assertEquals("forbidden", assertThrows(Refused.class, () -> bean(ItemReview.class).decide(caller("trainer"), "LAW-B-1", ItemReview.Decision.RETIRE, "不用了")).code());
    assertEquals(List.of("2020", "2010"), bean(Laws.class).page(new Laws.Filter(law, LawVersion.Standing.LAPSED), today(), new Page.Request(1, 10)).items().stream().map(Laws.Row::version).toList());
    bean(ItemReview.class).decide(caller("admin"), "LAW-B-1", ItemReview.Decision.KEEP, "条文未变，只改条号");
    Items.Detail kept = bean(Items.class).detail("LAW-B-1");
    assertEquals("2026", kept.content().lawVersion());
    assertEquals(List.of(new Basis(law, "2026", 3, "在三日内告知")), kept.content().basis());
    assertEquals(List.of("A"), kept.key().choice());
    assertEquals(1, drawable(law, today()).size());
    bean(ItemReview.class).decide(caller("admin"), "LAW-B-2", ItemReview.Decision.CHANGE, "天数变了");
    assertEquals(1, drawable(law, today()).size(), "it waits for its new wording");
    bean(ItemReview.class).decide(caller("admin"), "LAW-B-3", ItemReview.Decision.RETIRE, "太容易");
    assertEquals("RETIRED", ask("select state from item where code = 'LAW-B-3'"));
    assertEquals("太容易", ask("select reason from item_flag f join item i on i.id = f.item_id where i.code = 'LAW-B-3'"));
    assertNotNull(ask("select decided_by from item_flag f join item i on i.id = f.item_id where i.code = 'LAW-B-3'"));

    assertEquals(1, take(Caller.system(), item("LAW-B-1", law, "2020", 2, "在三日内告知", "几日内告知当事人？")).duplicates(), "a file that still cites the old version changes nothing");
    assertEquals("2026", bean(Items.class).detail("LAW-B-1").content().lawVersion());
    take(caller("admin"), item("LAW-B-2", law, "2026", 4, "在十日内提出", "几日内提出陈述？").replace("2020-01-01", fresh.toString()));
    assertEquals(2, drawable(law, today()).size(), "the new wording is in use again");
    assertEquals("CHANGED", ask("select f.state from item_flag f join item i on i.id = f.item_id where i.code = 'LAW-B-2'"));
    assertTrue(bean(Laws.class).compare(bean(Laws.class).find(law, "2020").orElseThrow().id(), next).size() >= 5);
  }

  @Test
  default void a_round_on_every_node_at_once_flags_each_item_once() {
    String law = "练兵日落法";
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    for (int i = 1; i <= 5; i++) take(caller("admin"), item("LAW-C-" + i, law, "2020", 2, "在三日内告知", "第" + i + "题几日内告知？"));
    change("update law_version set until = ? where law = ?", today().minusDays(1).toString(), law);
    List<Object> rounds = atOnce(4, () -> bean(ItemFlagging.class).round());
    assertEquals(List.of(), rounds.stream().filter(Exception.class::isInstance).toList());
    assertEquals(5, count("select count(*) from item_flag f join item i on i.id = f.item_id where i.code like 'LAW-C-%'"));
    assertEquals(0, bean(ItemFlagging.class).round());
    assertEquals(List.of(), drawable(law, today()));
    assertEquals(null, flags("LAW-C-1").get(0).successor());
    assertEquals("flag-keep", assertThrows(Refused.class, () -> bean(ItemReview.class).decide(caller("admin"), "LAW-C-1", ItemReview.Decision.KEEP, "还想用")).code(), "nothing there is to cite");
    // It was a mistake: the law goes on.
    Laws.Detail detail = bean(Laws.class).detail(bean(Laws.class).find(law, "2020").orElseThrow().id());
    LawData data = detail.data();
    bean(LawKeeping.class).correct(caller("admin"), detail.row().id(), new LawData(data.law(), data.version(), data.title(), null, null, data.inForce(), null, null, null));
    assertEquals(5, drawable(law, today()).size());
    assertEquals(0, count("select count(*) from item_flag f join item i on i.id = f.item_id where i.code like 'LAW-C-%'"));
    // One article ends before its law.
    long article = bean(Laws.class).articles(detail.row().id()).get(1).id();
    bean(LawKeeping.class).validity(caller("admin"), article, null, today().minusDays(1));
    assertEquals(ItemFlag.Cause.ARTICLE_LAPSED, flags("LAW-C-2").get(0).cause());
    assertEquals(List.of(), drawable(law, today()));
    bean(LawKeeping.class).validity(caller("admin"), article, null, null);
    assertEquals(5, drawable(law, today()).size());
  }

  @Test
  default void all_items_whose_articles_say_the_same_are_kept_in_one_go() {
    String law = "练兵照旧法";
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    for (int i = 1; i <= 3; i++) take(caller("admin"), item("LAW-D-" + i, law, "2020", 2, "在三日内告知", "照旧第" + i + "题几日内告知？"));
    take(caller("admin"), item("LAW-D-9", law, "2020", 3, "在五日内提出", "照旧几日内提出？"));
    text(law, "2026", today(), null, NEW);
    long before = bean(ItemFlags.class).page(ItemFlags.Show.UNCHANGED, null, new Page.Request(1, 50)).total();
    assertTrue(before >= 3);
    assertEquals(before, bean(ItemReview.class).keepUnchanged(caller("admin"), "一字未改"));
    assertEquals(3, drawable(law, today()).size());
    assertEquals(1, flags("LAW-D-9").size());
    assertThrows(Refused.class, () -> bean(ItemReview.class).keepUnchanged(caller("admin"), "再来"));
  }

  @Test
  default void a_frozen_paper_says_which_of_its_items_are_touched() {
    String law = "练兵组卷法";
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    for (int i = 1; i <= 3; i++) take(caller("admin"), item("LAW-E-" + i, law, "2020", 2, "在三日内告知", "组卷第" + i + "题几日内告知？"));
    change("insert into blueprint (title, unit_id, created_at, version) select '法条测试卷', min(id), now(3), 0 from unit");
    long blueprint = count("select max(id) from blueprint");
    change("insert into blueprint_line (blueprint_id, position, topic, type, difficulty_from, difficulty_to, item_count, marks) values (?, 1, '法条测试/练兵组卷法', 'SINGLE', 1, 5, 2, 10)", blueprint);
    long pool = bean(PaperAssembly.class).freeze(blueprint, today()).poolId();
    assertEquals(List.of(), bean(PaperAssembly.class).touched(pool, today()));
    text(law, "2026", today(), null, NEW);
    assertEquals(List.of("LAW-E-1", "LAW-E-2", "LAW-E-3"), bean(PaperAssembly.class).touched(pool, today()).stream().map(ItemFlags.Touched::code).toList());
    assertEquals(List.of(), bean(PaperAssembly.class).touched(pool, today().minusDays(1)), "an exam that was over before is not touched");
    assertThrows(Invalid.class, () -> bean(PaperAssembly.class).freeze(blueprint, today()), "a new paper has none of them");
    change("delete from item_exposure where pool_id = ?", pool);
    change("delete from paper_pool where blueprint_id = ?", blueprint);
    change("delete from blueprint_line where blueprint_id = ?", blueprint);
    change("delete from blueprint where id = ?", blueprint);
  }

  @Test
  default void a_text_with_an_error_is_not_stored_at_all() {
    long before = count("select count(*) from law_version");
    assertThrows(Invalid.class, () -> text("练兵错法", "2020", LocalDate.of(2020, 1, 1), null, OLD.replace("第三条 当事人", "第二条 当事人")));
    assertThrows(Invalid.class, () -> text("练兵错法", "2020", LocalDate.of(2020, 1, 1), LocalDate.of(2019, 1, 1), OLD));
    assertThrows(Invalid.class, () -> text("练兵错法", "2020", null, null, OLD));
    assertEquals("forbidden", assertThrows(Refused.class, () -> bean(LawImport.class).preview(caller("trainer"), OLD.getBytes(StandardCharsets.UTF_8), "x.txt")).code());
    assertEquals(before, count("select count(*) from law_version"));
  }

  @Test
  default void the_same_text_again_makes_no_second_one() {
    String law = "练兵同法";
    long id = text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD);
    text(law, "2020", LocalDate.of(2020, 1, 1), null, OLD.replace("练兵，", "练兵， "));
    assertEquals(1, count("select count(*) from law_text where law_version_id = ?", id));
    assertEquals(1, bean(Laws.class).search("当事人可以在五日内提出陈述", false, new Page.Request(1, 200)).items().stream().filter(hit -> hit.law().equals(law)).count());
    assertEquals(0, bean(Laws.class).search("50%_' or 1=1 --", true, new Page.Request(1, 10)).total());
  }
}
