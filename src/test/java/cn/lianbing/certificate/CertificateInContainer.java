package cn.lianbing.certificate;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.IdNumbers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Times;
import cn.lianbing.upkeep.UpkeepTask;
import cn.lianbing.upkeep.UpkeepTasks;
import cn.lianbing.upkeep.NightlyRound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Certificates against the real database. */
public interface CertificateInContainer {
  AtomicInteger SERIAL = new AtomicInteger();

  private static Caller desk() {
    return caller("supervisor");
  }

  private static LocalDate today() {
    return bean(Clock.class).instant().atZone(Times.ZONE).toLocalDate();
  }

  private static StepData step(Step step, Authority authority) {
    long basis = count("select min(id) from certificate_basis where step = ? and authority = ?", step.name(), authority.name());
    return StepData.of(step, authority, basis, today());
  }

  private static long unit(String code) {
    return count("select id from unit where code = ?", code);
  }

  /** A certificate of somebody who is no officer, as an import leaves it. */
  private static long card(String unitCode, String state) {
    String serial = "T" + SERIAL.incrementAndGet() + "C" + System.nanoTime() % 100_000_000;
    change("insert into certificate (kind, serial, unit_id, holder_name, state, valid_from, valid_to, issued_on, last_on, version) values ('ENFORCEMENT', ?, ?, '测试人', ?, '2024-01-01', '2030-12-31', '2024-01-01', '2024-01-01', 1)", serial, unit(unitCode), state);
    return count("select id from certificate where serial = ?", serial);
  }

  private static StepData.Target target(long id) {
    return new StepData.Target(id, (int) count("select version from certificate where id = ?", id));
  }

  private static StepData.Target application(long id) {
    return new StepData.Target(id, (int) count("select version from certificate_application where id = ?", id));
  }

  private static String state(long id) {
    return (String) ask("select state from certificate where id = ?", id);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(Refused.class, action).code();
  }

  private static StepData cancel() {
    return step(Step.CANCEL, Authority.SUPERVISION_ORGAN).because(Reason.MOVED_AWAY, null).by("陕司证〔2026〕99号");
  }

  @Test
  default void of_two_hands_at_once_one_takes_the_step_and_the_other_is_told_that_it_changed() {
    long id = card("D03", "VALID");
    StepData.Target seen = target(id);
    List<Object> outcomes = atOnce(4, () -> {
      bean(CertificateKeeping.class).take(desk(), seen, cancel());
      return "done";
    });
    assertEquals(1, outcomes.stream().filter("done"::equals).count(), outcomes.toString());
    for (Object one : outcomes) if (one instanceof Exception refused) assertEquals("changed-meanwhile", cn.lianbing.platform.Collision.of(refused).map(Refused::code).orElseGet(() -> refused instanceof Refused known ? known.code() : refused.toString()));
    assertEquals("CANCELLED", state(id));
    assertEquals(1, count("select count(*) from certificate_step where certificate_id = ? and step = 'CANCEL'", id));
    long other = card("D03", "VALID");
    StepData.Target old = target(other);
    bean(CertificateKeeping.class).take(desk(), old, step(Step.SUSPEND, Authority.SUPERVISION_ORGAN).because(Reason.R45_2, null).by("1号").suspendedUntil(today().plusDays(30)));
    assertEquals("changed-meanwhile", refusal(() -> bean(CertificateKeeping.class).take(desk(), old, cancel())), "cancelling would have been lawful, but not what the reader saw");
    assertEquals("SUSPENDED", state(other));
  }

  @Test
  default void a_step_by_the_wrong_hand_or_authority_is_refused_and_leaves_no_trace() {
    long id = card("D01", "VALID");
    long steps = count("select count(*) from certificate_step");
    CertificateKeeping keeping = bean(CertificateKeeping.class);
    assertEquals("forbidden", refusal(() -> keeping.take(caller("unit01"), target(id), cancel())));
    assertThrows(NotFound.class, () -> keeping.take(caller("officer002"), target(id), cancel()));
    assertThrows(NotFound.class, () -> keeping.take(caller("unit01"), target(card("D09", "VALID")), step(Step.REPORT_LOST, Authority.OWN_ORGAN).because(Reason.LOST, null)), "another unit's");
    assertEquals("certificate-authority", refusal(() -> keeping.take(caller("unit01"), target(id), step(Step.REPORT_LOST, Authority.SUPERVISION_ORGAN).because(Reason.LOST, null))), "a unit does not speak for the bureau");
    assertThrows(Invalid.class, () -> keeping.take(caller("unit01"), target(id), step(Step.RECALL, Authority.OWN_ORGAN).because(Reason.BUSINESS_ENVIRONMENT, null).by("1号")), "85 (5) is not the unit's");
    assertThrows(Invalid.class, () -> keeping.take(desk(), target(id), new StepData(Step.REVOKE, Authority.SUPERVISION_ORGAN, 1L, "1号", today(), Reason.R45_5, null, null, null, null, null)), "46");
    assertThrows(Invalid.class, () -> keeping.take(desk(), target(id), cancel().because(Reason.REGISTER_SAYS, null)), "what an import says is nobody's reason");
    assertEquals("certificate-step", refusal(() -> keeping.take(desk(), target(id), step(Step.ISSUE, Authority.SUPERVISION_ORGAN))));
    assertEquals("VALID", state(id));
    assertEquals(steps, count("select count(*) from certificate_step"));
    keeping.take(caller("unit01"), target(id), step(Step.RECALL, Authority.OWN_ORGAN).because(Reason.RETIRED, null));
    assertEquals("RECALLED", state(id), "from who leaves, the unit takes it");
  }

  @Test
  default void more_endings_than_one_person_may_decide_wait_for_a_second() {
    List<StepData.Target> many = new ArrayList<>();
    for (int i = 0; i < 21; i++) many.add(target(card("D05", "VALID")));
    LargeChanges changes = bean(LargeChanges.class);
    LargeChanges.Outcome few = changes.take(desk(), many.subList(0, 2), step(Step.ANNUAL_CHECK, Authority.SUPERVISION_ORGAN));
    assertEquals(2, few.done());
    many.set(0, target(many.get(0).id()));
    many.set(1, target(many.get(1).id()));
    LargeChanges.Outcome outcome = changes.take(desk(), many, cancel());
    assertNotNull(outcome.changeId());
    assertEquals("VALID", state(many.get(5).id()), "nothing has happened yet");
    assertEquals("change-own", refusal(() -> changes.confirm(desk(), outcome.changeId())));
    assertThrows(NotFound.class, () -> changes.confirm(caller("unit01"), outcome.changeId()));
    changes.confirm(caller("admin"), outcome.changeId());
    for (StepData.Target one : many) assertEquals("CANCELLED", state(one.id()));
    assertEquals(21, count("select count(*) from certificate_step where step = 'CANCEL' and actor_id = ? and second_actor_id = ?", desk().accountId(), caller("admin").accountId()));
    assertEquals("change-decided", refusal(() -> changes.confirm(caller("admin"), outcome.changeId())));
    List<StepData.Target> again = new ArrayList<>();
    for (int i = 0; i < 21; i++) again.add(target(card("D05", "VALID")));
    long waits = changes.take(desk(), again, cancel()).changeId();
    bean(CertificateKeeping.class).take(desk(), again.get(20), cancel());
    assertEquals("changed-meanwhile", refusal(() -> changes.confirm(caller("admin"), waits)), "one of them is no longer as it was");
    assertEquals("VALID", state(again.get(0).id()), "all or none");
    changes.refuse(caller("admin"), waits, "其中一件已注销，请重新提交。");
    assertEquals("REFUSED", ask("select state from certificate_change where id = ?", waits));
  }

  /** Somebody active in the demo who holds nothing and has nothing open, and is eligible. */
  private static long eligible() {
    var checking = bean(cn.lianbing.eligibility.EligibilityChecking.class);
    for (long id = 1; id < 400; id++) {
      if (count("select count(*) from officer where id = ? and state = 'ACTIVE' and establishment in ('ADMINISTRATIVE', 'CIVIL_SERVANT_LIKE', 'INSTITUTION')", id) == 0) continue;
      if (count("select count(*) from certificate_application where officer_id = ? and is_open = 1", id) > 0 || count("select count(*) from certificate where officer_id = ? and live = 1 and state <> 'VALID'", id) > 0) continue;
      if (checking.check(desk(), id, CertificateKind.ENFORCEMENT, today(), null).verdict() == cn.lianbing.eligibility.Check.Verdict.ELIGIBLE && id != 1) return id;
    }
    throw new AssertionError("the demo has nobody left who is eligible");
  }

  @Test
  default void an_application_goes_from_the_unit_to_the_card_and_takes_the_place_of_the_former() {
    long officer = eligible();
    change("update certificate set valid_to = date_add(curdate(), interval 20 day) where officer_id = ? and live = 1", officer);
    Caller unitAdmin = new Caller(caller("unit01").accountId(), null, "单位管理员", count("select unit_id from officer where id = ?", officer), (String) ask("select path from unit u join officer o on o.unit_id = u.id where o.id = ?", officer), java.util.Set.of("UNIT_ADMIN"), null, null);
    CertificateApplying applying = bean(CertificateApplying.class);
    long id = applying.draft(unitAdmin, new CertificateApplying.Draft(CertificateKind.ENFORCEMENT, officer, "综合行政执法", "检查"));
    assertEquals("application-open", refusal(() -> applying.draft(unitAdmin, new CertificateApplying.Draft(CertificateKind.ENFORCEMENT, officer, null, null))));
    assertEquals("application-step", refusal(() -> applying.take(desk(), application(id), step(Step.SEND, Authority.SUPERVISION_ORGAN).by("1号"))), "out of order");
    applying.take(unitAdmin, application(id), step(Step.SUBMIT, Authority.OWN_ORGAN));
    applying.take(unitAdmin, application(id), step(Step.UNIT_PASS, Authority.OWN_ORGAN));
    assertEquals("forbidden", refusal(() -> applying.take(unitAdmin, application(id), step(Step.ESTABLISHMENT_PASS, Authority.ESTABLISHMENT_OFFICE).by("陕编核〔2026〕77号"))));
    applying.take(desk(), application(id), step(Step.ESTABLISHMENT_PASS, Authority.ESTABLISHMENT_OFFICE).by("陕编核〔2026〕77号"));
    assertEquals("application-unchecked", refusal(() -> applying.take(desk(), application(id), step(Step.BUREAU_PASS, Authority.SUPERVISION_ORGAN))));
    assertEquals(Boolean.TRUE, applying.examine(desk(), application(id)).eligible());
    applying.take(desk(), application(id), step(Step.BUREAU_PASS, Authority.SUPERVISION_ORGAN));
    applying.take(desk(), application(id), step(Step.PUBLISH, Authority.SUPERVISION_ORGAN));
    assertEquals("application-publication", refusal(() -> applying.take(desk(), application(id), step(Step.SEND, Authority.SUPERVISION_ORGAN).by("陕司证报〔2026〕77号"))));
    change("update certificate_application set published_on = date_sub(published_on, interval 10 day), published_until = date_sub(published_until, interval 10 day) where id = ?", id);
    applying.take(desk(), application(id), step(Step.SEND, Authority.SUPERVISION_ORGAN).by("陕司证报〔2026〕77号"));
    List<CertificateApplications.Row> sent = bean(CertificateApplications.class).sent(desk(), "陕司证报〔2026〕77号");
    assertEquals(1, sent.size());
    String whole = bean(IdNumbers.class).of(desk(), List.of(sent.get(0).officerId()), "陕司证报〔2026〕77号").get(sent.get(0).officerId());
    assertTrue(whole.matches("\\d{17}[0-9X]") && whole.substring(0, 4).equals(sent.get(0).idNumberMasked().substring(0, 4)), "the province needs it whole");
    assertThrows(NotFound.class, () -> bean(IdNumbers.class).of(caller("unit01"), List.of(sent.get(0).officerId()), "x"));
    assertEquals(1, count("select count(*) from audit_entry where action = 'people.idNumbers' and detail like '陕司证报〔2026〕77号%'"));
    String serial = "W" + officer + "N1";
    String number = (String) ask("select number from certificate_application where id = ?", id);
    String name = (String) ask("select name from officer where id = ?", officer);
    String csv = "受理号,姓名,证号,有效期起,有效期至\n" + number + "," + name + "," + serial + ",2026/11/1,2030年12月31日\n";
    assertEquals(1, bean(SerialImport.class).take(desk(), sheet(csv), true).accepted());
    assertNull(ask("select certificate_id from certificate_application where id = ?", id), "a look stores nothing");
    assertTrue(bean(SerialImport.class).take(desk(), sheet(csv), false).clean());
    assertEquals(1, bean(SerialImport.class).take(desk(), sheet(csv), false).duplicates(), "once more changes nothing");
    assertEquals("UNKNOWN", bean(PublicCheck.class).verify(serial, bean(PublicCheck.class).token(serial), "198.51.100.1").state(), "not handed out yet");
    applying.take(desk(), application(id), step(Step.ISSUE, Authority.SUPERVISION_ORGAN));
    assertEquals("ISSUED", ask("select state from certificate_application where id = ?", id));
    assertEquals(1, count("select count(*) from certificate where officer_id = ? and kind = 'ENFORCEMENT' and live = 1", officer), "one in force");
    assertTrue(bean(PublicCheck.class).verify(serial, null, "198.51.100.1").valid());
    assertEquals(8, count("select count(*) from certificate_step where application_id = ?", id));
    assertEquals(0, count("select count(*) from certificate_step s where s.application_id = ? and s.from_state <> coalesce((select p.to_state from certificate_step p where p.application_id = s.application_id and p.id < s.id order by p.id desc limit 1), 'DRAFT')", id), "each step begins where the former ended");
  }

  private static SheetReader.Sheet sheet(String csv) {
    return SheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  String HEAD = "姓名,身份证号,单位,证件类型,证号,旧证号,发证日期,有效期起,有效期至,状态,注销日期\n";

  @Test
  default void a_messy_register_is_refused_row_by_row_and_nothing_half_stored() {
    long before = count("select count(*) from certificate");
    long steps = count("select count(*) from certificate_step");
    RegisterImport.Result result = bean(RegisterImport.class).register(desk(), sheet(HEAD
        + "张无错,,区农业农村局,行政执法证,R0001,旧-001,2024/3/5,2024年3月5日,2030-12-31,有效,\n"
        + "李错码,11010519491231002Y,区农业农村局,行政执法证,R0002,,2024-03-05,2024-03-05,2030-12-31,有效,\n"
        + "王重号,,区农业农村局,行政执法证,R0001,,2024-03-05,2024-03-05,2030-12-31,有效,\n"
        + "赵早发,110105194912310021,区农业农村局,行政执法证,R0004,,,1949-12-01,2030-12-31,有效,\n"
        + "钱倒期,,区农业农村局,监督证,R0005,,,2030-12-31,2024-01-01,有效,\n"
        + "孙无处,,区航天局,行政执法证,R0006,,,2024-01-01,2030-12-31,有效,\n"
        + "周怪日,,区农业农村局,行政执法证,R0007,,,2024-02-30,2030-12-31,有效,\n"), false, false);
    assertEquals(List.of(3, 4, 5, 6, 7, 8), result.report().errors().stream().map(cn.lianbing.platform.ImportReport.Error::row).distinct().toList(), result.report().errors().toString());
    assertTrue(result.report().errors().stream().anyMatch(one -> one.code().equals("idNumber.check") || one.code().equals("idNumber.form")));
    assertTrue(result.report().errors().stream().anyMatch(one -> one.code().equals("certificate.import.twoPeople")));
    assertEquals(before, count("select count(*) from certificate"));
    assertEquals(steps, count("select count(*) from certificate_step"));
  }

  @Test
  default void a_register_comes_in_is_compared_and_changes_only_by_steps_that_could_follow() {
    String officer = (String) ask("select name from officer where id = 250");
    String unit = (String) ask("select u.name from officer o join unit u on u.id = o.unit_id where o.id = 250");
    change("update certificate set state = 'CANCELLED' where officer_id = 250");
    RegisterImport imports = bean(RegisterImport.class);
    String csv = HEAD + "测甲,,区农业农村局,行政执法证,Q0001,,2024/3/5,2024/3/5,2030.12.31,有效,\n" + officer + ",," + unit + ",执法证,Q0002,,45356,45356,20301231,在用,\n测丙,,农业农村局,监督证,Q0003,,,2021-01-01,2025-12-31,已注销,2024-06-01\n";
    RegisterImport.Result look = imports.register(desk(), sheet(csv), false, true);
    assertTrue(look.report().clean(), look.report().errors().toString());
    assertEquals(3, look.reconciliation().onlyThere().size());
    assertEquals(0, count("select count(*) from certificate where serial in ('Q0001', 'Q0002', 'Q0003')"));
    imports.register(desk(), sheet(csv), false, false);
    assertEquals(250L, count("select officer_id from certificate where serial = 'Q0002'"), "found by name and unit");
    assertEquals(3, imports.register(desk(), sheet(csv), false, false).reconciliation().same(), "once more changes nothing");
    RegisterImport.Result differing = imports.register(desk(), sheet(csv.replace("2030.12.31,有效", "2029-12-31,暂扣")), false, true);
    assertEquals(2, differing.reconciliation().differing().size(), differing.reconciliation().differing().toString());
    imports.register(desk(), sheet(csv.replace("2030.12.31,有效", "2029-12-31,暂扣")), false, false);
    assertEquals("SUSPENDED", ask("select state from certificate where serial = 'Q0001'"));
    RegisterImport.Result revived = imports.register(desk(), sheet(csv.replace("已注销,2024-06-01", "有效,").replace("2025-12-31", "2030-12-31")), false, true);
    assertTrue(revived.report().errors().stream().anyMatch(one -> one.code().equals("certificate.import.noWay")), "a file revives nothing: " + revived.report().errors());
    RegisterImport.Result thief = imports.register(desk(), sheet(csv.replace("测甲", "冒名")), false, true);
    assertTrue(thief.report().errors().stream().anyMatch(one -> one.code().equals("certificate.import.otherHolder")), thief.report().errors().toString());
    Refused half = assertThrows(Refused.class, () -> imports.register(desk(), sheet(csv), true, false), "a file of three would end all others");
    assertEquals("import-ends-half", half.code());
    assertThrows(NotFound.class, () -> imports.register(caller("unit01"), sheet(csv), false, true));
    change("update certificate_setting set value = '1' where name = 'IMPORT_SECOND_PERCENT'");
    StringBuilder many = new StringBuilder(HEAD);
    for (int i = 0; i < 12; i++) {
      String serial = (String) ask("select serial from certificate where id = ?", card("D03", "VALID"));
      many.append("测试人,,区农业农村局,执法证,").append(serial).append(",,2024-01-01,2024-01-01,2030-12-31,注销,").append(today()).append('\n');
    }
    RegisterImport.Result waits = imports.register(desk(), sheet(many.toString()), false, false);
    assertEquals(12, waits.ends());
    assertNotNull(waits.changeId(), "more than a hundredth of the register");
    assertEquals(12, count("select count(*) from certificate where unit_id = ? and holder_name = '测试人' and state = 'VALID'", unit("D03")));
    bean(LargeChanges.class).confirm(caller("admin"), waits.changeId());
    assertEquals(0, count("select count(*) from certificate where unit_id = ? and holder_name = '测试人' and state = 'VALID'", unit("D03")));
    assertEquals("", ask("select content from certificate_change where id = ?", waits.changeId()), "nothing of the file is kept");
    change("update certificate_setting set value = '5' where name = 'IMPORT_SECOND_PERCENT'");
  }

  @Test
  default void a_revocation_that_a_register_brings_bars_its_holder_and_the_whole_register_is_exported() {
    String officer = (String) ask("select name from officer where id = 251");
    String unit = (String) ask("select u.name from officer o join unit u on u.id = o.unit_id where o.id = 251");
    change("update certificate set state = 'CANCELLED' where officer_id = 251");
    String csv = HEAD + officer + ",," + unit + ",执法证,Q0251,,2021-03-05,2021-03-05,2025-12-31,取消资格,2025-05-06\n";
    RegisterImport imports = bean(RegisterImport.class);
    RegisterImport.Result done = imports.register(desk(), sheet(csv), false, false);
    assertTrue(done.report().clean(), done.report().errors().toString());
    imports.register(desk(), sheet(csv), false, false);
    assertEquals(1, count("select count(*) from personnel_fact where officer_id = 251 and kind = 'REVOCATION' and value = 'REVOKED' and valid_from = '2025-05-06' and superseded_at is null"), "once, however often it is imported");

    Certificates.Filter all = new Certificates.Filter(null, null, null, null);
    Certificates certificates = bean(Certificates.class);
    List<RegisterSearch.Row> rows = certificates.slice(desk(), all, null);
    assertEquals(count("select count(*) from certificate"), rows.size());
    assertEquals(rows.subList(7, rows.size()), certificates.slice(desk(), all, rows.get(6).id()), "the rest after the seventh");
    assertTrue(certificates.slice(desk(), all, rows.get(rows.size() - 1).id()).isEmpty());
    assertEquals(List.of("Q0251"), certificates.slice(desk(), new Certificates.Filter("q0251", null, null, null), null).stream().map(RegisterSearch.Row::serial).toList());
  }

  @Test
  default void the_nightly_round_is_made_once_by_whichever_node_raises_what_is_there_and_settles_what_is_gone() {
    long leaver = count("select c.officer_id from certificate c join officer o on o.id = c.officer_id where c.state = 'VALID' and o.state = 'ACTIVE' and c.kind = 'ENFORCEMENT' order by c.id desc limit 1");
    long card = count("select id from certificate where officer_id = ? and live = 1 and kind = 'ENFORCEMENT'", leaver);
    change("update officer set state = 'RETIRED' where id = ?", leaver);
    long over = card("D07", "VALID");
    change("update certificate set valid_to = date_sub(curdate(), interval 3 day) where id = ?", over);
    LocalDate night = today().plusDays(1 + SERIAL.incrementAndGet());
    List<Object> made = atOnce(4, () -> bean(NightlyRound.class).make(night));
    assertEquals(1, made.stream().filter(one -> one instanceof NightlyRound.Outcome outcome && outcome.made()).count(), made.toString());
    assertEquals("LAPSED", state(over));
    assertEquals(1, count("select count(*) from certificate_step where certificate_id = ? and step = 'LAPSE' and actor_id is null", over));
    assertEquals(1, count("select count(*) from certificate_task where certificate_id = ? and kind = 'RETIRED' and state = 'OPEN'", card));
    assertEquals(1, count("select count(*) from certificate_task where certificate_id = ? and kind = 'CANCEL_DUE' and state = 'OPEN'", over));
    assertTrue(count("select count(*) from notice where kind = 'certificate.tasks.all' and account_id = ?", desk().accountId()) > 0);
    bean(NightlyRound.class).make(night.plusDays(300));
    assertEquals(1, count("select count(*) from certificate_task where certificate_id = ? and kind = 'RETIRED'", card), "raised once");
    assertTrue(bean(UpkeepTasks.class).open(desk()).get(UpkeepTask.Kind.RETIRED) >= 1);
    change("update officer set state = 'ACTIVE', sex = 'MALE', birth_date = date_sub(?, interval 718 month) where id = ?", java.sql.Date.valueOf(night), leaver);
    bean(NightlyRound.class).make(night.plusDays(301));
    assertEquals("DONE", ask("select state from certificate_task where certificate_id = ? and kind = 'RETIRED'", card));
    assertEquals(1, count("select count(*) from certificate_task where certificate_id = ? and kind = 'RETIRING' and due_on = date_add(?, interval 2 month)", card, java.sql.Date.valueOf(night)), "sixty in two months");
    long task = count("select id from certificate_task where certificate_id = ? and kind = 'CANCEL_DUE'", over);
    assertThrows(NotFound.class, () -> bean(UpkeepTasks.class).dismiss(caller("unit01"), task, "不是本单位"));
    bean(UpkeepTasks.class).dismiss(desk(), task, "卡片已由省厅收回。");
    change("update certificate_task set settled_on = ? where id = ?", java.sql.Date.valueOf(night.plusDays(301)), task);
    bean(NightlyRound.class).make(night.plusDays(302));
    assertEquals(1, count("select count(*) from certificate_task where certificate_id = ? and kind = 'CANCEL_DUE'", over), "looked at: it rests");
    change("delete from certificate_round where on_date > curdate()");
  }

  @Test
  default void attack_22_a_forged_altered_or_dead_certificate_is_not_in_force_and_serials_cannot_be_tried_out() {
    PublicCheck check = bean(PublicCheck.class);
    long id = card("D08", "VALID");
    String serial = (String) ask("select serial from certificate where id = ?", id);
    String other = (String) ask("select serial from certificate where id = ?", card("D08", "VALID"));
    String token = check.token(serial);
    assertTrue(check.verify(serial, token, "203.0.113.1").valid());
    assertTrue(check.verify(" " + serial.toLowerCase(java.util.Locale.ROOT) + " ", token, "203.0.113.1").valid(), "as it is typed");
    assertEquals(PublicCheck.Answer.UNKNOWN, check.verify(other, token, "203.0.113.1"), "the code of another card");
    assertEquals(PublicCheck.Answer.UNKNOWN, check.verify(serial + "9", token, "203.0.113.1"));
    assertEquals(PublicCheck.Answer.UNKNOWN, check.verify("' or 1=1 -- ", null, "203.0.113.1"));
    assertEquals("测*人", check.verify(serial, token, "203.0.113.1").holder());
    for (String dead : List.of("SUSPENDED", "LOST", "LAPSED", "RECALLED", "REVOKED", "REPLACED", "CANCELLED")) {
      change("update certificate set state = ? where id = ?", dead, id);
      PublicCheck.Answer answer = check.verify(serial, token, "203.0.113.1");
      assertFalse(answer.valid(), dead);
      assertEquals(dead, answer.state());
    }
    change("update certificate set state = 'VALID', valid_to = date_sub(curdate(), interval 1 day) where id = ?", id);
    assertFalse(check.verify(serial, token, "203.0.113.1").valid(), "it says itself when it ends, whatever the register says");
    String address = "203.0.113." + (10 + SERIAL.incrementAndGet() % 200);
    for (int i = 0; i < PublicCheck.TYPED; i++) check.verify("X" + i, null, address);
    assertEquals("too-many-checks", refusal(() -> check.verify("X99", null, address)));
    assertEquals("too-many-checks", refusal(() -> check.verify(other, null, address)), "known or not");
    assertEquals("too-many-checks", refusal(() -> check.verify(other, "wrong", address)));
    assertTrue(check.verify(other, check.token(other), address).valid(), "who holds the slip is answered");
  }

  @Test
  default void attack_16_a_unit_sees_its_own_register_tasks_and_people_only() {
    Caller unit = caller("unit01");
    long foreign = card("D10", "VALID");
    String serial = (String) ask("select serial from certificate where id = ?", foreign);
    assertEquals(0, bean(Certificates.class).search(unit, new Certificates.Filter(serial, null, null, null), new Page.Request(1, 50)).total());
    assertEquals(1, bean(Certificates.class).search(desk(), new Certificates.Filter(serial, null, null, null), new Page.Request(1, 50)).total());
    assertThrows(NotFound.class, () -> bean(Certificates.class).sheet(unit, foreign));
    assertThrows(NotFound.class, () -> bean(Certificates.class).history(unit, foreign));
    assertThrows(NotFound.class, () -> bean(UnitHolders.class).rows(unit, unit("D10")));
    assertThrows(NotFound.class, () -> bean(Certificates.class).search(unit, new Certificates.Filter(null, unit("D10"), null, null), new Page.Request(1, 50)));
    assertThrows(NotFound.class, () -> bean(CertificateApplications.class).sent(unit, "x"));
    for (RegisterSearch.Row row : bean(Certificates.class).search(unit, Certificates.Filter.NONE, new Page.Request(1, 200)).items()) assertEquals(unit.unitId(), row.unitId());
    for (UnitHolders.Row row : bean(UnitHolders.class).rows(unit, unit.unitId())) assertNotEquals("", row.name());
    assertEquals(0, bean(UpkeepTasks.class).page(unit, new UpkeepTasks.Filter(null, null, false), new Page.Request(1, 200)).items().stream().filter(row -> row.unitId() != unit.unitId()).count());
  }

  @Test
  default void random_histories_through_the_use_cases_keep_every_rule_of_the_tables() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Long> cards = new ArrayList<>();
    for (int i = 0; i < 25; i++) cards.add(card("D12", "VALID"));
    CertificateKeeping keeping = bean(CertificateKeeping.class);
    List<StepRules.Basis> bases = bean(StepRules.class).bases();
    for (int i = 0; i < 250; i++) {
      long id = cards.get(random.nextInt(cards.size()));
      StepRules.Basis basis = bases.get(random.nextInt(bases.size()));
      Caller who = random.nextInt(4) == 0 ? caller("unit01") : desk();
      StepData data = new StepData(basis.step(), random.nextInt(8) == 0 ? Authority.values()[random.nextInt(8)] : basis.authority(), basis.id(), "文" + i, today(), Reason.values()[random.nextInt(Reason.values().length)], "说明", today().plusDays(30), "V" + seed % 100_000 + "N" + i, null, null);
      try {
        keeping.take(who, target(id), data);
      } catch (Refused | Invalid | NotFound no) {
        continue;
      }
    }
    String those = "(select id from certificate where unit_id = " + unit("D12") + " and holder_name = '测试人')";
    assertEquals(0, count("select count(*) from certificate_step s where s.certificate_id in " + those + " and exists (select 1 from certificate_step p where p.certificate_id = s.certificate_id and p.id < s.id and p.to_state in ('CANCELLED', 'REPLACED'))"), "nothing follows an end, seed " + seed);
    assertEquals(0, count("select count(*) from certificate_step s where s.certificate_id in " + those + " and s.step = 'REVOKE' and s.authority not in ('GOVERNMENT', 'HIGHER_LEGAL_ORGAN')"), "46, seed " + seed);
    assertEquals(0, count("select count(*) from certificate c where c.id in " + those + " and c.state <> coalesce((select s.to_state from certificate_step s where s.certificate_id = c.id order by s.id desc limit 1), c.state)"), "the register says what the record says, seed " + seed);
  }
}
