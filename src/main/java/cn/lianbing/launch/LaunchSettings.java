package cn.lianbing.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the operator decides before the start; the README's table of settings lists the same names.
 *
 * @param demo      demo data and a printed password; listens on loopback only
 * @param database  where the external database is, or null for the embedded one
 * @param mail      the mail server, or null: no e-mail
 * @param publicUrl how people reach the program, for links in e-mails and feeds; null where nobody said
 */
record LaunchSettings(int port, String bind, Path data, boolean demo, Database database, Mail mail, String publicUrl, String secret, String adminPassword, String font) {

  record Database(String url, String user, String password) {}

  /** @param user null, as the password, where the server asks nobody */
  record Mail(String url, String user, String password, String from) {}

  static LaunchSettings from(Map<String, String> environment, Console console) throws LaunchRefused {
    String mode = value(environment, "LIANBING_MODE", System.getProperty("lianbing.defaultMode", "production"));
    if (!mode.equals("demo") && !mode.equals("production")) throw new LaunchRefused(console.text("refused.mode", mode));
    boolean demo = mode.equals("demo");
    String bind = value(environment, "LIANBING_BIND", demo ? "127.0.0.1" : "0.0.0.0");
    if (demo && !loopback(bind, console)) throw new LaunchRefused(console.text("refused.demoBind", bind));
    String secret = value(environment, "LIANBING_SECRET", null);
    if (secret != null && secret.length() < 32) throw new LaunchRefused(console.text("refused.secret"));
    return new LaunchSettings(port(value(environment, "LIANBING_PORT", "8080"), console), bind,
        Path.of(value(environment, "LIANBING_DATA", "data")).toAbsolutePath().normalize(), demo, database(environment, console), mail(environment, console), publicUrl(environment, console),
        secret, value(environment, "LIANBING_ADMIN_PASSWORD", null), value(environment, "LIANBING_FONT", null));
  }

  /** Fails with a sentence if another program listens there already. */
  void checkPortIsFree(Console console) throws LaunchRefused {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(bind, port));
    } catch (IOException e) {
      throw new LaunchRefused(console.text("refused.portInUse", String.valueOf(port), bind), e);
    }
  }

  void prepareDataFolder(Console console) throws LaunchRefused {
    try {
      Files.createDirectories(data.resolve("logs"));
      Files.delete(Files.createTempFile(data, "writable", ""));
    } catch (IOException e) {
      throw new LaunchRefused(console.text("refused.dataFolder", data), e);
    }
  }

  boolean loopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  String address() {
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }

  private static Database database(Map<String, String> environment, Console console) throws LaunchRefused {
    String url = value(environment, "LIANBING_DB_URL", null);
    String user = value(environment, "LIANBING_DB_USER", null);
    String password = value(environment, "LIANBING_DB_PASSWORD", null);
    if (url == null && user == null && password == null) return null;
    for (var half : new String[][] {{"LIANBING_DB_URL", url}, {"LIANBING_DB_USER", user}, {"LIANBING_DB_PASSWORD", password}})
      if (half[1] == null) throw new LaunchRefused(console.text("refused.halfDatabase", half[0]));
    if (!url.startsWith("jdbc:mariadb://")) throw new LaunchRefused(console.text("refused.databaseUrl"));
    return new Database(url, user, password);
  }

  private static Mail mail(Map<String, String> environment, Console console) throws LaunchRefused {
    String url = value(environment, "LIANBING_SMTP_URL", null);
    String user = value(environment, "LIANBING_SMTP_USER", null);
    String password = value(environment, "LIANBING_SMTP_PASSWORD", null);
    String from = value(environment, "LIANBING_SMTP_FROM", null);
    if (url == null && user == null && password == null && from == null) return null;
    if (url == null) throw new LaunchRefused(console.text("refused.halfMail", "LIANBING_SMTP_URL"));
    if (from == null) throw new LaunchRefused(console.text("refused.halfMail", "LIANBING_SMTP_FROM"));
    if (user != null && password == null) throw new LaunchRefused(console.text("refused.halfMail", "LIANBING_SMTP_PASSWORD"));
    if (password != null && user == null) throw new LaunchRefused(console.text("refused.halfMail", "LIANBING_SMTP_USER"));
    if (!url.matches("smtps?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?/?")) throw new LaunchRefused(console.text("refused.mailUrl"));
    if (!from.matches("[^\\s@<>,;\"]+@[A-Za-z0-9.-]+")) throw new LaunchRefused(console.text("refused.mailFrom", from));
    return new Mail(url, user, password, from);
  }

  private static String publicUrl(Map<String, String> environment, Console console) throws LaunchRefused {
    String url = value(environment, "LIANBING_PUBLIC_URL", null);
    if (url != null && !url.matches("https?://[^\\s/?#]+/?")) throw new LaunchRefused(console.text("refused.publicUrl", url));
    return url == null ? null : url.replaceAll("/$", "");
  }

  private static int port(String text, Console console) throws LaunchRefused {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535) return Integer.parseInt(text);
    throw new LaunchRefused(console.text("refused.port", text));
  }

  private static boolean loopback(String bind, Console console) throws LaunchRefused {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new LaunchRefused(console.text("refused.bind", bind), e);
    }
  }

  private static String value(Map<String, String> environment, String name, String otherwise) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? otherwise : value.strip();
  }
}
