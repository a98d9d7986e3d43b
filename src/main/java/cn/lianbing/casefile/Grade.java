package cn.lianbing.casefile;

/** Bands of a file's score, as reviews of case files elsewhere have them (广东省政府令第231号第十六条); Henan's own text names none. */
public enum Grade {
  EXCELLENT(900), GOOD(750), PASSED(600), FAILED(0);

  private final int from;

  Grade(int from) {
    this.from = from;
  }

  /** @param score in tenths of 100 */
  public static Grade of(int score) {
    for (Grade one : values()) if (score >= one.from) return one;
    return FAILED;
  }
}
