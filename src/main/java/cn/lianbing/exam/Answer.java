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
 * What an officer answered to one question 单题答案: letters as they were shown, or the words for each blank. An empty answer is
 * one that was taken back.
 */
public record Answer(List<String> choice, List<String> blanks) {
  private static final int LONGEST_BLANK = 100;
  private static final String CHOICE = "{\"choice\":[";
  private static final String[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");

  @JsonbCreator
  public Answer {
    choice = choice == null ? null : choice.stream().map(one -> one == null ? "" : one).distinct().sorted().toList();
    blanks = blanks == null ? null : blanks.stream().map(one -> one == null ? "" : one).toList();
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
    return (choice == null || choice.isEmpty()) && (blanks == null || blanks.stream().allMatch(String::isBlank));
  }

  /**
   * @param options how many options were shown
   * @param gaps    how many blanks there are
   * @throws Refused {@code unknown-option} when it does not fit the question
   */
  void check(ItemType type, int options, int gaps) {
    boolean fits = type.choice()
        ? blanks == null && choice != null && choice.size() <= (type == ItemType.MULTIPLE ? options : 1) && choice.stream().allMatch(one -> one.length() == 1 && one.charAt(0) >= 'A' && one.charAt(0) < 'A' + options)
        : choice == null && blanks != null && (blanks.isEmpty() || blanks.size() == gaps) && blanks.stream().allMatch(one -> one.length() <= LONGEST_BLANK);
    if (!fits) throw new Refused("unknown-option");
  }

  String json() {
    if (blanks != null || choice == null || choice.stream().anyMatch(one -> one.length() != 1 || !capital(one.charAt(0)))) return Json.write(this);
    return choice.isEmpty() ? CHOICE + "]}" : CHOICE + '"' + String.join("\",\"", choice) + "\"]}";
  }

  /** What is typed on different keyboards for the same word is the same: full and half width, capitals, spaces. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
