package cn.lianbing.credit;

import cn.lianbing.people.Officer;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How an officer stands in a year: one line a bucket.
 *
 * @param by the last day on which what is missing can be made up
 */
public record Standing(int year, LocalDate by, List<Line> lines) implements Serializable {

  /**
   * @param need    null where nothing is needed in this bucket
   * @param earned  hundredths
   * @param planned hundredths that coming sessions with a place will bring
   */
  public record Line(Bucket bucket, CreditRules.Need need, int earned, int planned) implements Serializable {
    public int needed() {
      return need == null ? 0 : need.hundredths();
    }

    public int missing() {
      return Math.max(0, needed() - earned);
    }

    /** What is missing when all that is planned has been attended. */
    public int missingAfterPlan() {
      return Math.max(0, missing() - planned);
    }

    /** 0 to 100, for a bar. */
    public int percent() {
      return needed() == 0 ? 100 : Math.min(100, earned * 100 / needed());
    }
  }

  /** @param planned hundredths by bucket, from coming sessions */
  static Standing of(int year, Balance balance, Balance planned, List<CreditRules.Need> needs) {
    List<Line> lines = new ArrayList<>();
    for (Bucket bucket : List.of(Bucket.PROFESSIONAL, Bucket.POLITICAL)) {
      CreditRules.Need need = needs.stream().filter(one -> one.bucket() == bucket).findFirst().orElse(null);
      lines.add(new Line(bucket, need, balance.in(bucket), planned.in(bucket)));
    }
    return new Standing(year, LocalDate.of(year, 12, 31), lines);
  }

  public boolean met() {
    return lines.stream().allMatch(line -> line.missing() == 0);
  }

  /** Who counts: officers who left or retired owe nothing. */
  static boolean owes(Officer.State state) {
    return state == Officer.State.ACTIVE || state == Officer.State.SECONDED;
  }
}
