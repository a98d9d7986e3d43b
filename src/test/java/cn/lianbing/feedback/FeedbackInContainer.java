package cn.lianbing.feedback;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Feedback, quizzes and tasks against the real database. */
public interface FeedbackInContainer {
  int FIRST_OFFICER = 101;

  private static FeedbackGiving giving() {
    return bean(FeedbackGiving.class);
  }

  /** A session of the district that ended an hour ago, which the first so many officers came to. */
  private static long held(int came) {
    long session = session("date_sub(utc_timestamp(3), interval 3 hour)", "date_sub(utc_timestamp(3), interval 1 hour)", "HELD");
    for (int i = 0; i < came; i++) attend(session, officer(i).officerId());
    return session;
  }

  private static long session(String from, String to, String state) {
    long number = count("select coalesce(max(number), 0) + 1 from training_session where year = 2019");
    change("insert into training_session (year, number, title, form, host_unit_id, place_unit_id, place, place_key, starts_at, ends_at, restricted, enrol_until, cancel_until, bucket, check_in_code, state, sequence, changed_at, version) values (2019, ?, '反馈测试', 'MICRO_TALK', 1, 1, '一楼', '一楼', "
        + from + ", " + to + ", false, " + from + ", " + from + ", 'PROFESSIONAL', false, ?, 1, utc_timestamp(3), 1)", number, state);
    return count("select id from training_session where year = 2019 and number = ?", number);
  }

  private static void attend(long session, long officer) {
    change("insert into attendance (session_id, officer_id, unit_id, state, minutes, method, recorded_at, version) select ?, id, unit_id, 'PRESENT', 120, 'LIST', utc_timestamp(3), 1 from officer where id = ?", session, officer);
  }

  private static void enrol(long session, long officer) {
    change("insert into enrolment (session_id, officer_id, unit_id, state, queued_at, changed_at, version) select ?, id, unit_id, 'ENROLLED', utc_timestamp(3), utc_timestamp(3), 1 from officer where id = ?", session, officer);
  }

  private static Caller officer(int i) {
    return caller("officer%03d".formatted(FIRST_OFFICER + i));
  }

  private static void open(long session) {
    bean(FeedbackCollecting.class).open(caller("trainer"), session, 1, null);
  }

  private static FeedbackGiving.Given all(int score, String remark) {
    return new FeedbackGiving.Given(Collections.nCopies(5, score), remark);
  }

  private static Optional<FeedbackForms.Result> result(long session) {
    return bean(FeedbackForms.class).result(caller("trainer"), session);
  }

  private static String code(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(Refused.class, action).code();
  }

  @Test
  default void who_came_takes_one_ticket_and_a_ticket_answers_once() {
    long session = held(2);
    assertThrows(NotFound.class, () -> giving().draw(officer(0), session), "nothing is collected yet");
    open(session);
    assertEquals("feedback-exists", code(() -> open(session)));
    String ticket = giving().draw(officer(0), session);
    assertEquals("feedback-drawn", code(() -> giving().draw(officer(0), session)));
    assertThrows(NotFound.class, () -> giving().draw(officer(5), session), "attack 3: was not there");
    assertThrows(NotFound.class, () -> giving().draw(caller("trainer"), session));
    assertEquals("反馈测试", giving().asked(ticket).title());
    giving().give(ticket, all(5, "好"));
    assertEquals("feedback-used", code(() -> giving().give(ticket, all(1, null))));
    assertEquals("feedback-used", code(() -> giving().asked(ticket)));
    assertEquals(1, count("select count(*) from feedback_score where session_id = ?", session));
  }

  @Test
  default void attack_22_a_forged_or_altered_ticket_opens_nothing() {
    long session = held(1);
    open(session);
    String ticket = giving().draw(officer(0), session);
    char last = ticket.charAt(20);
    List<String> forged = new ArrayList<>(List.of("", "x", "A".repeat(54), "A".repeat(100_000), ticket.substring(1), ticket + "A", ticket.substring(0, 20) + (last == 'A' ? 'B' : 'A') + ticket.substring(21), "' or 1=1 --"));
    forged.add(null);
    for (String one : forged) assertEquals("feedback-ticket", code(() -> giving().give(one, all(1, null))), String.valueOf(one));
    assertEquals(0, count("select count(*) from feedback_score where session_id = ?", session));
  }

  @Test
  default void one_ticket_used_by_eight_at_once_answers_once() {
    long session = held(1);
    open(session);
    String ticket = giving().draw(officer(0), session);
    List<Object> outcomes = atOnce(8, () -> {
      giving().give(ticket, all(4, "同时"));
      return "stored";
    });
    assertEquals(1, outcomes.stream().filter("stored"::equals).count(), outcomes.toString());
    assertTrue(outcomes.stream().filter(one -> !"stored".equals(one)).allMatch(one -> one instanceof Refused refused && refused.code().equals("feedback-used")), outcomes.toString());
    assertEquals(1, count("select count(*) from feedback_score where session_id = ?", session));
    List<Object> drawn = atOnce(8, () -> giving().draw(officer(0), session));
    assertTrue(drawn.stream().allMatch(one -> one instanceof Refused), drawn.toString());
  }

  @Test
  default void attack_9_answers_of_a_wrong_shape_leave_the_ticket_usable() {
    long session = held(1);
    open(session);
    String ticket = giving().draw(officer(0), session);
    List<FeedbackGiving.Given> wrong = new ArrayList<>(List.of(all(0, null), all(6, null), new FeedbackGiving.Given(null, null), new FeedbackGiving.Given(List.of(5, 5, 5, 5), null), new FeedbackGiving.Given(Collections.nCopies(6, 5), null), all(5, "长".repeat(501))));
    wrong.add(new FeedbackGiving.Given(Collections.nCopies(5, null), null));
    for (FeedbackGiving.Given given : wrong) assertThrows(Invalid.class, () -> giving().give(ticket, given), given.toString());
    giving().give(ticket, all(3, " "));
    assertEquals(0, count("select count(*) from feedback_remark where session_id = ?", session), "an empty remark is none");
  }

  @Test
  default void nothing_is_shown_while_it_is_open_nor_of_four_answers_and_all_of_five() {
    long four = held(4);
    long five = held(5);
    for (long session : List.of(four, five)) open(session);
    for (int i = 0; i < 5; i++) {
      if (i < 4) giving().give(giving().draw(officer(i), four), all(1, "四份之一"));
      giving().give(giving().draw(officer(i), five), all(i % 2 == 0 ? 5 : 4, i == 0 ? "多讲案例" : null));
    }
    for (long session : List.of(four, five)) {
      FeedbackForms.Result open = result(session).orElseThrow();
      assertFalse(open.shown());
      assertTrue(open.questions().isEmpty() && open.remarks().isEmpty());
      bean(FeedbackCollecting.class).close(caller("trainer"), session);
    }
    FeedbackForms.Result few = result(four).orElseThrow();
    assertEquals(4, few.answers());
    assertTrue(!few.shown() && few.questions().isEmpty() && few.remarks().isEmpty(), few.toString());
    assertEquals(0, count("select count(*) from feedback_form where session_id = ? and (overall_sum is not null or lecturer_sum is not null)", four));
    FeedbackForms.Result enough = result(five).orElseThrow();
    assertEquals(List.of(0, 0, 0, 2, 3), enough.questions().get(4).counts());
    assertEquals(460, enough.questions().get(4).mean());
    assertEquals(List.of("多讲案例"), enough.remarks());
    assertEquals(23, count("select overall_sum from feedback_form where session_id = ?", five));
    FeedbackForms.Row row = bean(FeedbackForms.class).page(caller("trainer"), "CLOSED", new Page.Request(1, 200)).items().stream().filter(one -> one.sessionId() == five).findFirst().orElseThrow();
    assertEquals(460, row.overall());
  }

  /**
   * The same people give the same answers, but each gives another one's: as far as the database is concerned nothing is different.
   * All that is left beside what was said is random, and differs between two runs of one and the same story as well.
   */
  @Test
  default void the_database_is_the_same_whoever_gave_which_answer() {
    int people = 12;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < people; i++) order.add(i);
    long one = held(people);
    long other = held(people);
    open(one);
    open(other);
    long audited = count("select count(*) from audit_entry");
    for (int i = 0; i < people; i++) giving().give(giving().draw(officer(i), one), all(1 + i % 5, "意见" + i));
    Collections.shuffle(order, new Random(7));
    for (int i = 0; i < people; i++) giving().give(giving().draw(officer(i), other), all(1 + order.get(i) % 5, "意见" + order.get(i)));
    assertEquals(audited, count("select count(*) from audit_entry"), "neither step is in the audit log");
    for (String what : List.of("select group_concat(concat(s1, s2, s3, s4, s5) order by s1, s2, s3, s4, s5) from feedback_score where session_id = ?", "select group_concat(remark order by remark) from feedback_remark where session_id = ?", "select group_concat(officer_id order by officer_id) from feedback_draw where session_id = ?", "select count(*) from feedback_used where session_id = ?"))
      assertEquals(String.valueOf(ask(what, one)), String.valueOf(ask(what, other)), what);
  }

  @Test
  default void no_column_beside_an_answer_can_name_a_person_a_time_or_an_order() {
    String columns = "select group_concat(concat(column_name, ' ', data_type) order by ordinal_position) from information_schema.columns where table_schema = database() and table_name = ?";
    assertEquals("id binary,session_id bigint,s1 tinyint,s2 tinyint,s3 tinyint,s4 tinyint,s5 tinyint", ask(columns, "feedback_score"));
    assertEquals("id binary,session_id bigint,remark varchar", ask(columns, "feedback_remark"));
    assertEquals("ticket binary,session_id bigint", ask(columns, "feedback_used"));
    assertEquals("session_id bigint,officer_id bigint", ask(columns, "feedback_draw"));
    assertEquals(0, count("select count(*) from information_schema.columns where table_schema = database() and table_name like 'feedback\\_%' and extra like '%auto_increment%' and table_name <> 'feedback_template'"));
  }

  @Test
  default void the_order_of_the_rows_tells_nothing_about_the_order_of_the_answers() {
    int people = 40;
    long session = held(people);
    open(session);
    for (int i = 0; i < people; i++) giving().give(giving().draw(officer(i), session), all(1 + i % 5, "第%02d个".formatted(i)));
    // as the table lies on the disk, and as its index does
    for (String by : List.of("id", "session_id, id")) {
      String found = (String) ask("select group_concat(remark order by " + by + ") from feedback_remark where session_id = ?", session);
      List<Integer> places = java.util.Arrays.stream(found.split(",")).map(text -> Integer.parseInt(text.substring(1, 3))).toList();
      double sum = 0;
      for (int i = 0; i < people; i++) sum += (i - (people - 1) / 2.0) * (places.get(i) - (people - 1) / 2.0);
      double correlation = sum / ((people - 1.0) * people * (people + 1.0) / 12);
      assertTrue(Math.abs(correlation) < 0.65, by + ": " + correlation); // four standard deviations: chance alone reaches it about once in 20,000 runs
    }
    assertNotEquals(ask("select group_concat(hex(id) order by id) from feedback_remark where session_id = ?", session), ask("select group_concat(hex(id) order by id) from feedback_score where session_id = ?", session), "remarks and scores have keys of their own");
  }

  @Test
  default void a_ticket_stands_nowhere_in_the_database_and_its_hash_in_one_place() {
    long session = held(1);
    open(session);
    String ticket = giving().draw(officer(0), session);
    giving().give(ticket, all(2, "查不到"));
    String hash = java.util.HexFormat.of().formatHex(FeedbackTickets.hash(ticket));
    List<String> found = new ArrayList<>();
    String tables = (String) ask("select group_concat(concat(table_name, '.', column_name) separator ';') from (select table_name, column_name from information_schema.columns where table_schema = database() and data_type in ('varchar', 'char', 'text', 'longtext', 'mediumtext', 'binary', 'varbinary')) x");
    for (String column : tables.split(";")) {
      String[] name = column.split("\\.");
      if (count("select count(*) from `" + name[0] + "` where `" + name[1] + "` = ? or cast(`" + name[1] + "` as char) like ? or hex(`" + name[1] + "`) = ?", ticket, "%" + ticket + "%", hash) > 0) found.add(column);
    }
    assertEquals(List.of("feedback_used.ticket"), found);
    bean(FeedbackCollecting.class).close(caller("trainer"), session);
    assertEquals(0, count("select (select count(*) from feedback_used where session_id = ?) + (select count(*) from feedback_draw where session_id = ?)", session, session), "closed, neither is needed");
  }

  @Test
  default void a_form_closes_at_its_time_for_good() {
    long session = held(2);
    open(session);
    String late = giving().draw(officer(0), session);
    change("update feedback_form set closes_at = date_sub(utc_timestamp(3), interval 1 second) where session_id = ?", session);
    assertEquals("feedback-closed", code(() -> giving().give(late, all(5, null))), "even before the sweep");
    assertEquals("feedback-closed", code(() -> giving().draw(officer(1), session)));
    bean(FeedbackSweep.class).sweep();
    assertEquals("CLOSED", ask("select state from feedback_form where session_id = ?", session));
    assertEquals("feedback-closed", code(() -> bean(FeedbackCollecting.class).slips(caller("trainer"), session, 5)));
    assertEquals("feedback-closed", code(() -> bean(FeedbackCollecting.class).close(caller("trainer"), session)));
  }

  @Test
  default void slips_answer_without_an_account_and_a_low_satisfaction_makes_a_task() {
    long session = held(0);
    open(session);
    List<String> slips = bean(FeedbackCollecting.class).slips(caller("trainer"), session, 6);
    for (String slip : slips) giving().give(slip, all(2, null));
    assertThrows(Invalid.class, () -> bean(FeedbackCollecting.class).slips(caller("trainer"), session, 495));
    bean(FeedbackCollecting.class).close(caller("trainer"), session);
    FollowUps.Row task = bean(FollowUps.class).page(caller("trainer"), FollowUp.State.OPEN, session, new Page.Request(1, 10)).items().get(0);
    assertEquals(FollowUp.Source.LOW_RATING, task.source());
    assertTrue(task.task().contains("2.00") && task.task().contains("6"), task.task());
    assertThrows(Invalid.class, () -> bean(FollowUps.class).settle(caller("trainer"), task.id(), true, " "));
    bean(FollowUps.class).settle(caller("trainer"), task.id(), true, "已回访");
    assertEquals("task-settled", code(() -> bean(FollowUps.class).settle(caller("trainer"), task.id(), false, "再来")));
  }

  @Test
  default void attacks_16_and_17_another_unit_neither_reads_nor_steers_feedback_quizzes_and_tasks() {
    long session = held(5);
    open(session);
    long future = session("date_add(utc_timestamp(3), interval 2 day)", "date_add(utc_timestamp(3), interval 50 hour)", "PUBLISHED");
    long task = bean(FollowUps.class).add(caller("trainer"), session, "回访", null);
    for (Caller other : List.of(caller("unit01"), officer(0))) {
      assertThrows(NotFound.class, () -> bean(FeedbackForms.class).result(other, session));
      assertThrows(NotFound.class, () -> bean(FeedbackCollecting.class).open(other, future, 1, null));
      assertThrows(NotFound.class, () -> bean(FeedbackCollecting.class).close(other, session));
      assertThrows(NotFound.class, () -> bean(FeedbackCollecting.class).slips(other, session, 1));
      assertThrows(NotFound.class, () -> bean(Quizzes.class).make(other, future, List.of("行政处罚"), 1));
      assertThrows(NotFound.class, () -> bean(Quizzes.class).view(other, session));
      assertThrows(NotFound.class, () -> bean(FollowUps.class).add(other, session, "x", null));
      assertThrows(NotFound.class, () -> bean(FollowUps.class).settle(other, task, true, "x"));
      assertThrows(NotFound.class, () -> bean(FeedbackTemplates.class).save(other, null, "x", List.of()));
      assertTrue(bean(FeedbackForms.class).page(other, null, new Page.Request(1, 200)).items().stream().noneMatch(one -> one.sessionId() == session));
      assertTrue(bean(FollowUps.class).page(other, null, null, new Page.Request(1, 200)).items().stream().noneMatch(one -> one.sessionId() == session));
    }
    assertThrows(NotFound.class, () -> bean(FeedbackCollecting.class).close(caller("auditor"), session));
  }

  @Test
  default void feedback_is_collected_from_the_beginning_on_and_not_of_what_was_called_off() {
    long future = session("date_add(utc_timestamp(3), interval 2 day)", "date_add(utc_timestamp(3), interval 50 hour)", "PUBLISHED");
    assertEquals("feedback-early", code(() -> open(future)));
    long off = session("date_sub(utc_timestamp(3), interval 2 hour)", "utc_timestamp(3)", "CANCELLED");
    assertEquals("feedback-session", code(() -> open(off)));
    long session = held(0);
    assertThrows(Invalid.class, () -> bean(FeedbackCollecting.class).open(caller("trainer"), session, 1, java.time.Instant.now().plusSeconds(61 * 86400L)));
    assertThrows(NotFound.class, () -> bean(FeedbackCollecting.class).open(caller("trainer"), session, 999_999, null));
  }

  @Test
  default void a_quiz_asks_nothing_twice_tells_no_key_early_and_shows_the_gain_of_each_topic() {
    long session = session("date_add(utc_timestamp(3), interval 2 day)", "date_add(utc_timestamp(3), interval 50 hour)", "PUBLISHED");
    List<String> topics = topics();
    bean(Quizzes.class).make(caller("trainer"), session, topics, 2);
    assertEquals("quiz-exists", code(() -> bean(Quizzes.class).make(caller("trainer"), session, topics, 2)));
    QuizTaking taking = bean(QuizTaking.class);
    assertThrows(NotFound.class, () -> taking.sheet(officer(9), session), "has no place");
    List<QuizTaking.Sheet> before = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      enrol(session, officer(i).officerId());
      before.add(taking.sheet(officer(i), session));
      assertEquals(4, before.get(i).questions().size());
      QuizTaking.Outcome outcome = taking.handIn(officer(i), session, List.of());
      assertEquals(0, outcome.right());
      assertTrue(outcome.reasons().isEmpty(), "attack 1");
    }
    Caller first = officer(0);
    assertEquals("quiz-handed-in", code(() -> taking.handIn(first, session, List.of())));
    assertTrue(before.stream().map(QuizTaking.Sheet::questions).distinct().count() <= 2);
    change("update training_session set starts_at = date_sub(utc_timestamp(3), interval 1 hour) where id = ?", session);
    assertEquals("quiz-pause", code(() -> taking.sheet(first, session)));
    change("update training_session set ends_at = date_sub(utc_timestamp(3), interval 1 minute) where id = ?", session);
    for (int i = 0; i < 6; i++) {
      QuizTaking.Sheet after = taking.sheet(officer(i), session);
      List<String> stems = before.get(i).questions().stream().map(QuizTaking.Question::stem).toList();
      assertTrue(after.questions().stream().map(QuizTaking.Question::stem).noneMatch(stems::contains), "nothing is asked twice");
      QuizTaking.Outcome outcome = taking.handIn(officer(i), session, firstTopicRight(session, officer(i)));
      assertEquals(2, outcome.right());
      assertEquals(4, outcome.reasons().size());
      assertTrue(outcome.reasons().get(0).correct());
    }
    assertTrue(bean(Quizzes.class).view(caller("trainer"), session).orElseThrow().gains().isEmpty(), "not while sheets come in");
    change("update quiz set after_until = date_sub(utc_timestamp(3), interval 1 second) where session_id = ?", session);
    List<Quizzes.Gain> gains = bean(Quizzes.class).view(caller("trainer"), session).orElseThrow().gains();
    assertEquals(List.of(new Quizzes.Gain(topics.get(0), 12, 0, 12), new Quizzes.Gain(topics.get(1), 12, 0, 0)), gains);
    bean(FeedbackSweep.class).sweep();
    List<FollowUps.Row> tasks = bean(FollowUps.class).page(caller("trainer"), null, session, new Page.Request(1, 10)).items();
    assertEquals(List.of(FollowUp.Source.LOW_GAIN), tasks.stream().map(FollowUps.Row::source).toList());
    assertTrue(tasks.get(0).task().contains(topics.get(1)), tasks.get(0).task());
    assertEquals("quiz-over", code(() -> taking.sheet(officer(7).officerId() == null ? officer(7) : officer(0), session)));
  }

  private static List<String> topics() {
    String found = (String) ask("select group_concat(path separator ';') from (select t.path path from item i join item_version v on v.id = i.latest_version_id join topic t on t.id = v.topic_id where i.state = 'IN_USE' and v.type = 'SINGLE' and t.path like '%/%' group by t.path having count(*) >= 4 order by count(*) desc, t.path limit 2) x");
    return List.of(found.split(";"));
  }

  /** What the second part asks of the first topic answered as the key has it, the other questions left open. */
  private static List<QuizTaking.Answer> firstTopicRight(long session, Caller officer) {
    String first = (String) ask("select form from quiz_sheet where session_id = ? and officer_id = ? and part = 'BEFORE'", session, officer.officerId());
    String ids = (String) ask("select form_" + (first.equals("A") ? "b" : "a") + " from quiz where session_id = ?", session);
    List<QuizTaking.Answer> answers = new ArrayList<>();
    String[] versions = ids.replaceAll("[\\[\\]\\s]", "").split(",");
    for (int i = 0; i < 2; i++) {
      long version = Long.parseLong(versions[i]);
      answers.add(new QuizTaking.Answer(i + 1, bean(Items.class).keyed(List.of(version)).get(version).key().choice()));
    }
    return answers;
  }

  @Test
  default void attack_9_quiz_answers_that_do_not_fit_are_refused_and_the_part_stays_open() {
    long session = session("date_add(utc_timestamp(3), interval 2 day)", "date_add(utc_timestamp(3), interval 50 hour)", "PUBLISHED");
    bean(Quizzes.class).make(caller("trainer"), session, topics(), 1);
    enrol(session, officer(0).officerId());
    QuizTaking taking = bean(QuizTaking.class);
    List<List<QuizTaking.Answer>> wrong = new ArrayList<>(List.of(List.of(new QuizTaking.Answer(0, List.of("A"))), List.of(new QuizTaking.Answer(3, List.of("A"))), List.of(new QuizTaking.Answer(1, List.of("Z"))), List.of(new QuizTaking.Answer(1, List.of("AB"))), Collections.nCopies(3, new QuizTaking.Answer(1, List.of()))));
    wrong.add(null);
    wrong.add(Collections.singletonList(null));
    for (List<QuizTaking.Answer> answers : wrong) assertThrows(Invalid.class, () -> taking.handIn(officer(0), session, answers), String.valueOf(answers));
    assertEquals(2, taking.sheet(officer(0), session).questions().size());
    List<Object> outcomes = atOnce(6, () -> taking.handIn(officer(0), session, List.of()));
    assertEquals(1, outcomes.stream().filter(QuizTaking.Outcome.class::isInstance).count(), outcomes.toString());
    assertEquals(1, count("select count(*) from quiz_sheet where session_id = ?", session));
    assertThrows(Invalid.class, () -> bean(Quizzes.class).make(caller("trainer"), session("date_add(utc_timestamp(3), interval 2 day)", "date_add(utc_timestamp(3), interval 50 hour)", "PUBLISHED"), List.of("没有这个知识点"), 1));
  }
}
