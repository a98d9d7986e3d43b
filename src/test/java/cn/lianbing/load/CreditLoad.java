package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.credit.Booking;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.OpenBooks;
import cn.lianbing.credit.Origin;
import cn.lianbing.credit.YearClose;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the ledger costs with {@code -Dload.officers} officers (200 000) over five years, six entries of two postings a year each:
 * {@code mvn -Pload verify}. The statements are the program's own, on the same real MariaDB with the same settings; the
 * container's share is not in it. The table goes to the output and to target/load/credit.txt.
 */
class CreditLoad {
  private static final int OFFICERS = Integer.getInteger("load.officers", 200_000);
  private static final int FIRST = 2021;
  private static final int YEARS = 5;
  private static final int ENTRIES = 6; // of one officer in one year: five professional, one political
  private static final int DAY_LIMIT = 800;
  private static Bench bench;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    bench = new Bench("credit");
    bench.measure("fill the tables, by SQL", 1, number -> fillTables());
  }

  private static void fillTables() throws SQLException {
    bench.run("set foreign_key_checks = 0, unique_checks = 0");
    bench.run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), 'DEPARTMENT', if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_200");
    bench.run("insert into officer (id, unit_id, name, establishment, state, version) select seq, 1 + seq % 200, concat('执法人员', seq), if(seq % 3 = 0, 'INSTITUTION', 'ADMINISTRATIVE'), 'ACTIVE', 1 from seq_1_to_" + OFFICERS);
    for (int year = FIRST; year < FIRST + YEARS; year++) fillYear(year);
    bench.run("set foreign_key_checks = 1, unique_checks = 1");
    bench.run("analyze table credit_account, credit_entry, credit_posting, officer");
  }

  /** Ids follow from year and officer, so that all goes in by a few statements. Every third officer has 60 hours, the others 45. */
  private static void fillYear(int year) throws SQLException {
    long accounts = (year - FIRST) * (2L * OFFICERS + 10) + 10;
    long entries = (long) (year - FIRST) * ENTRIES * OFFICERS;
    bench.run("insert into credit_account (id, kind, owner, bucket, year) values (%d, 'ATTENDANCE', 0, 'PROFESSIONAL', %d), (%d, 'ATTENDANCE', 0, 'POLITICAL', %d)".formatted(accounts - 2, year, accounts - 1, year));
    bench.run("insert into credit_account (id, kind, owner, bucket, year) select %d + 2 * seq, 'OFFICER', seq, 'PROFESSIONAL', %d from seq_1_to_%d".formatted(accounts, year, OFFICERS));
    bench.run("insert into credit_account (id, kind, owner, bucket, year) select %d + 2 * seq + 1, 'OFFICER', seq, 'POLITICAL', %d from seq_1_to_%d".formatted(accounts, year, OFFICERS));
    String political = "(s.seq %% %d = 0)".formatted(ENTRIES).replace("%%", "%");
    String officer = "(1 + (s.seq - 1) div %d)".formatted(ENTRIES);
    String hours = "if(%s, 800, if(%s %% 3 = 0, 1200, 900))".formatted(political, officer).replace("%%", "%");
    int chunk = ENTRIES * Math.min(OFFICERS, 50_000);
    for (int from = 1; from <= ENTRIES * OFFICERS; from += chunk) {
      String numbers = "seq_%d_to_%d s".formatted(from, Math.min(from + chunk - 1, ENTRIES * OFFICERS));
      bench.run("insert into credit_entry (id, source, kind, origin, officer_id, unit_id, bucket, on_date, hundredths, title, recorded_at) select " + entries + " + s.seq, concat('attendance:', " + entries + " + s.seq), 'EARNED', 'ATTENDANCE', " + officer + ", 1 + " + officer + " % 200, if(" + political
          + ", 'POLITICAL', 'PROFESSIONAL'), date('" + year + "-01-10') + interval (s.seq % " + ENTRIES + ") * 55 day, " + hours + ", '行政处罚法专题轮训', utc_timestamp(3) from " + numbers);
      bench.run("insert into credit_posting (account_id, entry_id, hundredths, closing) select " + accounts + " + 2 * " + officer + " + " + political + ", " + entries + " + s.seq, " + hours + ", false from " + numbers);
      bench.run("insert into credit_posting (account_id, entry_id, hundredths, closing) select " + (accounts - 2) + " + " + political + ", " + entries + " + s.seq, -" + hours + ", false from " + numbers);
    }
  }

  @Test
  void the_ledger_of_a_province() throws IOException, SQLException {
    OpenBooks books = new OpenBooks(bench.connection());
    Random random = new Random(20261124);
    Bench.Operation balance = number -> {
      int officer = 1 + random.nextInt(OFFICERS);
      assertEquals(officer % 3 == 0 ? 6000 : 4500, books.balance(officer, FIRST + random.nextInt(YEARS)).in(Bucket.PROFESSIONAL));
      bench.connection().commit();
    };
    for (int i = 0; i < 2_000; i++) balance.run(i); // the JVM and the server's cache are warm then
    double balanceMillis = bench.measure("balance of one officer's year", 20_000, balance);
    LocalDate day = LocalDate.of(FIRST + YEARS - 1, 12, 20);
    Bench.Operation earn = number -> {
      assertTrue(books.earn(new Booking(1 + 7L * number, Bucket.PROFESSIONAL, Origin.ATTENDANCE, 200, day, "load:" + number, "行政复议法专题"), DAY_LIMIT));
      bench.connection().commit();
    };
    int bookings = Math.min(5_000, OFFICERS / 8);
    bench.measure("book an attendance, one commit each", bookings, earn);
    bench.measure("take one back, one commit each", bookings / 2, number -> {
      assertTrue(books.reverse("load:" + number, "查明未到场"));
      bench.connection().commit();
    });
    double worst = 0;
    for (int year = FIRST; year < FIRST + YEARS; year++) worst = Math.max(worst, close(books, year, "close " + year));
    close(books, FIRST + YEARS - 1, "close the last again, nothing changed");
    bench.measure("take as many again back, one commit", 1, number -> {
      for (int i = bookings / 2; i < bookings; i++) books.reverse("load:" + i, "查明未到场");
      bench.connection().commit();
    });
    close(books, FIRST + YEARS - 1, "close the last again after corrections");
    bench.measure("balance of one officer's year, years closed", 20_000, number -> {
      int officer = 1 + random.nextInt(OFFICERS);
      assertEquals(officer % 3 == 0 ? 6000 : 4500, books.balance(officer, FIRST + random.nextInt(YEARS - 1)).in(Bucket.PROFESSIONAL));
      bench.connection().commit();
    });
    assertEquals("0", first("select sum(hundredths) from credit_posting"));
    assertEquals("0", first("select count(*) from (select account_id from credit_posting p join credit_account a on a.id = p.account_id where a.kind = 'OFFICER' group by account_id having sum(p.hundredths) <> 0) x"), "closed accounts are empty");
    bench.say("");
    bench.say("%d officers, %d years, %s entries, %s postings".formatted(OFFICERS, YEARS, first("select count(*) from credit_entry"), first("select count(*) from credit_posting")));
    assertTrue(balanceMillis <= 2, "balance: " + balanceMillis + " ms CPU");
    assertTrue(worst <= 60_000, "closing a year: " + worst + " ms CPU");
  }

  private static double close(OpenBooks books, int year, String name) throws IOException, SQLException {
    YearClose.Closed[] closed = new YearClose.Closed[1];
    double millis = bench.measure(name, 1, number -> {
      closed[0] = books.close(year);
      bench.connection().commit();
    });
    bench.remark(closed[0]);
    assertEquals(OFFICERS, closed[0].officers());
    assertEquals(OFFICERS / 3, closed[0].met());
    return millis;
  }

  private static String first(String sql) throws SQLException {
    try (Statement statement = bench.connection().createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    bench.close();
  }
}
