package cn.lianbing.casefile;

import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
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

/**
 * A letter of the supervision to a unit, as article 43 of 河南省行政执法条例 orders them: first the letter of opinion 意见书 with a
 * deadline; only where the unit has not acted by then, the letter of decision 决定书.
 *
 * <pre>
 * ISSUED → ANSWERED (the unit reports) → ACCEPTED
 *    ↑          └→ sent back: ISSUED again
 *    └→ DECIDED, by a letter of decision, only after the deadline and while no answer waits
 * </pre>
 */
@Entity
@Table(name = "supervision_letter")
public class SupervisionLetter {
  public enum Kind { OPINION, DECISION }

  public enum State { ISSUED, ANSWERED, ACCEPTED, DECIDED }

  /** What a decision does about it: article 43 knows these two. */
  public enum Measure { REVOKE, CORRECT }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "batch_id") private long batchId;
  @Column(name = "unit_id") private long unitId;
  private String number;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Column(name = "follows_id") private Long followsId;
  @Enumerated(EnumType.STRING) private Measure measure;
  private String content;
  @Column(name = "issued_on") private LocalDate issuedOn;
  private LocalDate deadline;
  @Enumerated(EnumType.STRING) private State state = State.ISSUED;
  @Column(name = "answered_on") private LocalDate answeredOn;
  private String answer;
  @Version private int version;

  protected SupervisionLetter() {}

  private SupervisionLetter(Kind kind, long batchId, long unitId, String number, LocalDate issuedOn, LocalDate deadline) {
    this.kind = kind;
    this.batchId = batchId;
    this.unitId = unitId;
    this.number = number;
    this.issuedOn = issuedOn;
    this.deadline = deadline;
  }

  static SupervisionLetter ofOpinion(long batchId, long unitId, String number, LocalDate issuedOn, LocalDate deadline) {
    return new SupervisionLetter(Kind.OPINION, batchId, unitId, number, issuedOn, deadline);
  }

  /**
   * The decision that follows this letter.
   *
   * @throws Refused {@code decision-of-decision}, {@code letter-decided}, {@code letter-accepted},
   *     {@code answer-waits}, {@code deadline-not-over}
   */
  SupervisionLetter decide(LocalDate today, String itsNumber, LocalDate itsDeadline, Measure itsMeasure, String decided) {
    demandDecidable(today);
    state = State.DECIDED;
    SupervisionLetter decision = new SupervisionLetter(Kind.DECISION, batchId, unitId, itsNumber, today, itsDeadline);
    decision.followsId = id;
    decision.measure = itsMeasure;
    decision.content = decided;
    return decision;
  }

  void demandDecidable(LocalDate today) {
    if (kind == Kind.DECISION) throw new Refused("decision-of-decision");
    if (state == State.DECIDED) throw new Refused("letter-decided");
    if (state == State.ACCEPTED) throw new Refused("letter-accepted");
    if (state == State.ANSWERED) throw new Refused("answer-waits");
    if (!overdue(today)) throw new Refused("deadline-not-over", Times.text(deadline));
  }

  void answer(LocalDate today, String report) {
    if (state == State.DECIDED) throw new Refused("letter-decided");
    if (state == State.ACCEPTED) throw new Refused("letter-accepted");
    if (state == State.ANSWERED) throw new Refused("letter-answered");
    state = State.ANSWERED;
    answeredOn = today;
    answer = report;
  }

  void accept() {
    demandAnswered();
    state = State.ACCEPTED;
  }

  /** @param newDeadline null: the old one stays */
  void sendBack(LocalDate newDeadline) {
    demandAnswered();
    state = State.ISSUED;
    answeredOn = null;
    answer = null;
    if (newDeadline != null) deadline = newDeadline;
  }

  private void demandAnswered() {
    if (state != State.ANSWERED) throw new Refused("letter-not-answered");
  }

  /** The deadline itself is still in time. */
  public boolean overdue(LocalDate today) {
    return state == State.ISSUED && today.isAfter(deadline);
  }

  public Long id() {
    return id;
  }

  public long batchId() {
    return batchId;
  }

  public long unitId() {
    return unitId;
  }

  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public Long followsId() {
    return followsId;
  }

  public Measure measure() {
    return measure;
  }

  public String content() {
    return content;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public LocalDate deadline() {
    return deadline;
  }

  public State state() {
    return state;
  }

  public LocalDate answeredOn() {
    return answeredOn;
  }

  public String answer() {
    return answer;
  }
}
