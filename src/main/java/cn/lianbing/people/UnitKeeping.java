package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeping units within the caller's reach. */
@ApplicationScoped
@Transactional
public class UnitKeeping {
  static final String UNIT_CODE = "[A-Za-z0-9-]{1,40}";
  @Inject Units units;
  @Inject Officers officers;
  @Inject OfficerPasts pasts;
  @Inject Event<Happened> happened;

  /** What a form or an import row says of a unit. {@code parentId} null: the district itself. */
  public record UnitData(String code, String name, Unit.Kind kind, Long parentId, int sort) {}

  public long add(Caller caller, UnitData data) {
    PeopleAdministration.demandManager(caller);
    if (data.parentId() == null) throw Invalid.field("parentId", "required");
    Unit parent = units.get(caller, data.parentId());
    check(data);
    if (data.kind() == Unit.Kind.DISTRICT) throw Invalid.field("kind", "unit.district");
    if (parent.state() == Unit.State.CLOSED) throw Invalid.field("parentId", "unit.closed");
    if (data.code() == null || !data.code().matches(UNIT_CODE)) throw Invalid.field("code", "unit.code");
    if (units.byCode(data.code()).isPresent()) throw Invalid.field("code", "unit.codeTaken", data.code());
    Unit unit = units.add(new Unit(data.code(), data.name().strip(), data.kind(), data.sort()), parent);
    happened.fire(Happened.done(caller, "people.addUnit", "unit", unit.id(), unit.path(), unit.name()));
    return unit.id();
  }

  public void change(Caller caller, long id, UnitData data) {
    PeopleAdministration.demandManager(caller);
    Unit unit = units.get(caller, id);
    check(data);
    if ((data.kind() == Unit.Kind.DISTRICT) != (unit.kind() == Unit.Kind.DISTRICT)) throw Invalid.field("kind", "unit.district");
    unit.describe(data.name().strip(), data.kind(), data.sort());
    pasts.record(unit);
    happened.fire(Happened.done(caller, "people.changeUnit", "unit", id, unit.path(), unit.name()));
  }

  /** @throws Refused {@code unit-not-empty} while active officers are in it or below */
  public void close(Caller caller, long id) {
    PeopleAdministration.demandManager(caller);
    Unit unit = units.get(caller, id);
    int active = officers.activeUnder(unit.path()).size();
    if (active > 0) throw new Refused("unit-not-empty", active);
    unit.close();
    happened.fire(Happened.done(caller, "people.closeUnit", "unit", id, unit.path(), unit.name()));
  }

  public void reopen(Caller caller, long id) {
    PeopleAdministration.demandManager(caller);
    Unit unit = units.get(caller, id);
    unit.reopen();
    happened.fire(Happened.done(caller, "people.reopenUnit", "unit", id, unit.path(), unit.name()));
  }

  private static void check(UnitData data) {
    if (data.name() == null || data.name().isBlank()) throw Invalid.field("name", "required");
    if (data.name().strip().length() > 100) throw Invalid.field("name", "tooLong", 100);
    if (data.kind() == null) throw Invalid.field("kind", "required");
  }
}
