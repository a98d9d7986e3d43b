package cn.lianbing.competition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A team or a person in a stage, and how they came there. */
@Entity
@Table(name = "competition_entrant")
public class Entrant {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "stage_id") private Long stageId;
  @Column(name = "registration_id") private Long registrationId;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  private String label;
  @Column(name = "came_by") @Enumerated(EnumType.STRING) private Advancement.Way cameBy;
  private String reason;
  @Column(name = "draw_number") private Integer drawNumber;
  @Column(name = "draw_group") private Integer drawGroup;
  @Column(name = "sudden_death") private Integer suddenDeath;
  @Version private int version;

  protected Entrant() {}

  Entrant(long stageId, Long registrationId, Long officerId, long unitId, String label, Advancement.Way cameBy, String reason) {
    this.stageId = stageId;
    this.registrationId = registrationId;
    this.officerId = officerId;
    this.unitId = unitId;
    this.label = label;
    this.cameBy = cameBy;
    this.reason = reason;
  }

  void draw(Draw.Lot lot) {
    drawNumber = lot.number();
    drawGroup = lot.group();
  }

  void decide(Integer order) {
    suddenDeath = order;
  }

  public Long id() {
    return id;
  }

  public Long stageId() {
    return stageId;
  }

  public Long registrationId() {
    return registrationId;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public String label() {
    return label;
  }

  public Advancement.Way cameBy() {
    return cameBy;
  }

  public String reason() {
    return reason;
  }

  public Integer drawNumber() {
    return drawNumber;
  }

  public Integer drawGroup() {
    return drawGroup;
  }

  public Integer suddenDeath() {
    return suddenDeath;
  }
}
