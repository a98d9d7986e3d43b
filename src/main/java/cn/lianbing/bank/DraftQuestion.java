package cn.lianbing.bank;

import cn.lianbing.platform.ImportReport;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is asked, and its key, everything still text; of an item or of a question of a CASE.
 *
 * @param options letter → text
 * @param key     letters, or true/false as one word
 * @param blanks  for FILL: each blank's variants
 * @param left    for MATCH: number → text of the left column
 * @param pairs   for MATCH: number → letter
 * @param points  for SHORT_TEXT: what earns marks
 */
public record DraftQuestion(String type, String stem, Map<String, String> options, List<String> key, List<List<String>> blanks, Map<String, String> left, Map<String, String> pairs, List<Point> points) implements Serializable {
  private static final int LONGEST_STEM = 2000;
  private static final int LONGEST_OPTION = 500;
  private static final int LONGEST_POINT = 500;
  private static final int MOST_POINTS = 20;

  /** @param marks as written, {@code 1.5} */
  public record Point(String text, String marks) implements Serializable {
    @JsonbCreator
    public Point {}
  }

  @JsonbCreator
  public DraftQuestion {
    options = options == null ? Map.of() : options;
    key = key == null ? List.of() : key;
    blanks = blanks == null ? List.of() : blanks;
    left = left == null ? Map.of() : left;
    pairs = pairs == null ? Map.of() : pairs;
    points = points == null ? List.of() : points;
  }

  /** How an error of this question is written down: {@link ItemDraft} knows the row, a CASE puts the question's number before the field. */
  interface Faults {
    void add(String field, String code, Object... arguments);
  }

  /** What was found right. @param marks tenths of a SHORT_TEXT's scheme, else null */
  record Checked(ItemType type, String stem, List<Option> options, List<Option> left, int blankCount, AnswerKey key, Integer marks) {}

  public DraftQuestion(String type, String stem, Map<String, String> options, List<String> key, List<List<String>> blanks) {
    this(type, stem, options, key, blanks, Map.of(), Map.of(), List.of());
  }

  /** @return null where anything is wrong */
  Checked check(ItemType kind, Faults faults) {
    int[] wrong = {0};
    Faults counted = (field, code, arguments) -> {
      wrong[0]++;
      faults.add(field, code, arguments);
    };
    required("stem", stem, LONGEST_STEM, counted);
    if (stem != null) Marked.check("stem", stem, counted);
    AnswerKey answer = answer(kind, counted);
    if (wrong[0] > 0) return null;
    return new Checked(kind, stem.strip(), kind == ItemType.TRUE_FALSE ? List.of() : listed(options), kind == ItemType.MATCH ? listed(new TreeMap<>(left)) : List.of(), answer.blanks().size(), answer, kind.byHand() ? (Integer) answer.marks() : null);
  }

  private AnswerKey answer(ItemType kind, Faults faults) {
    if (!kind.choice() && kind != ItemType.ORDER && kind != ItemType.MATCH && !options.isEmpty()) faults.add("options", "item.noOptions");
    if (kind != ItemType.MATCH && !left.isEmpty()) faults.add("left", "item.noLeft");
    return switch (kind) {
      case TRUE_FALSE -> trueFalse(faults);
      case FILL -> blanks(faults);
      case ORDER -> order(faults);
      case MATCH -> match(faults);
      case SHORT_TEXT -> scheme(faults);
      default -> choice(kind, faults);
    };
  }

  private AnswerKey trueFalse(Faults faults) {
    if (key.size() == 1 && key.get(0).equals("true")) return AnswerKey.ofChoice(List.of("A"));
    if (key.size() == 1 && key.get(0).equals("false")) return AnswerKey.ofChoice(List.of("B"));
    faults.add("key", "item.key.trueFalse");
    return null;
  }

  private AnswerKey choice(ItemType kind, Faults faults) {
    options(kind == ItemType.SINGLE ? 3 : 4, faults);
    if (!letters()) faults.add("key", "item.key.letters", String.join("", key));
    else if (kind == ItemType.SINGLE && key.size() != 1) faults.add("key", "item.key.one");
    else if (kind == ItemType.MULTIPLE && key.size() < 2) faults.add("key", "item.key.two");
    return letters() ? AnswerKey.ofChoice(key) : null;
  }

  private AnswerKey order(Faults faults) {
    options(3, faults);
    if (!letters()) faults.add("key", "item.key.letters", String.join("", key));
    else if (key.size() != options.size()) faults.add("key", "item.key.all");
    return letters() ? AnswerKey.inOrder(key) : null;
  }

  private AnswerKey match(Faults faults) {
    options(2, faults);
    if (left.size() < 2 || left.size() > 9) faults.add("left", "item.left");
    int position = 0;
    for (String number : new TreeMap<>(left).keySet()) if (!number.equals(String.valueOf(++position))) faults.add("left", "item.numbers");
    for (String text : left.values()) shown("left", text, faults);
    if (alike(left)) faults.add("left", "item.leftAlike");
    if (!pairs.keySet().equals(left.keySet())) faults.add("key", "item.key.pairs");
    for (String letter : pairs.values()) if (letter == null || !options.containsKey(letter)) faults.add("key", "item.key.letters", String.valueOf(letter));
    return pairs.containsValue(null) ? null : AnswerKey.inOrder(List.copyOf(new TreeMap<>(pairs).values()));
  }

  private AnswerKey scheme(Faults faults) {
    if (points.isEmpty() || points.size() > MOST_POINTS) faults.add("key", "item.points", MOST_POINTS);
    List<AnswerKey.Point> scheme = new ArrayList<>();
    for (Point point : points) {
      required("key", point.text(), LONGEST_POINT, faults);
      Integer marks = tenths(point.marks());
      if (marks == null) faults.add("key", "item.marks");
      else if (point.text() != null) scheme.add(new AnswerKey.Point(point.text().strip(), marks));
    }
    return AnswerKey.ofPoints(scheme);
  }

  private AnswerKey blanks(Faults faults) {
    int marked = stem == null ? 0 : stem.split(ItemDraft.BLANK, -1).length - 1;
    boolean named = !blanks.isEmpty() && blanks.stream().noneMatch(one -> one.isEmpty() || one.stream().anyMatch(variant -> variant == null || variant.isBlank() || variant.length() > 100));
    if (!named) faults.add("key", "item.key.blanks");
    else if (marked != blanks.size()) faults.add("stem", "item.blanks", marked, blanks.size());
    return named ? AnswerKey.ofBlanks(blanks) : null;
  }

  private void options(int fewest, Faults faults) {
    if (options.size() < fewest || options.size() > 8) faults.add("options", "item.options", fewest);
    int position = 0;
    for (var one : options.entrySet()) {
      if (!one.getKey().equals(String.valueOf((char) ('A' + position++)))) faults.add("options", "item.letters");
      shown("options", one.getValue(), faults);
    }
    if (alike(options)) faults.add("options", "item.optionsAlike");
  }

  private boolean letters() {
    return !key.isEmpty() && options.keySet().containsAll(key) && key.stream().distinct().count() == key.size();
  }

  private static boolean alike(Map<String, String> texts) {
    return texts.values().stream().map(one -> one == null ? "" : one.strip()).distinct().count() != texts.size();
  }

  private static void shown(String field, String text, Faults faults) {
    required(field, text, LONGEST_OPTION, faults);
    if (text != null) Marked.check(field, text, faults);
  }

  private static List<Option> listed(Map<String, String> texts) {
    return texts.entrySet().stream().map(one -> new Option(one.getKey(), one.getValue().strip())).toList();
  }

  static void required(String field, String text, int longest, Faults faults) {
    if (text == null || text.isBlank()) faults.add(field, "required");
    else if (text.length() > longest) faults.add(field, "tooLong", longest);
  }

  /** Marks as people write them in tenths; null where they are none: at most one digit behind the point, up to 100. */
  static Integer tenths(String marks) {
    if (marks == null || !marks.strip().matches("\\d{1,3}(\\.\\d0*)?")) return null;
    int tenths = new BigDecimal(marks.strip()).movePointRight(1).intValue();
    return tenths < 1 || tenths > 1000 ? null : tenths;
  }

  /** As it is written: {@code 1.5}. */
  static String written(int tenths) {
    return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
  }
}
