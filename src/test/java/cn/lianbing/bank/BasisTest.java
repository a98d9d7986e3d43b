package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisTest {
  @ParameterizedTest
  @CsvSource({"1,一", "9,九", "10,十", "11,十一", "19,十九", "20,二十", "36,三十六", "90,九十", "100,一百", "101,一百零一", "110,一百一十", "111,一百一十一", "200,二百", "305,三百零五", "999,九百九十九", "1000,一千", "1005,一千零五", "1010,一千零一十", "1105,一千一百零五", "1260,一千二百六十"})
  void numbersArePrintedAsLawsPrintThem(int number, String numeral) {
    assertEquals(numeral, Basis.numeral(number));
  }

  @Test
  void anArticleIsCitedWithItsLaw() {
    assertEquals("行政处罚法第三十六条", new Basis("行政处罚法", "2021修订", 36, "").citation());
  }
}
