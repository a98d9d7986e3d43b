package cn.lianbing.eligibility;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.credit.Booking;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.CreditLedger;
import cn.lianbing.credit.Origin;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.people.OfficerPasts;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Eligibility against the real database: what held then as known then, two hands at once, who may do what. */
public interface EligibilityInContainer {
  CertificateKind CARD = CertificateKind.ENFORCEMENT;

  private static EligibilityChecking checking() {
    return bean(EligibilityChecking.class);
  }

  private static PersonnelFacts facts() {
    return bean(PersonnelFacts.class);
  }

  private static long officer(String username) {
    return count("select officer_id from account where username = ?", username);
  }

  private static LocalDate today() {
    return now().atZone(Times.ZONE).toLocalDate();
  }

  private static Instant now() {
    return bean(Clock.class).instant();
  }

  /** Milliseconds are what the tables keep. */
  private static Instant later() throws InterruptedException {
    Thread.sleep(5);
    Instant moment = now();
    Thread.sleep(5);
    return moment;
  }

  private static PersonnelFacts.FactData fact(FactKind kind, String value, LocalDate from) {
    return new PersonnelFacts.FactData(kind, value, "测试〔2026〕1号", "测试机关", null, from, null);
  }

  private static Check.Finding finding(Check check, String code) {
    return check.criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  private static PeopleAdministration.OfficerData data(Officer.Establishment establishment, long officerId, long unitId, Officer.State state) {
    return new PeopleAdministration.OfficerData(unitId, String.valueOf(cn.lianbing.testing.Inside.ask("select name from officer where id = ?", officerId)), null, establishment, Officer.Education.BACHELOR, "综合执法岗", null, state);
  }

  @Test
  default void the_answer_of_then_stays_when_record_facts_hours_results_and_rules_change_later() throws Exception {
    long id = officer("officer151");
    Caller desk = caller("supervisor");
    long unit = count("select unit_id from officer where id = ?", id);
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.ADMINISTRATIVE, id, unit, Officer.State.ACTIVE));
    long health = facts().record(desk, id, fact(FactKind.HEALTH, "FIT", today().minusDays(3)));
    Instant then = later();
    Check before = checking().check(desk, id, CARD, today(), then);
    assertEquals(Boolean.TRUE, finding(before, "ESTABLISHMENT").met());

    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.CONTRACT, id, count("select id from unit where code = '411203100'"), Officer.State.SECONDED));
    facts().correct(desk, id, health, fact(FactKind.HEALTH, "UNFIT", today().minusDays(3)), "本人更正");
    facts().record(desk, id, fact(FactKind.REVOCATION, "REVOKED", today().minusDays(1)));
    bean(CreditLedger.class).earn(Caller.system(), new Booking(id, Bucket.PROFESSIONAL, Origin.ATTENDANCE, 300, today().minusDays(30), "test:eligibility", "测试培训"));
    long exam = count("select id from exam where subject = 'PUBLIC' and release_rule = 'AT_CLOSING' order by id limit 1");
    bean(ExamScheduling.class).classify(caller("admin"), exam, null);
    try {
      assertEquals(before, checking().check(desk, id, CARD, today(), then), "as it was known then");
      Check after = checking().check(desk, id, CARD, today(), null);
      assertEquals(Check.Verdict.NOT_ELIGIBLE, after.verdict());
      for (String code : List.of("ESTABLISHMENT", "BARRED", "HEALTH", "REVOKED")) assertEquals(Boolean.FALSE, finding(after, code).met(), code);
      assertNull(finding(after, "IN_SERVICE").met(), "seconded");
      assertNotEquals(finding(before, "TRAINING").evidence(), finding(after, "TRAINING").evidence());
    } finally {
      bean(ExamScheduling.class).classify(caller("admin"), exam, Subject.PUBLIC);
    }
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.ADMINISTRATIVE, id, unit, Officer.State.ACTIVE));
    assertEquals(before, checking().check(desk, id, CARD, today(), then));
  }

  @Test
  default void a_result_counts_as_it_was_known_also_after_the_exam_counts_for_something_else() throws Exception {
    long id = count("select r.officer_id from exam_result r join exam e on e.id = r.exam_id where r.superseded_at is null and r.subject = 'PUBLIC' and e.release_rule = 'AT_CLOSING' and r.score >= r.pass_mark and not exists (select 1 from personnel_fact f where f.officer_id = r.officer_id and f.kind in ('EXAM_PUBLIC', 'LEGAL_QUALIFICATION', 'DECISION')) limit 1");
    long exam = count("select exam_id from exam_result where officer_id = ? and subject = 'PUBLIC' and superseded_at is null limit 1", id);
    Caller desk = caller("supervisor");
    Instant then = later();
    assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, today(), then), "EXAM_PUBLIC").met());
    bean(ExamScheduling.class).classify(caller("admin"), exam, Subject.PROFESSIONAL);
    try {
      assertEquals(Boolean.FALSE, finding(checking().check(desk, id, CARD, today(), null), "EXAM_PUBLIC").met());
      assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, today(), then), "EXAM_PUBLIC").met());
    } finally {
      bean(ExamScheduling.class).classify(caller("admin"), exam, Subject.PUBLIC);
    }
    assertEquals(0, count("select count(*) from (select attempt_id from exam_result where superseded_at is null group by attempt_id having count(*) > 1) x"), "one current row an attempt");
    assertThrows(NotFound.class, () -> bean(ExamScheduling.class).classify(caller("unit01"), exam, null), "a unit does not say what an exam counts for");
  }

  @Test
  default void an_unreleased_result_is_not_told() {
    long id = count("select officer_id from exam_result r join exam e on e.id = r.exam_id where r.superseded_at is null and r.subject = 'PUBLIC' and e.release_rule = 'AT_CLOSING' and not exists (select 1 from personnel_fact f where f.officer_id = r.officer_id and f.kind in ('EXAM_PUBLIC', 'LEGAL_QUALIFICATION', 'DECISION')) order by r.id desc limit 1");
    long exam = count("select exam_id from exam_result where officer_id = ? and subject = 'PUBLIC' and superseded_at is null limit 1", id);
    change("update exam set release_rule = 'BY_HAND', released_at = null where id = ?", exam);
    try {
      Check.Finding waiting = finding(checking().check(caller("supervisor"), id, CARD, today(), null), "EXAM_PUBLIC");
      assertNull(waiting.met());
      assertTrue(waiting.evidence().isEmpty(), "no mark, no cut score");
      assertEquals("exam.waiting", waiting.missing().key());
    } finally {
      change("update exam set release_rule = 'AT_CLOSING' where id = ?", exam);
    }
  }

  @Test
  default void the_past_goes_by_the_unit_and_establishment_of_then_and_a_late_entry_can_be_dated_back() throws Exception {
    long id = officer("officer152");
    Caller desk = caller("supervisor");
    long unit = count("select unit_id from officer where id = ?", id);
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.INSTITUTION, id, unit, Officer.State.ACTIVE));
    Instant first = later();
    long township = count("select id from unit where code = '411203101'");
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.TEMPORARY, id, township, Officer.State.ACTIVE));
    assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, today().minusDays(1), null), "ESTABLISHMENT").met(), "yesterday it was not so");
    assertEquals(Boolean.FALSE, finding(checking().check(desk, id, CARD, today(), null), "ESTABLISHMENT").met());
    bean(OfficerPasts.class).since(caller("admin"), id, today().minusDays(40));
    Check lateEntry = checking().check(desk, id, CARD, today().minusDays(10), null);
    assertEquals(Boolean.FALSE, finding(lateEntry, "ESTABLISHMENT").met());
    assertEquals("原店镇", lateEntry.unit());
    assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, today().minusDays(10), first), "ESTABLISHMENT").met(), "then nobody knew");
    assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, today().minusDays(41), null), "ESTABLISHMENT").met());
    assertThrows(Invalid.class, () -> bean(OfficerPasts.class).since(caller("admin"), id, today().plusDays(1)));
    assertThrows(NotFound.class, () -> bean(OfficerPasts.class).since(caller("supervisor"), id, today().minusDays(1)), "the desk does not keep people");
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), id, data(Officer.Establishment.INSTITUTION, id, unit, Officer.State.ACTIVE));
  }

  @Test
  default void a_unit_that_becomes_a_township_was_a_department_before() throws Exception {
    long id = officer("officer153");
    long unit = count("select unit_id from officer where id = ?", id);
    String name = (String) cn.lianbing.testing.Inside.ask("select name from unit where id = ?", unit);
    String kind = (String) cn.lianbing.testing.Inside.ask("select kind from unit where id = ?", unit);
    Instant then = later();
    Check before = checking().check(caller("supervisor"), id, CertificateKind.SUPERVISION, today(), then);
    var other = kind.equals("TOWNSHIP") ? cn.lianbing.people.Unit.Kind.DEPARTMENT : cn.lianbing.people.Unit.Kind.TOWNSHIP;
    bean(cn.lianbing.people.UnitKeeping.class).change(caller("admin"), unit, new cn.lianbing.people.UnitKeeping.UnitData(null, name, other, null, (int) count("select sort from unit where id = ?", unit)));
    try {
      assertEquals(before, checking().check(caller("supervisor"), id, CertificateKind.SUPERVISION, today(), then));
      assertNotEquals(finding(before, "UNIT_LEVEL").met(), finding(checking().check(caller("supervisor"), id, CertificateKind.SUPERVISION, today(), null), "UNIT_LEVEL").met());
    } finally {
      bean(cn.lianbing.people.UnitKeeping.class).change(caller("admin"), unit, new cn.lianbing.people.UnitKeeping.UnitData(null, name, cn.lianbing.people.Unit.Kind.valueOf(kind), null, (int) count("select sort from unit where id = ?", unit)));
    }
  }

  @Test
  default void two_who_correct_one_fact_at_once_leave_one_in_its_place() {
    long id = officer("officer154");
    Caller desk = caller("supervisor");
    long wrong = facts().record(desk, id, fact(FactKind.VERIFICATION, "DIFFERENT", today().minusDays(9)));
    List<Object> outcomes = atOnce(4, () -> facts().correct(desk, id, wrong, fact(FactKind.VERIFICATION, "CONFIRMED", today().minusDays(9)), "文号抄错"));
    assertEquals(1, outcomes.stream().filter(Long.class::isInstance).count(), outcomes.toString());
    assertEquals(1, count("select count(*) from personnel_fact where corrects_id = ?", wrong));
    assertThrows(Refused.class, () -> facts().withdraw(desk, id, wrong, "再撤一次"));
    assertTrue(facts().of(desk, id).stream().anyMatch(one -> one.id() == wrong && !one.current() && one.supersededReason().equals("文号抄错")), "it stays to be read");
  }

  @Test
  default void who_may_record_what_about_whom() {
    long own = officer("officer155");
    Caller self = caller("officer155");
    facts().record(self, own, fact(FactKind.HEALTH, "FIT", today()));
    assertEquals("eligibility-own-fact", assertThrows(Refused.class, () -> facts().record(self, own, fact(FactKind.LEGAL_QUALIFICATION, "A", today()))).code());
    assertThrows(NotFound.class, () -> facts().record(self, officer("officer156"), fact(FactKind.HEALTH, "FIT", today())));
    Caller unit = caller("unit01");
    long inside = count("select o.id from officer o join account a on a.unit_id = o.unit_id where a.username = 'unit01' order by o.id desc limit 1");
    long outside = count("select o.id from officer o where o.unit_id <> (select unit_id from account where username = 'unit01') order by o.id desc limit 1");
    facts().record(unit, inside, fact(FactKind.SUITABILITY, "SUITED", today()));
    assertThrows(NotFound.class, () -> facts().record(unit, inside, fact(FactKind.VERIFICATION, "CONFIRMED", today())), "the desk's");
    assertThrows(NotFound.class, () -> facts().record(unit, inside, fact(FactKind.DECISION, "MET", today())), "nobody's");
    assertThrows(NotFound.class, () -> facts().record(unit, outside, fact(FactKind.SUITABILITY, "SUITED", today())));
    assertThrows(NotFound.class, () -> facts().of(unit, outside));
    assertThrows(NotFound.class, () -> checking().check(unit, outside, CARD, today(), null));
    assertThrows(NotFound.class, () -> checking().check(caller("trainer"), own, CARD, today(), null), "whoever trains people sees no sanctions");
    assertThrows(NotFound.class, () -> checking().check(self, officer("officer156"), CARD, today(), null));
    assertThrows(NotFound.class, () -> checking().keep(caller("auditor"), own, CARD, today()), "auditors only read");
    assertThrows(NotFound.class, () -> facts().record(caller("auditor"), own, fact(FactKind.SANCTION, "DEMERIT", today())));
    assertThrows(Invalid.class, () -> facts().record(caller("supervisor"), own, new PersonnelFacts.FactData(FactKind.SANCTION, "DEMERIT", null, null, null, today(), null)), "no document");
    List<Check> seen = new ArrayList<>();
    checking().each(unit, null, null, CARD, today(), null, seen::add);
    assertEquals(count("select count(*) from officer where state in ('ACTIVE', 'SECONDED') and unit_id = (select unit_id from account where username = 'unit01')"), seen.size());
  }

  @Test
  default void a_sanction_ends_by_itself_after_its_months() {
    long id = officer("officer157");
    Caller desk = caller("supervisor");
    facts().record(desk, id, fact(FactKind.SANCTION, "DEMERIT", today().minusMonths(3)));
    Check.Finding held = finding(checking().check(desk, id, CARD, today(), null), "SANCTION");
    assertNull(held.met(), "a person decides");
    assertEquals(today().minusMonths(3).plusMonths(12), held.by());
    assertEquals(Boolean.TRUE, finding(checking().check(desk, id, CARD, held.by(), null), "SANCTION").met());
  }

  @Test
  default void many_are_checked_as_each_alone() {
    Caller desk = caller("supervisor");
    Map<Long, Check> all = new HashMap<>();
    Instant moment = now();
    checking().each(desk, null, null, CARD, today(), moment, check -> all.put(check.officerId(), check));
    assertEquals(count("select count(*) from officer where state in ('ACTIVE', 'SECONDED')"), all.size());
    for (long id : List.of(officer("officer001"), officer("officer014"), officer("officer092"), officer("officer172"))) assertEquals(checking().check(desk, id, CARD, today(), moment), all.get(id));
    UnitEligibility.Summary summary = bean(UnitEligibility.class).of(desk, new UnitEligibility.Filter(null, null, CARD, today(), Check.Verdict.ELIGIBLE, null));
    assertEquals(summary.verdicts().get(Check.Verdict.ELIGIBLE), summary.rows().size());
    assertEquals(all.size(), summary.officers());
  }

  @Test
  default void a_kept_check_is_signed_and_a_changed_one_does_not_verify() {
    long id = officer("officer158");
    Caller desk = caller("supervisor");
    KeptCheck kept = checking().keep(desk, id, CARD, today());
    KeptChecks checks = bean(KeptChecks.class);
    assertEquals(kept, checks.get(desk, kept.id()), "as it was read, so it was written");
    assertTrue(kept.number().matches("ZG\\d{4}-\\d{6}"));
    String token = checks.token(desk, kept.id());
    KeptChecks.Verified verified = checks.verify(kept.number(), token, "198.51.100.1").orElseThrow();
    assertTrue(verified.name().contains("*"), verified.name());
    assertTrue(checks.verify(kept.number(), "AAAAAAAAAAAAAAAA", "198.51.100.1").isEmpty());
    long other = checking().keep(desk, officer("officer159"), CARD, today()).id();
    assertTrue(checks.verify(checks.get(desk, other).number(), token, "198.51.100.1").isEmpty(), "a token opens one alone");
    change("update eligibility_check set content = replace(content, '\"NOT_ELIGIBLE\"', '\"ELIGIBLE\"'), verdict = 'ELIGIBLE', name = '张三' where id = ?", kept.id());
    change("update eligibility_check set content = concat(content, ' ') where id = ?", kept.id());
    assertFalse(checks.sealed(desk, kept.id()));
    assertTrue(checks.verify(kept.number(), token, "198.51.100.1").isEmpty());
    assertThrows(NotFound.class, () -> checks.get(caller("officer159"), kept.id()), "somebody else's");
  }

  @Test
  default void whoever_tries_numbers_is_stopped() {
    KeptChecks checks = bean(KeptChecks.class);
    for (int i = 0; i < KeptChecks.MISSES; i++) assertTrue(checks.verify("ZG2026-%06d".formatted(900_000 + i), "x", "198.51.100.9").isEmpty());
    assertEquals("locked", assertThrows(Refused.class, () -> checks.verify("ZG2026-000001", "x", "198.51.100.9")).code());
    checks.verify("ZG2026-000001", "x", "198.51.100.10");
  }

  @Test
  default void a_person_decides_what_is_contested_and_only_the_desk_and_never_about_oneself() {
    Caller officer = caller("officer160");
    long id = officer("officer160");
    Caller desk = caller("supervisor");
    facts().record(desk, id, fact(FactKind.VERIFICATION, "DIFFERENT", today()));
    PersonDeciding deciding = bean(PersonDeciding.class);
    assertEquals(Boolean.FALSE, finding(checking().check(officer, id, CARD, today(), null), "VERIFIED").met());
    List<Object> outcomes = atOnce(3, () -> deciding.contest(officer, CARD, List.of("VERIFIED"), "编办已经重新核验"));
    assertEquals(1, outcomes.stream().filter(Long.class::isInstance).count(), outcomes.toString());
    long contest = (Long) outcomes.stream().filter(Long.class::isInstance).findFirst().orElseThrow();
    assertEquals("eligibility-contest-open", assertThrows(Refused.class, () -> deciding.contest(officer, CARD, List.of(), "再来一次")).code());
    assertThrows(NotFound.class, () -> deciding.decide(caller("unit01"), contest, true, "同意", null), "a unit does not decide");
    assertThrows(NotFound.class, () -> deciding.decide(caller("admin"), contest, true, "同意", null));
    Caller oneself = new Caller(desk.accountId(), id, desk.name(), desk.unitId(), desk.unitPath(), desk.roles(), null, null);
    assertEquals("eligibility-own-contest", assertThrows(Refused.class, () -> deciding.decide(oneself, contest, true, "同意", null)).code());
    assertThrows(Invalid.class, () -> deciding.decide(desk, contest, true, " ", null));
    List<Object> decisions = atOnce(3, () -> {
      deciding.decide(desk, contest, true, "核验单已补", null);
      return true;
    });
    assertEquals(1, decisions.stream().filter(Boolean.TRUE::equals).count(), decisions.toString());
    Check.Finding decided = finding(checking().check(officer, id, CARD, today(), null), "VERIFIED");
    assertEquals(Boolean.TRUE, decided.met());
    assertTrue(decided.decided());
    assertEquals(1, count("select count(*) from personnel_fact where officer_id = ? and kind = 'DECISION'", id));
    assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'officer160' and n.kind = 'eligibility.granted'"));
  }

  @Test
  default void the_statutes_bar_is_put_right_in_the_record_and_not_by_a_decision() {
    long id = count("select id from officer where establishment = 'CONTRACT' and state = 'ACTIVE' order by id desc limit 1");
    assertEquals("eligibility-by-record", assertThrows(Refused.class, () -> bean(PersonDeciding.class).decide(caller("supervisor"), id, CARD, "BARRED", true, "特殊情况", null)).code());
    assertThrows(NotFound.class, () -> bean(PersonDeciding.class).decide(caller("supervisor"), id, CARD, "NO_SUCH", true, "x", null));
  }

  @Test
  default void a_new_version_needs_a_second_person_and_the_old_one_stays_for_its_days() {
    RuleEditing editing = bean(RuleEditing.class);
    EligibilityRules rules = bean(EligibilityRules.class);
    Caller author = caller("supervisor");
    Caller second = caller("supervisor2");
    CertificateKind kind = CertificateKind.SUPERVISION;
    assertThrows(NotFound.class, () -> editing.draft(caller("unit01"), kind));
    long id = editing.draft(author, kind);
    Criterion age = rules.view(author, id).criteria().stream().filter(one -> one.code().equals("AGE")).findFirst().orElseThrow();
    Criterion older = new Criterion(age.code(), age.title(), age.question(), age.basis(), age.probe(), Map.of("years", "21"), age.decides(), true, true, "试验", age.hint());
    int version = rules.view(author, id).version();
    List<Object> outcomes = atOnce(2, () -> {
      editing.change(author, id, version, older);
      return true;
    });
    assertEquals(1, outcomes.stream().filter(Boolean.TRUE::equals).count(), outcomes.toString());
    assertThrows(Invalid.class, () -> editing.change(author, id, rules.view(author, id).version(), new Criterion(age.code(), age.title(), age.question(), age.basis(), age.probe(), Map.of("years", "5"), age.decides(), true, true, null, null)));
    editing.plan(author, id, rules.view(author, id).version(), today().plusDays(30), "试验");
    editing.submit(author, id);
    assertEquals("eligibility-own-rule", assertThrows(Refused.class, () -> editing.approve(author, id)).code());
    assertThrows(NotFound.class, () -> editing.approve(caller("auditor"), id));
    List<Object> approvals = atOnce(3, () -> {
      editing.approve(second, id);
      return true;
    });
    assertEquals(1, approvals.stream().filter(Boolean.TRUE::equals).count(), approvals.toString());
    assertEquals(1, rules.inForce(kind, today(), now()).number(), "until its day the old one holds");
    assertEquals(id, rules.inForce(kind, today().plusDays(30), now()).id());
    assertThrows(Refused.class, () -> editing.withdraw(author, id), "what is approved stays");
    assertEquals("eligibility-no-rule", assertThrows(Refused.class, () -> rules.inForce(kind, LocalDate.of(2016, 12, 31), now())).code());
  }

  @Test
  default void the_test_bench_counts_who_would_change_and_changes_nothing() {
    EligibilityRules rules = bean(EligibilityRules.class);
    Caller author = caller("supervisor");
    long id = bean(RuleEditing.class).draft(author, CARD);
    Criterion hours = rules.view(author, id).criteria().stream().filter(one -> one.code().equals("TRAINING")).findFirst().orElseThrow();
    Map<String, String> parameters = new HashMap<>(hours.parameters());
    parameters.put("hours", "400");
    bean(RuleEditing.class).change(author, id, rules.view(author, id).version(), new Criterion(hours.code(), hours.title(), hours.question(), hours.basis(), hours.probe(), parameters, hours.decides(), true, true, hours.elsewhere(), hours.hint()));
    long rows = count("select count(*) from personnel_fact") + count("select count(*) from eligibility_check");
    RuleTrial.Outcome outcome = bean(RuleTrial.class).run(author, id, null, null);
    assertEquals(0, outcome.after().get(Check.Verdict.ELIGIBLE));
    assertTrue(outcome.changed() >= outcome.before().get(Check.Verdict.ELIGIBLE));
    assertTrue(outcome.changes().stream().allMatch(one -> one.criteria().stream().anyMatch(answer -> answer.code().equals("TRAINING"))));
    assertEquals(rows, count("select count(*) from personnel_fact") + count("select count(*) from eligibility_check"));
    RuleTrial.Outcome own = bean(RuleTrial.class).run(caller("unit01"), id, null, null);
    assertTrue(own.officers() < outcome.officers(), "a unit tries it on its own people");
    bean(RuleEditing.class).withdraw(author, id);
  }
}
