package cn.lianbing.credit;

import java.math.BigDecimal;

/** Hours as people write them. Inside they are whole hundredths. */
public final class Credit {
  private Credit() {}

  /** 350 is 3.5, 400 is 4. */
  public static String text(int hundredths) {
    return decimal(hundredths).toPlainString();
  }

  public static BigDecimal decimal(int hundredths) {
    BigDecimal hours = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }
}
