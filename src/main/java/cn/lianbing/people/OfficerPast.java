package cn.lianbing.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What an officer was in a time, as the program knew it in a time. A row is only ever superseded by others. */
@Entity
@Table(name = "officer_past")
public class OfficerPast {
  /** Where nobody said since when: it has always been so. */
  static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Enumerated(EnumType.STRING) private Officer.Establishment establishment;
  @Enumerated(EnumType.STRING) private Officer.Education education;
  @Enumerated(EnumType.STRING) private Officer.State state;
  @Column(name = "birth_date") private LocalDate birthDate;
  @Column(name = "valid_from") private LocalDate validFrom;
  @Column(name = "valid_to") private LocalDate validTo;
  @Column(name = "recorded_at") private Instant recordedAt;
  @Column(name = "superseded_at") private Instant supersededAt;

  protected OfficerPast() {}

  /** The officer as he or she is now, from a day on. */
  OfficerPast(Officer officer, LocalDate from, Instant now) {
    officerId = officer.id();
    unitId = officer.unitId();
    establishment = officer.establishment();
    education = officer.education();
    state = officer.state();
    birthDate = officer.birthDate();
    validFrom = from;
    recordedAt = now;
  }

  /** The same as another row, but born then and until then. */
  OfficerPast(OfficerPast other, LocalDate born, LocalDate to, Instant now) {
    officerId = other.officerId;
    unitId = other.unitId;
    establishment = other.establishment;
    education = other.education;
    state = other.state;
    birthDate = born;
    validFrom = other.validFrom;
    validTo = to;
    recordedAt = now;
  }

  void supersede(Instant now) {
    supersededAt = now;
  }

  /** Whether that is what the officer is now. */
  boolean tells(Officer officer) {
    return tellsButBirth(officer) && Objects.equals(birthDate, officer.birthDate());
  }

  boolean tellsButBirth(Officer officer) {
    return unitId.equals(officer.unitId()) && establishment == officer.establishment() && education == officer.education() && state == officer.state();
  }

  public Long unitId() {
    return unitId;
  }

  public Officer.Establishment establishment() {
    return establishment;
  }

  public Officer.Education education() {
    return education;
  }

  public Officer.State state() {
    return state;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** The last day; null: until further notice. */
  public LocalDate validTo() {
    return validTo;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Instant supersededAt() {
    return supersededAt;
  }
}
