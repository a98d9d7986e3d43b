package cn.lianbing.credit.web;

import cn.lianbing.credit.Credits;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** How the officers within reach stand in a year. */
@Named
@ViewScoped
public class UnitCreditsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Credits credits;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private int year;
  private Long unitId;
  private boolean lacking;
  private Credits.Order order = Credits.Order.UNIT;
  private LazyRows<Credits.Row> rows;
  private transient List<Credits.Row> all;

  @PostConstruct
  void begin() {
    year = Credits.year(clock.instant());
    rows = new LazyRows<>(request -> credits.unit(user.caller(), unitId, year, lacking, order, request), Credits.Row::officerId);
  }

  public LazyRows<Credits.Row> getRows() {
    return rows;
  }

  private List<Credits.Row> all() {
    if (all == null) all = credits.all(user.caller(), unitId, year);
    return all;
  }

  public int getOfficers() {
    return all().size();
  }

  public long getMet() {
    return all().stream().filter(row -> row.standing().met()).count();
  }

  /** Whole percent. */
  public long getRate() {
    return getOfficers() == 0 ? 0 : getMet() * 100 / getOfficers();
  }

  public void search() {
    all = null;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public List<Integer> getYears() {
    int now = Credits.year(clock.instant());
    return List.of(now, now - 1, now - 2, now - 3, now - 4);
  }

  public int getYear() {
    return year;
  }

  public void setYear(int year) {
    this.year = year;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public Credits.Order[] getOrders() {
    return Credits.Order.values();
  }

  public Credits.Order getOrder() {
    return order;
  }

  public void setOrder(Credits.Order order) {
    this.order = order;
  }

  public boolean isLacking() {
    return lacking;
  }

  public void setLacking(boolean lacking) {
    this.lacking = lacking;
  }
}
