package cn.lianbing.people.web;

import cn.lianbing.people.PeopleImport;
import cn.lianbing.people.UnitImport;
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

/** Importing officers or units in two steps: look at what the file would do, then do it. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject PeopleImport officers;
  @Inject UnitImport units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private final KeptUpload kept = new KeptUpload();
  private String kind = "officers";
  private transient Part file;
  private ImportReport report;

  public void check() {
    forget();
    messages.tried(() -> {
      kept.keep(file);
      report = take(true);
    });
    if (report == null || !report.clean()) kept.drop();
  }

  public void store() {
    ImportReport[] done = new ImportReport[1];
    if (!messages.tried(() -> done[0] = take(false))) return;
    kept.drop();
    report = done[0].clean() ? null : done[0];
    if (report == null) messages.done("people.import.done", done[0].accepted(), done[0].duplicates());
  }

  private ImportReport take(boolean dryRun) {
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream(kept.bytes()));
    return kind.equals("units") ? units.units(user.caller(), sheet, dryRun) : officers.officers(user.caller(), sheet, dryRun);
  }

  /** Another file, or another kind. */
  public void forget() {
    kept.drop();
    report = null;
  }

  @PreDestroy
  void drop() {
    kept.drop();
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

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
