package cn.lianbing.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many clients on kept connections, in a closed loop (the next request after the last reply) or an open one (by the clock, whatever the replies do). */
final class Crowd {
  private final int port;

  Crowd(int port) {
    this.port = port;
  }

  /** One request of a client. @return the status */
  @FunctionalInterface
  interface Request {
    int send(Wire wire, int number) throws IOException;
  }

  /** What came of a run. Milliseconds; @param errors by status, 0 for no reply */
  record Outcome(int done, double seconds, double p50, double p95, double p99, double worst, java.util.Map<Integer, Integer> errors) {
    double rate() {
      return done / seconds;
    }
  }

  /** So many requests in all, as fast as so many connections can. */
  Outcome closed(int connections, int requests, Request request) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    return run(connections, requests, request, number -> System.nanoTime(), next);
  }

  /** So many a second for as long as it takes; a request's time counts from when it was due. */
  Outcome open(int connections, int requests, double perSecond, Request request) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    return run(connections, requests, request, number -> {
      long due = began + (long) (number / perSecond * 1e9);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
      return due;
    }, next);
  }

  private Outcome run(int connections, int requests, Request request, java.util.function.IntToLongFunction due, AtomicInteger next) throws InterruptedException {
    long[] took = new long[requests];
    java.util.Map<Integer, Integer> errors = new ConcurrentHashMap<>();
    AtomicLong end = new AtomicLong();
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    long began = System.nanoTime();
    for (int i = 0; i < connections; i++) clients.submit(() -> {
      try (Wire wire = new Wire(port, 30_000)) {
        for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
          long from = due.applyAsLong(number);
          int status;
          try {
            status = request.send(wire, number);
          } catch (IOException e) {
            status = 0;
          }
          took[number] = System.nanoTime() - from;
          if (status < 200 || status > 299) errors.merge(status, 1, Integer::sum);
        }
        end.accumulateAndGet(System.nanoTime(), Math::max);
      }
      return null;
    });
    clients.shutdown();
    if (!clients.awaitTermination(10, TimeUnit.MINUTES)) throw new AssertionError("the crowd does not end");
    long[] sorted = took.clone();
    Arrays.sort(sorted);
    return new Outcome(requests, (end.get() - began) / 1e9, at(sorted, .5), at(sorted, .95), at(sorted, .99), at(sorted, 1), errors);
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }

  static <T> List<T> list(int size, java.util.function.IntFunction<T> each) {
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) list.add(each.apply(i));
    return list;
  }
}
