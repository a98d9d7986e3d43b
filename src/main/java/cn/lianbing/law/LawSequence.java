package cn.lianbing.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks whether the numbers of a text's articles follow each other: what is missing, out of order or there twice. */
final class LawSequence {
  private LawSequence() {}

  static void check(List<LawDraft.Article> articles, List<LawDraft.Remark> remarks) {
    Map<String, Integer> seen = new HashMap<>();
    ArticleNumber before = new ArticleNumber(0, 0);
    for (LawDraft.Article one : articles) {
      Integer first = seen.putIfAbsent(one.kind() + one.number().plain(), one.line());
      if (first != null) remarks.add(new LawDraft.Remark(one.line(), true, "twice", List.of(one.label(), first)));
      if (one.kind() != LawArticle.Kind.ARTICLE && one.kind() != LawArticle.Kind.POINT) continue;
      ArticleNumber number = one.number();
      if (first == null && number.compareTo(before) < 0) remarks.add(new LawDraft.Remark(one.line(), false, "order", List.of(one.label())));
      else if (number.number() > before.number() + 1) remarks.add(new LawDraft.Remark(one.line(), false, number.number() == before.number() + 2 ? "gapOne" : "gap", List.of(before.number() + 1, number.number() - 1)));
      else if (number.sub() > 0 && (number.number() != before.number() || number.sub() != before.sub() + 1)) remarks.add(new LawDraft.Remark(one.line(), false, "order", List.of(one.label())));
      if (number.compareTo(before) > 0) before = number;
    }
  }
}
