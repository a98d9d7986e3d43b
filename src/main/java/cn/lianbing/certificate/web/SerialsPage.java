package cn.lianbing.certificate.web;

import cn.lianbing.certificate.SerialImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.KeptUpload;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.Serializable;

/** Entering the serials that the province made, as its list comes back. */
@Named
@ViewScoped
public class SerialsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject SerialImport imports;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private final KeptUpload upload = new KeptUpload();
  private transient Part file;
  private ImportReport report;

  public void check() {
    report = null;
    messages.tried(() -> {
      upload.keep(file);
      report = take(true);
    });
    if (report == null || !report.clean()) upload.drop();
  }

  public void store() {
    ImportReport[] done = new ImportReport[1];
    if (!messages.tried(() -> done[0] = take(false))) return;
    upload.drop();
    report = done[0].clean() ? null : done[0];
    if (report == null) messages.done("certificate.serials.done", done[0].accepted());
  }

  private ImportReport take(boolean dryRun) {
    return imports.take(user.caller(), SheetReader.read(new ByteArrayInputStream(upload.bytes())), dryRun);
  }

  @PreDestroy
  void drop() {
    upload.drop();
  }

  public String message(ImportReport.Error error) {
    return texts.texts().of("invalid." + error.code(), error.arguments().toArray());
  }

  public boolean isAllowed() {
    return user.caller().has("SUPERVISOR");
  }

  public ImportReport getReport() {
    return report;
  }

  public String getFileName() {
    return upload.name();
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
