package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * The article that decides an answer.
 *
 * @param sub   第十条之一: 1; null for an article of the first numbering, so that what was stored before there was one stays the same
 * @param quote the shortest phrase of the article that decides it
 */
public record Basis(String law, String version, int article, Integer sub, String quote) implements Serializable {
  @JsonbCreator
  public Basis {
    sub = sub == null || sub == 0 ? null : sub;
  }

  public Basis(String law, String version, int article, String quote) {
    this(law, version, article, null, quote);
  }

  Basis(String law, String version, ArticleNumber number, String quote) {
    this(law, version, number.number(), number.sub(), quote);
  }

  public ArticleNumber number() {
    return new ArticleNumber(article, sub == null ? 0 : sub);
  }

  /** As addresses have it: 36, 36-1. */
  public String plain() {
    return number().plain();
  }

  /** As the law prints it: 行政处罚法第三十六条. */
  public String citation() {
    return law + number().label();
  }
}
