package cn.lianbing.marking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Agreement.Rule TWO = new Agreement.Rule(2, 10);

  @Test
  void what_one_marker_gives_counts() {
    assertEquals(new Agreement(Agreement.State.DONE, 35), Agreement.of(Agreement.Rule.USUAL, List.of(), 35));
  }

  @Test
  void the_first_of_two_decides_nothing() {
    assertEquals(new Agreement(Agreement.State.SECOND, null), Agreement.of(TWO, List.of(), 35));
  }

  @Test
  void two_who_differ_little_come_to_their_mean_rounded_up() {
    assertEquals(new Agreement(Agreement.State.DONE, 40), Agreement.of(TWO, List.of(35), 45));
    assertEquals(new Agreement(Agreement.State.DONE, 38), Agreement.of(TWO, List.of(35), 40));
    assertEquals(new Agreement(Agreement.State.DONE, 0), Agreement.of(TWO, List.of(0), 0));
  }

  @Test
  void two_who_differ_much_leave_it_to_a_third() {
    assertEquals(new Agreement(Agreement.State.DECIDE, null), Agreement.of(TWO, List.of(35), 46));
    assertEquals(new Agreement(Agreement.State.DONE, 20), Agreement.of(TWO, List.of(35, 46), 20));
  }
}
