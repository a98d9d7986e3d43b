package cn.lianbing.bank;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the sheet that {@link ItemTemplate} begins: a row an item, columns by their names in any order. */
final class XlsxItems {
  static final String CODE = "代码";
  static final String TYPE = "题型";
  static final String STEM = "题干";
  static final String OPTION = "选项";
  static final String KEY = "答案";
  static final String LAW = "法律";
  static final String VERSION = "版本";
  static final String ARTICLES = "条文";
  static final String QUOTES = "条文原文";
  static final String TOPIC = "知识点";
  static final String STAGE = "办案环节";
  static final String FIELD = "领域";
  static final String DIFFICULTY = "难度";
  static final String RATIONALE = "解析";
  static final List<String> NEEDED = List.of(CODE, TYPE, STEM, KEY, LAW, VERSION, ARTICLES, TOPIC, DIFFICULTY, RATIONALE);
  /** Codes of the template's own rows begin so; they are passed over. */
  static final String EXAMPLE = "示例";
  private static final Map<ItemType, List<String>> NAMES = Map.of(
      ItemType.SINGLE, List.of("单选", "单选题", "单项选择", "单项选择题"), ItemType.MULTIPLE, List.of("多选", "多选题", "多项选择", "多项选择题"),
      ItemType.TRUE_FALSE, List.of("判断", "判断题"), ItemType.FILL, List.of("填空", "填空题"));
  private static final List<String> TRUE = List.of("对", "正确", "是", "√", "TRUE", "T", "1");
  private static final List<String> FALSE = List.of("错", "错误", "否", "×", "FALSE", "F", "0");

  private final Map<String, String> columns = new HashMap<>();
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private XlsxItems() {}

  /** Never fails: what cannot be read is an error of its row. */
  static ItemFile read(byte[] file) {
    try {
      return new XlsxItems().items(SheetReader.read(new ByteArrayInputStream(file)));
    } catch (Invalid e) {
      return new ItemFile(List.of(), List.of(), e.violations().stream().map(one -> new ImportReport.Error(1, one.field(), one.code(), one.arguments())).toList());
    }
  }

  private ItemFile items(SheetReader.Sheet sheet) {
    for (String header : sheet.headers()) columns.put(header.replaceAll("[*＊\\s]", ""), header);
    for (String needed : NEEDED) if (!columns.containsKey(needed)) errors.add(ImportReport.Error.of(1, needed, "file.column", needed));
    if (!errors.isEmpty()) return new ItemFile(List.of(), List.of(), errors);
    errors.addAll(sheet.errors());
    List<ItemDraft> drafts = new ArrayList<>();
    for (SheetReader.Row row : sheet.rows()) if (!get(row, CODE).startsWith(EXAMPLE)) drafts.add(draft(row));
    return new ItemFile(List.of(), drafts, errors);
  }

  private ItemDraft draft(SheetReader.Row row) {
    String type = type(get(row, TYPE));
    boolean fill = type.equals(ItemType.FILL.name());
    List<String> key = fill ? List.of() : type.equals(ItemType.TRUE_FALSE.name()) ? List.of(trueFalse(get(row, KEY))) : letters(get(row, KEY));
    return new ItemDraft(row.number(), get(row, CODE), type, get(row, STEM), null, options(row), key, fill ? blanks(get(row, KEY)) : List.of(), basis(row), get(row, LAW), get(row, VERSION),
        get(row, TOPIC), get(row, STAGE).isEmpty() ? "通则" : get(row, STAGE), get(row, FIELD), get(row, DIFFICULTY), get(row, RATIONALE));
  }

  private Map<String, String> options(SheetReader.Row row) {
    Map<String, String> options = new LinkedHashMap<>();
    for (char letter = 'A'; letter <= 'H'; letter++) {
      String text = get(row, OPTION + letter);
      if (!text.isEmpty()) options.put(String.valueOf(letter), text);
    }
    return options;
  }

  /** 36, 第36条, 36;37. Of several articles each has its own quote, parted by | or a new line. */
  private List<ItemDraft.DraftBasis> basis(SheetReader.Row row) {
    List<String> articles = parts(get(row, ARTICLES), "[;；,，、\\s]+").map(one -> one.replaceAll("[第条]", "")).toList();
    String given = get(row, QUOTES);
    List<String> quotes = articles.size() < 2 ? List.of(given) : parts(given, "[|｜\\r\\n]+").toList();
    if (!quotes.isEmpty() && !articles.isEmpty() && quotes.size() != articles.size()) errors.add(ImportReport.Error.of(row.number(), "quote", "item.quotes", articles.size(), quotes.size()));
    List<ItemDraft.DraftBasis> basis = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) basis.add(new ItemDraft.DraftBasis(null, null, articles.get(i), i < quotes.size() ? quotes.get(i) : ""));
    return basis;
  }

  private static String type(String name) {
    return NAMES.entrySet().stream().filter(one -> one.getValue().contains(name)).map(one -> one.getKey().name()).findFirst().orElse(name.toUpperCase(Locale.ROOT));
  }

  private static String trueFalse(String key) {
    String plain = plain(key);
    return TRUE.contains(plain) ? "true" : FALSE.contains(plain) ? "false" : key;
  }

  /** AC; A,C; Ａ、Ｃ */
  private static List<String> letters(String key) {
    return Arrays.stream(plain(key).replaceAll("[,;、\\s]", "").split("")).filter(one -> !one.isEmpty()).toList();
  }

  /** Variants are parted by /, blanks by ; */
  private static List<List<String>> blanks(String key) {
    return parts(key, "[;；]").map(blank -> Arrays.stream(blank.split("[/／]", -1)).map(String::strip).toList()).toList();
  }

  private static Stream<String> parts(String text, String separators) {
    return text.isEmpty() ? Stream.of() : Arrays.stream(text.split(separators)).map(String::strip).filter(one -> !one.isEmpty());
  }

  /** Full-width letters and punctuation as half-width ones, and capitals. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  private String get(SheetReader.Row row, String column) {
    return columns.containsKey(column) ? row.get(columns.get(column)) : "";
  }
}
