package cn.lianbing.law;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An article 条 of a text. Of an imported text it never changes but in its days; of quoted phrases it grows with them. */
@Entity
@Table(name = "law_article")
public class LawArticle {
  /** PREAMBLE 序言, ARTICLE 第三条, POINT （三） of a document without articles, ANNEX 附件. */
  public enum Kind { PREAMBLE, ARTICLE, POINT, ANNEX }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "law_text_id") private Long lawTextId;
  @Enumerated(EnumType.STRING) private Kind kind;
  private int number;
  private int sub;
  private String label;
  private int position;
  private String part;
  private String text;
  @Column(name = "text_hash") private byte[] textHash;
  @Column(name = "valid_from") private LocalDate validFrom;
  @Column(name = "valid_to") private LocalDate validTo;

  protected LawArticle() {}

  LawArticle(LawText of, int position, LawDraft.Article draft) {
    this.lawTextId = of.id();
    this.kind = draft.kind();
    this.number = draft.number().number();
    this.sub = draft.number().sub();
    this.label = draft.label();
    this.position = position;
    this.part = String.join("\n", draft.part());
    says(draft.text());
  }

  void says(String newText) {
    text = newText;
    textHash = ArticleText.hash(newText);
  }

  void valid(LocalDate from, LocalDate to) {
    validFrom = from;
    validTo = to;
  }

  public Long id() {
    return id;
  }

  public Long lawTextId() {
    return lawTextId;
  }

  public String label() {
    return label;
  }

  /** As others may keep it. */
  public Article article() {
    return new Article(id, kind, number, sub, label, part, text, validFrom, validTo);
  }
}
