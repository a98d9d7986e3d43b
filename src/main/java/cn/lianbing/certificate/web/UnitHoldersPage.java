package cn.lianbing.certificate.web;

import cn.lianbing.certificate.UnitHolders;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A unit's duty list against its certificates. */
@Named
@ViewScoped
public class UnitHoldersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject UnitHolders holders;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private Long unitId;
  private boolean onlyWithout;
  private transient List<UnitHolders.Row> rows;

  public void enter() {
    messages.found(() -> {
      List<Units.Row> within = units.within(user.caller());
      if (within.isEmpty()) throw new NotFound("unit", "-");
      unitId = asked != null ? NotFound.id("unit", asked) : within.get(0).id();
      rows = holders.rows(user.caller(), unitId);
    });
  }

  public String look() {
    return "/staff/certificate/unit.xhtml?faces-redirect=true&id=" + unitId;
  }

  private List<UnitHolders.Row> all() {
    if (rows == null) rows = holders.rows(user.caller(), unitId);
    return rows;
  }

  public List<UnitHolders.Row> getRows() {
    return onlyWithout ? all().stream().filter(row -> row.onDuty() && !row.holds()).toList() : all();
  }

  public UnitHolders.Figures getFigures() {
    return holders.figures(all());
  }

  public void duty(UnitHolders.Row row) {
    change(row, !row.onDuty(), row.reviewer());
  }

  public void reviewer(UnitHolders.Row row) {
    change(row, row.onDuty(), !row.reviewer());
  }

  private void change(UnitHolders.Row row, boolean onDuty, boolean reviewer) {
    if (messages.tried(() -> holders.set(user.caller(), row.officerId(), onDuty, reviewer))) messages.done("certificate.unit.changed", row.name());
    rows = null;
  }

  public boolean isKeeper() {
    return UnitHolders.keeps(user.caller());
  }

  /** 964 → 96.4 */
  public String percent(int tenths) {
    return tenths / 10 + "." + tenths % 10 + "%";
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public boolean isOnlyWithout() {
    return onlyWithout;
  }

  public void setOnlyWithout(boolean onlyWithout) {
    this.onlyWithout = onlyWithout;
  }
}
