package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingSheetTest {
  @ParameterizedTest
  @CsvSource({"0,00:00", "999,00:00", "59000,00:59", "3483000,58:03", "3599999,59:59", "3600000,1:00:00", "3727000,1:02:07", "36000000,10:00:00"})
  void timeUsedIsPrintedToTheSecond(long millis, String printed) {
    assertEquals(printed, RankingSheet.used(millis));
  }
}
