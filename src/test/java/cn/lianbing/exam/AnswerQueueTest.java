package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerQueueTest {
  private final AnswerQueue queue = new AnswerQueue();

  private static Parcel of(long attempt) {
    return new Parcel(Parcel.Kind.SAVE, attempt, 1, -1, List.of());
  }

  private List<Long> take(int most) throws InterruptedException {
    return queue.take(most, 0).stream().map(Parcel::attemptId).toList();
  }

  @Test
  void one_who_sends_many_is_followed_by_all_others_first() throws InterruptedException {
    for (int i = 0; i < 5; i++) queue.offer(of(1));
    queue.offer(of(2));
    queue.offer(of(3));
    assertEquals(List.of(1L, 2L), take(2));
    assertEquals(List.of(3L, 1L), take(2));
    assertEquals(List.of(1L), take(9), "one of an attempt in each group");
    assertEquals(2, queue.size());
  }

  @Test
  void parcels_of_one_attempt_keep_their_order_also_when_put_back() throws InterruptedException {
    Parcel first = of(1);
    Parcel second = of(1);
    queue.offer(first);
    queue.offer(second);
    queue.putBack(queue.take(1, 0));
    assertEquals(first, queue.take(1, 0).get(0));
    assertEquals(second, queue.take(1, 0).get(0));
  }

  @Test
  void it_has_an_end_for_each_attempt_and_in_all() {
    for (int i = 0; i < AnswerQueue.MOST_OF_ONE_ATTEMPT; i++) assertTrue(queue.offer(of(1)));
    assertFalse(queue.offer(of(1)));
    for (int i = queue.size(); i < AnswerQueue.MOST; i++) assertTrue(queue.offer(of(100 + i)));
    assertFalse(queue.offer(of(99_999)));
  }

  @Test
  void who_has_waited_too_long_is_taken_out() throws InterruptedException {
    queue.offer(of(1));
    assertEquals(List.of(), queue.takeOlderThan(60_000_000_000L));
    Thread.sleep(2);
    assertEquals(1, queue.takeOlderThan(1_000_000).size());
    assertEquals(0, queue.size());
    assertEquals(List.of(), take(9));
  }
}
