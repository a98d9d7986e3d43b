package cn.lianbing.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.credit.Bucket;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The decision table of Henan's rules as they are supplied: each criterion's yes, no and unknown, the article it cites and that article's wording. */
class JudgingTest {
  private static final String TWENTY = "行政执法机关中符合下列条件的人员，可以申请取得行政执法资格：";
  private static final String TWENTY_ONE = "申请取得行政执法资格的人员应当按照规定参加公共法律知识、专业法律知识等培训。";

  /** A line: for which kind, which criterion, by which article and words; who gets no, who nothing, and what "no" becomes where a person decides. */
  private record Line(CertificateKind kind, String code, String law, String article, String wording, boolean person, Consumer<APerson> no, Consumer<APerson> unknown) {}

  private static final List<Line> TABLE = List.of(
      henan("IN_SERVICE", "第二十条第一款（一）", TWENTY + "（一）在编在职；", one -> one.is(Officer.State.RETIRED), one -> one.is(Officer.State.SECONDED)),
      henan("ESTABLISHMENT", "第二十条第一款（一）", TWENTY + "（一）在编在职；", one -> one.is(Officer.Establishment.CONTRACT), APerson::unrecorded),
      henan("VERIFIED", "第二十条第一款（一）", TWENTY + "（一）在编在职；", one -> one.now(FactKind.VERIFICATION, "DIFFERENT", "2026-01-10"), one -> one.without(FactKind.VERIFICATION)),
      henan("BARRED", "第二十条第二款", "工勤人员、劳动合同工、临时工不得申请取得行政执法资格。", one -> one.is(Officer.Establishment.MANUAL_WORKER), APerson::unrecorded),
      henan("AGE", "第二十条第一款（二）", TWENTY + "（二）年满十八周岁且具有正常履行职责的身体条件；", one -> one.born(LocalDate.of(2008, 12, 1)), one -> one.born(null)),
      henan("HEALTH", "第二十条第一款（二）", TWENTY + "（二）年满十八周岁且具有正常履行职责的身体条件；", one -> one.now(FactKind.HEALTH, "UNFIT", "2026-02-01"), one -> one.without(FactKind.HEALTH)),
      henan("EDUCATION", "第二十条第一款（三）", TWENTY + "（三）具有符合职位要求的文化程度和工作能力；", one -> one.now(FactKind.SUITABILITY, "NOT_SUITED", "2026-02-01"), one -> one.without(FactKind.SUITABILITY)),
      henan("EXAM_PUBLIC", "第二十一条第一款", TWENTY_ONE + "经考试合格，取得行政执法证后，方可上岗执法。", one -> one.without(Subject.PUBLIC).sat(Subject.PUBLIC, "2026-09-18", 720, true), one -> one.without(Subject.PUBLIC).sat(Subject.PUBLIC, "2026-09-18", 860, false)),
      henan("EXAM_PROFESSIONAL", "第二十一条第一款", TWENTY_ONE + "经考试合格，取得行政执法证后，方可上岗执法。", one -> one.without(Subject.PROFESSIONAL), one -> one.without(Subject.PROFESSIONAL).sat(Subject.PROFESSIONAL, "2026-10-30", 820, false)),
      henan("TRAINING", "第二十一条第一款", TWENTY_ONE, one -> one.earned(5600), APerson::unrecorded),
      henan("REVOKED", "第四十五条、第四十六条（二）", "取消行政执法资格的处理由本级人民政府或者上级人民政府的法制机构决定", one -> one.has(FactKind.REVOCATION, "REVOKED", "2025-03-01"), one -> one.has(FactKind.REVOCATION, "PENDING", "2026-11-01")),
      new Line(CertificateKind.ENFORCEMENT, "SANCTION", "山东省行政执法人员资格认证和行政执法证件管理办法", "（新闻所引）", "记过以上处分期内", true, one -> one.has(FactKind.SANCTION, "DEMERIT", "2026-05-01", "2027-04-30", null, null), one -> one.has(FactKind.SANCTION, "INVESTIGATION", "2026-11-01")),
      new Line(CertificateKind.ENFORCEMENT, "ASSESSED", "山东省行政执法人员资格认证和行政执法证件管理办法", "（新闻所引）", "年度考核不称职（不合格）", true, one -> one.now(FactKind.ASSESSMENT, "INCOMPETENT", "2025-01-01"), one -> one.without(FactKind.ASSESSMENT)),
      new Line(CertificateKind.ENFORCEMENT, "CONVICTED", "交通运输行政执法证件管理规定", "第八条", "下列人员不得申请参加交通运输行政执法人员资格培训和考试：（一）曾因犯罪受过刑事处罚的；", true, one -> one.has(FactKind.CONVICTION, "CONVICTED", "2015-01-01"), one -> one.has(FactKind.CONVICTION, "PENDING", "2026-10-01")),
      new Line(CertificateKind.SUPERVISION, "UNIT_LEVEL", "河南省行政执法证件管理办法", "第四条第二款", "县级以上行政执法机关的行政执法监督人员", false, one -> one.worksAt(Unit.Kind.TOWNSHIP), APerson::unrecorded),
      new Line(CertificateKind.SUPERVISION, "DUTY", "河南省行政执法条例", "第四十一条第一款", "县级以上人民政府及其工作部门行政执法监督人员及聘请的行政执法监督员依法执行公务，应当出示《河南省行政执法监督证》", false, one -> one.now(FactKind.DUTY, "ENFORCEMENT", "2024-01-01"), one -> one.without(FactKind.DUTY)),
      new Line(CertificateKind.SUPERVISION, "ONE_DUTY", "贵州省行政执法监督办法", "第十三条", "行政执法监督人员不得从事行政执法工作，行政执法人员不得从事行政执法监督工作。", true, one -> one.now(FactKind.DUTY, "BOTH", "2024-01-01"), one -> one.without(FactKind.DUTY)));

  private static Line henan(String code, String article, String wording, Consumer<APerson> no, Consumer<APerson> unknown) {
    return new Line(CertificateKind.ENFORCEMENT, code, "河南省行政执法条例", article, wording, false, no, unknown);
  }

  @TestFactory
  List<DynamicTest> each_criterion_answers_yes_no_and_unknown_and_cites_its_article() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Line line : TABLE) {
      Criterion criterion = criterion(line.kind(), line.code());
      tests.add(DynamicTest.dynamicTest(line.code() + " cites " + line.article(), () -> {
        assertEquals(line.law(), criterion.basis().law());
        assertEquals(line.article(), criterion.basis().article());
        assertTrue(criterion.basis().wording().contains(line.wording()), criterion.basis().wording());
        assertNotNull(criterion.basis().validFrom());
        assertEquals(line.person() ? Criterion.Decides.PERSON : Criterion.Decides.MACHINE, criterion.decides());
        assertFalse(criterion.unverified() && criterion.elsewhere() == null, "待核 names its sources");
      }));
      tests.add(DynamicTest.dynamicTest(line.code() + " yes", () -> {
        Check.Finding yes = Judging.judge(line.kind(), criterion, APerson.withAll().known());
        assertEquals(Boolean.TRUE, yes.met());
        assertNull(yes.missing());
        assertFalse(yes.evidence().isEmpty(), "a yes rests on something");
        said(yes);
      }));
      tests.add(DynamicTest.dynamicTest(line.code() + " no", () -> {
        Check.Finding no = Judging.judge(line.kind(), criterion, APerson.withAll().but(line.no()).known());
        assertEquals(line.person() ? null : Boolean.FALSE, no.met(), "where a person decides, the machine does not say no");
        assertNotNull(no.missing());
        said(no);
      }));
      tests.add(DynamicTest.dynamicTest(line.code() + " unknown", () -> {
        Check.Finding unknown = Judging.judge(line.kind(), criterion, APerson.withAll().but(line.unknown()).known());
        assertNull(unknown.met());
        assertNotNull(unknown.missing());
        said(unknown);
      }));
    }
    return tests;
  }

  /** Every sentence exists in both languages. */
  private static void said(Check.Finding finding) {
    for (Texts texts : List.of(Texts.in(Texts.CHINESE), Texts.in(Locale.ENGLISH))) {
      List<Said> all = new ArrayList<>(finding.evidence().stream().map(Check.Evidence::text).toList());
      if (finding.missing() != null) all.add(finding.missing());
      for (Said one : all) {
        assertTrue(texts.has("eligibility.say." + one.key()), one.key());
        assertFalse(one.in(texts).contains("@"), one.in(texts));
        assertFalse(one.in(texts).matches(".*(people|exam|credit|eligibility)\\.[a-zA-Z.]+.*"), one.in(texts));
      }
    }
  }

  @Test
  void the_table_has_every_criterion_that_is_supplied() {
    TreeSet<String> supplied = new TreeSet<>();
    for (CertificateKind kind : CertificateKind.values()) SuppliedRules.of(kind).forEach(one -> supplied.add(one.code()));
    TreeSet<String> tested = new TreeSet<>();
    TABLE.forEach(line -> tested.add(line.code()));
    assertEquals(supplied, tested);
  }

  @Test
  void what_is_supplied_has_every_parameter_that_its_probe_asks_for() {
    for (CertificateKind kind : CertificateKind.values()) for (Criterion one : SuppliedRules.of(kind)) {
      one.probe().parameters().forEach(parameter -> assertTrue(parameter.takes(one.text(parameter.name())), one.code() + " " + parameter.name()));
      assertEquals(one.probe().parameters().size(), one.parameters().size(), one.code());
    }
  }

  @Test
  void whoever_has_all_is_eligible_for_either() {
    for (CertificateKind kind : CertificateKind.values()) assertEquals(Check.Verdict.ELIGIBLE, check(kind, APerson.withAll().known()).verdict());
  }

  @Test
  void one_no_outweighs_what_is_not_known_and_what_is_not_known_outweighs_every_yes() {
    assertEquals(Check.Verdict.PERSON_DECIDES, check(CertificateKind.ENFORCEMENT, APerson.withAll().without(FactKind.HEALTH).known()).verdict());
    Check both = check(CertificateKind.ENFORCEMENT, APerson.withAll().without(FactKind.HEALTH).earned(0).known());
    assertEquals(Check.Verdict.NOT_ELIGIBLE, both.verdict());
    assertEquals(List.of("TRAINING"), both.lacking().stream().map(Check.Finding::code).toList());
    assertEquals(List.of("HEALTH"), both.open().stream().map(Check.Finding::code).toList());
  }

  @Test
  void eighteen_is_reached_on_the_birthday_and_the_answer_says_when() {
    Criterion age = criterion(CertificateKind.ENFORCEMENT, "AGE");
    APerson young = APerson.withAll().born(LocalDate.of(2008, 11, 25));
    Check.Finding no = Judging.judge(CertificateKind.ENFORCEMENT, age, young.known());
    assertEquals(LocalDate.of(2026, 11, 25), no.by());
    assertEquals(Boolean.TRUE, Judging.judge(CertificateKind.ENFORCEMENT, age, young.on(no.by())).met());
  }

  @Test
  void an_exam_to_come_says_by_when_and_an_old_pass_does_not_count() {
    Check.Finding next = finding("EXAM_PROFESSIONAL", APerson.withAll().without(Subject.PROFESSIONAL).canSit(Subject.PROFESSIONAL, "2026-12-04", "2026-12-08"));
    assertEquals(LocalDate.of(2026, 12, 8), next.by());
    assertEquals("还差专业法律知识考试合格。可参加“专业法律知识补考”：2026年12月4日至2026年12月8日。", next.missing().in(Texts.in(Texts.CHINESE)));
    assertEquals(Boolean.FALSE, finding("EXAM_PUBLIC", APerson.withAll().without(Subject.PUBLIC).sat(Subject.PUBLIC, "2021-11-23", 860, true)).met(), "five years and a day");
    assertEquals(Boolean.TRUE, finding("EXAM_PUBLIC", APerson.withAll().without(Subject.PUBLIC).sat(Subject.PUBLIC, "2021-11-24", 860, true)).met());
  }

  @Test
  void the_legal_profession_qualification_exempts_from_the_public_subject_alone() {
    APerson holder = APerson.withAll().without(Subject.PUBLIC).without(Subject.PROFESSIONAL).has(FactKind.LEGAL_QUALIFICATION, "A", "2019-03-01");
    assertEquals(Boolean.TRUE, finding("EXAM_PUBLIC", holder).met());
    assertEquals(Boolean.FALSE, finding("EXAM_PROFESSIONAL", holder).met());
  }

  @Test
  void a_sanction_ends_and_a_light_one_does_not_count() {
    APerson sanctioned = APerson.withAll().has(FactKind.SANCTION, "DEMERIT", "2026-05-01", "2027-04-30", null, null);
    assertEquals(LocalDate.of(2027, 5, 1), finding("SANCTION", sanctioned).by());
    assertEquals(Boolean.TRUE, Judging.judge(CertificateKind.ENFORCEMENT, criterion(CertificateKind.ENFORCEMENT, "SANCTION"), sanctioned.on(LocalDate.of(2027, 5, 1))).met());
    assertEquals(Boolean.TRUE, finding("SANCTION", APerson.withAll().has(FactKind.SANCTION, "WARNING", "2026-10-01", "2027-03-31", null, null)).met());
  }

  @Test
  void what_a_person_decided_comes_before_the_machine_both_ways_and_for_its_own_certificate_alone() {
    APerson granted = APerson.withAll().earned(0).has(FactKind.DECISION, "MET", "2026-11-20", null, "ENFORCEMENT/TRAINING", "省厅集中培训60学时，有结业证书");
    Check.Finding met = finding("TRAINING", granted);
    assertEquals(Boolean.TRUE, met.met());
    assertTrue(met.decided());
    assertEquals("孟立新于2026年11月20日决定：满足。理由：省厅集中培训60学时，有结业证书", met.evidence().get(0).text().in(Texts.in(Texts.CHINESE)));
    assertEquals(Boolean.FALSE, Judging.judge(CertificateKind.SUPERVISION, criterion(CertificateKind.SUPERVISION, "TRAINING"), granted.known()).met());
    assertEquals(Boolean.FALSE, finding("SANCTION", APerson.withAll().has(FactKind.DECISION, "UNMET", "2026-11-20", null, "ENFORCEMENT/SANCTION", "处分决定未解除")).met());
    assertEquals(Boolean.FALSE, finding("TRAINING", APerson.withAll().earned(0).has(FactKind.DECISION, "MET", "2026-01-01", "2026-11-23", "ENFORCEMENT/TRAINING", "x")).met(), "it has run out");
  }

  @Test
  void a_minimum_of_education_is_a_setting() {
    Criterion one = criterion(CertificateKind.ENFORCEMENT, "EDUCATION");
    Map<String, String> parameters = new HashMap<>(one.parameters());
    parameters.put("least", "BACHELOR");
    Criterion strict = new Criterion(one.code(), one.title(), one.question(), one.basis(), one.probe(), parameters, one.decides(), true, true, one.elsewhere(), one.hint());
    assertEquals(Boolean.FALSE, Judging.judge(CertificateKind.ENFORCEMENT, strict, APerson.withAll().known()).met());
    assertEquals(Boolean.TRUE, Judging.judge(CertificateKind.ENFORCEMENT, strict, APerson.withAll().learned(Officer.Education.MASTER).known()).met());
    assertNull(Judging.judge(CertificateKind.ENFORCEMENT, strict, APerson.withAll().learned(null).known()).met());
  }

  @Test
  void missing_hours_can_be_met_on_the_day_of_the_training_that_makes_them_up() {
    Check.Finding soon = finding("TRAINING", APerson.withAll().earned(5200).hasPlace("2026-12-20", Bucket.PROFESSIONAL, 400).hasPlace("2026-12-03", Bucket.PROFESSIONAL, 400).hasPlace("2026-12-01", Bucket.POLITICAL, 4000));
    assertEquals(LocalDate.of(2026, 12, 20), soon.by());
    assertTrue(soon.missing().in(Texts.in(Texts.CHINESE)).contains("还差 8 学时"), soon.missing().in(Texts.in(Texts.CHINESE)));
    Check.Finding some = finding("TRAINING", APerson.withAll().earned(5200).hasPlace("2026-12-03", Bucket.PROFESSIONAL, 400));
    assertNull(some.by());
    assertTrue(some.missing().in(Texts.in(Texts.CHINESE)).contains("还有 4 学时"), some.missing().in(Texts.in(Texts.CHINESE)));
    assertNull(finding("TRAINING", APerson.withAll().earned(6000)).by());
  }

  @Test
  void a_criterion_is_asked_only_while_its_law_holds_and_it_is_switched_on() {
    Rule rule = rule(CertificateKind.ENFORCEMENT);
    assertTrue(rule.asked(LocalDate.of(2016, 5, 31)).stream().noneMatch(one -> one.code().equals("AGE")));
    assertTrue(rule.asked(LocalDate.of(2016, 6, 1)).stream().anyMatch(one -> one.code().equals("AGE")));
    assertTrue(rule.asked(APerson.ON).stream().noneMatch(one -> one.code().equals("CONVICTED")));
  }

  private static Check.Finding finding(String code, APerson person) {
    return Judging.judge(CertificateKind.ENFORCEMENT, criterion(CertificateKind.ENFORCEMENT, code), person.known());
  }

  private static Check check(CertificateKind kind, Known known) {
    return Check.of(known, rule(kind), Instant.parse("2026-11-24T04:00:00Z"));
  }

  private static Rule rule(CertificateKind kind) {
    return new Rule(1, kind, 1, LocalDate.of(2017, 8, 1), SuppliedRules.of(kind));
  }

  private static Criterion criterion(CertificateKind kind, String code) {
    return SuppliedRules.of(kind).stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
