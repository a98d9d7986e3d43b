package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.Option;
import cn.lianbing.exchange.Found.Part;
import cn.lianbing.platform.ImportReport;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads GIFT, Moodle's text format. Questions are parted by blank lines; what the format cannot say stands in comments before each. */
final class GiftItems {
  private static final int MEGABYTES = 8;
  private static final int LONGEST = 100_000;
  private static final Pattern TITLE = Pattern.compile("^::((?:\\\\.|[^\\\\:]|:(?!:))*)::");
  private static final Pattern ANSWER = Pattern.compile("([=~])\\s*(?:%(-?\\d{1,3}(?:\\.\\d{1,5})?)%)?((?:\\\\.|[^\\\\=~#])*+)(?:#((?:\\\\.|[^\\\\=~])*+))?", Pattern.DOTALL);
  private static final Pattern PAIR = Pattern.compile("=((?:\\\\.|[^\\\\=~#])*?)->((?:\\\\.|[^\\\\=~#])*+)", Pattern.DOTALL);
  private final List<ImportReport.Error> errors = new ArrayList<>();
  private final List<ItemDraft> drafts = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private final List<String> comments = new ArrayList<>();
  private String topic = "";
  private int began;

  private GiftItems() {}

  /** Never fails: what cannot be read is an error of its line. */
  static ItemFile read(byte[] file) {
    GiftItems items = new GiftItems();
    if (file.length > MEGABYTES * 1024 * 1024) return one("file.size", MEGABYTES);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString().replace("\uFEFF", "");
      int number = 0;
      for (String line : (Iterable<String>) text.lines()::iterator) items.line(++number, line);
      items.end();
    } catch (CharacterCodingException e) {
      return one("file.utf8");
    }
    return new ItemFile(List.of(), items.drafts, items.errors);
  }

  private static ItemFile one(String code, Object... arguments) {
    return new ItemFile(List.of(), List.of(), List.of(ImportReport.Error.of(1, "file", code, arguments)));
  }

  private void line(int number, String line) {
    String stripped = line.strip();
    if (stripped.startsWith("//")) comments.add(stripped.substring(2).strip());
    else if (stripped.startsWith("$CATEGORY:")) {
      end();
      topic = stripped.substring("$CATEGORY:".length()).strip().replaceAll("^\\$(course|module|system)\\$/?(top/?)?|^top/", "");
    } else if (stripped.isEmpty()) end();
    else {
      if (block.isEmpty()) began = number;
      block.append(line).append('\n');
    }
  }

  private void end() {
    String text = block.toString().strip();
    block.setLength(0);
    if (text.isEmpty()) return;
    Found item = new Found(began, errors);
    for (String comment : comments) item.note(comment);
    comments.clear();
    if (!item.has(Part.TOPIC)) item.put(Part.TOPIC, topic);
    if (text.length() > LONGEST) item.wrong("file", "exchange.giftLong");
    else if (question(item, text)) drafts.add(item.draft());
  }

  private boolean question(Found item, String text) {
    Matcher title = TITLE.matcher(text);
    String rest = text;
    if (title.find()) {
      rest = text.substring(title.end());
      String code = plain(title.group(1));
      if (!item.has(Part.CODE) && code.matches("[A-Za-z0-9-]{3,40}")) item.put(Part.CODE, code);
    }
    int open = unescaped(rest, '{', 0);
    int close = open < 0 ? -1 : unescaped(rest, '}', open);
    if (close < 0) {
      item.wrong("stem", "exchange.giftAnswer");
      return false;
    }
    String before = rest.substring(0, open);
    String after = rest.substring(close + 1).strip();
    String answers = rest.substring(open + 1, close).strip();
    Matcher general = Pattern.compile("(?<!\\\\)####").matcher(answers);
    if (general.find()) {
      item.feedback(plain(answers.substring(general.end())));
      answers = answers.substring(0, general.start()).strip();
    }
    String format = before.strip().replaceAll("(?s)^\\[(html|plain|markdown|moodle)].*|.*", "$1");
    String stem = (before + (after.isEmpty() ? "" : ItemDraft.BLANK + after)).strip().replaceFirst("^\\[(html|plain|markdown|moodle)]", "");
    stem = plain(stem);
    Notes.asked(item, format.equals("html") ? Html.text(item, "stem", stem) : stem);
    return answers(item, answers, after.isEmpty());
  }

  private static boolean answers(Found item, String answers, boolean atTheEnd) {
    if (answers.matches("(?s)(T|TRUE|F|FALSE)(\\s*#.*)?")) {
      item.put(Part.TYPE, "TRUE_FALSE");
      item.right(List.of(answers.startsWith("T") ? "true" : "false"));
      if (answers.contains("#")) item.wrong("rationale", "exchange.feedback");
      return true;
    }
    if (answers.startsWith("#")) {
      item.wrong("type", "exchange.kind", "numerical");
      return false;
    }
    if (answers.isEmpty()) {
      item.put(Part.TYPE, "SHORT_TEXT");
      return true;
    }
    if (PAIR.matcher(answers).find()) return pairs(item, answers);
    Matcher matcher = ANSWER.matcher(answers);
    List<String> right = new ArrayList<>();
    List<String> variants = new ArrayList<>();
    int end = 0;
    boolean choice = false;
    while (matcher.find() && answers.substring(end, matcher.start()).isBlank()) {
      end = matcher.end();
      String letter = String.valueOf((char) ('A' + item.options.size()));
      String text = plain(matcher.group(3)).strip();
      item.options.put(letter, text);
      choice |= matcher.group(1).equals("~");
      variants.add(text);
      if (matcher.group(1).equals("=") ? matcher.group(2) == null || Double.parseDouble(matcher.group(2)) == 100 : matcher.group(2) != null && Double.parseDouble(matcher.group(2)) > 0) right.add(letter);
      if (matcher.group(4) != null && !matcher.group(4).isBlank()) item.wrong("rationale", "exchange.feedback");
    }
    if (!answers.substring(end).isBlank()) item.wrong("key", "exchange.giftRest", answers.substring(end).strip().lines().findFirst().orElse(""));
    if (choice) {
      item.right(right);
      if (!item.has(Part.TYPE)) item.put(Part.TYPE, right.size() > 1 ? "MULTIPLE" : "SINGLE");
    } else blank(item, variants, right.size() == variants.size(), atTheEnd);
    return true;
  }

  /** =警告 -> 申诫罚; an empty left side is an option that belongs to none. */
  private static boolean pairs(Found item, String answers) {
    List<Option> left = new ArrayList<>();
    List<String> key = new ArrayList<>();
    Matcher matcher = PAIR.matcher(answers);
    int end = 0;
    while (matcher.find() && answers.substring(end, matcher.start()).isBlank()) {
      end = matcher.end();
      String right = plain(matcher.group(2));
      String letter = item.options.entrySet().stream().filter(one -> one.getValue().equals(right)).map(Map.Entry::getKey).findFirst().orElse(String.valueOf((char) ('A' + item.options.size())));
      item.options.put(letter, right);
      if (plain(matcher.group(1)).isEmpty()) continue;
      left.add(new Option(String.valueOf(left.size() + 1), plain(matcher.group(1)).replaceAll("\\s*\n\\s*", " ")));
      key.add(left.size() + "-" + letter);
    }
    if (!answers.substring(end).isBlank()) item.wrong("key", "exchange.giftRest", answers.substring(end).strip().lines().findFirst().orElse(""));
    item.put(Part.TYPE, "MATCH");
    item.put(Part.LEFT, Notation.numbered(left));
    item.put(Part.KEY, String.join("；", key));
    return true;
  }

  private static void blank(Found item, List<String> variants, boolean whole, boolean atTheEnd) {
    item.options.clear();
    item.put(Part.TYPE, "FILL");
    if (!whole) item.wrong("key", "exchange.partly");
    if (!item.has(Part.KEY)) item.filled(List.of(variants));
    if (atTheEnd && !item.get(Part.STEM).contains(ItemDraft.BLANK)) item.put(Part.STEM, Notation.blanked(item.get(Part.STEM), 1).contains(ItemDraft.BLANK) ? item.get(Part.STEM) : item.get(Part.STEM) + ItemDraft.BLANK);
  }

  private static int unescaped(String text, char wanted, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') i++;
      else if (text.charAt(i) == wanted) return i;
    }
    return -1;
  }

  /** Without backslashes: \n is a new line, any other means what follows it. */
  private static String plain(String text) {
    return Pattern.compile("\\\\(.)|\\s*\\n\\s*", Pattern.DOTALL).matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? " " : found.group(1).equals("n") ? "\n" : found.group(1))).strip();
  }
}
