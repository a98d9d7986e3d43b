package cn.lianbing.competition.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.competition.BoardUnits;
import cn.lianbing.competition.RankingRules;
import cn.lianbing.competition.RankingRules.Formula;
import cn.lianbing.competition.RankingRules.PersonTie;
import cn.lianbing.competition.RankingRules.UnitTie;
import cn.lianbing.people.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places by the rules, against a reference that knows no sorting: it counts, for each, who is better. */
class PlacingTest {
  private static final Function<Long, BoardUnits.Group> UNITS = id -> new BoardUnits.Group(id, "单位" + id, Unit.Kind.DEPARTMENT, "/1/" + id + "/");

  private static Entry sat(long id, int score, long millis, long at, int sudden, long unit) {
    return new Entry(id, "某" + id, unit, Entry.Presence.SAT, score, millis, at, sudden, 0);
  }

  private static Entry other(long id, Entry.Presence presence, long unit) {
    return new Entry(id, "某" + id, unit, presence, 0, 0, 0, 0, 0);
  }

  /** Few values, so that most scores are equal. */
  private static List<Entry> some(Random random, int count) {
    return IntStream.range(1, count + 1).mapToObj(id -> {
      int presence = random.nextInt(10);
      long unit = 1 + random.nextInt(7);
      return presence == 0 ? other(id, Entry.Presence.ABSENT, unit) : presence == 1 ? other(id, Entry.Presence.EXCUSED, unit) : sat(id, random.nextInt(5) * 100, random.nextInt(3), random.nextInt(3), random.nextInt(3), unit);
    }).toList();
  }

  private static boolean naivelyBetter(Entry one, Entry other, int extra, List<PersonTie> ties) {
    if (one.score() != other.score() + extra) return one.score() > other.score() + extra;
    for (PersonTie tie : ties) {
      long a = tie == PersonTie.TIME ? one.millis() : tie == PersonTie.EARLIER ? one.at() : one.suddenDeath() == 0 ? 1000 : one.suddenDeath();
      long b = tie == PersonTie.TIME ? other.millis() : tie == PersonTie.EARLIER ? other.at() : other.suddenDeath() == 0 ? 1000 : other.suddenDeath();
      if (a != b) return a < b;
    }
    return false;
  }

  @Test
  void places_and_what_one_more_mark_makes_are_those_of_a_reference_that_only_counts() {
    List<List<PersonTie>> orders = List.of(List.of(), List.of(PersonTie.TIME), List.of(PersonTie.EARLIER, PersonTie.TIME), RankingRules.usual().personTies());
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<PersonTie> ties = orders.get(seed % orders.size());
      List<Entry> entries = some(random, 1 + random.nextInt(60));
      RankingRules rules = new RankingRules(ties, List.of(), Formula.OVER_EXPECTED, 3, null, 90, 60);
      List<PersonRow> rows = Placing.persons(entries, rules, UNITS, Map.of());
      assertEquals(entries.size(), rows.size());
      List<Entry> there = entries.stream().filter(Entry::sat).toList();
      for (PersonRow row : rows) {
        Entry entry = entries.stream().filter(one -> one.id() == row.id()).findFirst().orElseThrow();
        if (!entry.sat()) {
          assertEquals(null, row.rank());
          continue;
        }
        assertEquals(1 + there.stream().filter(one -> naivelyBetter(one, entry, 0, ties)).count(), row.rank().longValue(), "seed " + seed);
        assertEquals(1 + there.stream().filter(one -> one != entry && naivelyBetter(one, entry, 100, ties)).count(), row.plusOne().longValue(), "seed " + seed);
      }
    }
  }

  @Test
  void the_order_in_which_entries_come_changes_nothing() {
    Random random = new Random(7);
    List<Entry> entries = some(random, 50);
    List<Entry> mixed = new ArrayList<>(entries);
    java.util.Collections.shuffle(mixed, random);
    assertEquals(Placing.persons(entries, RankingRules.usual(), UNITS, Map.of()), Placing.persons(mixed, RankingRules.usual(), UNITS, Map.of()));
    assertEquals(Placing.units(entries, RankingRules.usual(), 1000, UNITS, Map.of()), Placing.units(mixed, RankingRules.usual(), 1000, UNITS, Map.of()));
  }

  @Test
  void equal_in_all_shares_a_place_and_the_next_one_is_left_out() {
    List<PersonRow> rows = Placing.persons(List.of(sat(1, 900, 5, 5, 0, 1), sat(2, 800, 5, 5, 0, 1), sat(3, 800, 5, 5, 0, 1), sat(4, 700, 5, 5, 0, 1)), RankingRules.usual(), UNITS, Map.of(4L, 1));
    assertEquals(List.of(1, 2, 2, 4), rows.stream().map(PersonRow::rank).toList());
    assertEquals(List.of("FIRST", "SCORE", "SAME", "SCORE"), rows.stream().map(PersonRow::tie).toList());
    assertEquals(-3, rows.get(3).progress());
  }

  @Test
  void on_stage_sudden_death_decides_before_anything_else() {
    List<PersonRow> rows = Placing.persons(List.of(sat(1, 900, 1, 1, 2, 1), sat(2, 900, 9, 9, 1, 1), sat(3, 900, 0, 0, 0, 1)), RankingRules.usual(), UNITS, Map.of());
    assertEquals(List.of(2L, 1L, 3L), rows.stream().map(PersonRow::id).toList());
    assertEquals("SUDDEN_DEATH", rows.get(1).tie());
  }

  @Test
  void leaving_weak_officers_out_does_not_pay() {
    List<Entry> entries = List.of(sat(1, 9000, 1, 1, 0, 1), sat(2, 9000, 1, 1, 0, 1), other(3, Entry.Presence.ABSENT, 1), sat(4, 8000, 1, 1, 0, 2), sat(5, 8000, 1, 1, 0, 2), sat(6, 3000, 1, 1, 0, 2));
    List<UnitRow> rows = Placing.units(entries, RankingRules.usual(), 10_000, UNITS, Map.of());
    assertEquals(List.of(2L, 1L), rows.stream().map(UnitRow::id).toList());
    assertEquals("63.3333", rows.get(0).value());
    assertEquals("60.0000", rows.get(1).value());
    assertEquals(1, rows.get(1).absent());
    List<UnitRow> overSat = Placing.units(entries, new RankingRules(List.of(), List.of(), Formula.OVER_SAT, 3, null, 90, 60), 10_000, UNITS, Map.of());
    assertEquals(1L, overSat.get(0).id());
  }

  @Test
  void who_was_excused_is_not_expected_and_a_small_unit_has_no_place() {
    List<UnitRow> rows = Placing.units(List.of(sat(1, 9000, 1, 1, 0, 1), sat(2, 9000, 1, 1, 0, 1), other(3, Entry.Presence.EXCUSED, 1)), RankingRules.usual(), 10_000, UNITS, Map.of());
    assertEquals(2, rows.get(0).expected());
    assertEquals(1, rows.get(0).excused());
    assertEquals(null, rows.get(0).rank());
    assertEquals("FEW", rows.get(0).tie());
  }

  /** (sum + k × mean) ÷ (number + k) in decimals, where the program has fractions. */
  @Test
  void units_with_and_without_shrinkage_agree_with_a_reference_in_decimals() {
    for (int seed = 0; seed < 100; seed++) {
      List<Entry> entries = some(new Random(seed), 60);
      Integer k = seed % 2 == 0 ? null : 5;
      RankingRules rules = new RankingRules(List.of(), List.of(UnitTie.SIT_RATE), Formula.OVER_EXPECTED, 0, k, 90, 60);
      Map<Long, BigDecimal> values = naive(entries, k, 0, 0);
      List<UnitRow> rows = Placing.units(entries, rules, 500, UNITS, Map.of());
      for (UnitRow row : rows) {
        BigDecimal own = values.get(row.id());
        assertTrue(own.subtract(new BigDecimal(row.value())).abs().compareTo(new BigDecimal("0.0001")) < 0, row + " " + own);
        for (UnitRow other : rows) if (values.get(other.id()).subtract(own).compareTo(new BigDecimal("0.000001")) > 0) assertTrue(other.rank() < row.rank(), "seed " + seed);
        Map<Long, BigDecimal> more = naive(entries, k, row.id(), 100);
        long better = rows.stream().filter(one -> one.id() != row.id() && more.get(one.id()).subtract(more.get(row.id())).compareTo(new BigDecimal("0.000001")) > 0).count();
        assertTrue(row.plusOne() > better, "seed " + seed);
      }
    }
  }

  private static Map<Long, BigDecimal> naive(List<Entry> entries, Integer k, long more, int extra) {
    List<Entry> expected = entries.stream().filter(one -> one.presence() != Entry.Presence.EXCUSED).toList();
    BigDecimal all = BigDecimal.valueOf(expected.stream().mapToLong(Entry::score).sum() + extra).divide(BigDecimal.valueOf(expected.size()), MathContext.DECIMAL128);
    Map<Long, BigDecimal> values = new java.util.HashMap<>();
    entries.stream().map(Entry::unitId).distinct().forEach(unit -> {
      List<Entry> own = expected.stream().filter(one -> one.unitId() == unit).toList();
      BigDecimal sum = BigDecimal.valueOf(own.stream().mapToLong(Entry::score).sum() + (unit == more ? extra : 0));
      BigDecimal above = k == null ? sum : sum.add(all.multiply(BigDecimal.valueOf(k)));
      values.put(unit, above.divide(BigDecimal.valueOf(Math.max(1, own.size() + (k == null ? 0 : k))), MathContext.DECIMAL128).movePointLeft(2));
    });
    return values;
  }
}
