package cn.lianbing.credit;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Booking hours and taking them back; the package's own comment tells how the ledger is made. */
@ApplicationScoped
@Transactional
public class CreditLedger {
  @PersistenceContext EntityManager store;
  @Inject CreditRules rules;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Event<Happened> happened;

  /** The statements of one use case, in its transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Books books) throws SQLException;
  }

  /**
   * Books hours, once for each source.
   *
   * @return false where the source stands booked already; nothing happened then
   * @throws Refused {@code credit-day-full} (name, day, hours there already, hours to add, most a day holds, what is there)
   */
  public boolean earn(Caller caller, Booking booking) {
    return in(books -> {
      long unit = books.lock(booking.officerId());
      if (books.standing(booking.source()).isPresent()) return false;
      int there = books.onDay(booking.officerId(), booking.on());
      int most = rules.dayLimit(booking.on());
      // what is carried over from an older register is a sum over many days
      if (booking.origin() != Origin.CARRIED && there + booking.hundredths() > most)
        throw new Refused("credit-day-full", officers.get(booking.officerId()).name(), Times.text(booking.on()), Hundredths.text(there), Hundredths.text(booking.hundredths()), Hundredths.text(most), String.join("；", books.namedOnDay(booking.officerId(), booking.on())));
      books.earn(booking, books.next(booking.source()), booking.unitId() == null ? unit : booking.unitId(), caller.accountId());
      return true;
    });
  }

  /**
   * Takes back what stands for a source by an entry of its own; nothing where nothing stands.
   *
   * @throws Invalid for {@code reason} where it is empty or over 200 characters
   */
  public void reverse(Caller caller, String source, String reason) {
    Reason.demanded(reason);
    in(books -> {
      OptionalLong standing = books.standing(source);
      if (standing.isPresent()) back(caller, books, standing.getAsLong(), reason.strip());
      return null;
    });
  }

  /**
   * Takes back one entry of an officer within reach.
   *
   * @throws NotFound where the officer is not within reach, or the entry not the officer's
   * @throws Refused  {@code credit-reversed} where that is done already, or where it is itself a reversal
   */
  public void reverse(Caller caller, long officerId, long entryId, String reason) {
    Reason.demanded(reason);
    Officer officer = officers.get(caller, officerId);
    if (!OutsideCredits.decides(caller) || !caller.reaches(units.get(officer.unitId()).path())) throw new NotFound("creditEntry", entryId);
    in(books -> {
      if (!books.holds(officerId, entryId)) throw new NotFound("creditEntry", entryId);
      if (!books.stands(entryId)) throw new Refused("credit-reversed");
      back(caller, books, entryId, reason.strip());
      return null;
    });
  }

  private void back(Caller caller, Books books, long entryId, String reason) throws SQLException {
    Books.Entry entry = books.entry(entryId);
    books.lock(entry.officerId());
    if (!books.stands(entryId)) return; // another did it while we waited
    books.reverse(entry, reason, caller.accountId());
    happened.fire(Happened.done(caller, "credit.reverse", "officer", entry.officerId(), null, "%s %s: %s".formatted(entry.title(), Hundredths.text(entry.hundredths()), reason)));
  }

  /** What the officer has earned in a year; closing the year does not change it. */
  public Balance balance(long officerId, int year) {
    return in(books -> books.balance(officerId, year));
  }

  /** On the entity manager's own connection: a second one would be a second resource of the transaction, which then cannot commit. */
  private <T> T in(Work<T> work) {
    store.flush();
    try {
      return work.with(new Books(store.unwrap(Connection.class)));
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger's statement failed", e);
    }
  }
}
