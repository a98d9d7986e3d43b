package cn.lianbing.people;

import cn.lianbing.platform.Bulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/**
 * Where people sign in. Hashing a password is meant to be slow: of a crowd that arrives at once a few are let in at a time, before
 * a transaction or a connection is taken, so that a storm of sign-ins delays no answer.
 */
@ApplicationScoped
public class SignInDoor {
  private static final int WAITING = 16;
  private static final long PATIENCE_MILLIS = 8000;
  @Inject SignIn signIn;
  private final Bulkhead bulkhead = new Bulkhead(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING, PATIENCE_MILLIS);

  /** As {@link SignIn#signIn}; also refuses {@code busy}. */
  public SignIn.SignedIn signIn(String username, String password, String address) {
    return bulkhead.run(() -> signIn.signIn(username, password, address));
  }

  /** How many wait at the door. */
  @Gauge(name = "lianbing_sign_ins_waiting", absolute = true, unit = "none")
  public int waiting() {
    return bulkhead.waiting();
  }
}
