package cn.lianbing.certificate.web;

import cn.lianbing.certificate.Authority;
import cn.lianbing.certificate.Reason;
import cn.lianbing.certificate.Step;
import cn.lianbing.certificate.StepData;
import cn.lianbing.certificate.StepRules;
import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.platform.Times;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a step asks for, on every page where one is taken. Who decides follows from the article that is chosen. */
@Named
@ViewScoped
public class StepFormPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject StepRules rules;
  @Inject Clock clock;
  private Step step;
  private CertificateKind kind;
  private List<Authority> authorities = List.of();
  private Reason reason;
  private Long basis;
  private String document;
  private LocalDate on;
  private String note;
  private LocalDate until;
  private String serial;
  private LocalDate validFrom;
  private LocalDate validTo;

  /** @param theirs the authorities for which the user may record it */
  public void open(Step chosen, CertificateKind of, List<Authority> theirs) {
    close();
    step = chosen;
    kind = of;
    authorities = List.copyOf(theirs);
    on = clock.instant().atZone(Times.ZONE).toLocalDate();
    if (chosen == Step.MAKE || chosen == Step.REPLACE) {
      validFrom = on;
      validTo = rules.cohortEnd(on);
    }
    settle();
  }

  public void close() {
    step = null;
    reason = null;
    basis = null;
    document = null;
    note = null;
    until = null;
    serial = null;
    validFrom = null;
    validTo = null;
  }

  /** Where only one article is left, it is chosen. */
  public void settle() {
    List<StepRules.Basis> left = getBases();
    if (left.stream().noneMatch(one -> one.id().equals(basis))) basis = left.size() == 1 ? left.get(0).id() : null;
  }

  public List<StepRules.Basis> getBases() {
    if (step == null || step.needsReason() && reason == null) return List.of();
    return rules.bases(step, kind, on == null ? clock.instant().atZone(Times.ZONE).toLocalDate() : on).stream().filter(one -> authorities.contains(one.authority()) && step.decidedBy(one.authority(), kind, reason)).toList();
  }

  public List<Reason> getReasons() {
    return step == null ? List.of() : Reason.of(step, kind).stream().filter(one -> authorities.stream().anyMatch(authority -> step.decidedBy(authority, kind, one))).toList();
  }

  public StepData data() {
    Authority authority = getBases().stream().filter(one -> one.id().equals(basis)).map(StepRules.Basis::authority).findFirst().orElse(null);
    return new StepData(step, authority, authority == null ? null : basis, document, on, reason, note, until, serial, validFrom, validTo);
  }

  public boolean isReasoned() {
    return step != null && step.needsReason();
  }

  public boolean isDocumented() {
    return step != null && step.needsDocument(reason);
  }

  public boolean isNoted() {
    return step != null && step.needsNote(reason);
  }

  public boolean isSuspending() {
    return step == Step.SUSPEND;
  }

  public boolean isMaking() {
    return step == Step.MAKE || step == Step.REPLACE;
  }

  public boolean isEnding() {
    return step != null && (Step.ENDING.contains(step) || step == Step.REFUSE || step == Step.WITHDRAW);
  }

  public Step getStep() {
    return step;
  }

  public CertificateKind getKind() {
    return kind;
  }

  public Reason getReason() {
    return reason;
  }

  public void setReason(Reason reason) {
    this.reason = reason;
  }

  public Long getBasis() {
    return basis;
  }

  public void setBasis(Long basis) {
    this.basis = basis;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }
}
