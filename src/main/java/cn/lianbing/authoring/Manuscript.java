package cn.lianbing.authoring;

import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Json;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an author has typed so far, complete or not.
 *
 * @param item      as an import would bring it, to be checked and taken by the same rules
 * @param tags      for the item once it is published
 * @param embargoed the item is for exams only once it is published
 */
public record Manuscript(ItemDraft item, List<String> tags, boolean embargoed) implements Serializable {
  private static final int LARGEST = 400_000;
  private static final int SHOWN = 200;

  @JsonbCreator
  public Manuscript {
    if (item == null || item.question() == null) throw Invalid.field("item", "required");
    tags = tags == null ? List.of() : tags.stream().filter(tag -> tag != null && !tag.isBlank()).map(ItemLifecycle::checkedTag).distinct().sorted().toList();
  }

  /** Of a new item. */
  static Manuscript blank(ItemType type) {
    Map<String, String> options = new TreeMap<>();
    if (type == ItemType.SINGLE || type == ItemType.MULTIPLE) for (String letter : List.of("A", "B", "C", "D")) options.put(letter, "");
    DraftQuestion question = new DraftQuestion(type.name(), "", options, List.of(), List.of());
    return new Manuscript(new ItemDraft(1, null, question, null, List.of(), List.of(new ItemDraft.DraftBasis(null, null, "", "")), null, null, "", "通则", "通用", "3", ""), List.of(), false);
  }

  /** What is in the bank, to be changed. */
  static Manuscript of(Items.Detail item) {
    return new Manuscript(ItemDraft.of(item.code(), item.content(), item.key()), item.tags(), item.embargoed());
  }

  Manuscript coded(String code) {
    return new Manuscript(new ItemDraft(1, code, item.question(), item.material(), item.parts(), item.basis(), item.law(), item.lawVersion(), item.topic(), item.stage(), item.field(), item.difficulty(), item.rationale()), tags, embargoed);
  }

  /** What a list shows of it: a case may have no stem. */
  String shown() {
    String text = item.stem() == null || item.stem().isBlank() ? item.material() : item.stem();
    return text == null ? "" : text.strip().substring(0, Math.min(SHOWN, text.strip().length()));
  }

  /** @throws Invalid for {@code item} where it is too large to be one */
  String stored() {
    String json = Json.write(this);
    if (json.length() > LARGEST) throw Invalid.field("item", "tooLong", LARGEST);
    return json;
  }
}
