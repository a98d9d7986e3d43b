package cn.lianbing.roster;

import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Invalid.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an appointment letter says.
 *
 * @param letterNumber 陕司聘〔2026〕12号
 * @param from         the first day
 * @param to           the last day
 */
public record Term(String letterNumber, Appointment.Source source, LocalDate from, LocalDate to) {
  static final int LONGEST_YEARS = 6;

  /** @throws Invalid with every field that is wrong */
  public Term {
    letterNumber = letterNumber == null ? "" : letterNumber.strip();
    List<Violation> wrong = new ArrayList<>();
    if (letterNumber.isEmpty()) wrong.add(Violation.of("letterNumber", "required"));
    if (letterNumber.length() > 60) wrong.add(Violation.of("letterNumber", "tooLong", 60));
    if (source == null) wrong.add(Violation.of("source", "required"));
    if (from == null) wrong.add(Violation.of("from", "required"));
    if (to == null) wrong.add(Violation.of("to", "required"));
    if (from != null && to != null && to.isBefore(from)) wrong.add(Violation.of("to", "lecturer.term.order"));
    if (from != null && to != null && to.isAfter(from.plusYears(LONGEST_YEARS))) wrong.add(Violation.of("to", "lecturer.term.long", LONGEST_YEARS));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }
}
