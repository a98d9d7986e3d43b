package cn.lianbing.casefile;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found of one item of the checklist in one file.
 *
 * @param item   its code
 * @param lost   points that are lost, up to the item's weight; 0 where it is met or does not apply
 * @param remark what is wrong; needed where something is
 */
public record Finding(String item, Result result, int lost, String remark) implements Serializable {
  private static final int LONGEST = 500;

  /** NOT_APPLICABLE: the file has nothing of that kind, a hearing that nobody could ask for; its weight does not count. */
  public enum Result { MET, UNMET, NOT_APPLICABLE }

  @JsonbCreator
  public Finding {
    remark = remark == null ? "" : remark.strip();
  }

  /**
   * In the checklist's order.
   *
   * @throws Invalid for {@code findings}: an item without, or with two; for {@code findings[item].lost} and {@code .remark}
   */
  static List<Finding> checked(List<ChecklistItem> items, List<Finding> findings) {
    Map<String, Finding> by = new HashMap<>();
    for (Finding one : findings == null ? List.<Finding>of() : findings) if (one == null || one.item == null || one.result == null || by.put(one.item, one) != null) throw Invalid.field("findings", "casefile.findings");
    if (by.size() != items.size()) throw Invalid.field("findings", "casefile.findings");
    List<Invalid.Violation> wrong = new ArrayList<>();
    List<Finding> ordered = new ArrayList<>();
    for (ChecklistItem item : items) {
      Finding one = by.get(item.code());
      if (one == null) throw Invalid.field("findings", "casefile.findings");
      boolean unmet = one.result == Result.UNMET;
      String at = "findings[" + item.code() + "].";
      if (unmet && (one.lost < 1 || one.lost > item.weight())) wrong.add(Invalid.Violation.of(at + "lost", "casefile.lost", item.title(), item.weight()));
      if (unmet && one.remark.isEmpty()) wrong.add(Invalid.Violation.of(at + "remark", "casefile.remark", item.title()));
      if (one.remark.length() > LONGEST) wrong.add(Invalid.Violation.of(at + "remark", "casefile.length", LONGEST));
      ordered.add(unmet ? one : new Finding(one.item, one.result, 0, one.remark));
    }
    if (!wrong.isEmpty()) throw new Invalid(wrong);
    if (ordered.stream().allMatch(one -> one.result == Result.NOT_APPLICABLE)) throw Invalid.field("findings", "casefile.nothingApplies");
    return ordered;
  }

  /** What is kept of the weights that apply, in tenths of 100. */
  static int score(List<ChecklistItem> items, List<Finding> findings) {
    int whole = 0;
    int lost = 0;
    for (int i = 0; i < items.size(); i++) if (findings.get(i).result != Result.NOT_APPLICABLE) {
      whole += items.get(i).weight();
      lost += findings.get(i).lost;
    }
    return Math.round((whole - lost) * 1000f / whole);
  }
}
