package cn.lianbing.credit;

import cn.lianbing.platform.Hundredths;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreditRulesTest {
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  private static CreditRules.Need need(long id, Officer.Establishment who, Bucket bucket, int hundredths, String from) {
    return new CreditRules.Need(id, who, bucket, hundredths, "纲要", null, "（三十四）", false, null, LocalDate.parse(from));
  }

  private static int needed(List<CreditRules.Need> all, Officer.Establishment who, LocalDate on) {
    return CreditRules.needs(all, who, on).stream().filter(one -> one.bucket() == Bucket.PROFESSIONAL).mapToInt(CreditRules.Need::hundredths).sum();
  }

  @Test
  void the_latest_rule_that_holds_on_the_day_counts() {
    List<CreditRules.Need> all = List.of(need(1, null, Bucket.PROFESSIONAL, 4000, "2015-01-01"), need(2, null, Bucket.PROFESSIONAL, 6000, "2021-08-11"), need(3, null, Bucket.PROFESSIONAL, 8000, "2027-01-01"));
    assertEquals(6000, needed(all, Officer.Establishment.ADMINISTRATIVE, END));
    assertEquals(4000, needed(all, Officer.Establishment.ADMINISTRATIVE, LocalDate.of(2020, 12, 31)));
    assertEquals(0, needed(all, Officer.Establishment.ADMINISTRATIVE, LocalDate.of(2014, 12, 31)));
  }

  @Test
  void a_rule_for_an_establishment_comes_before_the_one_for_all_even_an_older_one() {
    List<CreditRules.Need> all = List.of(need(1, Officer.Establishment.INSTITUTION, Bucket.PROFESSIONAL, 4000, "2015-01-01"), need(2, null, Bucket.PROFESSIONAL, 6000, "2021-08-11"));
    assertEquals(4000, needed(all, Officer.Establishment.INSTITUTION, END));
    assertEquals(6000, needed(all, Officer.Establishment.ADMINISTRATIVE, END));
  }

  @Test
  void a_need_of_nothing_ends_a_need() {
    List<CreditRules.Need> all = List.of(need(1, null, Bucket.PROFESSIONAL, 6000, "2021-08-11"), need(2, null, Bucket.PROFESSIONAL, 0, "2026-01-01"));
    assertTrue(CreditRules.needs(all, Officer.Establishment.ADMINISTRATIVE, END).isEmpty());
  }

  @Test
  void what_is_missing_is_counted_by_bucket_and_what_is_planned_apart() {
    Standing standing = Standing.of(2026, new Balance(Map.of(Bucket.PROFESSIONAL, 4800)), new Balance(Map.of(Bucket.PROFESSIONAL, 300)), List.of(need(1, null, Bucket.PROFESSIONAL, 6000, "2021-08-11")));
    Standing.Line line = standing.lines().get(0);
    assertEquals(1200, line.missing());
    assertEquals(900, line.missingAfterPlan());
    assertEquals(80, line.percent());
    assertFalse(standing.met());
    assertEquals(LocalDate.of(2026, 12, 31), standing.by());
    assertEquals(0, standing.lines().get(1).missing(), "no need in the other bucket");
  }

  @Test
  void hours_are_written_without_needless_noughts() {
    assertEquals(List.of("3.5", "4", "0", "60", "-1.25", "0.33"), List.of(Hundredths.text(350), Hundredths.text(400), Hundredths.text(0), Hundredths.text(6000), Hundredths.text(-125), Hundredths.text(33)));
  }

  @Test
  void nobody_books_nothing_or_into_the_closing() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThrows(IllegalArgumentException.class, () -> new Booking(1, Bucket.PROFESSIONAL, Origin.ATTENDANCE, 0, day, "a", "t"));
    assertThrows(IllegalArgumentException.class, () -> new Booking(1, Bucket.PROFESSIONAL, Origin.CLOSED, 1, day, "a", "t"));
    assertEquals(300, new Booking(1, Bucket.PROFESSIONAL, Origin.ATTENDANCE, 1, day, "a", "长".repeat(400)).title().length());
  }
}
