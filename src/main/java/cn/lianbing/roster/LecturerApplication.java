package cn.lianbing.roster;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How somebody comes into the roster: an officer applies, or a unit recommends one of its officers or an expert it knows. SUBMITTED,
 * then APPROVED with an appointment or REFUSED with a reason by the training desk, or WITHDRAWN by whom it comes from.
 */
@Entity
@Table(name = "lecturer_application")
public class LecturerApplication {
  public enum Kind { APPLIED, RECOMMENDED }

  public enum State { SUBMITTED, APPROVED, REFUSED, WITHDRAWN }

  private static final String BETWEEN = "\n";

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Column(name = "unit_id") private long unitId;
  @Column(name = "officer_id") private Long officerId;
  private String name;
  private String employer;
  private String post;
  private String email;
  private String phone;
  private String fields;
  private String topics;
  private String grounds;
  @Enumerated(EnumType.STRING) private State state = State.SUBMITTED;
  private String reason;
  @Column(name = "lecturer_id") private Long lecturerId;
  @Column(name = "created_by") private long createdBy;
  @Column(name = "created_at") private Instant createdAt;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  @Version private int version;

  protected LecturerApplication() {}

  LecturerApplication(Kind kind, long unitId, Long officerId, LecturerData data, String grounds, long by, Instant now) {
    this.kind = kind;
    this.unitId = unitId;
    this.officerId = officerId;
    this.name = data.name();
    this.employer = data.employer();
    this.post = data.post();
    this.email = data.email();
    this.phone = data.phone();
    this.fields = data.fields().stream().map(Enum::name).collect(Collectors.joining(BETWEEN));
    this.topics = String.join(BETWEEN, data.topics());
    this.grounds = grounds;
    this.createdBy = by;
    this.createdAt = now;
  }

  void approve(long newLecturerId, Long by, Instant now) {
    lecturerId = newLecturerId;
    decide(State.APPROVED, null, by, now);
  }

  void decide(State newState, String why, Long by, Instant now) {
    state = newState;
    reason = why;
    decidedBy = by;
    decidedAt = now;
  }

  /** What it says of the lecturer. */
  LecturerData data() {
    return new LecturerData(name, employer, post, email, phone, null, null, fields(), topics());
  }

  public Long id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Of whom it comes from. */
  public long unitId() {
    return unitId;
  }

  /** Null for somebody from outside. */
  public Long officerId() {
    return officerId;
  }

  public String name() {
    return name;
  }

  public String employer() {
    return employer;
  }

  public String post() {
    return post;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public List<LawField> fields() {
    return fields.isEmpty() ? List.of() : Arrays.stream(fields.split(BETWEEN)).map(LawField::valueOf).toList();
  }

  public List<String> topics() {
    return topics.isEmpty() ? List.of() : List.of(topics.split(BETWEEN));
  }

  public String grounds() {
    return grounds;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public Long lecturerId() {
    return lecturerId;
  }

  /** The account. */
  public long createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
