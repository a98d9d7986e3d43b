package cn.lianbing.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what the bank has back into what a file would say. */
final class DraftOf {
  private DraftOf() {}

  static ItemDraft item(String code, ItemContent content, AnswerKey key) {
    List<DraftPart> parts = new ArrayList<>();
    for (int i = 0; i < content.parts().size(); i++) {
      ItemPart part = content.parts().get(i);
      parts.add(new DraftPart(question(part, key.parts().get(i)), DraftQuestion.written(part.marks()), basis(part.basis()), part.rationale()));
    }
    return new ItemDraft(0, code, question(content.asked(0), key), content.material(), parts, basis(content.basis()), content.law(), content.lawVersion(), content.topic(), content.stage(), content.field(), String.valueOf(content.difficulty()), content.rationale());
  }

  private static DraftQuestion question(ItemPart asked, AnswerKey key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (asked.type() == ItemType.MATCH) for (int i = 0; i < key.choice().size(); i++) pairs.put(String.valueOf(i + 1), key.choice().get(i));
    List<String> letters = asked.type() == ItemType.TRUE_FALSE ? List.of(String.valueOf(key.choice().contains("A"))) : asked.type() == ItemType.MATCH ? List.of() : key.choice();
    List<DraftQuestion.Point> points = key.points().stream().map(one -> new DraftQuestion.Point(one.text(), DraftQuestion.written(one.marks()))).toList();
    return new DraftQuestion(asked.type().name(), asked.stem(), texts(asked.options()), letters, key.blanks(), texts(asked.left()), pairs, points);
  }

  private static Map<String, String> texts(List<Option> options) {
    Map<String, String> texts = new LinkedHashMap<>();
    options.forEach(one -> texts.put(one.key(), one.text()));
    return texts;
  }

  private static List<ItemDraft.DraftBasis> basis(List<Basis> basis) {
    return basis.stream().map(one -> new ItemDraft.DraftBasis(one.law(), one.version(), one.plain(), one.quote())).toList();
  }
}
