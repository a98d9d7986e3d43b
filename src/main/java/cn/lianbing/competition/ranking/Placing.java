package cn.lianbing.competition.ranking;

import cn.lianbing.competition.BoardUnits;
import cn.lianbing.competition.RankingRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How places are found: from entries and the competition's rules alone, so that everybody comes to the same. Individuals: score, then the
 * tie-breaks in their order, then the same place. Units: the formula, then the tie-breaks, then the same place, all as exact fractions.
 * Places run 1, 2, 2, 4.
 */
public final class Placing {
  private Placing() {}

  /** Those who sat in order, then the others by id. @param last places of the year before by id */
  public static List<PersonRow> persons(List<Entry> entries, RankingRules rules, Function<Long, BoardUnits.Group> unit, Map<Long, Integer> last) {
    Comparator<Entry> order = order(rules);
    Entry[] sat = entries.stream().filter(Entry::sat).sorted(order.thenComparingLong(Entry::id)).toArray(Entry[]::new);
    List<PersonRow> rows = new ArrayList<>(entries.size());
    int rank = 0;
    for (int i = 0; i < sat.length; i++) {
      String tie = i == 0 ? "FIRST" : tie(sat[i - 1], sat[i], rules);
      if (!tie.equals("SAME")) rank = i + 1;
      rows.add(row(sat[i], rank, tie, better(sat, i, order) + 1, unit, last));
    }
    entries.stream().filter(one -> !one.sat()).sorted(Comparator.comparing(Entry::presence).thenComparingLong(Entry::id)).forEach(one -> rows.add(row(one, null, null, null, unit, last)));
    return rows;
  }

  private static PersonRow row(Entry one, Integer rank, String tie, Integer plusOne, Function<Long, BoardUnits.Group> unit, Map<Long, Integer> last) {
    BoardUnits.Group group = unit.apply(one.unitId());
    return new PersonRow(rank, one.id(), one.name(), group.id(), group.name(), one.presence(), one.score(), one.millis(), one.at(), one.suddenDeath(), one.group(), tie, plusOne, last.get(one.id()));
  }

  static Comparator<Entry> order(RankingRules rules) {
    List<RankingRules.PersonTie> ties = rules.personTies();
    return (one, other) -> {
      int compared = Integer.compare(other.score(), one.score());
      for (int i = 0; compared == 0 && i < ties.size(); i++) compared = compare(one, other, ties.get(i));
      return compared;
    };
  }

  private static int compare(Entry one, Entry other, RankingRules.PersonTie tie) {
    return switch (tie) {
      case SUDDEN_DEATH -> one.suddenDeath() == 0 || other.suddenDeath() == 0 ? Integer.compare(one.suddenDeath() == 0 ? 1 : 0, other.suddenDeath() == 0 ? 1 : 0) : Integer.compare(one.suddenDeath(), other.suddenDeath());
      case TIME -> Long.compare(one.millis(), other.millis());
      case EARLIER -> Long.compare(one.at(), other.at());
    };
  }

  private static String tie(Entry before, Entry one, RankingRules rules) {
    if (before.score() != one.score()) return "SCORE";
    for (RankingRules.PersonTie tie : rules.personTies()) if (compare(before, one, tie) != 0) return tie.name();
    return "SAME";
  }

  /** How many would be strictly better if this one had one mark more. */
  private static int better(Entry[] sorted, int at, Comparator<Entry> order) {
    Entry one = sorted[at];
    Entry more = new Entry(one.id(), one.name(), one.unitId(), one.presence(), one.score() + 100, one.millis(), one.at(), one.suddenDeath(), one.group());
    int low = 0;
    int high = at;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(sorted[middle], more) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A unit before it has a place. */
  private static final class Tally {
    final BoardUnits.Group group;
    int expected;
    int sat;
    int excused;
    int passed;
    int excellent;
    long sum;
    long millis;
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.ONE;

    Tally(BoardUnits.Group group) {
      this.group = group;
    }

    void add(Entry one, RankingRules rules, int max) {
      if (one.presence() == Entry.Presence.EXCUSED) excused++;
      else expected++;
      if (!one.sat()) return;
      sat++;
      sum += one.score();
      millis += one.millis();
      if (one.score() * 100L >= (long) rules.pass() * max) passed++;
      if (one.score() * 100L >= (long) rules.excellent() * max) excellent++;
    }

    int over(RankingRules rules) {
      return rules.formula() == RankingRules.Formula.OVER_EXPECTED ? expected : sat;
    }

    /** (sum + k × all ÷ over all) ÷ (over + k), without rounding. */
    void value(RankingRules rules, long allSum, long allOver, long more) {
      int over = over(rules);
      if (rules.shrinkage() == null || allOver == 0) {
        above = BigInteger.valueOf(sum + more);
        below = BigInteger.valueOf(Math.max(1, over));
      } else {
        above = BigInteger.valueOf(sum + more).multiply(BigInteger.valueOf(allOver)).add(BigInteger.valueOf(rules.shrinkage()).multiply(BigInteger.valueOf(allSum + more)));
        below = BigInteger.valueOf(allOver).multiply(BigInteger.valueOf(over + (long) rules.shrinkage()));
      }
    }

    Tally with(RankingRules rules, long allSum, long allOver, long more) {
      Tally other = new Tally(group);
      other.expected = expected;
      other.sat = sat;
      other.excused = excused;
      other.passed = passed;
      other.excellent = excellent;
      other.sum = sum;
      other.millis = millis;
      // one more mark for somebody else moves the mean of all, and with it what small units are drawn to
      other.value(rules, allSum, allOver, more);
      return other;
    }
  }

  /** In order, those without a place last. @param max full mark in hundredths */
  public static List<UnitRow> units(List<Entry> entries, RankingRules rules, int max, Function<Long, BoardUnits.Group> unit, Map<Long, Integer> last) {
    Map<Long, Tally> tallies = new LinkedHashMap<>();
    for (Entry one : entries) tallies.computeIfAbsent(unit.apply(one.unitId()).id(), id -> new Tally(unit.apply(one.unitId()))).add(one, rules, max);
    long allSum = tallies.values().stream().mapToLong(one -> one.sum).sum();
    long allOver = tallies.values().stream().mapToLong(one -> one.over(rules)).sum();
    tallies.values().forEach(one -> one.value(rules, allSum, allOver, 0));
    Comparator<Tally> order = unitOrder(rules);
    List<Tally> ranked = tallies.values().stream().filter(one -> one.expected >= rules.fewestExpected()).sorted(order.thenComparingLong(one -> one.group.id())).toList();
    List<UnitRow> rows = new ArrayList<>();
    int rank = 0;
    for (int i = 0; i < ranked.size(); i++) {
      String tie = i == 0 ? "FIRST" : tie(ranked.get(i - 1), ranked.get(i), rules);
      if (!tie.equals("SAME")) rank = i + 1;
      rows.add(row(ranked.get(i), rank, tie, plusOne(ranked, i, rules, allSum, allOver), last));
    }
    tallies.values().stream().filter(one -> one.expected < rules.fewestExpected()).sorted(Comparator.comparingLong(one -> one.group.id())).forEach(one -> rows.add(row(one, null, "FEW", null, last)));
    return rows;
  }

  private static int plusOne(List<Tally> ranked, int at, RankingRules rules, long allSum, long allOver) {
    Tally more = ranked.get(at).with(rules, allSum, allOver, 100);
    Comparator<Tally> order = unitOrder(rules);
    int better = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (i == at) continue;
      Tally other = rules.shrinkage() == null ? ranked.get(i) : ranked.get(i).with(rules, allSum + 100, allOver, 0);
      if (order.compare(other, more) < 0) better++;
    }
    return better + 1;
  }

  private static UnitRow row(Tally one, Integer rank, String tie, Integer plusOne, Map<Long, Integer> last) {
    String value = new BigDecimal(one.above).divide(new BigDecimal(one.below.multiply(BigInteger.valueOf(100))), 4, RoundingMode.HALF_UP).toPlainString();
    return new UnitRow(rank, one.group.id(), one.group.name(), one.expected, one.sat, one.excused, one.passed, one.excellent, one.sum, one.sat == 0 ? 0 : one.millis / one.sat, value, tie, plusOne, last.get(one.group.id()));
  }

  private static Comparator<Tally> unitOrder(RankingRules rules) {
    return (one, other) -> {
      int compared = other.above.multiply(one.below).compareTo(one.above.multiply(other.below));
      for (int i = 0; compared == 0 && i < rules.unitTies().size(); i++) compared = compare(one, other, rules.unitTies().get(i));
      return compared;
    };
  }

  private static int compare(Tally one, Tally other, RankingRules.UnitTie tie) {
    return switch (tie) {
      case SIT_RATE -> fraction(one.sat, one.expected, other.sat, other.expected);
      case EXCELLENT_RATE -> fraction(one.excellent, one.sat, other.excellent, other.sat);
      case PASS_RATE -> fraction(one.passed, one.sat, other.passed, other.sat);
      case TIME -> -fraction(one.millis, one.sat, other.millis, other.sat);
    };
  }

  /** The larger first; of nothing, 0. */
  private static int fraction(long above, long below, long otherAbove, long otherBelow) {
    return Long.compare(Math.multiplyExact(otherAbove, Math.max(1, below)), Math.multiplyExact(above, Math.max(1, otherBelow)));
  }

  private static String tie(Tally before, Tally one, RankingRules rules) {
    if (before.above.multiply(one.below).compareTo(one.above.multiply(before.below)) != 0) return "SCORE";
    for (RankingRules.UnitTie tie : rules.unitTies()) if (compare(before, one, tie) != 0) return tie.name();
    return "SAME";
  }
}
