package cn.lianbing.enrolment;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.credit.Bucket;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.training.TrainingSession;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Instant NINE = Instant.parse("2026-12-03T01:00:00Z");
  private static final Instant ELEVEN = NINE.plusSeconds(7200);

  private static Gathering session(TrainingSession.State state, Integer seats) {
    return new Gathering(7, "微宣讲", 2, "/1/2/", "区司法局", NINE, ELEVEN, seats, state, NINE.minusSeconds(3600), NINE.minusSeconds(86400), false, Bucket.PROFESSIONAL, false);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(Refused.class, action).code();
  }

  @Test
  void one_enrols_in_what_is_published_until_the_deadline() {
    Gathering open = session(TrainingSession.State.PUBLISHED, 10);
    assertDoesNotThrow(() -> open.demandOpen(NINE.minusSeconds(3601)));
    assertEquals("enrolment-over", refusal(() -> open.demandOpen(NINE.minusSeconds(3600))));
    assertEquals("session-not-open", refusal(() -> open.demandOpen(NINE)));
    for (TrainingSession.State state : TrainingSession.State.values()) if (state != TrainingSession.State.PUBLISHED) assertEquals("session-not-open", refusal(() -> session(state, 10).demandOpen(NINE.minusSeconds(9000))));
  }

  @Test
  void without_seats_there_is_always_room() {
    assertTrue(session(TrainingSession.State.PUBLISHED, null).room(10_000));
    assertTrue(session(TrainingSession.State.PUBLISHED, 2).room(1));
    assertFalse(session(TrainingSession.State.PUBLISHED, 2).room(2));
  }

  @Test
  void attendance_is_taken_from_two_hours_before_and_never_once_it_is_archived() {
    Gathering open = session(TrainingSession.State.PUBLISHED, 10);
    assertEquals("attendance-too-early", refusal(() -> open.demandRecordable(NINE.minusSeconds(7201))));
    assertDoesNotThrow(() -> open.demandRecordable(NINE.minusSeconds(7200)));
    assertDoesNotThrow(() -> session(TrainingSession.State.HELD, 10).demandRecordable(ELEVEN.plusSeconds(900_000)));
    assertEquals("attendance-not-open", refusal(() -> session(TrainingSession.State.CLOSED, 10).demandRecordable(ELEVEN)));
    assertEquals("attendance-not-open", refusal(() -> session(TrainingSession.State.CANCELLED, 10).demandRecordable(NINE)));
    assertEquals("session-not-over", refusal(() -> open.demandOver(ELEVEN.minusMillis(1))));
  }

  @Test
  void minutes_follow_from_what_the_organiser_saw() {
    assertEquals(120, Attendance.Mark.of(Attendance.State.PRESENT).minutes(NINE, ELEVEN));
    assertEquals(0, Attendance.Mark.of(Attendance.State.EXCUSED).minutes(NINE, ELEVEN));
    assertEquals(45, partial(45, null, null).minutes(NINE, ELEVEN));
    assertEquals(90, partial(null, NINE.plusSeconds(1800), null).minutes(NINE, ELEVEN));
    assertEquals(60, partial(null, NINE.minusSeconds(600), NINE.plusSeconds(3600)).minutes(NINE, ELEVEN), "before the beginning counts nothing");
    for (Integer wrong : new Integer[] {0, -5, 120, 100_000, null}) assertThrows(Invalid.class, () -> partial(wrong, null, null).minutes(NINE, ELEVEN), String.valueOf(wrong));
  }

  private static Attendance.Mark partial(Integer minutes, Instant from, Instant to) {
    return new Attendance.Mark(Attendance.State.PARTIAL, minutes, from, to, Attendance.Method.LIST, null);
  }

  @Test
  void the_organiser_is_the_host_units_or_one_above_and_no_reader() {
    Gathering session = session(TrainingSession.State.PUBLISHED, 10);
    assertTrue(Gatherings.organises(caller("TRAINER", "/1/"), session));
    assertTrue(Gatherings.organises(caller("UNIT_ADMIN", "/1/2/"), session));
    assertFalse(Gatherings.organises(caller("UNIT_ADMIN", "/1/3/"), session));
    assertFalse(Gatherings.organises(caller("AUDITOR", "/1/"), session));
    assertFalse(Gatherings.organises(caller("OFFICER", "/1/2/"), session));
  }

  private static Caller caller(String role, String path) {
    return new Caller(1L, null, "x", 1L, path, Set.of(role), null, null);
  }
}
