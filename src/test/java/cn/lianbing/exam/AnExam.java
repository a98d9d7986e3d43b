package cn.lianbing.exam;

import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Line;
import cn.lianbing.platform.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Exams for tests, made as an administrator makes them: {@code anExam().forOfficers("officer001").scheduled()}. */
final class AnExam {
  private Instant opens = Instant.now().minus(Duration.ofHours(1));
  private Instant closes = Instant.now().plus(Duration.ofHours(4));
  private int attempts = 1;
  private Release release = Release.AT_ONCE;
  private List<Line> lines = List.of(new Line(null, ItemType.SINGLE, 1, 5, 4, 10), new Line(null, ItemType.MULTIPLE, 1, 5, 2, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 2, 10), new Line(null, ItemType.FILL, 1, 5, 2, 10));
  private List<Long> officers = List.of();
  private List<Long> units = List.of();

  static AnExam anExam() {
    return new AnExam();
  }

  AnExam opening(Instant time) {
    opens = time;
    return this;
  }

  AnExam closing(Instant time) {
    closes = time;
    return this;
  }

  AnExam withAttempts(int allowed) {
    attempts = allowed;
    return this;
  }

  AnExam released(Release rule) {
    release = rule;
    return this;
  }

  AnExam of(Line... blueprint) {
    lines = List.of(blueprint);
    return this;
  }

  AnExam forOfficers(String... usernames) {
    officers = java.util.Arrays.stream(usernames).map(name -> caller(name).officerId()).toList();
    return this;
  }

  AnExam forUnits(Long... ids) {
    units = List.of(ids);
    return this;
  }

  ExamPlan plan() {
    long blueprint = bean(BlueprintEditing.class).save(caller("admin"), null, "测试蓝图", lines);
    int max = lines.stream().mapToInt(Line::total).sum();
    return new ExamPlan("测试考试", blueprint, opens, closes, 60, attempts, max * 8 / 10, List.of(), MultipleRule.STRICT, 3, release, units, officers);
  }

  long scheduled() {
    return scheduledBy(caller("admin"));
  }

  long scheduledBy(Caller who) {
    return bean(ExamScheduling.class).schedule(who, plan());
  }
}
