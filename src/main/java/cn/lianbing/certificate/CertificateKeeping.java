package cn.lianbing.certificate;

import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.PersonnelFacts;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What happens to a certificate once it is handed out. {@link Certificate} says in which order, {@link Step} who decides. */
@ApplicationScoped
@Transactional
public class CertificateKeeping {
  public static final int MOST = 1_000;
  @Inject Certificates certificates;
  @Inject CertificateApplications applications;
  @Inject StepRules rules;
  @Inject StepLog log;
  @Inject Officers officers;
  @Inject PersonnelFacts facts;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What a certificate's reader may do with it now. @param authorities for which the reader may record it */
  public record Next(Step step, List<Authority> authorities) implements java.io.Serializable {}

  /** The steps that come next and that the caller may record. ISSUE is taken with the application. */
  public List<Next> next(Caller caller, long id) {
    Certificate certificate = certificates.get(caller, id);
    boolean mine = Certificates.mine(caller, certificate);
    boolean reach = certificates.reached(caller, certificate);
    return certificate.state().next(certificate.kind()).stream().filter(step -> step != Step.ISSUE && StepLog.may(caller, step, mine, reach))
        .map(step -> new Next(step, StepLog.authorities(caller, step, mine, reach).stream().filter(one -> decides(step, one, certificate)).toList())).filter(one -> !one.authorities().isEmpty()).toList();
  }

  private static boolean decides(Step step, Authority authority, Certificate certificate) {
    return !step.needsReason() && step.decidedBy(authority, certificate.kind(), null) || Reason.of(step, certificate.kind()).stream().anyMatch(reason -> step.decidedBy(authority, certificate.kind(), reason));
  }

  /** @throws Refused {@code certificate-step} where it cannot follow, {@code changed-meanwhile} where another was quicker */
  public void take(Caller caller, StepData.Target target, StepData data) {
    take(caller, null, target, data);
  }

  /** @param second who confirmed it, where one alone may not */
  void take(Caller caller, Long second, StepData.Target target, StepData data) {
    if (data.step() == null) throw Invalid.field("step", "required");
    Certificate certificate = certificates.held(caller, target);
    StepLog.demand(caller, data.step(), data.authority(), Certificates.mine(caller, certificate), certificates.reached(caller, certificate));
    if (data.step() == Step.ISSUE) throw new Refused("certificate-step", certificate.serial());
    if (Reason.IMPORTED.contains(data.reason()) || data.reason() == Reason.RENEWED) throw Invalid.field("reason", "certificate.reason");
    demandOwnHand(caller, data);
    Measure measure = new Measure(data.step(), data.authority(), rules.basis(data.basisId()), data.document(), data.on(), data.reason(), data.note());
    Certificate.State from = certificate.state();
    certificate.take(measure, today());
    if (data.step() == Step.SUSPEND) certificate.suspendUntil(data.until(), rules.number(StepRules.Setting.SUSPENSION_DAYS, data.on()));
    if (data.step() == Step.ANNUAL_CHECK) certificate.checked(data.on().getYear());
    log.add(caller, second, certificate, from, measure);
    if (data.step() == Step.REPLACE) another(caller, certificate, data, measure);
    if (data.step() == Step.REVOKE && certificate.officerId() != null) revoked(caller, certificate, measure);
    if (from == Certificate.State.MADE) undoApplication(caller, certificate, measure);
    tell(caller, certificate, data);
  }

  /** Whoever lost the qualification is not eligible any more: the check asks for this fact. */
  private void revoked(Caller caller, Certificate certificate, Measure measure) {
    facts.record(caller, certificate.officerId(), new PersonnelFacts.FactData(FactKind.REVOCATION, "REVOKED", measure.document(), Texts.in(Texts.CHINESE).get("certificate.authority." + measure.authority()), measure.note(), measure.on(), null));
  }

  /** A unit takes a card back from who leaves; for any other cause it has no power. */
  private static void demandOwnHand(Caller caller, StepData data) {
    if (data.step() == Step.RECALL && !caller.has("SUPERVISOR") && !Reason.LEAVING.contains(data.reason())) throw Invalid.field("reason", "certificate.reason");
  }

  /** The same step with several, all or none. @throws Refused {@code certificate-second} for more endings than one person may decide */
  void takeMany(Caller caller, Long second, List<StepData.Target> targets, StepData data) {
    targets.stream().sorted(Comparator.comparingLong(StepData.Target::id)).forEach(target -> take(caller, second, target, data));
  }

  private void another(Caller caller, Certificate old, StepData data, Measure measure) {
    String serial = rules.serial(data.serial(), "serial", today());
    if (certificates.bySerial(serial).isPresent()) throw Invalid.field("serial", "certificate.serialTaken", serial);
    Certificate fresh = new Certificate(old.kind(), serial, holder(old, data.reason()), old.category(), data.validFrom() == null ? data.on() : data.validFrom(), data.validTo() == null ? old.validTo() : data.validTo(), data.on());
    fresh.replaces(old);
    certificates.flush(); // the old one is out of force before the new one is in
    certificates.add(fresh);
    log.add(caller, null, fresh, null, new Measure(Step.MAKE, measure.authority(), measure.basis(), measure.document(), measure.on(), null, old.serial()));
    Certificate.State made = fresh.state();
    Measure issued = Measure.bySystem(Step.ISSUE, data.on(), null, old.serial());
    fresh.happen(issued, today());
    log.add(caller, null, fresh, made, issued);
  }

  /** Where the data on the card changed, the new one has them as they are now. */
  private Certificate.Holder holder(Certificate old, Reason reason) {
    if (reason == Reason.DATA_CHANGED && old.officerId() != null) {
      Officer officer = officers.get(old.officerId());
      return new Certificate.Holder(officer.id(), officer.unitId(), officer.name(), null, null);
    }
    return new Certificate.Holder(old.officerId(), old.unitId(), old.holderName(), old.idNumberIndex(), old.idNumberMasked());
  }

  /** The card of an application that waits for it: without the card it cannot go on. */
  private void undoApplication(Caller caller, Certificate certificate, Measure measure) {
    applications.ofCertificate(certificate.id()).filter(one -> one.state() == CertificateApplication.State.MADE).ifPresent(one -> {
      CertificateApplication.State from = one.state();
      one.fail(measure.on());
      log.add(caller, null, one, from, Measure.bySystem(Step.REFUSE, measure.on(), null, certificate.serial()));
    });
  }

  private void tell(Caller caller, Certificate certificate, StepData data) {
    happened.fire(Happened.done(caller, "certificate." + data.step(), "certificate", certificate.id(), certificates.path(certificate), certificate.serial() + " " + certificate.holderName()));
    Notice notice = new Notice(data.step().notice(), List.of(certificate.holderName(), certificate.serial(), Times.text(data.on()), data.note() == null ? "" : data.note()), "/officer/certificate/mine.xhtml");
    if (certificate.officerId() != null && data.step() != Step.ANNUAL_CHECK) notices.tellOfficers(List.of(certificate.officerId()), notice);
    if (data.step() == Step.RECALL || data.step() == Step.REPORT_LOST) notices.tellRole(cn.lianbing.people.Role.SUPERVISOR, new Notice(notice.kind(), notice.args(), "/staff/certificate/certificate.xhtml?id=" + certificate.id()));
    else if (data.step() != Step.ANNUAL_CHECK) notices.tellUnitAdmins(certificate.unitId(), new Notice(notice.kind(), notice.args(), "/staff/certificate/certificate.xhtml?id=" + certificate.id()));
  }

  /** In the district. */
  public LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
