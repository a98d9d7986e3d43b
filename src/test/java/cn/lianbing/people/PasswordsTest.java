package cn.lianbing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

  @ParameterizedTest
  @CsvSource({"'',0", "abc,1", "ABC,1", "123,1", "---,1", "abcABC,2", "abc123,2", "abcABC1,3", "abcABC1-,4", "密码,1", "密码aA1,4"})
  void classes_are_small_letters_capitals_digits_and_others(String password, int classes) {
    assertEquals(classes, Passwords.classes(password));
  }

  @Test
  void an_initial_password_has_all_classes_and_no_letters_that_look_alike() {
    for (int i = 0; i < 200; i++) {
      String password = new Passwords().random();
      assertEquals(4, Passwords.classes(password));
      assertTrue(password.matches("[^0O1lI]{14}"), password);
    }
  }

  @Test
  void an_unusable_hash_looks_like_any_other_and_is_never_the_same() {
    String hash = new Passwords().unusable();
    String[] parts = hash.split(":");
    assertEquals(4, parts.length);
    assertEquals("210000", parts[1], "checked as long as a real one");
    assertEquals(32, Base64.getDecoder().decode(parts[2]).length);
    assertEquals(32, Base64.getDecoder().decode(parts[3]).length);
    assertNotEquals(hash, new Passwords().unusable());
  }
}
