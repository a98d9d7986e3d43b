package cn.lianbing.platform.web;

import cn.lianbing.platform.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** {@code #{times.text(row.opensAt)}} in pages: the district's time, in the form of the page's language. */
@Named("times")
@RequestScoped
public class PageTimes {
  @Inject PageTexts texts;

  /** 2026年11月23日 09:41 */
  public String text(Instant time) {
    return chinese() ? Times.text(time) : format(time, "d MMM yyyy HH:mm");
  }

  /** 2026年11月23日 */
  public String date(LocalDate day) {
    if (day == null) return "";
    return chinese() ? Times.text(day) : DateTimeFormatter.ofPattern("d MMM yyyy", locale()).format(day);
  }

  /** One day, or the first and the last. */
  public String dates(LocalDate from, LocalDate to) {
    return from == null || from.equals(to) ? date(from) : date(from) + "—" + date(to);
  }

  /** 2026年11月23日 09:41:07 */
  public String withSeconds(Instant time) {
    return chinese() ? Times.textWithSeconds(time) : format(time, "d MMM yyyy HH:mm:ss");
  }

  /** 2026年11月23日 星期一 */
  public String day(Instant time) {
    return format(time, chinese() ? "yyyy年M月d日 EEEE" : "EEEE d MMM yyyy");
  }

  /** 09:41 */
  public String clock(Instant time) {
    return format(time, "HH:mm");
  }

  public String clockWithSeconds(Instant time) {
    return format(time, "HH:mm:ss");
  }

  /** 11月 */
  public String month(Instant time) {
    return format(time, chinese() ? "M月" : "MMM");
  }

  public String dayOfMonth(Instant time) {
    return format(time, "d");
  }

  /** 星期一 */
  public String weekday(Instant time) {
    return time == null ? "" : time.atZone(Times.ZONE).getDayOfWeek().getDisplayName(TextStyle.FULL, locale());
  }

  /** The end of a span: only the time of day where both lie on one day. */
  public String end(Instant from, Instant to) {
    boolean sameDay = from != null && to != null && from.atZone(Times.ZONE).toLocalDate().equals(to.atZone(Times.ZONE).toLocalDate());
    return sameDay ? clock(to) : text(to);
  }

  private String format(Instant time, String pattern) {
    return time == null ? "" : DateTimeFormatter.ofPattern(pattern, locale()).withZone(Times.ZONE).format(time);
  }

  private boolean chinese() {
    return !locale().getLanguage().equals("en");
  }

  private Locale locale() {
    return texts.texts().locale();
  }
}
