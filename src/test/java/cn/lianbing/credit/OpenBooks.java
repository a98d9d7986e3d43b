package cn.lianbing.credit;

import java.sql.Connection;
import java.sql.SQLException;

/** The ledger's own statements for a measurement outside the container, in the order in which {@link CreditLedger} and {@link YearClose} use them. */
public final class OpenBooks {
  private final Connection connection;
  private final Books books;

  public OpenBooks(Connection connection) {
    this.connection = connection;
    books = new Books(connection);
  }

  public Balance balance(long officerId, int year) throws SQLException {
    return books.balance(officerId, year);
  }

  /** @return false where it stands already, or the day is full */
  public boolean earn(Booking booking, int dayLimit) throws SQLException {
    long unit = books.lock(booking.officerId());
    if (books.standing(booking.source()).isPresent() || books.onDay(booking.officerId(), booking.on()) + booking.hundredths() > dayLimit) return false;
    books.earn(booking, books.next(booking.source()), unit, null);
    return true;
  }

  public boolean reverse(String source, String reason) throws SQLException {
    var standing = books.standing(source);
    if (standing.isEmpty()) return false;
    Books.Entry entry = books.entry(standing.getAsLong());
    books.lock(entry.officerId());
    if (!books.stands(entry.id())) return false;
    books.reverse(entry, reason, null);
    return true;
  }

  public YearClose.Closed close(int year) throws SQLException {
    return new ClosingBooks(connection).close(year, null);
  }
}
