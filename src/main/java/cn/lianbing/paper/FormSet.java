package cn.lianbing.paper;

import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import jakarta.json.bind.annotation.JsonbCreator;
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
import java.util.List;

/**
 * Parallel forms 平行卷 of one blueprint. A draft may be changed by swapping items until it is final; from then on it stands. It keeps the lines and demands that it was assembled by, whatever becomes of the blueprint.
 */
@Entity
@Table(name = "form_set")
public class FormSet {
  public enum State { DRAFT, FINAL, WITHDRAWN }

  /** @param forms for each form and line the item versions */
  public record Content(List<Line> lines, Demands demands, boolean disjoint, List<List<List<Long>>> forms) {
    @JsonbCreator
    public Content {}
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "blueprint_id") private Long blueprintId;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  /** Law versions were in force on it. */
  @Column(name = "on_day") private LocalDate day;
  private String content;
  @Column(name = "made_by") private Long madeBy;
  @Column(name = "made_at") private Instant madeAt;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  @Version private int version;

  protected FormSet() {}

  /** @param maker null: the program itself */
  FormSet(long blueprintId, LocalDate day, Content content, Long maker, Instant now) {
    this.blueprintId = blueprintId;
    this.day = day;
    this.content = Json.write(content);
    this.madeBy = maker;
    this.madeAt = now;
  }

  /** A for the first, B for the second. */
  public static String letter(int form) {
    return String.valueOf((char) ('A' + form));
  }

  /** @throws Refused {@code forms-not-draft} */
  void put(Content changed) {
    demandDraft();
    content = Json.write(changed);
  }

  /** The same under other names of topics. */
  void follow(Content renamed) {
    content = Json.write(renamed);
  }

  /** @throws Refused {@code forms-not-draft} */
  void finish(long by, Instant now) {
    demandDraft();
    state = State.FINAL;
    decidedBy = by;
    decidedAt = now;
  }

  /** Papers that were drawn from it keep it. @throws Refused {@code forms-withdrawn} where it is already */
  void withdraw(long by, Instant now) {
    if (state == State.WITHDRAWN) throw new Refused("forms-withdrawn");
    state = State.WITHDRAWN;
    decidedBy = by;
    decidedAt = now;
  }

  private void demandDraft() {
    if (state != State.DRAFT) throw new Refused("forms-not-draft");
  }

  public Long id() {
    return id;
  }

  public Long blueprintId() {
    return blueprintId;
  }

  public State state() {
    return state;
  }

  public LocalDate day() {
    return day;
  }

  public Content content() {
    return Json.read(content, Content.class);
  }

  public Long madeBy() {
    return madeBy;
  }

  public Instant madeAt() {
    return madeAt;
  }

  public Long decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
