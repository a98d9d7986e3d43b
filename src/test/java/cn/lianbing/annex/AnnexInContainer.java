package cn.lianbing.annex;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitFacts;
import cn.lianbing.people.UnitReporting;
import cn.lianbing.platform.Collision;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The annex against the records: every figure is what it opens into, the demo's 2023 reads as the report of 2023, editions stand. */
public interface AnnexInContainer {
  private static Annex annex(Period period) {
    return bean(AnnexCompiling.class).annex(caller("supervisor"), period);
  }

  private static Value value(Period period, String code) {
    return annex(period).lines().stream().filter(one -> one.figure().code().equals(code)).findFirst().orElseThrow().value();
  }

  private static void enter(Period period, String code, Integer number, String words) {
    bean(AnnexEntering.class).enter(caller("supervisor"), period, code, number == null ? null : BigDecimal.valueOf(number), words, "测试台账");
  }

  /** What is needed by hand, in a year in which the records say nothing else. */
  private static Period ready(int year) {
    Period period = Period.year(year);
    for (String code : List.of("CAMPAIGNS", "GUIDELINE", "PLATFORM", "INSPECTIONS")) enter(period, code, null, code);
    return period;
  }

  @Test
  default void annex_the_demo_of_2023_reads_as_the_report_of_2023_and_is_frozen() {
    List<String> seed = List.of(
        "申领《河南省行政执法证》34个、《河南省行政执法监督证》4个，注销《河南省行政执法证》100个、《河南省行政执法监督证》2个。严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，全区共有37个行政执法部门在政府信息平台公示了执法信息。",
        "今年以来，共抽查7家单位33本行政处罚案卷，提出监督意见31条，下达监督意见书7份。", "依托“甘棠政务-学考云”平台", "目前，我区12个乡镇综合行政执法大队调整为副科级单位，为乡镇综合行政执法工作深入开展提供了坚强保障。");
    AnnexEditions.Row row = bean(AnnexEditions.class).all(caller("auditor"), Period.year(2023)).get(0);
    AnnexEditions.Edition edition = bean(AnnexEditions.class).edition(caller("auditor"), row.id());
    String all = String.join("", edition.content().paragraphs());
    for (String sentence : seed) assertTrue(all.contains(sentence), all);
    assertEquals(4, edition.content().paragraphs().size());
    assertTrue(row.intact());
    String canonical = bean(AnnexEditions.class).canonical(caller("auditor"), row.id());
    assertEquals(Content.hash(canonical), row.sha256());
    assertEquals(canonical, Content.read(canonical).canonical(), "read and written it is the same again");
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Content.hash(""));
    for (String code : List.of("APPLIED_ENFORCEMENT", "CANCELLED_ENFORCEMENT", "REVIEW_UNITS", "REVIEW_FILES", "OPINIONS", "OPINION_LETTERS", "PUBLISHING", "DEPUTY_BRIGADES")) assertEquals(Value.Origin.COUNTED, value(Period.year(2023), code).origin(), code);
    assertEquals(Value.Origin.ENTERED, value(Period.year(2023), "CAMPAIGNS").origin());
  }

  @Test
  default void annex_every_counted_figure_is_the_number_or_the_sum_of_the_records_that_it_opens_into() {
    Map<String, String> summed = Map.of("EXAM_EXPECTED", "expected", "EXAM_SAT", "sat", "EXAM_PASSED", "passed", "CLASS_PERSONS", "attended");
    for (Period period : List.of(Period.year(2023), new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31)))) {
      Map<String, Value> values = bean(Counts.class).all(caller("supervisor"), period);
      for (Template.Figure figure : Template.usual().figures()) if (!figure.words() && Counts.counts(figure.code()) && !figure.code().startsWith("TALK")) {
        Counts.Records records = bean(AnnexCompiling.class).records(caller("supervisor"), period, figure.code()).orElseThrow();
        int column = records.columns().indexOf("annex.col." + summed.get(figure.code()));
        long sum = summed.containsKey(figure.code()) ? records.rows().stream().mapToLong(row -> Long.parseLong(row.get(column))).sum() : records.rows().size();
        BigDecimal number = values.get(figure.code()).number();
        assertEquals(sum, number == null ? 0 : number.longValue(), figure.code());
      }
      assertEquals(bean(AnnexCompiling.class).records(caller("supervisor"), period, "TALKS").orElseThrow().rows().size(), values.get("TALKS").number().intValue());
    }
  }

  @Test
  default void annex_certificates_are_counted_by_their_steps() {
    Period period = Period.year(2033);
    long unit = count("select id from unit where code = 'D01'");
    long officer = count("select o.id from officer o where o.unit_id = ? and not exists (select 1 from certificate_application a where a.officer_id = o.id) limit 1", unit);
    change("insert into certificate (kind, serial, unit_id, holder_name, state, valid_from, valid_to, ended_on, last_on, version) values ('ENFORCEMENT', 'ANNEX-1', ?, '甲', 'CANCELLED', '2031-01-01', '2035-12-31', '2033-05-05', '2033-05-05', 0), ('ENFORCEMENT', 'ANNEX-2', ?, '乙', 'VALID', '2031-01-01', '2035-12-31', null, '2033-05-05', 0), ('SUPERVISION', 'ANNEX-3', ?, '丙', 'CANCELLED', '2031-01-01', '2035-12-31', '2032-05-05', '2032-05-05', 0)", unit, unit, unit);
    for (String[] one : new String[][] {{"ANNEX-1", "2033-05-05"}, {"ANNEX-3", "2032-05-05"}}) change("insert into certificate_step (certificate_id, step, from_state, to_state, on_date, reason, document_number, recorded_at) select id, 'CANCEL', 'VALID', 'CANCELLED', ?, 'RETIRED', '陕司〔2033〕1号', utc_timestamp(3) from certificate where serial = ?", one[1], one[0]);
    change("insert into certificate_application (number, kind, purpose, officer_id, unit_id, state, last_on, created_at, version) values ('ANNEX-A', 'SUPERVISION', 'FIRST', ?, ?, 'WITHDRAWN', '2033-03-03', utc_timestamp(3), 0)", officer, unit);
    for (int i = 0; i < 2; i++) change("insert into certificate_step (application_id, step, from_state, to_state, on_date, recorded_at) select id, 'SEND', 'PUBLISHED', 'SENT', '2033-03-03', utc_timestamp(3) from certificate_application where number = 'ANNEX-A'");
    assertEquals("1", value(period, "CANCELLED_ENFORCEMENT").text());
    assertEquals("0", value(period, "CANCELLED_SUPERVISION").text());
    assertEquals("1", value(period, "APPLIED_SUPERVISION").text(), "sent twice is one application");
    assertEquals("0", value(period, "APPLIED_ENFORCEMENT").text());
    List<List<String>> cancelled = bean(AnnexCompiling.class).records(caller("supervisor"), period, "CANCELLED_ENFORCEMENT").orElseThrow().rows();
    assertEquals("ANNEX-1", cancelled.get(0).get(0));
    List<String> stock = bean(AnnexCompiling.class).records(caller("supervisor"), period, "STOCK_ENFORCEMENT").orElseThrow().rows().stream().map(row -> row.get(0)).toList();
    assertTrue(stock.containsAll(List.of("ANNEX-1", "ANNEX-2")), "what was cancelled in the period was there in it");
    change("delete s from certificate_step s join certificate c on c.id = s.certificate_id where c.serial like 'ANNEX-%'");
    change("delete from certificate where serial like 'ANNEX-%'");
    change("delete s from certificate_step s join certificate_application a on a.id = s.application_id where a.number = 'ANNEX-A'");
    change("delete from certificate_application where number = 'ANNEX-A'");
  }

  @Test
  default void annex_what_a_person_entered_stands_before_what_was_counted_and_says_so_until_it_is_taken_back() {
    Period period = Period.year(2034);
    enter(period, "PUBLISHING", 12, null);
    Value entered = value(period, "PUBLISHING");
    assertEquals("12", entered.text());
    assertTrue(entered.differs());
    assertEquals("测试台账", entered.source());
    assertEquals("source", assertThrows(Invalid.class, () -> bean(AnnexEntering.class).enter(caller("supervisor"), period, "PUBLISHING", BigDecimal.ONE, null, " ")).violations().get(0).field());
    assertThrows(Invalid.class, () -> bean(AnnexEntering.class).enter(caller("supervisor"), period, "PUBLISHING", BigDecimal.valueOf(-1), null, "x"));
    assertThrows(Invalid.class, () -> bean(AnnexEntering.class).enter(caller("supervisor"), period, "PUBLISHING", new BigDecimal("1e999"), null, "x"));
    assertThrows(NotFound.class, () -> bean(AnnexEntering.class).enter(caller("supervisor"), period, "NOTHING", BigDecimal.ONE, null, "x"));
    bean(AnnexEntering.class).clear(caller("supervisor"), period, "PUBLISHING");
    assertEquals(Value.Origin.COUNTED, value(period, "PUBLISHING").origin());
    assertThrows(NotFound.class, () -> bean(AnnexEntering.class).enter(caller("auditor"), period, "PUBLISHING", BigDecimal.ONE, null, "x"));
  }

  @Test
  default void annex_what_does_not_fit_is_not_frozen_and_names_the_figures() {
    Period period = ready(2035);
    enter(period, "CASES_ACCEPTED", 14, null);
    enter(period, "CASES_CLOSED", 15, null);
    Invalid refused = assertThrows(Invalid.class, () -> bean(AnnexEditions.class).freeze(caller("supervisor"), period, null));
    assertEquals(List.of("CASES_CLOSED"), refused.violations().stream().map(Invalid.Violation::field).toList());
    assertEquals(List.of("15", "14"), refused.violations().get(0).arguments());
    assertEquals(0, count("select count(*) from annex_edition where from_day = '2035-01-01'"));
    enter(period, "CASES_CLOSED", 12, null);
    bean(AnnexEditions.class).freeze(caller("supervisor"), period, null);
  }

  @Test
  default void annex_two_hands_freeze_one_edition() {
    Period period = ready(2036);
    List<Object> outcomes = atOnce(2, () -> bean(AnnexEditions.class).freeze(caller("supervisor"), period, null));
    assertEquals(1, outcomes.stream().filter(one -> one instanceof Long).count(), outcomes.toString());
    assertEquals(1, count("select count(*) from annex_edition where from_day = '2036-01-01'"));
    Exception other = (Exception) outcomes.stream().filter(one -> one instanceof Exception).findFirst().orElseThrow();
    assertTrue(other instanceof Refused refused && refused.code().equals("annex-unchanged") || Collision.of(other).isPresent(), String.valueOf(other));
  }

  @Test
  default void annex_a_second_edition_needs_a_change_and_can_be_compared_and_the_next_year_has_it_beside() {
    Period period = ready(2037);
    enter(period, "LAWSUITS", 11, null);
    long first = bean(AnnexEditions.class).freeze(caller("supervisor"), period, "第一版");
    assertEquals("annex-unchanged", assertThrows(Refused.class, () -> bean(AnnexEditions.class).freeze(caller("supervisor"), period, null)).code());
    enter(period, "LAWSUITS", 12, null);
    long second = bean(AnnexEditions.class).freeze(caller("supervisor"), period, null);
    assertEquals(List.of(new AnnexEditions.Difference("LAWSUITS", "11", "12")), bean(AnnexEditions.class).compare(caller("auditor"), first, second));
    enter(period, "LAWSUITS", 99, null);
    Annex.Line line = annex(Period.year(2038)).lines().stream().filter(one -> one.figure().code().equals("LAWSUITS")).findFirst().orElseThrow();
    assertEquals("12", line.last().text(), "what was frozen, not what was entered afterwards");
    assertEquals(Value.Origin.FROZEN, line.last().origin());
    assertEquals("11", bean(AnnexEditions.class).edition(caller("auditor"), first).content().figures().stream().filter(one -> one.code().equals("LAWSUITS")).findFirst().orElseThrow().value().text());
    change("update annex_edition set content = replace(content, '11', '13') where id = ?", first);
    assertFalse(bean(AnnexEditions.class).edition(caller("auditor"), first).row().intact());
  }

  @Test
  default void annex_attacks_3_and_16_only_whole_district_roles_read_it() {
    for (String who : List.of("officer001", "unit01", "trainer")) {
      assertThrows(NotFound.class, () -> bean(AnnexCompiling.class).annex(caller(who), Period.year(2026)), who);
      assertThrows(NotFound.class, () -> bean(AnnexEditions.class).all(caller(who), null), who);
    }
    for (String who : List.of("auditor", "admin")) assertThrows(NotFound.class, () -> bean(AnnexEditions.class).freeze(caller(who), Period.year(2026), null), who);
  }

  @Test
  default void annex_units_say_whether_they_publish_and_their_rank_since_when() {
    long unit = count("select id from unit where code = 'D01'");
    UnitFacts before = bean(UnitReporting.class).facts(caller("unit01"), unit);
    assertEquals("publishesSince", assertThrows(Invalid.class, () -> bean(UnitReporting.class).state(caller("unit01"), unit, new UnitFacts(true, null, null, null, null))).violations().get(0).field());
    assertThrows(Invalid.class, () -> bean(UnitReporting.class).state(caller("unit01"), unit, new UnitFacts(true, LocalDate.of(2099, 1, 1), null, null, null)));
    assertThrows(NotFound.class, () -> bean(UnitReporting.class).state(caller("unit01"), count("select id from unit where code = 'D02'"), before));
    bean(UnitReporting.class).state(caller("unit01"), unit, new UnitFacts(false, null, Unit.Rank.SECTION, LocalDate.of(2016, 3, 1), Unit.Level.COUNTY));
    assertEquals("36", bean(Counts.class).all(caller("supervisor"), Period.year(2022)).get("PUBLISHING").text());
    bean(UnitReporting.class).state(caller("unit01"), unit, before);
    assertEquals("0", bean(Counts.class).all(caller("supervisor"), Period.year(2019)).get("PUBLISHING").text(), "nobody published then");
    assertEquals("37", bean(Counts.class).all(caller("supervisor"), Period.year(2022)).get("PUBLISHING").text());
  }
}
