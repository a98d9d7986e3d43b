package cn.lianbing.exam;

import cn.lianbing.platform.Json;
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

/** An exam 考试: who sits what, when, and how it is marked. Until it opens it may be changed; after that it stands. */
@Entity
@Table(name = "exam")
public class Exam {
  public enum State { SCHEDULED, CANCELLED }

  /** As a candidate sees it. */
  public enum Phase { UPCOMING, OPEN, CLOSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String title;
  @Enumerated(EnumType.STRING) private Subject subject;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "blueprint_id") private Long blueprintId;
  @Column(name = "pool_id") private Long poolId;
  @Column(name = "opens_at") private Instant opensAt;
  @Column(name = "closes_at") private Instant closesAt;
  @Column(name = "duration_minutes") private int durationMinutes;
  @Column(name = "attempts_allowed") private int attemptsAllowed;
  @Column(name = "max_mark") private int maxMark;
  @Column(name = "pass_mark") private int passMark;
  private String bands;
  @Column(name = "multiple_rule") @Enumerated(EnumType.STRING) private MultipleRule multipleRule;
  @Column(name = "leaves_allowed") private Integer leavesAllowed;
  @Column(name = "release_rule") @Enumerated(EnumType.STRING) private Release release;
  @Column(name = "released_at") private Instant releasedAt;
  @Column(name = "resit_of_id") private Long resitOfId;
  @Enumerated(EnumType.STRING) private State state = State.SCHEDULED;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected Exam() {}

  Exam(long unitId, Long resitOfId, Instant now) {
    this.unitId = unitId;
    this.resitOfId = resitOfId;
    this.createdAt = now;
  }

  void plan(ExamPlan plan, long newPoolId, int newMaxMark) {
    title = plan.title().strip();
    subject = plan.subject();
    blueprintId = plan.blueprintId();
    poolId = newPoolId;
    opensAt = plan.opensAt();
    closesAt = plan.closesAt();
    durationMinutes = plan.durationMinutes();
    attemptsAllowed = plan.attemptsAllowed();
    maxMark = newMaxMark;
    passMark = plan.passMark();
    bands = Json.write(plan.bands().isEmpty() ? Band.usual(newMaxMark, plan.passMark()) : plan.bands());
    multipleRule = plan.multipleRule();
    leavesAllowed = plan.leavesAllowed();
    release = plan.release();
  }

  void countFor(Subject what) {
    subject = what;
  }

  void cancel() {
    state = State.CANCELLED;
  }

  void release(Instant now) {
    if (releasedAt == null) releasedAt = now;
  }

  /** Whether results may be seen. An attempt that is still open has none, whatever the rule. */
  public boolean released(Instant now) {
    return release.reached(closesAt, releasedAt, now);
  }

  public Phase phase(Instant now) {
    return now.isBefore(opensAt) ? Phase.UPCOMING : now.isBefore(closesAt) ? Phase.OPEN : Phase.CLOSED;
  }

  public Long id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** What passing it counts for; null: for nothing beyond itself. */
  public Subject subject() {
    return subject;
  }

  public Long unitId() {
    return unitId;
  }

  public Long blueprintId() {
    return blueprintId;
  }

  public Long poolId() {
    return poolId;
  }

  public Instant opensAt() {
    return opensAt;
  }

  public Instant closesAt() {
    return closesAt;
  }

  public int durationMinutes() {
    return durationMinutes;
  }

  public int attemptsAllowed() {
    return attemptsAllowed;
  }

  public int maxMark() {
    return maxMark;
  }

  public int passMark() {
    return passMark;
  }

  public List<Band> bands() {
    return Json.list(bands, Band[].class);
  }

  public MultipleRule multipleRule() {
    return multipleRule;
  }

  public Integer leavesAllowed() {
    return leavesAllowed;
  }

  public Release releaseRule() {
    return release;
  }

  public Instant releasedAt() {
    return releasedAt;
  }

  public Long resitOfId() {
    return resitOfId;
  }

  public State state() {
    return state;
  }
}
