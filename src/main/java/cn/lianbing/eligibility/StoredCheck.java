package cn.lianbing.eligibility;

import cn.lianbing.people.Officer;
import cn.lianbing.platform.Json;
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

/** A kept check as it lies in the table; sealed once and never changed. */
@Entity
@Table(name = "eligibility_check")
public class StoredCheck {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String number;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private CertificateKind kind;
  @Column(name = "on_date") private LocalDate on;
  @Column(name = "known_at") private Instant knownAt;
  @Column(name = "rule_id") private Long ruleId;
  @Enumerated(EnumType.STRING) private Check.Verdict verdict;
  private String name;
  @Column(name = "unit_name") private String unitName;
  private String content;
  private byte[] signature;
  @Column(name = "kept_by") private Long keptBy;
  @Column(name = "kept_by_name") private String keptByName;
  @Column(name = "kept_at") private Instant keptAt;

  protected StoredCheck() {}

  StoredCheck(Officer officer, Check check, Long by, String byName, Instant now) {
    officerId = officer.id();
    unitId = officer.unitId();
    kind = check.kind();
    on = check.on();
    knownAt = check.knownAt();
    ruleId = check.ruleId();
    verdict = check.verdict();
    name = check.name();
    unitName = check.unit();
    content = Json.write(check);
    keptBy = by;
    keptByName = byName;
    keptAt = now;
  }

  void seal(String itsNumber, byte[] itsSignature) {
    number = itsNumber;
    signature = itsSignature;
  }

  Check check() {
    return Json.read(content, Check.class);
  }

  public Long id() {
    return id;
  }

  public String number() {
    return number;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public CertificateKind kind() {
    return kind;
  }

  public LocalDate on() {
    return on;
  }

  public Check.Verdict verdict() {
    return verdict;
  }

  public String name() {
    return name;
  }

  public String unitName() {
    return unitName;
  }

  String content() {
    return content;
  }

  byte[] signature() {
    return signature;
  }

  public String keptByName() {
    return keptByName;
  }

  public Instant keptAt() {
    return keptAt;
  }
}
