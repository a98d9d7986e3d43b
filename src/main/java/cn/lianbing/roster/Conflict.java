package cn.lianbing.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Why a lecturer must keep out of a unit and those below it 回避. */
@Entity
@Table(name = "lecturer_conflict")
public class Conflict {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private long lecturerId;
  @Column(name = "unit_id") private long unitId;
  private String reason;
  @Column(name = "created_by") private Long createdBy;
  @Column(name = "created_at") private Instant createdAt;

  protected Conflict() {}

  Conflict(long lecturerId, long unitId, String reason, Long by, Instant now) {
    this.lecturerId = lecturerId;
    this.unitId = unitId;
    this.reason = reason;
    this.createdBy = by;
    this.createdAt = now;
  }

  public Long id() {
    return id;
  }

  public long lecturerId() {
    return lecturerId;
  }

  public long unitId() {
    return unitId;
  }

  public String reason() {
    return reason;
  }
}
