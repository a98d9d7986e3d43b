package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void a_reason_has_one_to_two_hundred_characters_and_no_blanks_around_it() {
    assertEquals("停电", Reason.demanded(" 停电\n"));
    assertEquals(200, Reason.demanded(" " + "因".repeat(200)).length());
    for (String wrong : new String[] {null, "", " \n", "因".repeat(201)}) assertThrows(Invalid.class, () -> Reason.demanded(wrong));
  }

  @Test
  void where_none_is_needed_a_blank_one_is_none_and_a_long_one_still_too_long() {
    assertNull(Reason.optional("  "));
    assertThrows(Invalid.class, () -> Reason.optional("因".repeat(201)));
  }
}
