package cn.lianbing.certificate;

import static cn.lianbing.certificate.Authority.COMPETENT_DEPARTMENT;
import static cn.lianbing.certificate.Authority.ESTABLISHMENT_OFFICE;
import static cn.lianbing.certificate.Authority.GOVERNMENT;
import static cn.lianbing.certificate.Authority.HIGHER_LEGAL_ORGAN;
import static cn.lianbing.certificate.Authority.HOLDER;
import static cn.lianbing.certificate.Authority.ISSUER;
import static cn.lianbing.certificate.Authority.OWN_ORGAN;
import static cn.lianbing.certificate.Authority.SUPERVISION_ORGAN;

import cn.lianbing.eligibility.CertificateKind;
import java.util.Set;

/**
 * What can be done in the life of a certificate. From where each leads to where is told by {@link CertificateApplication.State}
 * and {@link Certificate.State}; here stands who records it, who may have decided it, and what it must carry.
 */
public enum Step {
  SUBMIT(false, Set.of("OFFICER", "UNIT_ADMIN"), Set.of(HOLDER, OWN_ORGAN)),
  UNIT_PASS(false, Set.of("UNIT_ADMIN"), Set.of(OWN_ORGAN)),
  ESTABLISHMENT_PASS(true, Set.of("SUPERVISOR"), Set.of(ESTABLISHMENT_OFFICE)),
  BUREAU_PASS(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  PUBLISH(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  OBJECT(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  DISMISS(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  SEND(true, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  MAKE(false, Set.of("SUPERVISOR"), Set.of(ISSUER)),
  RETURN(false, Set.of("UNIT_ADMIN", "SUPERVISOR"), Set.of(OWN_ORGAN, SUPERVISION_ORGAN, ISSUER)),
  REFUSE(false, Set.of("UNIT_ADMIN", "SUPERVISOR"), Set.of(OWN_ORGAN, SUPERVISION_ORGAN, ISSUER)),
  WITHDRAW(false, Set.of("OFFICER", "UNIT_ADMIN"), Set.of(HOLDER, OWN_ORGAN)),
  ISSUE(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  ANNUAL_CHECK(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  SUSPEND(true, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN, COMPETENT_DEPARTMENT, ISSUER)),
  RESTORE(true, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN, ISSUER)),
  LAPSE(false, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN)),
  RECALL(true, Set.of("UNIT_ADMIN", "SUPERVISOR"), Set.of(OWN_ORGAN, COMPETENT_DEPARTMENT, ISSUER)),
  CANCEL(true, Set.of("SUPERVISOR"), Set.of(SUPERVISION_ORGAN, ISSUER)),
  REPORT_LOST(false, Set.of("OFFICER", "UNIT_ADMIN", "SUPERVISOR"), Set.of(HOLDER, OWN_ORGAN, SUPERVISION_ORGAN)),
  REPLACE(false, Set.of("SUPERVISOR"), Set.of(ISSUER)),
  REVOKE(true, Set.of("SUPERVISOR"), Set.of(GOVERNMENT, HIGHER_LEGAL_ORGAN)),
  /** an existing register comes in */
  IMPORT(false, Set.of(), Set.of());

  /** After these a certificate is no longer in force. */
  public static final Set<Step> ENDING = Set.of(LAPSE, RECALL, CANCEL, REVOKE, REPLACE);
  private final boolean document;
  private final Set<String> roles;
  private final Set<Authority> authorities;

  Step(boolean document, Set<String> roles, Set<Authority> authorities) {
    this.document = document;
    this.roles = roles;
    this.authorities = authorities;
  }

  /** Who records it, by role; whether the unit is within reach is asked apart. */
  public Set<String> roles() {
    return roles;
  }

  /** Whether it must name a document 文号. What a unit takes back from who leaves has none. */
  public boolean needsDocument(Reason reason) {
    return document && !(this == RECALL && Reason.LEAVING.contains(reason)) && !(this == RESTORE && reason == Reason.FOUND);
  }

  /** The kind of notice that tells of it. */
  String notice() {
    return "certificate." + name().replace('_', '-');
  }

  public boolean needsReason() {
    return switch (this) {
      case RETURN, REFUSE, WITHDRAW, SUSPEND, RESTORE, LAPSE, RECALL, CANCEL, REPORT_LOST, REPLACE, REVOKE -> true;
      default -> false;
    };
  }

  /** Said in words because no list can: an objection, and why it does not hold. */
  public boolean needsNote(Reason reason) {
    return this == OBJECT || this == DISMISS || reason == Reason.R45_8 || reason == Reason.R47_4;
  }

  /**
   * Whether that authority may decide it. 条例 46: the qualification is taken away by the own level's government or a higher
   * government's legal organ and by nobody else; 47: a supervisor's certificate is suspended or taken in by who issued it; 42 (6):
   * an enforcement certificate is suspended by the supervising organ; 优化营商环境条例 85 (5): by the competent department.
   */
  public boolean decidedBy(Authority authority, CertificateKind kind, Reason reason) {
    if (authority == null || !authorities.contains(authority)) return false;
    boolean leaving = Reason.LEAVING.contains(reason);
    return switch (this) {
      case SUSPEND -> kind == CertificateKind.SUPERVISION ? authority == ISSUER : authority == (reason == Reason.BUSINESS_ENVIRONMENT ? COMPETENT_DEPARTMENT : SUPERVISION_ORGAN);
      case RESTORE -> kind == CertificateKind.SUPERVISION && reason != Reason.FOUND ? authority == ISSUER : authority == SUPERVISION_ORGAN;
      case RECALL -> leaving ? authority == OWN_ORGAN : authority == (kind == CertificateKind.SUPERVISION ? ISSUER : COMPETENT_DEPARTMENT);
      case REVOKE -> kind == CertificateKind.ENFORCEMENT;
      default -> true;
    };
  }
}
