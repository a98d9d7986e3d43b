package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import jakarta.json.bind.annotation.JsonbCreator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What an officer answered to one question 单题答案: letters as they were shown, or the words for each blank. An empty answer is
 * one that was taken back.
 */
public record Answer(List<String> choice, List<String> blanks) {
  private static final int LONGEST_BLANK = 100;

  @JsonbCreator
  public Answer {
    choice = choice == null ? null : choice.stream().map(one -> one == null ? "" : one).distinct().sorted().toList();
    blanks = blanks == null ? null : blanks.stream().map(one -> one == null ? "" : one).toList();
  }

  public static Answer read(String json) {
    return Json.read(json, Answer.class);
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
    return Json.write(this);
  }

  /** What is typed on different keyboards for the same word is the same: full and half width, capitals, spaces. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
