package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Keeping officers within the caller's reach. {@link UnitKeeping} keeps their units, {@link AccountKeeping} their accounts. */
@ApplicationScoped
@Transactional
public class PeopleAdministration {
  @Inject Units units;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject IdNumberVault vault;
  @Inject OfficerPasts pasts;
  @Inject Event<Happened> happened;

  /** What a form or an import row says of an officer. The identity number is null where it stays as it is. */
  public record OfficerData(long unitId, String name, String idNumber, Officer.Establishment establishment, Officer.Education education, String post, String phone, Officer.State state) {}

  public long addOfficer(Caller caller, OfficerData data) {
    demandManager(caller);
    check(data);
    Unit unit = units.get(caller, data.unitId());
    if (unit.state() == Unit.State.CLOSED) throw Invalid.field("unitId", "unit.closed");
    Officer officer = new Officer(unit, data.name().strip(), data.establishment());
    demandFree(officer, data);
    write(officer, null, unit, data);
    officers.add(officer);
    happened.fire(Happened.done(caller, "people.addOfficer", "officer", officer.id(), unit.path(), officer.name()));
    return officer.id();
  }

  public void changeOfficer(Caller caller, long id, OfficerData data) {
    demandManager(caller);
    check(data);
    Officer officer = officers.get(caller, id);
    if (!caller.reaches(units.get(officer.unitId()).path())) throw new NotFound("officer", id); // one's own record is only to read
    Unit unit = units.get(caller, data.unitId());
    if (unit.state() == Unit.State.CLOSED && unit.id() != officer.unitId().longValue()) throw Invalid.field("unitId", "unit.closed");
    demandFree(officer, data);
    write(officer, accounts.ofOfficer(id).orElse(null), unit, data);
    happened.fire(Happened.done(caller, "people.changeOfficer", "officer", id, unit.path(), officer.name()));
  }

  /**
   * Data that has been checked. An account follows its officer: name, unit, and an end when the officer is no longer in service.
   *
   * @param account the officer's, null where there is none
   */
  void write(Officer officer, Account account, Unit unit, OfficerData data) {
    if (data.idNumber() != null && !data.idNumber().isBlank()) officer.identify(new IdNumber(data.idNumber()), vault);
    officer.describe(data.name().strip(), data.establishment(), data.education(), blankToNull(data.post()), blankToNull(data.phone()));
    officer.moveTo(unit);
    if (data.state() != null) officer.become(data.state());
    if (officer.id() != null) pasts.record(officer);
    if (account == null) return;
    account.belongsTo(officer);
    boolean inService = officer.state() == Officer.State.ACTIVE || officer.state() == Officer.State.SECONDED;
    if (!inService && account.state() == Account.State.ACTIVE) account.disable();
  }

  /** Others who reach a unit, auditors among them, only read. */
  public static boolean manages(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "SYSTEM_ADMIN", "SYSTEM");
  }

  public static void demandManager(Caller caller) {
    if (!manages(caller)) throw new NotFound("people", "-");
  }

  private void demandFree(Officer officer, OfficerData data) {
    if (data.idNumber() == null || data.idNumber().isBlank()) return;
    IdNumber number = new IdNumber(data.idNumber());
    officers.byIdNumber(number, vault).filter(other -> !other.id().equals(officer.id())).ifPresent(other -> {
      throw Invalid.field("idNumber", "idNumber.taken", number.masked());
    });
  }

  private static void check(OfficerData data) {
    if (data.name() == null || data.name().isBlank()) throw Invalid.field("name", "required");
    if (data.name().strip().length() > 60) throw Invalid.field("name", "tooLong", 60);
    if (data.establishment() == null) throw Invalid.field("establishment", "required");
    if (data.post() != null && data.post().length() > 100) throw Invalid.field("post", "tooLong", 100);
    if (data.phone() != null && !data.phone().isBlank() && !data.phone().strip().matches("[0-9+\\- ]{5,30}")) throw Invalid.field("phone", "phone");
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
