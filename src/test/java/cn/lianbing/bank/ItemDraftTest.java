package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import cn.lianbing.platform.ImportReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemDraftTest {

  @Test
  void a_good_single_is_taken() {
    ItemDraft.Checked item = checked(single());
    assertEquals(AnswerKey.ofChoice(List.of("B")), item.key());
    assertEquals(List.of(new Option("A", "一年"), new Option("B", "二年"), new Option("C", "三年"), new Option("D", "五年")), item.content().options());
    assertEquals(List.of(new Basis("行政处罚法", "2021修订", 36, "二年内未被发现")), item.content().basis());
    assertEquals("通用", item.content().field());
  }

  @Test
  void a_key_is_kept_in_the_order_of_letters() {
    assertEquals(List.of("A", "C"), checked(multiple().key("C", "A")).key().choice());
  }

  @Test
  void true_is_A_and_false_is_B() {
    assertEquals(List.of("A"), checked(trueFalse("true")).key().choice());
    assertEquals(List.of("B"), checked(trueFalse("false")).key().choice());
    assertEquals(List.of(), checked(trueFalse("false")).content().options());
  }

  @Test
  void blanks_are_counted() {
    assertEquals(2, checked(fill()).content().blankCount());
  }

  @Test
  void a_code_has_letters_digits_and_hyphens() {
    assertFault("code", "item.code", single().code(null));
    assertFault("code", "item.code", single().code("处罚-1"));
    assertFault("code", "item.code", single().code("A".repeat(41)));
  }

  @Test
  void what_is_missing_is_named() {
    assertFault("stem", "required", single().stem(" "));
    assertFault("topic", "required", single().topic(null));
    assertFault("rationale", "required", single().rationale(""));
    assertFault("law", "required", single().law(null, "2021修订"));
    assertFault("version", "required", single().law("行政处罚法", null));
    assertFault("basis", "item.basis", single().basis());
  }

  @Test
  void what_is_too_long_is_named() {
    assertFault("stem", "tooLong", single().stem("长".repeat(2001)));
    assertFault("topic", "tooLong", single().topic("长".repeat(121)));
    assertFault("field", "tooLong", single().field("长".repeat(41)));
    assertFault("material", "tooLong", single().material("长".repeat(20_001)));
    assertFault("options", "tooLong", single().options("一年", "二年", "长".repeat(501)));
    assertFault("basis", "tooLong", single().basis(new ItemDraft.DraftBasis(null, null, "36", "长".repeat(61))));
  }

  @Test
  void stage_and_difficulty_are_from_their_lists() {
    assertFault("stage", "item.stage", single().stage("审批"));
    assertFault("difficulty", "item.difficulty", single().difficulty("0"));
    assertFault("difficulty", "item.difficulty", single().difficulty(null));
  }

  @Test
  void an_article_is_a_number_perhaps_with_another_behind_it() {
    assertFault("basis", "item.article", single().basis(new ItemDraft.DraftBasis(null, null, "第三十六条第二款", "")));
    assertEquals("行政处罚法第三十六条之一", checked(single().basis(new ItemDraft.DraftBasis(null, null, "36-1", ""))).content().basis().get(0).citation());
  }

  @Test
  void an_unknown_type_is_named() {
    assertFault("type", "item.type", single().type("ESSAY"));
    assertFault("type", "item.type", single().type(null));
  }

  @Test
  void a_single_has_three_options_and_one_key() {
    assertFault("options", "item.options", single().options("一年", "二年"));
    assertFault("options", "item.options", single().options("1", "2", "3", "4", "5", "6", "7", "8", "9"));
    assertFault("key", "item.key.one", single().key("A", "B"));
    assertFault("key", "item.key.letters", single().key("E"));
    assertFault("key", "item.key.letters", single().key());
  }

  @Test
  void a_multiple_has_four_options_and_two_keys() {
    assertFault("options", "item.options", multiple().options("一", "二", "三"));
    assertFault("key", "item.key.two", multiple().key("A"));
    assertFault("key", "item.key.letters", multiple().key("A", "A"));
  }

  @Test
  void options_begin_with_a_and_differ() {
    assertFault("options", "item.letters", single().option("B", "二年").option("A", "一年").option("C", "三年"));
    assertFault("options", "item.optionsAlike", single().options("一年", "二年", "二年 "));
    assertFault("options", "required", single().options("一年", "二年", " "));
  }

  @Test
  void a_true_false_key_is_one_word() {
    assertFault("key", "item.key.trueFalse", trueFalse("对"));
  }

  @Test
  void blanks_in_the_stem_and_in_the_key_are_as_many() {
    assertFault("stem", "item.blanks", fill().stem("只有____一个空"));
    assertFault("key", "item.key.blanks", fill().blanks(List.of()));
    assertFault("key", "item.key.blanks", fill().blanks(List.of(List.of("十五"), List.of(" "))));
  }

  @Test
  void all_faults_come_at_once() {
    List<ImportReport.Error> errors = new ArrayList<>();
    assertNull(single().code("?").stem(null).difficulty("9").key("X").draft().check(errors));
    assertEquals(List.of("code", "difficulty", "stem", "key"), errors.stream().map(ImportReport.Error::field).toList());
    assertEquals(List.of(7, 7, 7, 7), errors.stream().map(ImportReport.Error::row).toList());
  }

  private static ItemDraft.Checked checked(Draft draft) {
    List<ImportReport.Error> errors = new ArrayList<>();
    ItemDraft.Checked item = draft.draft().check(errors);
    assertEquals(List.of(), errors);
    assertNotNull(item);
    return item;
  }

  private static void assertFault(String field, String code, Draft draft) {
    List<ImportReport.Error> errors = new ArrayList<>();
    assertNull(draft.draft().check(errors));
    assertEquals(List.of(field + " " + code), errors.stream().map(one -> one.field() + " " + one.code()).distinct().toList());
  }

  private static Draft single() {
    return new Draft().type("SINGLE").options("一年", "二年", "三年", "五年").key("B");
  }

  private static Draft multiple() {
    return new Draft().type("MULTIPLE").options("警告", "罚款", "拘留", "没收").key("A", "C");
  }

  private static Draft trueFalse(String key) {
    return new Draft().type("TRUE_FALSE").key(key);
  }

  private static Draft fill() {
    return new Draft().type("FILL").stem("____日内到____缴纳").blanks(List.of(List.of("十五", "15"), List.of("银行")));
  }

  /** A draft that is good until something is changed. */
  private static final class Draft {
    private String code = "XZCF-036-01";
    private String type;
    private String stem = "多久未被发现的，不再给予行政处罚？";
    private String material;
    private Map<String, String> options = new LinkedHashMap<>();
    private boolean optionsGiven;
    private List<String> key = List.of();
    private List<List<String>> blanks = List.of();
    private List<ItemDraft.DraftBasis> basis = List.of(new ItemDraft.DraftBasis(null, null, "36", "二年内未被发现"));
    private String law = "行政处罚法";
    private String version = "2021修订";
    private String topic = "行政处罚/追责时效";
    private String stage = "立案";
    private String field;
    private String difficulty = "2";
    private String rationale = "一般二年。";

    Draft code(String value) {
      code = value;
      return this;
    }

    Draft type(String value) {
      type = value;
      return this;
    }

    Draft stem(String value) {
      stem = value;
      return this;
    }

    Draft material(String value) {
      material = value;
      return this;
    }

    Draft options(String... texts) {
      options = new LinkedHashMap<>();
      for (int i = 0; i < texts.length; i++) options.put(String.valueOf((char) ('A' + i)), texts[i]);
      return this;
    }

    Draft option(String letter, String text) {
      if (!optionsGiven) options = new LinkedHashMap<>();
      optionsGiven = true;
      options.put(letter, text);
      return this;
    }

    Draft key(String... letters) {
      key = List.of(letters);
      return this;
    }

    Draft blanks(List<List<String>> value) {
      blanks = value;
      return this;
    }

    Draft basis(ItemDraft.DraftBasis... value) {
      basis = List.of(value);
      return this;
    }

    Draft law(String name, String lawVersion) {
      law = name;
      version = lawVersion;
      return this;
    }

    Draft topic(String value) {
      topic = value;
      return this;
    }

    Draft stage(String value) {
      stage = value;
      return this;
    }

    Draft field(String value) {
      field = value;
      return this;
    }

    Draft difficulty(String value) {
      difficulty = value;
      return this;
    }

    Draft rationale(String value) {
      rationale = value;
      return this;
    }

    ItemDraft draft() {
      return new ItemDraft(7, code, type, stem, material, options, key, blanks, basis, law, version, topic, stage, field, difficulty, rationale);
    }
  }
}
