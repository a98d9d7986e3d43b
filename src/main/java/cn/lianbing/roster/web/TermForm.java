package cn.lianbing.roster.web;

import cn.lianbing.roster.Appointment;
import cn.lianbing.roster.Term;
import java.io.Serializable;
import java.time.LocalDate;

/** What the pages ask of a term. */
public class TermForm implements Serializable {
  /** A term that is proposed. */
  private static final int USUAL_YEARS = 3;
  private static final long serialVersionUID = 1L;
  private String letterNumber;
  private Appointment.Source source = Appointment.Source.OWN;
  private LocalDate from;
  private LocalDate to;

  public TermForm() {}

  TermForm(String letterNumber, Appointment.Source source, LocalDate from) {
    this.letterNumber = letterNumber;
    this.source = source;
    this.from = from;
    this.to = from.plusYears(USUAL_YEARS).minusDays(1);
  }

  Term term() {
    return new Term(letterNumber, source, from, to);
  }

  public Appointment.Source[] getSources() {
    return Appointment.Source.values();
  }

  public String getLetterNumber() {
    return letterNumber;
  }

  public void setLetterNumber(String letterNumber) {
    this.letterNumber = letterNumber;
  }

  public Appointment.Source getSource() {
    return source;
  }

  public void setSource(Appointment.Source source) {
    this.source = source;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
