package cn.lianbing.paper;

import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a pool keeps of an item so that a seed alone can lay it on a paper: the letters of its options, behind them the numbers of
 * a left column; {@code !} where they are not shuffled; for a CASE that of each question with its marks,
 * {@code ABCD=20/AB!=10/=35}.
 */
final class Places {
  private static final String FIXED = "!";

  private Places() {}

  static String of(ItemContent content) {
    if (content.type() == ItemType.CASE) return content.parts().stream().map(part -> letters(part) + (part.type() == ItemType.TRUE_FALSE ? FIXED : "") + "=" + part.marks()).collect(Collectors.joining("/"));
    return letters(content.asked(0));
  }

  private static String letters(ItemPart asked) {
    if (asked.type() == ItemType.TRUE_FALSE) return "AB";
    return keys(asked.options()) + keys(asked.left());
  }

  private static String keys(List<Option> options) {
    return options.stream().map(Option::key).collect(Collectors.joining());
  }

  /** An item's places in the order of its questions, their options shuffled. @param kept as {@link #of} wrote it */
  static List<Question> shuffled(Line line, long version, String kept, Random random) {
    if (line.type() != ItemType.CASE) return List.of(new Question(0, version, line.type() == ItemType.TRUE_FALSE ? kept : order(kept, random), line.marks()));
    List<Question> places = new ArrayList<>();
    for (String part : kept.split("/")) {
      String letters = part.substring(0, part.indexOf('='));
      String shown = letters.endsWith(FIXED) ? letters.substring(0, letters.length() - 1) : order(letters, random);
      places.add(new Question(0, version, places.size() + 1, shown, Integer.parseInt(part.substring(part.indexOf('=') + 1))));
    }
    return places;
  }

  /** Letters among letters, numbers among numbers. */
  private static String order(String keys, Random random) {
    if (keys.isEmpty()) return keys;
    List<String> letters = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String one : keys.split("")) (Character.isDigit(one.charAt(0)) ? numbers : letters).add(one);
    Collections.shuffle(letters, random);
    Collections.shuffle(numbers, random);
    return String.join("", letters) + String.join("", numbers);
  }
}
