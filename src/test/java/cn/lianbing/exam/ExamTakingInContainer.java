package cn.lianbing.exam;

import static cn.lianbing.exam.AnExam.anExam;
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

import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.paper.Papers;
import cn.lianbing.people.SignedOut;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hard class against the real database. Numbers in names are rows of attacks.md. */
public interface ExamTakingInContainer {

  private static ExamTaking taking() {
    return bean(ExamTaking.class);
  }

  private static long start(String who, long exam) {
    return taking().start(caller(who), exam).attemptId();
  }

  private static ExamTaking.Sent choice(int no, long seq, String... letters) {
    return new ExamTaking.Sent(no, new Answer(List.of(letters), null), seq);
  }

  private static String stored(long attempt, int no) {
    return (String) ask("select answer from response where attempt_id = ? and no = ?", attempt, no);
  }

  @Test
  default void a_stored_paper_is_what_its_seed_draws() {
    long attempt = start("officer010", anExam().forOfficers("officer010").scheduled());
    long paper = count("select paper_id from attempt where id = ?", attempt);
    assertEquals(bean(PaperAssembly.class).rebuild(paper), bean(Papers.class).questions(paper));
  }

  @Test
  default void starts_at_the_same_moment_make_one_attempt() {
    long exam = anExam().forOfficers("officer011").withAttempts(5).scheduled();
    Caller officer = caller("officer011");
    List<Object> outcomes = atOnce(6, () -> taking().start(officer, exam).attemptId());
    assertEquals(1, outcomes.stream().distinct().count(), outcomes.toString());
    assertEquals(1, count("select count(*) from attempt where exam_id = ?", exam));
  }

  @Test
  default void attack_8_the_highest_seq_wins_whatever_arrives_when() {
    long attempt = start("officer012", anExam().forOfficers("officer012").scheduled());
    Caller officer = caller("officer012");
    taking().save(officer, attempt, choice(1, 5, "B"));
    ExamTaking.Saved late = taking().save(officer, attempt, choice(1, 3, "A"));
    assertEquals(5, late.seq());
    assertFalse(late.stale());
    ExamTaking.Saved repeated = taking().save(officer, attempt, choice(1, 5, "B"));
    assertFalse(repeated.stale());
    ExamTaking.Saved rival = taking().save(officer, attempt, choice(1, 5, "C"));
    assertTrue(rival.stale(), "a second device with the same number must be told");
    assertTrue(stored(attempt, 1).contains("\"B\""));
  }

  @Test
  default void attack_8_two_devices_at_the_same_question_lose_nothing_and_break_nothing() {
    long attempt = start("officer013", anExam().forOfficers("officer013").scheduled());
    Caller officer = caller("officer013");
    java.util.concurrent.atomic.AtomicLong seq = new java.util.concurrent.atomic.AtomicLong();
    List<Object> outcomes = atOnce(8, () -> {
      for (int i = 0; i < 20; i++) {
        long mine = seq.incrementAndGet();
        taking().save(officer, attempt, choice(1, mine, mine % 2 == 0 ? "A" : "B"));
      }
      return "done";
    });
    assertTrue(outcomes.stream().allMatch("done"::equals), outcomes.toString());
    assertEquals(160, count("select seq from response where attempt_id = ? and no = 1", attempt));
    assertTrue(stored(attempt, 1).contains("\"A\""), "160 is even");
  }

  @Test
  default void attack_9_answers_that_do_not_fit_are_refused_and_nothing_is_stored() {
    long attempt = start("officer014", anExam().forOfficers("officer014").scheduled());
    Caller officer = caller("officer014");
    for (ExamTaking.Sent bad : List.of(choice(1, 1, "E"), choice(1, 1, "A", "B"), choice(1, 1, ""), choice(1, 1, "AB"), choice(99, 1, "A"), choice(7, 1, "C"),
        new ExamTaking.Sent(1, new Answer(null, List.of("x")), 1), new ExamTaking.Sent(1, new Answer(null, null), 1), new ExamTaking.Sent(9, new Answer(null, List.of("x".repeat(101))), 1), new ExamTaking.Sent(9, new Answer(null, List.of("a", "b", "c", "d")), 1)))
      assertEquals("unknown-option", assertThrows(Refused.class, () -> taking().save(officer, attempt, bad), bad.toString()).code());
    assertEquals(0, count("select count(*) from response where attempt_id = ?", attempt));
    assertEquals("OPEN", ask("select state from attempt where id = ?", attempt));
  }

  @Test
  default void attack_3_anothers_attempt_does_not_exist_and_the_try_is_audited() {
    long attempt = start("officer015", anExam().forOfficers("officer015").scheduled());
    Caller stranger = caller("officer016");
    long before = count("select count(*) from audit_entry where action = 'exam.foreignAttempt'");
    assertThrows(NotFound.class, () -> taking().save(stranger, attempt, choice(1, 1, "A")));
    assertThrows(NotFound.class, () -> taking().submit(stranger, attempt, List.of()));
    assertThrows(NotFound.class, () -> taking().heartbeat(stranger, attempt));
    assertThrows(NotFound.class, () -> bean(ExamPaper.class).of(stranger, attempt));
    assertThrows(NotFound.class, () -> bean(Results.class).of(stranger, attempt, cn.lianbing.platform.Texts.operators()));
    assertEquals(before + 5, count("select count(*) from audit_entry where action = 'exam.foreignAttempt'"));
    assertEquals(0, count("select count(*) from response where attempt_id = ?", attempt));
  }

  @Test
  default void attack_4_nothing_is_saved_after_hand_in() {
    long attempt = start("officer017", anExam().forOfficers("officer017").scheduled());
    Caller officer = caller("officer017");
    taking().save(officer, attempt, choice(1, 1, "A"));
    taking().submit(officer, attempt, List.of());
    assertEquals("attempt-closed", assertThrows(Refused.class, () -> taking().save(officer, attempt, choice(1, 2, "B"))).code());
    assertTrue(stored(attempt, 1).contains("\"A\""));
  }

  @Test
  default void attack_4_nothing_is_saved_after_the_deadline_and_its_grace() {
    long attempt = start("officer018", anExam().forOfficers("officer018").scheduled());
    Caller officer = caller("officer018");
    taking().save(officer, attempt, choice(1, 1, "A"));
    change("update attempt set deadline = utc_timestamp(3) - interval 2 second where id = ?", attempt);
    taking().save(officer, attempt, choice(1, 2, "B"));
    change("update attempt set deadline = utc_timestamp(3) - interval 11 second where id = ?", attempt);
    assertEquals("attempt-closed", assertThrows(Refused.class, () -> taking().save(officer, attempt, choice(1, 3, "C"))).code());
    assertTrue(stored(attempt, 1).contains("\"B\""), "what came within the grace stays");
  }

  @Test
  default void attack_4_nothing_is_saved_after_voiding() {
    long attempt = start("officer019", anExam().forOfficers("officer019").scheduled());
    Caller officer = caller("officer019");
    bean(Invigilation.class).annul(caller("admin"), attempt, "替考", false);
    assertEquals("attempt-closed", assertThrows(Refused.class, () -> taking().save(officer, attempt, choice(1, 3, "C"))).code());
    assertEquals("attempt-closed", assertThrows(Refused.class, () -> taking().submit(officer, attempt, List.of())).code());
    assertEquals("VOIDED", ask("select state from attempt where id = ?", attempt));
  }

  @Test
  default void attack_7_hand_ins_at_once_have_one_result() {
    long attempt = start("officer020", anExam().forOfficers("officer020").scheduled());
    Caller officer = caller("officer020");
    taking().save(officer, attempt, choice(1, 1, "A"));
    List<Object> outcomes = atOnce(6, () -> {
      taking().submit(officer, attempt, List.of());
      bean(Marking.class).mark(attempt);
      return ask("select concat(receipt, submitted_at, score) from attempt where id = ?", attempt);
    });
    assertEquals(1, outcomes.stream().distinct().count(), outcomes.toString());
    assertEquals(10, count("select count(*) from response_mark where attempt_id = ?", attempt));
  }

  @Test
  default void attack_7_an_overdue_attempt_is_closed_once_by_whoever_sweeps() {
    long attempt = start("officer021", anExam().forOfficers("officer021").scheduled());
    Caller officer = caller("officer021");
    taking().save(officer, attempt, choice(1, 1, "A"));
    // before it is overdue: from then on the program's own sweep may come first
    int version = (int) count("select version from attempt where id = ?", attempt);
    change("update attempt set deadline = utc_timestamp(3) - interval 11 second, started_at = started_at - interval 1 hour where id = ?", attempt);
    List<Object> outcomes = atOnce(6, () -> {
      bean(AttemptSweep.class).sweep();
      taking().submit(officer, attempt, List.of());
      return ask("select concat(state, receipt) from attempt where id = ?", attempt);
    });
    assertEquals(1, outcomes.stream().distinct().count(), outcomes.toString());
    assertTrue(outcomes.get(0).toString().startsWith("EXPIRED"), outcomes.toString());
    assertEquals(version + 1, count("select version from attempt where id = ?", attempt), "changed once");
    assertEquals(1, count("select submitted_at = deadline from attempt where id = ?", attempt));
    bean(AttemptSweep.class).sweep();
    assertEquals(1, count("select score is not null from attempt where id = ?", attempt), "and marked");
  }

  @Test
  default void saves_and_a_hand_in_at_once_leave_what_was_marked_equal_to_what_is_stored() {
    long attempt = start("officer022", anExam().forOfficers("officer022").scheduled());
    Caller officer = caller("officer022");
    java.util.concurrent.atomic.AtomicLong seq = new java.util.concurrent.atomic.AtomicLong();
    atOnce(6, () -> {
      for (int i = 0; i < 15; i++) {
        if (seq.get() == 40) taking().submit(officer, attempt, List.of());
        taking().save(officer, attempt, choice(1 + i % 4, seq.incrementAndGet(), "ABCD".substring(i % 4, i % 4 + 1)));
      }
      return null;
    });
    taking().submit(officer, attempt, List.of());
    bean(Marking.class).mark(attempt);
    Object marked = ask("select group_concat(no, ':', marks order by no) from response_mark where attempt_id = ?", attempt);
    assertEquals(0, count("select count(*) from response r join attempt a on a.id = r.attempt_id where a.id = ? and r.saved_at > a.submitted_at + interval 1 second", attempt));
    bean(Marking.class).mark(attempt);
    assertEquals(marked, ask("select group_concat(no, ':', marks order by no) from response_mark where attempt_id = ?", attempt));
  }

  @Test
  default void an_open_attempt_is_found_again_and_attempts_run_out() {
    long exam = anExam().forOfficers("officer023").scheduled();
    Caller officer = caller("officer023");
    long attempt = taking().start(officer, exam).attemptId();
    assertEquals(new ExamTaking.Started(attempt, false), taking().start(officer, exam));
    taking().submit(officer, attempt, List.of());
    assertEquals("no-attempts-left", assertThrows(Refused.class, () -> taking().start(officer, exam)).code());
    bean(Invigilation.class).annul(caller("admin"), attempt, "设备故障", false);
    ExamTaking.Started again = taking().start(officer, exam);
    assertTrue(again.fresh(), "a void attempt uses none up");
    bean(Invigilation.class).annul(caller("admin"), again.attemptId(), "替考", true);
    assertEquals("no-attempts-left", assertThrows(Refused.class, () -> taking().start(officer, exam)).code(), "unless the invigilator says so");
  }

  @Test
  default void who_is_no_candidate_sees_no_exam_and_who_is_excused_cannot_start() {
    long exam = anExam().forOfficers("officer024").scheduled();
    assertThrows(NotFound.class, () -> taking().start(caller("officer025"), exam));
    assertThrows(NotFound.class, () -> taking().start(caller("admin"), exam));
    bean(ExamScheduling.class).excuse(caller("admin"), exam, caller("officer024").officerId(), "病假");
    assertEquals("not-eligible", assertThrows(Refused.class, () -> taking().start(caller("officer024"), exam)).code());
  }

  @Test
  default void leaves_are_counted_from_returns_of_three_seconds_up() {
    long attempt = start("officer026", anExam().forOfficers("officer026").scheduled());
    Caller officer = caller("officer026");
    var leaves = taking().notice(officer, attempt, List.of(new ExamTaking.Noticed("PAGE_HIDDEN", null, null), new ExamTaking.Noticed("PAGE_VISIBLE", null, 2999L), new ExamTaking.Noticed("PAGE_VISIBLE", null, 3000L), new ExamTaking.Noticed("OFFLINE", null, 99999L)));
    assertEquals(new ExamTaking.Leaves(1, 3), leaves);
    assertThrows(cn.lianbing.platform.Invalid.class, () -> taking().notice(officer, attempt, List.of(new ExamTaking.Noticed("HACK", null, null))));
    assertThrows(cn.lianbing.platform.Invalid.class, () -> taking().notice(officer, attempt, java.util.Collections.nCopies(51, new ExamTaking.Noticed("ONLINE", null, null))));
  }

  @Test
  default void attack_20_the_exam_pages_token_opens_one_attempt_and_dies_at_sign_out() {
    long exam = anExam().forOfficers("officer027").withAttempts(2).scheduled();
    long first = start("officer027", exam);
    Caller officer = caller("officer027");
    AttemptTokens tokens = bean(AttemptTokens.class);
    String token = tokens.issue(officer, first);
    Caller page = tokens.read(token, "192.0.2.1").orElseThrow();
    taking().save(page, first, choice(1, 1, "A"));
    assertTrue(tokens.read(token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA"), null).isEmpty(), "a changed signature");
    CDI.current().getBeanManager().getEvent().fire(new SignedOut(officer));
    assertEquals("attempt-closed", assertThrows(Refused.class, () -> taking().save(page, first, choice(1, 2, "B"))).code());
    assertThrows(NotFound.class, () -> taking().submit(page, first, List.of()));
    taking().submit(officer, first, List.of());
    long second = start("officer027", exam);
    assertThrows(NotFound.class, () -> taking().save(page, second, choice(1, 1, "A")), "bound to the first");
  }

  @Test
  default void each_acknowledged_save_stands_in_the_journal_and_the_receipt_seals_what_is_stored() {
    long attempt = start("officer028", anExam().forOfficers("officer028").scheduled());
    Caller officer = caller("officer028");
    taking().save(officer, attempt, choice(1, 1, "A"));
    taking().save(officer, attempt, choice(1, 1, "A"));
    taking().save(officer, attempt, choice(2, 2, "B"));
    taking().save(officer, attempt, choice(1, 3, "C"));
    ExamTaking.HandedIn handedIn = taking().submit(officer, attempt, List.of(choice(3, 4, "D"), choice(1, 2, "A")));
    assertEquals(4, count("select count(*) from answer_journal where attempt_id = ?", attempt), "repeats and late ones add nothing");
    assertEquals(4, count("select journal_length from attempt where id = ?", attempt));
    assertEquals(1, count("select answers_hash is not null and seal is not null from attempt where id = ?", attempt));
    assertEquals(16, handedIn.code().length());
    assertEquals(handedIn, taking().submit(officer, attempt, List.of()));
  }

  @Test
  default void an_attempt_that_somebody_holds_delays_nobody_else() throws Exception {
    long exam = anExam().forOfficers("officer029", "officer030").scheduled();
    long held = start("officer029", exam);
    long free = start("officer030", exam);
    Caller one = caller("officer029");
    Caller other = caller("officer030");
    var waiting = new java.util.concurrent.CompletableFuture<ExamTaking.Saved>();
    try (var connection = ((javax.sql.DataSource) javax.naming.InitialContext.doLookup("java:app/jdbc/lianbing")).getConnection()) {
      connection.setAutoCommit(false);
      try (var lock = connection.prepareStatement("select id from attempt where id = ? for update")) {
        lock.setLong(1, held);
        lock.executeQuery();
      }
      bean(Answering.class).save(one, held, choice(1, 1, "A")).thenAccept(waiting::complete);
      bean(Answering.class).save(other, free, choice(1, 1, "B")).get(3, java.util.concurrent.TimeUnit.SECONDS);
      assertFalse(waiting.isDone());
      connection.rollback();
      connection.setAutoCommit(true);
    }
    assertEquals(1, waiting.get(3, java.util.concurrent.TimeUnit.SECONDS).seq());
  }

  @Test
  default void letters_are_written_and_read_without_a_parser_just_as_with_one() {
    for (List<String> letters : List.of(List.<String>of(), List.of("A"), List.of("A", "C", "D"))) {
      Answer answer = new Answer(letters, null);
      assertEquals(cn.lianbing.platform.Json.write(answer), answer.json());
      assertEquals(answer, Answer.read(answer.json()));
    }
    for (String odd : List.of("{\"choice\": [\"A\"]}", "{\"blanks\":[\"听证\"]}", "{\"choice\":[\"AB\"]}")) assertEquals(cn.lianbing.platform.Json.read(odd, Answer.class), Answer.read(odd));
  }

  @Test
  default void a_paper_drawn_ahead_is_the_one_that_the_start_takes_and_starts_at_once_make_one_attempt() {
    long exam = anExam().forOfficers("officer031", "officer032").withAttempts(2).scheduled();
    bean(PaperDrawing.class).draw(exam);
    assertEquals(new DrawnPapers.Progress(2, 2), bean(DrawnPapers.class).progress(exam));
    Caller officer = caller("officer031");
    long paper = count("select paper_id from drawn_paper where exam_id = ? and officer_id = ?", exam, officer.officerId());
    List<Object> outcomes = atOnce(6, () -> bean(DrawnPapers.class).start(officer, exam).attemptId());
    assertEquals(1, outcomes.stream().distinct().count(), outcomes.toString());
    long attempt = (Long) outcomes.get(0);
    assertEquals(paper, count("select paper_id from attempt where id = ?", attempt));
    assertEquals(bean(PaperAssembly.class).rebuild(paper), bean(Papers.class).questions(paper));
    assertEquals(1, count("select deadline = started_at + interval 60 minute and number = 1 and version = 1 from attempt where id = ?", attempt));
    taking().save(officer, attempt, choice(1, 1, "A"));
    taking().submit(officer, attempt, List.of());
    long second = bean(DrawnPapers.class).start(officer, exam).attemptId();
    assertTrue(second != attempt, "no paper was drawn for the second attempt yet: it is drawn now");
    taking().submit(officer, second, List.of());
    bean(PaperDrawing.class).draw(exam);
    assertEquals("no-attempts-left", assertThrows(Refused.class, () -> bean(DrawnPapers.class).start(officer, exam)).code());
  }

  @Test
  default void a_drawn_paper_opens_no_exam_that_the_rules_keep_closed() {
    long early = anExam().forOfficers("officer033").opening(java.time.Instant.now().plusSeconds(3600)).scheduled();
    bean(PaperDrawing.class).draw(early);
    assertEquals("exam-not-open", assertThrows(Refused.class, () -> bean(DrawnPapers.class).start(caller("officer033"), early)).code());
    long open = anExam().forOfficers("officer033").scheduled();
    bean(PaperDrawing.class).draw(open);
    bean(ExamScheduling.class).excuse(caller("admin"), open, caller("officer033").officerId(), "病假");
    assertEquals("not-eligible", assertThrows(Refused.class, () -> bean(DrawnPapers.class).start(caller("officer033"), open)).code());
    assertThrows(NotFound.class, () -> bean(DrawnPapers.class).start(caller("officer034"), open));
    assertThrows(NotFound.class, () -> bean(DrawnPapers.class).start(caller("admin"), open));
  }

  @Test
  default void attack_27_answers_changed_past_the_program_are_found_by_receipt_and_by_exam() {
    long exam = anExam().forOfficers("officer035").scheduled();
    long attempt = start("officer035", exam);
    Caller officer = caller("officer035");
    taking().save(officer, attempt, choice(1, 1, "A"));
    taking().save(officer, attempt, choice(2, 2, "B"));
    ExamTaking.HandedIn handedIn = taking().submit(officer, attempt, List.of());
    HandInCheck check = bean(HandInCheck.class);
    HandInCheck.Proof proof = check.verify(handedIn.receipt(), handedIn.code()).orElseThrow();
    assertTrue(proof.agrees());
    assertEquals(2, proof.answers());
    assertTrue(check.verify(handedIn.receipt(), "AAAAAAAAAAAAAAAA").isEmpty());
    assertTrue(check.verify("ZZZZ-ZZZZ", handedIn.code()).isEmpty());
    assertTrue(check.check(caller("admin"), exam).intact());
    assertThrows(NotFound.class, () -> check.check(officer, exam));

    change("update response set answer = '{\"choice\":[\"D\"]}' where attempt_id = ? and no = 1", attempt);
    assertFalse(check.verify(handedIn.receipt(), handedIn.code()).orElseThrow().agrees());
    assertEquals(List.of("ANSWERS", "CHANGED"), check.check(caller("admin"), exam).findings().stream().map(HandInCheck.Finding::what).sorted().toList());
    change("update answer_journal set answer = '{\"choice\":[\"D\"]}' where attempt_id = ? and no = 1", attempt);
    assertTrue(check.check(caller("admin"), exam).findings().stream().anyMatch(one -> one.what().equals("JOURNAL")), "nor does it help to change the journal");
    change("delete from answer_journal where attempt_id = ? and n = 2", attempt);
    assertTrue(check.check(caller("admin"), exam).findings().stream().anyMatch(one -> one.what().equals("ANSWERS")), "nor to cut it");
  }
}
