package cn.lianbing.certificate;

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

/** One thing that was done to an application or a certificate. Written once, never changed. */
@Entity
@Table(name = "certificate_step")
public class CertificateStep {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "application_id") private Long applicationId;
  @Column(name = "certificate_id") private Long certificateId;
  @Enumerated(EnumType.STRING) private Step step;
  @Column(name = "from_state") private String fromState;
  @Column(name = "to_state") private String toState;
  @Column(name = "on_date") private LocalDate on;
  @Enumerated(EnumType.STRING) private Authority authority;
  private String basis;
  @Column(name = "basis_verified") private Boolean basisVerified;
  @Column(name = "document_number") private String document;
  @Enumerated(EnumType.STRING) private Reason reason;
  private String note;
  @Column(name = "actor_id") private Long actorId;
  @Column(name = "second_actor_id") private Long secondActorId;
  @Column(name = "recorded_at") private Instant recordedAt;

  protected CertificateStep() {}

  /** @param by who recorded it; null for the program */
  CertificateStep(Long applicationId, Long certificateId, Enum<?> from, Enum<?> to, Measure measure, Long by, Long second, Instant now) {
    this.applicationId = applicationId;
    this.certificateId = certificateId;
    step = measure.step();
    fromState = from == null ? null : from.name();
    toState = to.name();
    on = measure.on();
    authority = measure.authority();
    basis = measure.basis() == null ? null : measure.basis().cited();
    basisVerified = measure.basis() == null ? null : measure.basis().verified();
    document = measure.document();
    reason = measure.reason();
    note = measure.note();
    actorId = by;
    secondActorId = second;
    recordedAt = now;
  }

  public Long id() {
    return id;
  }
}
