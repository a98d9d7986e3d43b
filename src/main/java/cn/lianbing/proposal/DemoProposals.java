package cn.lianbing.proposal;

import cn.lianbing.bank.ItemType;
import cn.lianbing.exam.DemoResults;
import cn.lianbing.exam.ExamPlan;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.exam.Subject;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Line;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** After every other demo, so that nobody's ids depend on it. The demo's weak topics: a short exam in summer that a few units did badly in, and what the exam of last month says of it since. */
@ApplicationScoped
public class DemoProposals {
  private static final Logger LOG = Logger.getLogger(DemoProposals.class.getName());
  private static final int MAX_MARK = 400;
  private static final List<String> UNITS = List.of("D01", "D02", "D03", "D04", "D05", "D06", "411203100", "411203102");
  /** Which topics the units' people know less of. */
  private static final Map<String, List<String>> GAPS = Map.of("区市场监督管理局", List.of("行政处罚", "行政复议"), "区应急管理局", List.of("行政强制"), "区交通运输局", List.of("行政强制", "行政许可"), "区自然资源局", List.of("行政许可"), "大营镇", List.of("行政处罚"), "西张村镇", List.of("行政许可", "行政强制"));
  private static final double GAP = .4;
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject BlueprintEditing blueprints;
  @Inject ExamScheduling scheduling;
  @Inject DemoResults results;
  @Inject ProposalFinding finding;
  @Inject ProposalDeciding deciding;
  @Inject TrainingProposals proposals;
  @Inject Clock clock;

  void fill(@Observes @Priority(130) Startup startup) {
    if (!settings.demo() || units.byCode("411203").isEmpty() || !proposals.exams(Caller.system()).isEmpty()) return;
    Unit district = units.byCode("411203").get();
    Caller holder = new Caller(null, null, "demo", district.id(), district.path(), Set.of("EXAM_ADMIN"), null, null);
    try {
      Instant opens = at(-100, LocalTime.of(9, 0));
      long blueprint = blueprints.save(holder, null, "行政执法程序专题（40 题，满分 40）", List.of(line("行政处罚", 12), line("行政强制", 10), line("行政许可", 10), line("行政复议", 8)));
      List<Long> who = UNITS.stream().map(units::byCode).flatMap(java.util.Optional::stream).map(Unit::id).toList();
      ExamPlan plan = new ExamPlan("2026年年中行政执法程序专题测验", blueprint, opens, at(-96, LocalTime.of(18, 0)), 60, 1, MAX_MARK * 8 / 10, List.of(), MultipleRule.STRICT, 5, Release.AT_CLOSING, who, List.of()).countingFor(Subject.PROFESSIONAL);
      long exam = scheduling.scheduleAsOf(holder, plan, opens.minus(Duration.ofDays(7)));
      results.fill(holder, exam, (unit, topic) -> GAPS.getOrDefault(unit, List.of()).stream().anyMatch(topic::startsWith) ? GAP : 0);
      for (long due : finding.due()) finding.find(Caller.system(), due);
      decide(district, exam);
    } catch (Invalid e) {
      // A bank of one's own may be too small for it; the program starts all the same.
      LOG.log(Level.INFO, "no demo proposals: {0}", e.getMessage());
    }
  }

  private void decide(Unit district, long exam) {
    Caller desk = new Caller(null, null, "demo", district.id(), district.path(), Set.of("TRAINER"), null, null);
    List<TrainingProposals.Row> open = proposals.page(desk, new TrainingProposals.Filter(null, exam, TrainingProposal.State.OPEN), new Page.Request(1, Page.LARGEST)).items();
    open.stream().filter(one -> one.unit().equals("西张村镇")).findFirst().ifPresent(one -> deciding.plan(desk, one.id(), null));
    open.stream().filter(one -> one.unit().equals("区应急管理局")).findFirst().ifPresent(one -> deciding.dismiss(desk, one.id(), "本单位已自行组织全员轮训。"));
  }

  private static Line line(String topic, int count) {
    return new Line(topic, ItemType.SINGLE, 1, 5, count, 10);
  }

  private Instant at(int days, LocalTime time) {
    return clock.instant().atZone(Times.ZONE).toLocalDate().plusDays(days).atTime(time).atZone(Times.ZONE).toInstant();
  }
}
