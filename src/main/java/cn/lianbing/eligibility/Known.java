package cn.lianbing.eligibility;

import cn.lianbing.credit.PlannedHours;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one person for one day.
 *
 * @param past   null where the record does not reach back to that day
 * @param facts  that began on or before the day, also those that have ended
 * @param hours  hundredths, by the window of the ledger that a criterion asks for
 * @param coming  exams that the person can sit; empty for a check of the past
 * @param planned training that the person has a place in; empty for a check of the past
 */
record Known(long officerId, String name, String unit, LocalDate on, Past past, List<Fact> facts, List<Result> results, Map<Window, Integer> hours, List<Coming> coming, List<PlannedHours.Place> planned) {
  /** The personnel record of that day. @param level of the unit: a brigade has its parent's */
  record Past(long unitId, Unit.Kind level, Officer.Establishment establishment, Officer.State state, LocalDate birthDate, Officer.Education education) {}

  record Fact(long id, FactKind kind, String value, String about, String documentNumber, String issuer, String note, LocalDate from, LocalDate to, String by, Instant recordedAt) {
    boolean holds(LocalDate on) {
      return !from.isAfter(on) && (to == null || !to.isBefore(on));
    }
  }

  /** @param released whether its result may be known */
  record Result(long examId, String title, Subject subject, LocalDate on, int score, int passMark, boolean released) {
    boolean passed() {
      return score >= passMark;
    }
  }

  /** A part of the ledger: so many months before the day, that day among them. */
  record Window(String bucket, int months) {}

  /** @param closes the last day of sitting */
  record Coming(Subject subject, String title, LocalDate opens, LocalDate closes) {}

  Known planning(List<PlannedHours.Place> places) {
    return new Known(officerId, name, unit, on, past, facts, results, hours, coming, places);
  }

  /** The latest fact of a kind that holds on the day. */
  Optional<Fact> fact(FactKind kind) {
    return facts.stream().filter(one -> one.kind() == kind && one.holds(on)).max(Comparator.comparing(Fact::from).thenComparing(Fact::id));
  }

  /** What a person decided on a criterion. */
  Optional<Fact> decision(CertificateKind kind, String code) {
    String about = kind + "/" + code;
    return facts.stream().filter(one -> one.kind() == FactKind.DECISION && about.equals(one.about()) && one.holds(on)).max(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::id));
  }
}
