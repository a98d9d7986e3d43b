package cn.lianbing.proposal;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.atOnce;
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
import cn.lianbing.exam.ExamPlan;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.training.SessionPlanning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an exam's marks to a draft, against the real database. */
public interface ProposalInContainer {
  List<String> BAD = List.of("D01", "D09");
  List<String> GOOD = List.of("D12", "D13");
  String FEW = "D11";

  private static long unit(String code) {
    return count("select id from unit where code = ?", code);
  }

  private static long officer(String code, int nth) {
    return count("select id from officer where unit_id = ? order by id limit 1 offset " + nth, unit(code));
  }

  /** Six of each unit and four of {@link #FEW}; those of the bad units and the few are right never or always in 行政处罚, everybody is right in 行政复议. */
  private static long exam(int daysAgo, Release release, boolean badAreRight) {
    Caller admin = caller("admin");
    long blueprint = bean(BlueprintEditing.class).save(admin, null, "建议测试蓝图", List.of(new Line("行政处罚", ItemType.SINGLE, 1, 5, 6, 10), new Line("行政复议", ItemType.SINGLE, 1, 5, 6, 10)));
    Instant opens = Instant.now().minus(Duration.ofDays(daysAgo));
    List<Long> few = java.util.stream.IntStream.range(0, 4).mapToObj(nth -> officer(FEW, nth)).toList();
    List<Long> whole = java.util.stream.Stream.concat(BAD.stream(), GOOD.stream()).map(ProposalInContainer::unit).toList();
    ExamPlan plan = new ExamPlan("建议测试考试" + daysAgo, blueprint, opens, opens.plus(Duration.ofDays(1)), 60, 2, 80, List.of(), MultipleRule.STRICT, 3, release, whole, few);
    long exam = bean(ExamScheduling.class).scheduleAsOf(admin, plan, opens.minus(Duration.ofDays(1)));
    for (String code : BAD) for (int nth = 0; nth < 6; nth++) sat(exam, officer(code, nth), badAreRight);
    for (String code : GOOD) for (int nth = 0; nth < 6; nth++) sat(exam, officer(code, nth), true);
    for (long one : few) sat(exam, one, false);
    return exam;
  }

  /** A worse attempt, which does not count, and the one that does. */
  private static void sat(long exam, long officer, boolean right) {
    attempt(exam, officer, 1, "0");
    attempt(exam, officer, 2, right ? "q.marks" : "if(t.path like '行政处罚%', 0, q.marks)");
  }

  private static void attempt(long exam, long officer, int number, String marks) {
    long paper = bean(PaperAssembly.class).draw(count("select pool_id from exam where id = ?", exam), officer);
    change("insert into attempt (exam_id, officer_id, number, paper_id, state, started_at, deadline, submitted_at, receipt, last_seen_at, version, score) select id, ?, ?, ?, 'SUBMITTED', opens_at, closes_at, opens_at + interval 10 minute, ?, opens_at, 1, 0 from exam where id = ?",
        officer, number, paper, "T" + exam + "-" + officer + "-" + number, exam);
    long attempt = count("select id from attempt where exam_id = ? and officer_id = ? and number = ?", exam, officer, number);
    change("insert into response_mark (attempt_id, no, marks, item_key_id) select ?, q.no, " + marks + ", 1 from paper_question q join item_version v on v.id = q.item_version_id join topic t on t.id = v.topic_id where q.paper_id = ?", attempt, paper);
    change("update attempt set score = (select sum(marks) from response_mark where attempt_id = ?) where id = ?", attempt, attempt);
  }

  private static ProposalFinding finding() {
    return bean(ProposalFinding.class);
  }

  private static ProposalDeciding deciding() {
    return bean(ProposalDeciding.class);
  }

  private static List<TrainingProposals.Row> seen(Caller caller, long exam) {
    return bean(TrainingProposals.class).page(caller, new TrainingProposals.Filter(null, exam, null), new Page.Request(1, Page.LARGEST)).items();
  }

  private static long told(String username, long exam) {
    return count("select count(*) from notice where kind = 'proposal.found' and account_id = ? and link like ?", caller(username).accountId(), "%exam=" + exam);
  }

  private static TrainingProposals.Row of(long exam, String code) {
    return seen(caller("trainer"), exam).stream().filter(one -> one.unitId() == unit(code)).findFirst().orElseThrow();
  }

  @Test
  default void weak_topics_become_drafts_and_the_next_exam_shows_the_change() {
    long before = exam(20, Release.AT_CLOSING, false);
    assertTrue(finding().due().contains(before));
    finding().find(Caller.system(), before);
    assertFalse(finding().due().contains(before));
    assertEquals(1, told("trainer", before));
    finding().find(Caller.system(), before);
    assertEquals(1, told("trainer", before), "only what is new is told");
    assertEquals(0, told("unit01", before), "it trains nobody");

    Caller unit = caller("unit01");
    List<TrainingProposals.Row> own = seen(unit, before);
    assertTrue(own.stream().allMatch(one -> one.unitId() == unit("D01")), "its own only");
    assertTrue(own.stream().allMatch(one -> one.topic().startsWith("行政处罚")), "everybody was right in the other");
    TrainingProposals.Row row = own.get(0);
    assertEquals(6, row.share().officers());
    assertEquals(0, row.share().gained());
    assertTrue(row.all().value() > .3 && row.all().officers() == 28, row.all().toString());
    assertFalse(row.articles().isEmpty());
    assertNull(row.later());
    TrainingProposals.Row foreign = of(before, "D09");
    assertThrows(NotFound.class, () -> bean(TrainingProposals.class).row(unit, foreign.id()));
    assertThrows(NotFound.class, () -> deciding().plan(unit, foreign.id(), null));
    assertThrows(NotFound.class, () -> deciding().dismiss(unit, foreign.id(), "不需要"));

    assertThrows(Invalid.class, () -> deciding().plan(unit, row.id(), 999_999L));
    long session = deciding().plan(unit, row.id(), null);
    assertEquals("DRAFT", ask("select state from training_session where id = ?", session));
    assertEquals("MICRO_TALK", ask("select form from training_session where id = ?", session));
    assertEquals(unit("D01"), count("select unit_id from session_audience where session_id = ?", session));
    String described = (String) ask("select concat(title, description) from training_session where id = ?", session);
    assertTrue(described.contains("第") && described.contains("条"), described);
    assertFalse(described.contains("%") || described.contains("薄弱") || described.contains("市场监督"), "how the unit did is not told: " + described);
    assertEquals(1, count("select count(*) from audit_entry where action = 'proposal.plan' and subject_id = ?", String.valueOf(row.id())));
    assertEquals("proposal-decided", assertThrows(Refused.class, () -> deciding().plan(unit, row.id(), null)).code());

    long after = exam(5, Release.AT_CLOSING, true);
    finding().find(Caller.system(), after);
    assertTrue(seen(unit, after).isEmpty());
    assertNull(bean(TrainingProposals.class).row(unit, row.id()).later(), "its session is to come");
    change("update training_session set state = 'HELD', starts_at = utc_timestamp(3) - interval 10 day, ends_at = utc_timestamp(3) - interval 10 day + interval 2 hour where id = ?", session);
    TrainingProposals.Later later = bean(TrainingProposals.class).row(unit, row.id()).later();
    assertNotNull(later);
    assertEquals(after, later.examId());
    assertEquals(1, later.share().value());
    assertFalse(later.share().overlaps(row.share()));
    assertEquals(after, of(before, "D09").later().examId(), "of one that nobody planned as well");
  }

  @Test
  default void nothing_is_said_of_fewer_than_five_people() {
    long exam = exam(60, Release.AT_CLOSING, false);
    finding().find(Caller.system(), exam);
    assertEquals(0, count("select count(*) from training_proposal where exam_id = ? and unit_id = ?", exam, unit(FEW)));
    assertNull(bean(TopicShares.class).of(exam, unit(FEW), "行政处罚"));
    assertEquals(0, count("select count(*) from training_proposal where officers < 5"));
    assertTrue(count("select count(*) from training_proposal where exam_id = ? and unit_id = ?", exam, unit("D09")) > 0);
  }

  @Test
  default void an_exam_that_runs_or_is_not_released_says_nothing() {
    long unreleased = exam(70, Release.BY_HAND, false);
    assertEquals("proposal-exam-open", assertThrows(Refused.class, () -> finding().find(Caller.system(), unreleased)).code());
    assertFalse(finding().due().contains(unreleased));
    long running = exam(72, Release.AT_ONCE, false);
    change("update exam set closes_at = utc_timestamp(3) + interval 1 day where id = ?", running);
    assertEquals("proposal-exam-open", assertThrows(Refused.class, () -> finding().find(Caller.system(), running)).code());
    assertFalse(finding().due().contains(running));
    change("update exam set state = 'CANCELLED' where id = ?", running);
    assertThrows(NotFound.class, () -> finding().find(caller("unit01"), unreleased), "the district's exam");
  }

  @Test
  default void who_only_reads_decides_nothing_and_who_runs_exams_sees_nothing() {
    long exam = exam(80, Release.AT_CLOSING, false);
    finding().find(caller("trainer"), exam);
    long id = of(exam, "D09").id();
    assertEquals(seen(caller("trainer"), exam).size(), seen(caller("supervisor"), exam).size());
    assertThrows(NotFound.class, () -> deciding().plan(caller("supervisor"), id, null));
    assertThrows(NotFound.class, () -> deciding().dismiss(caller("supervisor"), id, "不需要"));
    for (String who : List.of("admin", "auditor", "officer001")) assertTrue(seen(caller(who), exam).isEmpty(), who);

    assertThrows(Invalid.class, () -> deciding().dismiss(caller("trainer"), id, " "));
    deciding().dismiss(caller("trainer"), id, "已自行轮训");
    assertEquals(1, count("select count(*) from audit_entry where action = 'proposal.dismiss' and subject_id = ? and detail like '%已自行轮训%'", String.valueOf(id)));
    change("update response_mark m join attempt a on a.id = m.attempt_id join paper_question q on q.paper_id = a.paper_id and q.no = m.no set m.marks = q.marks where a.exam_id = ?", exam);
    finding().find(caller("trainer"), exam);
    assertEquals(List.of(TrainingProposal.State.DISMISSED), seen(caller("trainer"), exam).stream().map(TrainingProposals.Row::state).distinct().toList(), "counted again, the open ones are weak no more; what was decided stays");
  }

  @Test
  default void of_two_who_plan_the_same_one_makes_the_draft_and_a_cancelled_one_is_planned_again() {
    long exam = exam(90, Release.AT_CLOSING, false);
    finding().find(Caller.system(), exam);
    long id = of(exam, "D09").id();
    List<Object> outcomes = atOnce(2, () -> deciding().plan(caller("trainer"), id, null));
    assertEquals(1, outcomes.stream().filter(Long.class::isInstance).count(), outcomes.toString());
    assertTrue(outcomes.stream().anyMatch(one -> one instanceof Refused refused && refused.code().equals("proposal-decided")), outcomes.toString());
    long session = of(exam, "D09").session().id();
    bean(SessionPlanning.class).cancel(caller("trainer"), session, "讲师有事");
    assertTrue(bean(TrainingProposals.class).row(caller("trainer"), id).plannable());
    assertTrue(deciding().plan(caller("trainer"), id, null) != session);
  }

  @Test
  default void the_limit_is_set_by_the_districts_desk_with_its_source_and_counts_from_then_on() {
    WeaknessRule rule = bean(WeaknessRule.class);
    int usual = rule.now().value();
    for (String who : List.of("unit01", "admin", "supervisor", "officer001")) assertThrows(NotFound.class, () -> rule.set(caller(who), 70, "会议纪要"), who);
    assertThrows(Invalid.class, () -> rule.set(caller("trainer"), 0, "会议纪要"));
    assertThrows(Invalid.class, () -> rule.set(caller("trainer"), 70, " "));
    rule.set(caller("trainer"), 70, "会议纪要");
    try {
      long exam = exam(95, Release.AT_CLOSING, false);
      finding().find(Caller.system(), exam);
      assertEquals(70, of(exam, "D09").weakBelow());
    } finally {
      rule.set(caller("trainer"), usual, "平台建议值");
    }
  }
}
