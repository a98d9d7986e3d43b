package cn.lianbing.competition;

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

/** What a unit registered. It may be changed until the deadline as often as one likes, after it once, and no more. */
@Entity
@Table(name = "competition_registration")
public class Registration {
  public enum State { SUBMITTED, WITHDRAWN }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "competition_id") private Long competitionId;
  @Column(name = "unit_id") private Long unitId;
  private String contact;
  @Enumerated(EnumType.STRING) private State state = State.SUBMITTED;
  @Column(name = "submitted_at") private Instant submittedAt;
  @Column(name = "submitted_by") private Long submittedBy;
  @Column(name = "corrected_at") private Instant correctedAt;
  @Version private int version;

  protected Registration() {}

  Registration(long competitionId, long unitId) {
    this.competitionId = competitionId;
    this.unitId = unitId;
  }

  void submit(String who, Long by, Instant now) {
    contact = who;
    submittedBy = by;
    submittedAt = now;
    state = State.SUBMITTED;
  }

  void correct(String who, Instant now) {
    contact = who;
    correctedAt = now;
  }

  void withdraw() {
    state = State.WITHDRAWN;
  }

  public Long id() {
    return id;
  }

  public Long competitionId() {
    return competitionId;
  }

  public Long unitId() {
    return unitId;
  }

  public String contact() {
    return contact;
  }

  public State state() {
    return state;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public Instant correctedAt() {
    return correctedAt;
  }
}
