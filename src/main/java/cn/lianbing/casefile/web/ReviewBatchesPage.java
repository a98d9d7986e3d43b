package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Checklist;
import cn.lianbing.casefile.Checklists;
import cn.lianbing.casefile.Desk;
import cn.lianbing.casefile.ReviewBatches;
import cn.lianbing.casefile.ReviewPlanning;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The reviews of all years, and the plan of a new one. */
@Named
@ViewScoped
public class ReviewBatchesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject ReviewBatches batches;
  @Inject ReviewPlanning planning;
  @Inject Checklists checklists;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private Integer year;
  private String title;
  private String basis;
  private LocalDate startsOn;
  private LocalDate endsOn;
  private Long checklistId;
  private transient List<ReviewBatches.Row> rows;

  @PostConstruct
  void begin() {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    year = today.getYear();
    startsOn = today;
    endsOn = today.plusMonths(2);
    basis = texts.get("casefile.basis.usual");
    title = texts.of("casefile.title.usual", year);
  }

  public List<ReviewBatches.Row> getRows() {
    if (rows == null && !messages.found(() -> rows = batches.all(user.caller()))) rows = List.of();
    return rows;
  }

  /** Whether article 40's review of this year has not been planned yet. */
  public boolean isMissing() {
    int now = clock.instant().atZone(Times.ZONE).getYear();
    return getRows().stream().noneMatch(row -> row.year() == now);
  }

  public int getThisYear() {
    return clock.instant().atZone(Times.ZONE).getYear();
  }

  public List<Checklists.Row> getChecklists() {
    return checklists.all(user.caller()).stream().filter(one -> one.state() == Checklist.State.IN_USE).toList();
  }

  public boolean isDesk() {
    return Desk.is(user.caller());
  }

  public String plan() {
    long[] id = new long[1];
    if (!messages.tried(() -> id[0] = planning.plan(user.caller(), new ReviewPlanning.Plan(year == null ? 0 : year, title, basis, startsOn, endsOn, checklistId)))) return null;
    messages.done("casefile.done.planned");
    return "/staff/casefile/batch.xhtml?faces-redirect=true&id=" + id[0];
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public Long getChecklistId() {
    return checklistId;
  }

  public void setChecklistId(Long checklistId) {
    this.checklistId = checklistId;
  }
}
