package cn.lianbing.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void three_of_three_are_far_from_knowledge() {
    assertEquals(.4385, new Share(3, 3).low(), 1e-4);
    assertEquals(1, new Share(3, 3).high(), 1e-9);
  }

  /** Newcombe (1998) has this example: 81 of 263. */
  @Test
  void the_interval_is_wilsons() {
    assertEquals(.2553, new Share(81, 263).low(), 1e-4);
    assertEquals(.3662, new Share(81, 263).high(), 1e-4);
    assertEquals(0, new Share(0, 20).low(), 1e-9);
    assertEquals(.1611, new Share(0, 20).high(), 1e-4);
  }

  @Test
  void of_nothing_nothing_is_known() {
    assertNull(new Share(0, 0).value());
    assertEquals(0, new Share(0, 0).low());
    assertEquals(1, new Share(0, 0).high());
  }

  @Test
  void more_answers_make_it_narrower() {
    assertTrue(new Share(80, 100).high() - new Share(80, 100).low() < new Share(8, 10).high() - new Share(8, 10).low());
  }
}
