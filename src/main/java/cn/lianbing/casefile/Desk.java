package cn.lianbing.casefile;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;

/** Whose work the review is: the organ of supervision's. */
public final class Desk {
  private Desk() {}

  /** Who reviews and writes letters. */
  public static boolean is(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM");
  }

  /** Who reads the whole review; units read their letters only. */
  public static boolean reads(Caller caller) {
    return is(caller) || caller.hasAny("AUDITOR", "SYSTEM_ADMIN");
  }

  static void demand(Caller caller) {
    if (!is(caller)) throw new NotFound("casefile", "-");
  }

  static void demandReader(Caller caller) {
    if (!reads(caller)) throw new NotFound("casefile", "-");
  }
}
