package cn.lianbing.people.web;

import cn.lianbing.people.AccountKeeping;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The officers within the reader's reach. */
@Named
@ViewScoped
public class OfficersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Officers officers;
  @Inject Units units;
  @Inject AccountKeeping accounts;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String text;
  private Long unitId;
  private Officer.State state;
  private List<Officers.Row> chosen = List.of();
  /** Passwords that were handed out: on this page until they are put away, and kept nowhere. */
  private transient List<AccountKeeping.Slip> slips;
  private final LazyRows<Officers.Row> rows = new LazyRows<>(request -> officers.page(user.caller(), new Officers.Filter(text, unitId, state), request), Officers.Row::id);

  public void search() {
    chosen = List.of();
  }

  public void hideSlips() {
    slips = null;
  }

  public void handOut() {
    messages.tried(() -> slips = accounts.handOut(user.caller(), chosen.stream().map(Officers.Row::id).toList()));
    chosen = List.of();
  }

  public List<AccountKeeping.Slip> getSlips() {
    return slips;
  }

  public LazyRows<Officers.Row> getRows() {
    return rows;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public Officer.State[] getStates() {
    return Officer.State.values();
  }

  public boolean isManager() {
    return PeopleAdministration.manages(user.caller());
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public Officer.State getState() {
    return state;
  }

  public void setState(Officer.State state) {
    this.state = state;
  }

  public List<Officers.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<Officers.Row> chosen) {
    this.chosen = chosen;
  }
}
