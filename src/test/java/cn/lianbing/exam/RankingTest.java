package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final long MINUTE = 60_000;

  @Test
  void personsAreOrderedByScoreThenTimeThenHandIn() {
    List<Ranking.PersonPlace> places = persons(sat(1, 900, 40, 500), sat(2, 950, 50, 500), sat(3, 900, 30, 500), sat(4, 900, 40, 400));
    assertEquals(List.of("1 2 FIRST", "2 3 SCORE", "3 4 TIME", "4 1 EARLIER"), said(places));
  }

  @Test
  void thoseWhoAreEqualInEverythingShareAPlaceAndTheNextOneIsLeftOut() {
    List<Ranking.PersonPlace> places = persons(sat(1, 960, 30, 100), sat(2, 950, 30, 100), sat(3, 950, 30, 100), sat(4, 940, 30, 100));
    assertEquals(List.of("1 1 FIRST", "2 2 SCORE", "2 3 SAME", "4 4 SCORE"), said(places));
  }

  @Test
  void whoDidNotSitHasNoPlace() {
    assertEquals(List.of("1 2 FIRST"), said(persons(absent(1), sat(2, 0, 30, 100), excused(3))));
  }

  @Test
  void theAbsentCountAsNothing() {
    Ranking.UnitPlace unit = unit(1, sat(1, 900, 30, 1), sat(2, 800, 30, 1), absent(3));
    assertEquals(new BigDecimal("56.67"), unit.unitScore());
    assertEquals(new BigDecimal("85.00"), unit.meanScore());
    assertEquals(3, unit.expected());
    assertEquals(1, unit.absent());
    assertEquals(new BigDecimal("66.7"), unit.sitRate());
  }

  @Test
  void theExcusedDoNotCount() {
    Ranking.UnitPlace unit = unit(1, sat(1, 900, 30, 1), sat(2, 800, 30, 1), excused(3));
    assertEquals(new BigDecimal("85.00"), unit.unitScore());
    assertEquals(2, unit.expected());
    assertEquals(1, unit.excused());
  }

  @Test
  void whoWasExcusedAndSatAllTheSameCounts() {
    Ranking.UnitPlace unit = unit(1, new Ranking.Entry(1, "甲", 1, true, 900, MINUTE, 1));
    assertEquals(1, unit.expected());
    assertEquals(0, unit.excused());
  }

  @Test
  void passesAndExcellentAreCountedFromTheirScoresOn() {
    Ranking.UnitPlace unit = unit(1, sat(1, 900, 30, 1), sat(2, 899, 30, 1), sat(3, 800, 30, 1), sat(4, 799, 30, 1));
    assertEquals(1, unit.excellent());
    assertEquals(3, unit.passed());
    assertEquals(new BigDecimal("75.0"), unit.passRate());
    assertEquals(new BigDecimal("25.0"), unit.excellentRate());
  }

  @Test
  void aUnitWithNobodyExpectedHasFiguresOfNothing() {
    Ranking.UnitPlace unit = unit(1, excused(1));
    assertEquals(new BigDecimal("0.00"), unit.unitScore());
    assertEquals(new BigDecimal("0.0"), unit.sitRate());
  }

  @Test
  void fewerThanThreeExpectedAreNotRankedHoweverWellTheyDid() {
    List<Ranking.UnitPlace> places = Ranking.units(List.of(unit(1, sat(1, 1000, 30, 1), sat(2, 1000, 30, 1)), unit(2, sat(3, 500, 30, 1), sat(4, 500, 30, 1), absent(5))));
    assertEquals(2, places.get(0).unit().unitId());
    assertEquals(1, places.get(0).rank());
    assertNull(places.get(1).rank());
    assertEquals("FEW", places.get(1).tie());
  }

  @Test
  void fractionsAreComparedExactlyWhereTheirRoundedScoresAgree() {
    // 2,000,001 / 30,000 and 2,000,000 / 30,000 tenths both print as 6.67
    Ranking.UnitPlace more = whole(1, 30_000, 30_000, 0, 0, 2_000_001, MINUTE);
    Ranking.UnitPlace less = whole(2, 30_000, 30_000, 9, 9, 2_000_000, MINUTE);
    List<Ranking.UnitPlace> places = Ranking.units(List.of(less, more));
    assertEquals(more.unitScore(), less.unitScore());
    assertEquals(List.of("1 1 FIRST", "2 2 SCORE"), saidOfUnits(places));
  }

  @Test
  void tiesAreBrokenByAttendanceThenExcellentThenPassesThenMeanTime() {
    List<Ranking.UnitPlace> places = Ranking.units(List.of(
        whole(6, 10, 9, 3, 5, 7200, 40), whole(5, 10, 9, 3, 6, 7200, 40), whole(4, 10, 9, 3, 6, 7200, 40), whole(3, 10, 9, 4, 4, 7200, 90), whole(2, 10, 10, 1, 1, 7200, 90), whole(1, 10, 1, 1, 1, 7201, 90), whole(7, 10, 9, 3, 5, 7200, 39)));
    assertEquals(List.of("1 1 FIRST", "2 2 SCORE", "3 3 SIT_RATE", "4 4 EXCELLENT_RATE", "4 5 SAME", "6 7 PASS_RATE", "7 6 TIME"), saidOfUnits(places));
  }

  @Test
  void unitsOfDifferentSizeAreEqualWhenTheirFractionsAre() {
    List<Ranking.UnitPlace> places = Ranking.units(List.of(whole(1, 3, 3, 1, 3, 2400, 40), whole(2, 6, 6, 2, 6, 4800, 40), whole(3, 3, 3, 1, 3, 2399, 40)));
    assertEquals(List.of("1 1 FIRST", "1 2 SAME", "3 3 SCORE"), saidOfUnits(places));
  }

  @Test
  void anAbsentOfficerMoreNeverRaisesAUnitsScore() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      List<Ranking.Entry> entries = new ArrayList<>();
      for (int k = random.nextInt(12); k >= 0; k--) entries.add(switch (random.nextInt(5)) {
        case 0 -> absent(k);
        case 1 -> excused(k);
        default -> sat(k, random.nextInt(1001), 1 + random.nextInt(60), k);
      });
      BigDecimal before = unit(1, entries.toArray(Ranking.Entry[]::new)).unitScore();
      entries.add(absent(99));
      assertTrue(unit(1, entries.toArray(Ranking.Entry[]::new)).unitScore().compareTo(before) <= 0, entries.toString());
    }
  }

  private static Ranking.Entry sat(long officer, int score, int minutes, long at) {
    return new Ranking.Entry(officer, "考生" + officer, 1, false, score, minutes * MINUTE, at);
  }

  private static Ranking.Entry absent(long officer) {
    return new Ranking.Entry(officer, "考生" + officer, 1, false, null, 0, 0);
  }

  private static Ranking.Entry excused(long officer) {
    return new Ranking.Entry(officer, "考生" + officer, 1, true, null, 0, 0);
  }

  private static Ranking.Group group(long id) {
    return new Ranking.Group(id, "单位" + id, Unit.Kind.TOWNSHIP, "/1/" + id + "/");
  }

  private static List<Ranking.PersonPlace> persons(Ranking.Entry... entries) {
    return Ranking.persons(Arrays.asList(entries), RankingTest::group);
  }

  private static Ranking.UnitPlace unit(long id, Ranking.Entry... entries) {
    return Ranking.unit(group(id), Arrays.asList(entries), 800, 900);
  }

  /** A unit by its figures alone. */
  private static Ranking.UnitPlace whole(long id, int expected, int sat, int excellent, int passed, int sum, long meanMillis) {
    BigDecimal score = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(expected * 10L), 2, java.math.RoundingMode.HALF_UP);
    return new Ranking.UnitPlace(null, group(id), expected, sat, 0, passed, excellent, sum, score, score, meanMillis, null);
  }

  private static List<String> said(List<Ranking.PersonPlace> places) {
    return places.stream().map(place -> place.rank() + " " + place.entry().officerId() + " " + place.tie()).toList();
  }

  private static List<String> saidOfUnits(List<Ranking.UnitPlace> places) {
    return places.stream().map(place -> place.rank() + " " + place.unit().unitId() + " " + place.tie()).toList();
  }
}
