package cn.lianbing.proposal;

import java.io.Serializable;

/**
 * What people gained in a topic of what they could have gained.
 *
 * @param answers  questions put, each officer's counted; what was left out is an answer without marks
 * @param items    different items among them
 * @param gained   tenths
 * @param possible tenths
 */
public record Share(int officers, int answers, int items, long gained, long possible) implements Serializable {
  /** Below this nothing is shown: a figure of a few is a figure of each. */
  public static final int FEWEST_OFFICERS = 5;
  static final int FEWEST_ANSWERS = 10;
  /** Two-sided 95 %. */
  private static final double Z = 1.959964;

  /** Between 0 and 1. */
  public double value() {
    return possible == 0 ? 0 : (double) gained / possible;
  }

  /** Lower end of the Wilson score interval, 95 %, over the answers. Part marks count as parts of a success, which makes it wider than need be, never narrower. */
  public double low() {
    return answers > 0 && gained == 0 ? 0 : Math.max(0, centre() - spread());
  }

  /** Upper end of it; of full marks all and nothing less, which the sum of fractions would miss by a rounding. */
  public double high() {
    return answers > 0 && gained == possible ? 1 : Math.min(1, centre() + spread());
  }

  private double centre() {
    return answers == 0 ? .5 : (value() + Z * Z / (2 * answers)) / (1 + Z * Z / answers);
  }

  private double spread() {
    return answers == 0 ? .5 : Z / (1 + Z * Z / answers) * Math.sqrt(value() * (1 - value()) / answers + Z * Z / (4.0 * answers * answers));
  }

  /** Whether enough people and answers stand behind it. */
  public boolean enough() {
    return officers >= FEWEST_OFFICERS && answers >= FEWEST_ANSWERS;
  }

  /** What it is without a part of it: the others. */
  boolean othersEnough(Share part) {
    int others = officers - part.officers;
    return others == 0 || others >= FEWEST_OFFICERS;
  }

  /** Whether the two intervals have something in common: then the difference may be chance alone. */
  public boolean overlaps(Share other) {
    return low() <= other.high() && other.low() <= high();
  }
}
