package cn.lianbing.enrolment;

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

/** An officer's seat in a session, or place in its waiting list. Who cancelled and enrols again stands at the end of the list, in the same row. */
@Entity
@Table(name = "enrolment")
public class Enrolment {
  public enum State { ENROLLED, WAITING, CANCELLED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "session_id") private Long sessionId;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private State state = State.CANCELLED;
  @Column(name = "queued_at") private Instant queuedAt;
  @Column(name = "enrolled_by") private Long enrolledBy;
  private String reason;
  @Column(name = "changed_at") private Instant changedAt;
  @Version private int version;

  protected Enrolment() {}

  Enrolment(long sessionId, long officerId) {
    this.sessionId = sessionId;
    this.officerId = officerId;
  }

  /** @param unit where the officer is now; it stays with the enrolment when the officer moves */
  void enrol(long unit, boolean seat, Long by, Instant now) {
    if (state != State.CANCELLED) throw new IllegalStateException("enrolled already: " + id);
    unitId = unit;
    state = seat ? State.ENROLLED : State.WAITING;
    queuedAt = now;
    enrolledBy = by;
    reason = null;
    changedAt = now;
  }

  void moveUp(Instant now) {
    if (state != State.WAITING) throw new IllegalStateException("not waiting: " + id);
    state = State.ENROLLED;
    changedAt = now;
  }

  void cancel(String why, Instant now) {
    state = State.CANCELLED;
    reason = why;
    changedAt = now;
  }

  public Long id() {
    return id;
  }

  public long sessionId() {
    return sessionId;
  }

  public long officerId() {
    return officerId;
  }

  public long unitId() {
    return unitId;
  }

  public State state() {
    return state;
  }

  /** Since when in the waiting list; it is the list's order. */
  public Instant queuedAt() {
    return queuedAt;
  }
}
