package cn.lianbing.exam.web;

import cn.lianbing.exam.Band;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.ExamPlan;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.exam.Subject;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Times;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the scheduling page asks for, as people type it: marks, the district's time. */
public class ScheduleForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String title;
  private Subject subject;
  private Long blueprintId;
  private LocalDateTime opensAt;
  private LocalDateTime closesAt;
  private Integer durationMinutes = ExamPlan.DURATION_MINUTES;
  private Integer attemptsAllowed = 1;
  private BigDecimal passMark = Marks.decimal(ExamPlan.PASS_MARK);
  private boolean usualBands = true;
  private List<BandRow> bands = new ArrayList<>();
  private MultipleRule multipleRule = MultipleRule.STRICT;
  private Integer leavesAllowed;
  private Release release = Release.AT_CLOSING;

  /** A band that is being edited. */
  public static class BandRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private String name;
    private BigDecimal from;

    public BandRow() {}

    BandRow(Band band) {
      name = band.name();
      from = Marks.decimal(band.from());
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public BigDecimal getFrom() {
      return from;
    }

    public void setFrom(BigDecimal from) {
      this.from = from;
    }
  }

  /** A week ahead, in the morning of {@code now}'s day. */
  ScheduleForm(Instant now) {
    opensAt = now.atZone(Times.ZONE).toLocalDate().plusDays(7).atTime(9, 0);
    closesAt = opensAt.withHour(18);
  }

  /** With an exam's decisions, but not its times. */
  void like(Exam exam) {
    title = exam.title();
    subject = exam.subject();
    blueprintId = exam.blueprintId();
    durationMinutes = exam.durationMinutes();
    attemptsAllowed = exam.attemptsAllowed();
    passMark = Marks.decimal(exam.passMark());
    usualBands = exam.bands().equals(Band.usual(exam.maxMark(), exam.passMark()));
    bands(exam.bands());
    multipleRule = exam.multipleRule();
    leavesAllowed = exam.leavesAllowed();
    release = exam.releaseRule();
  }

  void at(Instant opens, Instant closes) {
    opensAt = LocalDateTime.ofInstant(opens, Times.ZONE);
    closesAt = LocalDateTime.ofInstant(closes, Times.ZONE);
  }

  void bands(List<Band> those) {
    bands = new ArrayList<>(those.stream().map(BandRow::new).toList());
  }

  /** @throws Invalid where something cannot even be read as a plan */
  ExamPlan plan(List<Long> unitIds, List<Long> officerIds) {
    if (blueprintId == null) throw Invalid.field("blueprint", "required");
    List<Band> those = usualBands ? List.of() : bands.stream().map(row -> new Band(row.getName(), Marks.tenths(row.getFrom(), "bands"))).toList();
    if (!usualBands && those.isEmpty()) throw Invalid.field("bands", "bands");
    return new ExamPlan(title, subject, blueprintId, instant(opensAt), instant(closesAt), durationMinutes == null ? 0 : durationMinutes, attemptsAllowed == null ? 0 : attemptsAllowed, Marks.tenths(passMark, "passMark"), those, multipleRule, leavesAllowed, release, unitIds, officerIds);
  }

  private static Instant instant(LocalDateTime time) {
    return time == null ? null : time.atZone(Times.ZONE).toInstant();
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public Subject getSubject() {
    return subject;
  }

  public void setSubject(Subject subject) {
    this.subject = subject;
  }

  public Long getBlueprintId() {
    return blueprintId;
  }

  public void setBlueprintId(Long blueprintId) {
    this.blueprintId = blueprintId;
  }

  public LocalDateTime getOpensAt() {
    return opensAt;
  }

  public void setOpensAt(LocalDateTime opensAt) {
    this.opensAt = opensAt;
  }

  public LocalDateTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalDateTime closesAt) {
    this.closesAt = closesAt;
  }

  public Integer getDurationMinutes() {
    return durationMinutes;
  }

  public void setDurationMinutes(Integer durationMinutes) {
    this.durationMinutes = durationMinutes;
  }

  public Integer getAttemptsAllowed() {
    return attemptsAllowed;
  }

  public void setAttemptsAllowed(Integer attemptsAllowed) {
    this.attemptsAllowed = attemptsAllowed;
  }

  public BigDecimal getPassMark() {
    return passMark;
  }

  public void setPassMark(BigDecimal passMark) {
    this.passMark = passMark;
  }

  public boolean isUsualBands() {
    return usualBands;
  }

  public void setUsualBands(boolean usualBands) {
    this.usualBands = usualBands;
  }

  public List<BandRow> getBands() {
    return bands;
  }

  public MultipleRule getMultipleRule() {
    return multipleRule;
  }

  public void setMultipleRule(MultipleRule multipleRule) {
    this.multipleRule = multipleRule;
  }

  public Integer getLeavesAllowed() {
    return leavesAllowed;
  }

  public void setLeavesAllowed(Integer leavesAllowed) {
    this.leavesAllowed = leavesAllowed;
  }

  public Release getRelease() {
    return release;
  }

  public void setRelease(Release release) {
    this.release = release;
  }
}
