package cn.lianbing.paper;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A paper in words, as it is printed: sections with their questions, and for each question its key. */
public record PrintedPaper(List<Section> sections) {
  /**
   * Items of one type in the paper's order.
   *
   * @param items how many; a CASE is one, with several questions
   * @param marks tenths, of all together
   * @param each  tenths for each item, null where they differ
   */
  public record Section(ItemType type, int items, int marks, Integer each, List<Printed> questions) {}

  /**
   * @param caseOf   how many questions share the material that stands before this one; 0 where it is none, or not the first of them
   * @param options  in the order shown, lettered from A; empty for what is written, and for what is only right or wrong
   * @param left     the left column of a MATCH in the order shown
   * @param key      letters as shown: the right ones, in their right order, or of each entry of the left column; or the accepted variants of each blank
   * @param points   of a mark scheme
   * @param citation the articles that decide it
   */
  public record Printed(int no, ItemType type, int marks, int caseOf, String material, String stem, List<String> options, List<String> left, List<String> key, List<AnswerKey.Point> points, List<String> citation, String rationale) {}

  static PrintedPaper of(List<Question> questions, Map<Long, Items.Keyed> items) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    while (from < questions.size()) {
      ItemType type = type(questions.get(from), items);
      int to = from;
      while (to < questions.size() && type(questions.get(to), items) == type) to++;
      sections.add(section(type, questions.subList(from, to), items));
      from = to;
    }
    return new PrintedPaper(sections);
  }

  private static ItemType type(Question question, Map<Long, Items.Keyed> items) {
    return items.get(question.itemVersionId()).version().content().type();
  }

  private static Section section(ItemType type, List<Question> part, Map<Long, Items.Keyed> items) {
    int marks = part.stream().mapToInt(Question::marks).sum();
    List<Integer> each = part.stream().filter(one -> one.part() <= 1).map(one -> one.part() == 0 ? one.marks() : items.get(one.itemVersionId()).version().content().marks()).toList();
    return new Section(type, each.size(), marks, each.stream().distinct().count() == 1 ? each.get(0) : null, part.stream().map(one -> printed(one, items.get(one.itemVersionId()))).toList());
  }

  private static Printed printed(Question question, Items.Keyed item) {
    ItemContent content = item.version().content();
    ItemPart asked = content.asked(question.part());
    AnswerKey key = question.part() == 0 ? item.key() : item.key().parts().get(question.part() - 1);
    List<String> options = asked.type() == ItemType.TRUE_FALSE ? List.of() : ordered(question.letters(), asked.options());
    String material = question.part() > 1 ? null : question.part() == 1 && !content.stem().isBlank() ? content.material() + "\n" + content.stem() : content.material();
    List<Basis> basis = asked.basis().isEmpty() ? content.basis() : asked.basis();
    return new Printed(question.no(), asked.type(), question.marks(), question.part() == 1 ? content.parts().size() : 0, material, asked.stem(), options, ordered(question.left(), asked.left()), shown(question, asked.type(), key), key.points(), basis.stream().map(Basis::citation).distinct().toList(), asked.rationale().isBlank() ? content.rationale() : asked.rationale());
  }

  private static List<String> ordered(String keys, List<Option> options) {
    return keys.chars().mapToObj(key -> options.stream().filter(one -> one.key().equals(String.valueOf((char) key))).map(Option::text).findFirst().orElseThrow()).toList();
  }

  private static List<String> shown(Question question, ItemType type, AnswerKey key) {
    return switch (type) {
      case SINGLE, MULTIPLE, TRUE_FALSE -> key.choice().stream().map(question::shown).sorted().toList();
      case ORDER -> key.choice().stream().map(question::shown).toList();
      case MATCH -> question.left().chars().mapToObj(number -> question.shown(key.choice().get(number - '1'))).toList();
      case FILL -> key.blanks().stream().map(variants -> String.join(" / ", variants)).toList();
      case SHORT_TEXT, CASE -> List.of();
    };
  }
}
