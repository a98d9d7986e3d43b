package cn.lianbing.people.web;

import cn.lianbing.people.PeopleAdministration;
import cn.lianbing.people.Unit;
import cn.lianbing.people.UnitKeeping;
import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The units within the reader's reach, as a tree. */
@Named
@ViewScoped
public class UnitsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Units units;
  @Inject UnitKeeping keeping;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private boolean open;
  private Long id;
  private String code;
  private String name;
  private Unit.Kind kind;
  private Long parentId;
  private int sort;

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
  }

  public void edit(Units.Row row) {
    open = true;
    id = row.id();
    code = row.code();
    name = row.name();
    kind = row.kind();
    parentId = row.parentId();
    sort = row.sort();
  }

  public void cancel() {
    open = false;
  }

  public void save() {
    var data = new UnitKeeping.UnitData(code, name, kind, parentId, sort);
    boolean saved = messages.tried(() -> {
      if (id == null) keeping.add(user.caller(), data);
      else keeping.change(user.caller(), id, data);
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
}
