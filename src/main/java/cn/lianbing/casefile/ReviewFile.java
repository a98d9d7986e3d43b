package cn.lianbing.casefile;

import cn.lianbing.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;

/** A case file 案卷 that was taken for review, and what was found in it. */
@Entity
@Table(name = "review_file")
public class ReviewFile {
  public enum Kind { PENALTY, LICENCE, COERCION, INSPECTION, OTHER }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "batch_id") private long batchId;
  @Column(name = "unit_id") private long unitId;
  @Column(name = "case_number") private String caseNumber;
  private String title;
  @Enumerated(EnumType.STRING) private Kind kind;
  private String findings;
  private Integer score;
  @Column(name = "reviewed_on") private LocalDate reviewedOn;
  @Column(name = "reviewer_id") private Long reviewerId;
  @Version private int version;

  protected ReviewFile() {}

  ReviewFile(long batchId, long unitId, String caseNumber, String title, Kind kind) {
    this.batchId = batchId;
    this.unitId = unitId;
    this.caseNumber = caseNumber;
    this.title = title;
    this.kind = kind;
  }

  void judge(List<ChecklistItem> items, List<Finding> found, LocalDate today, Long accountId) {
    findings = Json.write(found);
    score = Finding.score(items, found);
    reviewedOn = today;
    reviewerId = accountId;
  }

  public Long id() {
    return id;
  }

  public long batchId() {
    return batchId;
  }

  public long unitId() {
    return unitId;
  }

  public String caseNumber() {
    return caseNumber;
  }

  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  /** Empty while nobody has reviewed it. */
  public List<Finding> findings() {
    return findings == null ? List.of() : Json.list(findings, Finding[].class);
  }

  /** In tenths of 100; null while nobody has reviewed it. */
  public Integer score() {
    return score;
  }

  public LocalDate reviewedOn() {
    return reviewedOn;
  }

  public int version() {
    return version;
  }
}
