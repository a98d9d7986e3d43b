package cn.lianbing.upkeep;

import cn.lianbing.platform.Invalid;
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
import java.time.LocalDate;

/** Something about a certificate that somebody must look at. The nightly round raises it and takes it back when its cause is gone. */
@Entity
@Table(name = "certificate_task")
public class UpkeepTask {
  /** What is the matter, the gravest first. What to do about each is in the texts. */
  public enum Kind { LEFT, RETIRED, RETIRING, BARRED, UNIT_CLOSED, SECONDED, MOVED, UNKNOWN_HOLDER, EXPIRING_SOON, EXPIRING, NOT_CHECKED, SUSPENSION_OVER, NO_EXAM, NO_HOURS, CANCEL_DUE }

  public enum State { OPEN, DONE, DISMISSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Column(name = "certificate_id") private Long certificateId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private State state;
  @Column(name = "due_on") private LocalDate dueOn;
  @Column(name = "raised_on") private LocalDate raisedOn;
  private String outcome;
  @Column(name = "settled_by") private Long settledBy;
  @Column(name = "settled_on") private LocalDate settledOn;
  @Version private int version;

  protected UpkeepTask() {}

  /** Looked at, and nothing is to be done: the round does not raise it again for a while. */
  void dismiss(String why, Long by, LocalDate on) {
    if (why == null || why.isBlank() || why.strip().length() > 200) throw Invalid.field("reason", "reason");
    if (state != State.OPEN) throw new Refused("task-settled");
    state = State.DISMISSED;
    outcome = why.strip();
    settledBy = by;
    settledOn = on;
  }

  public Long id() {
    return id;
  }

  public Long unitId() {
    return unitId;
  }

  public Kind kind() {
    return kind;
  }
}
