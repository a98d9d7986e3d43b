package cn.lianbing.exam;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** What /metrics tells of the answer log. Plain counters: the hot path has no time for a registry. */
@ApplicationScoped
public class HotPathFigures {
  /** Upper ends of the latency's classes in milliseconds; what is longer is in the last. */
  private static final long[] MILLIS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  private final AtomicLongArray latencies = new AtomicLongArray(MILLIS.length + 1);
  private final LongAdder parcels = new LongAdder();
  private final LongAdder groups = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private volatile IntSupplier waiting = () -> 0;
  private volatile int lastGroup;

  void waiting(IntSupplier size) {
    waiting = size;
  }

  void wrote(int size, long began, List<Parcel> done) {
    long now = System.nanoTime();
    groups.increment();
    parcels.add(size);
    lastGroup = size;
    for (Parcel parcel : done) {
      long took = now - parcel.since();
      nanos.add(took);
      int place = 0;
      while (place < MILLIS.length && took > MILLIS[place] * 1_000_000) place++;
      latencies.incrementAndGet(place);
    }
  }

  void refused() {
    refusals.increment();
  }

  @Gauge(name = "lianbing_saves_waiting", absolute = true, unit = "none", description = "parcels in the answer log's queue")
  public int waiting() {
    return waiting.getAsInt();
  }

  @Gauge(name = "lianbing_saves_written", absolute = true, unit = "none", description = "parcels written since the start")
  public long written() {
    return parcels.sum();
  }

  @Gauge(name = "lianbing_save_groups", absolute = true, unit = "none", description = "groups written since the start")
  public long groups() {
    return groups.sum();
  }

  @Gauge(name = "lianbing_saves_refused", absolute = true, unit = "none", description = "parcels that were told to come again")
  public long refusals() {
    return refusals.sum();
  }

  @Gauge(name = "lianbing_save_group_size", absolute = true, unit = "none", description = "parcels in the last group")
  public int lastGroup() {
    return lastGroup;
  }

  @Gauge(name = "lianbing_save_seconds", absolute = true, unit = "seconds", description = "waiting and writing of all parcels together")
  public double seconds() {
    return nanos.sum() / 1e9;
  }

  @Gauge(name = "lianbing_save_p50", absolute = true, unit = "milliseconds", description = "within which half of all parcels were durable; upper end of its class")
  public long median() {
    return millisOf(.5);
  }

  @Gauge(name = "lianbing_save_p99", absolute = true, unit = "milliseconds", description = "within which 99 of 100 parcels were durable; upper end of its class")
  public long slowest() {
    return millisOf(.99);
  }

  /** Asks the database: whoever scrapes does so every few seconds. */
  @Gauge(name = "lianbing_attempts_open", absolute = true, unit = "none")
  public long open() {
    return count("select count(*) from attempt where state = 'OPEN'");
  }

  @Gauge(name = "lianbing_attempts_overdue", absolute = true, unit = "none", description = "open after deadline and grace: the sweep has not closed them yet")
  public long overdue() {
    return count("select count(*) from attempt where state = 'OPEN' and deadline < utc_timestamp(3) - interval " + ExamTaking.GRACE.toSeconds() + " second");
  }

  @Gauge(name = "lianbing_attempts_to_mark", absolute = true, unit = "none")
  public long toMark() {
    return count("select count(*) from attempt where to_mark = 1");
  }

  /** -1 where the database does not answer. */
  private long count(String query) {
    try (var connection = database.getConnection(); var ask = connection.createStatement(); var row = ask.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      return -1;
    }
  }

  private long millisOf(double share) {
    long all = 0;
    for (int i = 0; i < latencies.length(); i++) all += latencies.get(i);
    long seen = 0;
    for (int i = 0; i < MILLIS.length; i++) if ((seen += latencies.get(i)) >= all * share) return MILLIS[i];
    return MILLIS[MILLIS.length - 1];
  }
}
