package cn.lianbing.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Texts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of the district's report of 2023 come out of its figures, word for word. */
class TemplateTest {
  static final List<String> SEED = List.of(
      "（四）严格行政执法证件办理。加强行政执法人员资格管理，申领《河南省行政执法证》34个、《河南省行政执法监督证》4个，注销《河南省行政执法证》100个、《河南省行政执法监督证》2个。严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，全区共有37个行政执法部门在政府信息平台公示了执法信息。",
      "（五）推进严格规范公正文明行政执法。按照全市统一部署安排，组织全区行政执法单位开展了行政执法突出问题专项整治行动、涉企行政执法突出问题专项监督检查工作和助企惠企政策落实专项监督工作，通过各行政执法单位自查问题反馈、行政执法案卷评查和实地督导整改等多种形式，促进全区行政执法单位执法业务能力和执法规范化水平稳步提升。今年以来，共抽查7家单位33本行政处罚案卷，提出监督意见31条，下达监督意见书7份。",
      "（六）深化服务型行政执法。按照《2023年度全区推进服务型行政执法建设工作要点》要求，深入开展“微宣讲、走基层”活动，依托市司法局服务型行政执法“人才库”，组织邀请省市专家、讲师到我区一线执法单位开展服务型行政执法业务培训。持续开展行政执法人员“比武练兵”活动，依托“甘棠政务-学考云”平台，组织我区行政执法人员开展服务型行政执法“大比武”活动，切实加强我区行政执法规范化建设。",
      "（八）持续推进乡镇综合行政执法规范化建设。组织召开乡镇综合行政执法培训班，对乡镇执法队伍开展业务培训，进一步增强执法人员的规范执法意识，提升基层综合行政执法人员的业务水平和法律素养。同时，通过开展多轮次的乡镇综合行政执法督导检查，对各乡镇行政执法办案程序、法律适用和案卷制作规范等进行评查指导，推动基层执法队伍不断规范执法行为，转变执法理念。目前，我区12个乡镇综合行政执法大队调整为副科级单位，为乡镇综合行政执法工作深入开展提供了坚强保障。");

  static Map<String, Value> seed() {
    Map<String, Value> values = new HashMap<>();
    numbers(values, "APPLIED_ENFORCEMENT", 34, "APPLIED_SUPERVISION", 4, "CANCELLED_ENFORCEMENT", 100, "CANCELLED_SUPERVISION", 2, "PUBLISHING", 37, "REVIEW_UNITS", 7, "REVIEW_FILES", 33, "OPINIONS", 31, "OPINION_LETTERS", 7, "DECISION_LETTERS", 0, "TALKS", 0, "EXAMS", 0, "CLASSES", 0, "DEPUTY_BRIGADES", 12);
    words(values, "REVIEW_KIND", "行政处罚", "CAMPAIGNS", "行政执法突出问题专项整治行动、涉企行政执法突出问题专项监督检查工作和助企惠企政策落实专项监督工作", "GUIDELINE", "2023年度全区推进服务型行政执法建设工作要点", "PLATFORM", "甘棠政务-学考云", "INSPECTIONS", "多轮次的");
    return values;
  }

  private static void numbers(Map<String, Value> to, Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) to.put((String) pairs[i], Value.counted(BigDecimal.valueOf((Integer) pairs[i + 1])));
  }

  private static void words(Map<String, Value> to, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) to.put(pairs[i], Value.counted(pairs[i + 1]));
  }

  private static Annex annex(Map<String, Value> values) {
    return Annex.of(Template.usual(), Period.year(2023), values, Map.of());
  }

  @Test
  void the_figures_of_2023_make_the_sentences_of_the_report_of_2023() {
    assertEquals(SEED, annex(seed()).parts().stream().map(Annex.Part::text).toList());
    assertTrue(annex(seed()).freezable());
  }

  @Test
  void what_the_report_of_2023_had_no_figures_for_is_told_where_there_are_some() {
    Map<String, Value> values = seed();
    numbers(values, "TALKS", 19, "TALK_TOWNSHIPS", 11, "TALK_PERSONS", 512, "TALK_LECTURERS", 6, "EXAMS", 2, "EXAM_EXPECTED", 600, "EXAM_SAT", 561, "EXAM_PASSED", 530, "CLASSES", 5, "CLASS_TOWNSHIPS", 5, "CLASS_PERSONS", 140, "DECISION_LETTERS", 1);
    List<String> texts = annex(values).parts().stream().map(Annex.Part::text).toList();
    assertTrue(texts.get(1).endsWith("下达监督意见书7份。对逾期未自行处理的，下达监督决定书1份。"), texts.get(1));
    assertTrue(texts.get(2).contains("今年以来，共举办“微宣讲”19场，覆盖11个乡镇（街道），参训512人次，6名讲师授课。"), texts.get(2));
    assertTrue(texts.get(2).endsWith("今年以来，组织全区统一考试2场，应考600人次，参考561人次，合格530人次。"), texts.get(2));
    assertTrue(texts.get(3).contains("在5个乡镇（街道）举办培训班5期，参训140人次。"), texts.get(3));
  }

  @Test
  void the_section_of_other_bodies_stands_only_where_they_gave_figures() {
    Map<String, Value> values = seed();
    numbers(values, "CASES_ACCEPTED", 14, "CASES_CLOSED", 12);
    assertEquals("（七）依法有效化解社会矛盾纠纷。发挥行政复议化解行政争议主渠道作用，截止目前，受理行政复议案件14件，结案12件。", annex(values).parts().get(3).text());
    assertEquals(4, annex(seed()).parts().size());
  }

  @ParameterizedTest
  @CsvSource({"cancelled-enforcement, CANCELLED_ENFORCEMENT, STOCK_ENFORCEMENT", "cancelled-supervision, CANCELLED_SUPERVISION, STOCK_SUPERVISION", "publishing, PUBLISHING, DEPARTMENTS", "review-units, REVIEW_UNITS, REVIEW_FILES", "opinion-letters, OPINION_LETTERS, OPINIONS",
      "talk-townships, TALK_TOWNSHIPS, TOWNSHIPS", "exam-sat, EXAM_SAT, EXAM_EXPECTED", "exam-passed, EXAM_PASSED, EXAM_SAT", "class-townships, CLASS_TOWNSHIPS, TOWNSHIPS", "deputy-brigades, DEPUTY_BRIGADES, BRIGADES", "cases-closed, CASES_CLOSED, CASES_ACCEPTED", "disputes-resolved, DISPUTES_RESOLVED, DISPUTES_FOUND", "lawsuits, LAWSUITS_CLOSED, LAWSUITS"})
  void each_check_holds_up_to_the_whole_and_breaks_above_it_and_says_nothing_of_what_is_not_known(String code, String part, String whole) {
    Template.Check check = Template.usual().checks().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    Map<String, Value> values = new HashMap<>();
    numbers(values, "LAWSUITS_OPEN", 0, part, 5, whole, 5);
    assertEquals(true, check.holds(values));
    numbers(values, part, 6);
    assertEquals(false, check.holds(values));
    values.remove(whole);
    assertNull(check.holds(values));
    numbers(values, whole, 5);
    values.put(part, Value.UNKNOWN);
    assertNull(check.holds(values));
    assertEquals(13, Template.usual().checks().size(), "every check is in this table");
  }

  @Test
  void parts_are_summed_before_they_are_held_against_the_whole() {
    Map<String, Value> values = seed();
    numbers(values, "LAWSUITS", 11, "LAWSUITS_CLOSED", 8, "LAWSUITS_OPEN", 3);
    assertTrue(annex(values).broken().isEmpty());
    numbers(values, "LAWSUITS_OPEN", 4);
    assertEquals(List.of("lawsuits"), annex(values).broken().stream().map(one -> one.check().code()).toList());
  }

  /** The report of 2023 resolved 3,996 and found 296: other units, which is what the check is for. */
  @Test
  void a_resolved_number_above_its_found_number_is_not_frozen() {
    Map<String, Value> values = seed();
    numbers(values, "DISPUTES_FOUND", 296, "DISPUTES_RESOLVED", 3996);
    assertFalse(annex(values).freezable());
    assertEquals("3996", annex(values).broken().get(0).left().toPlainString());
  }

  @Test
  void what_is_needed_and_missing_is_named() {
    Map<String, Value> values = seed();
    values.remove("CAMPAIGNS");
    values.remove("PLATFORM");
    assertEquals(List.of("CAMPAIGNS", "PLATFORM"), annex(values).missing());
    assertFalse(annex(values).freezable());
  }

  @Test
  void every_place_in_a_sentence_every_condition_and_every_check_names_a_figure() {
    Template template = Template.usual();
    Pattern place = Pattern.compile("\\{([A-Z_]+)}");
    for (Template.Section section : template.sections()) for (Template.Sentence one : section.sentences()) {
      place.matcher(one.words()).results().map(found -> found.group(1)).filter(name -> !name.equals("SPAN") && !name.equals("YEAR")).forEach(name -> assertEquals(section.number(), template.figure(name).section(), name));
      one.when().forEach(name -> assertEquals(section.number(), template.figure(name).section(), name));
    }
    for (Template.Check check : template.checks()) for (List<String> side : List.of(check.these(), check.atMost())) side.forEach(name -> assertFalse(template.figure(name).words(), name));
    for (Template.Figure figure : template.figures()) assertEquals(figure.words(), figure.unit() == null, figure.code());
  }

  @Test
  void every_figure_and_every_check_has_its_words_in_both_languages() {
    for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) {
      Texts texts = Texts.in(locale);
      for (Template.Figure figure : Template.usual().figures()) for (String key : List.of("annex.figure.", "annex.how.")) assertTrue(texts.has(key + figure.code()), key + figure.code());
      Template.usual().figures().stream().filter(Template.Figure::needed).forEach(figure -> assertTrue(texts.has("invalid.annex.missing." + figure.code()), figure.code()));
      Template.usual().checks().forEach(check -> assertTrue(texts.has("invalid.annex.check." + check.code()), check.code()));
      Arrays.stream(Value.Origin.values()).forEach(origin -> assertTrue(texts.has("annex.origin." + origin)));
    }
  }

  @Test
  void every_figure_that_the_program_knows_is_counted_somewhere_and_its_columns_have_names() {
    for (Template.Figure figure : Template.usual().figures()) {
      boolean words = figure.code().equals("REVIEW_KIND") || figure.code().equals("GUIDELINE");
      assertEquals(figure.from() != Template.From.HAND && !words, Counts.counts(figure.code()), figure.code());
    }
    for (Map<String, Counting> all : List.of(CertificateCounts.ALL, RecordCounts.ALL)) all.values().forEach(one -> one.columns().forEach(column -> assertTrue(Texts.in(null).has("annex.col." + column), column)));
  }
}
