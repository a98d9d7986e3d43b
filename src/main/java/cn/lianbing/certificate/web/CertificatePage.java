package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateKeeping;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.StepData;
import cn.lianbing.certificate.StepLog;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** One certificate with its whole history, and the steps that the reader may take now. */
@Named
@ViewScoped
public class CertificatePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Certificates certificates;
  @Inject CertificateKeeping keeping;
  @Inject StepFormPage form;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  private String asked;
  private long id;
  private Certificates.Sheet sheet;
  private List<StepLog.Line> history;
  private List<CertificateKeeping.Next> next;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("certificate", asked);
      look();
    });
  }

  private void look() {
    sheet = certificates.sheet(user.caller(), id);
    history = certificates.history(user.caller(), id);
    next = keeping.next(user.caller(), id);
  }

  public void ask(CertificateKeeping.Next one) {
    form.open(one.step(), sheet.kind(), one.authorities());
  }

  public void cancel() {
    form.close();
  }

  /** What the reader saw is what is changed: {@code sheet} is as old as the page. */
  public String take() {
    if (!messages.tried(() -> keeping.take(user.caller(), new StepData.Target(id, sheet.version()), form.data()))) return null;
    messages.done("certificate.step.done");
    return "/staff/certificate/certificate.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isInForce() {
    return sheet.inForce(clock.instant().atZone(Times.ZONE).toLocalDate());
  }

  public Certificates.Sheet getSheet() {
    return sheet;
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
