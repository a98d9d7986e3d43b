package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateApplication;
import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificateApplying;
import cn.lianbing.certificate.CertificateKeeping;
import cn.lianbing.certificate.StepData;
import cn.lianbing.certificate.StepLog;
import cn.lianbing.eligibility.KeptCheck;
import cn.lianbing.eligibility.KeptChecks;
import cn.lianbing.eligibility.Said;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One application: where it stands, what it rests on, what the reader may do with it now. */
@Named
@ViewScoped
public class CertificateApplicationPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject CertificateApplications applications;
  @Inject CertificateApplying applying;
  @Inject StepFormPage form;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject KeptChecks checks;
  @Inject PageTexts texts;
  private String asked;
  private long id;
  private CertificateApplications.Row row;
  private List<StepLog.Line> history;
  private List<CertificateKeeping.Next> next;
  private KeptCheck kept;
  private String category;
  private String duties;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("certificateApplication", asked);
      row = applications.row(user.caller(), id);
      category = row.category();
      duties = row.duties();
      history = applications.history(user.caller(), id);
      next = applying.next(user.caller(), id);
      kept = row.checkId() == null ? null : checks.get(user.caller(), row.checkId());
    });
  }

  public void ask(CertificateKeeping.Next one) {
    form.open(one.step(), row.kind(), one.authorities());
  }

  public void cancel() {
    form.close();
  }

  public String take() {
    return done(messages.tried(() -> applying.take(user.caller(), target(), form.data())));
  }

  public boolean isDescribable() {
    return row.state() == CertificateApplication.State.DRAFT && user.caller().has("UNIT_ADMIN");
  }

  public String describe() {
    return done(messages.tried(() -> applying.describe(user.caller(), target(), category, duties)));
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getDuties() {
    return duties;
  }

  public void setDuties(String duties) {
    this.duties = duties;
  }

  /** Checks, and keeps the check: the approval rests on it. */
  public String examine() {
    return done(messages.tried(() -> applying.examine(user.caller(), target())));
  }

  public boolean isExaminable() {
    return row.state() == CertificateApplication.State.ESTABLISHED && user.caller().has("SUPERVISOR");
  }

  public KeptCheck getKept() {
    return kept;
  }

  public String said(Said sentence) {
    return sentence == null ? "" : sentence.in(texts.texts());
  }

  private String done(boolean through) {
    if (!through) return null;
    messages.done("certificate.step.done");
    return "/staff/certificate/application.xhtml?faces-redirect=true&id=" + id;
  }

  private StepData.Target target() {
    return new StepData.Target(id, row.version());
  }

  /** Where the way stands: done, now, to come. */
  public String stage(CertificateApplication.State stage) {
    int at = CertificateApplication.State.WAY.indexOf(row.state() == CertificateApplication.State.OBJECTED ? CertificateApplication.State.PUBLISHED : row.state());
    int it = CertificateApplication.State.WAY.indexOf(stage);
    if (it <= at) return it == at && row.state() != CertificateApplication.State.ISSUED ? "is-now" : "is-done";
    return "is-todo";
  }

  public List<CertificateApplication.State> getWay() {
    return CertificateApplication.State.WAY;
  }

  public CertificateApplications.Row getRow() {
    return row;
  }

  public List<StepLog.Line> getHistory() {
    return history;
  }

  public List<CertificateKeeping.Next> getNext() {
    return next;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
