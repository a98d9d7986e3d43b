package cn.lianbing.eligibility;

import cn.lianbing.credit.CreditForecast;
import cn.lianbing.credit.PlannedHours;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The check of eligibility 资格审核: for one person, a unit or all, for either certificate, on any day, as it is known now or was known
 * at any moment. A repeated question about the past has the same answer, since nothing that it rests on is ever overwritten:
 * the personnel record's history, facts, exam results, the ledger of hours, and the versions of the rules all say when they
 * held and when they were known. Only what is still to come (the next exam) is told for now alone.
 */
@ApplicationScoped
@Transactional
public class EligibilityChecking {
  private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
  @PersistenceContext EntityManager store;
  @Inject Officers officers;
  @Inject Units units;
  @Inject EligibilityRules rules;
  @Inject KeptChecks kept;
  @Inject CreditForecast forecast;
  @Inject Clock clock;

  /**
   * Not kept: what a page shows.
   *
   * @param on      past or future
   * @param knownAt null: as it is known now
   * @throws NotFound where the officer is neither the caller nor within reach
   * @throws Refused  {@code eligibility-no-rule} where no rule held then
   */
  public Check check(Caller caller, long officerId, CertificateKind kind, LocalDate on, Instant knownAt) {
    Officer officer = officers.get(officerId);
    Desk.demandReader(caller, officer, units);
    Instant moment = moment(on, knownAt);
    Rule rule = rules.inForce(kind, on, moment);
    List<Known> known = read(records -> records.range(officerId, officerId, asked("/", "/", true, null, on, moment, windows(rule), knownAt == null)));
    return Check.of(knownAt == null ? known.get(0).planning(planned(Set.of(officerId)).places(officerId)) : known.get(0), rule, moment);
  }

  /** @param officerIds null for everybody */
  private PlannedHours planned(Set<Long> officerIds) {
    return forecast.planned(clock.instant().atZone(Times.ZONE).getYear(), officerIds);
  }

  /**
   * Kept for ever with its evidence, numbered and signed: what an application rests on.
   *
   * @throws NotFound where the officer is neither the caller nor within reach, or the caller only reads
   */
  public KeptCheck keep(Caller caller, long officerId, CertificateKind kind, LocalDate on) {
    Check check = check(caller, officerId, kind, on, null);
    boolean own = caller.officerId() != null && caller.officerId() == officerId;
    if (!own && !caller.hasAny("UNIT_ADMIN", "SUPERVISOR", "SYSTEM")) throw new NotFound("officer", officerId);
    return kept.keep(caller, officers.get(officerId), check);
  }

  /**
   * Everybody in service in a unit and below it, or within the caller's whole reach, one after the other and never all at once in
   * memory; in the order of their numbers.
   *
   * @param unitId null: the caller's whole reach
   * @param text   a part of the name, or null
   */
  public void each(Caller caller, Long unitId, String text, CertificateKind kind, LocalDate on, Instant knownAt, Consumer<Check> use) {
    Desk.demandReader(caller);
    Instant moment = moment(on, knownAt);
    Rule rule = rules.inForce(kind, on, moment);
    eachKnown(caller, unitId, text, on, moment, windows(rule), knownAt == null, known -> use.accept(Check.of(known, rule, moment)));
  }

  void eachKnown(Caller caller, Long unitId, String text, LocalDate on, Instant moment, Set<Known.Window> windows, boolean coming, Consumer<Known> use) {
    String under = unitId == null ? "/" : units.get(caller, unitId).path();
    PlannedHours planned = coming ? planned(null) : null;
    read(records -> {
      records.each(asked(caller.reach(), under, false, Like.containing(text), on, moment, windows, coming), known -> use.accept(planned == null ? known : known.planning(planned.places(known.officerId()))));
      return null;
    });
  }

  private static Records.Asked asked(String reach, String under, boolean all, String name, LocalDate on, Instant moment, Set<Known.Window> windows, boolean coming) {
    return new Records.Asked(reach, under, all, name, on, moment, windows, coming);
  }

  private Instant moment(LocalDate on, Instant knownAt) {
    if (on == null || on.isBefore(FIRST) || on.isAfter(LAST)) throw Invalid.parameter("on", "eligibility.on");
    Instant now = clock.instant();
    if (knownAt != null && knownAt.isAfter(now)) throw Invalid.parameter("knownAt", "eligibility.knownAt");
    return knownAt == null ? now : knownAt;
  }

  /** What the rules ask the ledger for. */
  static Set<Known.Window> windows(Rule... rules) {
    return Stream.of(rules).flatMap(rule -> rule.criteria().stream()).filter(one -> one.active() && one.probe() == Probe.HOURS).map(one -> new Known.Window(one.text("bucket"), one.number("months"))).collect(Collectors.toSet());
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(Records records) throws SQLException;
  }

  /** On the entity manager's own connection, so that it sees what this transaction has written. */
  private <T> T read(Reading<T> reading) {
    store.flush();
    try {
      return reading.from(new Records(store.unwrap(Connection.class)));
    } catch (SQLException e) {
      throw new IllegalStateException("the records could not be read", e);
    }
  }
}
