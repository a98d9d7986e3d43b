package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;

/** A question of a CASE as a file has it. @param marks as written, {@code 2.5} */
public record DraftPart(DraftQuestion question, String marks, List<ItemDraft.DraftBasis> basis, String rationale) implements Serializable {
  @JsonbCreator
  public DraftPart {
    basis = basis == null ? List.of() : basis;
  }
}
