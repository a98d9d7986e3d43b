package cn.lianbing.credit;

import java.util.HashMap;
import java.util.Map;

/** The ledger once more, as simple as can be and from nothing of the program's: maps that are added up. What the real one holds must equal it. */
final class NaiveLedger {
  enum Outcome { BOOKED, STANDS_ALREADY, DAY_FULL }

  private final int dayLimit;
  private final Map<String, Booking> standing = new HashMap<>();
  private final Map<String, Integer> onDay = new HashMap<>();
  /** Everything that is in an account, closings with it. */
  private final Map<String, Long> accounts = new HashMap<>();
  private final Map<String, Long> earned = new HashMap<>();
  private int entries;

  NaiveLedger(int dayLimit) {
    this.dayLimit = dayLimit;
  }

  static String account(Object kind, long owner, Bucket bucket, int year) {
    return kind + " " + owner + " " + bucket + " " + year;
  }

  Outcome earn(Booking booking) {
    if (standing.containsKey(booking.source())) return Outcome.STANDS_ALREADY;
    String day = booking.officerId() + " " + booking.on();
    if (onDay.getOrDefault(day, 0) + booking.hundredths() > dayLimit) return Outcome.DAY_FULL;
    standing.put(booking.source(), booking);
    count(booking, booking.hundredths());
    return Outcome.BOOKED;
  }

  /** @return whether something stood there */
  boolean reverse(String source) {
    Booking booking = standing.remove(source);
    if (booking != null) count(booking, -booking.hundredths());
    return booking != null;
  }

  private void count(Booking booking, int hundredths) {
    int year = booking.on().getYear();
    String own = account("OFFICER", booking.officerId(), booking.bucket(), year);
    onDay.merge(booking.officerId() + " " + booking.on(), hundredths, Integer::sum);
    earned.merge(own, (long) hundredths, Long::sum);
    move(account(booking.origin(), 0, booking.bucket(), year), own, hundredths);
  }

  /** @return how many accounts were emptied */
  int close(int year) {
    int emptied = 0;
    for (String own : accounts.keySet().stream().filter(one -> one.startsWith("OFFICER ") && one.endsWith(" " + year)).toList()) {
      long there = accounts.get(own);
      if (there == 0) continue;
      move(own, account("CLOSED", 0, Bucket.valueOf(own.split(" ")[2]), year), there);
      emptied++;
    }
    return emptied;
  }

  private void move(String from, String to, long hundredths) {
    accounts.merge(from, -hundredths, Long::sum);
    accounts.merge(to, hundredths, Long::sum);
    entries++;
  }

  long in(String account) {
    return accounts.getOrDefault(account, 0L);
  }

  /** Without closings. */
  long earned(String account) {
    return earned.getOrDefault(account, 0L);
  }

  int entries() {
    return entries;
  }

  long sum() {
    return accounts.values().stream().mapToLong(Long::longValue).sum();
  }
}
