package cn.lianbing.casefile;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reviews and letters against real tables, under two hands. */
public interface CaseFileInContainer {
  /** A batch in a year of its own, so that no count of another test sees it, with the market bureau in it. */
  private static long batch(String title) {
    long checklist = bean(Checklists.class).all(caller("supervisor")).stream().filter(one -> one.state() == Checklist.State.IN_USE && one.code().equals("penalty")).findFirst().orElseThrow().id();
    long id = bean(ReviewPlanning.class).plan(caller("supervisor"), new ReviewPlanning.Plan(2031, title, "《河南省行政执法条例》第四十条", LocalDate.of(2031, 1, 1), LocalDate.of(2031, 3, 1), checklist));
    bean(ReviewPlanning.class).choose(caller("supervisor"), id, List.of(unit("D01")));
    return id;
  }

  private static long unit(String code) {
    return count("select id from unit where code = ?", code);
  }

  private static long file(long batch, String number) {
    return bean(ReviewPlanning.class).take(caller("supervisor"), batch, new ReviewPlanning.FileData(unit("D01"), number, "某店案", ReviewFile.Kind.PENALTY));
  }

  private static List<Finding> findings(long batch) {
    return bean(Checklists.class).row(caller("supervisor"), bean(ReviewBatches.class).row(caller("supervisor"), batch).checklistId()).items().stream().map(one -> one.code().equals("law") ? new Finding("law", Finding.Result.UNMET, 5, "条款未写到项") : new Finding(one.code(), Finding.Result.MET, 0, "")).toList();
  }

  private static long opinion(long batch, Long file) {
    return bean(Reviewing.class).opine(caller("supervisor"), batch, new Reviewing.OpinionData(unit("D01"), file, file == null ? null : "law", "请补正适用条款。"));
  }

  private static LocalDate today() {
    return bean(SupervisionLetters.class).today();
  }

  private static long letter(String title) {
    long batch = batch(title);
    opinion(batch, null);
    return bean(LetterWriting.class).opinion(caller("supervisor"), batch, unit("D01"), null, today().plusDays(30));
  }

  private static long codes(List<Object> outcomes, String code) {
    return outcomes.stream().filter(one -> one instanceof Refused refused && refused.code().equals(code) || one instanceof Exception e && cn.lianbing.platform.Collision.of(e).map(collision -> collision.code().equals(code)).orElse(false)).count();
  }

  @Test
  default void casefile_a_review_goes_from_the_plan_to_the_letter() {
    long batch = batch("全过程");
    long file = file(batch, "全〔2031〕1号");
    assertEquals("review-files-left", assertThrows(Refused.class, () -> bean(ReviewPlanning.class).close(caller("supervisor"), batch)).code());
    bean(Reviewing.class).judge(caller("supervisor"), file, bean(ReviewBatches.class).file(caller("supervisor"), file).version(), findings(batch));
    ReviewBatches.FileRow judged = bean(ReviewBatches.class).file(caller("supervisor"), file);
    assertEquals(950, judged.score());
    assertEquals(Grade.EXCELLENT, judged.grade());
    assertEquals("review-file-used", assertThrows(Refused.class, () -> bean(ReviewPlanning.class).giveBack(caller("supervisor"), file)).code());
    long opinion = opinion(batch, file);
    assertEquals("review-opinions-left", assertThrows(Refused.class, () -> bean(ReviewPlanning.class).close(caller("supervisor"), batch)).code());
    long letter = bean(LetterWriting.class).opinion(caller("supervisor"), batch, unit("D01"), null, today().plusDays(20));
    assertEquals("opinion-sent", assertThrows(Refused.class, () -> bean(Reviewing.class).takeBack(caller("supervisor"), opinion)).code());
    SupervisionLetters.Whole whole = bean(SupervisionLetters.class).whole(caller("supervisor"), letter);
    assertTrue(whole.row().number().matches("陕执监意〔\\d{4}〕\\d+号"), whole.row().number());
    assertEquals("适用依据", whole.opinions().get(0).itemTitle());
    assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'unit01' and n.kind = 'casefile.letter' and n.link = ?", "/staff/casefile/letter.xhtml?id=" + letter));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    LetterPrint.print(whole, Texts.in(null), pdf);
    assertTrue(pdf.toString(StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    bean(ReviewPlanning.class).close(caller("supervisor"), batch);
    assertEquals("review-closed", assertThrows(Refused.class, () -> file(batch, "全〔2031〕2号")).code());
  }

  @Test
  default void casefile_two_reviewers_of_one_file_do_not_write_over_each_other() {
    long batch = batch("两人同评");
    long file = file(batch, "同〔2031〕1号");
    int version = bean(ReviewBatches.class).file(caller("supervisor"), file).version();
    List<Object> outcomes = atOnce(2, () -> {
      bean(Reviewing.class).judge(caller("supervisor"), file, version, findings(batch));
      return "done";
    });
    assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes.toString());
    assertEquals(1, codes(outcomes, "changed-meanwhile"), outcomes.toString());
  }

  @Test
  default void casefile_two_hands_send_one_letter_with_all_opinions() {
    long batch = batch("两人同发");
    opinion(batch, null);
    opinion(batch, null);
    List<Object> outcomes = atOnce(2, () -> bean(LetterWriting.class).opinion(caller("supervisor"), batch, unit("D01"), null, today().plusDays(20)));
    assertEquals(1, codes(outcomes, "letter-no-opinions"), outcomes.toString());
    assertEquals(1, count("select count(*) from supervision_letter where batch_id = ?", batch));
    assertEquals(2, count("select count(*) from review_opinion o join supervision_letter l on l.id = o.letter_id where o.batch_id = ?", batch));
  }

  @Test
  default void casefile_numbers_are_given_once_each_under_many_hands() {
    List<Long> batches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long batch = batch("编号" + i);
      opinion(batch, null);
      batches.add(batch);
    }
    java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
    List<Object> letters = atOnce(4, () -> bean(LetterWriting.class).opinion(caller("supervisor"), batches.get(next.getAndIncrement()), unit("D01"), null, today().plusDays(20)));
    Set<String> numbers = letters.stream().map(id -> (String) ask("select number from supervision_letter where id = ?", id)).collect(Collectors.toSet());
    assertEquals(4, numbers.size(), letters + " " + numbers);
    String taken = numbers.iterator().next();
    long batch = batch("占用的文号");
    opinion(batch, null);
    assertEquals("casefile.numberTaken", assertThrows(Invalid.class, () -> bean(LetterWriting.class).opinion(caller("supervisor"), batch, unit("D01"), taken, today().plusDays(20))).violations().get(0).code());
  }

  @Test
  default void casefile_article_43_a_decision_follows_only_a_letter_that_is_late_and_only_once() {
    long letter = letter("决定书");
    assertEquals("deadline-not-over", assertThrows(Refused.class, () -> bean(LetterWriting.class).decision(caller("supervisor"), letter, null, SupervisionLetter.Measure.CORRECT, "责令纠正", today().plusDays(15))).code());
    change("update supervision_letter set deadline = ? where id = ?", java.sql.Date.valueOf(today().minusDays(1)), letter);
    List<Object> outcomes = atOnce(2, () -> bean(LetterWriting.class).decision(caller("supervisor"), letter, null, SupervisionLetter.Measure.CORRECT, "责令纠正", today().plusDays(15)));
    assertEquals(1, codes(outcomes, "letter-decided"), outcomes.toString());
    assertEquals(1, count("select count(*) from supervision_letter where follows_id = ?", letter));
    long decision = count("select id from supervision_letter where follows_id = ?", letter);
    assertEquals("decision-of-decision", assertThrows(Refused.class, () -> bean(LetterWriting.class).decision(caller("supervisor"), decision, null, SupervisionLetter.Measure.REVOKE, "撤销", today().plusDays(15))).code());
    assertEquals("letter-decided", assertThrows(Refused.class, () -> bean(LetterWriting.class).answer(caller("unit01"), letter, "已整改")).code());
    bean(LetterWriting.class).answer(caller("unit01"), decision, "已执行");
    bean(LetterWriting.class).accept(caller("supervisor"), decision);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    LetterPrint.print(bean(SupervisionLetters.class).whole(caller("unit01"), decision), Texts.in(null), pdf);
    assertTrue(pdf.size() > 1000);
    assertEquals(List.of("ISSUED", "ANSWERED", "ACCEPTED"), bean(SupervisionLetters.class).whole(caller("unit01"), decision).steps().stream().map(SupervisionLetters.Step::step).toList());
  }

  @Test
  default void casefile_an_answer_and_a_decision_at_the_same_moment_one_of_them_is_told() {
    long letter = letter("同时");
    change("update supervision_letter set deadline = ? where id = ?", java.sql.Date.valueOf(today().minusDays(1)), letter);
    java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
    List<Object> outcomes = atOnce(2, () -> {
      if (turn.getAndIncrement() == 0) return bean(LetterWriting.class).decision(caller("supervisor"), letter, null, SupervisionLetter.Measure.CORRECT, "责令纠正", today().plusDays(15));
      bean(LetterWriting.class).answer(caller("unit01"), letter, "已整改");
      return 0L;
    });
    assertEquals(1, codes(outcomes, "letter-decided") + codes(outcomes, "answer-waits"), outcomes.toString());
  }

  @Test
  default void casefile_what_is_late_is_listed_and_told_once() {
    long letter = letter("逾期");
    change("update supervision_letter set deadline = ? where id = ?", java.sql.Date.valueOf(today().minusDays(2)), letter);
    bean(LetterReminder.Round.class).remind();
    bean(LetterReminder.Round.class).remind();
    String link = "/staff/casefile/letter.xhtml?id=" + letter;
    for (String who : List.of("unit01", "supervisor")) assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = ? and n.kind = 'casefile.overdue' and n.link = ?", who, link), who);
    assertTrue(bean(SupervisionLetters.class).page(caller("unit01"), SupervisionLetters.Which.OVERDUE, null, null, new Page.Request(1, 200)).items().stream().anyMatch(row -> row.id() == letter && row.daysLeft() == -2));
    bean(LetterWriting.class).answer(caller("unit01"), letter, "已整改");
    bean(LetterWriting.class).sendBack(caller("supervisor"), letter, "缺证明材料", today().plusDays(3));
    assertEquals(1, bean(LetterReminder.Round.class).remind() >= 1 ? count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'unit01' and n.kind = 'casefile.due' and n.link = ?", link) : 0);
  }

  @Test
  default void casefile_attack_16_a_unit_reaches_its_own_letters_only_and_officers_none() {
    long other = count("select l.id from supervision_letter l join unit u on u.id = l.unit_id where u.code = 'D02' limit 1");
    assertThrows(NotFound.class, () -> bean(SupervisionLetters.class).whole(caller("unit01"), other));
    assertThrows(NotFound.class, () -> bean(LetterWriting.class).answer(caller("unit01"), other, "已整改"));
    assertTrue(bean(SupervisionLetters.class).page(caller("unit01"), SupervisionLetters.Which.ALL, null, null, new Page.Request(1, 200)).items().stream().allMatch(row -> row.unit().equals("区市场监督管理局")));
    assertThrows(NotFound.class, () -> bean(ReviewBatches.class).all(caller("unit01")));
    assertThrows(NotFound.class, () -> bean(SupervisionLetters.class).page(caller("officer001"), SupervisionLetters.Which.ALL, null, null, new Page.Request(1, 10)));
    assertThrows(NotFound.class, () -> bean(SupervisionLetters.class).page(caller("trainer"), SupervisionLetters.Which.ALL, null, null, new Page.Request(1, 10)));
    assertThrows(NotFound.class, () -> bean(LetterWriting.class).accept(caller("auditor"), other));
  }

  @Test
  default void casefile_a_lot_is_drawn_from_who_is_left_and_a_checklist_in_use_is_frozen() {
    long batch = batch("抽取");
    ReviewPlanning.Draw draw = bean(ReviewPlanning.class).draw(caller("supervisor"), batch, 5);
    assertEquals(6, bean(ReviewBatches.class).units(caller("supervisor"), batch).size());
    assertFalse(draw.unitIds().contains(unit("D01")));
    assertTrue(((String) ask("select detail from audit_entry where action = 'casefile.draw' order by id desc limit 1")).contains("seed " + draw.seed()));
    assertThrows(Invalid.class, () -> bean(ReviewPlanning.class).draw(caller("supervisor"), batch, 500));
    long penalty = bean(ReviewBatches.class).row(caller("supervisor"), batch).checklistId();
    List<ChecklistItem> items = bean(Checklists.class).row(caller("supervisor"), penalty).items();
    assertEquals("checklist-frozen", assertThrows(Refused.class, () -> bean(Checklists.class).write(caller("supervisor"), penalty, "改", items)).code());
    long next = bean(Checklists.class).draft(caller("supervisor"), "test-list", "试用标准", items);
    bean(Checklists.class).publish(caller("supervisor"), next);
    long second = bean(Checklists.class).draft(caller("supervisor"), "test-list", "试用标准", items);
    bean(Checklists.class).publish(caller("supervisor"), second);
    assertEquals(Checklist.State.RETIRED, bean(Checklists.class).row(caller("supervisor"), next).state());
    assertEquals(2, bean(Checklists.class).row(caller("supervisor"), second).number());
  }
}
