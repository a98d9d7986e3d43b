package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words to search by in a language without spaces. */
class SearchTextTest {
  @Test
  void each_pair_of_neighbours_is_a_word_and_punctuation_parts_them() {
    assertEquals(Set.of("x听证", "x期限"), SearchText.grams("听证，期限"));
    assertEquals(Set.of("x20", "x0日"), SearchText.grams("20日"));
    assertEquals(Set.of(), SearchText.grams("罚"));
  }

  @Test
  void what_is_typed_is_read_as_what_is_stored() {
    assertEquals(List.of("abc", "听证"), SearchText.terms("  ＡＢＣ　听证 听证 "));
    assertEquals(List.of(), SearchText.terms("  "));
  }

  @Test
  void nothing_of_the_indexs_own_syntax_can_be_typed() {
    assertEquals("+x听证", SearchText.query(SearchText.terms("+\"听证*\"")));
    assertNull(SearchText.query(SearchText.terms("+-*~<>()\"@")));
  }

  @Test
  void the_index_alone_decides_about_a_single_pair() {
    assertTrue(SearchText.isGram("听证"));
    assertFalse(SearchText.isGram("听证会"));
    assertFalse(SearchText.isGram("听-"));
    assertFalse(SearchText.isGram("听"));
  }

  @Test
  void a_topic_that_moved_takes_what_is_below_it_along_and_nothing_else() {
    TopicMoved change = new TopicMoved("行政处罚", "处罚");
    assertEquals("处罚/听证", change.of("行政处罚/听证"));
    assertEquals("行政处罚法/听证", change.of("行政处罚法/听证"));
    assertNull(change.of(null));
  }
}
