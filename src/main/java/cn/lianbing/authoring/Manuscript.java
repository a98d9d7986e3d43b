package cn.lianbing.authoring;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that an author has typed so far, complete or not.
 *
 * @param content without its basis
 * @param basis   as typed: a row may lack its article yet
 * @param tags    for the item once it is published
 * @param embargoed the item is for exams only once it is published
 */
public record Manuscript(ItemContent content, AnswerKey key, List<Cited> basis, List<String> tags, boolean embargoed) implements Serializable {
  private static final int MOST_BASES = 10;
  private static final int LARGEST = 400_000;

  /** A basis as typed; law and version null where they are the item's own. */
  public record Cited(String law, String version, String article, String quote) implements Serializable {
    @JsonbCreator
    public Cited {}
  }

  @JsonbCreator
  public Manuscript {
    if (content == null) content = empty(ItemType.SINGLE);
    key = key == null ? new AnswerKey(List.of(), List.of()) : key;
    basis = basis == null ? List.of() : List.copyOf(basis);
    tags = tags == null ? List.of() : tags.stream().filter(tag -> tag != null && !tag.isBlank()).map(ItemLifecycle::checkedTag).distinct().toList();
    if (basis.size() > MOST_BASES) throw Invalid.field("basis", "most", MOST_BASES);
  }

  /** Of a new item. */
  static Manuscript blank(ItemType type) {
    return new Manuscript(empty(type), null, List.of(new Cited(null, null, "", "")), List.of(), false);
  }

  private static ItemContent empty(ItemType type) {
    return new ItemContent(type, "", null, List.of(), 0, "", List.of(), "", "", "", "通则", "通用", 3);
  }

  /** What is in the bank, to be changed. */
  static Manuscript of(ItemContent content, AnswerKey key, List<String> tags, boolean embargoed) {
    List<Cited> basis = content.basis().stream().map(one -> new Cited(own(one.law(), content.law()), one.law().equals(content.law()) ? own(one.version(), content.lawVersion()) : one.version(), one.plain(), one.quote())).toList();
    return new Manuscript(content, key, basis, tags, embargoed);
  }

  private static String own(String value, String usual) {
    return value.equals(usual) ? null : value;
  }

  /** As an import would bring it, to be checked and taken by the same rules. */
  ItemDraft asDraft(String code) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Option one : content.options()) options.put(one.key(), one.text());
    List<String> letters = content.type() == ItemType.TRUE_FALSE ? key.choice().stream().map(letter -> letter.equals("A") ? "true" : "false").toList() : key.choice();
    return new ItemDraft(1, code, content.type() == null ? null : content.type().name(), content.stem(), content.material(), options, letters, key.blanks(),
        basis.stream().map(one -> new ItemDraft.DraftBasis(blank(one.law()), blank(one.version()), one.article(), one.quote())).toList(), blank(content.law()), blank(content.lawVersion()), blank(content.topic()), blank(content.stage()), blank(content.field()), String.valueOf(content.difficulty()), content.rationale());
  }

  /** @throws Invalid for {@code content} where it is too large to be an item */
  String stored() {
    String json = cn.lianbing.platform.Json.write(this);
    if (json.length() > LARGEST) throw Invalid.field("content", "tooLong", LARGEST);
    return json;
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
