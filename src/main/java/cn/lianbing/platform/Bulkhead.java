package cn.lianbing.platform;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets few at once do what is slow, and few wait for it; who comes on top of that is told to come again. What is behind it can
 * then neither take all threads nor all cores from those who sit an exam.
 */
public final class Bulkhead {
  private final Semaphore places;
  private final int most;
  private final long patienceMillis;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param atOnce  how many work at the same time
   * @param waiting how many may wait for that
   */
  public Bulkhead(int atOnce, int waiting, long patienceMillis) {
    this.places = new Semaphore(atOnce, true);
    this.most = waiting;
    this.patienceMillis = patienceMillis;
  }

  /** Something that may fail with a checked exception of its own. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** @throws Refused {@code busy}, with the seconds after which to come again */
  public <T, E extends Exception> T run(Work<T, E> work) throws E {
    enter();
    try {
      return work.run();
    } finally {
      places.release();
    }
  }

  private void enter() {
    if (places.tryAcquire()) return;
    try {
      if (waiting.incrementAndGet() > most || !places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) throw new Refused("busy", Math.max(1, patienceMillis / 2000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("busy", 1L);
    } finally {
      waiting.decrementAndGet();
    }
  }

  public int waiting() {
    return Math.min(most, waiting.get());
  }
}
