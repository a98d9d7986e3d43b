package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemType;
import cn.lianbing.exchange.Found.Part;
import cn.lianbing.platform.ImportReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbered questions as teachers write them in Word: 一、单项选择题 above, 1. before each, options A. to H. on lines of their
 * own or in one, the answer in the brackets of the stem, on a line of its own (答案：AC) or at the end of the document by numbers
 * (1-5 ABCDA, 6. 对, or a table). A line that is none of these belongs to what stands before it.
 */
final class WordItems {
  private static final Pattern SECTION = Pattern.compile("(?:第[一二三四五六七八九十]+部分|[（(]?[一二三四五六七八九十]+[）)]?)\\s*[、.．:：]?\\s*([\\p{IsHan}]{2,8}题?)\\s*(?:[（(].*|[:：].*|\\s*)");
  private static final Pattern ANSWERS = Pattern.compile("(?:附[:：]?)?(?:参考|标准|正确)?答案(?:(?:及|与|和)?解析)?(?:部分)?\\s*[:：]?");
  private static final Pattern QUESTION = Pattern.compile("(?:第\\s*)?(\\d{1,4})\\s*(?:题)?\\s*[.．、:：)）]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern SUB_QUESTION = Pattern.compile("[（(]\\s*(\\d{1,2})\\s*[）)]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("([A-HＡ-Ｈ])\\s*[.．、:：)）]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern HEADED = Pattern.compile("[【\\[](答案|正确答案|参考答案|解析|答案解析|依据|法律依据|难度|知识点|考点)[】\\]]\\s*[:：]?\\s*(.*)", Pattern.DOTALL);
  private static final Pattern BRACKETS = Pattern.compile("[（(][\\s\\u3000]*([A-Ha-hＡ-Ｈ][A-Ha-hＡ-Ｈ,，、\\s]*|√|×|✓|✗|对|错|正确|错误)[\\s\\u3000]*[）)]");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})\\s*[-—–~～至]\\s*(\\d{1,4})\\s*[.．、:：题]?\\s*([A-HＡ-Ｈ√×对错\\s]+)");
  private static final Pattern SINGLE = Pattern.compile("(\\d{1,4})\\s*[.．、:：题)）]?\\s*((?:[A-HＡ-Ｈ][,，、]?)+|√|×|✓|✗|对|错|正确|错误)(?=[\\s\\u3000;；,，。]|$|\\d)");
  private final List<ImportReport.Error> errors;
  private final List<Found> items = new ArrayList<>();
  /** By section and number, since many begin anew with each section. */
  private final List<Section> sections = new ArrayList<>();
  private Section answered;
  private String type = "";
  private Found item;
  private Found question;
  private Part last = Part.NONE;
  private boolean keys;

  /** Questions under one heading. */
  private record Section(String type, List<Found> items, List<Integer> numbers) {}

  private WordItems(List<ImportReport.Error> errors) {
    this.errors = errors;
  }

  /** Never fails: what cannot be read is an error of its paragraph. */
  static ItemFile read(byte[] file) {
    List<ImportReport.Error> errors = new ArrayList<>();
    List<WordLines.Line> lines = WordLines.read(file, errors);
    WordItems items = new WordItems(errors);
    for (WordLines.Line line : lines) items.line(line);
    if (items.items.isEmpty() && errors.isEmpty()) errors.add(ImportReport.Error.of(1, "file", "exchange.noQuestions"));
    List<ItemDraft> drafts = items.items.stream().map(WordItems::finished).toList();
    return new ItemFile(List.of(), drafts, errors);
  }

  private void line(WordLines.Line line) {
    String text = line.text();
    if (text.isBlank()) return;
    if (ANSWERS.matcher(text.strip()).matches()) {
      keys = true;
      return;
    }
    if (section(text.strip())) return;
    if (keys) answers(line);
    else if (!asked(line) && !option(text) && !note(text)) more(line);
  }

  /** 二、多项选择题（每题2分，共20分） */
  private boolean section(String text) {
    Matcher section = SECTION.matcher(text);
    String named = section.matches() ? Notation.type(section.group(1)) : Notation.type(text.replaceAll("[:：]$", ""));
    if (!known(named)) return false;
    if (keys) answered = sections.stream().filter(one -> one.type().equals(named)).findFirst().orElse(null);
    else {
      type = named;
      sections.add(new Section(named, new ArrayList<>(), new ArrayList<>()));
      question = null;
    }
    return true;
  }

  private static boolean known(String name) {
    for (ItemType one : ItemType.values()) if (one.name().equals(name)) return true;
    return false;
  }

  private boolean asked(WordLines.Line line) {
    Matcher sub = SUB_QUESTION.matcher(line.text());
    if (item != null && type.equals(ItemType.CASE.name()) && sub.matches()) {
      question = new Found(line.number(), errors);
      item.questions.add(question);
      stem(question, sub.group(2));
      return true;
    }
    Matcher number = QUESTION.matcher(line.text());
    if (!number.matches()) return false;
    item = new Found(line.number(), errors);
    question = item;
    items.add(item);
    if (sections.isEmpty()) sections.add(new Section("", new ArrayList<>(), new ArrayList<>()));
    Section section = sections.get(sections.size() - 1);
    section.items().add(item);
    section.numbers().add(Integer.parseInt(number.group(1)));
    if (!type.isEmpty()) item.put(Part.TYPE, type);
    stem(item, number.group(2));
    return true;
  }

  private void stem(Found of, String text) {
    of.put(Part.STEM, text);
    last = Part.STEM;
  }

  /** One option, or several in one line. */
  private boolean option(String text) {
    Matcher first = OPTION.matcher(text);
    if (question == null || !first.matches()) return false;
    char expected = (char) ('A' + question.options.size());
    if (Notation.plain(first.group(1)).charAt(0) != expected) return false;
    question.options.put(String.valueOf(expected), first.group(2).strip());
    last = Part.OPTIONS;
    return true;
  }

  private boolean note(String text) {
    if (question == null) return false;
    Matcher headed = HEADED.matcher(text.strip());
    String plain = headed.matches() ? headed.group(1) + "：" + headed.group(2) : text;
    // The facts of a CASE stand before its questions, so that those behind a question are the question's.
    if (!question.note(plain)) return false;
    last = Part.named(plain.strip().replaceAll("(?s)[：:].*", "").replaceAll("[【】\\[\\]\\s]", ""));
    return true;
  }

  /** A line that goes on with what stands before it. */
  private void more(WordLines.Line line) {
    if (question == null) {
      if (!items.isEmpty() || line.text().strip().length() > 60) errors.add(ImportReport.Error.of(line.number(), "stem", "exchange.stray", shortened(line.text())));
      return; // the title and what stands below it
    }
    String text = line.text().strip();
    switch (last) {
      case OPTIONS -> question.options.computeIfPresent(String.valueOf((char) ('A' + question.options.size() - 1)), (letter, before) -> before + "\n" + text);
      case STEM, RATIONALE, MATERIAL, KEY -> question.put(last, question.get(last) + "\n" + text);
      case BASIS, POINTS -> question.put(last, text);
      default -> question.wrong("stem", "exchange.stray", shortened(text));
    }
  }

  /** 1-5 ABCDA   6. AC   7、对, in sentences or in the cells of a table. */
  private void answers(WordLines.Line line) {
    String text = line.text();
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      int from = Integer.parseInt(range.group(1));
      String letters = Notation.plain(range.group(3)).replaceAll("\\s", "");
      for (int i = 0; i < letters.length() && from + i <= Integer.parseInt(range.group(2)); i++) answer(line, from + i, letters.substring(i, i + 1));
    }
    Matcher single = SINGLE.matcher(RANGE.matcher(text).replaceAll(" "));
    boolean any = single.find();
    for (boolean more = any; more; more = single.find()) answer(line, Integer.parseInt(single.group(1)), single.group(2));
    if (any || RANGE.matcher(text).find()) return;
    Matcher number = QUESTION.matcher(text);
    if (number.matches()) {
      Found found = find(Integer.parseInt(number.group(1)));
      if (found == null) errors.add(ImportReport.Error.of(line.number(), "key", "exchange.noQuestion", number.group(1)));
      else {
        question = found;
        if (!found.note(number.group(2))) found.put(Part.KEY, number.group(2).replaceFirst("^答案\\s*[:：]\\s*", ""));
      }
    } else if (!note(text)) errors.add(ImportReport.Error.of(line.number(), "key", "exchange.stray", shortened(text)));
  }

  private void answer(WordLines.Line line, int number, String key) {
    Found found = find(number);
    if (found == null) errors.add(ImportReport.Error.of(line.number(), "key", "exchange.noQuestion", String.valueOf(number)));
    else if (found.has(Part.KEY) && !right(found, found.get(Part.KEY)).equals(right(found, key))) found.wrong("key", "exchange.twoKeys", found.get(Part.KEY), key);
    else {
      found.put(Part.KEY, key);
      question = found;
    }
  }

  private Found find(int number) {
    for (Section section : answered == null ? sections : List.of(answered)) {
      int at = section.numbers().indexOf(number);
      if (at >= 0) return section.items().get(at);
    }
    return null;
  }

  private static ItemDraft finished(Found item) {
    settle(item);
    item.questions.forEach(WordItems::settle);
    return item.draft();
  }

  /** Options that stand in one line, and the answer that stands in the stem's brackets. */
  private static void settle(Found item) {
    Map<String, String> all = Notation.options(String.join("\n", item.options.entrySet().stream().map(one -> one.getKey() + ". " + one.getValue()).toList()));
    if (all.size() > item.options.size()) item.options.putAll(all);
    if (item.get(Part.TYPE).equals(ItemType.FILL.name()) || item.get(Part.TYPE).equals(ItemType.SHORT_TEXT.name())) return;
    Matcher brackets = BRACKETS.matcher(item.get(Part.STEM));
    String key = null;
    int from = 0;
    int to = 0;
    while (brackets.find()) {
      key = brackets.group(1);
      from = brackets.start();
      to = brackets.end();
    }
    if (key == null) return;
    if (item.has(Part.KEY) && !right(item, item.get(Part.KEY)).equals(right(item, key))) item.wrong("key", "exchange.twoKeys", item.get(Part.KEY), key);
    item.put(Part.KEY, key);
    item.put(Part.STEM, (item.get(Part.STEM).substring(0, from) + "（　）" + item.get(Part.STEM).substring(to)).strip());
  }

  /** As answers are compared: √ is 对, and A、C is AC. */
  private static List<String> right(Found item, String key) {
    return item.get(Part.TYPE).equals(ItemType.TRUE_FALSE.name()) ? List.of(Notation.trueFalse(key)) : Notation.letters(key);
  }

  private static String shortened(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
