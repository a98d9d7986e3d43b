package cn.lianbing.credit;

import cn.lianbing.people.Officer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** How many hours a year officers need in a bucket, from a day on, and what says so. Never changed: a later row takes its place. */
@Entity
@Table(name = "credit_need")
public class CreditNeed {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private Officer.Establishment establishment;
  @Enumerated(EnumType.STRING) private Bucket bucket;
  private int hundredths;
  private String law;
  @Column(name = "law_version") private String lawVersion;
  private String article;
  private boolean verified;
  private String note;
  @Column(name = "valid_from") private LocalDate validFrom;
  @Column(name = "created_by") private Long createdBy;
  @Column(name = "created_at") private Instant createdAt;

  protected CreditNeed() {}

  CreditNeed(CreditRules.NeedData data, Long by, Instant now) {
    establishment = data.establishment();
    bucket = data.bucket();
    hundredths = data.hundredths();
    law = data.law().strip();
    lawVersion = data.lawVersion();
    article = data.article();
    verified = data.verified();
    note = data.note();
    validFrom = data.validFrom();
    createdBy = by;
    createdAt = now;
  }

  CreditRules.Need row() {
    return new CreditRules.Need(id, establishment, bucket, hundredths, law, lawVersion, article, verified, note, validFrom);
  }
}
