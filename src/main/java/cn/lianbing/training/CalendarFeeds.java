package cn.lianbing.training;

import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Sha256;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Secret addresses from which calendar programs read. They show what a person has a place in, or a unit's sessions; never who else comes.
 * Making a new address ends the old one; an account that is not active any more reads nothing.
 */
@ApplicationScoped
@Transactional
public class CalendarFeeds {
  private static final Duration PAST = Duration.ofDays(200);
  private static final Duration AHEAD = Duration.ofDays(400);
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Accounts accounts;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** An open address. @param unitId null: the owner's own sessions */
  public record Row(long id, Long unitId, String unit, Instant createdAt) implements Serializable {}

  /** @param unitId null: the caller's own sessions; else that unit's, which must be within reach. @return the secret, which is kept nowhere */
  public String open(Caller caller, Long unitId) {
    if (caller.accountId() == null) throw new NotFound("calendar", "-");
    if (unitId != null) units.get(caller, unitId);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    store.createNativeQuery("delete from calendar_feed where account_id = ?1 and (unit_id = ?2 or ?2 is null and unit_id is null)").setParameter(1, caller.accountId()).setParameter(2, unitId).executeUpdate();
    store.createNativeQuery("insert into calendar_feed (hash, account_id, unit_id, created_at) values (?1, ?2, ?3, ?4)").setParameter(1, Sha256.of(secret)).setParameter(2, caller.accountId()).setParameter(3, unitId).setParameter(4, UtcColumn.of(clock.instant())).executeUpdate();
    happened.fire(Happened.done(caller, "training.openFeed", "unit", unitId == null ? "-" : unitId, caller.unitPath(), caller.name()));
    return secret;
  }

  /** @throws NotFound where the caller has none of that id */
  public void close(Caller caller, long id) {
    if (store.createNativeQuery("delete from calendar_feed where id = ?1 and account_id = ?2").setParameter(1, id).setParameter(2, caller.accountId()).executeUpdate() == 0) throw new NotFound("calendar", id);
    happened.fire(Happened.done(caller, "training.closeFeed", "calendar", id, caller.unitPath(), caller.name()));
  }

  /** The caller's open addresses, the own one first. */
  @SuppressWarnings("unchecked")
  public List<Row> of(Caller caller) {
    List<Object[]> rows = store.createNativeQuery("select f.id, f.unit_id, u.name, f.created_at from calendar_feed f left join unit u on u.id = f.unit_id where f.account_id = ?1 order by f.unit_id is not null, u.sort, f.id").setParameter(1, caller.accountId()).getResultList();
    return rows.stream().map(row -> new Row(((Number) row[0]).longValue(), row[1] == null ? null : ((Number) row[1]).longValue(), (String) row[2], UtcColumn.time(row[3]))).toList();
  }

  /** @throws NotFound for an address that is not, or no longer, one */
  public List<TrainingSessions.Row> read(String secret) {
    List<?> found = store.createNativeQuery("select account_id, unit_id from calendar_feed where hash = ?1").setParameter(1, Sha256.of(secret)).getResultList();
    if (found.isEmpty()) throw new NotFound("calendar", "-");
    Object[] row = (Object[]) found.get(0);
    Account account = accounts.get(((Number) row[0]).longValue());
    if (account.state() != Account.State.ACTIVE) throw new NotFound("calendar", "-");
    Instant now = clock.instant();
    if (row[1] == null) return account.officerId() == null ? List.of() : sessions.of(account.officerId(), now.minus(PAST), now.plus(AHEAD));
    long unit = ((Number) row[1]).longValue();
    Caller nobody = new Caller(null, null, "calendar", null, "", Set.of(), null, null);
    return sessions.calendar(nobody, new TrainingSessions.Filter(now.minus(PAST), now.plus(AHEAD), null, null, unit, null, null));
  }
}
