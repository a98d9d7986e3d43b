package cn.lianbing.exam.web;

import cn.lianbing.exam.Band;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.ExamPlan;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.exam.Subject;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Blueprints;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Scheduling an exam, changing one that has not opened, scheduling a resit. */
@Named
@ViewScoped
public class SchedulePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Exams exams;
  @Inject ExamScheduling scheduling;
  @Inject Blueprints blueprints;
  @Inject BlueprintEditing blueprintEditing;
  @Inject PaperAssembly assembly;
  @Inject CandidateChoice choice;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private String askedResit;
  private Long examId;
  private Long resitOfId;
  private String firstTitle;
  private boolean started;
  /** Of the exam that is changed, or of the resit. */
  private int presentCandidates;
  private ScheduleForm form;
  private transient List<LineRow> lines;

  /** A line of the blueprint with how many items the bank has for it on the opening day. */
  public record LineRow(int no, Line line, int available, boolean tooFew) {}

  public void enter() {
    messages.found(() -> {
      Caller caller = user.caller();
      if (!caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN")) throw new NotFound("exam", "-");
      form = new ScheduleForm(clock.instant());
      if (asked != null) change(NotFound.id("exam", asked));
      else if (askedResit != null) resit(NotFound.id("exam", askedResit));
      else blueprints.all().stream().findFirst().ifPresent(one -> form.setBlueprintId(one.id()));
    });
  }

  private void change(long id) {
    Exam exam = exams.managed(user.caller(), id);
    examId = id;
    form.like(exam);
    form.at(exam.opensAt(), exam.closesAt());
    started = exam.phase(clock.instant()) != Exam.Phase.UPCOMING || exam.state() == Exam.State.CANCELLED;
    presentCandidates = scheduling.candidates(user.caller(), id).size();
    resitOfId = exam.resitOfId();
  }

  private void resit(long id) {
    Exam first = exams.managed(user.caller(), id);
    resitOfId = id;
    firstTitle = first.title();
    form.like(first);
    form.setTitle(texts.of("exam.page.schedule.resitTitle", first.title()));
    presentCandidates = scheduling.toResit(user.caller(), id);
  }

  public String save() {
    look();
    Long[] saved = {examId};
    boolean done = messages.tried(() -> {
      ExamPlan plan = form.plan(choice.unitIds(), choice.officerIds());
      if (examId != null) scheduling.change(user.caller(), examId, plan);
      else saved[0] = resitOfId != null ? scheduling.scheduleResit(user.caller(), resitOfId, plan) : scheduling.schedule(user.caller(), plan);
    });
    if (!done) return null;
    messages.done(examId == null ? "exam.page.schedule.done" : "exam.page.schedule.changed");
    return "/staff/exam/exam.xhtml?faces-redirect=true&exam=" + saved[0];
  }

  public List<Blueprints.Row> getBlueprints() {
    return blueprints.all();
  }

  public String blueprintLabel(Blueprints.Row one) {
    return texts.texts().of("exam.page.schedule.blueprintOf", one.title(), one.questions(), Marks.text(one.maxMark()));
  }

  /** Empty before a blueprint is chosen. */
  public List<LineRow> getLines() {
    if (lines == null) lines = form.getBlueprintId() == null ? List.of() : look(blueprintEditing.view(user.caller(), form.getBlueprintId()).lines());
    return lines;
  }

  private List<LineRow> look(List<Line> wanted) {
    PaperAssembly.Supply supply = assembly.supply(wanted, form.getOpensAt() == null ? LocalDate.ofInstant(clock.instant(), Times.ZONE) : form.getOpensAt().toLocalDate());
    List<LineRow> rows = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      int no = i;
      rows.add(new LineRow(i + 1, wanted.get(i), supply.available().get(i), supply.shortages().stream().anyMatch(one -> one.part() == no)));
    }
    return rows;
  }

  /** Another blueprint or another day: what the bank has for it may be another. */
  public void look() {
    lines = null;
  }

  /** The bands that follow from the cut score; none while that cannot be read. */
  public List<Band> getUsual() {
    int max = blueprints.all().stream().filter(one -> Long.valueOf(one.id()).equals(form.getBlueprintId())).mapToInt(Blueprints.Row::maxMark).findFirst().orElse(0);
    try {
      int pass = Marks.tenths(form.getPassMark(), "passMark");
      return max == 0 || pass > max ? List.of() : Band.usual(max, pass);
    } catch (Invalid unreadable) {
      return List.of();
    }
  }

  /** Begins to edit the bands where they are not the usual ones any more. */
  public void changeBands() {
    if (!form.isUsualBands() && form.getBands().isEmpty()) form.bands(getUsual());
  }

  public void addBand() {
    form.getBands().add(Math.max(0, form.getBands().size() - 1), new ScheduleForm.BandRow());
  }

  public void removeBand(ScheduleForm.BandRow row) {
    form.getBands().remove(row);
  }

  public MultipleRule[] getMultipleRules() {
    return MultipleRule.values();
  }

  public Subject[] getSubjects() {
    return Subject.values();
  }

  /** What an exam counts for is the district's to say. */
  public boolean isDesk() {
    return user.caller().has("EXAM_ADMIN");
  }

  public Release[] getReleases() {
    return Release.values();
  }

  public CandidateChoice getChoice() {
    return choice;
  }

  public ScheduleForm getForm() {
    return form;
  }

  public boolean isStarted() {
    return started;
  }

  public boolean isChanging() {
    return examId != null;
  }

  public boolean isResit() {
    return examId == null && resitOfId != null;
  }

  public String getFirstTitle() {
    return firstTitle;
  }

  public int getPresentCandidates() {
    return presentCandidates;
  }

  public Long getExamId() {
    return examId;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getAskedResit() {
    return askedResit;
  }

  public void setAskedResit(String askedResit) {
    this.askedResit = askedResit;
  }
}
