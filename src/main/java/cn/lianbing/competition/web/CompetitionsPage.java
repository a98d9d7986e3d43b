package cn.lianbing.competition.web;

import cn.lianbing.competition.CompetitionPlan;
import cn.lianbing.competition.CompetitionPlanning;
import cn.lianbing.competition.Competitions;
import cn.lianbing.platform.Page;
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

/** Competitions of all years, and planning one; staff and public pages. */
@Named
@ViewScoped
public class CompetitionsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Competitions competitions;
  @Inject CompetitionPlanning planning;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private Integer year;
  private String title;
  private String rules;
  private LocalDate opens;
  private LocalDate closes;

  public List<Competitions.CompetitionRow> getRows() {
    return competitions.page(user.caller(), new Page.Request(1, Page.LARGEST)).items();
  }

  public boolean isManager() {
    return Competitions.manages(user.caller());
  }

  /** The last day of registration counts in whole. */
  public String plan() {
    Long[] id = new Long[1];
    if (!messages.tried(() -> id[0] = planning.plan(user.caller(), new CompetitionPlan(year == null ? 0 : year, title, rules, begin(opens), closes == null ? null : begin(closes.plusDays(1)), null, null)))) return null;
    messages.done("competition.planned");
    return "/staff/competition/competition.xhtml?faces-redirect=true&id=" + id[0];
  }

  private static Instant begin(LocalDate day) {
    return day == null ? null : day.atStartOfDay(Times.ZONE).toInstant();
  }

  public Integer getYear() {
    return year == null ? clock.instant().atZone(Times.ZONE).getYear() : year;
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

  public String getRules() {
    return rules;
  }

  public void setRules(String rules) {
    this.rules = rules;
  }

  public LocalDate getOpens() {
    return opens;
  }

  public void setOpens(LocalDate opens) {
    this.opens = opens;
  }

  public LocalDate getCloses() {
    return closes;
  }

  public void setCloses(LocalDate closes) {
    this.closes = closes;
  }
}
