package cn.lianbing.roster;

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

/** What a lecturer did or will do in one session. PLANNED, then HELD; or CANCELLED, from which it can be planned anew. */
@Entity
@Table(name = "lecture")
public class Lecture {
  public enum State { PLANNED, HELD, CANCELLED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private long lecturerId;
  private long ref;
  private String title;
  @Column(name = "host_unit_id") private Long hostUnitId;
  @Column(name = "starts_at") private Instant startsAt;
  @Column(name = "ends_at") private Instant endsAt;
  @Enumerated(EnumType.STRING) private State state = State.PLANNED;
  private Integer minutes;
  @Column(name = "rating_sum") private int ratingSum;
  @Column(name = "rating_count") private int ratingCount;
  @Version private int version;

  protected Lecture() {}

  Lecture(long lecturerId, long ref) {
    this.lecturerId = lecturerId;
    this.ref = ref;
  }

  void plan(Instant newFrom, Instant newTo, String newTitle, Long newHostUnitId) {
    startsAt = newFrom;
    endsAt = newTo;
    title = newTitle;
    hostUnitId = newHostUnitId;
    state = State.PLANNED;
  }

  void move(Instant newFrom, Instant newTo) {
    startsAt = newFrom;
    endsAt = newTo;
  }

  void cancel() {
    state = State.CANCELLED;
  }

  void hold(int newMinutes) {
    minutes = newMinutes;
    state = State.HELD;
  }

  void rate(int sum, int count) {
    ratingSum = sum;
    ratingCount = count;
  }

  public Long id() {
    return id;
  }

  public long lecturerId() {
    return lecturerId;
  }

  /** The session's id. */
  public long ref() {
    return ref;
  }

  public String title() {
    return title;
  }

  public Long hostUnitId() {
    return hostUnitId;
  }

  public Instant from() {
    return startsAt;
  }

  public Instant to() {
    return endsAt;
  }

  public State state() {
    return state;
  }

  public Integer minutes() {
    return minutes;
  }

  public int ratingSum() {
    return ratingSum;
  }

  public int ratingCount() {
    return ratingCount;
  }
}
