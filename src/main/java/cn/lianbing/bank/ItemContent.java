package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;

/**
 * All of an item's text but the key.
 *
 * @param options    empty for TRUE_FALSE and FILL
 * @param blankCount for FILL, else 0
 * @param topic      path from the root, {@code 行政处罚/追责时效}
 * @param difficulty 1–5, the author's guess until statistics replace it
 */
public record ItemContent(ItemType type, String stem, String material, List<Option> options, int blankCount, String rationale, List<Basis> basis, String law, String lawVersion, String topic, String stage, String field, int difficulty) implements Serializable {
  @JsonbCreator
  public ItemContent {
    options = options == null ? List.of() : List.copyOf(options);
    basis = basis == null ? List.of() : List.copyOf(basis);
  }
}
