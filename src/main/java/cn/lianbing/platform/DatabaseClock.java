package cn.lianbing.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.LocalDateTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The one clock. Deadlines lie in the database and statements compare them with its {@code utc_timestamp(3)}; what Java decides
 * must not differ on a node whose clock is wrong, so Java's time is the database's too: the system clock plus the difference
 * measured at start and once a minute.
 */
@ApplicationScoped
public class DatabaseClock {
  private static final Duration MEASURE_EVERY = Duration.ofMinutes(1);
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  private volatile Duration ahead = Duration.ZERO;
  private volatile long measuredAt;

  @PostConstruct
  void measure() {
    measuredAt = System.nanoTime();
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select utc_timestamp(3)")) {
      Instant before = Instant.now();
      try (var row = ask.executeQuery()) {
        row.next();
        Instant there = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        Instant after = Instant.now();
        Duration measured = Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), there);
        // Below the time of the question itself there is nothing to correct.
        ahead = measured.abs().compareTo(Duration.between(before, after).plusMillis(2)) < 0 ? Duration.ZERO : measured;
      }
    } catch (SQLException e) {
      Logger.getLogger(DatabaseClock.class.getName()).log(Level.WARNING, "the database's time could not be read; the last difference stays", e);
    }
  }

  private Instant now() {
    if (System.nanoTime() - measuredAt > MEASURE_EVERY.toNanos()) measure();
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return new OfDatabase();
  }

  private final class OfDatabase extends Clock {
    @Override
    public Instant instant() {
      return now();
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return zone.equals(ZoneOffset.UTC) ? this : Clock.tick(this, Duration.ofMillis(1)).withZone(zone);
    }
  }
}
