package cn.lianbing.eligibility;

import java.util.List;

/** What is kept about a person beyond the personnel record, since a criterion asks for it, and nothing else (个人信息保护法, article 6). */
public enum FactKind {
  /** 编制核验: the establishment office's answer, by letter */
  VERIFICATION(Keeper.DESK, "CONFIRMED", "DIFFERENT"),
  /** 健康声明: the person's own */
  HEALTH(Keeper.SELF, "FIT", "UNFIT"),
  /** 岗位适任认定: education and ability suit the post, as the unit sees it */
  SUITABILITY(Keeper.UNIT, "SUITED", "NOT_SUITED"),
  /** 岗位性质 */
  DUTY(Keeper.UNIT, "ENFORCEMENT", "SUPERVISION", "BOTH", "REVIEW"),
  /** 法律职业资格 */
  LEGAL_QUALIFICATION(Keeper.UNIT, "A", "B", "C"),
  /** An exam passed before or outside of this program. */
  EXAM_PUBLIC(Keeper.DESK, "PASSED"), EXAM_PROFESSIONAL(Keeper.DESK, "PASSED"),
  /** 处分, and an inquiry that has not ended; from light to heavy */
  SANCTION(Keeper.UNIT, "INVESTIGATION", "WARNING", "DEMERIT", "MAJOR_DEMERIT", "DEMOTION", "REMOVAL", "DISMISSAL"),
  /** 刑事处罚 */
  CONVICTION(Keeper.UNIT, "PENDING", "CONVICTED"),
  /** 年度考核, of the year that the period is */
  ASSESSMENT(Keeper.UNIT, "EXCELLENT", "COMPETENT", "BASIC", "INCOMPETENT"),
  /** 取消行政执法资格 */
  REVOCATION(Keeper.DESK, "PENDING", "REVOKED"),
  /** What a person decided on one criterion. */
  DECISION(Keeper.NOBODY, "MET", "UNMET");

  /** Who may record it; the certificate desk all but decisions, which have their own way. */
  enum Keeper { SELF, UNIT, DESK, NOBODY }

  private final Keeper keeper;
  private final List<String> values;

  FactKind(Keeper keeper, String... values) {
    this.keeper = keeper;
    this.values = List.of(values);
  }

  Keeper keeper() {
    return keeper;
  }

  public List<String> choices() {
    return values;
  }

  /** 政务处分法 article 8: how long a sanction lasts. @return months; 0 where nothing ends it */
  static int months(String sanction) {
    return switch (sanction) {
      case "WARNING" -> 6;
      case "DEMERIT" -> 12;
      case "MAJOR_DEMERIT" -> 18;
      case "DEMOTION", "REMOVAL" -> 24;
      default -> 0;
    };
  }
}
