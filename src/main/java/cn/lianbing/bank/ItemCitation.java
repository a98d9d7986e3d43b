package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import cn.lianbing.law.LawVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A {@link Basis} as a row of its own, so that whoever changes a law finds what rests on it, with what the last quote check found. */
@Entity
@Table(name = "item_citation")
public class ItemCitation {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_version_id") private Long itemVersionId;
  private int position;
  private String law;
  @Column(name = "law_name") private String lawName;
  @Column(name = "law_version_id") private Long lawVersionId;
  private int article;
  private int sub;
  private String quote;
  @Enumerated(EnumType.STRING) private QuoteCheck.Result result;
  @Column(name = "checked_at") private Instant checkedAt;

  protected ItemCitation() {}

  ItemCitation(ItemVersion version, int position, Basis basis, LawVersion law, QuoteCheck.Result result, Instant now) {
    this.itemVersionId = version.id();
    this.position = position;
    this.law = basis.law();
    this.lawName = basis.version();
    this.lawVersionId = law == null ? null : law.id();
    this.article = basis.number().number();
    this.sub = basis.number().sub();
    this.quote = basis.quote() == null ? "" : basis.quote();
    checked(result, now);
  }

  void of(LawVersion version) {
    lawVersionId = version.id();
  }

  void checked(QuoteCheck.Result found, Instant now) {
    result = found;
    checkedAt = now;
  }

  Basis basis() {
    return new Basis(law, lawName, new ArticleNumber(article, sub), quote);
  }

  public Long itemVersionId() {
    return itemVersionId;
  }

  public Long lawVersionId() {
    return lawVersionId;
  }

  QuoteCheck.Result result() {
    return result;
  }

  Instant checkedAt() {
    return checkedAt;
  }
}
