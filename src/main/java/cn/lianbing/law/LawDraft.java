package cn.lianbing.law;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader found in a text.
 *
 * @param title    as printed
 * @param note     what stands between title and first article
 * @param promulgated the last date there, null where there is none
 * @param inForce  the day that the text itself names, null where it names none
 */
public record LawDraft(String title, String source, String note, String documentNumber, LocalDate promulgated, LocalDate inForce, List<Article> articles, List<Remark> remarks) implements Serializable {
  /** @param line where it begins in the file, from 1 */
  public record Article(int line, LawArticle.Kind kind, ArticleNumber number, String label, List<String> part, String text) implements Serializable {}

  /**
   * What a person should look at.
   *
   * @param error nothing is stored while there is one
   * @param code  behind {@code law.remark.}, the key of the sentence
   */
  public record Remark(int line, boolean error, String code, List<Object> arguments) implements Serializable {}

  /** A heading and the articles directly under it. */
  public record Chapter(String name, int depth, int articles, String first, String last) implements Serializable {}

  public boolean clean() {
    return remarks.stream().noneMatch(Remark::error);
  }

  /** The headings in their order. */
  public List<Chapter> chapters() {
    Map<List<String>, List<Article>> under = new LinkedHashMap<>();
    for (Article one : articles) {
      for (int depth = 1; depth < one.part().size(); depth++) under.computeIfAbsent(one.part().subList(0, depth), key -> new ArrayList<>());
      if (!one.part().isEmpty()) under.computeIfAbsent(one.part(), key -> new ArrayList<>()).add(one);
    }
    return under.entrySet().stream().map(one -> new Chapter(one.getKey().get(one.getKey().size() - 1), one.getKey().size(), one.getValue().size(), one.getValue().isEmpty() ? "" : one.getValue().get(0).label(), one.getValue().isEmpty() ? "" : one.getValue().get(one.getValue().size() - 1).label())).toList();
  }
}
