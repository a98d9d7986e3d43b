package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Certificate;
import cn.lianbing.certificate.CertificateApplication;
import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.CertificateKeeping;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepData;
import cn.lianbing.certificate.StepLog;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The officer's own certificates and applications. */
@Named
@ViewScoped
public class MinePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Certificates certificates;
  @Inject CertificateApplications applications;
  @Inject CertificateApplying applying;
  @Inject CertificateKeeping keeping;
  @Inject StepFormPage form;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private CertificateKind kind = CertificateKind.ENFORCEMENT;
  private String duties;
  private StepData.Target target;
  private boolean ofApplication;

  public List<Certificates.Sheet> getCertificates() {
    return caller().officerId() == null ? List.of() : certificates.ofOfficer(caller(), caller().officerId());
  }

  public List<CertificateApplications.Row> getApplications() {
    return caller().officerId() == null ? List.of() : applications.ofOfficer(caller().officerId());
  }

  public List<StepLog.Line> history(Certificates.Sheet one) {
    return certificates.history(caller(), one.id());
  }

  public boolean inForce(Certificates.Sheet one) {
    return one.inForce(clock.instant().atZone(Times.ZONE).toLocalDate());
  }

  public boolean losable(Certificates.Sheet one) {
    return one.state() == Certificate.State.VALID;
  }

  public void askLost(Certificates.Sheet one) {
    ask(one.id(), one.version(), false, Step.REPORT_LOST, one.kind());
  }

  public void askApplication(CertificateApplications.Row one, String step) {
    ask(one.id(), one.version(), true, Step.valueOf(step), one.kind());
  }

  private void ask(long id, int version, boolean application, Step step, CertificateKind of) {
    target = new StepData.Target(id, version);
    ofApplication = application;
    form.open(step, of, List.of(Authority.HOLDER));
  }

  public void cancel() {
    form.close();
  }

  public String take() {
    boolean through = messages.tried(() -> {
      if (ofApplication) applying.take(caller(), target, form.data());
      else keeping.take(caller(), target, form.data());
    });
    return done(through, "certificate.step.done");
  }

  public String apply() {
    return done(messages.tried(() -> applying.draft(caller(), new CertificateApplying.Draft(kind, caller().officerId(), null, duties))), "certificate.mine.drafted");
  }

  private String done(boolean through, String key) {
    if (!through) return null;
    messages.done(key);
    return "/officer/certificate/mine.xhtml?faces-redirect=true";
  }

  public boolean open(CertificateApplications.Row one) {
    return !CertificateApplication.State.ENDED.contains(one.state());
  }

  /** Days until it ends; negative afterwards. */
  public long daysLeft(Certificates.Sheet one) {
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    return one.validTo().toEpochDay() - today.toEpochDay();
  }

  public CertificateKind[] getKinds() {
    return CertificateKind.values();
  }

  /** On an officer's page an administrator is an officer like any other. */
  private Caller caller() {
    return user.caller().only("OFFICER");
  }

  public CertificateKind getKind() {
    return kind;
  }

  public void setKind(CertificateKind kind) {
    this.kind = kind;
  }

  public String getDuties() {
    return duties;
  }

  public void setDuties(String duties) {
    this.duties = duties;
  }
}
