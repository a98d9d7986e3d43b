package cn.lianbing.roster;

import static cn.lianbing.roster.ALecturer.aLecturer;
import static cn.lianbing.roster.ALecturer.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a lecturer can be asked and what speaks against it. */
class DossierTest {
  private static final Dossier.Host TOWN = new Dossier.Host(41, "/1/41/", "西张村镇");
  private static final Dossier.Host DISTRICT = new Dossier.Host(1, "/1/", "陕州区");

  private static ALecturer appointed() {
    return aLecturer("沈怀瑾").appointed("2026-01-01", "2026-12-31");
  }

  private static List<String> against(ALecturer lecturer, String from, String to, Dossier.Host host, Long except) {
    return lecturer.dossier().against(at(from), at(to), host, except).stream().map(Lectures.Objection::code).toList();
  }

  private static List<String> against(ALecturer lecturer, String from, String to) {
    return against(lecturer, from, to, null, null);
  }

  @Test
  void nothing_speaks_against_somebody_who_is_appointed_and_free() {
    assertEquals(List.of(), against(appointed(), "2026-06-01T09:00", "2026-06-01T11:30", TOWN, null));
  }

  @Test
  void a_term_holds_on_its_first_and_its_last_day_and_on_no_other() {
    assertEquals(List.of(), against(appointed(), "2026-01-01T00:00", "2026-01-01T01:00"));
    assertEquals(List.of(), against(appointed(), "2026-12-31T22:00", "2027-01-01T00:00"), "until midnight, in the district's time");
    assertEquals(List.of("lecturer-not-appointed"), against(appointed(), "2025-12-31T09:00", "2025-12-31T10:00"));
    assertEquals(List.of("lecturer-not-appointed"), against(appointed(), "2027-01-01T00:00", "2027-01-01T01:00"));
    assertEquals(List.of("lecturer-not-appointed"), against(appointed(), "2026-12-31T22:00", "2027-01-01T02:00"), "a session that outlasts the term");
  }

  @Test
  void a_renewal_covers_what_the_first_term_does_not() {
    assertEquals(List.of(), against(appointed().appointed("2027-01-01", "2027-12-31"), "2027-01-01T09:00", "2027-01-01T10:00"));
  }

  @Test
  void who_left_is_not_appointed_from_that_day_on() {
    assertEquals(List.of(), against(appointed().left("2026-06-01"), "2026-05-31T09:00", "2026-05-31T10:00"));
    assertEquals(List.of("lecturer-not-appointed"), against(appointed().left("2026-06-01"), "2026-06-01T09:00", "2026-06-01T10:00"));
    assertEquals(LocalDate.parse("2025-12-01"), appointed().left("2025-12-02").dossier().appointments().get(0).lastDay(), "before it began: it never held");
  }

  @Test
  void two_sessions_may_touch_but_not_overlap() {
    ALecturer busy = appointed().plans(7, "2026-06-01T09:00", "2026-06-01T11:30");
    assertEquals(List.of(), against(busy, "2026-06-01T11:30", "2026-06-01T12:30"));
    assertEquals(List.of(), against(busy, "2026-06-01T08:00", "2026-06-01T09:00"));
    assertEquals(List.of("lecturer-busy"), against(busy, "2026-06-01T11:29", "2026-06-01T12:30"));
    assertEquals(List.of("lecturer-busy"), against(busy, "2026-06-01T08:00", "2026-06-01T18:00"));
    assertEquals(List.of(), against(busy, "2026-06-01T09:30", "2026-06-01T12:00", null, 7L), "the session itself is being moved");
    assertEquals(List.of(), against(appointed().cancelled(7, "2026-06-01T09:00", "2026-06-01T11:30"), "2026-06-01T09:00", "2026-06-01T11:30"));
    assertEquals(List.of("沈怀瑾", "第7场", "2026年6月1日 09:00—11:30"), busy.dossier().against(at("2026-06-01T10:00"), at("2026-06-01T10:30"), null, null).get(0).args());
  }

  @Test
  void leave_counts_by_whole_days_both_ends_included() {
    ALecturer away = appointed().away("2026-06-02", "2026-06-03");
    assertEquals(List.of(), against(away, "2026-06-01T09:00", "2026-06-02T00:00"));
    assertEquals(List.of("lecturer-on-leave"), against(away, "2026-06-02T00:00", "2026-06-02T01:00"));
    assertEquals(List.of("lecturer-on-leave"), against(away, "2026-06-03T22:00", "2026-06-04T00:00"));
    assertEquals(List.of(), against(away, "2026-06-04T09:00", "2026-06-04T10:00"));
  }

  @Test
  void the_own_unit_its_parts_and_its_department_are_kept_out_of_but_not_the_district() {
    assertEquals(List.of("lecturer-own-unit"), against(appointed().of("/1/41/", "西张村镇"), "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null));
    assertEquals(List.of("lecturer-own-unit"), against(appointed().of("/1/41/77/", "执法队"), "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null));
    assertEquals(List.of("lecturer-own-unit"), against(appointed().of("/1/4/", "局"), "2026-06-01T09:00", "2026-06-01T10:00", new Dossier.Host(9, "/1/4/9/", "大队"), null));
    assertEquals(List.of(), against(appointed().of("/1/4/", "局"), "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null), "/1/4/ is no beginning of /1/41/");
    assertEquals(List.of(), against(appointed().of("/1/41/", "西张村镇"), "2026-06-01T09:00", "2026-06-01T10:00", DISTRICT, null));
    assertEquals(List.of(), against(appointed().of("/1/", "陕州区"), "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null));
    assertEquals(List.of("lecturer-own-unit"), against(appointed().of(null, "西张村镇"), "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null), "somebody from outside whom the unit employs");
  }

  @Test
  void a_conflict_covers_the_unit_and_those_below_it() {
    ALecturer barred = appointed().keptOutOf("/1/41/", "西张村镇");
    assertEquals(List.of("lecturer-conflict"), against(barred, "2026-06-01T09:00", "2026-06-01T10:00", TOWN, null));
    assertEquals(List.of("lecturer-conflict"), against(barred, "2026-06-01T09:00", "2026-06-01T10:00", new Dossier.Host(77, "/1/41/77/", "执法队"), null));
    assertEquals(List.of(), against(barred, "2026-06-01T09:00", "2026-06-01T10:00", DISTRICT, null));
    assertEquals(List.of(), against(barred, "2026-06-01T09:00", "2026-06-01T10:00"), "the host is not known yet");
  }

  @Test
  void load_beyond_the_limit_and_other_times_than_told_are_warnings() {
    ALecturer full = appointed().atMost(1).plans(1, "2026-03-01T09:00", "2026-03-01T10:00").freeEvery(4, "09:00", "12:00").freeOn("2026-06-01", "14:00", "18:00");
    var found = full.dossier().against(at("2026-06-03T09:00"), at("2026-06-03T10:00"), null, null);
    assertEquals(List.of("lecturer-load-exceeded", "lecturer-not-free"), found.stream().map(Lectures.Objection::code).toList());
    assertTrue(found.stream().noneMatch(Lectures.Objection::hard));
    assertEquals(List.of(), against(full, "2026-03-05T09:00", "2026-03-05T12:00", null, 1L), "a Thursday, and the one session is the one that is moved");
    assertFalse(against(full, "2026-06-01T14:00", "2026-06-01T18:00").contains("lecturer-not-free"), "the one day");
    assertTrue(against(full, "2026-06-04T09:00", "2026-06-04T12:01").contains("lecturer-not-free"), "a minute too long");
  }

  @Test
  void load_is_of_the_calendar_year_in_the_districts_time() {
    Dossier dossier = appointed().plans(1, "2026-01-01T00:30", "2026-01-01T01:00").plans(2, "2025-12-31T23:30", "2026-01-01T00:30").cancelled(3, "2026-05-01T09:00", "2026-05-01T10:00").dossier();
    assertEquals(1, dossier.load(2026, null));
    assertEquals(1, dossier.load(2025, null));
  }

  @Test
  void every_objection_is_found_at_once() {
    ALecturer worst = appointed().of("/1/41/", "西张村镇").outOfService().atMost(1).plans(1, "2027-03-01T09:00", "2027-03-01T10:00").away("2027-03-01", "2027-03-01").keptOutOf("/1/41/", "西张村镇").freeEvery(7, "09:00", "10:00");
    assertEquals(List.of("lecturer-not-appointed", "lecturer-busy", "lecturer-on-leave", "lecturer-own-unit", "lecturer-conflict", "lecturer-out-of-service", "lecturer-load-exceeded", "lecturer-not-free"), against(worst, "2027-03-01T09:30", "2027-03-01T10:30", TOWN, null));
  }
}
