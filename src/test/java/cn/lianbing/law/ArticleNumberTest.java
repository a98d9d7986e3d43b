package cn.lianbing.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleNumberTest {
  @ParameterizedTest
  @CsvSource({"1,一", "9,九", "10,十", "11,十一", "19,十九", "20,二十", "36,三十六", "90,九十", "100,一百", "101,一百零一", "110,一百一十", "111,一百一十一", "200,二百", "305,三百零五", "999,九百九十九", "1000,一千", "1005,一千零五", "1010,一千零一十", "1105,一千一百零五", "1260,一千二百六十"})
  void numbers_are_printed_and_read_as_laws_print_them(int number, String numeral) {
    assertEquals(numeral, ArticleNumber.numeral(number));
    assertEquals(number, ArticleNumber.value(numeral));
  }

  @Test
  void every_number_is_read_as_it_is_printed() {
    for (int number = 1; number < 10_000; number++) assertEquals(number, ArticleNumber.value(ArticleNumber.numeral(number)));
  }

  @ParameterizedTest
  @CsvSource({"36,36,0", "第36条,36,0", "第三十六条,36,0", "三十六,36,0", "36-1,36,1", "36之一,36,1", "第三十六条之二,36,2", "第 36 条,36,0"})
  void an_article_is_known_however_people_write_it(String written, int number, int sub) {
    assertEquals(Optional.of(new ArticleNumber(number, sub)), ArticleNumber.of(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "条", "第条", "12345", "-1", "1.5", "36,37", "第三十六条第二款", "<b>3</b>", "1 or 1=1"})
  void anything_else_is_none(String written) {
    assertEquals(Optional.empty(), ArticleNumber.of(written));
  }

  @Test
  void an_inserted_article_stands_behind_its_own() {
    assertEquals("第三十六条之一", new ArticleNumber(36, 1).label());
    assertEquals("36-1", new ArticleNumber(36, 1).plain());
    assertTrue(new ArticleNumber(36, 1).compareTo(new ArticleNumber(36, 0)) > 0);
    assertTrue(new ArticleNumber(36, 1).compareTo(new ArticleNumber(37, 0)) < 0);
  }
}
