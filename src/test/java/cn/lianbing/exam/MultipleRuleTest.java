package cn.lianbing.exam;

import static cn.lianbing.exam.MultipleRule.PARTIAL;
import static cn.lianbing.exam.MultipleRule.PENALTY;
import static cn.lianbing.exam.MultipleRule.STRICT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MultipleRuleTest {
  private static final int TWO_MARKS = 20;

  @ParameterizedTest
  @EnumSource
  void exactlyTheRightOptionsGiveFullMarksUnderEveryRule(MultipleRule rule) {
    assertEquals(TWO_MARKS, rule.marks(options("ACD"), options("DCA"), TWO_MARKS));
  }

  @ParameterizedTest
  @EnumSource
  void everyAnswerGetsBetweenNothingAndFullMarks(MultipleRule rule) {
    for (int key = 1; key < 32; key++)
      for (int chosen = 0; chosen < 32; chosen++)
        for (int full : new int[] {1, 5, 10, 20}) {
          int marks = rule.marks(subset(key), subset(chosen), full);
          assertTrue(marks >= 0 && marks <= full && (marks < full || key == chosen), rule + " " + subset(key) + subset(chosen) + full);
        }
  }

  @ParameterizedTest
  @CsvSource({"AC", "A", "ACDB", "B", "''"})
  void strictGivesNothingForAnythingElse(String chosen) {
    assertEquals(0, STRICT.marks(options("ACD"), options(chosen), TWO_MARKS));
  }

  @ParameterizedTest
  @CsvSource({"A,5", "AC,10", "ACB,0", "B,0", "ABCD,0", "'',0"})
  void partialGivesHalfAMarkForEachRightOptionUnlessOneIsWrong(String chosen, int tenths) {
    assertEquals(tenths, PARTIAL.marks(options("ACD"), options(chosen), TWO_MARKS));
  }

  @ParameterizedTest
  @CsvSource({"A,5", "AC,10", "ACB,5", "AB,0", "ABE,0", "B,0", "ABCD,10", "'',0"})
  void penaltyTakesHalfAMarkForEachWrongOptionButNeverMoreThanThereIs(String chosen, int tenths) {
    assertEquals(tenths, PENALTY.marks(options("ACD"), options(chosen), TWO_MARKS));
  }

  @Test
  void partOfAnAnswerNeverReachesFullMarks() {
    // four right options at half a mark each would be the two marks of the whole
    assertEquals(19, PARTIAL.marks(options("ABCDE"), options("ABCD"), TWO_MARKS));
    assertEquals(9, PENALTY.marks(options("ABC"), options("AB"), 10));
  }

  private static Set<String> options(String letters) {
    return letters.isEmpty() ? Set.of() : Set.of(letters.split(""));
  }

  private static Set<String> subset(int bits) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 5; i++) if ((bits >> i & 1) == 1) letters.append((char) ('A' + i));
    return options(letters.toString());
  }
}
