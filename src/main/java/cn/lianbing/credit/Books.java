package cn.lianbing.credit;

import cn.lianbing.platform.Like;
import cn.lianbing.platform.Hundredths;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The ledger's statements, on one connection and so in one transaction; {@link CreditLedger} knows the rules. */
final class Books {
  /** Earned, with reversals, without closings. */
  static final String BALANCE = "select a.bucket, sum(p.hundredths) from credit_account a join credit_posting p on p.account_id = a.id where a.owner = ? and a.year = ? and a.kind = 'OFFICER' and p.closing = false group by a.bucket";
  private static final String ACCOUNT = "insert into credit_account (kind, owner, bucket, year) values (?, ?, ?, ?) on duplicate key update id = last_insert_id(id)";
  private static final String ENTRY = """
      insert into credit_entry (source, kind, origin, officer_id, unit_id, bucket, on_date, hundredths, title, reason, reverses_id, recorded_by, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, utc_timestamp(3))""";
  private static final String POSTING = "insert into credit_posting (account_id, entry_id, hundredths, closing) values (?, ?, ?, false), (?, ?, ?, false)";

  /** An entry as it stands. */
  record Entry(long id, long officerId, long unitId, Bucket bucket, Origin origin, LocalDate on, int hundredths, String title) {}

  private final Connection connection;

  Books(Connection connection) {
    this.connection = connection;
  }

  /** One booking of an officer at a time: the day's limit and what is booked twice are judged in order. @return the officer's unit */
  long lock(long officerId) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select unit_id from officer where id = ? for update")) {
      ask.setLong(1, officerId);
      try (ResultSet row = ask.executeQuery()) {
        if (!row.next()) throw new IllegalArgumentException("no officer " + officerId);
        return row.getLong(1);
      }
    }
  }

  /** The entry that stands for a source, where one does. */
  OptionalLong standing(String source) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select e.id from credit_entry e where (e.source = ? or e.source like ?) and e.kind = 'EARNED' and not exists (select 1 from credit_entry r where r.reverses_id = e.id)")) {
      ask.setString(1, source);
      ask.setString(2, again(source));
      return number(ask);
    }
  }

  boolean holds(long officerId, long entryId) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select count(*) from credit_entry where id = ? and officer_id = ?")) {
      ask.setLong(1, entryId);
      ask.setLong(2, officerId);
      return number(ask).orElse(0) == 1;
    }
  }

  boolean stands(long entryId) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select count(*) from credit_entry e where e.id = ? and e.kind = 'EARNED' and not exists (select 1 from credit_entry r where r.reverses_id = e.id)")) {
      ask.setLong(1, entryId);
      return number(ask).orElse(0) == 1;
    }
  }

  /** The name of the next entry for a source: what was reversed may be booked again, under a name of its own. */
  String next(String source) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select count(*) from credit_entry where source = ? or source like ?")) {
      ask.setString(1, source);
      ask.setString(2, again(source));
      long times = number(ask).orElse(0);
      return times == 0 ? source : source + "#" + (times + 1);
    }
  }

  private static String again(String source) {
    return Like.literal(source) + "#%";
  }

  /** What stands on one day, all buckets, but for sums that were carried over. */
  int onDay(long officerId, LocalDate day) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select coalesce(sum(hundredths), 0) from credit_entry where officer_id = ? and on_date = ? and kind <> 'CLOSING' and origin <> 'CARRIED'")) {
      ask.setLong(1, officerId);
      ask.setDate(2, Date.valueOf(day));
      return (int) number(ask).orElse(0);
    }
  }

  /** The same by name, "行政处罚法专题 6": what stands, the first few. */
  List<String> namedOnDay(long officerId, LocalDate day) throws SQLException {
    List<String> named = new ArrayList<>();
    try (PreparedStatement ask = connection.prepareStatement("select e.title, e.hundredths from credit_entry e where e.officer_id = ? and e.on_date = ? and e.kind = 'EARNED' and e.origin <> 'CARRIED' and not exists (select 1 from credit_entry r where r.reverses_id = e.id) order by e.id limit 5")) {
      ask.setLong(1, officerId);
      ask.setDate(2, Date.valueOf(day));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) named.add(row.getString(1) + " " + Hundredths.text(row.getInt(2)));
      }
    }
    return named;
  }

  Entry entry(long id) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select id, officer_id, unit_id, bucket, origin, on_date, hundredths, title from credit_entry where id = ?")) {
      ask.setLong(1, id);
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return new Entry(row.getLong(1), row.getLong(2), row.getLong(3), Bucket.valueOf(row.getString(4)), Origin.valueOf(row.getString(5)), row.getDate(6).toLocalDate(), row.getInt(7), row.getString(8));
      }
    }
  }

  long earn(Booking booking, String source, long unitId, Long by) throws SQLException {
    return book(source, "EARNED", new Entry(0, booking.officerId(), unitId, booking.bucket(), booking.origin(), booking.on(), booking.hundredths(), booking.title()), null, null, by);
  }

  /** The same hours back, on the same day: the year they were in loses them. */
  void reverse(Entry entry, String reason, Long by) throws SQLException {
    book("reversal:" + entry.id(), "REVERSAL", new Entry(0, entry.officerId(), entry.unitId(), entry.bucket(), entry.origin(), entry.on(), -entry.hundredths(), entry.title()), reason, entry.id(), by);
  }

  private long book(String source, String kind, Entry entry, String reason, Long reverses, Long by) throws SQLException {
    long own = account("OFFICER", entry.officerId(), entry.bucket(), entry.on().getYear());
    long other = account(entry.origin().name(), 0, entry.bucket(), entry.on().getYear());
    long id;
    try (PreparedStatement add = connection.prepareStatement(ENTRY, Statement.RETURN_GENERATED_KEYS)) {
      add.setString(1, source);
      add.setString(2, kind);
      add.setString(3, entry.origin().name());
      add.setLong(4, entry.officerId());
      add.setLong(5, entry.unitId());
      add.setString(6, entry.bucket().name());
      add.setDate(7, Date.valueOf(entry.on()));
      add.setInt(8, entry.hundredths());
      add.setString(9, entry.title());
      add.setString(10, reason);
      add.setObject(11, reverses, Types.BIGINT);
      add.setObject(12, by, Types.BIGINT);
      add.executeUpdate();
      try (ResultSet key = add.getGeneratedKeys()) {
        key.next();
        id = key.getLong(1);
      }
    }
    try (PreparedStatement add = connection.prepareStatement(POSTING)) {
      add.setLong(1, own);
      add.setLong(2, id);
      add.setInt(3, entry.hundredths());
      add.setLong(4, other);
      add.setLong(5, id);
      add.setInt(6, -entry.hundredths());
      add.executeUpdate();
    }
    return id;
  }

  private long account(String kind, long owner, Bucket bucket, int year) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select id from credit_account where owner = ? and year = ? and bucket = ? and kind = ?")) {
      ask.setLong(1, owner);
      ask.setInt(2, year);
      ask.setString(3, bucket.name());
      ask.setString(4, kind);
      OptionalLong known = number(ask);
      if (known.isPresent()) return known.getAsLong();
    }
    try (PreparedStatement add = connection.prepareStatement(ACCOUNT, Statement.RETURN_GENERATED_KEYS)) {
      add.setString(1, kind);
      add.setLong(2, owner);
      add.setString(3, bucket.name());
      add.setInt(4, year);
      add.executeUpdate();
      try (ResultSet key = add.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  Balance balance(long officerId, int year) throws SQLException {
    Map<Bucket, Integer> earned = new EnumMap<>(Bucket.class);
    try (PreparedStatement ask = connection.prepareStatement(BALANCE)) {
      ask.setLong(1, officerId);
      ask.setInt(2, year);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) earned.put(Bucket.valueOf(row.getString(1)), row.getInt(2));
      }
    }
    return new Balance(earned);
  }

  private static OptionalLong number(PreparedStatement ask) throws SQLException {
    try (ResultSet row = ask.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }
}
