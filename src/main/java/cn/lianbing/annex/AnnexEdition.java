package cn.lianbing.annex;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A frozen edition. It has no verb that changes it, and its hash shows where the table was changed in another way. */
@Entity
@Table(name = "annex_edition")
public class AnnexEdition {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "from_day") private LocalDate from;
  @Column(name = "to_day") private LocalDate to;
  private int number;
  private String content;
  private String sha256;
  private String note;
  @Column(name = "account_id") private Long accountId;
  @Column(name = "frozen_by") private String frozenBy;
  @Column(name = "frozen_at") private Instant frozenAt;

  protected AnnexEdition() {}

  AnnexEdition(Content content, int number, String note, Long accountId, String frozenBy, Instant now) {
    from = content.period().from();
    to = content.period().to();
    this.number = number;
    this.content = content.canonical();
    sha256 = Content.hash(this.content);
    this.note = note;
    this.accountId = accountId;
    this.frozenBy = frozenBy;
    frozenAt = now;
  }

  public Long id() {
    return id;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  public int number() {
    return number;
  }

  public String canonical() {
    return content;
  }

  public String sha256() {
    return sha256;
  }

  public String note() {
    return note;
  }

  public String frozenBy() {
    return frozenBy;
  }

  public Instant frozenAt() {
    return frozenAt;
  }

  /** Whether the content is what was frozen. */
  public boolean intact() {
    return Content.hash(content).equals(sha256);
  }
}
