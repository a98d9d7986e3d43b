package cn.lianbing.certificate;

import static cn.lianbing.certificate.Step.CANCEL;
import static cn.lianbing.certificate.Step.LAPSE;
import static cn.lianbing.certificate.Step.RECALL;
import static cn.lianbing.certificate.Step.REFUSE;
import static cn.lianbing.certificate.Step.REPLACE;
import static cn.lianbing.certificate.Step.REPORT_LOST;
import static cn.lianbing.certificate.Step.RESTORE;
import static cn.lianbing.certificate.Step.RETURN;
import static cn.lianbing.certificate.Step.REVOKE;
import static cn.lianbing.certificate.Step.SUSPEND;
import static cn.lianbing.certificate.Step.WITHDRAW;

import cn.lianbing.eligibility.CertificateKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why a step is taken: closed lists. Those named R45 and R47 are the causes of 河南省行政执法条例 articles 45 and 47, in their order. */
public enum Reason {
  R45_1(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_2(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_3(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_4(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE),
  R45_5(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_6(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_7(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE), R45_8(CertificateKind.ENFORCEMENT, SUSPEND, REVOKE),
  R47_1(CertificateKind.SUPERVISION, SUSPEND, RECALL), R47_2(CertificateKind.SUPERVISION, SUSPEND, RECALL), R47_3(CertificateKind.SUPERVISION, SUSPEND, RECALL), R47_4(CertificateKind.SUPERVISION, SUSPEND, RECALL),
  /** 损害营商环境, 河南省优化营商环境条例 article 85 */
  BUSINESS_ENVIRONMENT(CertificateKind.ENFORCEMENT, SUSPEND, RECALL, REVOKE),
  CHECK_FAILED(CertificateKind.ENFORCEMENT, SUSPEND),
  MOVED_AWAY(null, RECALL, CANCEL), LEFT_SERVICE(null, RECALL, CANCEL), RETIRED(null, RECALL, CANCEL), DIED(null, RECALL, CANCEL), ORGAN_ABOLISHED(null, RECALL, CANCEL), NOT_ESTABLISHED(null, RECALL, CANCEL),
  EXPIRED(null, LAPSE, CANCEL), NOT_CHECKED(null, LAPSE, CANCEL),
  RECALLED_BEFORE(null, CANCEL), QUALIFICATION_REVOKED(null, CANCEL), NOT_REPLACED(null, CANCEL), OBTAINED_WRONGLY(null, CANCEL), MISPRINTED(null, CANCEL),
  TRAINED(null, RESTORE), TERM_OVER(null, RESTORE), DECISION_WITHDRAWN(null, RESTORE), FOUND(null, RESTORE),
  LOST(null, REPORT_LOST), STOLEN(null, REPORT_LOST),
  LOSS(null, REPLACE), DAMAGED(null, REPLACE), DATA_CHANGED(null, REPLACE), RENEWED(null, REPLACE),
  INCOMPLETE(null, RETURN), PROVINCE_RETURNED(null, RETURN),
  NOT_ELIGIBLE(null, REFUSE), ESTABLISHMENT_MISMATCH(null, RETURN, REFUSE), OBJECTION_UPHELD(null, REFUSE), PROVINCE_REFUSED(null, REFUSE),
  BY_APPLICANT(null, WITHDRAW), BY_UNIT(null, WITHDRAW),
  /** as the imported register says; nobody chooses these by hand */
  REGISTER_SAYS(null, SUSPEND, RESTORE, LAPSE, CANCEL), NOT_IN_REGISTER(null, CANCEL);

  /** 调离、退休 and the like: the unit takes the card back by itself. */
  static final Set<Reason> LEAVING = EnumSet.of(MOVED_AWAY, LEFT_SERVICE, RETIRED, DIED, ORGAN_ABOLISHED, NOT_ESTABLISHED);
  static final Set<Reason> IMPORTED = EnumSet.of(REGISTER_SAYS, NOT_IN_REGISTER);

  private final CertificateKind only;
  private final Set<Step> steps;

  Reason(CertificateKind only, Step... steps) {
    this.only = only;
    this.steps = Set.of(steps);
  }

  boolean fits(Step step, CertificateKind kind) {
    return steps.contains(step) && (only == null || only == kind);
  }

  /** What can be chosen for a step by hand. */
  public static List<Reason> of(Step step, CertificateKind kind) {
    return Arrays.stream(values()).filter(one -> one.fits(step, kind) && !IMPORTED.contains(one) && one != RENEWED).toList();
  }
}
