package cn.lianbing.exam;

import static cn.lianbing.exam.MultipleRule.PARTIAL;
import static cn.lianbing.exam.MultipleRule.STRICT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {
  @Test
  void noAnswerAndOneTakenBackGiveNothing() {
    Question question = new Question(1, 1, "ABCD", 10);
    assertEquals(0, Marking.marks(ItemType.SINGLE, key("A"), STRICT, question, null));
    assertEquals(0, Marking.marks(ItemType.SINGLE, key("A"), STRICT, question, choice("")));
    assertEquals(0, Marking.marks(ItemType.FILL, blanks("听证"), STRICT, new Question(1, 1, "", 10), filled(" ", "")));
  }

  @Test
  void theKeyCountsByTheAuthorsLettersNotByThoseShown() {
    // the author's C was shown as A
    Question question = new Question(1, 1, "CADB", 10);
    assertEquals(10, Marking.marks(ItemType.SINGLE, key("C"), STRICT, question, choice("A")));
    assertEquals(0, Marking.marks(ItemType.SINGLE, key("C"), STRICT, question, choice("C")));
  }

  @Test
  void trueAndFalseAreTheLettersAAndB() {
    Question question = new Question(1, 1, "AB", 10);
    assertEquals(10, Marking.marks(ItemType.TRUE_FALSE, key("B"), STRICT, question, choice("B")));
    assertEquals(0, Marking.marks(ItemType.TRUE_FALSE, key("B"), STRICT, question, choice("A")));
  }

  @Test
  void multipleChoiceIsMarkedByTheExamsRule() {
    Question question = new Question(1, 1, "DCBA", 20);
    assertEquals(20, Marking.marks(ItemType.MULTIPLE, key("AB"), STRICT, question, choice("CD")));
    assertEquals(0, Marking.marks(ItemType.MULTIPLE, key("AB"), STRICT, question, choice("C")));
    assertEquals(5, Marking.marks(ItemType.MULTIPLE, key("AB"), PARTIAL, question, choice("C")));
  }

  @ParameterizedTest
  @CsvSource({"社会危害程度", "' 社会 危害程度 '", "社会危害后果"})
  void aBlankTakesAnyOfItsVariants(String typed) {
    assertEquals(10, Marking.marks(ItemType.FILL, AnswerKey.ofBlanks(List.of(List.of("社会危害程度", "社会危害后果"))), STRICT, new Question(1, 1, "", 10), filled(typed)));
  }

  @ParameterizedTest
  @CsvSource({"15", "１５", "' 15 '", "'1 5'"})
  void widthAndSpacesOfWhatIsTypedDoNotCount(String typed) {
    assertEquals(10, Marking.marks(ItemType.FILL, blanks("15"), STRICT, new Question(1, 1, "", 10), filled(typed)));
  }

  @Test
  void capitalsOfWhatIsTypedDoNotCount() {
    assertEquals(10, Marking.marks(ItemType.FILL, blanks("APP"), STRICT, new Question(1, 1, "", 10), filled("ａｐｐ")));
  }

  @Test
  void eachBlankHasItsShareRoundedDown() {
    AnswerKey three = blanks("甲", "乙", "丙");
    Question question = new Question(1, 1, "", 20);
    assertEquals(20, Marking.marks(ItemType.FILL, three, STRICT, question, filled("甲", "乙", "丙")));
    assertEquals(13, Marking.marks(ItemType.FILL, three, STRICT, question, filled("甲", "", "丙")));
    assertEquals(6, Marking.marks(ItemType.FILL, three, STRICT, question, filled("甲", "丙", "乙")));
    assertEquals(6, Marking.marks(ItemType.FILL, three, STRICT, question, filled("甲")));
  }

  @Test
  void an_order_counts_only_when_it_is_right_throughout() {
    Question question = new Question(1, 1, "CADB", 20);
    AnswerKey key = AnswerKey.inOrder(List.of("A", "B", "C", "D"));
    assertEquals(20, Marking.marks(ItemType.ORDER, key, STRICT, question, new Answer(null, null, List.of("B", "D", "A", "C"), null, null)));
    assertEquals(0, Marking.marks(ItemType.ORDER, key, STRICT, question, new Answer(null, null, List.of("A", "B", "C", "D"), null, null)));
    assertEquals(0, Marking.marks(ItemType.ORDER, key, STRICT, question, new Answer(null, null, List.of(), null, null)));
  }

  @Test
  void each_pair_has_its_share_whatever_the_order_of_the_columns() {
    // shown left: 3 1 2; shown options A B are the author's B A
    Question question = new Question(1, 1, "BA312", 20);
    AnswerKey key = AnswerKey.inOrder(List.of("A", "B", "B"));
    assertEquals(20, Marking.marks(ItemType.MATCH, key, STRICT, question, new Answer(null, null, null, List.of("A", "B", "A"), null)));
    assertEquals(13, Marking.marks(ItemType.MATCH, key, STRICT, question, new Answer(null, null, null, List.of("A", "B", ""), null)));
    assertEquals(0, Marking.marks(ItemType.MATCH, key, STRICT, question, new Answer(null, null, null, List.of("B", "A", "B"), null)));
  }

  @Test
  void an_answer_of_another_kind_is_worth_nothing() {
    for (ItemType type : ItemType.values()) if (type != ItemType.SHORT_TEXT) assertEquals(0, Marking.marks(type, key("A"), STRICT, new Question(1, 1, "AB12", 10), new Answer(null, null, null, null, "甲")));
  }

  private static AnswerKey key(String letters) {
    return AnswerKey.ofChoice(List.of(letters.split("")));
  }

  private static AnswerKey blanks(String... words) {
    return AnswerKey.ofBlanks(java.util.Arrays.stream(words).map(List::of).toList());
  }

  private static Answer choice(String letters) {
    return new Answer(letters.isEmpty() ? List.of() : List.of(letters.split("")), null);
  }

  private static Answer filled(String... words) {
    return new Answer(null, List.of(words));
  }
}
