package cn.lianbing.exam;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * One sitting of an exam by one officer 作答. Its life: OPEN from the start; then SUBMITTED by the officer, or EXPIRED by the
 * clock, both of which are marked and count; or VOIDED by an administrator, which counts for nothing. {@link ExamTaking} tells
 * how answers and hand-in work.
 */
@Entity
@Table(name = "attempt")
public class Attempt {
  public enum State { OPEN, SUBMITTED, EXPIRED, VOIDED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "exam_id") private Long examId;
  @Column(name = "officer_id") private Long officerId;
  private int number;
  @Column(name = "paper_id") private Long paperId;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "started_at") private Instant startedAt;
  private Instant deadline;
  @Column(name = "submitted_at") private Instant submittedAt;
  private String receipt;
  @Column(name = "extra_minutes") private int extraMinutes;
  @Column(name = "leaves_used") private int leavesUsed;
  @Column(name = "last_seen_at") private Instant lastSeenAt;
  @Column(name = "token_stamp") private int tokenStamp;
  private Integer score;
  /** Answers that people have still to mark; null while the program has not marked it. */
  @Column(name = "hand_waiting") private Integer handWaiting;
  @Column(name = "void_reason") private String voidReason;
  @Column(name = "void_uses") private boolean voidUses;
  @Version private int version;

  protected Attempt() {}

  Attempt(Exam exam, long officerId, int number, long paperId, Instant now) {
    this.examId = exam.id();
    this.officerId = officerId;
    this.number = number;
    this.paperId = paperId;
    this.startedAt = now;
    this.lastSeenAt = now;
    Instant full = now.plus(Duration.ofMinutes(exam.durationMinutes()));
    this.deadline = full.isBefore(exam.closesAt()) ? full : exam.closesAt();
  }

  /** More time, also beyond the exam's closing. */
  void extend(int minutes) {
    extraMinutes += minutes;
    deadline = deadline.plus(Duration.ofMinutes(minutes));
  }

  /** @param uses whether it still is one of the attempts that the officer has */
  void annul(String reason, boolean uses, Instant now) {
    state = State.VOIDED;
    voidUses = uses;
    voidReason = reason;
    if (submittedAt == null) submittedAt = now;
  }

  public Long id() {
    return id;
  }

  public Long examId() {
    return examId;
  }

  public Long officerId() {
    return officerId;
  }

  public int number() {
    return number;
  }

  public Long paperId() {
    return paperId;
  }

  public State state() {
    return state;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Instant deadline() {
    return deadline;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public String receipt() {
    return receipt;
  }

  public int leavesUsed() {
    return leavesUsed;
  }

  public int tokenStamp() {
    return tokenStamp;
  }

  /** Tenths; null until marked. */
  public Integer score() {
    return score;
  }

  /** Whether it is one of the attempts that the officer has in this exam. */
  public boolean usesUp() {
    return state != State.VOIDED || voidUses;
  }

  public String voidReason() {
    return voidReason;
  }

  /** From the start to the hand-in by the server's clock; null while open. */
  public Duration timeUsed() {
    return submittedAt == null ? null : Duration.between(startedAt, submittedAt);
  }

  /** Whether people have still to mark answers of it. */
  public boolean waitsForMarkers() {
    return handWaiting != null && handWaiting > 0;
  }
}
