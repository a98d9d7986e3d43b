package cn.lianbing.credit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;

/** The statements that close a year, for all officers at once. */
final class ClosingBooks {
  /** What holds on the year's last day; the establishment's own rule before the one for all, the latest first. */
  private static final String LINES = """
      insert into credit_close_line (close_id, officer_id, bucket, earned, needed)
      select ?, o.id, b.bucket,
        coalesce((select sum(p.hundredths) from credit_account a join credit_posting p on p.account_id = a.id and p.closing = false where a.owner = o.id and a.year = ? and a.bucket = b.bucket and a.kind = 'OFFICER'), 0), b.hundredths
      from officer o join (
        select e.establishment, k.bucket,
          (select n.hundredths from credit_need n where n.bucket = k.bucket and n.valid_from <= ? and (n.establishment = e.establishment or n.establishment is null) order by n.establishment is null, n.valid_from desc, n.id desc limit 1) as hundredths
        from (select distinct establishment from officer) e join (select 'PROFESSIONAL' as bucket union select 'POLITICAL') k
      ) b on b.establishment = o.establishment
      where o.state in ('ACTIVE', 'SECONDED') and b.hundredths > 0""";
  private static final String OTHER_SIDE = "insert ignore into credit_account (kind, owner, bucket, year) values ('CLOSED', 0, 'PROFESSIONAL', ?), ('CLOSED', 0, 'POLITICAL', ?)";
  private static final String ENTRIES = """
      insert into credit_entry (source, kind, origin, officer_id, unit_id, bucket, on_date, hundredths, title, recorded_by, recorded_at)
      select concat('close:', ?, ':', a.id), 'CLOSING', 'CLOSED', a.owner, o.unit_id, a.bucket, ?, -t.total, concat(a.year, ''), ?, utc_timestamp(3)
      from (select p.account_id, sum(p.hundredths) as total from credit_account c join credit_posting p on p.account_id = c.id where c.year = ? and c.kind = 'OFFICER' group by p.account_id having sum(p.hundredths) <> 0) t
        join credit_account a on a.id = t.account_id join officer o on o.id = a.owner""";
  private static final String OWN_LEGS = """
      insert into credit_posting (account_id, entry_id, hundredths, closing)
      select a.id, e.id, e.hundredths, true from credit_entry e join credit_account a on a.owner = e.officer_id and a.year = ? and a.bucket = e.bucket and a.kind = 'OFFICER' where e.source like ?""";
  private static final String OTHER_LEGS = """
      insert into credit_posting (account_id, entry_id, hundredths, closing)
      select a.id, e.id, -e.hundredths, true from credit_entry e join credit_account a on a.owner = 0 and a.year = ? and a.bucket = e.bucket and a.kind = 'CLOSED' where e.source like ?""";
  /** One closing at a time: two would each empty what they see. */
  private static final String ONE_AT_A_TIME = "select id from credit_setting where name = 'DAY_LIMIT' for update";

  private final Connection connection;

  ClosingBooks(Connection connection) {
    this.connection = connection;
  }

  YearClose.Closed close(int year, Long by) throws SQLException {
    String lastDay = year + "-12-31";
    try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
      lock.executeQuery().close();
    }
    long run = begin(year, by);
    update(LINES, run, year, lastDay);
    update(OTHER_SIDE, year, year);
    int booked = update(ENTRIES, run, lastDay, by, year);
    update(OWN_LEGS, year, "close:" + run + ":%");
    update(OTHER_LEGS, year, "close:" + run + ":%");
    update("update credit_close c set officers = (select count(distinct officer_id) from credit_close_line where close_id = c.id), met = officers - (select count(distinct officer_id) from credit_close_line where close_id = c.id and earned < needed) where id = ?", run);
    try (PreparedStatement ask = connection.prepareStatement("select officers, met from credit_close where id = ?")) {
      ask.setLong(1, run);
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return new YearClose.Closed(year, row.getInt(1), row.getInt(2), booked);
      }
    }
  }

  private long begin(int year, Long by) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement("insert into credit_close (year, officers, met, closed_by, closed_at) values (?, 0, 0, ?, utc_timestamp(3))", Statement.RETURN_GENERATED_KEYS)) {
      add.setInt(1, year);
      add.setObject(2, by, Types.BIGINT);
      add.executeUpdate();
      try (ResultSet key = add.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) change.setObject(i + 1, values[i]);
      return change.executeUpdate();
    }
  }
}
