package cn.lianbing.annex;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Times;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What a report is about: days of the district, both included. */
public record Period(LocalDate from, LocalDate to) implements Serializable {
  private static final int LONGEST_YEARS = 5;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /** @throws Invalid for {@code to} where it is before from, or years after it, for {@code from} where no report is of that time */
  public Period {
    if (from == null || from.getYear() < FIRST_YEAR) throw Invalid.field("from", "annex.day");
    if (to == null || to.getYear() > LAST_YEAR) throw Invalid.field("to", "annex.day");
    if (to.isBefore(from)) throw Invalid.field("to", "annex.order");
    if (!to.isBefore(from.plusYears(LONGEST_YEARS))) throw Invalid.field("to", "annex.tooLong", LONGEST_YEARS);
  }

  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  public boolean wholeYear() {
    return from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31));
  }

  /** The same days a year before. */
  public Period yearBefore() {
    return wholeYear() ? year(from.getYear() - 1) : new Period(from.minusYears(1), to.minusYears(1));
  }

  /** 2023年度, or the days. */
  public String name() {
    return wholeYear() ? from.getYear() + "年度" : Times.text(from) + "至" + Times.text(to);
  }

  /** How a sentence begins with it. */
  String span() {
    return wholeYear() ? "今年以来" : Times.text(from) + "至" + Times.text(to);
  }

  LocalDateTime begin() {
    return LocalDateTime.ofInstant(from.atStartOfDay(Times.ZONE).toInstant(), ZoneOffset.UTC);
  }

  /** The first moment after it. */
  LocalDateTime end() {
    return LocalDateTime.ofInstant(to.plusDays(1).atStartOfDay(Times.ZONE).toInstant(), ZoneOffset.UTC);
  }
}
