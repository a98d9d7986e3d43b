package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forms to assemble.
 *
 * @param exclusions pairs of items (not versions) that may not stand on one form
 * @param exposure   thousandths by item; absent: none. Those at the limit are not among {@code items} any more
 * @param forms      how many
 * @param disjoint   no item on two forms
 * @param seed       other forms for another seed, the same for the same
 */
record AssemblyTask(List<Line> lines, Demands demands, List<Items.Candidate> items, Set<Exclusion> exclusions, Map<Long, Integer> exposure, int forms, boolean disjoint, long seed) {
  /** Two items, the smaller id first. */
  record Exclusion(long first, long second) {
    Exclusion {
      if (first >= second) throw new IllegalArgumentException("the smaller id comes first");
    }

    static Exclusion of(long one, long other) {
      return one < other ? new Exclusion(one, other) : new Exclusion(other, one);
    }
  }

  int size() {
    return lines.stream().mapToInt(Line::count).sum();
  }
}
