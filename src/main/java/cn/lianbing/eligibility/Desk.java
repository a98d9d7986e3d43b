package cn.lianbing.eligibility;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;

/** Who may do what about eligibility. Sanctions and health are in it, so whoever merely trains people sees none of it. */
public final class Desk {
  private Desk() {}

  /** Units, the certificate desk, the district's administrators, and who audits them. */
  public static boolean reads(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "SUPERVISOR", "EXAM_ADMIN", "SYSTEM_ADMIN", "AUDITOR", "SYSTEM");
  }

  /** The certificate desk, which decides. */
  public static boolean decides(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM");
  }

  static void demandReader(Caller caller) {
    if (!reads(caller)) throw new NotFound("eligibility", "-");
  }

  static void demandDecider(Caller caller) {
    if (!decides(caller)) throw new NotFound("eligibility", "-");
  }

  /** The person itself, or a reader within whose reach the person is. */
  static void demandReader(Caller caller, Officer officer, Units units) {
    if (caller.officerId() != null && caller.officerId().equals(officer.id())) return;
    if (!reads(caller) || !caller.reaches(units.get(officer.unitId()).path())) throw new NotFound("officer", officer.id());
  }
}
