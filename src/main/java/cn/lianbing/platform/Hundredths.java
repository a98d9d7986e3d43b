package cn.lianbing.platform;

import java.math.BigDecimal;

/** Whole hundredths as people write them: credit hours are counted in them. */
public final class Hundredths {
  private Hundredths() {}

  /** 350 is 3.5, 400 is 4. */
  public static String text(int hundredths) {
    return decimal(hundredths).toPlainString();
  }

  public static BigDecimal decimal(int hundredths) {
    BigDecimal hours = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }
}
