package cn.lianbing.enrolment;

import cn.lianbing.platform.Invalid;
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

/** Whether an officer was there, as the organiser recorded it. The unit is the officer's at that time. */
@Entity
@Table(name = "attendance")
public class Attendance {
  public enum State { PRESENT, PARTIAL, ABSENT, EXCUSED }

  /** From the list on the organiser's phone, from the signed sheet, or a code that the organiser confirmed. */
  public enum Method { LIST, SHEET, CODE }

  /**
   * What the organiser saw.
   *
   * @param minutes only of PARTIAL; without it, {@code from} and {@code to} say them
   * @param reason  for a correction once the session is closed
   */
  public record Mark(State state, Integer minutes, Instant from, Instant to, Method method, String reason) {
    public static Mark of(State state) {
      return new Mark(state, null, null, null, Method.LIST, null);
    }

    /** How many of the scheduled minutes were attended. @throws Invalid for {@code minutes} */
    int minutes(Instant startsAt, Instant endsAt) {
      int scheduled = (int) Duration.between(startsAt, endsAt).toMinutes();
      if (state == State.PRESENT) return scheduled;
      if (state != State.PARTIAL) return 0;
      int attended = minutes != null ? minutes : from == null && to == null ? 0 : (int) Duration.between(later(from, startsAt), earlier(to, endsAt)).toMinutes();
      if (attended < 1 || attended >= scheduled) throw Invalid.field("minutes", "enrolment.minutes", scheduled - 1);
      return attended;
    }

    private static Instant later(Instant one, Instant other) {
      return one == null || one.isBefore(other) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
      return one == null || one.isAfter(other) ? other : one;
    }
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "session_id") private Long sessionId;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private State state;
  private int minutes;
  @Enumerated(EnumType.STRING) private Method method;
  @Column(name = "recorded_by") private Long recordedBy;
  @Column(name = "recorded_at") private Instant recordedAt;
  @Version private int version;

  protected Attendance() {}

  Attendance(long sessionId, long officerId, long unitId) {
    this.sessionId = sessionId;
    this.officerId = officerId;
    this.unitId = unitId;
  }

  void record(Mark mark, int attended, Long by, Instant now) {
    state = mark.state();
    minutes = attended;
    method = mark.method() == null ? Method.LIST : mark.method();
    recordedBy = by;
    recordedAt = now;
  }

  boolean says(Mark mark, int attended) {
    return state == mark.state() && minutes == attended;
  }

  /** What hours are booked for. */
  String source() {
    return "attendance:" + id;
  }

  public Long id() {
    return id;
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

  public int minutes() {
    return minutes;
  }

  public boolean there() {
    return state == State.PRESENT || state == State.PARTIAL;
  }
}
