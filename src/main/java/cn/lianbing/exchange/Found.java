package cn.lianbing.exchange;

import cn.lianbing.bank.DraftPart;
import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** An item while a reader gathers it, under the names that people give to its parts: a sheet's columns, a document's lines, notes beside a question. */
final class Found {
  /** Names that a part goes by; the first is the one that is written. */
  enum Part {
    CODE("代码", "试题代码", "编码", "试题编号", "题目编号", "编号"), TYPE("题型", "试题类型", "题目类型", "类型"), STEM("题干", "题目", "试题", "试题内容", "题目内容", "试题题干", "问题"), MATERIAL("材料", "案例材料", "背景材料", "案情"),
    OPTIONS("选项", "备选项", "备选答案"), LEFT("左列", "左栏", "配对项"), KEY("答案", "正确答案", "标准答案", "参考答案", "试题答案"), LAW("法律", "法律名称", "法规", "法规名称"), VERSION("版本", "法律版本"), ARTICLES("条文", "条款", "法条", "条号"),
    QUOTES("条文原文", "原文", "法条原文", "条文内容", "法条内容"), BASIS("依据", "法律依据", "出题依据", "命题依据", "答案依据", "法规依据"), TOPIC("知识点", "考点", "知识范围"), STAGE("办案环节", "环节"), FIELD("领域", "执法领域", "适用领域"),
    POINTS("得分点", "评分标准", "评分要点", "采分点"), CASE("所属案例", "案例代码", "所属大题"), MARKS("分值", "分数"),
    DIFFICULTY("难度", "难易度", "难易程度", "难度系数", "难度等级"), RATIONALE("解析", "答案解析", "试题解析", "题目解析"),
    /** Numbers are the list's; an item has none. */
    NONE("序号", "题号");

    final List<String> names;

    Part(String... names) {
      this.names = List.of(names);
    }

    String word() {
      return names.get(0);
    }

    /** @return null where nobody calls a part so */
    static Part named(String name) {
      for (Part part : values()) if (part.names.contains(name)) return part;
      return null;
    }
  }

  private static final Map<String, String> DIFFICULTIES = Map.ofEntries(Map.entry("易", "1"), Map.entry("容易", "1"), Map.entry("简单", "1"), Map.entry("较易", "2"), Map.entry("中", "3"), Map.entry("中等", "3"), Map.entry("一般", "3"), Map.entry("适中", "3"),
      Map.entry("较难", "4"), Map.entry("难", "5"), Map.entry("困难", "5"));
  /** What an item is taken for whose file does not say. */
  private static final String DIFFICULTY_UNSAID = "3";
  private static final String STAGE_UNSAID = "通则";
  private static final int HASHED = 6;

  private final int row;
  private final List<ImportReport.Error> errors;
  private final Map<Part, String> parts = new LinkedHashMap<>();
  private final List<String> basis = new ArrayList<>();
  private final List<String> points = new ArrayList<>();
  /** The questions of a CASE. */
  final List<Found> questions = new ArrayList<>();
  final Map<String, String> options = new TreeMap<>();
  /** Where the format itself says which are right; else the note 答案 does. */
  private List<String> key = List.of();
  private List<List<String>> blanks = List.of();

  Found(int row, List<ImportReport.Error> errors) {
    this.row = row;
    this.errors = errors;
  }

  int row() {
    return row;
  }

  String get(Part part) {
    return parts.getOrDefault(part, "");
  }

  boolean has(Part part) {
    return !get(part).isEmpty();
  }

  void put(Part part, String value) {
    if (value == null || value.isBlank()) return;
    if (part == Part.BASIS) basis.addAll(lines(value));
    else if (part == Part.POINTS) points.addAll(lines(value));
    else parts.put(part, value.strip());
  }

  private static List<String> lines(String value) {
    return value.lines().filter(line -> !line.isBlank()).map(String::strip).toList();
  }

  void right(List<String> letters) {
    key = letters;
  }

  void filled(List<List<String>> variants) {
    blanks = variants;
  }

  void wrong(String field, String code, Object... arguments) {
    errors.add(ImportReport.Error.of(row, field, code, arguments));
  }

  /** Takes 办案环节：立案. @return false where it is no note */
  boolean note(String line) {
    Matcher note = Notes.LINE.matcher(line);
    if (!note.matches()) return false;
    Part part = Part.named(note.group(1).strip());
    if (part == null) return false;
    String value = note.group(2);
    if (part == Part.LAW) law(value);
    else put(part, value);
    return true;
  }

  /** Feedback as a whole: the explanation, after it the articles, a line each. */
  void feedback(String text) {
    List<String> lines = new ArrayList<>(text.strip().lines().toList());
    List<String> articles = new ArrayList<>();
    while (!lines.isEmpty() && lines.get(lines.size() - 1).startsWith(Part.BASIS.word() + "：")) articles.add(0, lines.remove(lines.size() - 1).substring(Part.BASIS.word().length() + 1));
    articles.forEach(one -> put(Part.BASIS, one));
    put(Part.RATIONALE, String.join("\n", lines));
  }

  /** 行政处罚法（2021修订）, or only the law. */
  private void law(String value) {
    Matcher law = Citation.LAW.matcher(value.strip());
    if (!law.matches()) put(Part.LAW, value);
    else {
      put(Part.LAW, law.group(1));
      put(Part.VERSION, law.group(2));
    }
  }

  ItemDraft draft() {
    List<ItemDraft.DraftBasis> articles = Citation.read(this, basis);
    String law = has(Part.LAW) ? get(Part.LAW).replaceAll("[《》]", "") : articles.isEmpty() ? null : articles.get(0).law();
    String version = has(Part.VERSION) ? get(Part.VERSION) : articles.isEmpty() || has(Part.LAW) && !get(Part.LAW).equals(articles.get(0).law()) ? null : articles.get(0).version();
    List<DraftPart> asked = questions.stream().map(Found::part).toList();
    return new ItemDraft(row, code(), question(), has(Part.MATERIAL) ? get(Part.MATERIAL) : null, asked, articles, law, version, get(Part.TOPIC), has(Part.STAGE) ? get(Part.STAGE) : STAGE_UNSAID, get(Part.FIELD), difficulty(), get(Part.RATIONALE));
  }

  private DraftPart part() {
    return new DraftPart(question(), get(Part.MARKS), Citation.read(this, basis), get(Part.RATIONALE));
  }

  private DraftQuestion question() {
    String type = type();
    boolean fill = type.equals(ItemType.FILL.name());
    boolean judged = type.equals(ItemType.TRUE_FALSE.name());
    boolean matched = type.equals(ItemType.MATCH.name());
    boolean written = type.equals(ItemType.SHORT_TEXT.name());
    List<List<String>> variants = fill ? blanks.isEmpty() ? Notation.blanks(get(Part.KEY)) : blanks : List.of();
    List<String> letters = fill || matched || written ? List.of() : !key.isEmpty() ? key : judged ? List.of(Notation.trueFalse(get(Part.KEY))) : type.equals(ItemType.CASE.name()) && !has(Part.KEY) ? List.of() : Notation.letters(get(Part.KEY));
    String stem = fill ? Notation.blanked(get(Part.STEM), variants.size()) : get(Part.STEM);
    // A sheet of judgements often has 正确 and 错误 as its options.
    Map<String, String> shown = judged || fill ? Map.of() : options;
    if (fill && !options.isEmpty()) wrong("options", "exchange.options");
    Map<String, String> left = matched ? Notation.numbered(get(Part.LEFT)) : Map.of();
    List<DraftQuestion.Point> scheme = written ? Notation.points(points.isEmpty() ? lines(get(Part.KEY)) : points) : List.of();
    return new DraftQuestion(type, stem, shown, letters, variants, left, matched ? Notation.pairs(get(Part.KEY)) : Map.of(), scheme);
  }

  private String type() {
    if (has(Part.TYPE)) return Notation.type(get(Part.TYPE));
    if (!questions.isEmpty()) return ItemType.CASE.name();
    if (has(Part.LEFT)) return ItemType.MATCH.name();
    if (!points.isEmpty()) return ItemType.SHORT_TEXT.name();
    String answer = get(Part.KEY);
    if (!blanks.isEmpty() || options.isEmpty() && get(Part.STEM).contains(ItemDraft.BLANK)) return ItemType.FILL.name();
    if (options.isEmpty()) return Notation.trueFalse(answer).matches("true|false") || key.size() == 1 ? ItemType.TRUE_FALSE.name() : ItemType.FILL.name();
    return (key.isEmpty() ? Notation.letters(answer) : key).size() > 1 ? ItemType.MULTIPLE.name() : ItemType.SINGLE.name();
  }

  private String difficulty() {
    String said = Notation.plain(get(Part.DIFFICULTY));
    return said.isEmpty() ? DIFFICULTY_UNSAID : DIFFICULTIES.getOrDefault(said, said);
  }

  /** A file from elsewhere has no codes: the text's own, so that the same file taken twice is the same items. */
  private String code() {
    if (has(Part.CODE)) return Notation.plain(get(Part.CODE)).equals(get(Part.CODE).toUpperCase(Locale.ROOT)) ? get(Part.CODE) : Notation.plain(get(Part.CODE));
    byte[] hash = Sha256.of(get(Part.STEM) + options.values() + get(Part.MATERIAL));
    return "WB-" + HexFormat.of().withUpperCase().formatHex(hash, 0, HASHED);
  }
}
