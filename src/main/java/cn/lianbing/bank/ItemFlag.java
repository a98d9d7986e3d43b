package cn.lianbing.bank;

import cn.lianbing.law.ArticleNumber;
import cn.lianbing.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An item whose article has moved. While it is OPEN or waits TO_CHANGE, no new paper has the item. A person keeps it, with a new
 * citation, has it changed, or retires it; a new wording settles it too. Rows are written by {@link ItemFlagging}, once each.
 */
@Entity
@Table(name = "item_flag")
public class ItemFlag {
  /** LAPSED: the version; ARTICLE_LAPSED: the article alone; CHANGED: the version's text was corrected; QUOTE: what is quoted does not stand there. */
  public enum Cause { LAPSED, ARTICLE_LAPSED, CHANGED, QUOTE }

  public enum State {
    OPEN, TO_CHANGE, KEPT, CHANGED, RETIRED;

    public boolean waits() {
      return this == OPEN || this == TO_CHANGE;
    }
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_id") private Long itemId;
  @Column(name = "item_version_id") private Long itemVersionId;
  @Enumerated(EnumType.STRING) private Cause cause;
  @Column(name = "law_version_id") private Long lawVersionId;
  private int article;
  private int sub;
  private String quote;
  @Column(name = "successor_id") private Long successorId;
  @Column(name = "old_article_id") private Long oldArticleId;
  @Column(name = "new_article_id") private Long newArticleId;
  @Column(name = "same_text") private boolean sameText;
  @Column(name = "quote_stands") private Boolean quoteStands;
  private LocalDate since;
  @Column(name = "found_at") private Instant foundAt;
  @Enumerated(EnumType.STRING) private State state;
  private String reason;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_by_name") private String decidedByName;
  @Column(name = "decided_at") private Instant decidedAt;
  @Version private int version;

  protected ItemFlag() {}

  void decide(State decision, String why, Caller who, Instant now) {
    state = decision;
    reason = why;
    decidedBy = who.accountId();
    decidedByName = who.name();
    decidedAt = now;
  }

  /** The library knows more by now. */
  void found(Long successor, Long oldArticle, Long newArticle, boolean same, Boolean stands) {
    successorId = successor;
    oldArticleId = oldArticle;
    newArticleId = newArticle;
    sameText = same;
    quoteStands = stands;
  }

  /** The item can stay as it is: what it quotes is still law, in the article that would be cited. */
  public boolean keepable() {
    return Boolean.TRUE.equals(quoteStands) && (cause == Cause.CHANGED || cause == Cause.LAPSED && successorId != null);
  }

  public Long id() {
    return id;
  }

  public Long itemId() {
    return itemId;
  }

  public Long itemVersionId() {
    return itemVersionId;
  }

  public Cause cause() {
    return cause;
  }

  public Long lawVersionId() {
    return lawVersionId;
  }

  public ArticleNumber number() {
    return new ArticleNumber(article, sub);
  }

  public String quote() {
    return quote;
  }

  public Long successorId() {
    return successorId;
  }

  public Long oldArticleId() {
    return oldArticleId;
  }

  public Long newArticleId() {
    return newArticleId;
  }

  public boolean sameText() {
    return sameText;
  }

  public Boolean quoteStands() {
    return quoteStands;
  }

  public LocalDate since() {
    return since;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public String decidedByName() {
    return decidedByName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
