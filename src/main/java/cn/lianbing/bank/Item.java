package cn.lianbing.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An item 试题: a code that is stable for ever, and its versions. A paper points to a version, so a correction never rewrites what was sat. */
@Entity
@Table(name = "item")
public class Item {
  public enum State { IN_USE, RETIRED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String code;
  @Enumerated(EnumType.STRING) private State state = State.IN_USE;
  @Column(name = "latest_version_id") private Long latestVersionId;
  private boolean embargoed;
  @Version private int version;

  protected Item() {}

  Item(String code) {
    this.code = code;
  }

  void show(ItemVersion latest) {
    latestVersionId = latest.id();
  }

  void retire() {
    state = State.RETIRED;
  }

  void use() {
    state = State.IN_USE;
  }

  void embargo(boolean examsOnly) {
    embargoed = examsOnly;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public State state() {
    return state;
  }

  /** For exams only: practice and quizzes do not have it. */
  public boolean embargoed() {
    return embargoed;
  }

  public Long latestVersionId() {
    return latestVersionId;
  }
}
