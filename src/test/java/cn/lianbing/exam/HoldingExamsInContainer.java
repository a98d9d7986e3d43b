package cn.lianbing.exam;

import static cn.lianbing.exam.AnExam.anExam;
import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scheduling, watching, releasing and ranking against the real database. */
public interface HoldingExamsInContainer {

  private static ExamTaking taking() {
    return bean(ExamTaking.class);
  }

  /** Answers every choice question as the key has it, or as it has not, and hands in. */
  private static long sat(String who, long exam, boolean right) {
    Caller officer = caller(who);
    long attempt = taking().start(officer, exam).attemptId();
    long seq = 0;
    for (Question question : bean(Papers.class).questions(count("select paper_id from attempt where id = ?", attempt))) {
      var item = bean(cn.lianbing.bank.Items.class).keyed(List.of(question.itemVersionId())).get(question.itemVersionId());
      if (item.version().content().type() == ItemType.FILL) continue;
      List<String> key = item.key().choice().stream().map(question::shown).toList();
      List<String> wrong = List.of(key.contains("A") ? "B" : "A");
      taking().save(officer, attempt, new ExamTaking.Sent(question.no(), new Answer(right ? key : wrong, null), ++seq));
    }
    taking().submit(officer, attempt, List.of());
    bean(Marking.class).mark(attempt);
    return attempt;
  }

  @Test
  default void too_few_items_are_said_when_the_exam_is_scheduled_line_by_line() {
    Invalid invalid = assertThrows(Invalid.class, () -> anExam().of(new Line(null, ItemType.SINGLE, 1, 5, 3, 10), new Line("国家赔偿", ItemType.FILL, 5, 5, 200, 10)).forOfficers("officer040").scheduled());
    assertEquals("blueprint", invalid.violations().get(0).field());
    assertEquals(List.of(2, 200), invalid.violations().get(0).arguments().subList(0, 2));
  }

  @Test
  default void items_of_a_law_version_that_is_not_in_force_on_the_day_are_not_drawn() {
    change("update law_version set until = '2026-01-01' where law = '国家赔偿法'");
    try {
      assertThrows(Invalid.class, () -> anExam().of(new Line("国家赔偿", ItemType.SINGLE, 1, 5, 1, 10)).forOfficers("officer040").scheduled());
    } finally {
      change("update law_version set until = null where law = '国家赔偿法'");
    }
  }

  @Test
  default void all_right_is_the_full_mark_and_marking_again_changes_nothing() {
    long exam = anExam().of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10), new Line(null, ItemType.MULTIPLE, 1, 5, 10, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 10, 10)).forOfficers("officer041", "officer042").scheduled();
    long good = sat("officer041", exam, true);
    long bad = sat("officer042", exam, false);
    assertEquals(400, count("select score from attempt where id = ?", good));
    assertEquals(0, count("select score from attempt where id = ?", bad));
    bean(Marking.class).mark(good);
    assertEquals(400, count("select score from attempt where id = ?", good));
    assertEquals(400, count("select sum(marks) from response_mark where attempt_id = ?", good));
    Results.Score score = bean(Results.class).score(caller("officer041"), good);
    assertEquals("优秀", score.band());
    assertTrue(score.passed());
  }

  @Test
  default void a_corrected_key_gives_new_marks_and_leaves_the_answers_alone() {
    long exam = anExam().of(new Line(null, ItemType.TRUE_FALSE, 1, 5, 5, 10)).forOfficers("officer043").scheduled();
    long attempt = sat("officer043", exam, true);
    Object before = ask("select group_concat(answer order by no) from response where attempt_id = ?", attempt);
    long version = count("select q.item_version_id from paper_question q join attempt a on a.paper_id = q.paper_id where a.id = ? and q.no = 1", attempt);
    change("insert into item_key (item_version_id, number, answer, created_at) select item_version_id, 2, if(answer like '%[\"A\"]%', '{\"blanks\":[],\"choice\":[\"B\"]}', '{\"blanks\":[],\"choice\":[\"A\"]}'), utc_timestamp(3) from item_key where item_version_id = ?", version);
    bean(Marking.class).mark(attempt);
    assertEquals(40, count("select score from attempt where id = ?", attempt));
    assertEquals(before, ask("select group_concat(answer order by no) from response where attempt_id = ?", attempt));
    change("delete from item_key where item_version_id = ? and number = 2", version);
  }

  @Test
  default void attack_2_results_show_when_their_rule_says_so_and_not_before() {
    for (Release rule : List.of(Release.AT_CLOSING, Release.BY_HAND)) {
      long exam = anExam().released(rule).forOfficers("officer044").scheduled();
      long attempt = sat("officer044", exam, true);
      Caller officer = caller("officer044");
      assertNull(bean(Results.class).score(officer, attempt));
      assertEquals("result-not-released", assertThrows(Refused.class, () -> bean(Results.class).of(officer, attempt, Texts.operators())).code());
      assertEquals("result-not-released", assertThrows(Refused.class, () -> bean(Boards.class).of(officer, exam, null)).code());
      assertNull(bean(Exams.class).mine(officer).stream().filter(one -> one.id() == exam).findFirst().orElseThrow().bestScore());
      change("update exam set closes_at = utc_timestamp(3) - interval 1 second where id = ?", exam);
      if (rule == Release.BY_HAND) {
        assertNull(bean(Results.class).score(officer, attempt));
        bean(ExamScheduling.class).release(caller("admin"), exam);
      }
      assertNotNull(bean(Results.class).score(officer, attempt));
      assertEquals(10, bean(Results.class).of(officer, attempt, Texts.operators()).lines().size());
    }
  }

  @Test
  default void extra_time_and_voiding_need_a_reason_and_are_audited() {
    long exam = anExam().forOfficers("officer045").scheduled();
    long attempt = taking().start(caller("officer045"), exam).attemptId();
    Caller admin = caller("admin");
    Instant before = taking().heartbeat(caller("officer045"), attempt).serverTime();
    assertThrows(Invalid.class, () -> bean(Invigilation.class).extend(admin, attempt, 10, " "));
    assertThrows(Invalid.class, () -> bean(Invigilation.class).extend(admin, attempt, 0, "停电"));
    Instant deadline = bean(Invigilation.class).extend(admin, attempt, 10, "停电十分钟");
    assertTrue(Duration.between(before, deadline).toMinutes() >= 68, "60 and 10 minutes");
    assertTrue(taking().heartbeat(caller("officer045"), attempt).remainingMillis() > Duration.ofMinutes(68).toMillis());
    assertEquals(1, count("select count(*) from audit_entry where action = 'exam.extend' and subject_id = ? and detail like '%停电%'", String.valueOf(attempt)));
    bean(Invigilation.class).annul(admin, attempt, "身份不符", false);
    assertEquals(1, count("select count(*) from audit_entry where action = 'exam.annul' and subject_id = ? and detail like '%身份不符%'", String.valueOf(attempt)));
    assertThrows(Refused.class, () -> bean(Invigilation.class).extend(admin, attempt, 10, "停电"));
  }

  @Test
  default void attack_17_a_unit_administrator_reaches_no_exam_beyond_the_own_unit() {
    long exam = anExam().forOfficers("officer001", "officer002").scheduled();
    long attempt = taking().start(caller("officer002"), exam).attemptId();
    Caller unit = caller("unit01");
    assertThrows(NotFound.class, () -> bean(Invigilation.class).extend(unit, attempt, 10, "停电"));
    assertThrows(NotFound.class, () -> bean(Invigilation.class).annul(unit, attempt, "停电", false));
    assertThrows(NotFound.class, () -> bean(ExamScheduling.class).cancel(unit, exam));
    assertThrows(NotFound.class, () -> bean(ExamScheduling.class).release(unit, exam));
    assertThrows(NotFound.class, () -> bean(Invigilation.class).board(unit, exam));
    assertThrows(NotFound.class, () -> anExam().forOfficers("officer002").scheduledBy(unit), "officer002 belongs to another unit");
    assertEquals("OPEN", ask("select state from attempt where id = ?", attempt));
    long own = anExam().forOfficers("officer001").scheduledBy(unit);
    assertEquals(1, bean(Invigilation.class).board(unit, own).seats().size());
  }

  @Test
  default void attack_16_a_unit_administrators_board_has_the_own_people_only() {
    long exam = anExam().forOfficers("officer001", "officer051", "officer101", "officer002").scheduled();
    sat("officer002", exam, true);
    sat("officer001", exam, false);
    Boards.View board = bean(Boards.class).of(caller("unit01"), exam, null);
    assertEquals(List.of(caller("officer001").officerId()), board.persons().stream().map(place -> place.entry().officerId()).toList());
    assertEquals(2, board.persons().get(0).rank(), "the place among all");
    assertEquals(List.of(caller("unit01").unitId()), board.units().stream().map(place -> place.unit().unitId()).toList());
  }

  @Test
  default void boards_rank_individuals_and_units_and_mask_names_for_officers() {
    long exam = anExam().of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10)).forOfficers("officer003", "officer053", "officer103", "officer004").withAttempts(2).scheduled();
    sat("officer003", exam, false);
    sat("officer003", exam, true);
    sat("officer053", exam, false);
    Boards.View board = bean(Boards.class).of(caller("officer053"), exam, null);
    assertEquals(2, board.persons().size(), "the best attempt counts, once");
    assertEquals(100, board.persons().get(0).entry().score());
    assertTrue(board.persons().get(0).entry().name().contains("*"));
    assertFalse(board.persons().get(1).entry().name().contains("*"), "the own name");
    assertEquals(2, board.ownPlace().rank());
    Ranking.UnitPlace unit = board.units().get(0);
    assertEquals(3, unit.expected());
    assertEquals(2, unit.sat());
    assertEquals("3.33", unit.unitScore().toPlainString());
    assertNull(board.units().get(1).rank(), "one expected is too few");
    assertTrue(board.provisional());
    assertFalse(bean(Boards.class).of(caller("admin"), exam, null).persons().get(0).entry().name().contains("*"));
  }

  @Test
  default void a_resit_is_for_those_who_did_not_pass_the_absent_among_them() {
    long exam = anExam().of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10)).forOfficers("officer061", "officer062", "officer063", "officer064").scheduled();
    sat("officer061", exam, true);
    sat("officer062", exam, false);
    bean(ExamScheduling.class).excuse(caller("admin"), exam, caller("officer064").officerId(), "出国");
    assertEquals("exam-not-over", assertThrows(Refused.class, () -> bean(ExamScheduling.class).scheduleResit(caller("admin"), exam, anExam().plan())).code());
    change("update exam set closes_at = utc_timestamp(3) - interval 1 second where id = ?", exam);
    long resit = bean(ExamScheduling.class).scheduleResit(caller("admin"), exam, anExam().plan());
    assertEquals(2, count("select count(*) from candidate where exam_id = ?", resit));
    assertThrows(NotFound.class, () -> taking().start(caller("officer061"), resit));
    assertTrue(taking().start(caller("officer063"), resit).fresh());
  }

  @Test
  default void whose_attempt_is_still_open_or_not_marked_has_not_failed() {
    long exam = anExam().of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10)).forOfficers("officer067", "officer068").scheduled();
    sat("officer067", exam, false);
    long extended = taking().start(caller("officer068"), exam).attemptId();
    change("update exam set closes_at = utc_timestamp(3) - interval 1 second where id = ?", exam);
    assertEquals(1, bean(ExamScheduling.class).toResit(caller("admin"), exam));
    long resit = bean(ExamScheduling.class).scheduleResit(caller("admin"), exam, anExam().plan());
    assertEquals(caller("officer067").officerId(), count("select officer_id from candidate where exam_id = ?", resit));
    bean(Invigilation.class).annul(caller("admin"), extended, "身份不符", false);
    assertEquals(2, bean(ExamScheduling.class).toResit(caller("admin"), exam));
  }

  @Test
  default void a_training_desk_watches_the_board_of_exams_that_it_reaches() {
    long exam = anExam().forOfficers("officer069").scheduled();
    sat("officer069", exam, true);
    Caller trainer = caller("trainer");
    assertTrue(bean(Exams.class).held(trainer, new cn.lianbing.platform.Page.Request(1, 200)).items().stream().anyMatch(row -> row.id() == exam));
    Boards.View board = bean(Boards.class).of(trainer, exam, null);
    assertFalse(board.persons().get(0).entry().name().contains("*"));
    Caller elsewhere = new Caller(trainer.accountId(), null, "-", caller("officer002").unitId(), caller("officer002").unitPath(), java.util.Set.of("TRAINER"), null, null);
    assertThrows(NotFound.class, () -> bean(Boards.class).of(elsewhere, exam, null), "another unit's desk reaches neither the exam nor its people");
  }

  @Test
  default void two_who_change_an_exam_at_once_leave_each_candidate_once() {
    Instant later = Instant.now().plus(Duration.ofHours(2));
    long exam = anExam().opening(later).closing(later.plus(Duration.ofHours(2))).forOfficers("officer070").scheduled();
    ExamPlan plan = anExam().opening(later).closing(later.plus(Duration.ofHours(2))).forOfficers("officer070", "officer071").plan();
    List<Object> outcomes = cn.lianbing.testing.Inside.atOnce(4, () -> {
      bean(ExamScheduling.class).change(caller("admin"), exam, plan);
      return "changed";
    });
    for (Object one : outcomes) assertTrue(one.equals("changed") || one instanceof Exception failed && cn.lianbing.platform.Collision.of(failed).isPresent(), one.toString());
    assertTrue(outcomes.contains("changed"), outcomes.toString());
    assertEquals(2, count("select count(*) from candidate where exam_id = ?", exam));
  }

  @Test
  default void an_exam_changes_before_it_opens_and_never_after() {
    Instant later = Instant.now().plus(Duration.ofHours(2));
    long exam = anExam().opening(later).closing(later.plus(Duration.ofHours(2))).forOfficers("officer065").scheduled();
    assertEquals("exam-not-open", assertThrows(Refused.class, () -> taking().start(caller("officer065"), exam)).code());
    bean(ExamScheduling.class).change(caller("admin"), exam, anExam().forOfficers("officer066").plan());
    assertEquals(1, count("select count(*) from candidate where exam_id = ?", exam));
    assertEquals("exam-started", assertThrows(Refused.class, () -> bean(ExamScheduling.class).cancel(caller("admin"), exam)).code());
    long other = anExam().opening(later).closing(later.plus(Duration.ofHours(2))).forOfficers("officer065").scheduled();
    bean(ExamScheduling.class).cancel(caller("admin"), other);
    assertThrows(NotFound.class, () -> taking().start(caller("officer065"), other));
  }
}
