package cn.lianbing.credit;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Closing a year, and closing it again after late corrections: only what changed since is booked. */
@ApplicationScoped
@Transactional
public class YearClose {
  @PersistenceContext EntityManager store;
  @Inject CreditRules rules;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param officers who had to have hours; @param met how many of them had all; @param booked accounts that were emptied now */
  public record Closed(int year, int officers, int met, int booked) implements Serializable {}

  /**
   * One transaction: it is closed whole, or not at all and can be started again.
   *
   * @throws Refused  {@code credit-year-open} while the year lasts
   * @throws NotFound where the caller does not keep the rules
   */
  public Closed close(Caller caller, int year) {
    if (!rules.keeps(caller)) throw new NotFound("creditYear", year);
    if (year >= clock.instant().atZone(Times.ZONE).getYear()) throw new Refused("credit-year-open", year);
    try {
      Closed closed = new ClosingBooks(store.unwrap(Connection.class)).close(year, caller.accountId());
      happened.fire(Happened.done(caller, "credit.close", "creditYear", year, null, "%d/%d, %d".formatted(closed.met(), closed.officers(), closed.booked())));
      return closed;
    } catch (SQLException e) {
      throw new IllegalStateException("closing " + year + " failed", e);
    }
  }
}
