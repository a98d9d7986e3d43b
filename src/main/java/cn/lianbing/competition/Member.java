package cn.lianbing.competition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An officer whom a unit registered. */
@Entity(name = "TeamMember") // MEMBER is a word of the query language
@Table(name = "competition_member")
public class Member {
  public enum Role { LEADER, ON_STAGE, RESERVE, INDIVIDUAL }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "registration_id") private Long registrationId;
  @Column(name = "officer_id") private Long officerId;
  @Enumerated(EnumType.STRING) private Role role;
  @Column(name = "front_line") private boolean frontLine;

  protected Member() {}

  Member(long registrationId, long officerId, Role role, boolean frontLine) {
    this.registrationId = registrationId;
    this.officerId = officerId;
    this.role = role;
    this.frontLine = frontLine;
  }

  public Long officerId() {
    return officerId;
  }

  public Role role() {
    return role;
  }

  public boolean frontLine() {
    return frontLine;
  }
}
