package cn.lianbing.people;

import cn.lianbing.platform.Sha256;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Bearer tokens of programs and scripts that signed in through the API. Only their hash is stored. */
@ApplicationScoped
@Transactional
public class SessionTokens {
  public static final String PREFIX = "lb_";
  public static final Duration LIFE = Duration.ofHours(8);
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** A token that has just been made; the text exists nowhere else. */
  public record Issued(String token, Instant expiresAt) {}

  public Issued issue(SignIn.SignedIn signedIn) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    store.createNativeQuery("delete from api_token where expires_at < ?1").setParameter(1, UtcColumn.of(now)).executeUpdate();
    store.createNativeQuery("insert into api_token (hash, account_id, stamp, issued_at, expires_at) values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, Sha256.of(token)).setParameter(2, signedIn.caller().accountId()).setParameter(3, signedIn.stamp()).setParameter(4, UtcColumn.of(now)).setParameter(5, UtcColumn.of(now.plus(LIFE))).executeUpdate();
    return new Issued(token, now.plus(LIFE));
  }

  public void revoke(String token) {
    store.createNativeQuery("delete from api_token where hash = ?1").setParameter(1, Sha256.of(token)).executeUpdate();
  }
}
