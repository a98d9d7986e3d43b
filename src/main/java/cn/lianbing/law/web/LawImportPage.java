package cn.lianbing.law.web;

import cn.lianbing.law.LawDraft;
import cn.lianbing.law.LawImport;
import cn.lianbing.law.Laws;
import cn.lianbing.law.TextFile;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Importing a law's text in two steps: look what was found in it, then store it. */
@Named
@ViewScoped
public class LawImportPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LISTED = 200;
  @Inject LawImport lawImport;
  @Inject Laws laws;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private transient Part file;
  private final KeptUpload kept = new KeptUpload();
  private LawImport.Preview preview;
  private LawForm form;

  public void check() {
    preview = null;
    messages.tried(() -> {
      kept.keep(file);
      preview = lawImport.preview(user.caller(), kept.bytes(), kept.name());
      form = LawForm.of(preview.suggested());
    });
    if (preview == null || !preview.draft().clean()) kept.drop();
  }

  public String store() {
    LawImport.Stored[] done = new LawImport.Stored[1];
    if (!messages.tried(() -> done[0] = lawImport.store(user.caller(), kept.bytes(), kept.name(), form.data()))) return null;
    kept.drop();
    messages.done("law.import.done", form.getLaw(), done[0].articles());
    return "/staff/law/law.xhtml?faces-redirect=true&id=" + done[0].lawVersionId();
  }

  @PreDestroy
  void leave() {
    kept.drop();
  }

  public String message(LawDraft.Remark remark) {
    return texts.texts().of("law.remark." + remark.code(), remark.arguments().toArray());
  }

  /** Errors first; nobody reads more of them before correcting these. */
  public List<LawDraft.Remark> getRemarks() {
    return preview.draft().remarks().stream().sorted(Comparator.comparing((LawDraft.Remark one) -> !one.error()).thenComparingInt(LawDraft.Remark::line)).limit(LISTED).toList();
  }

  public long getErrors() {
    return preview.draft().remarks().stream().filter(LawDraft.Remark::error).count();
  }

  /** Versions that the new one may come after. */
  public List<Laws.Row> getVersions() {
    return laws.page(new Laws.Filter(null, null), LocalDate.ofInstant(clock.instant(), Times.ZONE), new Page.Request(1, Page.LARGEST)).items();
  }

  public int getMegabytes() {
    return TextFile.MEGABYTES;
  }

  public LawImport.Preview getPreview() {
    return preview;
  }

  public LawForm getForm() {
    return form;
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
