package cn.lianbing.credit;

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
 * Training that an officer had elsewhere. SUBMITTED by the officer, then APPROVED or REFUSED by whoever administers the unit, or
 * WITHDRAWN by the officer; an approval can be taken back, REVOKED, and the hours with it.
 */
@Entity
@Table(name = "outside_training")
public class OutsideTraining {
  public enum State { SUBMITTED, APPROVED, REFUSED, WITHDRAWN, REVOKED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "officer_id") private long officerId;
  @Column(name = "unit_id") private long unitId;
  private String title;
  private String organiser;
  @Column(name = "from_date") private LocalDate from;
  @Column(name = "to_date") private LocalDate to;
  private int hundredths;
  @Enumerated(EnumType.STRING) private Bucket bucket;
  @Enumerated(EnumType.STRING) private State state = State.SUBMITTED;
  private String reason;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  @Column(name = "created_at") private Instant createdAt;
  @Column(name = "evidence_name") private String evidenceName;
  @Column(name = "evidence_type") private String evidenceType;
  @Version private int version;

  protected OutsideTraining() {}

  OutsideTraining(long officerId, long unitId, OutsideCredits.Claim claim, Instant now) {
    this.officerId = officerId;
    this.unitId = unitId;
    title = claim.title().strip();
    organiser = claim.organiser().strip();
    from = claim.from();
    to = claim.to();
    hundredths = claim.hundredths();
    bucket = claim.bucket();
    evidenceName = claim.evidence() == null ? null : claim.evidence().name();
    evidenceType = claim.evidence() == null ? null : claim.evidence().type();
    createdAt = now;
  }

  void decide(State decision, String why, Long by, Instant now) {
    state = decision;
    reason = why;
    decidedBy = by;
    decidedAt = now;
  }

  public Long id() {
    return id;
  }

  public long officerId() {
    return officerId;
  }

  public long unitId() {
    return unitId;
  }

  public String title() {
    return title;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  public int hundredths() {
    return hundredths;
  }

  public Bucket bucket() {
    return bucket;
  }

  public State state() {
    return state;
  }

  public String evidenceName() {
    return evidenceName;
  }

  public String evidenceType() {
    return evidenceType;
  }
}
