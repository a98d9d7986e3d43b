package cn.lianbing.exam;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What /metrics tells of the answer log. Plain counters: the hot path has no time for a registry. */
@ApplicationScoped
public class HotPathFigures {
  /** Upper ends of the latency's classes in milliseconds; what is longer is in the last. */
  private static final long[] MILLIS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};
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

  public int waiting() {
    return waiting.getAsInt();
  }

  public long parcels() {
    return parcels.sum();
  }

  public long groups() {
    return groups.sum();
  }

  public long refusals() {
    return refusals.sum();
  }

  public int lastGroup() {
    return lastGroup;
  }

  public double seconds() {
    return nanos.sum() / 1e9;
  }

  /** Milliseconds within which this share of all parcels was durable. */
  public long millisOf(double share) {
    long all = 0;
    for (int i = 0; i < latencies.length(); i++) all += latencies.get(i);
    long seen = 0;
    for (int i = 0; i < MILLIS.length; i++) if ((seen += latencies.get(i)) >= all * share) return MILLIS[i];
    return MILLIS[MILLIS.length - 1];
  }
}
