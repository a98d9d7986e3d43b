package cn.lianbing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Where e-mail goes out, as the launcher handed it over; see the README's table of settings. Unset, nothing is sent or queued. */
@ApplicationScoped
public class SmtpSettings {

  /**
   * @param tls  from the first byte (smtps); otherwise STARTTLS where the server offers it
   * @param user null where the server asks nobody
   */
  record Server(String host, int port, boolean tls, String user, String password, String from) {}

  public boolean on() {
    return System.getProperty("lianbing.smtp.url") != null;
  }

  Optional<Server> server() {
    String url = System.getProperty("lianbing.smtp.url");
    if (url == null) return Optional.empty();
    URI uri = URI.create(url);
    boolean tls = "smtps".equals(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
    return Optional.of(new Server(uri.getHost(), port, tls, System.getProperty("lianbing.smtp.user"), System.getProperty("lianbing.smtp.password"), System.getProperty("lianbing.smtp.from")));
  }

  /** What stands before the path of a link in a mail; empty where the operator did not say how people reach the program. */
  String publicUrl() {
    return System.getProperty("lianbing.publicUrl", "");
  }
}
