package cn.lianbing.exam.web;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is to sit an exam: units with all that is below them, and single officers who are looked for by name. */
@Dependent
public class CandidateChoice implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FOUND = 20;
  @Inject Units units;
  @Inject Officers officers;
  @Inject CurrentUser user;
  private final Map<Long, Boolean> chosenUnits = new HashMap<>();
  private final List<Officers.Row> chosenOfficers = new ArrayList<>();
  private String search;
  private List<Officers.Row> found;
  private transient List<Units.Row> within;

  /** A unit with all officers in it and below it. */
  public record UnitRow(long id, String name, int depth, Unit.Kind kind, long officers) {}

  public List<UnitRow> getUnits() {
    if (within == null) within = units.within(user.caller());
    return within.stream().filter(one -> one.state() == Unit.State.ACTIVE).map(one -> new UnitRow(one.id(), one.name(), one.depth(), one.kind(), within.stream().filter(other -> other.path().startsWith(one.path())).mapToLong(Units.Row::officers).sum())).toList();
  }

  public void find() {
    found = search == null ? null : officers.page(user.caller(), new Officers.Filter(search, null, Officer.State.ACTIVE), new Page.Request(1, FOUND)).items();
  }

  public void add(Officers.Row officer) {
    if (chosenOfficers.stream().noneMatch(one -> one.id() == officer.id())) chosenOfficers.add(officer);
    found = null;
    search = null;
  }

  public void remove(Officers.Row officer) {
    chosenOfficers.removeIf(one -> one.id() == officer.id());
  }

  List<Long> unitIds() {
    return chosenUnits.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  List<Long> officerIds() {
    return chosenOfficers.stream().map(Officers.Row::id).toList();
  }

  public Map<Long, Boolean> getChosenUnits() {
    return chosenUnits;
  }

  public List<Officers.Row> getChosenOfficers() {
    return chosenOfficers;
  }

  public List<Officers.Row> getFound() {
    return found;
  }

  public String getSearch() {
    return search;
  }

  public void setSearch(String search) {
    this.search = search;
  }
}
