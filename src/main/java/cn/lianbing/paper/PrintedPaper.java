package cn.lianbing.paper;

import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A paper in words, as it is printed: sections with their questions, and for each question its key. */
public record PrintedPaper(List<Section> sections) {
  /** Questions of one type in the paper's order. @param marks tenths, of all together; @param each tenths, null where they differ */
  public record Section(ItemType type, int marks, Integer each, List<Printed> questions) {}

  /**
   * @param options  in the order shown, lettered from A; empty for blanks, and for what is only right or wrong
   * @param key      letters as shown, or the accepted variants of each blank
   * @param citation the articles that decide it
   */
  public record Printed(int no, String material, String stem, List<String> options, List<String> key, List<String> citation, String rationale) {}

  static PrintedPaper of(List<Question> questions, Map<Long, Items.Keyed> items) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    while (from < questions.size()) {
      ItemType type = items.get(questions.get(from).itemVersionId()).version().content().type();
      int to = from;
      while (to < questions.size() && items.get(questions.get(to).itemVersionId()).version().content().type() == type) to++;
      List<Question> part = questions.subList(from, to);
      int marks = part.stream().mapToInt(Question::marks).sum();
      boolean same = part.stream().map(Question::marks).distinct().count() == 1;
      sections.add(new Section(type, marks, same ? part.get(0).marks() : null, part.stream().map(one -> printed(one, items.get(one.itemVersionId()))).toList()));
      from = to;
    }
    return new PrintedPaper(sections);
  }

  private static Printed printed(Question question, Items.Keyed item) {
    ItemContent content = item.version().content();
    List<String> options = new ArrayList<>();
    if (content.type() != ItemType.TRUE_FALSE) for (char letter : question.optionOrder().toCharArray()) options.add(content.options().stream().filter(one -> one.key().equals(String.valueOf(letter))).map(Option::text).findFirst().orElseThrow());
    List<String> key = content.type().choice() ? item.key().choice().stream().map(question::shown).sorted().toList() : item.key().blanks().stream().map(variants -> String.join(" / ", variants)).toList();
    return new Printed(question.no(), content.material(), content.stem(), options, key, content.basis().stream().map(Basis::citation).distinct().toList(), content.rationale());
  }
}
