package cn.lianbing.exchange.web;

import cn.lianbing.exchange.FileImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.KeptUpload;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;

/** Importing items in two steps: look at what the file would do, then do it. */
@Named
@ViewScoped
public class ItemImportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject FileImport files;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private transient Part file;
  private final KeptUpload kept = new KeptUpload();
  private ImportReport report;

  public void check() {
    report = null;
    messages.tried(() -> {
      kept.keep(file);
      report = take(true);
    });
    if (report == null || !report.clean()) kept.drop();
  }

  public String store() {
    ImportReport[] done = new ImportReport[1];
    if (!messages.tried(() -> done[0] = take(false))) return null;
    kept.drop();
    report = done[0];
    if (!report.clean()) return null; // somebody else changed the bank meanwhile
    messages.done("bank.import.done", report.accepted(), report.duplicates());
    return "/staff/bank/items.xhtml?faces-redirect=true";
  }

  private ImportReport take(boolean dryRun) {
    return files.take(user.caller(), null, kept.bytes(), dryRun);
  }

  @PreDestroy
  void leave() {
    kept.drop();
  }

  /** The field's name on screen; a column's name is one already. */
  public String field(ImportReport.Error error) {
    String key = "bank.field." + error.field();
    return texts.texts().has(key) ? texts.get(key) : error.field();
  }

  public String message(ImportReport.Error error) {
    return texts.texts().of("invalid." + error.code(), error.arguments().toArray());
  }

  public ImportReport getReport() {
    return report;
  }

  public int getListed() {
    return ImportReport.LISTED;
  }

  public String getFileName() {
    return kept.name();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
