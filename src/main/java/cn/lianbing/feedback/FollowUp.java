package cn.lianbing.feedback;

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

/** Something to be done after a session 回访. OPEN until it is DONE, or DROPPED because it need not be; both say what came of it. */
@Entity
@Table(name = "follow_up")
public class FollowUp {
  public enum State { OPEN, DONE, DROPPED }

  /** Where it came from: somebody wrote it, or the program did for figures that were low. */
  public enum Source { MANUAL, LOW_RATING, LOW_GAIN }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "session_id") private long sessionId;
  @Enumerated(EnumType.STRING) private Source source;
  private String task;
  @Column(name = "due_on") private LocalDate dueOn;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  private String outcome;
  @Column(name = "account_id") private Long accountId;
  @Column(name = "created_at") private Instant createdAt;
  @Column(name = "done_at") private Instant doneAt;
  @Version private int version;

  protected FollowUp() {}

  FollowUp(long sessionId, Source source, String task, LocalDate dueOn, Long accountId, Instant now) {
    this.sessionId = sessionId;
    this.source = source;
    this.task = task;
    this.dueOn = dueOn;
    this.accountId = accountId;
    this.createdAt = now;
  }

  /** @throws Refused {@code task-settled} where it is no longer open */
  void end(State newState, String what, Instant now) {
    if (state != State.OPEN) throw new Refused("task-settled");
    state = newState;
    outcome = what;
    doneAt = now;
  }

  public Long id() {
    return id;
  }

  public long sessionId() {
    return sessionId;
  }

  public Source source() {
    return source;
  }

  public String task() {
    return task;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public State state() {
    return state;
  }

  public String outcome() {
    return outcome;
  }

  public Instant doneAt() {
    return doneAt;
  }
}
