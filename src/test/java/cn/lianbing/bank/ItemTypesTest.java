package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.lianbing.platform.ImportReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The types that came after choosing and filling in, from a question file to the bank and back. */
class ItemTypesTest {
  private static final String HEAD = "law: 行政处罚法\nversion: 2021修订\ninForce: 2021-07-15\nitems:\n";
  private static final String FACTS = ", topic: 行政处罚/程序, stage: 决定, field: 通用, difficulty: 3, rationale: 见条文。, basis: [{article: 57, quote: 调查终结}]}\n";
  private static final String ORDER = "{type: ORDER, stem: 排出先后。, options: {A: 决定, B: 立案, C: 告知}, key: [B, C, A]";
  private static final String MATCH = "{type: MATCH, stem: 连线。, left: {1: 警告, 2: 罚款, 3: 没收}, options: {A: 声誉罚, B: 财产罚}, key: {1: A, 2: B, 3: B}";
  private static final String SHORT = "{type: SHORT_TEXT, stem: 指出两处错误。, key: [{point: 未告知, marks: 1.5}, {point: 未听证, marks: 2}]";

  @Test
  void an_order_keeps_the_letters_as_they_are_right() {
    ItemDraft.Checked item = good(ORDER);
    assertEquals(AnswerKey.inOrder(List.of("B", "C", "A")), item.key());
    assertEquals(3, item.content().options().size());
    assertNull(item.content().marks());
  }

  @Test
  void several_of_the_left_column_may_have_the_same_option() {
    ItemDraft.Checked item = good(MATCH);
    assertEquals(List.of("A", "B", "B"), item.key().choice());
    assertEquals(List.of(new Option("1", "警告"), new Option("2", "罚款"), new Option("3", "没收")), item.content().left());
  }

  @Test
  void a_short_text_is_worth_what_its_points_are() {
    ItemDraft.Checked item = good(SHORT);
    assertEquals(List.of(new AnswerKey.Point("未告知", 15), new AnswerKey.Point("未听证", 20)), item.key().points());
    assertEquals(35, item.content().marks());
  }

  @Test
  void a_case_is_worth_what_its_questions_are_and_cites_what_they_cite() {
    ItemDraft.Checked item = readCase("", ORDER + ", marks: 2}", MATCH + ", marks: 3}", SHORT + ", marks: 3.5, basis: [{law: 行政复议法, version: 2023修订, article: 20, quote: 六十日}]}", "{type: SINGLE, stem: 谁？, options: {A: 甲, B: 乙, C: 丙}, key: [C], marks: 1}", "{type: FILL, stem: ____日, key: [[十五, 15]], marks: 0.5}", "{type: TRUE_FALSE, stem: 对吗, key: true, marks: 1}");
    assertEquals(110, item.content().marks());
    assertEquals(6, item.content().parts().size());
    assertEquals("行政复议法", item.content().law());
    assertEquals(List.of(new Basis("行政复议法", "2023修订", 20, "六十日")), item.content().cited());
    assertEquals("", item.content().stem());
    assertEquals(item.key().parts().get(2).points(), good(SHORT).key().points());
  }

  @Test
  void each_type_comes_back_from_the_bank_as_it_went_in() {
    List<ItemDraft.Checked> items = List.of(good(ORDER), good(MATCH), good(SHORT), good("{type: SINGLE, stem: 谁, options: {A: 甲, B: 乙, C: 丙}, key: [B]"), good("{type: TRUE_FALSE, stem: 对吗, key: false"), good("{type: FILL, stem: ____和____, key: [[一, '1'], [二]]"), good("{type: MULTIPLE, stem: 谁, options: {A: 甲, B: 乙, C: 丙, D: 丁}, key: [D, B]"),
        readCase("stem: 请回答。, ", ORDER + ", marks: 2}", MATCH + ", marks: 3}", SHORT + ", marks: 3.5, basis: [{law: 行政复议法, version: 2023修订, article: 20-1, quote: 六十日}], rationale: 因为}"));
    for (ItemDraft.Checked item : items) {
      List<ImportReport.Error> errors = new ArrayList<>();
      assertEquals(item, ItemDraft.of(item.code(), item.content(), item.key()).check(errors), errors.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "key item.key.all                {type: ORDER, stem: 排, options: {A: 一, B: 二, C: 三}, key: [A, B]",
      "key item.key.letters            {type: ORDER, stem: 排, options: {A: 一, B: 二, C: 三}, key: [A, B, B]",
      "options item.options            {type: ORDER, stem: 排, options: {A: 一, B: 二}, key: [A, B]",
      "options item.optionsAlike       {type: ORDER, stem: 排, options: {A: 一, B: 二, C: 一}, key: [A, B, C]",
      "key item.key.pairs              {type: MATCH, stem: 连, left: {1: 甲, 2: 乙}, options: {A: 一, B: 二}, key: {1: A}",
      "key item.key.letters            {type: MATCH, stem: 连, left: {1: 甲, 2: 乙}, options: {A: 一, B: 二}, key: {1: A, 2: C}",
      "left item.left                  {type: MATCH, stem: 连, left: {1: 甲}, options: {A: 一, B: 二}, key: {1: A}",
      "left item.numbers               {type: MATCH, stem: 连, left: {1: 甲, 3: 乙}, options: {A: 一, B: 二}, key: {1: A, 3: B}",
      "left item.leftAlike             {type: MATCH, stem: 连, left: {1: 甲, 2: 甲}, options: {A: 一, B: 二}, key: {1: A, 2: B}",
      "left item.noLeft                {type: SINGLE, stem: 谁, left: {1: 甲, 2: 乙}, options: {A: 一, B: 二, C: 三}, key: [A]",
      "key item.points                 {type: SHORT_TEXT, stem: 答, key: []",
      "key item.marks                  {type: SHORT_TEXT, stem: 答, key: [{point: 一, marks: 1.25}]",
      "key item.marks                  {type: SHORT_TEXT, stem: 答, key: [{point: 一, marks: 0}]",
      "key required                    {type: SHORT_TEXT, stem: 答, key: [{marks: 1}]",
      "options item.noOptions          {type: SHORT_TEXT, stem: 答, options: {A: 一}, key: [{point: 一, marks: 1}]",
      "items item.noParts              {type: TRUE_FALSE, stem: 对吗, key: true, items: [{type: TRUE_FALSE, stem: 吗, key: true, marks: 1}]",
      "stem item.imageAlt              {type: TRUE_FALSE, stem: '如图 ![ ](image:5)', key: true",
      "stem item.image                 {type: TRUE_FALSE, stem: '如图 ![现场](image:x5)', key: true"})
  void what_is_wrong_is_named(String line) {
    String[] expected = line.split("\\s+", 3);
    assertEquals(List.of(expected[0] + " " + expected[1]), faults(read(HEAD + "- {code: T-001, " + expected[2].substring(1) + FACTS)));
  }

  @Test
  void what_is_wrong_in_a_question_of_a_case_is_named_with_its_number() {
    assertEquals(List.of("items.2.key item.key.one"), faults(caseFile("", SHORT + ", marks: 3.5, basis: [{law: 甲法, version: '1', article: 1, quote: 一}]}", "{type: SINGLE, stem: 谁, options: {A: 一, B: 二, C: 三}, key: [A, B], marks: 1}")));
    assertEquals(List.of("law required", "version required", "items.1.marks item.marksOfPoints", "basis item.basis"), faults(caseFile("", SHORT + ", marks: 3}")));
    assertEquals(List.of("items.1.type item.caseInCase"), faults(caseFile("basis: [{law: 甲法, version: '1', article: 1, quote: 一}], ", "{type: CASE, stem: 案, marks: 3}")));
    assertEquals(List.of("items item.parts"), faults(caseFile("basis: [{law: 甲法, version: '1', article: 1, quote: 一}], ")));
    assertEquals(List.of("key item.noKey"), faults(caseFile("key: [A], basis: [{law: 甲法, version: '1', article: 1, quote: 一}], ", SHORT + ", marks: 3.5}")));
    assertEquals(List.of("items item.marksTogether"), faults(caseFile("basis: [{law: 甲法, version: '1', article: 1, quote: 一}], ", "{type: TRUE_FALSE, stem: 一, key: true, marks: 60}", "{type: TRUE_FALSE, stem: 二, key: true, marks: 60}")));
  }

  @Test
  void a_file_without_a_law_holds_cases_only() {
    assertEquals(List.of("law required", "version required", "inForce required"), read("items:\n- {code: T-001, " + ORDER.substring(1) + FACTS).errors().stream().map(one -> one.field() + " " + one.code()).toList());
  }

  @Test
  void pictures_in_a_text_are_found() {
    assertEquals(Set.of(5L, 12L), Marked.images("甲![现场](image:5)乙\n![票据](image:12)"));
    assertEquals(Set.of(), Marked.images("![远程](https://example.org/a.png)"));
  }

  @Test
  void tables_and_pictures_are_told_from_the_words_around_them() {
    List<Marked.Block> blocks = Marked.blocks("见下表：\n| 项 | 额 |\n|---|:--:|\n| 罚款 | 5\\|6 |\n| 没收 |\n完 ![票据](image:12)。");
    assertEquals(List.of(words("见下表："), new Marked.Block(null, List.of(List.of("项", "额"), List.of("罚款", "5|6"), List.of("没收", "")), null, null), words("完 "), new Marked.Block(null, null, 12L, "票据"), words("。")), blocks);
    assertEquals(List.of(words("____日 *重点* 1. <script>alert(1)</script> | 不是表")), Marked.blocks("____日 *重点* 1. <script>alert(1)</script> | 不是表"));
    assertEquals(List.of(words("| 只有一行 |")), Marked.blocks("| 只有一行 |"));
  }

  private static Marked.Block words(String text) {
    return new Marked.Block(text, null, null, null);
  }

  private static ItemDraft.Checked good(String question) {
    return checked(read(HEAD + "- {code: T-001, " + question.substring(1) + FACTS));
  }

  private static ItemDraft.Checked readCase(String more, String... questions) {
    return checked(caseFile(more, questions));
  }

  private static ItemFile caseFile(String more, String... questions) {
    return read("items:\n- {code: AL-001, type: CASE, " + more + "material: 某局接到举报。, topic: 案例/程序, stage: 决定, field: 市场监管, difficulty: 4, items: [" + String.join(", ", questions) + "]}\n");
  }

  private static ItemDraft.Checked checked(ItemFile file) {
    List<ImportReport.Error> errors = new ArrayList<>(file.errors());
    ItemDraft.Checked item = file.drafts().get(0).check(errors);
    assertEquals(List.of(), errors);
    assertNotNull(item);
    return item;
  }

  private static List<String> faults(ItemFile file) {
    List<ImportReport.Error> errors = new ArrayList<>(file.errors());
    assertNull(file.drafts().get(0).check(errors));
    return errors.stream().map(one -> one.field() + " " + one.code()).distinct().toList();
  }

  private static ItemFile read(String text) {
    return YamlItems.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
