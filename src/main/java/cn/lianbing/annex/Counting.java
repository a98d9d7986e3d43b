package cn.lianbing.annex;

import java.util.List;

/**
 * How a figure is counted: a figure is always the number or the sum of the very records that it opens into.
 *
 * @param sum     the column that is summed up; null: the records are counted
 * @param columns of the records, in order, as SQL calls them; behind {@code annex.col.} their names
 * @param records SQL with ?1 and ?2 for the days, ?3 and ?4 for the moments, ?5 for now, ?6 for one more value
 */
record Counting(String sum, List<String> columns, String records, Object more) {
  Counting(String sum, List<String> columns, String records) {
    this(sum, columns, records, null);
  }

  String number() {
    return "select " + (sum == null ? "count(*)" : "coalesce(sum(x." + sum + "), 0)") + " from (" + records + ") x";
  }

  /** @param most of the records are read */
  String rows(String order, int most) {
    return "select " + String.join(", ", columns.stream().map(one -> "x." + one).toList()) + " from (" + records + ") x order by " + order + " limit " + most;
  }
}
