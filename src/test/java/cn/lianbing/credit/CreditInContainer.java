package cn.lianbing.credit;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ledger against the real database. */
public interface CreditInContainer {
  byte[] PDF = "%PDF-1.4 demo".getBytes(StandardCharsets.US_ASCII);

  private static CreditLedger ledger() {
    return bean(CreditLedger.class);
  }

  private static long officer(String username) {
    return count("select officer_id from account where username = ?", username);
  }

  private static Booking booking(long officer, int hundredths, String day, String source) {
    return new Booking(officer, Bucket.PROFESSIONAL, Origin.ATTENDANCE, hundredths, LocalDate.parse(day), source, "行政处罚法专题");
  }

  @Test
  default void hours_are_booked_once_for_a_source_and_every_entry_sums_to_nothing() {
    long officer = officer("officer061");
    int before = ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL);
    assertTrue(ledger().earn(Caller.system(), booking(officer, 300, "2024-05-06", "test:once")));
    assertFalse(ledger().earn(Caller.system(), booking(officer, 300, "2024-05-06", "test:once")));
    assertEquals(before + 300, ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL));
    assertEquals(0, count("select count(*) from (select entry_id from credit_posting group by entry_id having sum(hundredths) <> 0 or count(*) <> 2) x"));
    assertEquals(0, count("select sum(hundredths) from credit_posting"));
  }

  @Test
  default void two_at_once_book_it_once() {
    long officer = officer("officer062");
    List<Object> outcomes = atOnce(6, () -> ledger().earn(Caller.system(), booking(officer, 200, "2024-05-07", "test:race")));
    assertEquals(1, outcomes.stream().filter(Boolean.TRUE::equals).count(), outcomes.toString());
    assertEquals(5, outcomes.stream().filter(Boolean.FALSE::equals).count(), outcomes.toString());
    assertEquals(200, ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL));
  }

  @Test
  default void a_mistake_is_taken_back_by_an_entry_of_its_own_and_may_be_booked_anew() {
    long officer = officer("officer063");
    ledger().earn(Caller.system(), booking(officer, 300, "2024-06-01", "test:x_1%"));
    ledger().reverse(Caller.system(), "test:x_1%", "签到有误");
    ledger().reverse(Caller.system(), "test:x_1%", "再撤一次不起作用");
    assertEquals(0, ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL));
    assertTrue(ledger().earn(Caller.system(), booking(officer, 150, "2024-06-01", "test:x_1%")));
    assertEquals(150, ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL));
    assertEquals(3, count("select count(*) from credit_entry where officer_id = ? and on_date = '2024-06-01'", officer), "nothing was deleted");
    long first = count("select id from credit_entry where source = 'test:x_1%'");
    assertEquals("credit-reversed", assertThrows(Refused.class, () -> ledger().reverse(Caller.system(), officer, first, "又一次")).code());
    assertThrows(Invalid.class, () -> ledger().reverse(Caller.system(), "test:x_1%", " "));
  }

  @Test
  default void a_day_holds_so_many_hours_and_the_refusal_says_what_is_there() {
    long officer = officer("officer064");
    ledger().earn(Caller.system(), booking(officer, 600, "2024-06-02", "test:day1"));
    Refused refused = assertThrows(Refused.class, () -> ledger().earn(Caller.system(), booking(officer, 300, "2024-06-02", "test:day2")));
    assertEquals("credit-day-full", refused.code());
    assertEquals(List.of("2024年6月2日", "6", "3", "8"), List.of(refused.arguments()).subList(1, 5));
    assertTrue(ledger().earn(Caller.system(), booking(officer, 200, "2024-06-02", "test:day3")));
  }

  @Test
  default void a_year_is_closed_and_closed_again_after_a_late_correction() {
    long officer = officer("officer065");
    ledger().earn(Caller.system(), booking(officer, 700, "2023-03-01", "test:close1"));
    ledger().earn(Caller.system(), booking(officer, 500, "2023-03-02", "test:close2"));
    YearClose close = bean(YearClose.class);
    assertEquals("credit-year-open", assertThrows(Refused.class, () -> close.close(Caller.system(), 2026)).code());
    assertThrows(NotFound.class, () -> close.close(caller("unit01"), 2023));
    YearClose.Closed first = close.close(Caller.system(), 2023);
    assertTrue(first.booked() >= 1);
    assertEquals(1200, ledger().balance(officer, 2023).in(Bucket.PROFESSIONAL), "what was earned stays to be read");
    assertEquals(0, count("select sum(p.hundredths) from credit_account a join credit_posting p on p.account_id = a.id where a.owner = ? and a.year = 2023", officer), "the account is empty");
    assertEquals(0, close.close(Caller.system(), 2023).booked(), "nothing has changed since");
    ledger().reverse(Caller.system(), "test:close2", "查明未到场");
    assertEquals(1, close.close(Caller.system(), 2023).booked());
    assertEquals(700, ledger().balance(officer, 2023).in(Bucket.PROFESSIONAL));
    assertEquals(700, count("select earned from credit_close_line where officer_id = ? and bucket = 'PROFESSIONAL' and close_id = (select max(id) from credit_close where year = 2023)", officer));
    assertEquals(0, count("select sum(hundredths) from credit_posting"));
  }

  @Test
  default void ten_thousand_random_operations_come_to_what_a_simple_count_comes_to() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long[] officers = new long[20];
    for (int i = 0; i < officers.length; i++) officers[i] = officer("officer%03d".formatted(201 + i));
    Map<String, Booking> standing = new HashMap<>();
    List<String> sources = new ArrayList<>();
    Map<String, Integer> onDay = new HashMap<>();
    for (int operation = 0; operation < 10_000; operation++) {
      int kind = random.nextInt(100);
      if (kind < 60) {
        Booking booking = new Booking(officers[random.nextInt(officers.length)], Bucket.values()[random.nextInt(2)], Origin.values()[random.nextInt(3)], 1 + random.nextInt(400), LocalDate.of(2019 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28)), "random:" + random.nextInt(6_000), "随机");
        String day = booking.officerId() + " " + booking.on();
        if (standing.containsKey(booking.source())) assertFalse(ledger().earn(Caller.system(), booking), "seed " + seed);
        else if (onDay.getOrDefault(day, 0) + booking.hundredths() > 800) assertThrows(Refused.class, () -> ledger().earn(Caller.system(), booking), "seed " + seed);
        else {
          assertTrue(ledger().earn(Caller.system(), booking), "seed " + seed);
          standing.put(booking.source(), booking);
          sources.add(booking.source());
          onDay.merge(day, booking.hundredths(), Integer::sum);
        }
      } else if (kind < 99 && !sources.isEmpty()) {
        String source = sources.get(random.nextInt(sources.size()));
        ledger().reverse(Caller.system(), source, "随机撤销");
        Booking gone = standing.remove(source);
        if (gone != null) onDay.merge(gone.officerId() + " " + gone.on(), -gone.hundredths(), Integer::sum);
      } else if (operation % 7 == 0) bean(YearClose.class).close(Caller.system(), 2019 + random.nextInt(3));
    }
    for (long officer : officers) for (int year = 2019; year < 2022; year++) for (Bucket bucket : Bucket.values()) {
      int expected = 0;
      for (Booking one : standing.values()) if (one.officerId() == officer && one.on().getYear() == year && one.bucket() == bucket) expected += one.hundredths();
      assertEquals(expected, ledger().balance(officer, year).in(bucket), "officer %d %d %s, seed %d".formatted(officer, year, bucket, seed));
    }
    assertEquals(0, count("select sum(hundredths) from credit_posting"), "seed " + seed);
    assertEquals(0, count("select count(*) from (select entry_id from credit_posting group by entry_id having sum(hundredths) <> 0) x"), "seed " + seed);
  }

  @Test
  default void training_elsewhere_is_claimed_approved_booked_over_its_days_and_revoked() {
    OutsideCredits outside = bean(OutsideCredits.class);
    Caller officer = caller("officer001");
    long id = outside.claim(officer, new OutsideCredits.Claim("行政执法示范班", "省司法厅", LocalDate.parse("2022-04-01"), LocalDate.parse("2022-04-03"), 2000, Bucket.PROFESSIONAL, Attachment.of("file", "证书.pdf", PDF)));
    assertThrows(NotFound.class, () -> outside.approve(officer, id), "nobody approves for oneself");
    assertThrows(NotFound.class, () -> bean(OutsideTrainings.class).get(caller("officer002"), id), "attack 3");
    outside.approve(caller("unit01"), id);
    assertEquals(2000, ledger().balance(officer.officerId(), 2022).in(Bucket.PROFESSIONAL));
    assertEquals(667, count("select hundredths from credit_entry where officer_id = ? and on_date = '2022-04-01'", officer.officerId()));
    assertEquals("credit-decided", assertThrows(Refused.class, () -> outside.approve(caller("unit01"), id)).code());
    assertEquals("credit-decided", assertThrows(Refused.class, () -> outside.withdraw(officer, id)).code());
    assertEquals(PDF.length, bean(OutsideTrainings.class).evidence(caller("unit01"), id).length);
    outside.revoke(caller("unit01"), id, "证书有误");
    assertEquals(0, ledger().balance(officer.officerId(), 2022).in(Bucket.PROFESSIONAL));
  }

  @Test
  default void attack_17_a_unit_administrator_decides_only_for_the_own_unit_and_keeps_no_rules() {
    OutsideCredits outside = bean(OutsideCredits.class);
    long foreign = outside.claim(caller("officer002"), new OutsideCredits.Claim("示范班", "省厅", LocalDate.parse("2022-05-01"), LocalDate.parse("2022-05-01"), 400, Bucket.PROFESSIONAL, null));
    assertThrows(NotFound.class, () -> outside.approve(caller("unit01"), foreign));
    assertThrows(NotFound.class, () -> outside.refuse(caller("unit01"), foreign, "不行"));
    assertThrows(NotFound.class, () -> bean(Credits.class).lines(caller("unit01"), officer("officer002"), 2026));
    assertThrows(NotFound.class, () -> bean(CreditRules.class).set(caller("unit01"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 30, "x", true, LocalDate.parse("2026-01-01"))));
    Page<Credits.Row> own = bean(Credits.class).unit(caller("unit01"), null, 2026, false, new Page.Request(1, 200));
    assertTrue(own.items().stream().allMatch(row -> row.unit().equals("区市场监督管理局")) && own.total() > 0, own.toString());
  }

  @Test
  default void a_later_rule_leaves_the_earlier_years_as_they_were() {
    CreditRules rules = bean(CreditRules.class);
    int before = rules.hundredths(90, LocalDate.parse("2027-12-31"));
    rules.set(caller("trainer"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 50, "测试文件", true, LocalDate.parse("2028-01-01")));
    assertEquals(before, rules.hundredths(90, LocalDate.parse("2027-12-31")));
    assertEquals(180, rules.hundredths(90, LocalDate.parse("2028-01-01")));
    assertThrows(Invalid.class, () -> rules.set(caller("trainer"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 0, "测试文件", true, LocalDate.parse("2029-01-01"))));
  }
}
