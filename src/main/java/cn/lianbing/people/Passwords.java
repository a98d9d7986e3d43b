package cn.lianbing.people;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * What a password must be and how it is kept. The figures are suggestions for 等保 (GB/T 22239-2019, 8.1.4.1), which itself
 * sets no numbers.
 */
@ApplicationScoped
public class Passwords {
  static final int SHORTEST = 8;
  static final int LONGEST = 128;
  static final int HISTORY = 5;
  /** No 0 O 1 l I: people copy it from paper. */
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  @Inject Pbkdf2PasswordHash hashing;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  private String nobodys;

  @PostConstruct
  void configure() {
    // OWASP's figure for PBKDF2-HMAC-SHA512
    hashing.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
    nobodys = hashing.generate("nobody".toCharArray());
  }

  String hash(String password) {
    return hashing.generate(password.toCharArray());
  }

  /** A hash that no password has. It is checked like any other, so an account with it answers as late as the others. */
  String unusable() {
    byte[] noise = new byte[64];
    new SecureRandom().nextBytes(noise);
    return "PBKDF2WithHmacSHA512:210000:" + Base64.getEncoder().encodeToString(Arrays.copyOf(noise, 32)) + ":" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(noise, 32, 64));
  }

  boolean matches(String password, String hash) {
    return hashing.verify(password.toCharArray(), hash);
  }

  /** Takes as long as {@link #matches} does: an unknown name must not answer sooner. */
  void matchNobody(String password) {
    hashing.verify(password.toCharArray(), nobodys);
  }

  /**
   * @throws Invalid for field {@code newPassword} with the first rule that is broken
   */
  void check(String password, Account account) {
    List<Invalid.Violation> broken = new ArrayList<>();
    if (password == null || password.length() < SHORTEST || password.length() > LONGEST) broken.add(Invalid.Violation.of("newPassword", "password.length", SHORTEST));
    else if (classes(password) < 3) broken.add(Invalid.Violation.of("newPassword", "password.classes"));
    else if (password.toLowerCase(Locale.ROOT).contains(account.username().toLowerCase(Locale.ROOT))) broken.add(Invalid.Violation.of("newPassword", "password.username"));
    else if (password.strip().matches("\\d{17}[0-9xX]|1\\d{10}")) broken.add(Invalid.Violation.of("newPassword", "password.number"));
    else if (usedBefore(password, account)) broken.add(Invalid.Violation.of("newPassword", "password.history", HISTORY));
    if (!broken.isEmpty()) throw new Invalid(broken);
  }

  /** Capitals, small letters, digits, others. */
  static int classes(String password) {
    boolean[] seen = new boolean[4];
    password.chars().forEach(c -> seen[c >= 'A' && c <= 'Z' ? 0 : c >= 'a' && c <= 'z' ? 1 : c >= '0' && c <= '9' ? 2 : 3] = true);
    return (int) IntStream.range(0, 4).filter(i -> seen[i]).count();
  }

  /** Fourteen readable characters of all four classes. */
  String random() {
    SecureRandom random = new SecureRandom();
    while (true) {
      StringBuilder password = new StringBuilder();
      for (int i = 0; i < 14; i++) password.append(i == 4 || i == 9 ? '-' : READABLE.charAt(random.nextInt(READABLE.length())));
      if (classes(password.toString()) == 4) return password.toString();
    }
  }

  private boolean usedBefore(String password, Account account) {
    if (matches(password, account.passwordHash())) return true;
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select password_hash from password_history where account_id = ? order by id desc limit ?")) {
      ask.setLong(1, account.id());
      ask.setInt(2, HISTORY - 1);
      try (var rows = ask.executeQuery()) {
        while (rows.next()) if (matches(password, rows.getString(1))) return true;
      }
      return false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the password that is about to be replaced. */
  void remember(Account account, java.time.Instant now) {
    try (var connection = database.getConnection(); var insert = connection.prepareStatement("insert into password_history (account_id, password_hash, set_at) values (?, ?, ?)")) {
      insert.setLong(1, account.id());
      insert.setString(2, account.passwordHash());
      insert.setObject(3, UtcColumn.of(now));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
