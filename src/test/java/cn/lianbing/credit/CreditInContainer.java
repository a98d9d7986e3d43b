package cn.lianbing.credit;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.people.Officer;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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
    assertEquals(List.of("2024年6月2日", "6", "3", "8", "行政处罚法专题 6"), List.of(refused.arguments()).subList(1, 6));
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

  /** 10,000 operations as they come: booked, booked twice, taken back, taken back twice, years closed in between. */
  @Test
  default void ten_thousand_random_operations_come_to_what_a_simple_count_comes_to() {
    long seed = System.nanoTime();
    try {
      operate(seed);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** The container's output is not shown: whatever fails names the seed. */
  private static void operate(long seed) {
    Random random = new Random(seed);
    NaiveLedger naive = new NaiveLedger(800);
    long[] officers = new long[20];
    for (int i = 0; i < officers.length; i++) officers[i] = officer("officer%03d".formatted(201 + i));
    for (int operation = 0; operation < 10_000; operation++) {
      int kind = random.nextInt(500);
      String source = "random:" + random.nextInt(6_000);
      if (kind < 300) {
        Booking booking = new Booking(officers[random.nextInt(officers.length)], Bucket.values()[random.nextInt(2)], Origin.values()[random.nextInt(3)], 1 + random.nextInt(400), LocalDate.of(2019 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(28)), source, "随机");
        assertEquals(naive.earn(booking), really(booking), "operation %d, seed %d".formatted(operation, seed));
      } else if (kind < 499) {
        ledger().reverse(Caller.system(), source, "随机冲销");
        naive.reverse(source);
      } else {
        int year = 2019 + random.nextInt(3);
        assertEquals(naive.close(year), bean(YearClose.class).close(Caller.system(), year).booked(), "operation %d, seed %d".formatted(operation, seed));
      }
    }
    equal(naive, officers, "seed " + seed);
    for (int year = 2019; year < 2022; year++) assertEquals(naive.close(year), bean(YearClose.class).close(Caller.system(), year).booked(), "seed " + seed);
    equal(naive, officers, "closed, seed " + seed);
  }

  private static NaiveLedger.Outcome really(Booking booking) {
    try {
      return ledger().earn(Caller.system(), booking) ? NaiveLedger.Outcome.BOOKED : NaiveLedger.Outcome.STANDS_ALREADY;
    } catch (Refused refused) {
      assertEquals("credit-day-full", refused.code());
      return NaiveLedger.Outcome.DAY_FULL;
    }
  }

  /** Each account of the years 2019 to 2021, on both sides. */
  private static void equal(NaiveLedger naive, long[] officers, String when) {
    String in = "select coalesce(sum(p.hundredths), 0) from credit_account a join credit_posting p on p.account_id = a.id where a.kind = ? and a.owner = ? and a.bucket = ? and a.year = ?";
    for (int year = 2019; year < 2022; year++) for (Bucket bucket : Bucket.values()) {
      for (Origin origin : Origin.values()) assertEquals(naive.in(NaiveLedger.account(origin, 0, bucket, year)), count(in, origin.name(), 0, bucket.name(), year), "%s %s %d, %s".formatted(origin, bucket, year, when));
      for (long officer : officers) {
        String account = NaiveLedger.account("OFFICER", officer, bucket, year);
        assertEquals(naive.in(account), count(in, "OFFICER", officer, bucket.name(), year), account + ", " + when);
        assertEquals(naive.earned(account), ledger().balance(officer, year).in(bucket), account + ", " + when);
      }
    }
    assertEquals(naive.entries(), count("select count(*) from credit_entry where on_date between '2019-01-01' and '2021-12-31'"), "nothing is lost, nothing too much, " + when);
    assertEquals(0, naive.sum());
    assertEquals(0, count("select sum(hundredths) from credit_posting"), when);
    assertEquals(0, count("select count(*) from (select entry_id from credit_posting group by entry_id having sum(hundredths) <> 0 or count(*) < 2) x"), when);
  }

  @Test
  default void a_day_stays_within_its_limit_when_two_book_at_once() {
    long officer = officer("officer066");
    AtomicInteger number = new AtomicInteger();
    List<Object> outcomes = atOnce(4, () -> ledger().earn(Caller.system(), booking(officer, 500, "2024-07-01", "test:full" + number.incrementAndGet())));
    assertEquals(1, outcomes.stream().filter(Boolean.TRUE::equals).count(), outcomes.toString());
    assertEquals(500, count("select sum(hundredths) from credit_entry where officer_id = ? and on_date = '2024-07-01'", officer));
  }

  @Test
  default void a_claim_approved_by_two_at_once_is_booked_once() {
    OutsideCredits outside = bean(OutsideCredits.class);
    Caller officer = caller("officer001");
    Caller unit = caller("unit01");
    long id = outside.claim(officer, new OutsideCredits.Claim("示范班", "省司法厅", LocalDate.parse("2022-07-01"), LocalDate.parse("2022-07-01"), 600, Bucket.POLITICAL, null));
    List<Object> outcomes = atOnce(4, () -> {
      outside.approve(unit, id);
      return true;
    });
    assertEquals(1, outcomes.stream().filter(Boolean.TRUE::equals).count(), outcomes.toString());
    assertEquals(3, outcomes.stream().filter(one -> one instanceof Refused refused && refused.code().equals("credit-decided")).count(), outcomes.toString());
    assertEquals(600, ledger().balance(officer.officerId(), 2022).in(Bucket.POLITICAL));
  }

  @Test
  default void years_closed_by_two_at_once_are_closed_once() {
    long officer = officer("officer067");
    ledger().earn(Caller.system(), booking(officer, 300, "2018-03-01", "test:closing"));
    List<Object> outcomes = atOnce(3, () -> bean(YearClose.class).close(Caller.system(), 2018).booked());
    assertEquals(List.of(0, 0, 1), outcomes.stream().map(Integer.class::cast).sorted().toList());
    assertEquals(0, count("select sum(p.hundredths) from credit_account a join credit_posting p on p.account_id = a.id where a.owner = ? and a.year = 2018", officer));
  }

  @Test
  default void the_closing_counts_as_the_list_of_the_desk_does() {
    YearClose.Closed closed = bean(YearClose.class).close(Caller.system(), 2025);
    List<Credits.Row> rows = bean(Credits.class).all(Caller.system(), null, 2025);
    assertEquals(rows.stream().filter(row -> row.standing().lines().stream().anyMatch(line -> line.needed() > 0)).count(), closed.officers());
    assertEquals(rows.stream().filter(row -> row.standing().met()).count(), closed.met());
    ClosedYears.Year year = bean(ClosedYears.class).all(caller("trainer")).stream().filter(one -> one.year() == 2025).findFirst().orElseThrow();
    assertEquals(List.of((long) closed.officers(), (long) closed.met()), List.of(year.officers(), year.met()));
    Page<ClosedYears.Line> own = bean(ClosedYears.class).lines(caller("unit01"), 2025, new Page.Request(1, 200));
    assertTrue(own.total() > 0 && own.items().stream().allMatch(line -> line.unit().equals("区市场监督管理局")), "attack 16");
    assertThrows(NotFound.class, () -> bean(ClosedYears.class).lines(caller("trainer"), 1999, new Page.Request(1, 10)));
    assertTrue(closed.met() > 0 && closed.met() < closed.officers(), "the demo has both: " + closed);
  }

  @Test
  default void hours_and_claims_move_with_the_officer_and_the_figures_stay_with_the_unit_of_that_day() {
    long officer = officer("officer068");
    long before = count("select unit_id from officer where id = ?", officer);
    long admin = count("select unit_id from account where username = 'unit01'");
    OutsideCredits outside = bean(OutsideCredits.class);
    long claim = outside.claim(caller("officer068"), new OutsideCredits.Claim("示范班", "省司法厅", LocalDate.parse("2022-08-01"), LocalDate.parse("2022-08-01"), 300, Bucket.PROFESSIONAL, null));
    ledger().earn(Caller.system(), booking(officer, 300, "2022-08-02", "test:move1"));
    assertNotEquals(admin, before);
    assertThrows(NotFound.class, () -> bean(OutsideTrainings.class).get(caller("unit01"), claim));
    change("update officer set unit_id = ? where id = ?", admin, officer);
    try {
      outside.approve(caller("unit01"), claim);
      ledger().earn(Caller.system(), booking(officer, 200, "2022-08-03", "test:move2"));
      assertEquals(800, ledger().balance(officer, 2022).in(Bucket.PROFESSIONAL), "all of it went along");
      assertEquals(before, count("select unit_id from credit_entry where source = 'test:move1'"));
      assertEquals(before, count("select unit_id from credit_entry where officer_id = ? and on_date = '2022-08-01'", officer), "earned before the move");
      assertEquals(admin, count("select unit_id from credit_entry where source = 'test:move2'"));
      assertEquals(3, bean(Credits.class).lines(caller("unit01"), officer, 2022).size());
    } finally {
      change("update officer set unit_id = ? where id = ?", before, officer);
    }
    assertThrows(NotFound.class, () -> bean(OutsideTrainings.class).evidence(caller("unit01"), claim), "attack 16: gone with the officer");
    assertThrows(NotFound.class, () -> outside.revoke(caller("unit01"), claim, "不再归我管"));
    assertTrue(bean(OutsideTrainings.class).within(caller("unit01"), null, new Page.Request(1, 200)).items().stream().noneMatch(row -> row.id() == claim));
  }

  @Test
  default void attack_17_hours_of_another_units_officer_are_not_there_to_be_taken_back() {
    long officer = officer("officer069");
    ledger().earn(Caller.system(), booking(officer, 300, "2024-08-01", "test:foreign"));
    long entry = count("select id from credit_entry where source = 'test:foreign'");
    assertThrows(NotFound.class, () -> ledger().reverse(caller("unit01"), officer, entry, "不是我的"));
    assertThrows(NotFound.class, () -> ledger().reverse(caller("officer069"), officer, entry, "自己不行"));
    assertThrows(NotFound.class, () -> ledger().reverse(caller("trainer"), officer("officer001"), entry, "这一笔是别人的"));
    assertThrows(NotFound.class, () -> bean(Credits.class).holder(caller("unit01"), officer));
    assertEquals(300, ledger().balance(officer, 2024).in(Bucket.PROFESSIONAL));
  }

  @Test
  default void the_list_goes_by_unit_or_by_what_is_missing() {
    Credits credits = bean(Credits.class);
    List<Credits.Row> byMissing = credits.unit(caller("trainer"), null, 2025, false, Credits.Order.MISSING, new Page.Request(1, 200)).items();
    List<Integer> missing = byMissing.stream().map(row -> row.standing().lines().stream().mapToInt(Standing.Line::missing).sum()).toList();
    assertEquals(missing.stream().sorted(Comparator.reverseOrder()).toList(), missing);
    assertTrue(credits.unit(caller("trainer"), null, 2025, true, Credits.Order.UNIT, new Page.Request(1, 200)).items().stream().noneMatch(row -> row.standing().met()));
  }

  @Test
  default void training_elsewhere_is_claimed_approved_booked_over_its_days_and_revoked() {
    OutsideCredits outside = bean(OutsideCredits.class);
    Caller officer = caller("officer001");
    Attachment word = Attachment.of("evidence", "证书.docx", new byte[] {'P', 'K', 3, 4, 0});
    assertThrows(Invalid.class, () -> outside.claim(officer, new OutsideCredits.Claim("示范班", "省司法厅", LocalDate.parse("2022-04-01"), LocalDate.parse("2022-04-01"), 100, Bucket.PROFESSIONAL, word)), "a file that can be changed is no evidence");
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
    Page<Credits.Row> own = bean(Credits.class).unit(caller("unit01"), null, 2026, false, null, new Page.Request(1, 200));
    assertTrue(own.items().stream().allMatch(row -> row.unit().equals("区市场监督管理局")) && own.total() > 0, own.toString());
  }

  @Test
  default void a_later_rule_leaves_the_earlier_years_as_they_were() {
    CreditRules rules = bean(CreditRules.class);
    int before = rules.hundredths(90, LocalDate.parse("2027-12-31"));
    rules.set(caller("trainer"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 50, "测试文件", true, LocalDate.parse("2028-01-01")));
    assertEquals(before, rules.hundredths(90, LocalDate.parse("2027-12-31")));
    assertEquals(180, rules.hundredths(90, LocalDate.parse("2028-01-01")));
    assertThrows(Invalid.class, () -> rules.set(caller("trainer"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 40, "测试文件", true, LocalDate.parse("2024-01-01"))), "what is booked was counted by the value of its day");
    int needed = rules.needs(Officer.Establishment.ADMINISTRATIVE, 2025).get(0).hundredths();
    assertThrows(Invalid.class, () -> rules.add(caller("supervisor"), new CreditRules.NeedData(null, Bucket.PROFESSIONAL, 100, "测试文件", null, null, true, null, LocalDate.parse("2025-06-01"))), "a year that is over keeps its need");
    rules.add(caller("supervisor"), new CreditRules.NeedData(null, Bucket.PROFESSIONAL, 7000, "测试文件", null, null, true, null, LocalDate.parse("2029-01-01")));
    assertEquals(needed, rules.needs(Officer.Establishment.ADMINISTRATIVE, 2025).get(0).hundredths());
    assertEquals(7000, rules.needs(Officer.Establishment.ADMINISTRATIVE, 2029).get(0).hundredths());
    assertThrows(Invalid.class, () -> rules.set(caller("trainer"), new CreditRules.Value(CreditRules.Setting.MINUTES_PER_HOUR, 0, "测试文件", true, LocalDate.parse("2029-01-01"))));
  }
}
