package cn.lianbing.training;

import cn.lianbing.credit.Bucket;
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
import java.time.Duration;
import java.time.Instant;

/**
 * A session 场次. Its life: DRAFT while it is written; SUBMITTED when a unit's administrator asks for it to be approved, and back to
 * DRAFT when it is returned; PUBLISHED when it stands in everybody's calendar and people enrol; HELD when it took place and who came
 * is known; CLOSED when nothing of it changes any more. CANCELLED ends it from any state before HELD.
 */
@Entity
@Table(name = "training_session")
public class TrainingSession {
  public enum State { DRAFT, SUBMITTED, PUBLISHED, HELD, CLOSED, CANCELLED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private int year;
  private Integer number;
  @Column(name = "series_id") private Long seriesId;
  @Column(name = "request_id") private Long requestId;
  private String title;
  @Enumerated(EnumType.STRING) private Form form;
  private String topic;
  private String basis;
  private String description;
  @Column(name = "host_unit_id") private long hostUnitId;
  @Column(name = "cohost_unit_id") private Long cohostUnitId;
  @Column(name = "place_unit_id") private long placeUnitId;
  private String place;
  @Column(name = "place_key") private String placeKey;
  @Column(name = "starts_at") private Instant from;
  @Column(name = "ends_at") private Instant to;
  private Integer seats;
  private boolean restricted;
  @Column(name = "enrol_until") private Instant enrolUntil;
  @Column(name = "cancel_until") private Instant cancelUntil;
  @Enumerated(EnumType.STRING) private Bucket bucket;
  @Column(name = "check_in_code") private boolean checkInCode;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  private String reason;
  @Column(name = "attended_count") private Integer attendedCount;
  @Column(name = "author_id") private Long authorId;
  private int sequence;
  @Column(name = "changed_at") private Instant changedAt;
  @Version private int version;

  protected TrainingSession() {}

  TrainingSession(SessionPlan plan, Long authorId, Long requestId, Instant now) {
    this.authorId = authorId;
    this.requestId = requestId;
    write(plan, now);
  }

  /** @throws Refused {@code session-over} once it took place or was called off */
  void write(SessionPlan plan, Instant now) {
    demandOpen();
    title = plan.title();
    form = plan.form();
    topic = plan.topic();
    basis = plan.basis();
    description = plan.description();
    seriesId = plan.seriesId();
    hostUnitId = plan.hostUnitId();
    cohostUnitId = plan.cohostUnitId();
    placeUnitId = plan.placeUnitId();
    place = plan.place();
    placeKey = SessionPlan.key(plan.place());
    seats = plan.seats();
    restricted = plan.restricted();
    enrolUntil = plan.enrolUntil();
    cancelUntil = plan.cancelUntil();
    bucket = plan.bucket();
    checkInCode = plan.checkInCode();
    from = plan.from();
    to = plan.to();
    if (number == null) year = from.atZone(Times.ZONE).getYear();
    touch(now);
  }

  /** To another time; the deadlines move along. */
  void move(Instant newFrom, Instant newTo, Instant now) {
    demandOpen();
    Duration by = Duration.between(from, newFrom);
    enrolUntil = enrolUntil.plus(by);
    cancelUntil = cancelUntil.plus(by);
    from = newFrom;
    to = newTo;
    if (number == null) year = from.atZone(Times.ZONE).getYear();
    touch(now);
  }

  void submit(Instant now) {
    demand(State.DRAFT);
    state = State.SUBMITTED;
    reason = null;
    touch(now);
  }

  /** Back to whoever wrote it. */
  void giveBack(String why, Instant now) {
    demand(State.SUBMITTED);
    state = State.DRAFT;
    reason = why;
    touch(now);
  }

  /** @param newNumber of the year; kept if it has one already */
  void publish(int newNumber, Instant now) {
    if (state != State.DRAFT && state != State.SUBMITTED) throw new Refused("session-state");
    state = State.PUBLISHED;
    reason = null;
    if (number == null) number = newNumber;
    touch(now);
  }

  void cancel(String why, Instant now) {
    demandOpen();
    state = State.CANCELLED;
    reason = why;
    touch(now);
  }

  /** It took place. @throws Refused {@code session-not-begun} before its beginning */
  void hold(Instant now) {
    demand(State.PUBLISHED);
    if (now.isBefore(from)) throw new Refused("session-not-begun", Times.text(from));
    state = State.HELD;
    touch(now);
  }

  /** @param heads who came, where there is no list of names */
  void count(Integer heads) {
    attendedCount = heads;
  }

  void close(Instant now) {
    demand(State.HELD);
    state = State.CLOSED;
    touch(now);
  }

  private void demand(State needed) {
    if (state != needed) throw new Refused("session-state");
  }

  private void demandOpen() {
    if (state == State.HELD || state == State.CLOSED || state == State.CANCELLED) throw new Refused("session-over");
  }

  private void touch(Instant now) {
    sequence++;
    changedAt = now;
  }

  public Long id() {
    return id;
  }

  public int year() {
    return year;
  }

  public Integer number() {
    return number;
  }

  public Long seriesId() {
    return seriesId;
  }

  public Long requestId() {
    return requestId;
  }

  public String title() {
    return title;
  }

  public Form form() {
    return form;
  }

  public String topic() {
    return topic;
  }

  public String basis() {
    return basis;
  }

  public String description() {
    return description;
  }

  public long hostUnitId() {
    return hostUnitId;
  }

  public Long cohostUnitId() {
    return cohostUnitId;
  }

  public long placeUnitId() {
    return placeUnitId;
  }

  public String place() {
    return place;
  }

  public Instant from() {
    return from;
  }

  public Instant to() {
    return to;
  }

  /** Scheduled length in minutes. */
  public int minutes() {
    return (int) Duration.between(from, to).toMinutes();
  }

  public Integer seats() {
    return seats;
  }

  public boolean restricted() {
    return restricted;
  }

  public Instant enrolUntil() {
    return enrolUntil;
  }

  public Instant cancelUntil() {
    return cancelUntil;
  }

  public Bucket bucket() {
    return bucket;
  }

  public boolean checkInCode() {
    return checkInCode;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public Integer attendedCount() {
    return attendedCount;
  }

  public Long authorId() {
    return authorId;
  }

  public int sequence() {
    return sequence;
  }
}
