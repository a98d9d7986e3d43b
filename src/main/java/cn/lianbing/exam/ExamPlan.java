package cn.lianbing.exam;

import cn.lianbing.platform.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an administrator decides when scheduling an exam.
 *
 * @param subject       what passing it counts for on the way to a certificate; null: for nothing. Only the district's exam desk says so
 * @param closesAt      the latest hand-in, whenever somebody started
 * @param passMark      cut score 合格线, tenths
 * @param bands         empty: the usual ones
 * @param leavesAllowed how often the page may be left; null: only counted
 * @param unitIds       all active officers of these units and the units below them are candidates
 * @param officerIds    and these
 */
public record ExamPlan(String title, Subject subject, long blueprintId, Instant opensAt, Instant closesAt, int durationMinutes, int attemptsAllowed, int passMark, List<Band> bands, MultipleRule multipleRule, Integer leavesAllowed, Release release, List<Long> unitIds, List<Long> officerIds) {
  public static final int DURATION_MINUTES = 60;
  public static final int PASS_MARK = 800;

  public ExamPlan {
    bands = bands == null ? List.of() : List.copyOf(bands);
    unitIds = unitIds == null ? List.of() : List.copyOf(unitIds);
    officerIds = officerIds == null ? List.of() : List.copyOf(officerIds);
  }

  /** An exam that counts for nothing beyond itself. */
  public ExamPlan(String title, long blueprintId, Instant opensAt, Instant closesAt, int durationMinutes, int attemptsAllowed, int passMark, List<Band> bands, MultipleRule multipleRule, Integer leavesAllowed, Release release, List<Long> unitIds, List<Long> officerIds) {
    this(title, null, blueprintId, opensAt, closesAt, durationMinutes, attemptsAllowed, passMark, bands, multipleRule, leavesAllowed, release, unitIds, officerIds);
  }

  /** The same exam, which counts for that. */
  public ExamPlan countingFor(Subject what) {
    return new ExamPlan(title, what, blueprintId, opensAt, closesAt, durationMinutes, attemptsAllowed, passMark, bands, multipleRule, leavesAllowed, release, unitIds, officerIds);
  }

  /** @throws Invalid with everything that does not fit together */
  void check(Instant now) {
    List<Invalid.Violation> wrong = new ArrayList<>();
    if (title == null || title.isBlank()) wrong.add(Invalid.Violation.of("title", "required"));
    else if (title.strip().length() > 100) wrong.add(Invalid.Violation.of("title", "tooLong", 100));
    if (opensAt == null) wrong.add(Invalid.Violation.of("opensAt", "required"));
    if (closesAt == null) wrong.add(Invalid.Violation.of("closesAt", "required"));
    if (durationMinutes < 1 || durationMinutes > 600) wrong.add(Invalid.Violation.of("durationMinutes", "exam.duration"));
    else if (opensAt != null && closesAt != null) {
      if (!closesAt.isAfter(opensAt)) wrong.add(Invalid.Violation.of("closesAt", "exam.window"));
      else if (Duration.between(opensAt, closesAt).toMinutes() < durationMinutes) wrong.add(Invalid.Violation.of("closesAt", "exam.windowShort", durationMinutes));
      else if (!closesAt.isAfter(now)) wrong.add(Invalid.Violation.of("closesAt", "exam.past"));
    }
    if (attemptsAllowed < 1 || attemptsAllowed > 20) wrong.add(Invalid.Violation.of("attemptsAllowed", "exam.attempts"));
    if (passMark < 0) wrong.add(Invalid.Violation.of("passMark", "marks"));
    if (leavesAllowed != null && (leavesAllowed < 0 || leavesAllowed > 100)) wrong.add(Invalid.Violation.of("leavesAllowed", "exam.leaves"));
    if (multipleRule == null) wrong.add(Invalid.Violation.of("multipleRule", "required"));
    if (release == null) wrong.add(Invalid.Violation.of("release", "required"));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }
}
