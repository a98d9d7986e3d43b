package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import cn.lianbing.platform.ImportReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An item as an import file has it, everything still text, with the row it came from. {@link #check} says all that is wrong
 * with it at once.
 *
 * @param row     as the user's program counts it
 * @param options letter → text
 * @param key     letters, or true/false as one word
 * @param blanks  for FILL: each blank's variants
 * @param law     the file's law, which a basis may replace by another
 */
public record ItemDraft(int row, String code, String type, String stem, String material, Map<String, String> options, List<String> key, List<List<String>> blanks, List<DraftBasis> basis, String law, String lawVersion, String topic, String stage, String field, String difficulty, String rationale) {
  /** Stages of a case 办案环节, as the question files name them. */
  public static final Set<String> STAGES = Set.of("立案", "调查取证", "告知", "听证", "决定", "送达", "执行", "救济", "监督", "通则");
  static final String BLANK = "____";
  private static final int LONGEST_STEM = 2000;
  private static final int LONGEST_OPTION = 500;
  private static final int LONGEST_MATERIAL = 20_000;

  /** A basis as written; law and version null where they are the file's. */
  public record DraftBasis(String law, String version, String article, String quote) {}

  /** A checked draft. */
  record Checked(String code, ItemContent content, AnswerKey key) {}

  /** @return the item, or null with all that is wrong added to {@code errors} */
  Checked check(List<ImportReport.Error> errors) {
    List<ImportReport.Error> mine = new ArrayList<>();
    if (code == null || !code.matches("[A-Za-z0-9-]{3,40}")) mine.add(error("code", "item.code"));
    text("stem", stem, LONGEST_STEM, mine);
    text("topic", topic, 120, mine);
    text("rationale", rationale, 2000, mine);
    if (stage == null || !STAGES.contains(stage)) mine.add(error("stage", "item.stage", String.join("、", new TreeSet<>(STAGES))));
    if (difficulty == null || !difficulty.matches("[1-5]")) mine.add(error("difficulty", "item.difficulty"));
    text("law", law, 100, mine);
    text("version", lawVersion, 40, mine);
    longest("field", field, 40, mine);
    longest("material", material, LONGEST_MATERIAL, mine);
    List<Basis> articles = articles(mine);
    ItemType kind = kind(mine);
    AnswerKey answer = kind == null ? null : kind == ItemType.FILL ? blanks(mine) : choice(kind, mine);
    errors.addAll(mine);
    if (!mine.isEmpty()) return null;
    List<Option> shown = kind == ItemType.TRUE_FALSE ? List.of() : options.entrySet().stream().map(one -> new Option(one.getKey(), one.getValue().strip())).toList();
    ItemContent content = new ItemContent(kind, stem.strip(), material == null || material.isBlank() ? null : material.strip(), shown, answer.blanks().size(), rationale.strip(), articles, law, lawVersion, topic.strip(), stage, field == null || field.isBlank() ? "通用" : field.strip(), Integer.parseInt(difficulty));
    return new Checked(code, content, answer);
  }

  private ItemType kind(List<ImportReport.Error> errors) {
    for (ItemType kind : ItemType.values()) if (kind.name().equals(type)) return kind;
    errors.add(error("type", "item.type", String.valueOf(type)));
    return null;
  }

  private AnswerKey choice(ItemType kind, List<ImportReport.Error> errors) {
    if (kind == ItemType.TRUE_FALSE) {
      if (key.size() == 1 && key.get(0).equals("true")) return AnswerKey.ofChoice(List.of("A"));
      if (key.size() == 1 && key.get(0).equals("false")) return AnswerKey.ofChoice(List.of("B"));
      errors.add(error("key", "item.key.trueFalse"));
      return null;
    }
    int fewest = kind == ItemType.SINGLE ? 3 : 4;
    if (options.size() < fewest || options.size() > 8) errors.add(error("options", "item.options", fewest));
    int position = 0;
    for (var one : options.entrySet()) {
      if (!one.getKey().equals(String.valueOf((char) ('A' + position++)))) errors.add(error("options", "item.letters"));
      text("options", one.getValue(), LONGEST_OPTION, errors);
    }
    if (new LinkedHashMap<>(options).values().stream().map(one -> one == null ? "" : one.strip()).distinct().count() != options.size()) errors.add(error("options", "item.optionsAlike"));
    if (key.isEmpty() || !options.keySet().containsAll(key) || key.stream().distinct().count() != key.size()) errors.add(error("key", "item.key.letters", String.join("", key)));
    else if (kind == ItemType.SINGLE && key.size() != 1) errors.add(error("key", "item.key.one"));
    else if (kind == ItemType.MULTIPLE && key.size() < 2) errors.add(error("key", "item.key.two"));
    return errors.isEmpty() ? AnswerKey.ofChoice(key) : null;
  }

  private AnswerKey blanks(List<ImportReport.Error> errors) {
    int marked = stem == null ? 0 : stem.split(BLANK, -1).length - 1;
    if (blanks.isEmpty() || blanks.stream().anyMatch(one -> one.isEmpty() || one.stream().anyMatch(variant -> variant == null || variant.isBlank() || variant.length() > 100))) errors.add(error("key", "item.key.blanks"));
    else if (marked != blanks.size()) errors.add(error("stem", "item.blanks", marked, blanks.size()));
    return AnswerKey.ofBlanks(blanks);
  }

  private List<Basis> articles(List<ImportReport.Error> errors) {
    if (basis.isEmpty()) errors.add(error("basis", "item.basis"));
    List<Basis> found = new ArrayList<>();
    for (DraftBasis one : basis) {
      ArticleNumber number = ArticleNumber.of(one.article()).orElse(null);
      if (number == null) errors.add(error("basis", "item.article"));
      else if (one.quote() != null && one.quote().length() > 60) errors.add(error("basis", "tooLong", 60));
      else found.add(new Basis(one.law() == null ? law : one.law(), one.version() == null ? lawVersion : one.version(), number, one.quote() == null ? "" : one.quote().strip()));
    }
    return found;
  }

  private void text(String name, String value, int longest, List<ImportReport.Error> errors) {
    if (value == null || value.isBlank()) errors.add(error(name, "required"));
    else longest(name, value, longest, errors);
  }

  private void longest(String name, String value, int longest, List<ImportReport.Error> errors) {
    if (value != null && value.length() > longest) errors.add(error(name, "tooLong", longest));
  }

  private ImportReport.Error error(String name, String errorCode, Object... arguments) {
    return ImportReport.Error.of(row, name, errorCode, arguments);
  }
}
