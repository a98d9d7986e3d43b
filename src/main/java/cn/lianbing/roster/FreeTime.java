package cn.lianbing.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;

/** A time at which a lecturer can be asked: every week, or on one day. Who told none can be asked at any time. */
@Entity
@Table(name = "lecturer_free_time")
public class FreeTime {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private long lecturerId;
  private Integer weekday;
  @Column(name = "on_date") private LocalDate on;
  @Column(name = "from_time") private LocalTime from;
  @Column(name = "to_time") private LocalTime to;

  protected FreeTime() {}

  /** @param weekday 1 Monday to 7 Sunday, or null with {@code on} */
  FreeTime(long lecturerId, Integer weekday, LocalDate on, LocalTime from, LocalTime to) {
    this.lecturerId = lecturerId;
    this.weekday = weekday;
    this.on = on;
    this.from = from;
    this.to = to;
  }

  boolean covers(LocalDate day, LocalTime start, LocalTime end) {
    return (on == null ? day.getDayOfWeek().getValue() == weekday : on.equals(day)) && !start.isBefore(from) && !end.isAfter(to);
  }

  public Long id() {
    return id;
  }

  public long lecturerId() {
    return lecturerId;
  }

  public Integer weekday() {
    return weekday;
  }

  public LocalDate on() {
    return on;
  }

  public LocalTime from() {
    return from;
  }

  public LocalTime to() {
    return to;
  }
}
