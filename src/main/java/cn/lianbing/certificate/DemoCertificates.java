package cn.lianbing.certificate;

import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.EligibilityChecking;
import cn.lianbing.people.Account;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo's register: what was handed out and cancelled since 2023, cards that end soon, that are suspended or lost, and
 * applications at every stage. The counts of 2023 are those of the district's published report: 34 and 4 applied for, 100 and 2
 * cancelled. Names of former holders are invented.
 */
@ApplicationScoped
@Transactional
public class DemoCertificates {
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "建军国强志刚秀英桂兰玉梅海涛春生永红保国";
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject Certificates certificates;
  @Inject CertificateApplications applications;
  @Inject EligibilityChecking checking;
  @Inject StepRules rules;
  @Inject StepLog log;
  @Inject Officers officers;
  @Inject Accounts accounts;
  @Inject Clock clock;
  private LocalDate today;
  private Account desk;
  private int serials;
  private List<StepRules.Basis> bases;

  void fill(@Observes @Priority(130) Startup startup) {
    if (!settings.demo() || store.createQuery("select count(c) from Certificate c", Long.class).getSingleResult() > 0) return;
    List<Officer> all = officers.activeUnder("/").stream().filter(one -> !CertificateApplying.BARRED.contains(one.establishment())).toList();
    desk = accounts.byUsername("supervisor").orElse(null);
    if (all.size() < 200 || desk == null) return;
    today = clock.instant().atZone(Times.ZONE).toLocalDate();
    bases = rules.bases();
    former(all);
    int next = handedOut(all);
    next = current(all, next);
    special(all);
    waiting(all.subList(next, all.size()));
  }

  /** Whose card was cancelled in 2023 and the years after; they are not among the officers any more. */
  private void former(List<Officer> all) {
    Reason[] why = {Reason.RETIRED, Reason.MOVED_AWAY, Reason.MOVED_AWAY, Reason.EXPIRED, Reason.RETIRED, Reason.LEFT_SERVICE, Reason.ORGAN_ABOLISHED, Reason.NOT_ESTABLISHED, Reason.MOVED_AWAY, Reason.DIED};
    for (int i = 0; i < 100; i++) gone(all.get(i % all.size()).unitId(), CertificateKind.ENFORCEMENT, why[i % why.length], LocalDate.of(2023, 2 + i % 10, 6 + i % 17), i);
    for (int i = 0; i < 2; i++) gone(all.get(i).unitId(), CertificateKind.SUPERVISION, i == 0 ? Reason.RETIRED : Reason.MOVED_AWAY, LocalDate.of(2023, 5 + i * 4, 18), 100 + i);
    for (int year = 2024; year < 2027; year++) for (int i = 0; i < 9 + year % 5 * 3; i++) gone(all.get((i * 7 + year) % all.size()).unitId(), i == 4 ? CertificateKind.SUPERVISION : CertificateKind.ENFORCEMENT, why[(i + year) % why.length], LocalDate.of(year, 1 + i % 10, 8 + i % 15), year + i);
  }

  private void gone(long unit, CertificateKind kind, Reason why, LocalDate on, int i) {
    String name = SURNAMES.charAt(i % SURNAMES.length()) + "" + GIVEN.charAt(i * 7 % GIVEN.length()) + (i % 3 == 0 ? "" : GIVEN.charAt(i * 5 % GIVEN.length()));
    LocalDate from = on.minusYears(3).withDayOfYear(20 + i % 40);
    Certificate one = add(new Certificate(kind, serial(kind, from), new Certificate.Holder(null, unit, name, null, null), null, from, LocalDate.of(2025, 12, 31), from), from, Certificate.State.CANCELLED, on);
    step(one, null, Step.IMPORT, Certificate.State.VALID, from, null, null, null);
    step(one, Certificate.State.VALID, Step.CANCEL, Certificate.State.CANCELLED, on, Authority.SUPERVISION_ORGAN, why, "陕司证〔%d〕%d号".formatted(on.getYear(), 1 + on.getMonthValue()));
  }

  /** With the applications that led there: 34 and 4 in 2023, fewer in the years after. @return the first officer that is left */
  private int handedOut(List<Officer> all) {
    int next = 0;
    for (int i = 0; i < 34; i++) applied(all.get(next++), CertificateKind.ENFORCEMENT, LocalDate.of(2023, 2 + i / 12 * 4, 3 + i % 12));
    for (int i = 0; i < 4; i++) applied(all.get(i * 5), CertificateKind.SUPERVISION, LocalDate.of(2023, 9, 4 + i));
    for (int year = 2024; year < 2027; year++) for (int i = 0; i < 12; i++) applied(all.get(next++), CertificateKind.ENFORCEMENT, LocalDate.of(year, 3 + i / 6 * 3, 5 + i % 6));
    return next;
  }

  private void applied(Officer officer, CertificateKind kind, LocalDate begun) {
    CertificateApplication one = new CertificateApplication(applications.number("SL", begun.getYear()), kind, CertificateApplication.Purpose.FIRST, officer.id(), officer.unitId(), null, begun, desk.id(), at(begun));
    one.describe("综合行政执法", officer.post());
    applications.add(one);
    String document = "陕司证报〔%d〕%d号".formatted(begun.getYear(), 1 + (begun.getMonthValue() - 1) / 3);
    LocalDate made = begun.plusDays(70);
    Certificate card = add(new Certificate(kind, serial(kind, made), new Certificate.Holder(officer.id(), officer.unitId(), officer.name(), null, null), "综合行政执法", made, LocalDate.of(2030, 12, 31), made), made.plusDays(6), Certificate.State.VALID, null);
    CertificateApplication.State[] way = CertificateApplication.State.WAY.toArray(CertificateApplication.State[]::new);
    Step[] steps = {Step.SUBMIT, Step.UNIT_PASS, Step.ESTABLISHMENT_PASS, Step.BUREAU_PASS, Step.PUBLISH, Step.SEND, Step.MAKE, Step.ISSUE};
    int[] days = {0, 3, 14, 20, 22, 31, 70, 76};
    for (int i = 0; i < steps.length; i++) {
      LocalDate on = begun.plusDays(days[i]);
      Measure measure = measure(steps[i], kind, on, steps[i] == Step.SUBMIT || steps[i] == Step.UNIT_PASS ? Authority.OWN_ORGAN : null, null, steps[i] == Step.SEND ? document : steps[i] == Step.ESTABLISHMENT_PASS ? "陕编核〔%d〕%d号".formatted(begun.getYear(), begun.getMonthValue()) : null);
      log.add(new CertificateStep(one.id(), null, i == 0 ? CertificateApplication.State.DRAFT : way[i - 1], way[i], measure, desk.id(), null, at(on)));
    }
    one.past(CertificateApplication.State.ISSUED, document, card, begun.plusDays(76));
    step(card, null, Step.MAKE, Certificate.State.MADE, made, Authority.ISSUER, null, null);
    step(card, Certificate.State.MADE, Step.ISSUE, Certificate.State.VALID, made.plusDays(6), Authority.SUPERVISION_ORGAN, null, null);
    for (int year = made.getYear() + 1; year < today.getYear(); year++) check(card, LocalDate.of(year, 11, 12));
  }

  private void check(Certificate card, LocalDate on) {
    step(card, Certificate.State.VALID, Step.ANNUAL_CHECK, Certificate.State.VALID, on, Authority.SUPERVISION_ORGAN, null, null);
    card.checked(on.getYear());
  }

  /** From the renewal that followed the end of the former cards in 2025; some of them run out soon. */
  private int current(List<Officer> all, int first) {
    int next = first;
    int end = all.size() - 45;
    for (int i = 0; next < end; i++, next++) {
      Officer officer = all.get(next);
      LocalDate from = i % 9 == 0 ? LocalDate.of(2021, 6, 1) : LocalDate.of(2026, 1, 5 + i % 20);
      LocalDate to = i % 9 == 0 ? today.plusDays(12 + i % 75) : i % 37 == 5 ? today.minusDays(3 + i % 20) : LocalDate.of(2030, 12, 31);
      Certificate card = add(new Certificate(CertificateKind.ENFORCEMENT, serial(CertificateKind.ENFORCEMENT, from), new Certificate.Holder(officer.id(), officer.unitId(), officer.name(), null, null), "综合行政执法", from, to, from), from, Certificate.State.VALID, null);
      step(card, null, Step.IMPORT, Certificate.State.VALID, from, null, null, null);
      if (i % 9 == 0 && i % 2 == 0) card.checked(today.getYear() - 1);
      store.createNativeQuery("insert into certificate_duty (officer_id, on_duty, reviewer, changed_at) values (?1, true, ?2, utc_timestamp(3))").setParameter(1, officer.id()).setParameter(2, officer.post() != null && officer.post().contains("审核") && i % 3 == 0).executeUpdate();
    }
    return next;
  }

  /** One each of what else can happen. */
  private void special(List<Officer> all) {
    store.flush();
    take(all.get(3), Step.SUSPEND, Authority.SUPERVISION_ORGAN, Reason.R45_3, "陕司监〔2026〕7号", today.minusDays(70), "立案程序不合规，离岗培训。");
    certificates.live(all.get(3).id(), CertificateKind.ENFORCEMENT).orElseThrow().suspendUntil(today.plusDays(60), 180);
    take(all.get(8), Step.REPORT_LOST, Authority.OWN_ORGAN, Reason.LOST, null, today.minusDays(5), "下乡检查时遗失。");
    take(all.get(11), Step.RECALL, Authority.OWN_ORGAN, Reason.MOVED_AWAY, null, today.minusDays(9), "调至区档案局，不再执法。");
    take(all.get(14), Step.SUSPEND, Authority.SUPERVISION_ORGAN, Reason.R45_1, "陕司监〔2026〕3号", today.minusDays(200), null);
    certificates.live(all.get(14).id(), CertificateKind.ENFORCEMENT).orElseThrow().suspendUntil(today.minusDays(20), 180);
    take(all.get(17), Step.REVOKE, Authority.GOVERNMENT, Reason.R45_5, "陕政法〔2026〕2号", today.minusDays(31), null);
    take(all.get(20), Step.CANCEL, Authority.SUPERVISION_ORGAN, Reason.RETIRED, "陕司证〔2026〕9号", today.minusDays(16), null);
  }

  private void take(Officer officer, Step step, Authority authority, Reason reason, String document, LocalDate on, String note) {
    Certificate card = certificates.live(officer.id(), CertificateKind.ENFORCEMENT).orElseThrow();
    Certificate.State from = card.state();
    Measure plain = measure(step, card.kind(), on, authority, reason, document);
    Measure measure = new Measure(step, authority, plain.basis(), document, on, reason, note);
    card.happen(measure, today);
    log.add(new CertificateStep(null, card.id(), from, card.state(), measure, desk.id(), null, at(on)));
    store.flush();
  }

  /** Applications at every stage, of officers whose conditions fit it. */
  private void waiting(List<Officer> left) {
    Caller caller = accounts.caller(desk, null);
    List<Officer> eligible = new ArrayList<>();
    List<Officer> others = new ArrayList<>();
    for (Officer one : left) (checking.check(caller, one.id(), CertificateKind.ENFORCEMENT, today, null).verdict() == Check.Verdict.ELIGIBLE ? eligible : others).add(one);
    CertificateApplication.State[] far = {CertificateApplication.State.MADE, CertificateApplication.State.SENT, CertificateApplication.State.SENT, CertificateApplication.State.PUBLISHED, CertificateApplication.State.PUBLISHED, CertificateApplication.State.APPROVED, CertificateApplication.State.ESTABLISHED, CertificateApplication.State.ESTABLISHED};
    for (int i = 0; i < Math.min(far.length, eligible.size()); i++) begin(caller, eligible.get(i), far[i], i);
    CertificateApplication.State[] near = {CertificateApplication.State.ESTABLISHED, CertificateApplication.State.UNIT_PASSED, CertificateApplication.State.UNIT_PASSED, CertificateApplication.State.SUBMITTED, CertificateApplication.State.SUBMITTED, CertificateApplication.State.DRAFT, CertificateApplication.State.DRAFT};
    for (int i = 0; i < Math.min(near.length, others.size()); i++) begin(caller, others.get(i), near[i], 20 + i);
  }

  private void begin(Caller caller, Officer officer, CertificateApplication.State until, int i) {
    LocalDate begun = today.minusDays(40L - i);
    CertificateApplication one = new CertificateApplication(applications.number("SL", begun.getYear()), CertificateKind.ENFORCEMENT, CertificateApplication.Purpose.FIRST, officer.id(), officer.unitId(), null, begun, desk.id(), at(begun));
    one.describe("综合行政执法", officer.post());
    applications.add(one);
    Step[] steps = {Step.SUBMIT, Step.UNIT_PASS, Step.ESTABLISHMENT_PASS, Step.BUREAU_PASS, Step.PUBLISH, Step.SEND, Step.MAKE};
    int[] days = {0, 1, 4, 6, 7, 15, 24};
    for (int n = 0; n < steps.length && one.state() != until; n++) {
      LocalDate on = begun.plusDays(days[n]).isAfter(today) ? today : begun.plusDays(days[n]);
      CertificateApplication.State from = one.state();
      Measure measure = measure(steps[n], one.kind(), on, n < 2 ? Authority.OWN_ORGAN : null, null, steps[n] == Step.ESTABLISHMENT_PASS ? "陕编核〔%d〕41号".formatted(on.getYear()) : steps[n] == Step.SEND ? "陕司证报〔%d〕6号".formatted(on.getYear()) : null);
      if (steps[n] == Step.BUREAU_PASS) one.restsOn(checking.keep(caller, officer.id(), one.kind(), today).id());
      if (steps[n] == Step.MAKE) {
        Certificate card = certificates.add(new Certificate(one.kind(), serial(one.kind(), on), new Certificate.Holder(officer.id(), officer.unitId(), officer.name(), null, null), one.category(), on, rules.cohortEnd(today), on));
        one.became(card);
        step(card, null, Step.MAKE, Certificate.State.MADE, on, Authority.ISSUER, null, null);
      }
      one.take(measure, today);
      if (steps[n] == Step.PUBLISH) one.publish(on, on.plusDays(6));
      log.add(new CertificateStep(one.id(), null, from, one.state(), measure, desk.id(), null, at(on)));
    }
  }

  private Certificate add(Certificate card, LocalDate issued, Certificate.State state, LocalDate ended) {
    card.imported(state, null, issued, ended);
    return certificates.add(card);
  }

  private void step(Certificate card, Certificate.State from, Step step, Certificate.State to, LocalDate on, Authority authority, Reason reason, String document) {
    Measure measure = step == Step.IMPORT ? Measure.bySystem(step, on, null, null) : measure(step, card.kind(), on, authority, reason, document);
    log.add(new CertificateStep(null, card.id(), from, to, measure, desk.id(), null, at(on)));
  }

  /** @param authority null: whoever decides it by the first article that there is */
  private Measure measure(Step step, CertificateKind kind, LocalDate on, Authority authority, Reason reason, String document) {
    StepRules.Basis basis = bases.stream().filter(one -> one.step() == step && (one.kind() == null || one.kind() == kind) && (authority == null || one.authority() == authority)).findFirst().orElseThrow();
    return new Measure(step, basis.authority(), basis, document, on, reason, null);
  }

  /** Of no known form: the demo's own. */
  private String serial(CertificateKind kind, LocalDate on) {
    return "%s1203%d%05d".formatted(kind == CertificateKind.ENFORCEMENT ? "Z" : "J", on.getYear(), ++serials);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(10, 20).atZone(Times.ZONE).toInstant();
  }
}
