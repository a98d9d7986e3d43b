package cn.lianbing.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of a units' sheet states for the annual report, each null where its cell is blank; a blank cell leaves what is stored.
 *
 * @param publishes whether the unit publishes its enforcement information 公示
 */
record UnitStatements(Boolean publishes, LocalDate publishesSince, Unit.Rank rank, LocalDate rankedSince, Unit.Level level) {
  static final List<String> COLUMNS = List.of("publishes", "publishesSince", "rank", "rankedSince", "level");
  static final UnitStatements NONE = new UnitStatements(null, null, null, null, null);
  private static final Set<String> YES = Set.of("是", "有", "已公示", "yes", "true", "1", "√");
  private static final Set<String> NO = Set.of("否", "无", "未公示", "no", "false", "0", "×");
  private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

  /** Takes what is wrong with a cell. */
  @FunctionalInterface
  interface Wrong {
    void cell(String column, String code, Object... arguments);
  }

  /** Gives a cell's text. */
  @FunctionalInterface
  interface Cells {
    String of(String column);
  }

  static UnitStatements read(Cells cells, Wrong wrong) {
    String publishes = cells.of("publishes").toLowerCase(Locale.ROOT);
    if (!publishes.isEmpty() && !YES.contains(publishes) && !NO.contains(publishes)) wrong.cell("publishes", "unit.yesOrNo");
    String rank = cells.of("rank");
    Unit.Rank ranked = ImportColumns.choice(Unit.Rank.class, "people.unitRank", rank).orElse(null);
    if (!rank.isEmpty() && ranked == null) wrong.cell("rank", "oneOf", ImportColumns.choices(Unit.Rank.class, "people.unitRank"));
    String level = cells.of("level");
    Unit.Level levelled = ImportColumns.choice(Unit.Level.class, "people.unitLevel", level).orElse(null);
    if (!level.isEmpty() && levelled == null) wrong.cell("level", "oneOf", ImportColumns.choices(Unit.Level.class, "people.unitLevel"));
    return new UnitStatements(publishes.isEmpty() ? null : YES.contains(publishes), day("publishesSince", cells, wrong), rank.isEmpty() ? null : ranked, day("rankedSince", cells, wrong), level.isEmpty() ? null : levelled);
  }

  private static LocalDate day(String column, Cells cells, Wrong wrong) {
    String text = cells.of(column);
    if (text.isEmpty()) return null;
    Matcher day = DAY.matcher(text);
    try {
      if (day.matches()) return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      // 2025-02-30
    }
    wrong.cell(column, "unit.day");
    return null;
  }

  /** What is stored together with what is stated. */
  UnitFacts over(UnitFacts stored) {
    return new UnitFacts(publishes == null ? stored.publishes() : publishes, publishesSince == null ? stored.publishesSince() : publishesSince, rank == null ? stored.rank() : rank,
        rankedSince != null ? rankedSince : rank == null || rank == stored.rank() ? stored.rankedSince() : null, level == null ? stored.level() : level);
  }

  /** Days must say since when, of something that is so. */
  void check(UnitFacts stored, LocalDate today, Wrong wrong) {
    if (equals(NONE)) return;
    UnitFacts whole = over(stored);
    if (publishesSince != null && !whole.publishes()) wrong.cell("publishes", "unit.sinceWithout");
    else if (whole.publishes()) since("publishesSince", whole.publishesSince(), today, wrong);
    if (rankedSince != null && whole.rank() == null) wrong.cell("rank", "unit.sinceWithout");
    else if (whole.rank() != null) since("rankedSince", whole.rankedSince(), today, wrong);
  }

  private static void since(String column, LocalDate day, LocalDate today, Wrong wrong) {
    if (day == null || day.isBefore(UnitReporting.EARLIEST) || day.isAfter(today)) wrong.cell(column, "unit.since");
  }
}
