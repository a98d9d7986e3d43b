package cn.lianbing.enrolment;

import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a person typed a code from a screen lately, in whatever session. It is counted before the code is looked at and in a
 * transaction of its own: a refusal undoes nothing, and of many guesses at once none is free.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class GuessedCodes {
  static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int MOST = 5;
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /** @return whether there is a try left */
  public boolean take(long officerId) {
    Instant now = clock.instant();
    store.createNativeQuery("""
        insert into check_in_guess (officer_id, tries, last_at) values (?1, 1, ?2)
        on duplicate key update tries = if(last_at < ?3, 1, tries + 1), last_at = if(tries > ?4, last_at, ?2)""").setParameter(1, officerId).setParameter(2, UtcColumn.of(now)).setParameter(3, UtcColumn.of(now.minus(PAUSE))).setParameter(4, MOST).executeUpdate();
    return Gatherings.number(store.createNativeQuery("select tries from check_in_guess where officer_id = ?1").setParameter(1, officerId).getSingleResult()) <= MOST;
  }

  /** The code was right. */
  public void forget(long officerId) {
    store.createNativeQuery("delete from check_in_guess where officer_id = ?1").setParameter(1, officerId).executeUpdate();
  }
}
