package cn.lianbing.practice;

import java.io.Serializable;

/** How many of how many, with the 95 % interval of Wilson: three right answers out of three do not look like knowledge. */
public record Share(int right, int of) implements Serializable {
  private static final double Z = 1.959963984540054;

  /** 0 to 1; nothing where nothing was answered. */
  public Double value() {
    return of == 0 ? null : (double) right / of;
  }

  public double low() {
    return of == 0 ? 0 : Math.max(0, centre() - spread());
  }

  public double high() {
    return of == 0 ? 1 : Math.min(1, centre() + spread());
  }

  private double centre() {
    return ((double) right / of + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double spread() {
    double p = (double) right / of;
    return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
  }

  Share and(Share other) {
    return new Share(right + other.right, of + other.of);
  }
}
