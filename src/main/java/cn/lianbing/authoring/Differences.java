package cn.lianbing.authoring;

import cn.lianbing.bank.DraftPart;
import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.law.Wording;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Two wordings of an item field by field, as text that people read. */
public final class Differences {
  private Differences() {}

  /**
   * A field of both.
   *
   * @param field   as forms and errors name it
   * @param changed false: {@code wording} has the same on both sides
   */
  public record Field(String field, boolean changed, Wording wording) implements Serializable {}

  /** @param old null: there was nothing before; fields that are empty on both sides are left out */
  public static List<Field> of(ItemDraft old, ItemDraft fresh) {
    Map<String, String> before = old == null ? Map.of() : fields(old);
    Map<String, String> after = fields(fresh);
    List<Field> all = new ArrayList<>();
    for (String field : after.keySet()) {
      String was = before.getOrDefault(field, "");
      String is = after.get(field);
      if (was.isEmpty() && is.isEmpty()) continue;
      boolean changed = old != null && !was.equals(is);
      all.add(new Field(field, changed, changed ? Wording.of(was, is) : new Wording(List.of(), List.of(new Wording.Run(is, false)))));
    }
    return all;
  }

  private static Map<String, String> fields(ItemDraft item) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", text(item.type()));
    fields.put("material", text(item.material()));
    fields.put("stem", text(item.stem()));
    fields.put("left", lettered(item.question().left()));
    fields.put("options", lettered(item.options()));
    fields.put("key", key(item.question()));
    fields.put("items", item.parts().stream().map(part -> part(item, part)).collect(Collectors.joining("\n\n")));
    fields.put("basis", basis(item.basis(), item));
    fields.put("rationale", text(item.rationale()));
    fields.put("law", (text(item.law()) + " " + text(item.lawVersion())).strip());
    fields.put("topic", text(item.topic()));
    fields.put("stage", text(item.stage()));
    fields.put("field", text(item.field()));
    fields.put("difficulty", text(item.difficulty()));
    return fields;
  }

  private static String part(ItemDraft item, DraftPart part) {
    DraftQuestion asked = part.question();
    return List.of("（" + (item.parts().indexOf(part) + 1) + "）" + text(asked.stem()), lettered(asked.left()), lettered(asked.options()), key(asked), text(part.marks()), basis(part.basis(), item), text(part.rationale())).stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String lettered(Map<String, String> texts) {
    return texts.entrySet().stream().map(one -> one.getKey() + ". " + text(one.getValue())).collect(Collectors.joining("\n"));
  }

  /** A line each: letters, the variants of a gap, pairs, what earns marks. */
  private static String key(DraftQuestion asked) {
    List<String> lines = new ArrayList<>();
    if (!asked.key().isEmpty()) lines.add(asked.key().stream().map(one -> one.equals("true") ? "√" : one.equals("false") ? "×" : one).collect(Collectors.joining()));
    asked.blanks().forEach(variants -> lines.add(String.join(" / ", variants)));
    asked.pairs().forEach((number, letter) -> lines.add(number + " — " + letter));
    asked.points().forEach(point -> lines.add(text(point.text()) + "（" + text(point.marks()) + "）"));
    return String.join("\n", lines);
  }

  private static String basis(List<ItemDraft.DraftBasis> all, ItemDraft item) {
    return all.stream().filter(one -> !text(one.article()).isEmpty() || !text(one.quote()).isEmpty())
        .map(one -> Objects.requireNonNullElse(one.law(), text(item.law())) + "（" + Objects.requireNonNullElse(one.version(), text(item.lawVersion())) + "） " + text(one.article()) + "：" + text(one.quote())).collect(Collectors.joining("\n"));
  }

  private static String text(String text) {
    return text == null ? "" : text.strip();
  }
}
