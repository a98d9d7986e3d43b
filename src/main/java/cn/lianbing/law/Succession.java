package cn.lianbing.law;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where an article of one text is found in another one. Of a text of which only quoted phrases are known, where all of them stand. */
public final class Succession {
  /** @param fresh null where the newer text has none like it */
  public record Match(Article old, Article fresh, boolean sameText) {}

  private final Map<ArticleNumber, Match> matches = new HashMap<>();

  /** @param full whether the older text is whole, or only what items quote of it */
  public Succession(List<Article> old, boolean full, List<Article> fresh) {
    if (full) for (Comparison.Pair pair : Comparison.of(old, fresh)) keep(pair.old(), pair.fresh(), pair.percent() == 100);
    else for (Article one : old) keep(one, fresh.stream().filter(other -> one.text().lines().allMatch(other::says)).min(Comparator.comparing(other -> !other.articleNumber().equals(one.articleNumber()))).orElse(null), false);
  }

  private void keep(Article old, Article fresh, boolean sameText) {
    if (old != null && (old.kind() == LawArticle.Kind.ARTICLE || old.kind() == LawArticle.Kind.POINT)) matches.put(old.articleNumber(), new Match(old, fresh, sameText));
  }

  /** Never null; without both articles where the older text does not have it. */
  public Match of(ArticleNumber number) {
    return matches.getOrDefault(number, new Match(null, null, false));
  }
}
