package cn.lianbing.exam;

import java.util.Set;

/**
 * How a multiple-choice answer is marked. No official rule for enforcement exams was found (domain.md 3.2), so it is a
 * parameter of each exam and is printed on the paper.
 */
public enum MultipleRule {
  /** All right, or nothing. Used in accounting exams and, normally, in 普法 sites. */
  STRICT {
    @Override
    int partly(int right, int wrong, int full) {
      return 0;
    }
  },
  /** Some missing: half a mark for each right option, below the full marks. Any wrong: nothing. Used for 建造师 and CPA. */
  PARTIAL {
    @Override
    int partly(int right, int wrong, int full) {
      return wrong > 0 ? 0 : Math.min(right * HALF_A_MARK, full - 1);
    }
  },
  /** Half a mark for each right option, half a mark off for each wrong one; never below nothing, below the full marks. */
  PENALTY {
    @Override
    int partly(int right, int wrong, int full) {
      return Math.max(0, Math.min((right - wrong) * HALF_A_MARK, full - 1));
    }
  };

  private static final int HALF_A_MARK = 5;

  abstract int partly(int right, int wrong, int full);

  /**
   * @param key    the right options
   * @param chosen what was chosen
   * @param full   tenths
   * @return tenths, from 0 to {@code full}
   */
  public int marks(Set<String> key, Set<String> chosen, int full) {
    if (chosen.equals(key)) return full;
    int right = (int) chosen.stream().filter(key::contains).count();
    return partly(right, chosen.size() - right, full);
  }
}
