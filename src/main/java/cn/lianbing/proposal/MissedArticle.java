package cn.lianbing.proposal;

import cn.lianbing.bank.Basis;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * An article whose questions were missed.
 *
 * @param missed  answers without the full mark; null, as is {@code answers}, where fewer than five officers stand behind it
 */
public record MissedArticle(String law, String version, int article, Integer missed, Integer answers) implements Serializable {
  @JsonbCreator
  public MissedArticle {}

  /** As the law prints it: 行政处罚法第三十六条. */
  public String citation() {
    return new Basis(law, version, article, null).citation();
  }
}
