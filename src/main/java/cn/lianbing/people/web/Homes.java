package cn.lianbing.people.web;

import cn.lianbing.platform.Caller;

/** Where a person begins. */
final class Homes {
  private Homes() {}

  static String of(Caller caller) {
    if (caller.has("OFFICER")) return "/officer/exam/home.xhtml";
    if (caller.hasAny("EXAM_ADMIN", "UNIT_ADMIN", "TRAINER")) return "/staff/exam/exams.xhtml";
    if (caller.has("SUPERVISOR")) return "/staff/people/officers.xhtml";
    if (caller.hasAny("AUDITOR", "SYSTEM_ADMIN")) return "/staff/audit/log.xhtml";
    return "/public/people/sign-in.xhtml";
  }

  /** Back to the page that asked for the sign-in; only to a page of this application. */
  static String after(String from, Caller caller) {
    boolean ours = from != null && from.matches("/(officer|staff|admin)/[A-Za-z0-9/_-]+\\.xhtml(\\?[A-Za-z0-9=&_%.-]*)?") && !from.contains("..");
    return ours ? from : of(caller);
  }
}
