package cn.lianbing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What the launcher handed over; see the README's table of settings. */
@ApplicationScoped
public class ProgramSettings {

  /** Demo data and a published password. Anything but an explicit "demo" is production. */
  public boolean demo() {
    return "demo".equals(System.getProperty("lianbing.mode"));
  }

  /** The folder with the question files, where there is one. */
  public Optional<Path> questionBank() {
    return Optional.ofNullable(System.getProperty("lianbing.bank")).map(Path::of);
  }

  /** A one-time password for the first administrator that the operator chose. */
  public Optional<String> firstAdministratorPassword() {
    return Optional.ofNullable(System.getProperty("lianbing.adminPassword"));
  }

  /** What stands before the path of an address that leaves the program, on paper or in a mail; empty where the operator did not say. */
  public Optional<String> publicUrl() {
    return Optional.ofNullable(System.getProperty("lianbing.publicUrl")).filter(url -> !url.isBlank());
  }

  /**
   * A key derived from the installation's secret, one for each purpose.
   *
   * @throws StartRefused where no secret was given
   */
  public SecretKey key(String purpose, String algorithm) {
    String secret = System.getProperty("lianbing.secret");
    if (secret == null || secret.length() < 32) throw new StartRefused("start.noSecret");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every Java", e);
    }
  }
}
