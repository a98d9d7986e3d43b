package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.paper.AssemblyTask.Exclusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether finished forms keep to what was asked, counted plainly: after a swap by hand, before approval, and for tests of the assembly. */
final class FormCheck {
  /**
   * What is not kept.
   *
   * @param form from 0; -1 where it is about all of them
   * @param code behind {@code paper.fault.}, with the arguments its key of the sentence
   */
  record Fault(int form, String code, List<Object> arguments) {}

  private final List<Fault> faults = new ArrayList<>();

  private FormCheck() {}

  /** @param forms for each form and line its items */
  static List<Fault> of(List<Line> lines, Demands demands, Set<Exclusion> exclusions, boolean disjoint, List<List<List<Items.Candidate>>> forms) {
    FormCheck check = new FormCheck();
    for (int form = 0; form < forms.size(); form++) check.form(form, lines, demands, exclusions, forms.get(form));
    check.spread(demands, forms);
    if (disjoint) check.disjoint(forms);
    return check.faults;
  }

  /** Hundredths, rounded. */
  static int mean(List<List<Items.Candidate>> form) {
    return (int) Math.round(form.stream().flatMap(List::stream).mapToInt(Items.Candidate::difficulty).average().orElse(0) * 100);
  }

  private void form(int form, List<Line> lines, Demands demands, Set<Exclusion> exclusions, List<List<Items.Candidate>> items) {
    for (int line = 0; line < lines.size(); line++) {
      Line wanted = lines.get(line);
      long right = items.get(line).stream().filter(wanted::covers).count();
      if (right != wanted.count() || items.get(line).size() != wanted.count()) fault(form, "line", line + 1, wanted.count(), right);
    }
    List<Items.Candidate> all = items.stream().flatMap(List::stream).toList();
    if (all.stream().map(Items.Candidate::itemId).distinct().count() != all.size()) fault(form, "twice");
    for (int i = 0; i < demands.bounds().size(); i++) {
      Bound bound = demands.bounds().get(i);
      long found = all.stream().filter(bound::covers).count();
      if (bound.min() != null && found < bound.min()) fault(form, "least", i + 1, bound.value(), bound.min(), found);
      if (bound.max() != null && found > bound.max()) fault(form, "most", i + 1, bound.value(), bound.max(), found);
    }
    Map<Long, String> codes = new HashMap<>();
    all.forEach(item -> codes.put(item.itemId(), item.code()));
    for (Exclusion pair : exclusions) if (codes.containsKey(pair.first()) && codes.containsKey(pair.second())) fault(form, "excluded", codes.get(pair.first()), codes.get(pair.second()));
    // The mean itself is exact in hundredths of at most 300 items only up to rounding: one hundredth is allowed for it.
    if (demands.targetDifficulty() != null && Math.abs(mean(items) - demands.targetDifficulty()) > (demands.spread() + 1) / 2) fault(form, "difficulty", decimal(demands.targetDifficulty()), decimal(mean(items)));
  }

  private void spread(Demands demands, List<List<List<Items.Candidate>>> forms) {
    int least = forms.stream().mapToInt(FormCheck::mean).min().orElse(0);
    int most = forms.stream().mapToInt(FormCheck::mean).max().orElse(0);
    if (most - least > demands.spread() + 1) fault(-1, "spread", decimal(demands.spread()), decimal(most - least));
  }

  private void disjoint(List<List<List<Items.Candidate>>> forms) {
    Map<Long, Integer> seen = new HashMap<>();
    for (int form = 0; form < forms.size(); form++) for (List<Items.Candidate> line : forms.get(form)) for (Items.Candidate item : line) {
      Integer before = seen.putIfAbsent(item.itemId(), form);
      if (before != null && before != form) fault(form, "shared", item.code(), FormSet.letter(before));
    }
  }

  private void fault(int form, String code, Object... arguments) {
    faults.add(new Fault(form, code, List.of(arguments)));
  }

  /** 305 → 3.05 */
  static String decimal(int hundredths) {
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }
}
