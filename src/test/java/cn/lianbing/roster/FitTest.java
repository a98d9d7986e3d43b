package cn.lianbing.roster;

import static cn.lianbing.roster.ALecturer.aLecturer;
import static cn.lianbing.roster.ALecturer.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Texts;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Points of a candidate, nearness of topics, and what forms may say. */
class FitTest {
  private static final Dossier.Host TOWN = new Dossier.Host(41, "/1/41/", "西张村镇");

  private static LecturerSearch.Candidate fit(ALecturer lecturer, String topic) {
    Dossier dossier = lecturer.appointed("2026-01-01", "2026-12-31").dossier();
    stored(dossier.lecturer());
    return Fit.of(dossier, new LecturerSearch.Ask(topic, 41L, at("2026-11-26T09:00"), at("2026-11-26T11:30")), TOWN, 4);
  }

  /** As if it had been stored. */
  private static void stored(Lecturer lecturer) {
    try {
      Field id = Lecturer.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(lecturer, 1L);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Integer> points(LecturerSearch.Candidate one) {
    return one.why().stream().collect(Collectors.toMap(LecturerSearch.Reason::code, LecturerSearch.Reason::points));
  }

  @Test
  void the_best_has_a_hundred_points_and_each_is_accounted_for() {
    LecturerSearch.Candidate best = fit(aLecturer("最佳").on("服务型行政执法").freeEvery(4, "08:00", "12:00").held(1, "2025-05-05T09:00", 41L, 5_000, 1_000), "服务型行政执法");
    assertEquals(Map.of("topic", 40, "term", 0, "timeFree", 15, "load", 20, "rating", 20, "there", 5), points(best));
    assertEquals(100, best.points());
    assertTrue(best.possible() && best.onTopic());
  }

  @Test
  void who_told_no_times_stands_between_who_told_this_one_and_who_told_another() {
    int told = fit(aLecturer("甲").freeEvery(4, "09:00", "11:30"), "行政处罚法").points();
    int untold = fit(aLecturer("乙"), "行政处罚法").points();
    LecturerSearch.Candidate another = fit(aLecturer("丙").freeEvery(5, "09:00", "11:30"), "行政处罚法");
    assertTrue(told > untold && untold > another.points());
    assertEquals("lecturer-not-free", another.against().get(0).code());
    assertTrue(another.possible(), "a warning excludes nobody");
  }

  @Test
  void load_costs_points_in_proportion_to_the_own_limit() {
    assertEquals(10, points(fit(aLecturer("半").atMost(2).plans(1, "2026-03-03T09:00", "2026-03-03T10:00"), "行政处罚法")).get("loadOf"));
    assertEquals(0, points(fit(aLecturer("满").atMost(1).plans(1, "2026-03-03T09:00", "2026-03-03T10:00"), "行政处罚法")).get("loadOf"));
    assertEquals(20, points(fit(aLecturer("去年").atMost(1).plans(1, "2025-03-03T09:00", "2025-03-03T10:00"), "行政处罚法")).get("loadOf"));
  }

  @Test
  void newcomers_count_as_the_rosters_mean() {
    assertEquals(15, points(fit(aLecturer("新"), "行政处罚法")).get("ratingNone"), "20 × (4 − 1) ÷ 4");
  }

  @Test
  void every_reason_and_objection_has_its_sentence_in_both_languages() {
    for (Texts texts : List.of(Texts.in(Texts.CHINESE), Texts.in(java.util.Locale.ENGLISH))) {
      for (LecturerSearch.Reason one : fit(aLecturer("某").on("别的").atMost(3).held(1, "2025-05-05T09:00", 41L, 50, 10), "服务型行政执法").why()) assertFalse(LecturerSearch.text(one, texts).contains("roster.why") || LecturerSearch.text(one, texts).contains("{"), one.toString());
      for (LecturerSearch.Reason one : fit(aLecturer("某").on("服务型执法").freeEvery(4, "09:00", "12:00"), "服务型行政执法").why()) assertFalse(LecturerSearch.text(one, texts).contains("roster.why") || LecturerSearch.text(one, texts).contains("{"), one.toString());
    }
  }

  @Test
  void topics_are_near_by_the_characters_they_share() {
    List<String> topics = List.of("行政处罚程序与证据", "行政调解");
    assertEquals(1, TopicMatch.best("行政调解", topics, List.of()).nearness());
    assertEquals("行政处罚程序与证据", TopicMatch.best("行政处罚程序", topics, List.of()).topic());
    assertEquals(1, TopicMatch.best(" 行政调解。 ", topics, List.of()).nearness(), "spaces and punctuation say nothing");
    assertEquals(0, TopicMatch.best("行政强制", topics, List.of()).nearness(), "行政 alone is in everything");
    assertEquals(1, TopicMatch.best(" ", topics, List.of()).nearness(), "nothing asked: everything fits");
    assertEquals(0, TopicMatch.best("税", topics, List.of()).nearness());
  }

  @Test
  void a_field_says_less_than_a_topic() {
    TopicMatch field = TopicMatch.best("服务型行政执法", List.of("相对人风险防控"), List.of(LawField.SERVICE));
    assertEquals(LawField.SERVICE, field.field());
    assertEquals(0.5, field.nearness());
    assertNull(TopicMatch.best("服务型行政执法", List.of("服务型行政执法"), List.of(LawField.SERVICE)).field());
  }

  @Test
  void a_form_says_all_that_is_wrong_at_once() {
    Invalid invalid = org.junit.jupiter.api.Assertions.assertThrows(Invalid.class, () -> new LecturerData(" ", null, null, "x@y", "电话", null, 0, List.of(), List.of("长".repeat(61))).check(true));
    assertEquals(List.of("name", "employer", "email", "phone", "loadLimit", "topics"), invalid.violations().stream().map(Invalid.Violation::field).toList());
    new LecturerData(null, null, null, "a.b@example.cn", "0398-2181234", null, 12, List.of(LawField.LAND), List.of()).check(false);
    assertEquals(List.of("一", "二"), new LecturerData("甲", "乙", null, null, null, null, null, null, List.of(" 一 ", "二", "一", " ")).topics());
  }

  @Test
  void a_term_needs_a_letter_and_ends_after_it_begins() {
    Invalid invalid = org.junit.jupiter.api.Assertions.assertThrows(Invalid.class, () -> new Term(" ", null, LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-01")));
    assertEquals(List.of("letterNumber", "source", "to"), invalid.violations().stream().map(Invalid.Violation::field).toList());
    org.junit.jupiter.api.Assertions.assertThrows(Invalid.class, () -> new Term("聘1", Appointment.Source.OWN, LocalDate.parse("2026-01-01"), LocalDate.parse("2032-01-02")));
    assertEquals("聘1", new Term(" 聘1 ", Appointment.Source.OWN, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-01")).letterNumber(), "a single day is a term");
  }
}
