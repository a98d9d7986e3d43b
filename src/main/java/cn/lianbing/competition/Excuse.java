package cn.lianbing.competition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Why an officer does not take part in a stage. Until it is approved they count as expected. */
@Entity
@Table(name = "competition_excuse")
public class Excuse {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "stage_id") private Long stageId;
  @Column(name = "officer_id") private Long officerId;
  private String reason;
  @Column(name = "asked_by") private Long askedBy;
  @Column(name = "asked_at") private Instant askedAt;
  private Boolean approved;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  private String decision;
  @Version private int version;

  protected Excuse() {}

  Excuse(long stageId, long officerId) {
    this.stageId = stageId;
    this.officerId = officerId;
  }

  void ask(String why, Long by, Instant now) {
    reason = why;
    askedBy = by;
    askedAt = now;
    approved = null;
    decision = null;
  }

  void decide(boolean yes, String why, Long by, Instant now) {
    approved = yes;
    decision = why;
    decidedBy = by;
    decidedAt = now;
  }

  public Long id() {
    return id;
  }

  public Long stageId() {
    return stageId;
  }

  public Long officerId() {
    return officerId;
  }

  public String reason() {
    return reason;
  }

  /** Null where nobody has decided. */
  public Boolean approved() {
    return approved;
  }

  public String decision() {
    return decision;
  }

  public Long askedBy() {
    return askedBy;
  }
}
