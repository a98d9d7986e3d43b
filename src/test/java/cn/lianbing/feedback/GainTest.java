package cn.lianbing.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GainTest {
  @Test
  void a_gain_is_the_difference_of_two_rounded_percentages() {
    Quizzes.Gain gain = new Quizzes.Gain("行政处罚/追责时效", 36, 17, 30);
    assertEquals(47, gain.percentBefore());
    assertEquals(83, gain.percentAfter());
    assertEquals(36, gain.points());
    assertEquals(-25, new Quizzes.Gain("x", 8, 4, 2).points());
    assertEquals(0, new Quizzes.Gain("x", 0, 0, 0).points());
  }
}
