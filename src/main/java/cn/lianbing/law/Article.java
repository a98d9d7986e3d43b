package cn.lianbing.law;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * An article 条 to read.
 *
 * @param sub       第十条之一: 1
 * @param label     as printed
 * @param part      the headings above it, outermost first, a line each
 * @param text      a line each paragraph 款 and item 项
 * @param validFrom null: as the version
 */
public record Article(long id, LawArticle.Kind kind, int number, int sub, String label, String part, String text, LocalDate validFrom, LocalDate validTo) implements Serializable {
  public ArticleNumber articleNumber() {
    return new ArticleNumber(number, sub);
  }

  /** As addresses have it: 36, 36-1. */
  public String plain() {
    return articleNumber().plain();
  }

  public List<String> headings() {
    return part.isEmpty() ? List.of() : List.of(part.split("\n"));
  }

  /** Its paragraphs 款, items 项 and rows of tables in their order. */
  public List<ArticleText.Line> lines() {
    return ArticleText.lines(text);
  }

  public boolean lapsed(LocalDate day) {
    return validTo != null && validTo.isBefore(day);
  }

  /** Whether the phrase stands in it word for word; white space does not count. */
  public boolean says(String phrase) {
    return ArticleText.squeezed(text).contains(ArticleText.squeezed(phrase));
  }
}
