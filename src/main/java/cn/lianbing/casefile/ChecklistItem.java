package cn.lianbing.casefile;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a reviewer looks at in a case file.
 *
 * @param code    stays the same from version to version, so that findings of different years can be compared
 * @param looksAt what is in order where there is nothing to find
 * @param basis   law and article
 * @param weight  what can be lost, of the sum of all weights
 */
public record ChecklistItem(String code, String title, String looksAt, String basis, int weight) implements Serializable {
  private static final int MOST = 40;
  private static final int HEAVIEST = 100;

  @JsonbCreator
  public ChecklistItem {
    code = code == null ? "" : code.strip();
    title = title == null ? "" : title.strip();
    looksAt = looksAt == null ? "" : looksAt.strip();
    basis = basis == null ? "" : basis.strip();
  }

  /** @throws Invalid for {@code items}: none, too many, a code twice, or for {@code items[2].title} and the like */
  static List<ChecklistItem> checked(List<ChecklistItem> items) {
    if (items == null || items.isEmpty() || items.size() > MOST) throw Invalid.field("items", "casefile.items", MOST);
    List<Invalid.Violation> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      ChecklistItem one = items.get(i);
      String at = "items[" + i + "].";
      if (one == null || !one.code.matches("[A-Za-z0-9-]{1,40}")) wrong.add(Invalid.Violation.of(at + "code", "casefile.code"));
      else if (!seen.add(one.code)) wrong.add(Invalid.Violation.of(at + "code", "casefile.codeTwice", one.code));
      if (one == null) continue;
      if (one.title.isEmpty() || one.title.length() > 60) wrong.add(Invalid.Violation.of(at + "title", "casefile.length", 60));
      if (one.looksAt.isEmpty() || one.looksAt.length() > 300) wrong.add(Invalid.Violation.of(at + "looksAt", "casefile.length", 300));
      if (one.basis.isEmpty() || one.basis.length() > 150) wrong.add(Invalid.Violation.of(at + "basis", "casefile.length", 150));
      if (one.weight < 1 || one.weight > HEAVIEST) wrong.add(Invalid.Violation.of(at + "weight", "casefile.weight", HEAVIEST));
    }
    if (!wrong.isEmpty()) throw new Invalid(wrong);
    return List.copyOf(items);
  }
}
