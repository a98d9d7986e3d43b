package cn.lianbing.enrolment;

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

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.CreditLedger;
import cn.lianbing.credit.CreditRules;
import cn.lianbing.credit.Credits;
import cn.lianbing.people.Officers;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionPlan;
import cn.lianbing.training.SessionPlanning;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Seats, attendance and hours against the real database. */
public interface EnrolmentInContainer {
  AtomicInteger DAY = new AtomicInteger(400);

  private static Caller desk() {
    return caller("trainer");
  }

  private static long unit(String username) {
    return count("select o.unit_id from account a join officer o on o.id = a.officer_id where a.username = ?", username);
  }

  private static SessionPlan plan(Instant from, Integer seats, Set<Long> audience) {
    return new SessionPlan("测试场次 " + DAY.get(), Form.COURSE, null, null, null, null, count("select id from unit where code = 'D22'"), null, count("select id from unit where code = 'D22'"), "测试教室" + DAY.get(), from, from.plus(Duration.ofMinutes(90)), seats, !audience.isEmpty(), null, null, Bucket.PROFESSIONAL, false, List.of(), audience);
  }

  /** A published session far in the future, each on a day of its own. */
  private static long session(Integer seats, Long... audience) {
    return session(Instant.parse("2027-01-01T01:00:00Z").plus(Duration.ofDays(DAY.incrementAndGet())), seats, audience);
  }

  private static long session(Instant from, Integer seats, Long... audience) {
    DAY.incrementAndGet();
    long id = bean(SessionPlanning.class).draft(desk(), plan(from, seats, Set.of(audience)));
    bean(SessionPlanning.class).publish(desk(), id, true);
    return id;
  }

  /** It is over: this morning's, or so many days ago. */
  private static void over(long id, int daysAgo) {
    change("update training_session set starts_at = utc_timestamp(3) - interval ? day - interval 3 hour, ends_at = utc_timestamp(3) - interval ? day - interval 90 minute, enrol_until = starts_at, cancel_until = starts_at where id = ?", daysAgo, daysAgo, id);
  }

  private static Enrolling enrolling() {
    return bean(Enrolling.class);
  }

  private static String state(long session, String username) {
    return (String) ask("select e.state from enrolment e join account a on a.officer_id = e.officer_id where e.session_id = ? and a.username = ?", session, username);
  }

  private static long enrolment(long session, String username) {
    return count("select e.id from enrolment e join account a on a.officer_id = e.officer_id where e.session_id = ? and a.username = ?", session, username);
  }

  private static long officer(String username) {
    return caller(username).officerId();
  }

  private static int earned(String username, int year) {
    return bean(CreditLedger.class).balance(officer(username), year).in(Bucket.PROFESSIONAL);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(Refused.class, action).code();
  }

  @Test
  default void of_many_who_want_the_last_seat_one_gets_it_and_the_others_wait_in_order() {
    long session = session(1);
    AtomicInteger next = new AtomicInteger(100);
    List<Caller> callers = List.of(caller("officer101"), caller("officer102"), caller("officer103"), caller("officer104"));
    List<Object> outcomes = atOnce(4, () -> enrolling().enrolSelf(callers.get(next.incrementAndGet() - 101), session));
    assertEquals(4, outcomes.stream().filter(one -> one instanceof Enrolling.Outcome).count(), outcomes.toString());
    assertEquals(1, count("select count(*) from enrolment where session_id = ? and state = 'ENROLLED'", session));
    assertEquals(3, count("select count(*) from enrolment where session_id = ? and state = 'WAITING'", session));
    assertEquals(List.of(1, 2, 3), outcomes.stream().map(one -> ((Enrolling.Outcome) one).position()).filter(java.util.Objects::nonNull).sorted().toList());
  }

  @Test
  default void a_place_in_a_coming_session_counts_as_planned_until_it_is_given_up_or_nobody_came() {
    long session = session(1);
    int year = (int) count("select year(starts_at) from training_session where id = ?", session);
    int before = planned("officer131", year);
    enrolling().enrolSelf(caller("officer131"), session);
    enrolling().enrolSelf(caller("officer132"), session);
    // by the rule of that day: another test adds one for a later year
    int hours = bean(CreditRules.class).hundredths(90, ((java.time.LocalDateTime) local(ask("select starts_at from training_session where id = ?", session))).toLocalDate());
    assertEquals(before + hours, planned("officer131", year));
    assertEquals(0, planned("officer131", 2019), "only in its own year");
    int waiting = planned("officer132", year);
    enrolling().cancel(caller("officer131"), session, enrolment(session, "officer131"), null);
    assertEquals(before, planned("officer131", year));
    assertEquals(waiting + hours, planned("officer132", year), "who moved up has it now");
    change("insert into attendance (session_id, officer_id, unit_id, state, minutes, method, recorded_at, version) select ?, id, unit_id, 'ABSENT', 0, 'LIST', utc_timestamp(3), 1 from officer where id = ?", session, officer("officer132"));
    assertEquals(waiting, planned("officer132", year));
  }

  private static int planned(String username, int year) {
    return bean(Credits.class).standing(caller(username), officer(username), year).lines().stream().filter(line -> line.bucket() == Bucket.PROFESSIONAL).mapToInt(line -> line.planned()).sum();
  }

  @Test
  default void the_waiting_list_moves_up_when_somebody_cancels_or_seats_grow_and_tells_whom() {
    long session = session(1);
    for (String who : List.of("officer111", "officer112", "officer113")) enrolling().enrolSelf(caller(who), session);
    assertEquals("WAITING", state(session, "officer112"));
    enrolling().cancel(caller("officer111"), session, enrolment(session, "officer111"), null);
    assertEquals("ENROLLED", state(session, "officer112"));
    assertEquals("WAITING", state(session, "officer113"));
    assertEquals(1, count("select count(*) from notice where kind = 'enrolment.movedUp' and account_id = ?", caller("officer112").accountId()));
    enrolling().enrolSelf(caller("officer111"), session);
    assertEquals("WAITING", state(session, "officer111"), "who comes back stands at the end");
    Instant from = ((java.time.LocalDateTime) local(ask("select starts_at from training_session where id = ?", session))).toInstant(java.time.ZoneOffset.UTC);
    bean(SessionPlanning.class).change(desk(), session, plan(from, 2, Set.of()), true);
    assertEquals("ENROLLED", state(session, "officer113"));
    assertEquals("WAITING", state(session, "officer111"));
  }

  private static Object local(Object value) {
    return value instanceof java.sql.Timestamp stamp ? stamp.toLocalDateTime() : value;
  }

  @Test
  default void what_cannot_be_is_refused_with_its_reason() {
    Instant from = Instant.parse("2031-05-01T01:00:00Z");
    long one = session(from, null);
    long other = session(from.plus(Duration.ofMinutes(30)), null);
    enrolling().enrolSelf(caller("officer121"), one);
    assertEquals("already-enrolled", refusal(() -> enrolling().enrolSelf(caller("officer121"), one)));
    Refused overlap = assertThrows(Refused.class, () -> enrolling().enrolSelf(caller("officer121"), other));
    assertEquals("enrolment-overlap", overlap.code());
    assertTrue(overlap.arguments()[1].toString().startsWith("测试场次"), "it names the other session");
    long invited = session(null, unit("officer122"));
    assertEquals("not-in-audience", refusal(() -> enrolling().enrolSelf(caller("officer123"), invited)));
    enrolling().enrolSelf(caller("officer122"), invited);
    change("update officer set state = 'LEFT' where id = ?", officer("officer124"));
    assertEquals("officer-not-active", refusal(() -> enrolling().enrolSelf(caller("officer124"), one)));
    change("update officer set state = 'ACTIVE' where id = ?", officer("officer124"));
    over(one, 0);
    assertEquals("session-not-open", refusal(() -> enrolling().enrolSelf(caller("officer125"), one)));
  }

  @Test
  default void after_the_deadline_only_the_organiser_cancels_and_says_why() {
    long session = session(5);
    enrolling().enrolSelf(caller("officer126"), session);
    change("update training_session set cancel_until = utc_timestamp(3) - interval 1 minute where id = ?", session);
    long enrolment = enrolment(session, "officer126");
    assertEquals("enrolment-fixed", refusal(() -> enrolling().cancel(caller("officer126"), session, enrolment, "临时有事")));
    assertThrows(Invalid.class, () -> enrolling().cancel(desk(), session, enrolment, " "));
    enrolling().cancel(desk(), session, enrolment, "临时有事");
    assertEquals("CANCELLED", state(session, "officer126"));
  }

  @Test
  default void attack_16_and_17_a_units_administrator_enrols_and_sees_the_own_people_alone() {
    long session = session(null);
    long own = count("select o.id from officer o join account a on a.unit_id = o.unit_id where a.username = 'unit01' and o.state = 'ACTIVE' order by o.id desc limit 1");
    long foreign = officer("officer127");
    Caller admin = caller("unit01");
    assertThrows(NotFound.class, () -> enrolling().enrol(admin, session, List.of(own, foreign)));
    assertEquals(0, count("select count(*) from enrolment where session_id = ?", session), "nothing of it is stored");
    assertEquals(Enrolment.State.ENROLLED, enrolling().enrol(admin, session, List.of(own)).get(0).state());
    enrolling().enrolSelf(caller("officer127"), session);
    assertEquals(List.of(own), bean(Enrolments.class).of(admin, session).stream().map(Enrolments.Row::officerId).toList());
    assertEquals(2, bean(Enrolments.class).of(desk(), session).size());
    long theirs = enrolment(session, "officer127");
    assertThrows(NotFound.class, () -> enrolling().cancel(admin, session, theirs, "x"), "attack 17");
    assertThrows(NotFound.class, () -> enrolling().cancel(caller("officer128"), session, theirs, "x"), "attack 3");
    over(session, 0);
    assertThrows(NotFound.class, () -> bean(AttendanceTaking.class).mark(admin, session, own, Attendance.Mark.of(Attendance.State.PRESENT)));
    assertThrows(NotFound.class, () -> bean(AttendanceClosing.class).close(admin, session));
    assertThrows(NotFound.class, () -> bean(AttendanceTaking.class).mark(caller("officer127"), session, foreign, Attendance.Mark.of(Attendance.State.PRESENT)), "nobody records themselves");
  }

  @Test
  default void closing_books_hours_by_the_minutes_attended_and_a_correction_books_anew() {
    long session = session(null);
    for (String who : List.of("officer131", "officer132", "officer133")) enrolling().enrolSelf(caller(who), session);
    over(session, 1);
    AttendanceTaking taking = bean(AttendanceTaking.class);
    taking.mark(desk(), session, officer("officer131"), Attendance.Mark.of(Attendance.State.PRESENT));
    taking.mark(desk(), session, officer("officer132"), new Attendance.Mark(Attendance.State.PARTIAL, 45, null, null, Attendance.Method.LIST, null));
    taking.mark(desk(), session, officer("officer134"), Attendance.Mark.of(Attendance.State.PRESENT));
    assertEquals("attendance-incomplete", refusal(() -> bean(AttendanceClosing.class).close(desk(), session)));
    assertEquals(1, taking.markRest(desk(), session, Attendance.Mark.of(Attendance.State.ABSENT)));
    int year = (int) count("select year(starts_at + interval 8 hour) from training_session where id = ?", session);
    int before = earned("officer131", year);
    int beforeOther = earned("officer132", year);
    bean(AttendanceClosing.class).close(desk(), session);
    assertEquals("HELD", ask("select state from training_session where id = ?", session));
    assertEquals(200, earned("officer131", year) - before, "90 minutes are 2 学时");
    assertEquals(100, earned("officer132", year) - beforeOther);
    assertTrue(earned("officer134", year) >= 200, "a walk-in counts like everybody");
    assertThrows(Invalid.class, () -> taking.mark(desk(), session, officer("officer131"), Attendance.Mark.of(Attendance.State.ABSENT)), "a correction needs its reason");
    taking.mark(desk(), session, officer("officer131"), new Attendance.Mark(Attendance.State.PARTIAL, 45, null, null, Attendance.Method.LIST, "提前离场"));
    assertEquals(100, earned("officer131", year) - before);
    taking.mark(desk(), session, officer("officer131"), new Attendance.Mark(Attendance.State.ABSENT, null, null, null, Attendance.Method.LIST, "认错人"));
    assertEquals(before, earned("officer131", year));
    assertEquals(2, bean(Attendances.class).changes(desk(), session).size(), "what stood before is kept");
    change("update training_session set state = 'CLOSED' where id = ?", session);
    assertEquals("attendance-not-open", refusal(() -> taking.mark(desk(), session, officer("officer131"), new Attendance.Mark(Attendance.State.PRESENT, null, null, null, null, "x"))));
  }

  @Test
  default void a_signed_sheet_is_entered_whole_or_not_at_all() {
    long session = session(null);
    over(session, 0);
    long unit = unit("officer141");
    String name = caller("officer141").name();
    String foreign = (String) ask("select name from officer where unit_id <> ? and name not in (select name from officer where unit_id = ?) order by id limit 1", unit, unit);
    assertEquals("attendance-other-unit", refusal(() -> bean(AttendanceTaking.class).enterSheet(desk(), session, unit, name + "\n" + foreign)));
    assertEquals(0, count("select count(*) from attendance where session_id = ?", session), "nothing half stored");
    assertEquals(1, bean(AttendanceTaking.class).enterSheet(desk(), session, unit, name + "\n" + name + "\n"));
    assertEquals("SHEET", ask("select method from attendance where session_id = ?", session));
  }

  @Test
  default void who_came_into_the_unit_after_the_session_is_not_on_its_sheet_and_who_left_it_is() {
    long session = session(null);
    over(session, 3);
    long then = unit("officer145");
    long now = count("select id from unit where kind = 'TOWNSHIP' and id <> ? order by id limit 1", then);
    var officers = bean(Officers.class);
    var officer = officers.get(officer("officer145"));
    bean(PeopleAdministration.class).changeOfficer(caller("admin"), officer.id(), new PeopleAdministration.OfficerData(now, officer.name(), null, officer.establishment(), officer.education(), officer.post(), officer.phone(), null));
    try {
      assertEquals("attendance-other-unit", refusal(() -> bean(AttendanceTaking.class).enterSheet(desk(), session, now, officer.name())));
      assertEquals(1, bean(AttendanceTaking.class).enterSheet(desk(), session, then, officer.name()));
      assertEquals(then, count("select unit_id from attendance where session_id = ?", session));
      bean(AttendanceClosing.class).close(desk(), session);
      assertEquals(then, count("select e.unit_id from credit_entry e join attendance a on e.source = concat('attendance:', a.id) where a.session_id = ?", session), "the hours are that unit's as well");
    } finally {
      bean(PeopleAdministration.class).changeOfficer(caller("admin"), officer.id(), new PeopleAdministration.OfficerData(then, officer.name(), null, officer.establishment(), officer.education(), officer.post(), officer.phone(), null));
    }
  }

  @Test
  default void whoever_guesses_codes_has_to_pause_and_guesses_at_once_are_not_free() {
    long session = session(null);
    change("update training_session set starts_at = utc_timestamp(3) - interval 10 minute, ends_at = utc_timestamp(3) + interval 80 minute where id = ?", session);
    CheckingIn checking = bean(CheckingIn.class);
    checking.open(desk(), session, true);
    String shown = checking.shown(desk(), session).code();
    String wrong = shown.equals("000000") ? "000001" : "000000";
    Caller guesser = caller("officer153");
    List<Object> outcomes = atOnce(8, () -> {
      checking.claim(guesser, session, wrong);
      return null;
    });
    assertEquals(5, outcomes.stream().filter(one -> one instanceof Refused refused && refused.code().equals("check-in-wrong")).count(), outcomes.toString());
    assertEquals("check-in-guesses", refusal(() -> checking.claim(guesser, session, checking.shown(desk(), session).code())));
    change("update check_in_guess set last_at = utc_timestamp(3) - interval 11 minute where officer_id = ?", officer("officer153"));
    checking.claim(guesser, session, checking.shown(desk(), session).code());
    assertEquals(1, checking.claims(desk(), session).size());
    assertEquals(0, count("select count(*) from check_in_guess where officer_id = ?", officer("officer153")));
  }

  @Test
  default void attack_26_a_code_is_a_claim_until_the_organiser_confirms_it() {
    long session = session(null);
    change("update training_session set starts_at = utc_timestamp(3) - interval 10 minute, ends_at = utc_timestamp(3) + interval 80 minute where id = ?", session);
    CheckingIn checking = bean(CheckingIn.class);
    assertEquals("check-in-closed", refusal(() -> checking.claim(caller("officer151"), session, "123456")), "off unless the organiser switches it on");
    checking.open(desk(), session, true);
    String shown = checking.shown(desk(), session).code();
    assertTrue(shown.matches("\\d{6}"));
    assertThrows(NotFound.class, () -> checking.shown(caller("officer151"), session));
    assertEquals("check-in-wrong", refusal(() -> checking.claim(caller("officer151"), session, shown.equals("000000") ? "000001" : "000000")));
    checking.claim(caller("officer151"), session, checking.shown(desk(), session).code());
    checking.claim(caller("officer151"), session, checking.shown(desk(), session).code());
    checking.claim(caller("officer152"), session, checking.shown(desk(), session).code());
    assertEquals(0, count("select count(*) from attendance where session_id = ?", session), "a forwarded picture of the code books nothing");
    assertEquals(2, checking.claims(desk(), session).size());
    checking.reject(desk(), session, officer("officer152"));
    assertThrows(NotFound.class, () -> checking.confirm(caller("unit01"), session, List.of(officer("officer151"))));
    assertEquals(1, checking.confirm(desk(), session, List.of(officer("officer151"), officer("officer152"))));
    assertEquals("CODE", ask("select method from attendance where session_id = ?", session));
    assertFalse(bean(CheckInCode.class).holds(session + 1, shown) && bean(CheckInCode.class).holds(session + 2, shown), "each session has its own");
  }

  @Test
  default void last_years_list_comes_in_whole_or_not_at_all_and_once() {
    String head = "日期,开始,结束,主题,形式,主办单位,地点单位,地点,讲师,应到,实到,备注\n";
    String good = "2025-03-05,9:00,11:30,去年的一场,微宣讲,区司法局,西张村镇,三楼会议室,王某,40,35,\n2025年3月6日,下午2:30,4点,去年的另一场,讲座,区司法局,,,,,28,\n".replace("4点", "16点");
    SessionImport imports = bean(SessionImport.class);
    long before = count("select count(*) from training_session");
    var dirty = imports.sessions(desk(), sheet(head + good + "3月7日,9:00,10:00,题,微宣讲,区司法局,,,,,1,\n"), false);
    assertEquals(1, dirty.rejected());
    assertEquals(4, dirty.errors().get(0).row());
    assertEquals(before, count("select count(*) from training_session"));
    assertEquals(2, imports.sessions(desk(), sheet(head + good), true).accepted());
    assertEquals(before, count("select count(*) from training_session"), "a trial stores nothing");
    assertEquals(2, imports.sessions(desk(), sheet(head + good), false).accepted());
    assertEquals(63, count("select sum(attended_count) from training_session where title like '去年的%' and state = 'CLOSED'"));
    var again = imports.sessions(desk(), sheet(head + good), false);
    assertEquals(2, again.duplicates());
    assertEquals(0, again.accepted());
    assertEquals(before + 2, count("select count(*) from training_session"));
    assertThrows(NotFound.class, () -> imports.sessions(caller("officer001"), sheet(head + good), false));
    assertEquals(2, imports.sessions(caller("unit01"), sheet(head + good), true).rejected(), "a host beyond the own unit does not exist");
  }

  private static SheetReader.Sheet sheet(String csv) {
    return SheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
