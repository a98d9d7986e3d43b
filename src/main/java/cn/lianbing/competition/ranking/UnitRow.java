package cn.lianbing.competition.ranking;

import cn.lianbing.platform.Json;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A line of a list of units.
 *
 * @param rank    null: not ranked, too few are expected
 * @param value   marks to four decimals, rounded; places are decided by the exact fractions
 * @param sum     hundredths of a mark
 * @param plusOne the place if its people together had one mark more
 */
public record UnitRow(Integer rank, long id, String name, int expected, int sat, int excused, int passed, int excellent, long sum, long meanMillis, String value, String tie, Integer plusOne, Integer last) implements Serializable {
  @JsonbCreator
  public UnitRow {}

  void line(StringBuilder to) {
    to.append("{\"excellent\":").append(excellent).append(",\"excused\":").append(excused).append(",\"expected\":").append(expected).append(",\"id\":").append(id);
    if (last != null) to.append(",\"last\":").append(last);
    to.append(",\"meanMillis\":").append(meanMillis).append(",\"name\":");
    Json.quote(to, name);
    to.append(",\"passed\":").append(passed);
    if (plusOne != null) to.append(",\"plusOne\":").append(plusOne);
    if (rank != null) to.append(",\"rank\":").append(rank);
    to.append(",\"sat\":").append(sat).append(",\"sum\":").append(sum);
    if (tie != null) to.append(",\"tie\":\"").append(tie).append('"');
    to.append(",\"value\":\"").append(value).append("\"}");
  }

  public int absent() {
    return expected - sat;
  }

  public BigDecimal sitRate() {
    return rate(sat, expected);
  }

  public BigDecimal passRate() {
    return rate(passed, sat);
  }

  public BigDecimal excellentRate() {
    return rate(excellent, sat);
  }

  public Integer progress() {
    return last == null || rank == null ? null : last - rank;
  }

  /** Percent with one decimal. */
  private static BigDecimal rate(int part, int whole) {
    return whole == 0 ? BigDecimal.ZERO.setScale(1) : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
