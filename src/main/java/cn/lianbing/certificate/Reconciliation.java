package cn.lianbing.certificate;

import java.io.Serializable;
import java.util.List;

/**
 * How a register that was kept elsewhere and ours agree.
 *
 * @param onlyThere  in the file, not here
 * @param onlyHere   here and in force, not in the file
 * @param differing  in both, but not alike
 * @param same       in both and alike
 * @param matched    of those in the file, whose holder was found among the officers
 * @param onlyHereInAll  how many, of which {@link #LISTED} are listed at most; so with the differences
 */
public record Reconciliation(List<RegisterItem> onlyThere, List<RegisterItem> onlyHere, List<RegisterDifference> differing, int same, int matched, int onlyHereInAll, int differingInAll, int lines) implements Serializable {
  /** More of each are counted, not listed. */
  public static final int LISTED = 2_000;

  /** @param row of the file; null for what is here */
  public record RegisterItem(Integer row, String serial, String holder, String unit, Certificate.State state) implements Serializable {}

  /** @param field name of the column */
  public record RegisterDifference(int row, String serial, String holder, String field, String here, String there) implements Serializable {}
}
