package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How marks are given 评分规则, in sentences: the same before the exam and on its paper. */
public final class MarkingRules {
  private MarkingRules() {}

  /** @param marks tenths, for each question */
  public record Section(ItemType type, int count, int marks) {}

  /** Questions of one type and worth are one section. */
  static List<Section> merged(List<Section> parts) {
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Section part : parts) sections.merge(part.type() + "/" + part.marks(), part, (one, more) -> new Section(one.type(), one.count() + more.count(), one.marks()));
    return List.copyOf(sections.values());
  }

  /** How many of what, how multiple choice counts, what passes. */
  static List<String> of(Exam exam, List<Section> sections, Texts texts) {
    return of(exam.multipleRule(), exam.maxMark(), exam.passMark(), sections, texts);
  }

  public static List<String> of(MultipleRule multiple, int maxMark, int passMark, List<Section> sections, Texts texts) {
    List<String> rules = new ArrayList<>();
    for (Section section : sections) rules.add(texts.of("exam.rule.section", texts.get("exam.type." + section.type()), section.count(), Marks.text(section.marks())));
    // The questions of a case are of any type.
    if (has(sections, ItemType.MULTIPLE) || has(sections, ItemType.CASE)) rules.add(texts.get("exam.rule.multiple." + multiple));
    if (has(sections, ItemType.FILL)) rules.add(texts.get("exam.rule.fill"));
    if (has(sections, ItemType.ORDER)) rules.add(texts.get("exam.rule.order"));
    if (has(sections, ItemType.MATCH)) rules.add(texts.get("exam.rule.match"));
    if (has(sections, ItemType.CASE)) rules.add(texts.get("exam.rule.case"));
    if (has(sections, ItemType.SHORT_TEXT) || has(sections, ItemType.CASE)) rules.add(texts.get("exam.rule.byHand"));
    rules.add(texts.of("exam.rule.pass", Marks.text(maxMark), Marks.text(passMark)));
    return rules;
  }

  private static boolean has(List<Section> sections, ItemType type) {
    return sections.stream().anyMatch(one -> one.type() == type);
  }
}
