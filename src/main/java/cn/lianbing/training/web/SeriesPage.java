package cn.lianbing.training.web;

import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.training.SeriesKeeping;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The yearly plans and how far they are. */
@Named
@ViewScoped
public class SeriesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject SeriesKeeping series;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private Integer year;
  private String title;
  private String basis;
  private Integer goal;
  private Long chosen;

  @PostConstruct
  void begin() {
    year = clock.instant().atZone(Times.ZONE).getYear();
  }

  public List<SeriesKeeping.Row> getRows() {
    return series.all();
  }

  public boolean isDesk() {
    return user.caller().has("TRAINER");
  }

  public String add() {
    if (!messages.tried(() -> series.add(user.caller(), data()))) return null;
    messages.done("training.series.added");
    return "/staff/training/series.xhtml?faces-redirect=true";
  }

  /** Opens the dialog with what stands now. */
  public void askToChange(SeriesKeeping.Row row) {
    chosen = row.id();
    year = row.year();
    title = row.title();
    basis = row.basis();
    goal = row.goal();
  }

  public String change() {
    if (!messages.tried(() -> series.change(user.caller(), chosen, data()))) return null;
    messages.done("training.series.changed");
    return "/staff/training/series.xhtml?faces-redirect=true";
  }

  private SeriesKeeping.Data data() {
    return new SeriesKeeping.Data(year == null ? 0 : year, title, basis, goal == null ? -1 : goal);
  }

  public void close(long id) {
    messages.tried(() -> series.close(user.caller(), id));
  }

  public Long getChosen() {
    return chosen;
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

  public Integer getGoal() {
    return goal;
  }

  public void setGoal(Integer goal) {
    this.goal = goal;
  }
}
