package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** Changing one's own password, and giving somebody a new initial one. */
@ApplicationScoped
@Transactional
public class PasswordChange {
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject Passwords passwords;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * @return the account's new stamp: all sessions and tokens but the one that is given it are dead
   * @throws Invalid for {@code currentPassword} or {@code newPassword}
   */
  public int change(Caller caller, String current, String fresh) {
    Account account = accounts.get(caller.accountId());
    if (current == null || !passwords.matches(current, account.passwordHash())) throw Invalid.field("currentPassword", "password.current");
    passwords.check(fresh, account);
    passwords.remember(account, clock.instant());
    account.changePassword(passwords.hash(fresh), clock.instant());
    happened.fire(Happened.done(caller, "people.changePassword", "account", account.id(), caller.unitPath(), ""));
    return account.stamp();
  }

  /** @return the new initial password, which must be changed at the next sign-in; it is kept nowhere */
  public String reset(Caller caller, long accountId) {
    PeopleAdministration.demandManager(caller);
    Account account = accounts.get(accountId);
    String path = units.get(account.unitId()).path();
    if (!caller.reaches(path)) throw new NotFound("account", accountId);
    if (!caller.has("SYSTEM_ADMIN") && !account.roles().equals(Set.of(Role.OFFICER))) throw new NotFound("account", accountId);
    String fresh = passwords.random();
    account.resetPassword(passwords.hash(fresh), clock.instant());
    happened.fire(Happened.done(caller, "people.resetPassword", "account", accountId, path, account.username()));
    return fresh;
  }
}
