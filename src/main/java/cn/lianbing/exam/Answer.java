package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import jakarta.json.bind.annotation.JsonbCreator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an officer answered to one question 单题答案; all but one of the parts are null. An empty answer is one that was taken back.
 *
 * @param choice letters as they were shown
 * @param blanks the words for each blank
 * @param order  for ORDER all letters as they were shown, in the order that was given them
 * @param pairs  for MATCH the letter for each entry of the left column as it was shown, empty where there is none
 * @param text   for SHORT_TEXT
 */
public record Answer(List<String> choice, List<String> blanks, List<String> order, List<String> pairs, String text) {
  private static final int LONGEST_BLANK = 100;
  private static final int LONGEST_TEXT = 2000;
  /** What the column takes. */
  private static final int LONGEST = 4000;
  private static final String CHOICE = "{\"choice\":[";
  private static final String[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

  @JsonbCreator
  public Answer {
    choice = choice == null ? null : choice.stream().map(one -> one == null ? "" : one).distinct().sorted().toList();
    blanks = filled(blanks);
    order = filled(order);
    pairs = filled(pairs);
  }

  public Answer(List<String> choice, List<String> blanks) {
    this(choice, blanks, null, null, null);
  }

  private static List<String> filled(List<String> words) {
    return words == null ? null : words.stream().map(one -> one == null ? "" : one).toList();
  }

  /** What {@link #json} wrote; letters, which nearly all are, without a parser. */
  public static Answer read(String json) {
    List<String> letters = letters(json);
    return letters != null ? new Answer(letters, null) : Json.read(json, Answer.class);
  }

  /** Null where the text is anything but letters: {@code {"choice":["A","C"]}}. */
  private static List<String> letters(String json) {
    if (!json.startsWith(CHOICE) || !json.endsWith("]}")) return null;
    int end = json.length() - 2;
    List<String> letters = new ArrayList<>(4);
    for (int at = CHOICE.length(); at < end; at += 4) {
      if (at + 3 > end || json.charAt(at) != '"' || json.charAt(at + 2) != '"' || !capital(json.charAt(at + 1)) || at + 3 < end && json.charAt(at + 3) != ',') return null;
      letters.add(LETTERS[json.charAt(at + 1) - 'A']);
    }
    return letters;
  }

  private static boolean capital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  public boolean empty() {
    return blank(choice) && blank(blanks) && blank(order) && blank(pairs) && (text == null || text.isBlank());
  }

  private static boolean blank(List<String> words) {
    return words == null || words.stream().allMatch(String::isBlank);
  }

  /** None of its kinds, or more than one at once. */
  private boolean unclear() {
    return (choice == null ? 0 : 1) + (blanks == null ? 0 : 1) + (order == null ? 0 : 1) + (pairs == null ? 0 : 1) + (text == null ? 0 : 1) != 1;
  }

  /**
   * @param options how many options were shown
   * @param gaps    how many blanks there are, or entries in the left column
   * @throws Refused {@code unknown-option} when it does not fit the question
   */
  public void check(ItemType type, int options, int gaps) {
    boolean fits = !unclear() && switch (type) {
      case SINGLE, MULTIPLE, TRUE_FALSE -> choice != null && choice.size() <= (type == ItemType.MULTIPLE ? options : 1) && choice.stream().allMatch(one -> letter(one, options));
      case FILL -> blanks != null && (blanks.isEmpty() || blanks.size() == gaps) && blanks.stream().allMatch(one -> one.length() <= LONGEST_BLANK);
      case ORDER -> order != null && (order.isEmpty() || order.size() == options && order.stream().distinct().count() == options && order.stream().allMatch(one -> letter(one, options)));
      case MATCH -> pairs != null && (pairs.isEmpty() || pairs.size() == gaps) && pairs.stream().allMatch(one -> one.isEmpty() || letter(one, options));
      case SHORT_TEXT -> text != null && text.length() <= LONGEST_TEXT && stored(text) <= LONGEST;
      case CASE -> false;
    };
    if (!fits) throw new Refused("unknown-option");
  }

  /** How long it is where it is kept, as JSON. */
  private static int stored(String text) {
    return text.length() + 20 + text.chars().map(c -> c == '"' || c == '\\' || c == '\n' ? 1 : c < ' ' ? 5 : 0).sum();
  }

  private static boolean letter(String one, int options) {
    return one.length() == 1 && one.charAt(0) >= 'A' && one.charAt(0) < 'A' + options;
  }

  public String json() {
    if (choice == null || blanks != null || order != null || pairs != null || text != null || choice.stream().anyMatch(one -> one.length() != 1 || !capital(one.charAt(0)))) return Json.write(this);
    return choice.isEmpty() ? CHOICE + "]}" : CHOICE + '"' + String.join("\",\"", choice) + "\"]}";
  }

  /** What is typed on different keyboards for the same word is the same: full and half width, capitals, spaces; and so are numbers in Chinese and Arabic digits. */
  static String plain(String typed) {
    return Numerals.plain(Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "").toLowerCase(Locale.ROOT));
  }
}
