package cn.lianbing.law;

import cn.lianbing.platform.Sha256;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an article's text is made of: paragraphs 款, each with its items 项, sub-items 目 and tables. */
public final class ArticleText {
  /** PARAGRAPH 款, ITEM （一）, SUB_ITEM 1., ROW of a table. */
  public enum Kind { PARAGRAPH, ITEM, SUB_ITEM, ROW }

  /**
   * @param paragraph which 款 it is or belongs to, from 1
   * @param label     （一）, 1.; empty for a paragraph
   * @param text      without the label
   */
  public record Line(Kind kind, int paragraph, String label, String text) implements Serializable {
    /** The cells of a table's row. */
    public List<String> cells() {
      return List.of(text.split("\\|", -1)).stream().map(String::strip).toList();
    }
  }

  private static final Pattern ITEM = Pattern.compile("[（(][" + ArticleNumber.NUMERALS + "]{1,4}[）)]");
  private static final Pattern SUB_ITEM = Pattern.compile("[（(]?\\d{1,2}[）).．、]|[①-⑳]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF\\u00AD*]+");

  private ArticleText() {}

  public static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int paragraph = 0;
    for (String line : text.split("\n")) {
      if (line.isBlank()) continue;
      var item = ITEM.matcher(line);
      var subItem = SUB_ITEM.matcher(line);
      if (line.startsWith("|")) lines.add(new Line(Kind.ROW, Math.max(1, paragraph), "", line.replaceAll("^\\||\\|$", "")));
      else if (item.lookingAt()) lines.add(new Line(Kind.ITEM, Math.max(1, paragraph), item.group(), line.substring(item.end()).strip()));
      else if (subItem.lookingAt()) lines.add(new Line(Kind.SUB_ITEM, Math.max(1, paragraph), subItem.group(), line.substring(subItem.end()).strip()));
      else lines.add(new Line(Kind.PARAGRAPH, ++paragraph, "", line));
    }
    return lines;
  }

  /** Without white space and Markdown's stars, as texts are compared and quotes looked for. */
  public static String squeezed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  static byte[] hash(String text) {
    return Sha256.of(squeezed(text));
  }
}
