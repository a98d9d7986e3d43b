package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Signing in, and finding out at each later request whether that still holds. */
@ApplicationScoped
@Transactional(dontRollbackOn = Refused.class)
public class SignIn {
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject SignInFailures failures;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * Somebody who is signed in.
   *
   * @param stamp of the account at that moment: a later one ends this
   */
  public record SignedIn(Caller caller, int stamp, boolean passwordChangeRequired, boolean noticeAccepted) {}

  /**
   * @throws Refused {@code bad-credentials} with the tries left, {@code locked} with the seconds to wait; both the same
   *     whether or not such an account exists
   */
  public SignedIn signIn(String username, String password, String address) {
    String name = username == null ? "" : username.strip();
    Optional<Duration> wait = failures.wait(name, address);
    if (wait.isPresent()) throw locked(wait.get());
    Optional<Account> account = name.isEmpty() || name.length() > 60 ? Optional.empty() : accounts.byUsername(name).filter(one -> one.state() == Account.State.ACTIVE);
    String typed = password == null || password.length() > Passwords.LONGEST ? "" : password;
    boolean right = account.isPresent() && passwords.matches(typed, account.get().passwordHash());
    if (account.isEmpty()) passwords.matchNobody(typed);
    if (!right) {
      int left = failures.count(name, address);
      happened.fire(Happened.refused(Caller.anonymous(address), "people.signIn", "account", account.map(Account::id).map(String::valueOf).orElse("-"), left == 0 ? "locked" : "bad-credentials"));
      if (left == 0) throw locked(SignInFailures.LOCK);
      throw new Refused("bad-credentials", left, SignInFailures.LOCK.toMinutes());
    }
    failures.forget(name);
    SignedIn signedIn = signedIn(account.get(), address);
    happened.fire(Happened.done(signedIn.caller(), "people.signIn", "account", account.get().id(), signedIn.caller().unitPath(), ""));
    return signedIn;
  }

  public void acceptNotice(Caller caller) {
    accounts.get(caller.accountId()).acceptNotice(clock.instant());
    happened.fire(Happened.done(caller, "people.acceptNotice", "account", caller.accountId(), caller.unitPath(), ""));
  }

  private SignedIn signedIn(Account account, String address) {
    return new SignedIn(accounts.caller(account, address), account.stamp(), account.passwordChangeRequired(), account.noticeAccepted());
  }

  private static Refused locked(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    return new Refused("locked", seconds, (seconds + 59) / 60);
  }
}
