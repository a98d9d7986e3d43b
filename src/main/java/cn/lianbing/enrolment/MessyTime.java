package cn.lianbing.enrolment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times as people type them into lists that were never meant for a program. */
final class MessyTime {
  private static final Pattern DAY = Pattern.compile("((?:19|20)\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?(?:00:00(?::00)?)?");
  private static final Pattern RUN_TOGETHER = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern TIME = Pattern.compile("(上午|下午|晚上|中午|早上)?(\\d{1,2})(?:[:点时](\\d{1,2})?分?(?::\\d{2})?)?(半)?");
  private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);

  private MessyTime() {}

  /** 2025-03-05, 2025/3/5, 2025.3.5, 2025年3月5日, 20250305, 45721; without a year it is nothing. */
  static Optional<LocalDate> day(String text) {
    String plain = plain(text);
    Matcher day = DAY.matcher(plain);
    if (!day.matches()) day = RUN_TOGETHER.matcher(plain);
    try {
      if (day.matches()) return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
      // a day as Excel counts, from a cell whose format was lost
      if (plain.matches("[34]\\d{4}|5[0-4]\\d{3}")) return Optional.of(EXCEL_BEGINS.plusDays(Long.parseLong(plain)));
    } catch (DateTimeException e) {
      // 2025-02-30
    }
    return Optional.empty();
  }

  /** 9:00, 09：00, 9点, 9时30分, 9点半, 下午2:30, 0.375 */
  static Optional<LocalTime> time(String text) {
    String plain = plain(text);
    if (plain.matches("0\\.\\d{1,17}")) return Optional.of(LocalTime.MIDNIGHT.plusMinutes(new BigDecimal(plain).multiply(BigDecimal.valueOf(1440)).setScale(0, RoundingMode.HALF_UP).longValue() % 1440).truncatedTo(ChronoUnit.MINUTES));
    Matcher time = TIME.matcher(plain);
    if (!time.matches() || plain.matches("\\d+")) return Optional.empty();
    int hour = Integer.parseInt(time.group(2));
    int minute = time.group(4) != null ? 30 : time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    boolean later = time.group(1) != null && (time.group(1).equals("下午") || time.group(1).equals("晚上") || time.group(1).equals("中午") && hour < 6);
    if (later && hour < 12) hour += 12;
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  /** Full-width digits and marks become plain ones; spaces go. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0') continue;
      plain.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u2236' ? ':' : c);
    }
    return plain.toString();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
