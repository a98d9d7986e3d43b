package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificatePrint;
import cn.lianbing.certificate.Reconciliation;
import cn.lianbing.certificate.RegisterImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.KeptUpload;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PreDestroy;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** Taking over a register in two steps: look how it and ours agree, then store it. */
@Named
@ViewScoped
public class RegisterImportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;
  @Inject RegisterImport imports;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private final KeptUpload upload = new KeptUpload();
  private transient Part file;
  private boolean complete;
  private RegisterImport.Result result;

  public void check() {
    result = null;
    messages.tried(() -> {
      upload.keep(file);
      result = take(true);
    });
    if (result == null || !result.report().clean()) upload.drop();
  }

  public void store() {
    RegisterImport.Result[] done = new RegisterImport.Result[1];
    if (!messages.tried(() -> done[0] = take(false))) return;
    upload.drop();
    result = done[0].report().clean() ? null : done[0];
    if (result != null) return;
    if (done[0].changeId() != null) messages.done("certificate.import.asked", done[0].ends());
    else messages.done("certificate.import.done", done[0].report().accepted(), done[0].reconciliation().same());
  }

  private RegisterImport.Result take(boolean dryRun) {
    return imports.register(user.caller(), SheetReader.read(new ByteArrayInputStream(upload.bytes())), complete, dryRun);
  }

  /** How the two agree, as a workbook. */
  public void print() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    var outside = faces.getExternalContext();
    outside.setResponseContentType(Download.XLSX);
    outside.setResponseHeader("Content-Disposition", Download.disposition(texts.get("certificate.agree.title") + ".xlsx"));
    SheetWriter.xlsx(outside.getResponseOutputStream(), texts.get("certificate.agree.title"), CertificatePrint.agreementHeaders(texts.texts()), CertificatePrint.agreementRows(result.reconciliation(), texts.texts()));
    faces.responseComplete();
  }

  public void forget() {
    upload.drop();
    result = null;
  }

  @PreDestroy
  void drop() {
    upload.drop();
  }

  public String message(ImportReport.Error error) {
    return texts.texts().of("invalid." + error.code(), error.arguments().toArray());
  }

  public <T> List<T> some(List<T> all) {
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  public boolean isAllowed() {
    return RegisterImport.may(user.caller());
  }

  public RegisterImport.Result getResult() {
    return result;
  }

  public Reconciliation getAgreement() {
    return result == null ? null : result.reconciliation();
  }

  public String getFileName() {
    return upload.name();
  }

  public int getListed() {
    return ImportReport.LISTED;
  }

  public int getShown() {
    return SHOWN;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public boolean isComplete() {
    return complete;
  }

  public void setComplete(boolean complete) {
    this.complete = complete;
  }
}
