package cn.lianbing.certificate;

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

/** Something that one person asked for and that a second must confirm, since it touches many certificates. */
@Entity
@Table(name = "certificate_change")
public class LargeChange {
  public enum Kind { STEPS, IMPORT }

  public enum State { WAITING, DONE, REFUSED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Enumerated(EnumType.STRING) private State state = State.WAITING;
  private String summary;
  private int affected;
  private String content;
  @Column(name = "asked_by") private long askedBy;
  @Column(name = "asked_at") private Instant askedAt;
  @Column(name = "decided_by") private Long decidedBy;
  @Column(name = "decided_at") private Instant decidedAt;
  private String reason;
  @Version private int version;

  protected LargeChange() {}

  LargeChange(Kind kind, String summary, int affected, String content, long by, Instant now) {
    this.kind = kind;
    this.summary = summary;
    this.affected = affected;
    this.content = content;
    askedBy = by;
    askedAt = now;
  }

  /** @throws Refused {@code change-decided}, or {@code change-own} where the same person asked for it */
  void decide(State decision, long by, String why, Instant now) {
    if (state != State.WAITING) throw new Refused("change-decided");
    if (by == askedBy && decision == State.DONE) throw new Refused("change-own");
    state = decision;
    decidedBy = by;
    decidedAt = now;
    reason = why;
    // an import's lines are in the register now, or nowhere
    if (kind == Kind.IMPORT) content = "";
  }

  public Long id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  public int affected() {
    return affected;
  }

  String content() {
    return content;
  }

  long askedBy() {
    return askedBy;
  }
}
