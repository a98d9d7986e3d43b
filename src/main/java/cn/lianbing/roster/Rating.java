package cn.lianbing.roster;

import java.util.List;

/**
 * How those who heard a lecturer rated them, from 1 to 5, for comparing people whose numbers of answers differ.
 *
 * <p>{@code weighted = (C · m + Σ) ÷ (C + n)}: the sum Σ of n answers, drawn towards the mean m of the whole roster as if C = {@value #PRIOR}
 * answers of just that mean had been given as well. Three friendly answers thus do not outrank eighty good ones. It is always
 * shown together with n. Answers of a session with fewer than {@value #SHOWN_FROM} are neither shown nor counted: with so few one
 * could tell who gave which.
 */
public record Rating(int sum, int n, double rosterMean) {
  /** C of the formula. */
  public static final int PRIOR = 10;
  /** Fewer answers than these are not shown. */
  public static final int SHOWN_FROM = 5;
  /** m where nobody has been rated yet: the middle of the scale. */
  static final double MIDDLE = 3;

  /** The answers of lectures that were rated often enough. */
  static Rating of(List<Lecture> lectures, double rosterMean) {
    int sum = 0;
    int n = 0;
    for (Lecture one : lectures) if (one.ratingCount() >= SHOWN_FROM) {
      sum += one.ratingSum();
      n += one.ratingCount();
    }
    return new Rating(sum, n, rosterMean);
  }

  /** Of all lectures of the roster together. */
  static double mean(List<Lecture> lectures) {
    Rating all = of(lectures, MIDDLE);
    return all.n == 0 ? MIDDLE : (double) all.sum / all.n;
  }

  public double weighted() {
    return (PRIOR * rosterMean + sum) / (PRIOR + n);
  }

  /** Of the answers alone; 0 where there are none. */
  public double plain() {
    return n == 0 ? 0 : (double) sum / n;
  }

  public boolean shown() {
    return n >= SHOWN_FROM;
  }

  /** 4.27 */
  public static String text(double value) {
    return String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
