package cn.lianbing.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which a lecturer is away, both ends included. */
@Entity
@Table(name = "lecturer_leave")
public class Leave {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private long lecturerId;
  @Column(name = "from_date") private LocalDate firstDay;
  @Column(name = "to_date") private LocalDate lastDay;
  private String reason;

  protected Leave() {}

  Leave(long lecturerId, LocalDate from, LocalDate to, String reason) {
    this.lecturerId = lecturerId;
    this.firstDay = from;
    this.lastDay = to;
    this.reason = reason;
  }

  boolean touches(LocalDate start, LocalDate end) {
    return !firstDay.isAfter(end) && !lastDay.isBefore(start);
  }

  public Long id() {
    return id;
  }

  public long lecturerId() {
    return lecturerId;
  }

  public LocalDate from() {
    return firstDay;
  }

  public LocalDate to() {
    return lastDay;
  }

  public String reason() {
    return reason;
  }
}
