package cn.lianbing.exam;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where parcels wait for the next group: a line for each attempt, and the lines take turns, so that one browser which sends a
 * hundred answers at once delays nobody else's. It has an end, in all and for each attempt.
 */
final class AnswerQueue {
  static final int MOST = 4096;
  static final int MOST_OF_ONE_ATTEMPT = 16;
  private final Map<Long, Deque<Parcel>> lines = new LinkedHashMap<>();
  private int size;

  /** @return false when there is no room */
  synchronized boolean offer(Parcel parcel) {
    Deque<Parcel> line = lines.get(parcel.attemptId());
    if (size >= MOST || line != null && line.size() >= MOST_OF_ONE_ATTEMPT) return false;
    if (line == null) lines.put(parcel.attemptId(), line = new ArrayDeque<>(2));
    line.add(parcel);
    size++;
    notifyAll();
    return true;
  }

  /** The eldest parcel of each of the first so many lines; waits at most so long for one, and not at all where there is one. */
  synchronized List<Parcel> take(int most, long waitMillis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
    while (size == 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) return List.of();
      wait(left);
    }
    List<Parcel> group = new ArrayList<>(Math.min(most, lines.size()));
    Map<Long, Deque<Parcel>> again = new LinkedHashMap<>();
    for (Iterator<Map.Entry<Long, Deque<Parcel>>> each = lines.entrySet().iterator(); each.hasNext() && group.size() < most; ) {
      Map.Entry<Long, Deque<Parcel>> line = each.next();
      group.add(line.getValue().poll());
      each.remove();
      if (!line.getValue().isEmpty()) again.put(line.getKey(), line.getValue());
    }
    lines.putAll(again);
    size -= group.size();
    return group;
  }

  /** Back to the head of their lines: their attempts were held by somebody else. */
  synchronized void putBack(List<Parcel> parcels) {
    for (Parcel parcel : parcels) lines.computeIfAbsent(parcel.attemptId(), id -> new ArrayDeque<>(2)).addFirst(parcel);
    size += parcels.size();
  }

  /** Takes out those that have waited too long. */
  synchronized List<Parcel> takeOlderThan(long nanos) {
    long before = System.nanoTime() - nanos;
    List<Parcel> old = new ArrayList<>();
    lines.values().forEach(line -> line.removeIf(parcel -> parcel.since() - before < 0 && old.add(parcel)));
    lines.values().removeIf(Deque::isEmpty);
    size -= old.size();
    return old;
  }

  synchronized int size() {
    return size;
  }
}
