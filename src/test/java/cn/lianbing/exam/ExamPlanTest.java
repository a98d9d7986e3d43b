package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant OPENS = NOW.plus(Duration.ofDays(1));

  @Test
  void theUsualPlanIsTaken() {
    assertDoesNotThrow(() -> plan("季度考试", OPENS, OPENS.plus(Duration.ofHours(2)), 60, 1, 800, null).check(NOW));
    assertDoesNotThrow(() -> plan("已经开考的", NOW.minusSeconds(60), NOW.plus(Duration.ofHours(2)), 60, 20, 0, 0).check(NOW));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Invalid invalid = assertThrows(Invalid.class, () -> new ExamPlan(" ", 1, null, null, 0, 0, -1, null, null, 101, null, null, null).check(NOW));
    assertEquals(List.of("title:required", "opensAt:required", "closesAt:required", "durationMinutes:exam.duration", "attemptsAllowed:exam.attempts", "passMark:marks", "leavesAllowed:exam.leaves", "multipleRule:required", "release:required"), said(invalid));
  }

  @Test
  void anAttemptMustFitBetweenOpeningAndLatestHandIn() {
    refused("closesAt:exam.window", plan("考试", OPENS, OPENS, 60, 1, 800, null));
    refused("closesAt:exam.windowShort", plan("考试", OPENS, OPENS.plus(Duration.ofMinutes(59)), 60, 1, 800, null));
    assertDoesNotThrow(() -> plan("考试", OPENS, OPENS.plus(Duration.ofMinutes(60)), 60, 1, 800, null).check(NOW));
  }

  @Test
  void anExamThatIsOverCannotBeScheduled() {
    refused("closesAt:exam.past", plan("考试", NOW.minus(Duration.ofDays(2)), NOW, 60, 1, 800, null));
  }

  @Test
  void titlesAndMinutesHaveTheirBounds() {
    refused("title:tooLong", plan("考".repeat(101), OPENS, OPENS.plus(Duration.ofHours(11)), 60, 1, 800, null));
    refused("durationMinutes:exam.duration", plan("考试", OPENS, OPENS.plus(Duration.ofHours(11)), 601, 1, 800, null));
    refused("attemptsAllowed:exam.attempts", plan("考试", OPENS, OPENS.plus(Duration.ofHours(11)), 60, 21, 800, null));
    refused("leavesAllowed:exam.leaves", plan("考试", OPENS, OPENS.plus(Duration.ofHours(11)), 60, 1, 800, -1));
  }

  private static ExamPlan plan(String title, Instant opens, Instant closes, int minutes, int attempts, int pass, Integer leaves) {
    return new ExamPlan(title, 1, opens, closes, minutes, attempts, pass, List.of(), MultipleRule.STRICT, leaves, Release.AT_CLOSING, List.of(1L), List.of());
  }

  private static void refused(String what, ExamPlan plan) {
    assertEquals(List.of(what), said(assertThrows(Invalid.class, () -> plan.check(NOW))));
  }

  private static List<String> said(Invalid invalid) {
    return invalid.violations().stream().map(one -> one.field() + ":" + one.code()).toList();
  }
}
