package cn.lianbing.exam;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An officer who is expected at an exam 考生. The unit is the one at scheduling: a later move does not carry a score to another unit. */
@Entity
@Table(name = "candidate")
public class Candidate {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "exam_id") private Long examId;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "excused_reason") private String excusedReason;

  protected Candidate() {}

  Candidate(long examId, long officerId, long unitId) {
    this.examId = examId;
    this.officerId = officerId;
    this.unitId = unitId;
  }

  void excuse(String reason) {
    excusedReason = reason;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public String excusedReason() {
    return excusedReason;
  }
}
