package cn.lianbing.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as people in the district read them: one zone, the forms that look.md sets. */
public final class Times {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZONE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(ZONE);

  private Times() {}

  /** 2026年11月23日 09:41 */
  public static String text(Instant time) {
    return time == null ? "" : LONG.format(time);
  }

  /** 2026年11月23日 */
  public static String text(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** 2026年11月23日 09:41:07 */
  public static String textWithSeconds(Instant time) {
    return time == null ? "" : SECONDS.format(time);
  }

  /** ISO-8601 with offset, as the REST contract has it. */
  public static OffsetDateTime offset(Instant time) {
    return time == null ? null : time.atZone(ZONE).toOffsetDateTime();
  }
}
