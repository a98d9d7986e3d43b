package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;

/**
 * The right answer 标准答案, versioned apart from the text. One part is filled, the other empty.
 *
 * @param choice the author's letters of the right options in order; true is A, false is B
 * @param blanks for each blank the variants that count as right
 */
public record AnswerKey(List<String> choice, List<List<String>> blanks) implements Serializable {
  @JsonbCreator
  public AnswerKey {
    choice = choice == null ? List.of() : List.copyOf(choice);
    blanks = blanks == null ? List.of() : List.copyOf(blanks);
  }

  public static AnswerKey ofChoice(List<String> letters) {
    return new AnswerKey(letters.stream().sorted().toList(), List.of());
  }

  public static AnswerKey ofBlanks(List<List<String>> variants) {
    return new AnswerKey(List.of(), variants);
  }
}
