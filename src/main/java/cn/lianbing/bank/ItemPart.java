package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A question of a CASE 小题: what an item asks, and what it is worth.
 *
 * @param type      any but CASE
 * @param marks     tenths
 * @param rationale may be empty, where the case's own says it
 * @param basis     may be empty, where the case's own decides
 */
public record ItemPart(ItemType type, String stem, List<Option> options, List<Option> left, int blankCount, int marks, String rationale, List<Basis> basis) implements Serializable {
  @JsonbCreator
  public ItemPart {
    options = options == null ? List.of() : List.copyOf(options);
    left = left == null ? List.of() : List.copyOf(left);
    basis = basis == null ? List.of() : List.copyOf(basis);
  }

  ItemPart recited(UnaryOperator<Basis> cite) {
    return new ItemPart(type, stem, options, left, blankCount, marks, rationale, basis.stream().map(cite).toList());
  }
}
