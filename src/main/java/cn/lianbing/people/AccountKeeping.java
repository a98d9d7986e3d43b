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

/** Opening accounts, saying what they may do, ending them. */
@ApplicationScoped
@Transactional
public class AccountKeeping {
  static final String USERNAME = "[A-Za-z][A-Za-z0-9._-]{2,39}";
  @Inject Units units;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject PasswordChange passwordChange;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A new account's name and the password to hand over; it is kept nowhere. */
  public record Initial(String username, String password) {}

  /** Handing out takes a fifth of a second each, for the hash. */
  public static final int SLIPS = 50;

  /** What is handed to an officer. */
  public record Slip(String unit, String name, String username, String password) {}

  /**
   * Gives an officer an account with the role OFFICER.
   *
   * @param username null: {@code zf} and the officer's number
   * @throws Refused {@code has-account}
   */
  public Initial open(Caller caller, long officerId, String username) {
    PeopleAdministration.demandManager(caller);
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
      Initial initial = accounts.ofOfficer(id).map(account -> new Initial(account.username(), passwordChange.reset(caller, account.id()))).orElseGet(() -> open(caller, id, null));
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

  private static void demandSystemAdmin(Caller caller) {
    if (!caller.has("SYSTEM_ADMIN")) throw new NotFound("account", "-");
  }

  private void checkUsername(String username) {
    if (username == null || !username.strip().matches(USERNAME)) throw Invalid.field("username", "username");
    if (accounts.byUsername(username.strip()).isPresent()) throw Invalid.field("username", "usernameTaken", username);
  }
}
