package cn.lianbing.casefile;

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

/** A review of case files 评查批次: article 40 asks for one every year. OPEN while files are looked at; CLOSED keeps what was found. Letters go on. */
@Entity
@Table(name = "review_batch")
public class ReviewBatch {
  public enum State { OPEN, CLOSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private int year;
  private String title;
  private String basis;
  @Column(name = "starts_on") private LocalDate startsOn;
  @Column(name = "ends_on") private LocalDate endsOn;
  @Column(name = "checklist_id") private long checklistId;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  @Column(name = "account_id") private Long accountId;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected ReviewBatch() {}

  ReviewBatch(ReviewPlanning.Plan plan, Long accountId, Instant now) {
    year = plan.year();
    checklistId = plan.checklistId();
    this.accountId = accountId;
    createdAt = now;
    describe(plan);
  }

  void describe(ReviewPlanning.Plan plan) {
    demandOpen();
    title = plan.title().strip();
    basis = plan.basis().strip();
    startsOn = plan.startsOn();
    endsOn = plan.endsOn();
  }

  void close() {
    demandOpen();
    state = State.CLOSED;
  }

  /** @throws Refused {@code review-closed} */
  void demandOpen() {
    if (state == State.CLOSED) throw new Refused("review-closed");
  }

  public Long id() {
    return id;
  }

  public int year() {
    return year;
  }

  public String title() {
    return title;
  }

  public String basis() {
    return basis;
  }

  public LocalDate startsOn() {
    return startsOn;
  }

  public LocalDate endsOn() {
    return endsOn;
  }

  public long checklistId() {
    return checklistId;
  }

  public State state() {
    return state;
  }
}
