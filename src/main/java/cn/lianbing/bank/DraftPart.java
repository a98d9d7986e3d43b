package cn.lianbing.bank;

import java.util.List;

/** A question of a CASE as a file has it. @param marks as written, {@code 2.5} */
public record DraftPart(DraftQuestion question, String marks, List<ItemDraft.DraftBasis> basis, String rationale) {}
