package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemFlags;
import cn.lianbing.exam.Band;
import cn.lianbing.exam.DrawnPapers;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.paper.Blueprints;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One exam for those who hold it: what was decided, who is expected, what can be done with it. */
@Named
@ViewScoped
public class ExamPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Exams exams;
  @Inject ExamScheduling scheduling;
  @Inject Blueprints blueprints;
  @Inject Units units;
  @Inject DrawnPapers papers;
  @Inject PaperAssembly assembly;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private long examId;
  private String text;
  private boolean excusedOnly;
  private Long officerId;
  private String officerName;
  private String reason;
  private transient View view;
  private transient List<ExamScheduling.CandidateRow> candidates;
  private transient List<ItemFlags.Touched> touched;

  /** Marks in tenths. */
  public record View(long id, String title, String unit, Exam.State state, Exam.Phase phase, Instant opensAt, Instant closesAt, int durationMinutes, int attemptsAllowed, int maxMark, int passMark, List<Band> bands, MultipleRule multipleRule, Integer leavesAllowed, Release release, Instant releasedAt, boolean released, Long resitOfId, String blueprint) {
    public boolean cancelled() {
      return state == Exam.State.CANCELLED;
    }

    public boolean waitsForRelease() {
      return release == Release.BY_HAND && releasedAt == null && phase == Exam.Phase.CLOSED && !cancelled();
    }
  }

  public void enter() {
    messages.found(() -> {
      examId = NotFound.id("exam", asked);
      getView();
    });
  }

  public View getView() {
    if (view == null) {
      Exam exam = exams.watched(user.caller(), examId);
      Instant now = clock.instant();
      view = new View(exam.id(), exam.title(), units.get(exam.unitId()).name(), exam.state(), exam.phase(now), exam.opensAt(), exam.closesAt(), exam.durationMinutes(), exam.attemptsAllowed(), exam.maxMark(), exam.passMark(), exam.bands(), exam.multipleRule(), exam.leavesAllowed(), exam.releaseRule(), exam.releasedAt(),
          exam.released(now), exam.resitOfId(), blueprints.get(exam.blueprintId()).title());
    }
    return view;
  }

  private void forget() {
    view = null;
    candidates = null;
  }

  /** Items of the frozen pool whose law has moved since. */
  public List<ItemFlags.Touched> getTouched() {
    if (touched == null) {
      Exam exam = exams.watched(user.caller(), examId);
      touched = assembly.touched(exam.poolId(), LocalDate.ofInstant(exam.closesAt(), Times.ZONE));
    }
    return touched;
  }

  /** An item may cite several articles. */
  public long getTouchedItems() {
    return getTouched().stream().map(ItemFlags.Touched::code).distinct().count();
  }

  public boolean isManager() {
    return user.caller().hasAny("EXAM_ADMIN", "UNIT_ADMIN");
  }

  public void cancel() {
    forget();
    if (messages.tried(() -> scheduling.cancel(user.caller(), examId))) messages.done("exam.page.exam.cancelled");
  }

  public void release() {
    forget();
    if (messages.tried(() -> scheduling.release(user.caller(), examId))) messages.done("exam.page.exam.released");
  }

  public void choose(ExamScheduling.CandidateRow row) {
    officerId = row.officerId();
    officerName = row.name();
    reason = null;
  }

  public void excuse() {
    forget();
    // null would take an excuse back
    if (messages.tried(() -> scheduling.excuse(user.caller(), examId, officerId, reason == null ? "" : reason))) messages.done("exam.page.exam.excused", officerName);
  }

  public void expect(ExamScheduling.CandidateRow row) {
    forget();
    if (messages.tried(() -> scheduling.excuse(user.caller(), examId, row.officerId(), null))) messages.done("exam.page.exam.expected", row.name());
  }

  public void search() {
    forget();
  }

  public List<ExamScheduling.CandidateRow> getCandidates() {
    return all().stream().filter(one -> (text == null || one.name().contains(text.strip()) || one.unit().contains(text.strip())) && (!excusedOnly || one.excusedReason() != null)).toList();
  }

  private List<ExamScheduling.CandidateRow> all() {
    if (candidates == null) candidates = scheduling.candidates(user.caller(), examId);
    return candidates;
  }

  /** How many papers lie ready, of how many; null once the window has closed. */
  public DrawnPapers.Progress getDrawn() {
    return getView().cancelled() || getView().phase() == Exam.Phase.CLOSED ? null : papers.progress(examId);
  }

  public int getCount() {
    return all().size();
  }

  public long getExcusedCount() {
    return all().stream().filter(one -> one.excusedReason() != null).count();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public boolean isExcusedOnly() {
    return excusedOnly;
  }

  public void setExcusedOnly(boolean excusedOnly) {
    this.excusedOnly = excusedOnly;
  }

  public String getOfficerName() {
    return officerName;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
