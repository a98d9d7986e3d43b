package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Blueprints;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.UsualPaper;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The demo's exams: one that can be sat now, one to come, one of last month with results. Each use case is its own transaction, so that a refusal of one ends nothing. */
@ApplicationScoped
public class DemoExams {
  private static final Logger LOG = Logger.getLogger(DemoExams.class.getName());
  private static final int QUESTIONS = 80;
  private static final int MAX_MARK = 1000;
  private static final int EXPECTED_LAST_TIME = 215;
  @Inject ProgramSettings settings;
  @Inject Exams exams;
  @Inject Units units;
  @Inject Officers officers;
  @Inject Items items;
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing blueprintEditing;
  @Inject ExamScheduling scheduling;
  @Inject DemoResults results;
  @Inject Clock clock;

  void fill(@Observes @Priority(60) Startup startup) {
    if (!settings.demo() || !exams.isEmpty() || units.byCode("411203").isEmpty()) return;
    var district = units.byCode("411203").get();
    Caller holder = new Caller(null, null, "demo", district.id(), district.path(), Set.of("EXAM_ADMIN"), null, null);
    try {
      long blueprint = blueprint(holder);
      Instant now = clock.instant();
      Instant lastMonth = at(now, -32, LocalTime.of(9, 0));
      long over = scheduling.scheduleAsOf(holder, plan("2026年第三季度行政执法人员法律知识考试", blueprint, lastMonth, at(now, -28, LocalTime.of(18, 0)), 1, Release.AT_CLOSING, List.of(), those(holder)).countingFor(Subject.PUBLIC), lastMonth.minus(Duration.ofDays(7)));
      results.fill(holder, over);
      scheduling.schedule(holder, plan("2026年第四季度行政执法人员法律知识考试", blueprint, now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS), at(now, 7, LocalTime.of(18, 0)), 3, Release.AT_ONCE, List.of(district.id()), List.of()).countingFor(Subject.PUBLIC));
      scheduling.schedule(holder, plan("行政处罚与行政强制专题考试", blueprint, at(now, 14, LocalTime.of(14, 30)), at(now, 14, LocalTime.of(16, 0)), 1, Release.AT_CLOSING, List.of(district.id()), List.of()).countingFor(Subject.PROFESSIONAL));
      cases(holder, LocalDate.ofInstant(now, Times.ZONE));
    } catch (Invalid e) {
      // A bank of one's own may be too small for it; the program starts all the same.
      LOG.log(Level.INFO, "no demo exams: {0}", e.getMessage());
    }
  }

  /** The demo's own, unless somebody changed or removed it. */
  private long blueprint(Caller holder) {
    return blueprints.all().stream().filter(one -> one.questions() == QUESTIONS && one.maxMark() == MAX_MARK).findFirst().map(Blueprints.Row::id)
        .orElseGet(() -> blueprintEditing.save(holder, null, "通用法律知识（80 题，满分 100）", UsualPaper.LINES));
  }

  /** A blueprint with case analyses, worth what most of them are. */
  private void cases(Caller holder, LocalDate day) {
    Map<Integer, Long> worth = items.candidates(day).stream().filter(item -> item.type() == ItemType.CASE).collect(Collectors.groupingBy(Items.Candidate::ownMarks, TreeMap::new, Collectors.counting()));
    worth.entrySet().stream().max(Map.Entry.comparingByValue()).filter(most -> most.getValue() >= 2).ifPresent(most -> blueprintEditing.save(holder, null, "案例分析专项（选择、判断、案例）",
        List.of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10), new Line(null, ItemType.MULTIPLE, 1, 5, 5, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 5, 10), new Line(null, ItemType.CASE, 1, 5, 2, most.getKey()))));
  }

  /** Not everybody had to sit the one that is over, but some of every unit. */
  private List<Long> those(Caller holder) {
    return officers.activeUnder(holder.unitPath()).stream().map(Officer::id).limit(EXPECTED_LAST_TIME).toList();
  }

  private static ExamPlan plan(String title, long blueprint, Instant opens, Instant closes, int attempts, Release release, List<Long> unitIds, List<Long> officerIds) {
    return new ExamPlan(title, blueprint, opens, closes, ExamPlan.DURATION_MINUTES, attempts, ExamPlan.PASS_MARK, List.of(), MultipleRule.STRICT, 5, release, unitIds, officerIds);
  }

  private static Instant at(Instant now, int days, LocalTime time) {
    return now.atZone(Times.ZONE).toLocalDate().plusDays(days).atTime(time).atZone(Times.ZONE).toInstant();
  }
}
