package cn.lianbing.training;

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
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Planning sessions against the real database. */
public interface TrainingInContainer {
  AtomicInteger ROOM = new AtomicInteger();

  private static SessionPlanning planning() {
    return bean(SessionPlanning.class);
  }

  private static long unit(String name) {
    return count("select id from unit where name = ?", name);
  }

  /** Far from the demo's own. */
  private static Instant day(int days) {
    return Instant.parse("2030-03-04T01:00:00Z").plus(Duration.ofDays(days));
  }

  private static SessionPlan plan(String host, String room, Instant from, List<Long> lecturers, Set<Long> audience) {
    return new SessionPlan("容器测试", Form.MICRO_TALK, null, null, null, null, unit(host), null, unit("张汴乡"), room, from, from.plus(Duration.ofMinutes(135)), 2, false, null, null, Bucket.PROFESSIONAL, false, lecturers, audience);
  }

  private static String room() {
    return "测试室" + ROOM.incrementAndGet();
  }

  @Test
  default void two_sessions_in_one_room_at_one_time_are_refused_and_the_refusal_says_what_is_there() {
    String room = room();
    long first = planning().draft(caller("trainer"), plan("陕州区", room, day(1), List.of(), Set.of()));
    long second = planning().draft(caller("trainer"), plan("陕州区", " " + room, day(1).plusSeconds(3600), List.of(), Set.of()));
    planning().publish(caller("trainer"), first, false);
    Refused refused = assertThrows(Refused.class, () -> planning().publish(caller("trainer"), second, true));
    assertEquals("clash-room", refused.code());
    assertEquals("容器测试", refused.arguments()[2]);
    planning().move(caller("trainer"), second, day(1).plusSeconds(3 * 3600), false);
    planning().publish(caller("trainer"), second, false);
    assertEquals("clash-room", assertThrows(Refused.class, () -> planning().move(caller("trainer"), second, day(1), false)).code());
    assertEquals(day(1).plusSeconds(3 * 3600), bean(TrainingSessions.class).get(second).from(), "it stays where it was");
  }

  @Test
  default void of_two_that_publish_for_one_room_at_once_one_wins_and_numbers_are_never_given_twice() {
    String room = room();
    long[] ids = {planning().draft(caller("trainer"), plan("陕州区", room, day(2), List.of(), Set.of())), planning().draft(caller("trainer"), plan("陕州区", room, day(2), List.of(), Set.of()))};
    AtomicInteger next = new AtomicInteger();
    List<Object> outcomes = atOnce(2, () -> {
      planning().publish(caller("trainer"), ids[next.getAndIncrement()], false);
      return "published";
    });
    assertEquals(1, outcomes.stream().filter("published"::equals).count(), outcomes.toString());
    assertTrue(outcomes.stream().anyMatch(one -> one instanceof Refused refused && refused.code().equals("clash-room")), outcomes.toString());
    assertEquals(0, count("select count(*) from (select number from training_session where number is not null group by year, number having count(*) > 1) x"));
  }

  @Test
  default void a_unit_on_duty_and_an_exam_warn_and_may_be_passed_over() {
    change("insert into unit_duty (unit_id, from_day, to_day, what, version) values (?, '2030-03-07', '2030-03-08', '专项行动', 1)", unit("张汴乡"));
    long id = planning().draft(caller("trainer"), plan("陕州区", room(), day(3), List.of(), Set.of(unit("张汴乡"))));
    assertEquals("session-warnings", assertThrows(Refused.class, () -> planning().publish(caller("trainer"), id, false)).code());
    assertEquals(List.of("clash-duty"), planning().clashes(caller("trainer"), id).stream().map(Clashes.Clash::code).toList());
    planning().publish(caller("trainer"), id, true);
    assertEquals(TrainingSession.State.PUBLISHED, bean(TrainingSessions.class).get(id).state());
  }

  @Test
  default void a_lecturer_is_booked_once_at_a_time_and_free_again_when_the_session_is_called_off() {
    long lecturer = count("select a.lecturer_id from lecturer_appointment a join lecturer l on l.id = a.lecturer_id where l.officer_id is null and curdate() between a.term_from and a.last_day order by a.last_day desc limit 1");
    Instant from = Instant.now().plus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    change("update lecturer_appointment set last_day = '2031-12-31' where lecturer_id = ?", lecturer);
    change("delete from lecturer_leave where lecturer_id = ?", lecturer);
    change("update lecture set state = 'CANCELLED' where lecturer_id = ? and ends_at > utc_timestamp()", lecturer);
    long first = planning().draft(caller("trainer"), plan("陕州区", room(), from, List.of(lecturer), Set.of()));
    long second = planning().draft(caller("trainer"), plan("陕州区", room(), from, List.of(lecturer), Set.of()));
    planning().publish(caller("trainer"), first, true);
    assertEquals("lecturer-busy", assertThrows(Refused.class, () -> planning().publish(caller("trainer"), second, true)).code());
    planning().cancel(caller("trainer"), first, "另有安排");
    planning().publish(caller("trainer"), second, true);
  }

  @Test
  default void a_unit_administrator_plans_for_the_own_unit_and_the_training_desk_approves() {
    long id = planning().draft(caller("unit01"), plan("区市场监督管理局", room(), day(5), List.of(), Set.of()));
    assertThrows(NotFound.class, () -> planning().publish(caller("unit01"), id, true), "that is the second pair of eyes");
    planning().submit(caller("unit01"), id);
    planning().giveBack(caller("trainer"), id, "请写明专题");
    planning().submit(caller("unit01"), id);
    planning().publish(caller("trainer"), id, true);
    assertEquals(1, count("select count(*) from notice n join account a on a.id = n.account_id where a.username = 'unit01' and n.kind = 'training.givenBack'"));
  }

  @Test
  default void attack_16_and_17_a_unit_administrator_neither_sees_others_drafts_nor_changes_their_sessions() {
    long draft = planning().draft(caller("trainer"), plan("陕州区", room(), day(6), List.of(), Set.of()));
    TrainingSessions sessions = bean(TrainingSessions.class);
    assertThrows(NotFound.class, () -> sessions.row(caller("unit01"), draft));
    assertThrows(NotFound.class, () -> sessions.row(caller("officer002"), draft));
    planning().publish(caller("trainer"), draft, true);
    assertEquals("容器测试", sessions.row(caller("officer002"), draft).title());
    assertThrows(NotFound.class, () -> planning().move(caller("unit01"), draft, day(7), true));
    assertThrows(NotFound.class, () -> planning().cancel(caller("unit01"), draft, "x"));
    assertThrows(NotFound.class, () -> planning().change(caller("officer002"), draft, plan("陕州区", "x", day(7), List.of(), Set.of()), true));
    assertThrows(Invalid.class, () -> planning().draft(caller("unit01"), plan("陕州区", room(), day(8), List.of(), Set.of())));
    assertThrows(NotFound.class, () -> bean(SessionMaterials.class).add(caller("unit01"), draft, cn.lianbing.platform.Attachment.of("file", "a.pdf", "%PDF-1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
  }

  @Test
  default void a_request_becomes_a_draft_once() {
    SessionRequests requests = bean(SessionRequests.class);
    long id = requests.ask(caller("unit01"), new SessionRequests.Data(caller("unit01").unitId(), "证据怎么收集", Form.MICRO_TALK, LocalDate.parse("2030-05-06"), null, 20, "案卷评查反映的问题"));
    assertThrows(NotFound.class, () -> requests.accept(caller("unit01"), id));
    long session = requests.accept(caller("trainer"), id);
    assertEquals("证据怎么收集", bean(TrainingSessions.class).row(caller("trainer"), session).title());
    assertEquals("request-answered", assertThrows(Refused.class, () -> requests.accept(caller("trainer"), id)).code());
    assertEquals("request-answered", assertThrows(Refused.class, () -> requests.withdraw(caller("unit01"), id)).code());
    assertEquals(1, count("select count(*) from notice where kind = 'training.accepted' and account_id = (select id from account where username = 'unit01')"));
  }

  @Test
  default void a_calendar_address_is_the_owners_and_ends_with_the_next_one_and_with_the_account() {
    CalendarFeeds feeds = bean(CalendarFeeds.class);
    long session = planning().draft(caller("trainer"), plan("陕州区", room(), Instant.now().plus(Duration.ofDays(30)), List.of(), Set.of()));
    planning().publish(caller("trainer"), session, true);
    change("insert into enrolment (session_id, officer_id, unit_id, state, queued_at, changed_at, version) select ?, o.id, o.unit_id, 'ENROLLED', utc_timestamp(3), utc_timestamp(3), 1 from officer o join account a on a.officer_id = o.id where a.username = 'officer007'", session);
    String secret = feeds.open(caller("officer007"), null);
    assertTrue(feeds.read(secret).stream().anyMatch(row -> row.id() == session));
    assertFalse(feeds.read(feeds.open(caller("officer008"), null)).stream().anyMatch(row -> row.id() == session));
    String newer = feeds.open(caller("officer007"), null);
    assertThrows(NotFound.class, () -> feeds.read(secret));
    assertEquals(0, count("select count(*) from calendar_feed where hash = ?", newer.getBytes(java.nio.charset.StandardCharsets.US_ASCII)), "the secret itself is kept nowhere");
    change("update account set state = 'DISABLED' where username = 'officer007'");
    try {
      assertThrows(NotFound.class, () -> feeds.read(newer));
    } finally {
      change("update account set state = 'ACTIVE' where username = 'officer007'");
    }
    assertThrows(NotFound.class, () -> feeds.open(caller("unit01"), unit("区应急管理局")));
    String desk = feeds.open(caller("trainer"), unit("张汴乡"));
    assertTrue(feeds.read(desk).stream().anyMatch(row -> row.id() == session), "it is held there");
    assertFalse(feeds.read(feeds.open(caller("unit01"), caller("unit01").unitId())).stream().anyMatch(row -> row.id() == session));
    long id = feeds.of(caller("trainer")).stream().filter(row -> "张汴乡".equals(row.unit())).findFirst().orElseThrow().id();
    assertThrows(NotFound.class, () -> feeds.close(caller("unit01"), id));
    feeds.close(caller("trainer"), id);
    assertThrows(NotFound.class, () -> feeds.read(desk));
  }

  @Test
  default void a_month_with_500_sessions_is_read_at_once() {
    long host = unit("陕州区");
    for (int i = 0; i < 500; i++) change("insert into training_session (year, title, form, host_unit_id, place_unit_id, place, place_key, starts_at, ends_at, restricted, enrol_until, cancel_until, bucket, check_in_code, state, sequence, changed_at, version, number) values (2031, ?, 'MICRO_TALK', ?, ?, 'x', ?, ?, ?, 0, utc_timestamp(3), utc_timestamp(3), 'PROFESSIONAL', 0, 'PUBLISHED', 1, utc_timestamp(3), 1, ?)",
        "场次" + i, host, unit("张汴乡"), "x" + i, java.time.LocalDateTime.of(2031, 5, 1 + i % 28, 1, 0), java.time.LocalDateTime.of(2031, 5, 1 + i % 28, 3, 0), i + 1);
    TrainingSessions.Filter may = TrainingSessions.Filter.between(Instant.parse("2031-04-30T16:00:00Z"), Instant.parse("2031-05-31T16:00:00Z"));
    TrainingSessions sessions = bean(TrainingSessions.class);
    for (int i = 0; i < 30; i++) assertEquals(500, sessions.calendar(caller("trainer"), may).size());
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 50; i++) sessions.calendar(caller("trainer"), may);
    long micros = (threads.getCurrentThreadCpuTime() - before) / 50 / 1000;
    assertTrue(micros < 15_000, micros + " µs of the program's CPU; load/CalendarLoad measures the database's too");
    change("delete from training_session where year = 2031");
  }
}
