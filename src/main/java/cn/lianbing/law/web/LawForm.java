package cn.lianbing.law.web;

import cn.lianbing.law.LawData;
import java.io.Serializable;
import java.time.LocalDate;

/** What is typed about a version. */
public class LawForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String law;
  private String version;
  private String title;
  private String documentNumber;
  private LocalDate promulgated;
  private LocalDate inForce;
  private LocalDate until;
  private String source;
  private Long replaces;

  static LawForm of(LawData data) {
    LawForm form = new LawForm();
    form.law = data.law();
    form.version = data.version();
    form.title = data.title();
    form.documentNumber = data.documentNumber();
    form.promulgated = data.promulgated();
    form.inForce = data.inForce();
    form.until = data.until();
    form.source = data.source();
    form.replaces = data.replacesId();
    return form;
  }

  LawData data() {
    return new LawData(law, version, title, documentNumber, promulgated, inForce, until, source, replaces);
  }

  public String getLaw() {
    return law;
  }

  public void setLaw(String law) {
    this.law = law;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDocumentNumber() {
    return documentNumber;
  }

  public void setDocumentNumber(String documentNumber) {
    this.documentNumber = documentNumber;
  }

  public LocalDate getPromulgated() {
    return promulgated;
  }

  public void setPromulgated(LocalDate promulgated) {
    this.promulgated = promulgated;
  }

  public LocalDate getInForce() {
    return inForce;
  }

  public void setInForce(LocalDate inForce) {
    this.inForce = inForce;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public Long getReplaces() {
    return replaces;
  }

  public void setReplaces(Long replaces) {
    this.replaces = replaces;
  }
}
