package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {
  @Test
  void theUsualBandsAreNinetySeventyFiveAndTheCutScore() {
    assertEquals(List.of(new Band("优秀", 900), new Band("良好", 750), new Band("合格", 600), new Band("不合格", 0)), Band.usual(1000, 600));
  }

  @Test
  void aCutScoreAboveSeventyFiveLeavesNoGoodBand() {
    assertEquals(List.of(new Band("优秀", 900), new Band("合格", 800), new Band("不合格", 0)), Band.usual(1000, 800));
  }

  @ParameterizedTest
  @CsvSource({"1000,0", "1000,1", "1000,750", "1000,900", "1000,950", "1000,1000", "40,40", "15,9", "1,1"})
  void theUsualBandsAlwaysPassTheirOwnCheck(int max, int pass) {
    assertDoesNotThrow(() -> Band.check(Band.usual(max, pass), max));
  }

  @ParameterizedTest
  @CsvSource({"1000,优秀", "900,优秀", "899,合格", "800,合格", "799,不合格", "0,不合格"})
  void aScoreBelongsToTheHighestBandItReaches(int score, String band) {
    assertEquals(band, Band.of(Band.usual(1000, 800), score).name());
  }

  @Test
  void bandsMustFallStrictlyAndEndAtNothing() {
    refused(List.of());
    refused(List.of(new Band("合格", 600)));
    refused(List.of(new Band("优秀", 600), new Band("合格", 600), new Band("不合格", 0)));
    refused(List.of(new Band("合格", 600), new Band("优秀", 900), new Band("不合格", 0)));
    refused(List.of(new Band("优秀", 1001), new Band("不合格", 0)));
    refused(List.of(new Band(" ", 600), new Band("不合格", 0)));
    refused(List.of(new Band("优".repeat(21), 600), new Band("不合格", 0)));
    assertDoesNotThrow(() -> Band.check(List.of(new Band("都合格", 0)), 1000));
  }

  private static void refused(List<Band> bands) {
    assertThrows(Invalid.class, () -> Band.check(bands, 1000));
  }
}
