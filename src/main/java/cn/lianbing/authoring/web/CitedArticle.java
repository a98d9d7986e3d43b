package cn.lianbing.authoring.web;

import cn.lianbing.law.Article;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.NotFound;
import java.io.Serializable;

/**
 * An article that is cited, as the library has it, beside what is quoted of it.
 *
 * @param article null: there is no such text
 * @param result  STANDS, MISSING, NO_ARTICLE, NO_TEXT (the library has no text of that version), NOTHING (nothing cited yet)
 */
public record CitedArticle(String label, Article article, String result, Long lawId) implements Serializable {
  static CitedArticle of(Laws laws, String law, String version, String number, String quote) {
    if (law == null || law.isBlank() || number == null || number.isBlank()) return new CitedArticle("", null, "NOTHING", null);
    try {
      Laws.Found found = laws.article(law, version, number.strip(), true);
      String label = law + found.label();
      if (!found.law().full()) return new CitedArticle(label, found.article(), "NO_TEXT", found.law().id());
      boolean quoted = quote != null && !quote.isBlank();
      return new CitedArticle(label, found.article(), !quoted ? "NO_QUOTE" : found.article().says(quote) ? "STANDS" : "MISSING", found.law().id());
    } catch (NotFound none) {
      return new CitedArticle(law + " " + number, null, "NO_ARTICLE", null);
    }
  }
}
