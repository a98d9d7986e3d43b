package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.EligibilityChecking;
import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.KeptCheck;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Role;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applying for certificates, one by one or a unit's batch, until the card is handed out. {@link CertificateApplication} says in which order. */
@ApplicationScoped
@Transactional
public class CertificateApplying {
  public static final int MOST_IN_BATCH = 200;
  /** 河南省行政执法条例 article 20: these may not apply. */
  public static final Set<Officer.Establishment> BARRED = Set.of(Officer.Establishment.MANUAL_WORKER, Officer.Establishment.CONTRACT, Officer.Establishment.TEMPORARY);
  @PersistenceContext EntityManager store;
  @Inject CertificateApplications applications;
  @Inject Certificates certificates;
  @Inject StepRules rules;
  @Inject StepLog log;
  @Inject EligibilityChecking checking;
  @Inject KeptChecks checks;
  @Inject PersonnelFacts facts;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param category 执法类别 as it will be on the card; @param duties what the officer does there */
  public record Draft(CertificateKind kind, long officerId, String category, String duties) {}

  /** By the officer for oneself, or by the unit. @return the application's id */
  public long draft(Caller caller, Draft draft) {
    return begin(caller, draft, null).id();
  }

  /** A unit's several at once: all or none. @return the batch's number */
  public String draftBatch(Caller caller, CertificateKind kind, long unitId, List<Long> officerIds, String category, String duties) {
    if (!caller.has("UNIT_ADMIN")) throw new Refused("forbidden");
    Unit unit = units.get(caller, unitId);
    if (officerIds == null || officerIds.isEmpty()) throw Invalid.field("officers", "certificate.nobody");
    if (officerIds.size() > MOST_IN_BATCH) throw Invalid.field("officers", "certificate.tooMany", MOST_IN_BATCH);
    if (kind == null) throw Invalid.field("kind", "required");
    String number = applications.number("PC", today().getYear());
    store.createNativeQuery("insert into certificate_batch (number, unit_id, kind, created_by, created_at) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, number).setParameter(2, unit.id()).setParameter(3, kind.name()).setParameter(4, caller.accountId()).setParameter(5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).executeUpdate();
    long batch = ((Number) store.createNativeQuery("select id from certificate_batch where number = ?1").setParameter(1, number).getSingleResult()).longValue();
    for (long officer : officerIds.stream().distinct().sorted().toList()) begin(caller, new Draft(kind, officer, category, duties), batch);
    return number;
  }

  private CertificateApplication begin(Caller caller, Draft draft, Long batch) {
    if (draft.kind() == null) throw Invalid.field("kind", "required");
    Officer officer = officers.get(caller, draft.officerId());
    Unit unit = units.get(officer.unitId());
    boolean mine = caller.officerId() != null && caller.officerId().equals(officer.id());
    if (!StepLog.may(caller, Step.SUBMIT, mine, caller.reaches(unit.path()))) throw new Refused("forbidden");
    if (officer.state() != Officer.State.ACTIVE) throw new Refused("application-inactive", officer.name());
    if (BARRED.contains(officer.establishment())) throw new Refused("application-barred", officer.name());
    applications.open(officer.id(), draft.kind()).ifPresent(open -> {
      throw new Refused("application-open", officer.name(), open.number());
    });
    Optional<Certificate> live = certificates.live(officer.id(), draft.kind());
    live.filter(one -> one.state() != Certificate.State.VALID || one.validTo().isAfter(today().plusDays(rules.number(StepRules.Setting.REMIND_FIRST_DAYS, today())))).ifPresent(one -> {
      throw new Refused("application-holds", officer.name(), one.serial(), Times.text(one.validTo()));
    });
    CertificateApplication.Purpose purpose = certificates.everHeld(officer.id(), draft.kind()) ? CertificateApplication.Purpose.RENEWAL : CertificateApplication.Purpose.FIRST;
    CertificateApplication application = new CertificateApplication(applications.number("SL", today().getYear()), draft.kind(), purpose, officer.id(), unit.id(), batch, today(), caller.accountId(), clock.instant());
    application.describe(text("category", draft.category(), 60), text("duties", draft.duties(), 200));
    applications.add(application);
    happened.fire(Happened.done(caller, "certificate.draft", "certificateApplication", application.id(), unit.path(), officer.name() + " " + application.number()));
    return application;
  }

  /** While it is a draft. */
  public void describe(Caller caller, StepData.Target target, String category, String duties) {
    CertificateApplication application = applications.held(caller, target);
    if (!StepLog.may(caller, Step.SUBMIT, CertificateApplications.mine(caller, application), applications.reached(caller, application))) throw new Refused("forbidden");
    application.describe(text("category", category, 60), text("duties", duties, 200));
    happened.fire(Happened.done(caller, "certificate.describe", "certificateApplication", application.id(), applications.path(application), application.number()));
  }

  /** The steps that come next and that the caller may record, with the authorities for which. */
  public List<CertificateKeeping.Next> next(Caller caller, long id) {
    CertificateApplication application = applications.get(caller, id);
    boolean mine = CertificateApplications.mine(caller, application);
    boolean reach = applications.reached(caller, application);
    return application.state().next().stream().filter(step -> StepLog.may(caller, step, mine, reach) && !(step == Step.REFUSE && application.state() == CertificateApplication.State.MADE)).filter(step -> atStage(caller, application, step, mine))
        .map(step -> new CertificateKeeping.Next(step, StepLog.authorities(caller, step, mine, reach).stream().filter(one -> decides(step, one, application)).toList())).filter(one -> !one.authorities().isEmpty()).toList();
  }

  private static boolean decides(Step step, Authority authority, CertificateApplication application) {
    return step.decidedBy(authority, application.kind(), null);
  }

  private static boolean atStage(Caller caller, CertificateApplication application, Step step, boolean mine) {
    try {
      demandStage(caller, application, step, mine);
      return true;
    } catch (Refused no) {
      return false;
    }
  }

  /** Takes a step with one. @throws Refused {@code application-step} where it does not come next, {@code changed-meanwhile} where another was quicker */
  public void take(Caller caller, StepData.Target target, StepData data) {
    CertificateApplication application = applications.held(caller, target);
    boolean mine = CertificateApplications.mine(caller, application);
    if (data.step() == null) throw Invalid.field("step", "required");
    if (!application.state().allows(data.step())) throw new Refused("application-step", application.number());
    StepLog.demand(caller, data.step(), data.authority(), mine, applications.reached(caller, application));
    demandStage(caller, application, data.step(), mine);
    Measure measure = measure(data);
    measure.demand(application.kind(), application.lastOn(), today());
    CertificateApplication.State from = application.state();
    Officer officer = officers.get(application.officerId());
    switch (data.step()) {
      case SUBMIT, UNIT_PASS -> demandFit(officer);
      case ESTABLISHMENT_PASS -> confirmed(caller, application, measure);
      case BUREAU_PASS -> demandCheck(caller, application);
      case MAKE -> make(caller, application, officer, data, measure);
      case ISSUE -> issue(caller, application, measure);
      case REFUSE -> discard(caller, application, measure);
      default -> { }
    }
    application.take(measure, today());
    if (data.step() == Step.PUBLISH) application.publish(data.on(), data.on().plusDays(rules.number(StepRules.Setting.PUBLICATION_DAYS, data.on()) - 1L));
    log.add(caller, null, application, from, measure);
    tell(caller, application, officer, data);
  }

  /** The same step with several, all or none: a unit's batch, a list that goes to the province. */
  public void takeMany(Caller caller, List<StepData.Target> targets, StepData data) {
    if (targets == null || targets.isEmpty()) throw Invalid.field("targets", "certificate.none");
    if (targets.size() > MOST_IN_BATCH) throw Invalid.field("targets", "certificate.tooMany", MOST_IN_BATCH);
    if (data.step() == Step.MAKE) throw Invalid.field("step", "certificate.oneByOne");
    targets.stream().sorted(java.util.Comparator.comparingLong(StepData.Target::id)).forEach(target -> take(caller, target, data));
  }

  /** Until the unit has passed it on, the unit decides; afterwards the desk. */
  private static void demandStage(Caller caller, CertificateApplication application, Step step, boolean mine) {
    if (step != Step.RETURN && step != Step.REFUSE) return;
    boolean atUnit = application.state() == CertificateApplication.State.SUBMITTED;
    if (mine || !caller.has(atUnit ? "UNIT_ADMIN" : "SUPERVISOR")) throw new Refused("forbidden");
  }

  private static void demandFit(Officer officer) {
    if (officer.state() != Officer.State.ACTIVE) throw new Refused("application-inactive", officer.name());
    if (BARRED.contains(officer.establishment())) throw new Refused("application-barred", officer.name());
  }

  /**
   * Checks whether the officer is eligible and keeps the check: what the approval will rest on. Again where facts came in since.
   *
   * @throws Refused {@code application-step} where it is not the bureau's turn
   */
  public KeptCheck examine(Caller caller, StepData.Target target) {
    CertificateApplication application = applications.held(caller, target);
    if (!caller.has("SUPERVISOR")) throw new Refused("forbidden");
    if (CertificateApplications.mine(caller, application)) throw new Refused("certificate-own");
    if (application.state() != CertificateApplication.State.ESTABLISHED) throw new Refused("application-step", application.number());
    KeptCheck kept = checking.keep(caller, application.officerId(), application.kind(), today());
    application.restsOn(kept.id());
    happened.fire(Happened.done(caller, "certificate.examine", "certificateApplication", application.id(), applications.path(application), application.number() + " " + kept.number()));
    return kept;
  }

  /** Eligible by the kept check, or because a person decided so. */
  private void demandCheck(Caller caller, CertificateApplication application) {
    if (application.checkId() == null) throw new Refused("application-unchecked", application.number());
    Boolean eligible = checks.get(caller, application.checkId()).eligible();
    if (eligible == null) throw new Refused("application-undecided", application.number());
    if (!eligible) throw new Refused("application-not-eligible", application.number());
  }

  /** The establishment office's answer is a fact about the person, which the check asks for. */
  private void confirmed(Caller caller, CertificateApplication application, Measure measure) {
    facts.record(caller, application.officerId(), new PersonnelFacts.FactData(FactKind.VERIFICATION, "CONFIRMED", measure.document(), Texts.in(Texts.CHINESE).get("certificate.authority.ESTABLISHMENT_OFFICE"), measure.note(), measure.on(), null));
  }

  private void make(Caller caller, CertificateApplication application, Officer officer, StepData data, Measure measure) {
    String serial = rules.serial(data.serial(), "serial", today());
    if (certificates.bySerial(serial).isPresent()) throw Invalid.field("serial", "certificate.serialTaken", serial);
    LocalDate from = data.validFrom() == null ? data.on() : data.validFrom();
    Certificate certificate = new Certificate(application.kind(), serial, new Certificate.Holder(officer.id(), application.unitId(), officer.name(), null, null), application.category(), from, data.validTo() == null ? rules.cohortEnd(today()) : data.validTo(), data.on());
    certificates.add(certificate);
    application.became(certificate);
    log.add(caller, null, certificate, null, measure);
  }

  private void issue(Caller caller, CertificateApplication application, Measure measure) {
    Certificate certificate = certificates.held(Caller.system(), new StepData.Target(application.certificateId(), certificates.get(Caller.system(), application.certificateId()).version()));
    certificates.live(application.officerId(), application.kind()).ifPresent(old -> {
      if (old.state() != Certificate.State.VALID) throw new Refused("application-holds", old.holderName(), old.serial(), Times.text(old.validTo()));
      Measure renewed = Measure.bySystem(Step.REPLACE, measure.on(), Reason.RENEWED, certificate.serial());
      old.happen(renewed, today());
      certificate.replaces(old);
      log.add(caller, null, old, Certificate.State.VALID, renewed);
      certificates.flush(); // before the new one is in force: the officer has one at a time
    });
    Certificate.State from = certificate.state();
    certificate.take(measure, today());
    log.add(caller, null, certificate, from, measure);
  }

  /** A card that was made and is not handed out any more. */
  private void discard(Caller caller, CertificateApplication application, Measure measure) {
    if (application.state() != CertificateApplication.State.MADE) return;
    Certificate certificate = certificates.get(Caller.system(), application.certificateId());
    Certificate.State from = certificate.state();
    Measure cancelled = Measure.bySystem(Step.CANCEL, measure.on(), Reason.MISPRINTED, measure.note());
    certificate.happen(cancelled, today());
    log.add(caller, null, certificate, from, cancelled);
  }

  private Measure measure(StepData data) {
    return new Measure(data.step(), data.authority(), rules.basis(data.basisId()), data.document(), data.on(), data.reason(), data.note());
  }

  private void tell(Caller caller, CertificateApplication application, Officer officer, StepData data) {
    happened.fire(Happened.done(caller, "certificate." + data.step(), "certificateApplication", application.id(), applications.path(application), application.number() + " " + officer.name()));
    Notice notice = new Notice(data.step().notice(), List.of(officer.name(), application.number(), Times.text(data.on()), data.note() == null ? "" : data.note()), "/officer/certificate/mine.xhtml");
    switch (data.step()) {
      case SUBMIT -> notices.tellUnitAdmins(application.unitId(), new Notice(notice.kind(), notice.args(), link(application)));
      case UNIT_PASS -> notices.tellRole(Role.SUPERVISOR, new Notice(notice.kind(), notice.args(), link(application)));
      case BUREAU_PASS, PUBLISH, MAKE, ISSUE -> notices.tellOfficers(List.of(officer.id()), notice);
      case RETURN, REFUSE, OBJECT -> {
        notices.tellOfficers(List.of(officer.id()), notice);
        notices.tellUnitAdmins(application.unitId(), new Notice(notice.kind(), notice.args(), link(application)));
      }
      default -> { }
    }
  }

  private static String link(CertificateApplication application) {
    return "/staff/certificate/application.xhtml?id=" + application.id();
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private static String text(String field, String text, int longest) {
    if (text == null || text.isBlank()) return null;
    if (text.strip().length() > longest) throw Invalid.field(field, "tooLong", longest);
    return text.strip();
  }
}
