package cn.lianbing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
  private static final String EXAMPLE = "11010519491231002X";

  @Test
  void the_examples_of_the_standard_are_valid() {
    assertEquals(LocalDate.of(1949, 12, 31), new IdNumber(EXAMPLE).birthDate());
    assertEquals(Officer.Sex.FEMALE, new IdNumber(EXAMPLE).sex());
    assertEquals(LocalDate.of(1980, 1, 1), new IdNumber("34052419800101001X").birthDate());
    assertEquals(Officer.Sex.MALE, new IdNumber("34052419800101001X").sex());
  }

  @Test
  void a_small_x_and_spaces_around_count_as_the_same_number() {
    assertEquals(new IdNumber(EXAMPLE), new IdNumber(" 11010519491231002x "));
  }

  @ParameterizedTest
  @ValueSource(strings = {EXAMPLE, "34052419800101001X"})
  void every_single_wrong_digit_is_caught(String right) {
    for (int at = 0; at < 18; at++) {
      for (char c : "0123456789X".toCharArray()) {
        if (c == right.charAt(at)) continue;
        String wrong = right.substring(0, at) + c + right.substring(at + 1);
        assertThrows(Invalid.class, () -> new IdNumber(wrong), wrong);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {EXAMPLE, "34052419800101001X"})
  void two_neighbours_that_changed_places_are_caught(String right) {
    for (int at = 0; at < 17; at++) {
      if (right.charAt(at) == right.charAt(at + 1)) continue;
      String wrong = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
      assertThrows(Invalid.class, () -> new IdNumber(wrong), wrong);
    }
  }

  @ParameterizedTest
  @CsvSource({"'',form", "1101051949123100,form", "110105194912310021,check", "X1010519491231002X,form", "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X,form"})
  void the_refusal_says_what_is_wrong(String text, String code) {
    assertEquals("idNumber." + code, assertThrows(Invalid.class, () -> new IdNumber(text)).violations().get(0).code());
    assertThrows(Invalid.class, () -> new IdNumber(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"11010520230229001", "11010520231301001", "11010518991231002"})
  void a_birth_date_that_does_not_exist_is_refused_in_spite_of_the_right_check(String digits) {
    assertEquals("idNumber.birth", assertThrows(Invalid.class, () -> new IdNumber(digits + IdNumber.check(digits))).violations().get(0).code());
  }

  @Test
  void neither_its_mask_nor_its_text_form_gives_it_away() {
    IdNumber number = new IdNumber(EXAMPLE);
    assertEquals("1101************2X", number.masked());
    assertFalse(("" + number).contains("19491231"));
  }
}
