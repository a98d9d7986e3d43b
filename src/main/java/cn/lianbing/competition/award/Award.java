package cn.lianbing.competition.award;

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

/** An award 奖项 to a person, a team's unit or a unit. What was wrong is revoked with a reason and never taken away. */
@Entity
@Table(name = "competition_award")
public class Award {
  /** 一等奖, 二等奖, 三等奖, 优胜奖 by place; 优秀组织奖 whom the host names. */
  public enum Code { FIRST, SECOND, THIRD, EXCELLENT, ORGANISATION }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "competition_id") private Long competitionId;
  @Column(name = "list_id") private Long listId;
  @Enumerated(EnumType.STRING) private Code code;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  private String recipient;
  private Integer place;
  private String reason;
  private String serial;
  @Column(name = "granted_at") private Instant grantedAt;
  @Column(name = "granted_by") private String grantedBy;
  @Column(name = "revoked_at") private Instant revokedAt;
  @Column(name = "revoke_reason") private String revokeReason;
  @Version private int version;

  protected Award() {}

  Award(long competitionId, Long listId, Code code, Long officerId, long unitId, String recipient, Integer place, String reason) {
    this.competitionId = competitionId;
    this.listId = listId;
    this.code = code;
    this.officerId = officerId;
    this.unitId = unitId;
    this.recipient = recipient;
    this.place = place;
    this.reason = reason;
  }

  void grant(String number, String by, Instant now) {
    serial = number;
    grantedBy = by;
    grantedAt = now;
  }

  void revoke(String why, Instant now) {
    revokedAt = now;
    revokeReason = why;
  }

  public Long id() {
    return id;
  }

  public Long competitionId() {
    return competitionId;
  }

  public Long listId() {
    return listId;
  }

  public Code code() {
    return code;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  public String recipient() {
    return recipient;
  }

  public Integer place() {
    return place;
  }

  public String serial() {
    return serial;
  }

  public Instant grantedAt() {
    return grantedAt;
  }

  public Instant revokedAt() {
    return revokedAt;
  }

  public String revokeReason() {
    return revokeReason;
  }
}
