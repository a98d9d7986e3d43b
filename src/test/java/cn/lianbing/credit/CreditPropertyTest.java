package cn.lianbing.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Officer;
import cn.lianbing.platform.Hundredths;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules of counting, tried with thousands of random values; the ledger itself is tried so in {@link CreditInContainer}, where its database is. */
class CreditPropertyTest {
  private static final int TIMES = 10_000;
  private final long seed = Long.getLong("credit.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeEach
  void print() {
    System.out.println("CreditPropertyTest: -Dcredit.seed=" + seed);
  }

  @Test
  void hours_spread_over_days_lose_nothing_and_no_day_has_more_than_its_share() {
    for (int time = 0; time < TIMES; time++) {
      int days = 1 + random.nextInt(OutsideCredits.LONGEST_DAYS);
      int whole = 1 + random.nextInt(days * 800);
      int[] shares = IntStream.range(0, days).map(day -> OutsideCredits.share(whole, days, day)).toArray();
      assertEquals(whole, IntStream.of(shares).sum(), "seed " + seed);
      assertTrue(IntStream.of(shares).max().orElseThrow() <= 800, "what fits into the days fits into each of them, seed " + seed);
      assertTrue(IntStream.of(shares).max().orElseThrow() - IntStream.of(shares).min().orElseThrow() <= 1, "seed " + seed);
    }
  }

  @Test
  void what_is_written_is_read_again() {
    for (int time = 0; time < TIMES; time++) {
      int hundredths = random.nextInt(200_000) - 100_000;
      assertEquals(hundredths, Hundredths.of(new BigDecimal(Hundredths.text(hundredths))).orElseThrow(), "seed " + seed);
    }
  }

  @Test
  void numbers_that_no_hours_have_are_no_hours_and_cost_nothing() {
    for (String text : List.of("1e999999999", "-1e999999999", "1e-999999999", "42949673.04", "99999999999", "1".repeat(5000))) assertTrue(Hundredths.of(new BigDecimal(text)).isEmpty(), text.substring(0, Math.min(20, text.length())));
    assertTrue(Hundredths.of(null).isEmpty());
    assertEquals(350, Hundredths.of(new BigDecimal("3.509")).orElseThrow());
    assertEquals(0, Hundredths.of(new BigDecimal("0")).orElseThrow());
  }

  @Test
  void what_is_missing_and_what_is_earned_make_up_the_need() {
    for (int time = 0; time < TIMES; time++) {
      int needed = random.nextInt(8000);
      int earned = random.nextInt(10_000);
      int planned = random.nextInt(4000);
      CreditRules.Need need = new CreditRules.Need(1L, null, Bucket.PROFESSIONAL, needed, "纲要", null, null, false, null, LocalDate.of(2021, 1, 1));
      Standing standing = CreditForecast.of(2026, new Balance(Map.of(Bucket.PROFESSIONAL, earned)), new Balance(Map.of(Bucket.PROFESSIONAL, planned)), List.of(need));
      Standing.Line line = standing.lines().get(0);
      assertEquals(Math.max(needed, earned), earned + line.missing(), "seed " + seed);
      assertEquals(Math.max(needed, earned + planned), earned + planned + line.missingAfterPlan(), "seed " + seed);
      assertEquals(earned >= needed, standing.met(), "what is planned meets nothing yet, seed " + seed);
      assertTrue(line.percent() >= 0 && line.percent() <= 100 && (line.percent() < 100 || earned * 100L / Math.max(1, needed) >= 100 || needed == 0), "seed " + seed);
    }
  }

  @Test
  void which_need_holds_is_what_a_plain_search_finds() {
    for (int time = 0; time < TIMES; time++) {
      List<CreditRules.Need> all = new ArrayList<>();
      for (long id = 1; id <= random.nextInt(8); id++) all.add(new CreditRules.Need(id, random.nextBoolean() ? null : Officer.Establishment.values()[random.nextInt(2)], Bucket.PROFESSIONAL, 1 + random.nextInt(90) * 100, "纲要", null, null, false, null, LocalDate.of(2020 + random.nextInt(4), 1 + random.nextInt(12), 1)));
      LocalDate on = LocalDate.of(2020 + random.nextInt(5), 12, 31);
      Officer.Establishment who = Officer.Establishment.values()[random.nextInt(2)];
      CreditRules.Need expected = null;
      for (CreditRules.Need one : all) if (one.establishment() == null && !one.validFrom().isAfter(on) && (expected == null || !one.validFrom().isBefore(expected.validFrom()))) expected = one;
      CreditRules.Need own = null;
      for (CreditRules.Need one : all) if (one.establishment() == who && !one.validFrom().isAfter(on) && (own == null || !one.validFrom().isBefore(own.validFrom()))) own = one;
      if (own != null) expected = own;
      assertEquals(expected == null ? List.of() : List.of(expected), CreditRules.needs(all, who, on), "seed " + seed);
    }
  }

  @Test
  void what_is_planned_is_counted_for_those_who_were_asked_for() {
    PlannedHours planned = new PlannedHours(2026, Set.of(1L, 2L));
    planned.add(1, LocalDate.of(2026, 12, 3), Bucket.PROFESSIONAL, 200);
    planned.add(1, LocalDate.of(2026, 12, 3), Bucket.PROFESSIONAL, 100);
    planned.add(3, LocalDate.of(2026, 12, 3), Bucket.PROFESSIONAL, 400);
    assertEquals(300, planned.of(1).in(Bucket.PROFESSIONAL));
    assertEquals(0, planned.of(2).in(Bucket.PROFESSIONAL));
    assertEquals(0, planned.of(3).in(Bucket.PROFESSIONAL));
  }

  @Test
  void the_days_left_end_with_the_year() {
    Standing standing = CreditForecast.of(2026, new Balance(Map.of()), new Balance(Map.of()), List.of());
    assertEquals(38, CreditForecast.daysLeft(standing, LocalDate.of(2026, 11, 24)));
    assertEquals(1, CreditForecast.daysLeft(standing, LocalDate.of(2026, 12, 31)));
    assertEquals(0, CreditForecast.daysLeft(standing, LocalDate.of(2027, 1, 1)));
    assertNull(CreditStatement.outlook(standing.lines().get(0), standing, LocalDate.of(2026, 11, 24), null), "nothing is missing, nothing is said");
  }

  @Test
  void the_code_has_no_way_to_change_or_delete_what_is_booked() throws IOException {
    Pattern change = Pattern.compile("(?i)(update|delete\\s+from|delete|replace\\s+into|truncate(\\s+table)?)\\s+credit_(entry|posting|account|close_line)\\b");
    try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
      for (Path source : sources.filter(one -> one.toString().matches(".*\\.(java|sql)")).toList()) assertFalse(change.matcher(Files.readString(source)).find(), source.toString());
    }
  }
}
