package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.FactKind;
import cn.lianbing.eligibility.PersonnelFacts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** What the page asks about a fact. */
public class FactForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private Long id;
  private FactKind kind;
  private String value;
  private String documentNumber;
  private String issuer;
  private String note;
  private LocalDate from;
  private LocalDate to;
  private String reason;

  FactForm() {}

  /** To correct one. */
  FactForm(PersonnelFacts.Row row) {
    id = row.id();
    kind = row.kind();
    value = row.value();
    documentNumber = row.documentNumber();
    issuer = row.issuer();
    note = row.note();
    from = row.from();
    to = row.to();
  }

  PersonnelFacts.FactData data() {
    return new PersonnelFacts.FactData(kind, value, documentNumber, issuer, note, from, to);
  }

  public List<String> getValues() {
    return kind == null ? List.of() : kind.choices();
  }

  public Long getId() {
    return id;
  }

  public FactKind getKind() {
    return kind;
  }

  public void setKind(FactKind kind) {
    this.kind = kind;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public String getDocumentNumber() {
    return documentNumber;
  }

  public void setDocumentNumber(String documentNumber) {
    this.documentNumber = documentNumber;
  }

  public String getIssuer() {
    return issuer;
  }

  public void setIssuer(String issuer) {
    this.issuer = issuer;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
