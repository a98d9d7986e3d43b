package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupSizeTest {
  private final GroupSize size = new GroupSize();

  @Test
  void it_grows_while_full_groups_are_quick_and_has_an_end() {
    int before = size.now();
    size.learn(size.now(), TimeUnit.MILLISECONDS.toNanos(5));
    assertTrue(size.now() > before);
    for (int i = 0; i < 100; i++) size.learn(size.now(), 1);
    assertEquals(GroupSize.MOST, size.now());
  }

  @Test
  void it_halves_when_a_group_was_slow_and_never_vanishes() {
    for (int i = 0; i < 20; i++) size.learn(size.now(), TimeUnit.SECONDS.toNanos(1));
    assertEquals(GroupSize.LEAST, size.now());
  }

  @Test
  void a_single_parcel_that_was_slow_makes_no_group_smaller() {
    int before = size.now();
    size.learn(1, TimeUnit.SECONDS.toNanos(1));
    assertEquals(before, size.now());
  }
}
