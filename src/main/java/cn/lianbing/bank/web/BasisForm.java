package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemDraft;
import java.io.Serializable;

/** An article that decides an answer, as the form has it. Law and version left empty are the item's. */
public class BasisForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String law;
  private String version;
  private String article;
  private String quote;

  public BasisForm() {}

  public BasisForm(ItemDraft.DraftBasis basis) {
    law = basis.law();
    version = basis.version();
    article = basis.article();
    quote = basis.quote();
  }

  public ItemDraft.DraftBasis draft() {
    boolean own = !ItemForm.blank(law) && !ItemForm.blank(version);
    return new ItemDraft.DraftBasis(own ? law.strip() : null, own ? version.strip() : null, article == null ? null : article.strip(), quote);
  }

  public String getLaw() {
    return law;
  }

  public void setLaw(String law) {
    this.law = law;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getArticle() {
    return article;
  }

  public void setArticle(String article) {
    this.article = article;
  }

  public String getQuote() {
    return quote;
  }

  public void setQuote(String quote) {
    this.quote = quote;
  }
}
