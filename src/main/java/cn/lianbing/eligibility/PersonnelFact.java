package cn.lianbing.eligibility;

import cn.lianbing.platform.Refused;
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

/** Something about a person that a criterion asks for, true for a time and known for a time. It is never changed: a mistake is superseded, with or without another in its place. */
@Entity
@Table(name = "personnel_fact")
public class PersonnelFact {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "officer_id") private Long officerId;
  @Enumerated(EnumType.STRING) private FactKind kind;
  private String value;
  private String about;
  @Column(name = "document_number") private String documentNumber;
  private String issuer;
  private String note;
  @Column(name = "valid_from") private LocalDate validFrom;
  @Column(name = "valid_to") private LocalDate validTo;
  @Column(name = "corrects_id") private Long correctsId;
  @Column(name = "recorded_by") private Long recordedBy;
  @Column(name = "recorded_by_name") private String recordedByName;
  @Column(name = "recorded_at") private Instant recordedAt;
  @Column(name = "superseded_by") private Long supersededBy;
  @Column(name = "superseded_at") private Instant supersededAt;
  @Column(name = "superseded_reason") private String supersededReason;
  @Version private int version;

  protected PersonnelFact() {}

  PersonnelFact(long officerId, PersonnelFacts.FactData data, String about, Long correctsId, Long by, String byName, Instant now) {
    this.officerId = officerId;
    this.kind = data.kind();
    this.value = data.value();
    this.about = about;
    this.documentNumber = data.documentNumber();
    this.issuer = data.issuer();
    this.note = data.note();
    this.validFrom = data.from();
    this.validTo = data.to();
    this.correctsId = correctsId;
    this.recordedBy = by;
    this.recordedByName = byName;
    this.recordedAt = now;
  }

  /** @throws Refused {@code eligibility-fact-superseded} where that has been done */
  void supersede(Long by, String reason, Instant now) {
    if (supersededAt != null) throw new Refused("eligibility-fact-superseded");
    supersededBy = by;
    supersededReason = reason;
    supersededAt = now;
  }

  public Long id() {
    return id;
  }

  public Long officerId() {
    return officerId;
  }

  public FactKind kind() {
    return kind;
  }

  public String value() {
    return value;
  }

  public String about() {
    return about;
  }

  public String documentNumber() {
    return documentNumber;
  }

  public String issuer() {
    return issuer;
  }

  public String note() {
    return note;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public LocalDate validTo() {
    return validTo;
  }

  public Long correctsId() {
    return correctsId;
  }

  public String recordedByName() {
    return recordedByName;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Instant supersededAt() {
    return supersededAt;
  }

  public String supersededReason() {
    return supersededReason;
  }
}
