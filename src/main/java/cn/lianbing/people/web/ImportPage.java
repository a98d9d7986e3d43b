package cn.lianbing.people.web;

import cn.lianbing.people.PeopleImport;
import cn.lianbing.people.UnitImport;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
  private String kind = "officers";
  private transient Part file;
  private String fileName;
  private ImportReport report;
  /** The upload between the two steps lies on disk, not in the session. */
  private String kept;

  public void check() {
    forget();
    messages.tried(() -> {
      if (file == null || file.getSize() == 0) throw Invalid.field("file", "required");
      fileName = file.getSubmittedFileName();
      keep();
      report = take(true);
    });
    if (report == null || !report.clean()) remove();
  }

  public void store() {
    ImportReport[] done = new ImportReport[1];
    if (!messages.tried(() -> done[0] = take(false))) return;
    remove();
    report = done[0].clean() ? null : done[0];
    if (report == null) messages.done("people.import.done", done[0].accepted(), done[0].duplicates());
  }

  private ImportReport take(boolean dryRun) {
    if (kept == null) throw Invalid.field("file", "file.gone");
    try (InputStream in = Files.newInputStream(Path.of(kept))) {
      SheetReader.Sheet sheet = SheetReader.read(in);
      return kind.equals("units") ? units.units(user.caller(), sheet, dryRun) : officers.officers(user.caller(), sheet, dryRun);
    } catch (NoSuchFileException e) {
      throw Invalid.field("file", "file.gone"); // on another node, or too long ago
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep() {
    try (InputStream in = file.getInputStream()) {
      Path path = Files.createTempFile("lianbing-import-", ".upload");
      kept = path.toString();
      Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another file, or another kind. */
  public void forget() {
    remove();
    report = null;
  }

  @PreDestroy
  void remove() {
    if (kept == null) return;
    try {
      Files.deleteIfExists(Path.of(kept));
    } catch (IOException e) {
      // then the system clears it away with its other temporary files
    }
    kept = null;
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
    return fileName;
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
