package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an item here has and a format has no word for, in lines that a person reads and {@link Found#note} takes back: 办案环节：立案. */
final class Notes {
  static final Pattern LINE = Pattern.compile("\\s*[【\\[]?([\\p{IsHan}]{2,6})[】\\]]?\\s*[：:]\\s*(.+)", Pattern.DOTALL);
  private static final String MATERIAL = "【材料】\n";
  private static final String QUESTION = "\n【题目】\n";

  private Notes() {}

  /** The law that the item belongs to, its stage, field and difficulty. */
  static Map<Found.Part, String> facts(ItemContent content) {
    Map<Found.Part, String> facts = new LinkedHashMap<>();
    facts.put(Found.Part.LAW, content.law() + "（" + content.lawVersion() + "）");
    facts.put(Found.Part.STAGE, content.stage());
    facts.put(Found.Part.FIELD, content.field());
    facts.put(Found.Part.DIFFICULTY, String.valueOf(content.difficulty()));
    return facts;
  }

  static List<String> basis(List<Basis> articles) {
    return articles.stream().map(one -> line(Found.Part.BASIS, Citation.text(one))).toList();
  }

  static String line(Found.Part part, String value) {
    return part.word() + "：" + value;
  }

  /** For formats with one place for explanations. */
  static String feedback(ItemContent content) {
    return feedback(content.rationale(), content.basis());
  }

  static String feedback(String rationale, List<Basis> articles) {
    List<String> lines = new ArrayList<>(rationale.isEmpty() ? List.of() : List.of(rationale));
    lines.addAll(basis(articles));
    return String.join("\n", lines);
  }

  /** For formats with one place for all that is asked. */
  static String asked(ItemContent content) {
    return content.material() == null ? content.stem() : MATERIAL + content.material() + QUESTION + content.stem();
  }

  static void asked(Found item, String text) {
    int question = text.startsWith(MATERIAL) ? text.indexOf(QUESTION) : -1;
    if (question >= 0) item.put(Found.Part.MATERIAL, text.substring(MATERIAL.length(), question));
    item.put(Found.Part.STEM, question < 0 ? text : text.substring(question + QUESTION.length()));
  }

  /** As a person writes the answer: AC, 对, 十五/15;行政机关, C、A、B, 1-B；2-A; of what is marked by hand its points, a line each; nothing for a CASE. */
  static String key(ItemType type, AnswerKey key) {
    return switch (type) {
      case SINGLE, MULTIPLE -> String.join("", key.choice());
      case TRUE_FALSE -> key.choice().contains("A") ? "对" : "错";
      case FILL -> Notation.blanks(key.blanks());
      case ORDER -> String.join("、", key.choice());
      case MATCH -> IntStream.range(0, key.choice().size()).mapToObj(i -> i + 1 + "-" + key.choice().get(i)).collect(Collectors.joining("；"));
      case SHORT_TEXT -> String.join("\n", key.points().stream().map(Notation::point).toList());
      case CASE -> "";
    };
  }

  static String key(Items.Whole item) {
    return key(item.content().type(), item.key());
  }
}
