package cn.lianbing.eligibility;

import cn.lianbing.platform.Json;
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
import java.util.List;

/** An officer contests what the machine found (个人信息保护法, article 24), and a person decides: OPEN, then GRANTED or UPHELD, or WITHDRAWN by the officer. */
@Entity
@Table(name = "eligibility_contest")
public class Contest {
  public enum State { OPEN, GRANTED, UPHELD, WITHDRAWN }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "check_id") private Long checkId;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private CertificateKind kind;
  private String codes;
  private String reason;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "decision_reason") private String decisionReason;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_by_name") private String decidedByName;
  @Column(name = "decided_at") private Instant decidedAt;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected Contest() {}

  Contest(StoredCheck check, List<String> codes, String reason, Instant now) {
    this.checkId = check.id();
    this.officerId = check.officerId();
    this.unitId = check.unitId();
    this.kind = check.kind();
    this.codes = Json.write(codes);
    this.reason = reason;
    this.createdAt = now;
  }

  void decide(boolean granted, String why, Long by, String name, Instant now) {
    if (state != State.OPEN) throw new Refused("eligibility-contest-decided");
    state = granted ? State.GRANTED : State.UPHELD;
    decisionReason = why;
    decidedBy = by;
    decidedByName = name;
    decidedAt = now;
  }

  void withdraw() {
    if (state != State.OPEN) throw new Refused("eligibility-contest-decided");
    state = State.WITHDRAWN;
  }

  public Long id() {
    return id;
  }

  public Long checkId() {
    return checkId;
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

  public List<String> codes() {
    return Json.list(codes, String[].class);
  }

  public String reason() {
    return reason;
  }

  public State state() {
    return state;
  }

  public String decisionReason() {
    return decisionReason;
  }

  public String decidedByName() {
    return decidedByName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
