package cn.lianbing.eligibility;

import cn.lianbing.credit.PlannedHours;
import cn.lianbing.exam.Subject;
import cn.lianbing.people.Officer;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers one criterion for one person: yes, no, or it is not known. What a person has decided comes first; the machine's own
 * "no" is a "no" only where the criterion lets the machine decide. Nothing here reads a table or a clock.
 */
final class Judging {
  private final CertificateKind kind;
  private final Criterion criterion;
  private final Known known;
  private final List<Check.Evidence> evidence = new ArrayList<>(2);
  private Boolean met;
  private Said missing;
  private LocalDate by;

  private Judging(CertificateKind kind, Criterion criterion, Known known) {
    this.kind = kind;
    this.criterion = criterion;
    this.known = known;
  }

  static Check.Finding judge(CertificateKind kind, Criterion criterion, Known known) {
    return new Judging(kind, criterion, known).judge();
  }

  private Check.Finding judge() {
    look();
    Optional<Known.Fact> decision = known.decision(kind, criterion.code());
    if (decision.isPresent()) decided(decision.get());
    else if (criterion.decides() == Criterion.Decides.PERSON && Boolean.FALSE.equals(met)) met = null;
    if (Boolean.TRUE.equals(met)) {
      missing = null;
      by = null;
    }
    return new Check.Finding(criterion.code(), criterion.title(), criterion.question(), criterion.basis(), met, evidence, missing, by, criterion.unverified(), decision.isPresent());
  }

  private void decided(Known.Fact decision) {
    met = decision.value().equals("MET");
    evidence.add(0, new Check.Evidence(Said.of("decision." + decision.value(), decision.by(), decision.recordedAt().atZone(Times.ZONE).toLocalDate(), decision.note()), fact(decision)));
    if (!met) missing = Said.of("decision.missing", decision.note());
  }

  private void look() {
    switch (criterion.probe()) {
      case IN_SERVICE -> inService();
      case ESTABLISHMENT -> establishment(criterion.some("kinds"), true);
      case NOT_BARRED -> establishment(criterion.some("barred"), false);
      case VERIFIED -> verified();
      case AGE -> age();
      case HEALTH -> health();
      case SUITED -> suited();
      case EXAM -> exam();
      case HOURS -> hours();
      case NOT_SANCTIONED -> notSanctioned();
      case ASSESSED -> assessed();
      case NOT_CONVICTED -> free(FactKind.CONVICTION, "CONVICTED", 0);
      case NOT_REVOKED -> free(FactKind.REVOCATION, "REVOKED", criterion.number("banMonths"));
      case DUTY -> duty();
      case ONE_DUTY -> oneDuty();
      case UNIT_LEVEL -> unitLevel();
    }
  }

  private void inService() {
    if (unknownRecord()) return;
    Officer.State state = known.past().state();
    record("state", Said.name("people.state", state), known.unit());
    if (state == Officer.State.ACTIVE) met = true;
    else if (state == Officer.State.SECONDED) missing = Said.of("seconded");
    else no(Said.of("notInService", Said.name("people.state", state)), null);
  }

  private void establishment(List<String> kinds, boolean wanted) {
    if (unknownRecord()) return;
    String own = Said.name("people.establishment", known.past().establishment());
    record("establishment", own);
    if (kinds.contains(known.past().establishment().name()) == wanted) met = true;
    else no(wanted ? Said.of("establishment.no", own, Said.names("people.establishment", kinds)) : Said.of("barred", own), null);
  }

  private void verified() {
    Optional<Known.Fact> fact = recent(FactKind.VERIFICATION);
    if (fact.isEmpty()) missing = Said.of("verified.none");
    else if (fact.get().value().equals("CONFIRMED")) met = true;
    else no(Said.of("verified.different"), null);
  }

  private void age() {
    if (unknownRecord()) return;
    LocalDate birth = known.past().birthDate();
    if (birth == null) {
      missing = Said.of("birth.none");
      return;
    }
    LocalDate of = birth.plusYears(criterion.number("years"));
    record("birth", birth);
    if (of.isAfter(known.on())) no(Said.of("age", criterion.number("years"), of), of);
    else met = true;
  }

  private void health() {
    Optional<Known.Fact> fact = recent(FactKind.HEALTH);
    if (fact.isEmpty()) missing = Said.of("health.none");
    else if (fact.get().value().equals("FIT")) met = true;
    else no(Said.of("health.unfit"), null);
  }

  private void suited() {
    String least = criterion.text("least");
    if (!least.equals("NONE")) {
      if (unknownRecord()) return;
      Officer.Education own = known.past().education();
      if (own == null) {
        missing = Said.of("education.none");
        return;
      }
      record("education", Said.name("people.education", own));
      if (own.compareTo(Officer.Education.valueOf(least)) < 0) {
        no(Said.of("education", Said.name("people.education", least)), null);
        return;
      }
    }
    Optional<Known.Fact> fact = known.fact(FactKind.SUITABILITY);
    fact.ifPresent(this::show);
    if (fact.isEmpty()) missing = Said.of("suited.none");
    else if (fact.get().value().equals("SUITED")) met = true;
    else no(Said.of("suited.no"), null);
  }

  private void exam() {
    Subject subject = Subject.valueOf(criterion.text("subject"));
    LocalDate since = criterion.number("validMonths") == 0 ? LocalDate.MIN : known.on().minusMonths(criterion.number("validMonths"));
    Optional<Known.Fact> exemption = criterion.flag("exempt") ? known.fact(FactKind.LEGAL_QUALIFICATION) : Optional.empty();
    if (exemption.isPresent()) {
      show(exemption.get());
      evidence.add(new Check.Evidence(Said.of("exam.exempt"), null));
      met = true;
      return;
    }
    List<Known.Result> results = known.results().stream().filter(one -> one.subject() == subject).toList();
    Optional<Known.Result> passed = results.stream().filter(one -> one.released() && one.passed() && !one.on().isBefore(since)).max(Comparator.comparing(Known.Result::on));
    Optional<Known.Fact> outside = known.fact(subject == Subject.PUBLIC ? FactKind.EXAM_PUBLIC : FactKind.EXAM_PROFESSIONAL).filter(one -> !one.from().isBefore(since));
    passed.ifPresent(one -> show(one, "exam.passed"));
    outside.ifPresent(this::show);
    if (passed.isPresent() || outside.isPresent()) met = true;
    else notPassed(subject, results);
  }

  private void notPassed(Subject subject, List<Known.Result> results) {
    if (results.stream().anyMatch(one -> !one.released())) {
      missing = Said.of("exam.waiting");
      return;
    }
    Optional<Known.Result> last = results.stream().max(Comparator.comparing(Known.Result::on));
    last.ifPresent(one -> show(one, one.passed() ? "exam.old" : "exam.failed"));
    String name = Said.name("exam.subject", subject);
    Optional<Known.Coming> next = known.coming().stream().filter(one -> one.subject() == subject).min(Comparator.comparing(Known.Coming::closes));
    if (next.isPresent()) no(Said.of("exam.next", name, next.get().title(), next.get().opens(), next.get().closes()), next.get().closes());
    else no(Said.of("exam.none", name), null);
  }

  private void hours() {
    if (unknownRecord()) return;
    int need = criterion.number("hours") * 100;
    int own = known.hours().getOrDefault(new Known.Window(criterion.text("bucket"), criterion.number("months")), 0);
    evidence.add(new Check.Evidence(Said.of("hours", known.on().minusMonths(criterion.number("months")).plusDays(1), known.on(), Said.name("credit.bucket", criterion.text("bucket")), Hundredths.text(own), criterion.number("hours")), "/staff/credit/officer.xhtml?id=" + known.officerId()));
    if (own >= need) met = true;
    else tooFew(need - own);
  }

  /** By when it can be met: by what the person has places in, else within the year. */
  private void tooFew(int lacking) {
    List<PlannedHours.Place> places = known.planned().stream().filter(one -> one.bucket().name().equals(criterion.text("bucket")) && one.on().isAfter(known.on())).sorted(Comparator.comparing(PlannedHours.Place::on)).toList();
    int sum = 0;
    for (PlannedHours.Place place : places) {
      sum += place.hundredths();
      if (sum < lacking) continue;
      no(Said.of("hours.planned", Hundredths.text(lacking), place.on()), place.on());
      return;
    }
    no(Said.of(sum == 0 ? "hours.lacking" : "hours.some", Hundredths.text(lacking), known.on().withMonth(12).withDayOfMonth(31), Hundredths.text(sum)), null);
  }

  private void notSanctioned() {
    List<String> order = FactKind.SANCTION.choices();
    Predicate<Known.Fact> heavy = one -> order.indexOf(one.value()) >= order.indexOf(criterion.text("least"));
    List<Known.Fact> held = known.facts().stream().filter(one -> one.kind() == FactKind.SANCTION && one.holds(known.on())).toList();
    Optional<Known.Fact> sanction = held.stream().filter(heavy).max(Comparator.comparing(one -> one.to() == null ? LocalDate.MAX : one.to()));
    Optional<Known.Fact> inquiry = held.stream().filter(one -> one.value().equals("INVESTIGATION")).findFirst();
    if (sanction.isPresent()) {
      show(sanction.get());
      LocalDate end = sanction.get().to();
      no(end == null ? Said.of("sanction.forever") : Said.of("sanction", end), end == null ? null : end.plusDays(1));
    } else if (inquiry.isPresent()) {
      show(inquiry.get());
      missing = Said.of("inquiry");
    } else {
      held.forEach(this::show);
      if (held.isEmpty()) evidence.add(new Check.Evidence(Said.of("none.SANCTION"), null));
      met = true;
    }
  }

  /** In the first quarter last year's may not be known yet, and the one before counts. */
  private void assessed() {
    int year = known.on().getYear() - 1;
    int oldest = known.on().getMonthValue() <= 3 ? year - 1 : year;
    Optional<Known.Fact> fact = known.facts().stream().filter(one -> one.kind() == FactKind.ASSESSMENT && one.from().getYear() >= oldest && one.from().getYear() <= year).max(Comparator.comparing(Known.Fact::from).thenComparing(Known.Fact::id));
    fact.ifPresent(this::show);
    if (fact.isEmpty()) missing = Said.of("assessed.none", year);
    else if (!fact.get().value().equals("INCOMPETENT")) met = true;
    else no(Said.of("assessed.no"), null);
  }

  /** Nothing of the kind is recorded, or what is has run out. */
  private void free(FactKind what, String bars, int banMonths) {
    Optional<Known.Fact> bar = known.facts().stream().filter(one -> one.kind() == what && one.value().equals(bars) && (banMonths == 0 || one.from().plusMonths(banMonths).isAfter(known.on()))).max(Comparator.comparing(Known.Fact::from));
    Optional<Known.Fact> pending = known.facts().stream().filter(one -> one.kind() == what && one.value().equals("PENDING") && one.holds(known.on())).findFirst();
    if (bar.isPresent()) {
      show(bar.get());
      LocalDate until = banMonths == 0 ? null : bar.get().from().plusMonths(banMonths);
      no(until == null ? Said.of("bar." + what) : Said.of("bar.until", until), until);
    } else if (pending.isPresent()) {
      show(pending.get());
      missing = Said.of("pending." + what);
    } else {
      evidence.add(new Check.Evidence(Said.of("none." + what), null));
      met = true;
    }
  }

  private void duty() {
    Optional<Known.Fact> fact = known.fact(FactKind.DUTY);
    fact.ifPresent(this::show);
    String wanted = criterion.text("duty");
    if (fact.isEmpty()) missing = Said.of("duty.none");
    else if (fact.get().value().equals(wanted) || fact.get().value().equals("BOTH")) met = true;
    else no(Said.of("duty.no", Said.name("eligibility.fact.DUTY", wanted)), null);
  }

  private void oneDuty() {
    Optional<Known.Fact> fact = known.fact(FactKind.DUTY);
    fact.ifPresent(this::show);
    if (fact.isEmpty()) missing = Said.of("duty.none");
    else if (!fact.get().value().equals("BOTH")) met = true;
    else no(Said.of("duty.both"), null);
  }

  private void unitLevel() {
    if (unknownRecord()) return;
    record("unit", known.unit(), Said.name("people.unitKind", known.past().level()));
    if (criterion.some("kinds").contains(known.past().level().name())) met = true;
    else no(Said.of("unit.no", Said.names("people.unitKind", criterion.some("kinds"))), null);
  }

  private boolean unknownRecord() {
    if (known.past() == null) missing = Said.of("record.none", known.on());
    return known.past() == null;
  }

  /** The latest fact that holds and is not too old for the criterion. */
  private Optional<Known.Fact> recent(FactKind what) {
    int months = criterion.number("validMonths");
    Optional<Known.Fact> fact = known.fact(what).filter(one -> months == 0 || one.from().plusMonths(months).isAfter(known.on()));
    fact.ifPresent(this::show);
    return fact;
  }

  private void no(Said what, LocalDate when) {
    met = false;
    missing = what;
    by = when;
  }

  private void record(String key, Object... facts) {
    evidence.add(new Check.Evidence(Said.of(key, facts), "/staff/people/officer.xhtml?id=" + known.officerId()));
  }

  private void show(Known.Result result, String key) {
    evidence.add(new Check.Evidence(Said.of(key, result.title(), result.on(), Marks.text(result.score()), Marks.text(result.passMark())), "/staff/exam/ranking.xhtml?exam=" + result.examId()));
  }

  private void show(Known.Fact one) {
    String value = Said.name("eligibility.fact." + one.kind(), one.value());
    String document = one.documentNumber() == null ? "" : one.documentNumber();
    String issuer = one.issuer() == null ? "" : one.issuer();
    String key = one.to() == null ? "fact" : "fact.until";
    evidence.add(new Check.Evidence(Said.of(key, Said.name("eligibility.factKind", one.kind()), value, one.from(), issuer, document, one.to() == null ? "" : one.to()), fact(one)));
  }

  private String fact(Known.Fact one) {
    return "/staff/eligibility/officer.xhtml?id=" + known.officerId() + "#fact-" + one.id();
  }
}
