package cn.lianbing.bank;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All of an item's text but the key.
 *
 * @param stem       may be empty for a CASE, whose questions have theirs
 * @param options    empty for TRUE_FALSE, FILL, SHORT_TEXT and CASE
 * @param blankCount for FILL, else 0
 * @param basis      may be empty for a CASE, whose questions have theirs; see {@link #cited}
 * @param topic      path from the root, {@code 行政处罚/追责时效}
 * @param difficulty 1–5, the author's guess until statistics replace it
 * @param left       the left column of a MATCH, by numbers from 1; else empty
 * @param parts      the questions of a CASE; else empty
 * @param marks      tenths that the item is worth wherever it stands ({@link ItemType#ownMarks}); else null
 */
public record ItemContent(ItemType type, String stem, String material, List<Option> options, int blankCount, String rationale, List<Basis> basis, String law, String lawVersion, String topic, String stage, String field, int difficulty, List<Option> left, List<ItemPart> parts, Integer marks) implements Serializable {
  public ItemContent {
    options = List.copyOf(options);
    basis = List.copyOf(basis);
    left = left == null ? List.of() : List.copyOf(left);
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  public ItemContent(ItemType type, String stem, String material, List<Option> options, int blankCount, String rationale, List<Basis> basis, String law, String lawVersion, String topic, String stage, String field, int difficulty) {
    this(type, stem, material, options, blankCount, rationale, basis, law, lawVersion, topic, stage, field, difficulty, List.of(), List.of(), null);
  }

  /** Every article that decides something in it, those of its questions too. */
  public List<Basis> cited() {
    return Stream.concat(basis.stream(), parts.stream().flatMap(part -> part.basis().stream())).distinct().toList();
  }

  /** The ids of all pictures in it. */
  public Set<Long> images() {
    Set<Long> ids = new LinkedHashSet<>(Marked.images(material));
    for (int part = 0; part <= parts.size(); part++) {
      ItemPart asked = asked(part);
      ids.addAll(Marked.images(asked.stem()));
      asked.options().forEach(option -> ids.addAll(Marked.images(option.text())));
      asked.left().forEach(entry -> ids.addAll(Marked.images(entry.text())));
    }
    return ids;
  }

  /** The same words with other citations. */
  ItemContent recited(UnaryOperator<Basis> cite, String otherLaw, String otherVersion) {
    List<ItemPart> recited = parts.stream().map(part -> part.recited(cite)).toList();
    return new ItemContent(type, stem, material, options, blankCount, rationale, basis.stream().map(cite).toList(), otherLaw, otherVersion, topic, stage, field, difficulty, left, recited, marks);
  }

  /** What is asked at a place of a paper. @param part from 1 for a question of a CASE, 0 for the item itself */
  public ItemPart asked(int part) {
    return part == 0 ? new ItemPart(type, stem, options, left, blankCount, marks == null ? 0 : marks, rationale, basis) : parts.get(part - 1);
  }
}
