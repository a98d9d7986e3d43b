package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Keeping units, officers and their accounts, each within the caller's reach. */
@ApplicationScoped
@Transactional
public class PeopleAdministration {
  static final String USERNAME = "[A-Za-z][A-Za-z0-9._-]{2,39}";
  static final String UNIT_CODE = "[A-Za-z0-9-]{1,40}";
  @Inject Units units;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject PasswordChange passwordChange;
  @Inject IdNumberVault vault;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What a form or an import row says of an officer. The identity number is null where it stays as it is. */
  public record OfficerData(long unitId, String name, String idNumber, Officer.Establishment establishment, Officer.Education education, String post, String phone, Officer.State state) {}

  /** A new account's name and the password to hand over; it is kept nowhere. */
  public record Initial(String username, String password) {}

  /** Handing out takes a fifth of a second each, for the hash. */
  public static final int SLIPS = 50;

  /** What is handed to an officer. */
  public record Slip(String unit, String name, String username, String password) {}

  /** What a form or an import row says of a unit. {@code parentId} null: the district itself. */
  public record UnitData(String code, String name, Unit.Kind kind, Long parentId, int sort) {}

  public long addUnit(Caller caller, UnitData data) {
    demandManager(caller);
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

  public void changeUnit(Caller caller, long id, UnitData data) {
    demandManager(caller);
    Unit unit = units.get(caller, id);
    check(data);
    if ((data.kind() == Unit.Kind.DISTRICT) != (unit.kind() == Unit.Kind.DISTRICT)) throw Invalid.field("kind", "unit.district");
    unit.describe(data.name().strip(), data.kind(), data.sort());
    happened.fire(Happened.done(caller, "people.changeUnit", "unit", id, unit.path(), unit.name()));
  }

  /** @throws Refused {@code unit-not-empty} while active officers are in it or below */
  public void closeUnit(Caller caller, long id) {
    demandManager(caller);
    Unit unit = units.get(caller, id);
    int active = officers.activeUnder(unit.path()).size();
    if (active > 0) throw new Refused("unit-not-empty", active);
    unit.close();
    happened.fire(Happened.done(caller, "people.closeUnit", "unit", id, unit.path(), unit.name()));
  }

  public void reopenUnit(Caller caller, long id) {
    demandManager(caller);
    Unit unit = units.get(caller, id);
    unit.reopen();
    happened.fire(Happened.done(caller, "people.reopenUnit", "unit", id, unit.path(), unit.name()));
  }

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
    if (account == null) return;
    account.belongsTo(officer);
    boolean inService = officer.state() == Officer.State.ACTIVE || officer.state() == Officer.State.SECONDED;
    if (!inService && account.state() == Account.State.ACTIVE) account.disable();
  }

  /**
   * Gives an officer an account with the role OFFICER.
   *
   * @param username null: {@code zf} and the officer's number
   * @throws Refused {@code has-account}
   */
  public Initial openAccount(Caller caller, long officerId, String username) {
    demandManager(caller);
    Officer officer = officers.get(caller, officerId);
    if (!caller.reaches(units.get(officer.unitId()).path())) throw new NotFound("officer", officerId);
    Unit unit = units.get(caller, officer.unitId());
    if (accounts.ofOfficer(officerId).isPresent()) throw new Refused("has-account");
    String name = username == null || username.isBlank() ? "zf%05d".formatted(officerId) : username.strip();
    checkUsername(name);
    String password = passwords.random();
    Account account = new Account(name, officer.name(), unit, Set.of(Role.OFFICER), passwords.hash(password), clock.instant());
    account.belongsTo(officer);
    accounts.add(account);
    happened.fire(Happened.done(caller, "people.openAccount", "account", account.id(), unit.path(), name));
    return new Initial(name, password);
  }

  /** A new initial password for each, in that order; whoever has no account gets one. An import opens accounts that wait for this. */
  public List<Slip> handOut(Caller caller, List<Long> officerIds) {
    if (officerIds.isEmpty()) throw Invalid.field("choice", "handOut.none");
    if (officerIds.size() > SLIPS) throw Invalid.field("choice", "handOut.tooMany", SLIPS);
    return officerIds.stream().map(id -> {
      Officer officer = officers.get(caller, id);
      Initial initial = accounts.ofOfficer(id).map(account -> new Initial(account.username(), passwordChange.reset(caller, account.id()))).orElseGet(() -> openAccount(caller, id, null));
      return new Slip(units.get(officer.unitId()).name(), officer.name(), initial.username(), initial.password());
    }).toList();
  }

  /** A staff account that belongs to no officer. Only for SYSTEM_ADMIN. */
  public Initial addStaff(Caller caller, String username, String name, long unitId, Set<Role> roles) {
    demandSystemAdmin(caller);
    checkUsername(username);
    if (name == null || name.isBlank() || name.length() > 60) throw Invalid.field("name", "required");
    if (roles.isEmpty()) throw Invalid.field("roles", "required");
    Unit unit = units.get(caller, unitId);
    String password = passwords.random();
    Account account = accounts.add(new Account(username.strip(), name.strip(), unit, roles, passwords.hash(password), clock.instant()));
    happened.fire(Happened.done(caller, "people.openAccount", "account", account.id(), unit.path(), username + " " + roles));
    return new Initial(account.username(), password);
  }

  /** The account's sessions and tokens end with this. Only for SYSTEM_ADMIN, and not for oneself: the last key stays in the house. */
  public void grant(Caller caller, long accountId, Set<Role> roles) {
    demandSystemAdmin(caller);
    if (caller.accountId() == accountId) throw new Refused("own-account");
    Account account = accounts.get(accountId);
    if (roles.isEmpty()) throw Invalid.field("roles", "required");
    account.grant(roles);
    happened.fire(Happened.done(caller, "people.grant", "account", accountId, caller.unitPath(), account.username() + " " + roles));
  }

  public void disable(Caller caller, long accountId) {
    demandSystemAdmin(caller);
    if (caller.accountId() == accountId) throw new Refused("own-account");
    accounts.get(accountId).disable();
    happened.fire(Happened.done(caller, "people.disable", "account", accountId, caller.unitPath(), accounts.get(accountId).username()));
  }

  public void enable(Caller caller, long accountId) {
    demandSystemAdmin(caller);
    accounts.get(accountId).enable();
    happened.fire(Happened.done(caller, "people.enable", "account", accountId, caller.unitPath(), accounts.get(accountId).username()));
  }

  /** Others who reach a unit, auditors among them, only read. */
  public static boolean manages(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "SYSTEM_ADMIN", "SYSTEM");
  }

  public static void demandManager(Caller caller) {
    if (!manages(caller)) throw new NotFound("people", "-");
  }

  private static void demandSystemAdmin(Caller caller) {
    if (!caller.has("SYSTEM_ADMIN")) throw new NotFound("account", "-");
  }

  private void checkUsername(String username) {
    if (username == null || !username.strip().matches(USERNAME)) throw Invalid.field("username", "username");
    if (accounts.byUsername(username.strip()).isPresent()) throw Invalid.field("username", "usernameTaken", username);
  }

  private void demandFree(Officer officer, OfficerData data) {
    if (data.idNumber() == null || data.idNumber().isBlank()) return;
    IdNumber number = new IdNumber(data.idNumber());
    officers.byIdNumber(number, vault).filter(other -> !other.id().equals(officer.id())).ifPresent(other -> {
      throw Invalid.field("idNumber", "idNumber.taken", number.masked());
    });
  }

  private static void check(UnitData data) {
    if (data.name() == null || data.name().isBlank()) throw Invalid.field("name", "required");
    if (data.name().strip().length() > 100) throw Invalid.field("name", "tooLong", 100);
    if (data.kind() == null) throw Invalid.field("kind", "required");
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
