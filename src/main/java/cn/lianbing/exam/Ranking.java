package cn.lianbing.exam;

import cn.lianbing.people.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How places are found 排名 (domain.md 4; the unit formula is a proposal, no official one exists).
 *
 * <p>Individuals: score, then less time used by the server's clock, then the earlier hand-in, then the same place. Units: the sum
 * of best scores through the number expected, the absent as 0 (so that leaving weak officers out does not pay), then rate of
 * those who sat, rate of excellent, rate of passes, less mean time, then the same place. Fewer than {@link #FEWEST_EXPECTED}
 * expected are not ranked. Places run 1, 2, 2, 4.
 */
public final class Ranking {
  public static final int FEWEST_EXPECTED = 3;

  private Ranking() {}

  /**
   * A candidate with the best attempt that counts.
   *
   * @param score       tenths; null for who did not sit
   * @param millisUsed  from the start to the hand-in
   * @param submittedAt epoch milliseconds
   */
  public record Entry(long officerId, String name, long unitId, boolean excused, Integer score, long millisUsed, long submittedAt) {}

  /** A board's unit: the department or township that an officer's unit is or lies in. */
  public record Group(long unitId, String name, Unit.Kind kind, String path) {}

  /** @param tie why this place and not that of the one before: SCORE, TIME, EARLIER, SAME, or FIRST */
  public record PersonPlace(int rank, Entry entry, Group unit, String tie) {}

  /**
   * @param rank      null: not ranked, too few expected
   * @param meanScore tenths over those who sat, rounded
   * @param unitScore hundredths of a mark
   * @param scoreSum  tenths
   */
  public record UnitPlace(Integer rank, Group unit, int expected, int sat, int excused, int passed, int excellent, int scoreSum, BigDecimal meanScore, BigDecimal unitScore, long meanMillis, String tie) {
    public BigDecimal sitRate() {
      return rate(sat, expected);
    }

    public BigDecimal passRate() {
      return rate(passed, sat);
    }

    public BigDecimal excellentRate() {
      return rate(excellent, sat);
    }

    public int absent() {
      return expected - sat;
    }

    /** Percent with one decimal. */
    private static BigDecimal rate(int part, int whole) {
      return whole == 0 ? BigDecimal.ZERO.setScale(1) : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
  }

  /** Those who sat, in order. */
  public static List<PersonPlace> persons(List<Entry> entries, java.util.function.LongFunction<Group> group) {
    List<Entry> sat = entries.stream().filter(entry -> entry.score() != null).sorted(Comparator.comparing(Entry::score, Comparator.reverseOrder()).thenComparingLong(Entry::millisUsed).thenComparingLong(Entry::submittedAt).thenComparingLong(Entry::officerId)).toList();
    List<PersonPlace> places = new ArrayList<>();
    for (int i = 0; i < sat.size(); i++) {
      String tie = i == 0 ? "FIRST" : tie(sat.get(i - 1), sat.get(i));
      int rank = tie.equals("SAME") ? places.get(i - 1).rank() : i + 1;
      places.add(new PersonPlace(rank, sat.get(i), group.apply(sat.get(i).unitId()), tie));
    }
    return places;
  }

  private static String tie(Entry before, Entry entry) {
    if (!before.score().equals(entry.score())) return "SCORE";
    if (before.millisUsed() != entry.millisUsed()) return "TIME";
    return before.submittedAt() != entry.submittedAt() ? "EARLIER" : "SAME";
  }

  /**
   * @param entries   all candidates of one unit
   * @param passMark  tenths
   * @param excellent tenths from which a score is excellent
   */
  public static UnitPlace unit(Group group, List<Entry> entries, int passMark, int excellent) {
    List<Entry> expected = entries.stream().filter(entry -> !entry.excused() || entry.score() != null).toList();
    List<Entry> sat = expected.stream().filter(entry -> entry.score() != null).toList();
    int sum = sat.stream().mapToInt(Entry::score).sum();
    BigDecimal mean = sat.isEmpty() ? BigDecimal.ZERO.setScale(2) : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(sat.size() * 10L), 2, RoundingMode.HALF_UP);
    BigDecimal score = expected.isEmpty() ? BigDecimal.ZERO.setScale(2) : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(expected.size() * 10L), 2, RoundingMode.HALF_UP);
    long millis = sat.isEmpty() ? 0 : sat.stream().mapToLong(Entry::millisUsed).sum() / sat.size();
    return new UnitPlace(null, group, expected.size(), sat.size(), entries.size() - expected.size(), count(sat, passMark), count(sat, excellent), sum, mean, score, millis, null);
  }

  private static int count(List<Entry> entries, int from) {
    return (int) entries.stream().filter(entry -> entry.score() >= from).count();
  }

  /** In order, the unranked last. */
  public static List<UnitPlace> units(List<UnitPlace> units) {
    // Fractions are compared as fractions: two units whose rounded scores agree need not be equal.
    Comparator<UnitPlace> order = fraction(UnitPlace::scoreSum, UnitPlace::expected).thenComparing(fraction(UnitPlace::sat, UnitPlace::expected)).thenComparing(fraction(UnitPlace::excellent, UnitPlace::sat))
        .thenComparing(fraction(UnitPlace::passed, UnitPlace::sat)).thenComparingLong(UnitPlace::meanMillis);
    List<UnitPlace> ranked = units.stream().filter(unit -> unit.expected() >= FEWEST_EXPECTED).sorted(order.thenComparingLong(unit -> unit.unit().unitId())).toList();
    List<UnitPlace> places = new ArrayList<>();
    for (int i = 0; i < ranked.size(); i++) {
      UnitPlace unit = ranked.get(i);
      String tie = i == 0 ? "FIRST" : tie(ranked.get(i - 1), unit);
      places.add(placed(unit, tie.equals("SAME") ? places.get(i - 1).rank() : Integer.valueOf(i + 1), tie));
    }
    units.stream().filter(unit -> unit.expected() < FEWEST_EXPECTED).sorted(Comparator.comparing(UnitPlace::unitScore).reversed().thenComparingLong(unit -> unit.unit().unitId())).forEach(unit -> places.add(placed(unit, null, "FEW")));
    return places;
  }

  private static String tie(UnitPlace before, UnitPlace unit) {
    if (fraction(UnitPlace::scoreSum, UnitPlace::expected).compare(before, unit) != 0) return "SCORE";
    if (fraction(UnitPlace::sat, UnitPlace::expected).compare(before, unit) != 0) return "SIT_RATE";
    if (fraction(UnitPlace::excellent, UnitPlace::sat).compare(before, unit) != 0) return "EXCELLENT_RATE";
    if (fraction(UnitPlace::passed, UnitPlace::sat).compare(before, unit) != 0) return "PASS_RATE";
    return before.meanMillis() != unit.meanMillis() ? "TIME" : "SAME";
  }

  /** The larger fraction first; of nothing, 0. */
  private static Comparator<UnitPlace> fraction(ToLongFunction<UnitPlace> above, ToLongFunction<UnitPlace> below) {
    return (one, other) -> Long.compare(above.applyAsLong(other) * Math.max(1, below.applyAsLong(one)), above.applyAsLong(one) * Math.max(1, below.applyAsLong(other)));
  }

  private static UnitPlace placed(UnitPlace unit, Integer rank, String tie) {
    return new UnitPlace(rank, unit.unit(), unit.expected(), unit.sat(), unit.excused(), unit.passed(), unit.excellent(), unit.scoreSum(), unit.meanScore(), unit.unitScore(), unit.meanMillis(), tie);
  }
}
