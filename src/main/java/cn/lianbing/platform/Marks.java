package cn.lianbing.platform;

import java.math.BigDecimal;

/** Marks are whole tenths everywhere inside; people and the REST contract see 1, 0.5, 82.5. */
public final class Marks {
  private Marks() {}

  /** 825 → "82.5", 800 → "80" */
  public static String text(Integer tenths) {
    return tenths == null ? "" : decimal(tenths).toPlainString();
  }

  /** 825 → 82.5 without trailing zeros */
  public static BigDecimal decimal(int tenths) {
    return tenths % 10 == 0 ? BigDecimal.valueOf(tenths / 10) : BigDecimal.valueOf(tenths, 1);
  }

  /**
   * "82.5" → 825.
   *
   * @throws Invalid for {@code field} when it is negative, above 10,000 or finer than a tenth
   */
  public static int tenths(BigDecimal marks, String field) {
    if (marks == null || marks.signum() < 0 || marks.compareTo(BigDecimal.valueOf(10_000)) > 0 || marks.stripTrailingZeros().scale() > 1) throw Invalid.field(field, "marks");
    return marks.movePointRight(1).intValueExact();
  }
}
