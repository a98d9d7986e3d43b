package cn.lianbing.training;

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

/** "We need this": a unit asks for a session. OPEN until the training desk accepts it, which makes a draft, or declines it with a reason; or the unit withdraws it. */
@Entity
@Table(name = "session_request")
public class SessionRequest {
  public enum State { OPEN, ACCEPTED, DECLINED, WITHDRAWN }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "unit_id") private long unitId;
  private String topic;
  @Enumerated(EnumType.STRING) private Form form;
  @Column(name = "wish_from") private LocalDate wishFrom;
  @Column(name = "wish_to") private LocalDate wishTo;
  private int people;
  private String reason;
  @Enumerated(EnumType.STRING) private State state = State.OPEN;
  private String answer;
  @Column(name = "asked_by") private Long askedBy;
  @Column(name = "asked_at") private Instant askedAt;
  @Column(name = "answered_at") private Instant answeredAt;
  @Version private int version;

  protected SessionRequest() {}

  SessionRequest(SessionRequests.Data data, Long by, Instant now) {
    unitId = data.unitId();
    topic = data.topic().strip();
    form = data.form();
    wishFrom = data.wishFrom();
    wishTo = data.wishTo();
    people = data.people();
    reason = data.reason().strip();
    askedBy = by;
    askedAt = now;
  }

  /** @throws Refused {@code request-answered} where it is no longer open */
  void answer(State decision, String why, Instant now) {
    if (state != State.OPEN) throw new Refused("request-answered");
    state = decision;
    answer = why;
    answeredAt = now;
  }

  public Long id() {
    return id;
  }

  public long unitId() {
    return unitId;
  }

  public String topic() {
    return topic;
  }

  public Form form() {
    return form;
  }

  public LocalDate wishFrom() {
    return wishFrom;
  }

  public int people() {
    return people;
  }

  public Long askedBy() {
    return askedBy;
  }

  public State state() {
    return state;
  }
}
