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
    if (!messages.tried(() -> series.add(user.caller(), new SeriesKeeping.Data(year == null ? 0 : year, title, basis, goal == null ? -1 : goal)))) return null;
    messages.done("training.series.added");
    return "/staff/training/series.xhtml?faces-redirect=true";
  }

  public void close(long id) {
    messages.tried(() -> series.close(user.caller(), id));
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
