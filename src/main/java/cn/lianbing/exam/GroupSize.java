package cn.lianbing.exam;

import java.util.concurrent.TimeUnit;

/** How many parcels a group may have: grows while groups are quick, halves when one was slow, so that nobody waits long for others. */
final class GroupSize {
  static final int LEAST = 8;
  static final int MOST = 256;
  private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(60);
  private int now = 64;

  int now() {
    return now;
  }

  /** @param parcels of the group that took so long; a small one that was slow says nothing about large ones */
  void learn(int parcels, long nanos) {
    if (nanos > SLOW && parcels * 2 > now) now = Math.max(LEAST, now / 2);
    else if (nanos < QUICK && parcels == now) now = Math.min(MOST, now + LEAST);
  }
}
