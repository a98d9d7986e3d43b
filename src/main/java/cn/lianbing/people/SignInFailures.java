package cn.lianbing.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Counts failed sign-ins by the name that was typed and by address. A name that no account has is counted like any other, so
 * that a lock does not tell which names exist; only the right password of that very name takes its count back.
 */
@ApplicationScoped
public class SignInFailures {
  /** Suggested for 等保 (GB/T 22239-2019, 8.1.4.1 b). */
  public static final int FOR_NAME = 5;
  public static final Duration LOCK = Duration.ofMinutes(30);
  /** A whole office may sit behind one address. */
  static final int FOR_ADDRESS = 200;
  private static final Duration FORGET_AFTER = Duration.ofHours(12);
  @Inject Clock clock;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  /**
   * How long this somebody has still to wait before another public look-up, such as a verification by number: they are counted as
   * failed sign-ins are.
   *
   * @param who a purpose and an address, {@code verify:192.0.2.1}
   */
  public Optional<Duration> waitFor(String who) {
    return wait(who, who);
  }

  /** Another look-up that found nothing. */
  public void miss(String who, int limit) {
    try (var connection = database.getConnection()) {
      add(connection, name(who), limit);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How long this name or address has still to wait; empty when it may try. */
  Optional<Duration> wait(String username, String address) {
    Instant now = clock.instant();
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select max(locked_until) from sign_in_failure where who in (?, ?)")) {
      ask.setString(1, name(username));
      ask.setString(2, "address:" + address);
      try (var row = ask.executeQuery()) {
        row.next();
        LocalDateTime until = row.getObject(1, LocalDateTime.class);
        return Optional.ofNullable(until).map(time -> Duration.between(now, time.toInstant(ZoneOffset.UTC))).filter(left -> !left.isNegative() && !left.isZero());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @return how many tries are left for this name before it is locked; 0 when it is now */
  int count(String username, String address) {
    try (var connection = database.getConnection()) {
      add(connection, "address:" + address, FOR_ADDRESS);
      return Math.max(0, FOR_NAME - add(connection, name(username), FOR_NAME));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void forget(String username) {
    try (var connection = database.getConnection(); var delete = connection.prepareStatement("delete from sign_in_failure where who = ?")) {
      delete.setString(1, name(username));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int add(Connection connection, String who, int limit) throws SQLException {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    // One statement counts, forgets what is old or was served, and locks: two tries at once cannot both be the fourth.
    try (var upsert = connection.prepareStatement("""
        insert into sign_in_failure (who, failures, last_at, locked_until) values (?, 1, ?, null)
        on duplicate key update failures = if(last_at < ? or locked_until is not null and locked_until <= ?, 1, failures + 1), last_at = ?,
          locked_until = if(failures >= ?, ?, null)""")) {
      upsert.setString(1, who);
      upsert.setObject(2, now);
      upsert.setObject(3, now.minus(FORGET_AFTER));
      upsert.setObject(4, now);
      upsert.setObject(5, now);
      upsert.setInt(6, limit);
      upsert.setObject(7, now.plus(LOCK));
      upsert.executeUpdate();
    }
    try (var ask = connection.prepareStatement("select failures from sign_in_failure where who = ?")) {
      ask.setString(1, who);
      try (var row = ask.executeQuery()) {
        return row.next() ? row.getInt(1) : 1;
      }
    }
  }

  private static String name(String username) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    return "name:" + name.substring(0, Math.min(120, name.length()));
  }
}
