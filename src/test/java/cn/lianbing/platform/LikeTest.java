package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class LikeTest {
  @Test
  void what_is_typed_stands_for_itself() {
    assertEquals("%100\\%\\_a\\\\b%", Like.containing(" 100%_a\\b "));
    assertEquals("exam.%", Like.beginning("exam."));
  }

  @Test
  void nothing_typed_is_no_condition() {
    assertNull(Like.containing(" "));
    assertNull(Like.beginning(null));
  }
}
