package cn.lianbing.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wilson's interval against published values. */
class ShareTest {
  private static Share of(int right, int answers) {
    return new Share(6, answers, 5, right * 10L, answers * 10L);
  }

  /** The first four are Newcombe 1998 (Statistics in Medicine 17, 857–872), table I, method 3. */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718", "5, 10, 0.2366, 0.7634", "10, 10, 0.7225, 1.0000"})
  void the_interval_is_wilsons(int right, int answers, double low, double high) {
    assertEquals(low, of(right, answers).low(), .00006);
    assertEquals(high, of(right, answers).high(), .00006);
  }

  @Test
  void it_never_leaves_nothing_to_all_and_holds_the_share() {
    for (int answers = 1; answers <= 60; answers++) for (int right = 0; right <= answers; right++) {
      Share share = of(right, answers);
      assertTrue(0 <= share.low() && share.low() <= share.value() + 1e-12 && share.value() <= share.high() + 1e-12 && share.high() <= 1, right + "/" + answers);
    }
  }

  @Test
  void full_marks_are_never_below_full_marks() {
    for (int answers = 1; answers <= 500; answers++) {
      assertEquals(1, of(answers, answers).high(), answers + "");
      assertEquals(0, of(0, answers).low(), answers + "");
    }
  }

  @Test
  void part_marks_count_as_parts() {
    assertEquals(.55, new Share(6, 20, 5, 220, 400).value(), 1e-12);
  }

  @Test
  void of_nothing_nothing_is_known() {
    Share nothing = new Share(0, 0, 0, 0, 0);
    assertEquals(0, nothing.low());
    assertEquals(1, nothing.high());
    assertFalse(nothing.enough());
  }

  @Test
  void intervals_overlap_or_lie_apart() {
    assertTrue(of(10, 20).overlaps(of(13, 20)));
    assertFalse(of(10, 100).overlaps(of(60, 100)));
    assertFalse(of(60, 100).overlaps(of(10, 100)));
  }
}
