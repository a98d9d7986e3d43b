package cn.lianbing.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** Whole hundredths as people write them: credit hours are counted in them. */
public final class Hundredths {
  private Hundredths() {}

  /** 350 is 3.5, 400 is 4. */
  public static String text(int hundredths) {
    return decimal(hundredths).toPlainString();
  }

  /** What somebody wrote, without what is smaller than a hundredth; empty where it is no number that hours have: 1e999999999 would fill the memory. */
  public static OptionalInt of(BigDecimal hours) {
    if (hours == null || Math.abs((long) hours.precision() - hours.scale()) > 9 || hours.precision() > 30) return OptionalInt.empty();
    BigDecimal hundredths = hours.movePointRight(2).setScale(0, RoundingMode.DOWN);
    return hundredths.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0 ? OptionalInt.empty() : OptionalInt.of(hundredths.intValueExact());
  }

  public static BigDecimal decimal(int hundredths) {
    BigDecimal hours = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }
}
