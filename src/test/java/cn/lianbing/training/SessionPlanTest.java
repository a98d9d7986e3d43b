package cn.lianbing.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionPlanTest {
  private static final Instant NINE = Instant.parse("2026-11-26T01:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-26T03:15:00Z");

  private static SessionPlan plan(String title, Instant from, Instant to, Integer seats, Instant enrolUntil) {
    return new SessionPlan(title, Form.MICRO_TALK, null, null, null, null, 1, null, 2, " 三楼 会议室 ", from, to, seats, false, enrolUntil, null, Bucket.PROFESSIONAL, false, null, null);
  }

  private static TrainingSession session() {
    return new TrainingSession(plan("首违不罚", NINE, ELEVEN, 40, null), 1L, null, NINE.minus(Duration.ofDays(9)));
  }

  @Test
  void every_field_that_is_wrong_is_named_at_once() {
    Invalid invalid = assertThrows(Invalid.class, () -> new SessionPlan(" ", null, "长".repeat(151), null, null, null, 1, null, 2, "", NINE, NINE, 0, false, ELEVEN, null, null, false, null, null));
    assertEquals(Set.of("title", "topic", "place", "form", "bucket", "to", "seats", "enrolUntil"), Set.copyOf(invalid.violations().stream().map(Invalid.Violation::field).toList()));
  }

  @Test
  void a_session_of_more_than_twelve_hours_is_several() {
    assertThrows(Invalid.class, () -> plan("x", NINE, NINE.plus(Duration.ofHours(13)), null, null));
  }

  @Test
  void people_enrol_until_it_begins_and_cancel_until_a_day_before_unless_something_else_is_said() {
    SessionPlan plan = plan(" 首违不罚 ", NINE, ELEVEN, null, null);
    assertEquals(NINE, plan.enrolUntil());
    assertEquals(NINE.minus(Duration.ofDays(1)), plan.cancelUntil());
    assertEquals("首违不罚", plan.title());
  }

  @Test
  void one_room_is_one_room_however_it_is_written() {
    assertEquals(SessionPlan.key("三楼会议室Ａ"), SessionPlan.key(" 三楼 会议室a "));
    assertNotEquals(SessionPlan.key("三楼会议室"), SessionPlan.key("二楼会议室"));
  }

  @Test
  void a_session_goes_from_draft_to_archive_and_no_other_way() {
    TrainingSession session = session();
    assertEquals("session-state", assertThrows(Refused.class, () -> session.giveBack("x", NINE)).code());
    session.submit(NINE);
    session.giveBack("换时间", NINE);
    assertEquals("换时间", session.reason());
    session.submit(NINE);
    session.publish(21, NINE.minusSeconds(60));
    assertEquals("session-state", assertThrows(Refused.class, () -> session.publish(22, NINE)).code());
    assertEquals("session-not-begun", assertThrows(Refused.class, () -> session.hold(NINE.minusSeconds(1))).code());
    session.hold(ELEVEN);
    assertEquals("session-over", assertThrows(Refused.class, () -> session.cancel("x", ELEVEN)).code());
    assertEquals("session-over", assertThrows(Refused.class, () -> session.move(NINE, ELEVEN, ELEVEN)).code());
    session.close(ELEVEN);
    assertEquals(TrainingSession.State.CLOSED, session.state());
    assertEquals(21, session.number());
  }

  @Test
  void moving_takes_the_deadlines_along_and_tells_calendars() {
    TrainingSession session = session();
    int before = session.sequence();
    session.move(NINE.plus(Duration.ofDays(2)), ELEVEN.plus(Duration.ofDays(2)), NINE);
    assertEquals(NINE.plus(Duration.ofDays(2)), session.enrolUntil());
    assertEquals(NINE.plus(Duration.ofDays(1)), session.cancelUntil());
    assertEquals(before + 1, session.sequence());
    assertEquals(135, session.minutes());
  }

  @Test
  void a_cancelled_session_stays_cancelled() {
    TrainingSession session = session();
    session.publish(3, NINE);
    session.cancel("讲师生病", NINE);
    assertEquals("session-over", assertThrows(Refused.class, () -> session.cancel("x", NINE)).code());
    assertEquals("session-state", assertThrows(Refused.class, () -> session.hold(ELEVEN)).code());
  }

  @Test
  void a_tile_is_dark_in_proportion_and_empty_only_for_nothing() {
    assertEquals(List.of(0, 1, 2, 3, 4), List.of(Townships.step(0, 8), Townships.step(1, 8), Townships.step(4, 8), Townships.step(5, 8), Townships.step(8, 8)));
    assertEquals(0, Townships.step(0, 0));
    assertEquals(List.of("甘棠", "大营", "菜园", "镇"), List.of(Townships.shorter("甘棠街道"), Townships.shorter("大营镇"), Townships.shorter("菜园乡"), Townships.shorter("镇")));
  }
}
