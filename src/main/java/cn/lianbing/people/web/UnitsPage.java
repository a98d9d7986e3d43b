package cn.lianbing.people.web;

import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitFacts;
import cn.lianbing.people.UnitKeeping;
import cn.lianbing.people.UnitReporting;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The units within the reader's reach, as a tree. */
@Named
@ViewScoped
public class UnitsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Units units;
  @Inject UnitKeeping keeping;
  @Inject UnitReporting reporting;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private boolean open;
  private Long id;
  private String code;
  private String name;
  private Unit.Kind kind;
  private Long parentId;
  private int sort;
  private boolean publishes;
  private LocalDate publishesSince;
  private Unit.Rank rank;
  private LocalDate rankedSince;
  private Unit.Level level;

  public List<Units.Row> getRows() {
    return units.within(user.caller());
  }

  public void add() {
    open = true;
    id = null;
    code = null;
    name = null;
    kind = Unit.Kind.DEPARTMENT;
    parentId = getRows().get(0).id();
    sort = 0;
    show(new UnitFacts(false, null, null, null, null));
  }

  private void show(UnitFacts facts) {
    publishes = facts.publishes();
    publishesSince = facts.publishesSince();
    rank = facts.rank();
    rankedSince = facts.rankedSince();
    level = facts.level();
  }

  public void edit(Units.Row row) {
    open = true;
    id = row.id();
    code = row.code();
    name = row.name();
    kind = row.kind();
    parentId = row.parentId();
    sort = row.sort();
    show(reporting.facts(user.caller(), row.id()));
  }

  public void cancel() {
    open = false;
  }

  public void save() {
    var data = new UnitKeeping.UnitData(code, name, kind, parentId, sort);
    var facts = new UnitFacts(publishes, publishesSince, rank, rankedSince, level);
    boolean saved = messages.tried(() -> {
      if (id == null) {
        long added = keeping.add(user.caller(), data);
        id = added; // what follows may be refused: a second press must not add it again
      } else keeping.change(user.caller(), id, data);
      reporting.state(user.caller(), id, facts);
    });
    if (!saved) return;
    messages.done("people.units.done", name);
    open = false;
  }

  public void close(Units.Row row) {
    if (messages.tried(() -> keeping.close(user.caller(), row.id()))) messages.done("people.units.closed", row.name());
  }

  public void reopen(Units.Row row) {
    if (messages.tried(() -> keeping.reopen(user.caller(), row.id()))) messages.done("people.units.reopened", row.name());
  }

  public boolean isManager() {
    return PeopleAdministration.manages(user.caller());
  }

  /** There is one district, and it stays one. */
  public List<Unit.Kind> getKinds() {
    return id != null && kind == Unit.Kind.DISTRICT ? List.of(Unit.Kind.DISTRICT) : Arrays.stream(Unit.Kind.values()).filter(one -> one != Unit.Kind.DISTRICT).toList();
  }

  /** Where a new unit may lie. */
  public List<Units.Row> getParents() {
    return getRows().stream().filter(row -> row.state() == Unit.State.ACTIVE).toList();
  }

  public boolean isOpen() {
    return open;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Unit.Kind getKind() {
    return kind;
  }

  public void setKind(Unit.Kind kind) {
    this.kind = kind;
  }

  public Long getParentId() {
    return parentId;
  }

  public void setParentId(Long parentId) {
    this.parentId = parentId;
  }

  public int getSort() {
    return sort;
  }

  public void setSort(int sort) {
    this.sort = sort;
  }

  public Unit.Rank[] getRanks() {
    return Unit.Rank.values();
  }

  public Unit.Level[] getLevels() {
    return Unit.Level.values();
  }

  public boolean isPublishes() {
    return publishes;
  }

  public void setPublishes(boolean publishes) {
    this.publishes = publishes;
  }

  public LocalDate getPublishesSince() {
    return publishesSince;
  }

  public void setPublishesSince(LocalDate publishesSince) {
    this.publishesSince = publishesSince;
  }

  public Unit.Rank getRank() {
    return rank;
  }

  public void setRank(Unit.Rank rank) {
    this.rank = rank;
  }

  public LocalDate getRankedSince() {
    return rankedSince;
  }

  public void setRankedSince(LocalDate rankedSince) {
    this.rankedSince = rankedSince;
  }

  public Unit.Level getLevel() {
    return level;
  }

  public void setLevel(Unit.Level level) {
    this.level = level;
  }
}
