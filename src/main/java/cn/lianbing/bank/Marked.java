package cn.lianbing.bank;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is marked in the words of an item: pictures, {@code ![what it shows](image:ID)}, and tables as Markdown has them. Nothing
 * else is markup, so that ____, * and 1. stay what they are in a stem. It becomes {@link Block}s and never HTML: whoever shows
 * them makes the elements himself, and there is nothing that a script could hide in. A picture without words is nothing to those
 * who do not see it.
 */
public final class Marked {
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]\\n]*)\\]\\(image:([^)\\s]*)\\)");
  private static final Pattern RULE = Pattern.compile("\\s*\\|(\\s*:?-{2,}:?\\s*\\|)+\\s*");
  private static final int LONGEST = 200;

  private Marked() {}

  /** A piece of a text: words, a table by rows of cells, its head first, or a picture with what it shows. */
  public record Block(String text, List<List<String>> table, Long image, String alt) implements Serializable {}

  /** Whether there is anything but words in it. */
  public static boolean rich(String text) {
    return text != null && (text.contains("](image:") || text.contains("|") && text.contains("--"));
  }

  /** In their order; of a text without markup one block of words. */
  public static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    if (text == null) return blocks;
    List<String> lines = text.lines().toList();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (!table(lines, i)) {
        words.append(words.length() == 0 ? "" : "\n").append(lines.get(i));
        continue;
      }
      words(words, blocks);
      List<List<String>> rows = new ArrayList<>(List.of(cells(lines.get(i++))));
      while (i + 1 < lines.size() && lines.get(i + 1).strip().startsWith("|")) rows.add(cells(lines.get(++i)));
      blocks.add(new Block(null, level(rows), null, null));
    }
    words(words, blocks);
    return blocks;
  }

  private static boolean table(List<String> lines, int at) {
    return lines.get(at).strip().startsWith("|") && at + 1 < lines.size() && RULE.matcher(lines.get(at + 1)).matches();
  }

  private static List<String> cells(String line) {
    String inner = line.strip().substring(1);
    if (inner.endsWith("|") && !inner.endsWith("\\|")) inner = inner.substring(0, inner.length() - 1);
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) cells.add(cell.strip().replace("\\|", "|"));
    return cells;
  }

  /** All rows as wide as the head. */
  private static List<List<String>> level(List<List<String>> rows) {
    int width = rows.get(0).size();
    return rows.stream().map(row -> {
      List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
      while (cells.size() < width) cells.add("");
      return List.copyOf(cells);
    }).toList();
  }

  private static void words(StringBuilder words, List<Block> blocks) {
    String text = words.toString();
    words.setLength(0);
    int from = 0;
    for (Matcher image = IMAGE.matcher(text); image.find();) {
      if (!image.group(2).matches("\\d{1,18}")) continue;
      if (image.start() > from) blocks.add(new Block(text.substring(from, image.start()), null, null, null));
      blocks.add(new Block(null, null, Long.valueOf(image.group(2)), image.group(1)));
      from = image.end();
    }
    if (from < text.length()) blocks.add(new Block(text.substring(from), null, null, null));
  }

  /** The ids of the pictures in a text, in their order. */
  public static Set<Long> images(String text) {
    Set<Long> ids = new LinkedHashSet<>();
    if (text == null || !text.contains("](image:")) return ids;
    for (Matcher image = IMAGE.matcher(text); image.find();) if (image.group(2).matches("\\d{1,18}")) ids.add(Long.valueOf(image.group(2)));
    return ids;
  }

  static void check(String field, String text, DraftQuestion.Faults faults) {
    if (!text.contains("](image:")) return;
    for (Matcher image = IMAGE.matcher(text); image.find();) {
      if (!image.group(2).matches("\\d{1,18}")) faults.add(field, "item.image", image.group(2));
      else if (image.group(1).isBlank() || image.group(1).length() > LONGEST) faults.add(field, "item.imageAlt", LONGEST);
    }
  }
}
