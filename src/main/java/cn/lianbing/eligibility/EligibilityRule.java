package cn.lianbing.eligibility;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of the rules 申领条件 for one kind of certificate. Its life: DRAFT, which is written; SUBMITTED, which waits for a second
 * person; APPROVED, in force from its day and never changed again; or WITHDRAWN. Nobody who wrote on it can approve it.
 */
@Entity
@Table(name = "eligibility_rule")
public class EligibilityRule {
  public enum State { DRAFT, SUBMITTED, APPROVED, WITHDRAWN }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private CertificateKind kind;
  private int number;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  @Column(name = "in_force_from") private LocalDate inForceFrom;
  private String note;
  private String criteria;
  private String editors;
  @Column(name = "submitted_at") private Instant submittedAt;
  @Column(name = "approved_by") private Long approvedBy;
  @Column(name = "approved_by_name") private String approvedByName;
  @Column(name = "approved_at") private Instant approvedAt;
  @Column(name = "returned_reason") private String returnedReason;
  @Column(name = "created_by_name") private String createdByName;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected EligibilityRule() {}

  EligibilityRule(CertificateKind kind, int number, List<Criterion> criteria, Long author, String authorName, Instant now) {
    this.kind = kind;
    this.number = number;
    this.criteria = Json.write(criteria);
    this.editors = Json.write(author == null ? new Long[0] : new Long[] {author});
    this.createdByName = authorName;
    this.createdAt = now;
  }

  void write(List<Criterion> newCriteria, Long editor) {
    demand(State.DRAFT);
    criteria = Json.write(newCriteria);
    editedBy(editor);
  }

  void plan(LocalDate from, String newNote, Long editor) {
    demand(State.DRAFT);
    inForceFrom = from;
    note = newNote;
    editedBy(editor);
  }

  private void editedBy(Long editor) {
    List<Long> all = new ArrayList<>(editorIds());
    if (editor != null && !all.contains(editor)) all.add(editor);
    editors = Json.write(all);
  }

  void submit(Long by, Instant now) {
    demand(State.DRAFT);
    editedBy(by);
    state = State.SUBMITTED;
    submittedAt = now;
    returnedReason = null;
  }

  void approve(Long by, String name, Instant now) {
    demand(State.SUBMITTED);
    if (by != null && editorIds().contains(by)) throw new Refused("eligibility-own-rule");
    state = State.APPROVED;
    approvedBy = by;
    approvedByName = name;
    approvedAt = now;
  }

  void giveBack(String reason) {
    demand(State.SUBMITTED);
    state = State.DRAFT;
    returnedReason = reason;
  }

  void withdraw() {
    if (state != State.DRAFT && state != State.SUBMITTED) throw new Refused("eligibility-rule-state");
    state = State.WITHDRAWN;
  }

  private void demand(State wanted) {
    if (state != wanted) throw new Refused("eligibility-rule-state");
  }

  Rule rule() {
    return new Rule(id, kind, number, inForceFrom, criteria());
  }

  public Long id() {
    return id;
  }

  public CertificateKind kind() {
    return kind;
  }

  public int number() {
    return number;
  }

  public State state() {
    return state;
  }

  public LocalDate inForceFrom() {
    return inForceFrom;
  }

  public String note() {
    return note;
  }

  public List<Criterion> criteria() {
    return Json.list(criteria, Criterion[].class);
  }

  List<Long> editorIds() {
    return Json.list(editors, Long[].class);
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public String approvedByName() {
    return approvedByName;
  }

  public Instant approvedAt() {
    return approvedAt;
  }

  public String returnedReason() {
    return returnedReason;
  }

  public String createdByName() {
    return createdByName;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }
}
