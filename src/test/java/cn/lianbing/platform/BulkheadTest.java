package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private final Bulkhead bulkhead = new Bulkhead(1, 1, 2000);

  @Test
  void one_works_one_waits_and_the_third_is_told_to_come_again() throws InterruptedException {
    CountDownLatch working = new CountDownLatch(1);
    CompletableFuture<String> end = new CompletableFuture<>();
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> bulkhead.run(() -> {
      working.countDown();
      return end.join();
    }));
    working.await();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> bulkhead.run(() -> "second"));
    while (bulkhead.waiting() == 0) Thread.sleep(1);
    Refused refused = assertThrows(Refused.class, () -> bulkhead.run(() -> "third"));
    assertEquals("busy", refused.code());
    end.complete("first");
    assertEquals("first", first.join());
    assertEquals("second", second.join());
    assertEquals("fourth", bulkhead.run(() -> "fourth"));
  }

  @Test
  void who_has_waited_too_long_is_told_to_come_again_and_a_failure_gives_the_place_back() {
    Bulkhead impatient = new Bulkhead(1, 5, 10);
    assertThrows(IllegalStateException.class, () -> impatient.run(() -> {
      assertThrows(Refused.class, () -> impatient.run(() -> "inside"));
      throw new IllegalStateException();
    }));
    assertEquals("after", impatient.run(() -> "after"));
  }
}
