package cn.lianbing.platform;

/**
 * Something that the audit log must keep. A success is written in the transaction that did it; a failure survives the rollback.
 *
 * @param action      verb phrase in dotted form, {@code exam.extend}; key of its name behind {@code audit.action.}
 * @param subjectType what kind of thing, {@code attempt}; null where there is none
 * @param unitPath    of the unit it concerns, null where it concerns none
 * @param detail      for people, at most 2,000 characters; never a password, a token or an identity number
 */
public record Happened(Caller who, String action, String subjectType, String subjectId, String unitPath, boolean success, String detail) {
  public static Happened done(Caller who, String action, String subjectType, Object subjectId, String unitPath, String detail) {
    return new Happened(who, action, subjectType, String.valueOf(subjectId), unitPath, true, detail);
  }

  public static Happened refused(Caller who, String action, String subjectType, Object subjectId, String detail) {
    return new Happened(who, action, subjectType, String.valueOf(subjectId), null, false, detail);
  }
}
