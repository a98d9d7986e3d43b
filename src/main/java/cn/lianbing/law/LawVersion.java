package cn.lianbing.law;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A version of a law 法律版本. What rests on a version that is not in force on a day does not hold on it. */
@Entity
@Table(name = "law_version")
public class LawVersion {
  /** On a day. */
  public enum Standing { UPCOMING, IN_FORCE, LAPSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String law;
  @Column(name = "version") private String name;
  private String title;
  @Column(name = "document_number") private String documentNumber;
  private LocalDate promulgated;
  @Column(name = "in_force") private LocalDate inForce;
  private LocalDate until;
  private String source;
  @Column(name = "replaces_id") private Long replacesId;
  @Column(name = "text_id") private Long textId;
  @Version @Column(name = "row_version") private int rowVersion;

  protected LawVersion() {}

  LawVersion(String law, String name, LocalDate inForce, LocalDate until) {
    this.law = law;
    this.name = name;
    this.inForce = inForce;
    this.until = until;
  }

  void describe(LawData data) {
    title = data.title();
    documentNumber = data.documentNumber();
    promulgated = data.promulgated();
    inForce = data.inForce();
    until = data.until();
    source = data.source();
  }

  void replaces(LawVersion former) {
    replacesId = former == null ? null : former.id;
  }

  void dates(LocalDate newInForce, LocalDate newUntil) {
    inForce = newInForce;
    until = newUntil;
  }

  /** What comes after it is in force from that day. */
  void endBefore(LocalDate next) {
    until = next.minusDays(1);
  }

  void holds(LawText text) {
    textId = text.id();
  }

  public Long id() {
    return id;
  }

  public String law() {
    return law;
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public LocalDate inForce() {
    return inForce;
  }

  /** The last day; null: no end is known. */
  public LocalDate until() {
    return until;
  }

  public Long replacesId() {
    return replacesId;
  }

  public Long textId() {
    return textId;
  }

  public LawData data() {
    return new LawData(law, name, title, documentNumber, promulgated, inForce, until, source, replacesId);
  }

  public Standing standing(LocalDate day) {
    return standing(inForce, until, day);
  }

  static Standing standing(LocalDate inForce, LocalDate until, LocalDate day) {
    return inForce.isAfter(day) ? Standing.UPCOMING : until != null && until.isBefore(day) ? Standing.LAPSED : Standing.IN_FORCE;
  }
}
