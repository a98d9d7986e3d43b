package cn.lianbing.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Who may sign in. The stamp grows whenever password, roles or state change; sessions and tokens made under an older stamp are
 * dead from that moment.
 */
@Entity
@Table(name = "account")
public class Account {
  public enum State { ACTIVE, DISABLED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String username;
  private String name;
  @Column(name = "officer_id") private Long officerId;
  @Column(name = "unit_id") private Long unitId;
  @Column(name = "password_hash") private String passwordHash;
  @Column(name = "password_change_required") private boolean passwordChangeRequired;
  @Column(name = "password_changed_at") private Instant passwordChangedAt;
  @Enumerated(EnumType.STRING) private State state = State.ACTIVE;
  private int stamp;
  @Column(name = "notice_accepted_at") private Instant noticeAcceptedAt;
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "role") @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();
  @Version private int version;

  protected Account() {}

  /** @param hash of an initial password, to be changed at the first sign-in */
  Account(String username, String name, Unit unit, Set<Role> roles, String hash, Instant now) {
    this.username = username;
    this.name = name;
    this.unitId = unit.id();
    this.roles = new HashSet<>(roles);
    this.passwordHash = hash;
    this.passwordChangeRequired = true;
    this.passwordChangedAt = now;
  }

  void belongsTo(Officer officer) {
    officerId = officer.id();
    name = officer.name();
    unitId = officer.unitId();
  }

  void changePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
    passwordChangeRequired = false;
    stamp++;
  }

  void resetPassword(String hash, Instant now) {
    changePassword(hash, now);
    passwordChangeRequired = true;
  }

  /** Only for demo data, whose password is published anyway. */
  void keepPassword() {
    passwordChangeRequired = false;
  }

  void grant(Set<Role> newRoles) {
    roles.clear();
    roles.addAll(newRoles);
    stamp++;
  }

  void disable() {
    state = State.DISABLED;
    stamp++;
  }

  void enable() {
    state = State.ACTIVE;
    stamp++;
  }

  void acceptNotice(Instant now) {
    noticeAcceptedAt = now;
  }

  public Long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String name() {
    return name;
  }

  public Long officerId() {
    return officerId;
  }

  public Long unitId() {
    return unitId;
  }

  String passwordHash() {
    return passwordHash;
  }

  public boolean passwordChangeRequired() {
    return passwordChangeRequired;
  }

  public State state() {
    return state;
  }

  public int stamp() {
    return stamp;
  }

  public boolean noticeAccepted() {
    return noticeAcceptedAt != null;
  }

  public Set<Role> roles() {
    return Set.copyOf(roles);
  }
}
