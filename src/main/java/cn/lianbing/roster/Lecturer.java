package cn.lianbing.roster;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who speaks at training sessions: an officer, or an expert invited from outside. Whether they may be asked is not said
 * here but by their {@link Appointment}s.
 */
@Entity
@Table(name = "lecturer")
public class Lecturer {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private long unitId;
  private String name;
  private String employer;
  private String post;
  private String email;
  private String phone;
  private String about;
  @Column(name = "load_limit") private Integer loadLimit;
  @Column(name = "created_at") private Instant createdAt;
  @ElementCollection
  @CollectionTable(name = "lecturer_field", joinColumns = @JoinColumn(name = "lecturer_id"))
  @Column(name = "field") @Enumerated(EnumType.STRING)
  private Set<LawField> fields = new TreeSet<>();
  @ElementCollection
  @CollectionTable(name = "lecturer_topic", joinColumns = @JoinColumn(name = "lecturer_id"))
  @Column(name = "topic")
  private Set<String> topics = new TreeSet<>();
  @Version private int version;

  protected Lecturer() {}

  /** @param officerId null for somebody from outside; @param keeperId the unit that keeps the record */
  Lecturer(Long officerId, String name, long keeperId, Instant now) {
    this.officerId = officerId;
    this.name = name;
    this.unitId = keeperId;
    this.createdAt = now;
  }

  void describe(LecturerData data) {
    if (officerId == null) {
      name = data.name();
      employer = data.employer();
    }
    post = data.post();
    email = data.email();
    phone = data.phone();
    about = data.about();
    loadLimit = data.loadLimit();
    speaksOn(data.fields(), data.topics());
  }

  void speaksOn(Collection<LawField> newFields, Collection<String> newTopics) {
    fields.retainAll(newFields);
    fields.addAll(newFields);
    topics.retainAll(newTopics);
    topics.addAll(newTopics);
  }

  public Long id() {
    return id;
  }

  /** Null for somebody from outside. */
  public Long officerId() {
    return officerId;
  }

  /** The unit that keeps the record. */
  public long unitId() {
    return unitId;
  }

  public String name() {
    return name;
  }

  /** Of somebody from outside. */
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

  public String about() {
    return about;
  }

  /** Sessions a year; null: none. */
  public Integer loadLimit() {
    return loadLimit;
  }

  public List<LawField> fields() {
    return fields.stream().sorted().toList();
  }

  public List<String> topics() {
    return topics.stream().sorted().toList();
  }
}
