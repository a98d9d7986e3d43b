package cn.lianbing.practice;

import java.util.Arrays;

/**
 * FSRS-6, the scheduler of open-spaced-repetition: how long something is remembered, from how it went so far. Days are whole days of
 * the calendar; an item is never due again on the day it was answered, so the learning steps in minutes of other programs are left
 * out. Proven against the published vectors in FsrsTest.
 */
final class Fsrs {
  enum Rating { AGAIN, HARD, GOOD, EASY }

  /** @param stability days until the chance to know it is 90 % @param difficulty 1 to 10 */
  record Memory(double stability, double difficulty) {}

  private static final double[] PUBLISHED = {0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
  static final Fsrs DEFAULT = new Fsrs(PUBLISHED);
  private static final double LEAST_STABILITY = .001;
  private static final int LONGEST = 36_500;
  private final double[] w;
  private final double decay;
  private final double factor;

  Fsrs(double[] parameters) {
    if (parameters.length != PUBLISHED.length) throw new IllegalArgumentException("FSRS-6 has " + PUBLISHED.length + " parameters");
    w = parameters.clone();
    decay = -w[20];
    factor = Math.pow(.9, 1 / decay) - 1;
  }

  double[] parameters() {
    return Arrays.copyOf(w, w.length);
  }

  Memory first(Rating rating) {
    return new Memory(Math.max(LEAST_STABILITY, w[rating.ordinal()]), bounded(startDifficulty(rating)));
  }

  /** @param days since it was last answered; 0: the same day */
  Memory next(Memory memory, Rating rating, int days) {
    return new Memory(Math.max(LEAST_STABILITY, days < 1 ? sameDay(memory.stability(), rating) : later(memory, rating, days)), difficulty(memory.difficulty(), rating));
  }

  /** The chance to know it so many days after. */
  double retrievability(double stability, int days) {
    return Math.pow(1 + factor * days / stability, decay);
  }

  /** Days until the chance has fallen to what is wished. */
  int interval(double stability, double retention) {
    return (int) Math.min(LONGEST, Math.max(1, Math.round(stability / factor * (Math.pow(retention, 1 / decay) - 1))));
  }

  private double sameDay(double stability, Rating rating) {
    double growth = Math.exp(w[17] * (rating.ordinal() - 2 + w[18])) * Math.pow(stability, -w[19]);
    return stability * (rating.ordinal() >= Rating.GOOD.ordinal() ? Math.max(1, growth) : growth);
  }

  private double later(Memory memory, Rating rating, int days) {
    double s = memory.stability();
    double forgotten = 1 - retrievability(s, days);
    if (rating == Rating.AGAIN) return Math.min(w[11] * Math.pow(memory.difficulty(), -w[12]) * (Math.pow(s + 1, w[13]) - 1) * Math.exp(w[14] * forgotten), s / Math.exp(w[17] * w[18]));
    double growth = Math.exp(w[8]) * (11 - memory.difficulty()) * Math.pow(s, -w[9]) * (Math.exp(forgotten * w[10]) - 1) * (rating == Rating.HARD ? w[15] : 1) * (rating == Rating.EASY ? w[16] : 1);
    return s * (1 + growth);
  }

  private double startDifficulty(Rating rating) {
    return w[4] - Math.exp(w[5] * rating.ordinal()) + 1;
  }

  private double difficulty(double before, Rating rating) {
    double moved = before - w[6] * (rating.ordinal() - 2) * (10 - before) / 9;
    return bounded(w[7] * startDifficulty(Rating.EASY) + (1 - w[7]) * moved);
  }

  private static double bounded(double difficulty) {
    return Math.min(10, Math.max(1, difficulty));
  }
}
