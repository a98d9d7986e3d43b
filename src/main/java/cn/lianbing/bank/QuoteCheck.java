package cn.lianbing.bank;

import cn.lianbing.law.Article;
import cn.lianbing.law.LawArticle;
import cn.lianbing.law.LawVersion;
import cn.lianbing.law.Laws;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks whether what items quote stands word for word in the article that they name. Each text is read once. */
final class QuoteCheck {
  /** NO_TEXT: only quoted phrases of the version are known, so nothing can be said. */
  enum Result {
    STANDS, NOT_IN_ARTICLE, NO_ARTICLE, NO_QUOTE, NO_TEXT, NO_LAW;

    boolean wrong() {
      return this == NOT_IN_ARTICLE || this == NO_ARTICLE;
    }
  }

  private final Laws laws;
  private final Map<Long, Map<String, Article>> articles = new HashMap<>();

  QuoteCheck(Laws laws) {
    this.laws = laws;
  }

  /** @param law null where the library does not have it */
  Result check(Basis basis, LawVersion law) {
    if (law == null || law.id() == null) return law == null ? Result.NO_LAW : Result.NO_TEXT;
    Map<String, Article> known = articles.computeIfAbsent(law.id(), id -> laws.full(law) ? byNumber(laws.articles(id)) : Map.of());
    if (known.isEmpty()) return Result.NO_TEXT;
    Article article = known.get(basis.plain());
    if (article == null) return Result.NO_ARTICLE;
    if (basis.quote() == null || basis.quote().isBlank()) return Result.NO_QUOTE;
    return article.says(basis.quote()) ? Result.STANDS : Result.NOT_IN_ARTICLE;
  }

  private static Map<String, Article> byNumber(List<Article> all) {
    Map<String, Article> numbered = new HashMap<>();
    for (Article one : all) if (one.kind() == LawArticle.Kind.ARTICLE || one.kind() == LawArticle.Kind.POINT) numbered.putIfAbsent(one.plain(), one);
    return numbered;
  }
}
