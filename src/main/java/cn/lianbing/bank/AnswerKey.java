package cn.lianbing.bank;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.List;

/**
 * The right answer 标准答案, versioned apart from the text. One list is filled, the others empty.
 *
 * @param choice the author's letters: of the right options in order, true is A, false is B; for ORDER in the right order; for
 *               MATCH the letter of each entry of the left column
 * @param blanks for each blank the variants that count as right
 * @param points for SHORT_TEXT what earns marks
 * @param parts  for CASE the key of each of its questions
 */
public record AnswerKey(List<String> choice, List<List<String>> blanks, List<Point> points, List<AnswerKey> parts) implements Serializable {
  @JsonbCreator
  public AnswerKey {
    choice = copy(choice);
    blanks = copy(blanks);
    points = copy(points);
    parts = copy(parts);
  }

  public AnswerKey(List<String> choice, List<List<String>> blanks) {
    this(choice, blanks, null, null);
  }

  /** A point of the mark scheme 得分点. @param marks tenths */
  public record Point(String text, int marks) implements Serializable {
    @JsonbCreator
    public Point {}
  }

  public static AnswerKey ofChoice(List<String> letters) {
    return new AnswerKey(letters.stream().sorted().toList(), null);
  }

  /** @param letters in the right order, or for each entry of the left column */
  public static AnswerKey inOrder(List<String> letters) {
    return new AnswerKey(letters, null);
  }

  public static AnswerKey ofBlanks(List<List<String>> variants) {
    return new AnswerKey(null, variants);
  }

  public static AnswerKey ofPoints(List<Point> points) {
    return new AnswerKey(null, null, points, null);
  }

  public static AnswerKey ofParts(List<AnswerKey> parts) {
    return new AnswerKey(null, null, null, parts);
  }

  /** Tenths, of all points together. */
  public int marks() {
    return points.stream().mapToInt(Point::marks).sum();
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
