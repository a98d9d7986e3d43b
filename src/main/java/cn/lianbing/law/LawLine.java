package cn.lianbing.law;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a law text and what it can be taken for.
 *
 * @param no     from 1
 * @param text   without Markdown's signs and the space around it
 * @param marked a Markdown heading
 * @param bold   begins in Markdown's bold, as some texts print 第一条
 */
record LawLine(int no, String text, boolean marked, boolean bold) {
  private static final String N = "[" + ArticleNumber.NUMERALS + "]{1,9}";
  private static final Pattern ARTICLE = Pattern.compile("第\\s?(" + N + "|\\d{1,4})\\s?条(?:之(" + N + "|\\d{1,2}))?(?![之款项])");
  private static final Pattern HEADING = Pattern.compile("(第\\s?(?:" + N + "|\\d{1,3})\\s?(编|分编|章|节)(?:之" + N + ")?)(?:\\s+(.{1,60}))?");
  private static final Pattern TIGHT_HEADING = Pattern.compile("(第" + N + "(编|分编|章|节))(.{1,30})");
  private static final Pattern POINT = Pattern.compile("[（(](" + N + ")[）)]");
  private static final Pattern TOP = Pattern.compile("(" + N + ")、");
  private static final Pattern ANNEX = Pattern.compile("附(?:件|表|录|图)?\\s?(?:[0-9" + ArticleNumber.NUMERALS + "]{0,3})\\s?(?:[:：].{0,60}|\\s.{0,40})?");
  private static final Pattern END = Pattern.compile("[。；：，、？！;:,]");
  /** 第二章 公务员的条件、义务与权利 */
  private static final Pattern END_OF_HEADING = Pattern.compile("[。；：，？！;:,]");
  /** 第一条第二款规定的 and the like go on a sentence; they begin no article. */
  private static final String GOES_ON = "、，,和至或的规及所中与以到第等款项（(";

  static LawLine of(int no, String raw) {
    String text = raw.replaceAll("[\\u200B\\uFEFF\\u00AD]", "").replaceAll("[\\p{Z}\\t]", " ").strip();
    boolean marked = text.matches("#{1,6}\\s.*");
    if (marked) text = text.replaceFirst("#{1,6}\\s+", "");
    if (text.startsWith("> ")) text = text.substring(2);
    boolean bold = text.startsWith("**") && text.indexOf("**", 2) > 0;
    return new LawLine(no, text.replace("**", "").replaceAll(" {2,}", " ").strip(), marked, bold);
  }

  /** A beginning of an article. {@code sure} is false where no space parts its number from its text. */
  record Head(ArticleNumber number, String label, String rest, boolean sure) {}

  /** Null where it begins none. */
  Head article() {
    Matcher matcher = ARTICLE.matcher(text);
    if (!matcher.lookingAt()) return null;
    String rest = text.substring(matcher.end());
    boolean parted = bold || marked || rest.isEmpty() || rest.charAt(0) == ' ' || rest.charAt(0) == '【';
    if (!parted && GOES_ON.indexOf(rest.charAt(0)) >= 0) return null;
    int number = ArticleNumber.value(matcher.group(1));
    if (number < 1 || number > 9999) return null;
    ArticleNumber of = new ArticleNumber(number, matcher.group(2) == null ? 0 : ArticleNumber.value(matcher.group(2)));
    return new Head(of, of.label(), rest.strip(), parted);
  }

  /**
   * A heading.
   *
   * @param level 1 编, 2 分编, 3 章, 4 节
   */
  record Heading(int level, String name) {}

  /** Null where it is none. */
  Heading heading() {
    Matcher numbered = HEADING.matcher(text);
    if (numbered.matches() && (marked && text.indexOf('。') < 0 || !END_OF_HEADING.matcher(text).find())) return new Heading(level(numbered.group(2)), name(numbered.group(1), numbered.group(3)));
    Matcher tight = TIGHT_HEADING.matcher(text);
    if (tight.matches() && !END_OF_HEADING.matcher(text).find() && (marked || !tight.group(3).matches("[" + GOES_ON + "].*"))) return new Heading(level(tight.group(2)), name(tight.group(1), tight.group(3)));
    if (text.matches("[总附] ?则")) return new Heading(3, text.replace(" ", ""));
    if (marked && text.matches(N + "、.{1,40}")) return new Heading(3, text);
    return null;
  }

  private static int level(String kind) {
    return switch (kind) {
      case "编" -> 1;
      case "分编" -> 2;
      case "章" -> 3;
      default -> 4;
    };
  }

  /** 总 则 is printed wide and means 总则. */
  private static String name(String number, String words) {
    return number.replace(" ", "") + (words == null || words.isBlank() ? "" : " " + words.replaceAll("(?<=[\\u4E00-\\u9FFF]) (?=[\\u4E00-\\u9FFF])", "").strip());
  }

  /** The number of （三）…; 0 where it is none. */
  int point() {
    Matcher matcher = POINT.matcher(text);
    return matcher.lookingAt() ? ArticleNumber.value(matcher.group(1)) : 0;
  }

  /** The number of 三、…; 0 where it is none. */
  int top() {
    Matcher matcher = TOP.matcher(text);
    return matcher.lookingAt() ? ArticleNumber.value(matcher.group(1)) : 0;
  }

  String after(String end) {
    return text.substring(text.indexOf(end) + end.length()).strip();
  }

  boolean annex() {
    return text.length() <= 70 && text.startsWith("附") && ANNEX.matcher(text).matches() && !text.matches("附 ?则");
  }

  /** A few words without an end, as a heading is. */
  boolean fewWords() {
    return !text.isEmpty() && text.length() <= 20 && !END.matcher(text).find() && point() == 0 && !text.matches("\\d.*");
  }

  /** 二、全面推行行政执法公示制度 */
  boolean fewWordsAfterNumber() {
    return text.length() <= 60 && !text.matches(".*[。；：？！;:].*");
  }

  boolean empty() {
    return text.isEmpty() || text.matches("\\|?[\\s|:-]{3,}\\|?");
  }
}
