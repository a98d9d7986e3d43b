package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Refused;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void theSameChoiceIsTheSameAnswerInWhateverOrderItWasMade() {
    assertEquals(choice("A", "C"), choice("C", "A", "C"));
  }

  @Test
  void whatWasTakenBackIsEmpty() {
    assertTrue(choice().empty());
    assertTrue(new Answer(null, List.of(" ", "")).empty());
    assertTrue(new Answer(null, null).empty());
    assertFalse(choice("A").empty());
    assertFalse(new Answer(null, List.of("", "十五")).empty());
  }

  @Test
  void onlyLettersThatWereShownAreTaken() {
    takes(choice("A"), ItemType.SINGLE, 4, 0);
    takes(choice(), ItemType.SINGLE, 4, 0);
    takes(choice("B"), ItemType.TRUE_FALSE, 2, 0);
    takes(choice("A", "B", "C", "D", "E"), ItemType.MULTIPLE, 5, 0);
    refuses(choice("E"), ItemType.SINGLE, 4, 0);
    refuses(choice("a"), ItemType.SINGLE, 4, 0);
    refuses(choice("AB"), ItemType.SINGLE, 4, 0);
    refuses(choice(""), ItemType.SINGLE, 4, 0);
    refuses(choice("C"), ItemType.TRUE_FALSE, 2, 0);
    refuses(new Answer(Arrays.asList("A", null), null), ItemType.MULTIPLE, 4, 0);
  }

  @Test
  void oneOptionAtMostIsTakenWhereOneIsRight() {
    refuses(choice("A", "B"), ItemType.SINGLE, 4, 0);
    refuses(choice("A", "B"), ItemType.TRUE_FALSE, 2, 0);
  }

  @Test
  void anAnswerMustBeOfTheQuestionsKind() {
    refuses(new Answer(null, List.of("A")), ItemType.SINGLE, 4, 0);
    refuses(new Answer(List.of("A"), List.of("A")), ItemType.SINGLE, 4, 0);
    refuses(new Answer(null, null), ItemType.SINGLE, 4, 0);
    refuses(choice("A"), ItemType.FILL, 0, 1);
    refuses(new Answer(null, null), ItemType.FILL, 0, 1);
  }

  @Test
  void asManyWordsAreTakenAsThereAreBlanks() {
    takes(new Answer(null, List.of("甲", "")), ItemType.FILL, 0, 2);
    takes(new Answer(null, List.of()), ItemType.FILL, 0, 2);
    refuses(new Answer(null, List.of("甲")), ItemType.FILL, 0, 2);
    refuses(new Answer(null, List.of("甲", "乙", "丙")), ItemType.FILL, 0, 2);
    refuses(new Answer(null, List.of("甲".repeat(101), "乙")), ItemType.FILL, 0, 2);
  }

  @Test
  void an_order_names_every_option_once() {
    takes(order("C", "A", "B"), ItemType.ORDER, 3, 0);
    takes(order(), ItemType.ORDER, 3, 0);
    refuses(order("C", "A"), ItemType.ORDER, 3, 0);
    refuses(order("C", "A", "A"), ItemType.ORDER, 3, 0);
    refuses(order("C", "A", "D"), ItemType.ORDER, 3, 0);
    refuses(choice("A"), ItemType.ORDER, 3, 0);
  }

  @Test
  void pairs_are_as_many_as_the_left_column_has_entries() {
    takes(pairs("B", "", "B"), ItemType.MATCH, 4, 3);
    takes(pairs(), ItemType.MATCH, 4, 3);
    refuses(pairs("B", "A"), ItemType.MATCH, 4, 3);
    refuses(pairs("B", "A", "E"), ItemType.MATCH, 4, 3);
    refuses(order("A", "B", "C"), ItemType.MATCH, 3, 3);
  }

  @Test
  void a_text_has_its_bounds() {
    takes(text("违反法定程序。".repeat(285)), ItemType.SHORT_TEXT, 0, 0);
    takes(text(""), ItemType.SHORT_TEXT, 0, 0);
    refuses(text("长".repeat(2001)), ItemType.SHORT_TEXT, 0, 0);
    refuses(new Answer(null, List.of("甲")), ItemType.SHORT_TEXT, 0, 1);
    refuses(new Answer(List.of("A"), null, null, null, "甲"), ItemType.SHORT_TEXT, 0, 0);
    refuses(text("甲"), ItemType.CASE, 0, 0);
  }

  private static Answer order(String... letters) {
    return new Answer(null, null, List.of(letters), null, null);
  }

  private static Answer pairs(String... letters) {
    return new Answer(null, null, null, List.of(letters), null);
  }

  private static Answer text(String words) {
    return new Answer(null, null, null, null, words);
  }

  private static Answer choice(String... letters) {
    return new Answer(List.of(letters), null);
  }

  private static void takes(Answer answer, ItemType type, int options, int gaps) {
    assertDoesNotThrow(() -> answer.check(type, options, gaps));
  }

  private static void refuses(Answer answer, ItemType type, int options, int gaps) {
    assertEquals("unknown-option", assertThrows(Refused.class, () -> answer.check(type, options, gaps)).code());
  }
}
