package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Marks;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write types, answers and blanks. */
final class Notation {
  private static final Map<ItemType, List<String>> NAMES = Map.of(
      ItemType.SINGLE, List.of("单选", "单选题", "单项选择", "单项选择题"), ItemType.MULTIPLE, List.of("多选", "多选题", "多项选择", "多项选择题"),
      ItemType.TRUE_FALSE, List.of("判断", "判断题", "是非题", "正误判断题"), ItemType.FILL, List.of("填空", "填空题"),
      ItemType.ORDER, List.of("排序", "排序题"), ItemType.MATCH, List.of("配对", "配对题", "匹配题", "连线题"), ItemType.SHORT_TEXT, List.of("简答", "简答题", "问答题"), ItemType.CASE, List.of("案例", "案例分析题", "案例分析"));
  private static final List<String> TRUE = List.of("对", "正确", "是", "√", "✓", "✔", "TRUE", "T", "1", "A");
  private static final List<String> FALSE = List.of("错", "错误", "否", "×", "✗", "✘", "X", "FALSE", "F", "0", "B");
  private static final Pattern GAP = Pattern.compile("_{3,}|＿{2,}|[（(][\\s\\u3000]*[）)]");
  private static final Pattern OPTION = Pattern.compile("(?:^|\\s|\\u3000)\\s*([A-HＡ-Ｈ])\\s*[.．、:：]\\s*");

  private static final Pattern NUMBERED = Pattern.compile("(?:^|\\n)\\s*[（(]?([1-9])[）)]?\\s*[.．、:：]?\\s*");
  private static final Pattern PAIR = Pattern.compile("([1-9])\\s*(?:->|[-—–:：=→])?\\s*([A-H])");
  private static final Pattern POINT = Pattern.compile("(.*)[（(]\\s*(\\d{1,3}(?:\\.\\d)?)\\s*分\\s*[）)]\\s*", Pattern.DOTALL);

  private Notation() {}

  /** 单项选择题; what is no known type stays as it is. */
  static String type(String name) {
    String plain = name.replaceAll("[\\s\\u3000]|[（(].*", "");
    return NAMES.entrySet().stream().filter(one -> one.getValue().contains(plain)).map(one -> one.getKey().name()).findFirst().orElse(name.toUpperCase(Locale.ROOT));
  }

  static String word(ItemType type) {
    return NAMES.get(type).get(1);
  }

  static String trueFalse(String key) {
    String plain = plain(key).replaceAll("[。.]$", "");
    return TRUE.contains(plain) ? "true" : FALSE.contains(plain) ? "false" : key;
  }

  /** AC; A,C; Ａ、Ｃ; what is no letter stays, to be found wrong. */
  static List<String> letters(String key) {
    return Arrays.stream(plain(key).replaceAll("[,.;、。\\s]", "").split("")).filter(one -> !one.isEmpty()).toList();
  }

  /** Variants are parted by /, blanks by ; a backslash before one of them makes it a character as any other. */
  static List<List<String>> blanks(String key) {
    if (key.isBlank()) return List.of();
    List<List<String>> blanks = new ArrayList<>();
    List<String> variants = new ArrayList<>();
    StringBuilder variant = new StringBuilder();
    for (int i = 0; i <= key.length(); i++) {
      char c = i == key.length() ? ';' : key.charAt(i);
      if (c == '\\' && i + 1 < key.length()) variant.append(key.charAt(++i));
      else if ("/／;；".indexOf(c) < 0) variant.append(c);
      else {
        variants.add(variant.toString().strip());
        variant.setLength(0);
        if (c == '/' || c == '／') continue;
        if (variants.size() > 1 || !variants.get(0).isEmpty()) blanks.add(variants);
        variants = new ArrayList<>();
      }
    }
    return blanks;
  }

  static String blanks(List<List<String>> blanks) {
    return String.join(";", blanks.stream().map(blank -> String.join("/", blank.stream().map(one -> one.replaceAll("[\\\\/／;；]", "\\\\$0")).toList())).toList());
  }

  /** 1. 警告, a line each. */
  static Map<String, String> numbered(String text) {
    Map<String, String> entries = new LinkedHashMap<>();
    Matcher matcher = NUMBERED.matcher(text);
    String number = null;
    int start = 0;
    while (matcher.find()) {
      if (!matcher.group(1).equals(String.valueOf(entries.size() + (number == null ? 1 : 2)))) continue; // part of an entry's text
      if (number != null) entries.put(number, text.substring(start, matcher.start()).strip());
      number = matcher.group(1);
      start = matcher.end();
    }
    if (number != null) entries.put(number, text.substring(start).strip());
    return entries;
  }

  static String numbered(List<Option> entries) {
    return String.join("\n", entries.stream().map(one -> one.key() + ". " + one.text()).toList());
  }

  /** 1-B；2-A; what is no pair makes none, and its number is missed later. */
  static Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    Matcher matcher = PAIR.matcher(plain(key));
    while (matcher.find()) pairs.put(matcher.group(1), matcher.group(2));
    return pairs;
  }

  /** 写明期限（2分） */
  static List<DraftQuestion.Point> points(List<String> lines) {
    return lines.stream().map(line -> {
      Matcher point = POINT.matcher(line);
      return point.matches() ? new DraftQuestion.Point(point.group(1).strip(), point.group(2)) : new DraftQuestion.Point(line, null);
    }).toList();
  }

  static String point(AnswerKey.Point one) {
    return one.text().replaceAll("\\s*\n\\s*", " ") + "（" + Marks.text(one.marks()) + "分）";
  }

  /** A stem whose gaps are drawn otherwise than ours, with ours. */
  static String blanked(String stem, int blanks) {
    return stem.split(ItemDraft.BLANK, -1).length - 1 == blanks ? stem : GAP.matcher(stem).replaceAll(ItemDraft.BLANK);
  }

  /** A. 一年  B. 二年 in one line or cell; empty where it does not begin with A. */
  static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher matcher = OPTION.matcher(text);
    char expected = 0;
    int start = -1;
    while (matcher.find()) {
      char letter = plain(matcher.group(1)).charAt(0);
      if (start < 0 ? matcher.start() != 0 : letter != expected) continue; // part of an option's text
      if (start >= 0) options.put(String.valueOf((char) (expected - 1)), text.substring(start, matcher.start()).strip());
      expected = (char) (letter + 1);
      start = matcher.end();
    }
    if (start >= 0) options.put(String.valueOf((char) (expected - 1)), text.substring(start).strip());
    return options;
  }

  /** Full-width letters and punctuation as half-width ones, and capitals. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }
}
