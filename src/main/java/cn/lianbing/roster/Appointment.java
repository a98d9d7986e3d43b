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
import java.time.LocalDate;

/**
 * One term of a lecturer, with the letter that says so. A renewal is a new appointment, so the history of terms stays; who
 * leaves early keeps the term as the letter has it, and the last day that it held.
 */
@Entity
@Table(name = "lecturer_appointment")
public class Appointment {
  /** Whose roster they come from: city 市人才库, province, own. */
  public enum Source { CITY, PROVINCE, OWN }

  /** Why somebody left: 调离, 不再聘任, 满意度不达标, 本人申请, 其他. */
  public enum Exit { MOVED, NOT_CONTINUED, RATING, OWN_WISH, OTHER }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "lecturer_id") private long lecturerId;
  @Column(name = "letter_number") private String letterNumber;
  @Enumerated(EnumType.STRING) private Source source;
  @Column(name = "term_from") private LocalDate firstDay;
  @Column(name = "term_to") private LocalDate termEnd;
  @Column(name = "last_day") private LocalDate lastDay;
  private boolean renewal;
  @Column(name = "exit_reason") @Enumerated(EnumType.STRING) private Exit exit;
  @Column(name = "exit_note") private String exitNote;
  @Column(name = "created_by") private Long createdBy;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected Appointment() {}

  Appointment(long lecturerId, Term term, boolean renewal, Long by, Instant now) {
    this.lecturerId = lecturerId;
    this.letterNumber = term.letterNumber();
    this.source = term.source();
    this.firstDay = term.from();
    this.termEnd = term.to();
    this.lastDay = term.to();
    this.renewal = renewal;
    this.createdBy = by;
    this.createdAt = now;
  }

  /** @param on the first day on which it no longer holds */
  void end(LocalDate on, Exit reason, String note) {
    if (on.minusDays(1).isBefore(lastDay)) lastDay = on.minusDays(1);
    exit = reason;
    exitNote = note;
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  public Long id() {
    return id;
  }

  public long lecturerId() {
    return lecturerId;
  }

  public String letterNumber() {
    return letterNumber;
  }

  public Source source() {
    return source;
  }

  public LocalDate from() {
    return firstDay;
  }

  /** As the letter has it. */
  public LocalDate to() {
    return termEnd;
  }

  /** The last day that it holds. */
  public LocalDate lastDay() {
    return lastDay;
  }

  public boolean renewal() {
    return renewal;
  }

  /** Null where nobody ended it early. */
  public Exit exit() {
    return exit;
  }

  public String exitNote() {
    return exitNote;
  }

  /** When the letter was written. */
  public LocalDate issuedOn() {
    return Dossier.day(createdAt);
  }
}
