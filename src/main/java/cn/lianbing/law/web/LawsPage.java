package cn.lianbing.law.web;

import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The law library as a list, and what is found in its articles. */
@Named
@RequestScoped
public class LawsPage {
  private static final int MOST_HITS = 50;
  @Inject Laws laws;
  @Inject CurrentUser user;
  @Inject Clock clock;
  private String q;
  private String name;
  private String standing;
  private List<Laws.Row> rows;
  private Page<Laws.Hit> hits;

  public List<Laws.Row> getRows() {
    if (rows == null) rows = laws.page(new Laws.Filter(name, Arrays.stream(LawVersion.Standing.values()).filter(one -> one.name().equals(standing)).findFirst().orElse(null)), getToday(), new Page.Request(1, Page.LARGEST)).items();
    return rows;
  }

  public Page<Laws.Hit> getHits() {
    if (hits == null) hits = laws.search(q, user.caller().hasAny("EXAM_ADMIN", "TRAINER"), new Page.Request(1, MOST_HITS));
    return hits;
  }

  public boolean isSearched() {
    return q != null && !q.isBlank();
  }

  public boolean isFiltered() {
    return name != null || standing != null || isSearched();
  }

  /** Versions of which only quoted phrases are known, or nothing. */
  public long getPartial() {
    return getRows().stream().filter(row -> !row.full()).count();
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), Times.ZONE);
  }

  public LawVersion.Standing[] getStandings() {
    return LawVersion.Standing.values();
  }

  public String getQ() {
    return q;
  }

  public void setQ(String q) {
    this.q = q;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getStanding() {
    return standing;
  }

  public void setStanding(String standing) {
    this.standing = standing;
  }
}
