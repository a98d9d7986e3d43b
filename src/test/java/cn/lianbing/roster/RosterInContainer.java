package cn.lianbing.roster;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The roster against the real database. */
public interface RosterInContainer {
  byte[] LETTER = "%PDF-1.4 demo".getBytes(StandardCharsets.US_ASCII);

  private static Lectures lectures() {
    return bean(Lectures.class);
  }

  private static RosterKeeping keeping() {
    return bean(RosterKeeping.class);
  }

  private static LecturerData data(String name) {
    return new LecturerData(name, "测试研究所", "研究员", null, null, null, 2, List.of(LawField.PENALTY), List.of("行政处罚法"));
  }

  /** Somebody from outside, appointed for all of 2031. */
  private static long aLecturer(String name) {
    long id = keeping().add(caller("trainer"), null, data(name));
    keeping().appoint(caller("trainer"), id, new Term("测聘" + name, Appointment.Source.OWN, LocalDate.parse("2031-01-01"), LocalDate.parse("2031-12-31")));
    return id;
  }

  private static long unit(String name) {
    return count("select id from unit where name = ?", name);
  }

  private static Instant at(String time) {
    return Instant.parse(time + ":00+08:00");
  }

  private static String refused(Runnable action) {
    return assertThrows(Refused.class, action::run).code();
  }

  @Test
  default void a_lecture_is_planned_moved_held_rated_and_cancelled_for_all_lecturers_of_a_session() {
    long one = aLecturer("甲甲");
    long other = aLecturer("乙乙");
    lectures().plan(one, 900_001, at("2031-03-03T09:00"), at("2031-03-03T11:30"), "行政处罚法", unit("西张村镇"));
    lectures().plan(other, 900_001, at("2031-03-03T09:00"), at("2031-03-03T11:30"), "行政处罚法", null);
    assertEquals("lecturer-busy", refused(() -> lectures().plan(one, 900_002, at("2031-03-03T11:00"), at("2031-03-03T12:00"), "另一场", null)));
    lectures().plan(one, 900_002, at("2031-03-03T11:30"), at("2031-03-03T12:00"), "接着的一场", null);
    assertEquals("lecturer-busy", refused(() -> lectures().move(900_001, at("2031-03-03T09:30"), at("2031-03-03T11:45"))));
    assertEquals(2, count("select count(*) from lecture where ref = 900001 and starts_at = '2031-03-03 01:00:00.000'"), "moved for all or none");
    lectures().move(900_001, at("2031-03-03T08:30"), at("2031-03-03T11:00"));
    assertEquals(2, count("select count(*) from lecture where ref = 900001 and starts_at = '2031-03-03 00:30:00.000'"));
    lectures().held(900_001, 135);
    lectures().rated(900_001, 45, 10);
    lectures().rated(900_001, 54, 12);
    var card = bean(LecturerCards.class).of(caller("trainer"), one);
    assertEquals(12, card.rating().n());
    assertEquals("4.50", card.talks().stream().filter(talk -> talk.ref() == 900_001).findFirst().orElseThrow().rating());
    lectures().cancel(900_002);
    lectures().plan(one, 900_003, at("2031-03-03T11:30"), at("2031-03-03T12:00"), "改给这一场", null);
    lectures().withdraw(one, 900_003);
    lectures().plan(one, 900_003, at("2031-03-03T11:30"), at("2031-03-03T12:00"), "又请回来", null);
    assertEquals(1, count("select count(*) from lecture where lecturer_id = ? and ref = 900003 and state = 'PLANNED'", one));
  }

  @Test
  default void of_many_that_plan_for_the_same_time_at_once_one_gets_the_lecturer() {
    long id = aLecturer("争争");
    var ref = new java.util.concurrent.atomic.AtomicLong(910_000);
    List<Object> outcomes = atOnce(6, () -> {
      lectures().plan(id, ref.incrementAndGet(), at("2031-05-05T09:00"), at("2031-05-05T10:00"), "抢", null);
      return "planned";
    });
    assertEquals(1, outcomes.stream().filter("planned"::equals).count(), outcomes.toString());
    assertEquals(5, outcomes.stream().filter(one -> one instanceof Refused refused && refused.code().equals("lecturer-busy")).count(), outcomes.toString());
  }

  @Test
  default void every_reason_against_is_found_and_the_hard_ones_refuse() {
    long id = aLecturer("难难");
    long place = unit("菜园乡");
    keeping().bar(caller("trainer"), id, place, "配偶任职");
    bean(LecturerTimes.class).addLeave(caller("trainer"), id, LocalDate.parse("2031-06-01"), LocalDate.parse("2031-06-10"), "休假");
    bean(LecturerTimes.class).addFree(caller("trainer"), id, 1, null, LocalTime.of(8, 30), LocalTime.of(12, 0));
    lectures().plan(id, 920_001, at("2031-07-07T09:00"), at("2031-07-07T10:00"), "一", null);
    lectures().plan(id, 920_002, at("2031-07-14T09:00"), at("2031-07-14T10:00"), "二", null);
    assertEquals("lecturer-on-leave", refused(() -> lectures().plan(id, 920_003, at("2031-06-10T09:00"), at("2031-06-10T10:00"), "x", null)));
    assertEquals("lecturer-conflict", refused(() -> lectures().plan(id, 920_003, at("2031-08-05T09:00"), at("2031-08-05T10:00"), "x", place)));
    assertEquals("lecturer-not-appointed", refused(() -> lectures().plan(id, 920_003, at("2032-01-01T09:00"), at("2032-01-01T10:00"), "x", null)));
    List<String> codes = lectures().check(id, at("2031-06-10T09:00"), at("2031-06-10T10:00"), place, null).stream().map(Lectures.Objection::code).toList();
    assertEquals(List.of("lecturer-on-leave", "lecturer-conflict", "lecturer-load-exceeded", "lecturer-not-free"), codes, "free on Mondays, this is a Tuesday; two of two sessions are planned");
    assertEquals(List.of(), lectures().check(id, at("2031-07-14T09:30"), at("2031-07-14T10:30"), null, 920_002L), "moving a session does not clash with itself");
    for (String code : codes) assertFalse(LecturerSearch.text(new Lectures.Objection(code, List.of("a", "b", "c", "d"), true), Texts.in(Texts.CHINESE)).startsWith("refused."));
    assertEquals("leave-lectures", refused(() -> bean(LecturerTimes.class).addLeave(caller("trainer"), id, LocalDate.parse("2031-07-14"), LocalDate.parse("2031-07-14"), null)));
  }

  @Test
  default void an_officer_does_not_lecture_in_the_own_unit() {
    long id = count("select l.id from lecturer l join account a on a.officer_id = l.officer_id where a.username = 'officer041'");
    Instant from = at(bean(Lecturers.class).today().plusDays(30) + "T09:00");
    assertTrue(lectures().check(id, from, from.plusSeconds(3600), unit("西张村镇"), null).stream().anyMatch(one -> one.code().equals("lecturer-own-unit") && one.hard()));
    assertTrue(lectures().check(id, from, from.plusSeconds(3600), unit("大营镇"), null).stream().noneMatch(Lectures.Objection::hard));
    assertTrue(lectures().check(id, from, from.plusSeconds(3600), unit("陕州区"), null).stream().noneMatch(Lectures.Objection::hard), "the district is nobody's own");
  }

  @Test
  default void search_ranks_the_demos_lecturers_and_says_why_and_why_not() {
    LocalDate day = bean(Lecturers.class).today().with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY)).plusDays(3);
    var found = bean(LecturerSearch.class).find(caller("trainer"), new LecturerSearch.Ask("服务型行政执法", unit("西张村镇"), at(day + "T09:00"), at(day + "T11:30")));
    assertEquals("沈怀瑾", found.get(0).name(), found.toString());
    assertTrue(found.get(0).why().stream().anyMatch(one -> one.code().equals("topic")) && found.get(0).why().stream().anyMatch(one -> one.code().equals("timeFree")), found.get(0).toString());
    assertEquals(found.get(0).points(), found.get(0).why().stream().mapToInt(LecturerSearch.Reason::points).sum());
    var out = found.stream().filter(one -> !one.possible()).toList();
    assertTrue(out.stream().anyMatch(one -> one.name().equals("史敬之") && one.against().get(0).code().equals("lecturer-not-appointed")), out.toString());
    assertTrue(out.stream().anyMatch(one -> one.name().equals("陆思源") && one.against().get(0).code().equals("lecturer-on-leave")), out.toString());
    assertTrue(out.stream().anyMatch(one -> one.name().equals("郁明哲") && one.against().get(0).code().equals("lecturer-conflict")), out.toString());
    assertTrue(out.stream().anyMatch(one -> one.against().get(0).code().equals("lecturer-own-unit")), out.toString());
    assertTrue(out.stream().anyMatch(one -> one.against().get(0).code().equals("lecturer-busy")), out.toString());
    assertThrows(Invalid.class, () -> bean(LecturerSearch.class).find(caller("trainer"), new LecturerSearch.Ask("x", null, at(day + "T11:00"), at(day + "T09:00"))));
    var asUnit = bean(LecturerSearch.class).find(caller("unit01"), new LecturerSearch.Ask(null, unit("西张村镇"), at(day + "T09:00"), at(day + "T11:30")));
    assertTrue(asUnit.stream().noneMatch(one -> one.toString().contains("近亲属")), "families are not everybody's business");
  }

  @Test
  default void terms_follow_each_other_without_overlap_and_an_exit_ends_them_but_keeps_them() {
    long id = aLecturer("期期");
    assertEquals("appointment-overlaps", refused(() -> keeping().appoint(caller("trainer"), id, new Term("测聘期期2", Appointment.Source.OWN, LocalDate.parse("2031-12-31"), LocalDate.parse("2032-12-31")))));
    assertEquals("letter-number-taken", refused(() -> keeping().appoint(caller("trainer"), id, new Term("测聘期期", Appointment.Source.OWN, LocalDate.parse("2032-01-01"), LocalDate.parse("2032-12-31")))));
    long renewal = keeping().appoint(caller("trainer"), id, new Term("测聘期期2", Appointment.Source.CITY, LocalDate.parse("2032-01-01"), LocalDate.parse("2032-12-31")));
    assertEquals(1, count("select renewal + 0 from lecturer_appointment where id = ?", renewal));
    lectures().plan(id, 930_001, at("2032-02-02T09:00"), at("2032-02-02T10:00"), "明年", null);
    assertThrows(Invalid.class, () -> keeping().exit(caller("trainer"), id, LocalDate.parse("2031-06-01"), Appointment.Exit.OTHER, " "));
    assertEquals(1, keeping().exit(caller("trainer"), id, LocalDate.parse("2031-06-01"), Appointment.Exit.MOVED, null), "one planned lecture needs somebody else");
    assertEquals("lecturer-no-term", refused(() -> keeping().exit(caller("trainer"), id, LocalDate.parse("2031-06-01"), Appointment.Exit.MOVED, null)));
    assertEquals(List.of(), lectures().check(id, at("2031-05-31T09:00"), at("2031-05-31T10:00"), null, null));
    assertEquals("lecturer-not-appointed", lectures().check(id, at("2031-06-01T09:00"), at("2031-06-01T10:00"), null, null).get(0).code());
    var card = bean(LecturerCards.class).of(caller("trainer"), id);
    assertEquals(2, card.terms().size());
    assertTrue(card.talks().get(0).orphan());
    assertEquals(LocalDate.parse("2031-05-31"), bean(Lecturers.class).row(id).termEnd());
    assertTrue(bean(Lecturers.class).appointedOn(LocalDate.parse("2031-05-31")).stream().anyMatch(row -> row.id() == id));
    assertTrue(bean(Lecturers.class).appointedOn(LocalDate.parse("2031-06-01")).stream().noneMatch(row -> row.id() == id));
  }

  @Test
  default void an_officer_applies_a_unit_recommends_and_the_training_desk_decides() {
    LecturerApplications applications = bean(LecturerApplications.class);
    var officer = caller("officer101");
    long id = applications.apply(officer, data("别人的名字"), "愿意讲");
    assertEquals(officer.name(), applications.row(officer, id).name(), "attack 18: one applies as oneself");
    assertEquals("application-pending", refused(() -> applications.apply(officer, data(null), "再来一次")));
    assertThrows(NotFound.class, () -> applications.row(caller("officer102"), id), "attack 3");
    assertThrows(NotFound.class, () -> applications.withdraw(caller("unit01"), id), "only by whom it comes from");
    assertThrows(NotFound.class, () -> applications.approve(caller("unit01"), id, new Term("x", Appointment.Source.OWN, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01"))), "attack 17");
    long evidence = bean(Qualifications.class).addToApplication(officer, id, "证书", null, Attachment.of("file", "a.pdf", LETTER));
    assertThrows(NotFound.class, () -> bean(Qualifications.class).file(caller("officer102"), evidence));
    long lecturer = applications.approve(caller("trainer"), id, new Term("测聘申请1", Appointment.Source.OWN, bean(Lecturers.class).today(), bean(Lecturers.class).today().plusYears(2)));
    assertEquals("application-decided", refused(() -> applications.refuse(caller("trainer"), id, "晚了")));
    assertEquals(LETTER.length, bean(Qualifications.class).file(officer, evidence).content().length, "handed over to the lecturer");
    assertEquals(1, bean(Qualifications.class).ofLecturer(officer, lecturer).size());
    assertEquals("lecturer-exists", refused(() -> applications.apply(officer, data(null), "我已经是了")));
    assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'officer101' and n.kind = 'roster.approved'"));

    long own = count("select officer_id from account where username = 'officer051'");
    long foreign = count("select officer_id from account where username = 'officer102'");
    assertThrows(NotFound.class, () -> applications.recommend(caller("unit01"), foreign, data(null), "推荐"), "attack 17: another unit's officer");
    long recommended = applications.recommend(caller("unit01"), own, data(null), "推荐");
    assertThrows(Invalid.class, () -> applications.refuse(caller("trainer"), recommended, " "));
    applications.refuse(caller("trainer"), recommended, "名额已满");
    assertEquals("名额已满", applications.row(caller("unit01"), recommended).reason());
    assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'unit01' and n.kind = 'roster.refused'"));
    long guest = applications.recommend(caller("unit01"), null, data("客客"), "推荐外面的专家");
    applications.withdraw(caller("unit01"), guest);
    assertTrue(applications.page(caller("unit01"), null, new Page.Request(1, 200)).items().stream().allMatch(row -> row.unit().equals("区市场监督管理局")), "attack 16");
  }

  @Test
  default void attack_16_a_unit_administrator_sees_the_own_units_lecturers_and_changes_none() {
    Page<Lecturers.Row> seen = bean(Lecturers.class).page(caller("unit01"), new Lecturers.Filter(null, null, null, null), new Page.Request(1, 200));
    assertTrue(seen.items().stream().allMatch(row -> "区市场监督管理局".equals(row.unitName())), seen.toString());
    long id = aLecturer("外外");
    assertThrows(NotFound.class, () -> bean(LecturerCards.class).of(caller("unit01"), id));
    assertThrows(NotFound.class, () -> keeping().change(caller("unit01"), id, data("改了")));
    assertThrows(NotFound.class, () -> keeping().bar(caller("unit01"), id, unit("菜园乡"), "不该"));
    assertThrows(NotFound.class, () -> bean(LecturerTimes.class).addLeave(caller("unit01"), id, LocalDate.parse("2031-01-01"), LocalDate.parse("2031-01-02"), null));
    assertThrows(NotFound.class, () -> keeping().add(caller("supervisor"), null, data("监督加的")));
    long evidence = bean(Qualifications.class).addToLecturer(caller("trainer"), id, "证书", null, Attachment.of("file", "a.pdf", LETTER));
    assertThrows(NotFound.class, () -> bean(Qualifications.class).file(caller("unit01"), evidence));
    assertThrows(NotFound.class, () -> bean(AppointmentLetter.class).find(caller("officer102"), count("select id from lecturer_appointment where lecturer_id = ?", id), Texts.in(null)));
  }

  @Test
  default void a_lecturer_enters_the_own_times_sees_the_own_record_and_changes_no_term() {
    var self = caller("officer022");
    long id = bean(Lecturers.class).ofOfficer(self.officerId()).orElseThrow();
    long leave = bean(LecturerTimes.class).addLeave(self, id, LocalDate.parse("2030-01-01"), LocalDate.parse("2030-01-05"), "探亲");
    assertEquals("leave-overlaps", refused(() -> bean(LecturerTimes.class).addLeave(self, id, LocalDate.parse("2030-01-05"), LocalDate.parse("2030-01-06"), null)));
    assertTrue(bean(LecturerTimes.class).leaves(self, id).stream().anyMatch(one -> "探亲".equals(one.reason())));
    bean(LecturerTimes.class).removeLeave(self, leave);
    long free = bean(LecturerTimes.class).addFree(self, id, null, LocalDate.parse("2030-02-01"), LocalTime.of(8, 30), LocalTime.of(17, 45));
    assertEquals(LocalTime.of(17, 45), bean(LecturerTimes.class).free(self, id).stream().filter(one -> one.id() == free).findFirst().orElseThrow().to());
    bean(LecturerTimes.class).removeFree(self, free);
    assertThrows(NotFound.class, () -> keeping().change(self, id, data("我")));
    assertTrue(bean(LecturerCards.class).of(self, id).self());
    assertThrows(NotFound.class, () -> bean(LecturerCards.class).of(caller("officer102"), id));
    assertThrows(NotFound.class, () -> bean(LecturerTimes.class).removeLeave(caller("officer102"), count("select min(id) from lecturer_leave")));
  }

  @Test
  default void the_letter_is_printed_and_the_desk_is_told_once_that_a_term_ends() {
    long term = count("select a.id from lecturer_appointment a join lecturer l on l.id = a.lecturer_id where l.name = '沈怀瑾'");
    var out = new ByteArrayOutputStream();
    AppointmentLetter.print(bean(AppointmentLetter.class).find(caller("trainer"), term, Texts.in(null)), Texts.in(null), out);
    assertTrue(out.size() > 2_000 && out.toString(StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    change("update lecturer_appointment set reminded_at = null");
    assertTrue(bean(TermReminder.Round.class).remind() >= 1);
    assertEquals(0, bean(TermReminder.Round.class).remind());
    assertTrue(count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'trainer' and n.kind = 'roster.ending'") >= 1);
    var ending = bean(Lecturers.class).page(caller("trainer"), new Lecturers.Filter(null, null, null, Lecturers.Standing.ENDING), new Page.Request(1, 50));
    assertTrue(ending.items().stream().anyMatch(row -> row.name().equals("温若川")), ending.toString());
  }

  @Test
  default void a_rating_of_few_is_not_shown_and_load_lies_beside_its_mean() {
    long id = aLecturer("评评");
    lectures().plan(id, 940_001, at("2031-09-01T09:00"), at("2031-09-01T10:00"), "一", null);
    lectures().held(940_001, 45);
    lectures().rated(940_001, 20, 4);
    var card = bean(LecturerCards.class).of(caller("trainer"), id);
    assertNull(card.rating());
    assertNull(card.talks().get(0).rating());
    assertEquals(0, card.talks().get(0).answers());
    var board = bean(LoadBoard.class).of(caller("trainer"), 2031);
    var line = board.lines().stream().filter(one -> one.lecturerId() == id).findFirst().orElseThrow();
    assertEquals(List.of(1, 0, 45), List.of(line.held(), line.planned(), line.minutes()));
    assertEquals(board.lines().stream().mapToInt(LoadBoard.Line::sessions).average().orElseThrow(), board.mean());
  }
}
