package cn.lianbing.launch;

import ch.vorburger.exec.ManagedProcessException;
import fish.payara.micro.BootstrapException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts everything: settings, the embedded database unless another is named, Payara Micro with the WAR beside this jar.
 * It says "ready" when a page of the application that reads the database has answered, and ends with a sentence and
 * status 1 when that cannot be reached.
 */
public final class Main {
  private final Console console;
  private final Path home;
  private DataFolder folder;
  private EmbeddedDatabase database;
  private ApplicationServer server;

  private Main(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  public static void main(String[] arguments) throws URISyntaxException {
    Console console = new Console(System.getenv().getOrDefault("LIANBING_LANG", "zh-CN"));
    Main main = new Main(console, home());
    try {
      main.start();
    } catch (LaunchRefused refused) {
      main.giveUp(refused.getMessage(), refused.getCause());
    } catch (Exception | LinkageError unexpected) {
      main.giveUp(console.text("refused.unexpected", String.valueOf(unexpected), main.folder == null ? "-" : main.folder.resolve("logs")), unexpected);
    }
  }

  private void giveUp(String sentence, Throwable cause) {
    console.say("refused", sentence);
    Logger.getLogger(Main.class.getName()).log(Level.SEVERE, sentence, cause);
    stop();
    Runtime.getRuntime().halt(1); // Payara's own threads would keep a half-started program alive
  }

  private void start() throws LaunchRefused, IOException, InterruptedException {
    LaunchSettings settings = LaunchSettings.from(System.getenv(), console);
    settings.prepareDataFolder(console);
    folder = DataFolder.take(settings.data(), console);
    settings.checkPortIsFree(console);
    System.setProperty("lianbing.systemTmp", System.getProperty("java.io.tmpdir"));
    System.setProperty("java.io.tmpdir", folder.emptyTemporary().toString());
    Console.divertLibraries(folder.resolve("logs"));
    configureLogging();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    // Maven that is told to end leaves the program it started running; whoever ends `mvn` means both.
    if (Boolean.getBoolean("lianbing.stopWithParent")) ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    try (Progress progress = new Progress(console)) {
      LaunchSettings.Database place = settings.database() != null ? settings.database() : startDatabase(progress);
      checkReachable(place);
      hand(settings, place);
      progress.step("step.application");
      server = ApplicationServer.start(settings, Path.of(System.getProperty("lianbing.war", home.resolve("lianbing.war").toString())));
      if (!server.awaitReady(settings.address())) throw new LaunchRefused(System.getProperty("lianbing.refusal", console.text("refused.notReady", folder.resolve("logs"))));
      announce(settings, progress.seconds());
    } catch (BootstrapException e) {
      throw new LaunchRefused(console.text("refused.notReady", folder.resolve("logs")), e);
    }
  }

  private LaunchSettings.Database startDatabase(Progress progress) throws LaunchRefused, IOException {
    progress.step("step.database");
    String password = folder.secret("database.password");
    try {
      database = EmbeddedDatabase.start(Files.createDirectories(folder.resolve("mariadb")), 0, password);
    } catch (ManagedProcessException e) {
      throw new LaunchRefused(console.text("refused.embedded", folder.resolve("logs")), e);
    }
    keepAlive(password);
    return new LaunchSettings.Database(database.url(), EmbeddedDatabase.NAME, password);
  }

  /** A database that dies under the program is started again over the same files and on the same port. */
  private void keepAlive(String password) {
    database.onExit(() -> {
      while (!restarted(password)) {
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    });
  }

  /** @return true also when the program is being stopped, and nothing is to be restarted */
  private synchronized boolean restarted(String password) {
    if (database == null) return true;
    Logger.getLogger(Main.class.getName()).severe("the embedded database has died and is started again");
    try {
      database = EmbeddedDatabase.start(folder.resolve("mariadb"), database.port(), password);
      keepAlive(password);
      return true;
    } catch (IOException | RuntimeException e) {
      Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "the embedded database does not start; it will be tried again", e);
      return false;
    }
  }

  private void checkReachable(LaunchSettings.Database place) throws LaunchRefused {
    DriverManager.setLoginTimeout(10);
    try (var connection = DriverManager.getConnection(place.url(), place.user(), place.password())) {
      if (!connection.isValid(5)) throw new SQLException("not valid");
    } catch (SQLException e) {
      throw new LaunchRefused(console.text("refused.database", place.url().replaceAll("\\?.*", ""), place.user()), e);
    }
  }

  /** The WAR reads its settings as system properties; both live in this process. */
  private void hand(LaunchSettings settings, LaunchSettings.Database place) throws IOException {
    System.setProperty("lianbing.db.url", place.url());
    System.setProperty("lianbing.db.user", place.user());
    System.setProperty("lianbing.db.password", place.password());
    System.setProperty("lianbing.mode", settings.demo() ? "demo" : "production");
    System.setProperty("lianbing.secret", settings.secret() != null ? settings.secret() : folder.secret("secret.key"));
    if (System.getProperty("lianbing.bank") == null) System.setProperty("lianbing.bank", home.resolve("question-bank").toString());
    if (settings.font() != null) System.setProperty("lianbing.font", settings.font());
    if (settings.publicUrl() != null) System.setProperty("lianbing.publicUrl", settings.publicUrl());
    if (settings.mail() != null) hand(settings.mail());
    if (settings.adminPassword() != null) System.setProperty("lianbing.adminPassword", settings.adminPassword());
  }

  private static void hand(LaunchSettings.Mail mail) {
    System.setProperty("lianbing.smtp.url", mail.url());
    System.setProperty("lianbing.smtp.from", mail.from());
    if (mail.user() == null) return;
    System.setProperty("lianbing.smtp.user", mail.user());
    System.setProperty("lianbing.smtp.password", mail.password());
  }

  private void announce(LaunchSettings settings, long seconds) {
    String rule = "─".repeat(64);
    console.line(rule);
    console.say("ready.address", settings.address(), seconds);
    if (settings.demo()) console.say("ready.demo");
    String oneTime = System.clearProperty("lianbing.firstPassword");
    if (oneTime != null) console.say("ready.firstPassword", oneTime);
    console.say("ready.stop", settings.data());
    console.line(rule);
  }

  private synchronized void stop() {
    try {
      if (server != null || database != null) console.say("stopping");
      if (server != null) server.close();
      server = null;
    } finally {
      if (database != null) database.close();
      if (database != null) console.say("stopped");
      database = null;
    }
  }

  private void configureLogging() throws IOException {
    Path properties = Files.createTempFile("logging", ".properties");
    Files.writeString(properties, """
        handlers=java.util.logging.FileHandler
        .level=INFO
        java.util.logging.FileHandler.pattern=%s
        java.util.logging.FileHandler.encoding=UTF-8
        java.util.logging.FileHandler.limit=20000000
        java.util.logging.FileHandler.count=10
        java.util.logging.FileHandler.append=true
        java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
        org.glassfish.level=WARNING
        fish.payara.level=WARNING
        """.formatted(folder.resolve("logs").resolve("lianbing.%g.log").toString().replace("\\", "/")));
    System.setProperty("java.util.logging.config.file", properties.toString());
    java.util.logging.LogManager.getLogManager().readConfiguration();
  }

  private static Path home() throws URISyntaxException {
    return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath().getParent();
  }
}
