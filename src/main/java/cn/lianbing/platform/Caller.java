package cn.lianbing.platform;

import java.io.Serializable;
import java.util.Set;

/**
 * Who asks. Use cases take it as their first argument, so that none can forget to look.
 *
 * @param accountId null for the program itself and for somebody not signed in
 * @param officerId null where the account belongs to no officer
 * @param unitPath  of the caller's unit, {@code /1/7/}: a unit administrator's reach is what begins with it
 * @param roles     names of people.Role
 * @param address   where the request came from, for the audit log
 * @param bound     not null for the exam page's own token, which reaches one attempt only
 */
public record Caller(Long accountId, Long officerId, String name, Long unitId, String unitPath, Set<String> roles, String address, Bound bound) implements Serializable {

  /** The attempt that an exam page's token opens, and the token's stamp. */
  public record Bound(long attemptId, int stamp) implements Serializable {}

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** The program itself: the sweep that closes overdue attempts, imports at start. */
  public static Caller system() {
    return new Caller(null, null, "system", null, "/", Set.of("SYSTEM"), null, null);
  }

  public static Caller anonymous(String address) {
    return new Caller(null, null, "-", null, "", Set.of(), address, null);
  }

  /** The same person in one of the roles alone: on an officer's page an administrator is a candidate like any other. */
  public Caller only(String role) {
    return new Caller(accountId, officerId, name, unitId, unitPath, has(role) ? Set.of(role) : Set.of(), address, bound);
  }

  public boolean has(String role) {
    return roles.contains(role);
  }

  public boolean hasAny(String... any) {
    for (String role : any) if (has(role)) return true;
    return false;
  }

  /** Whether the caller's data reach covers a unit: everything for the whole-district roles, the own subtree for a unit administrator. */
  public boolean reaches(String path) {
    if (hasAny("SYSTEM", "SYSTEM_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR")) return true;
    return hasAny("UNIT_ADMIN", "TRAINER") && path != null && !unitPath.isEmpty() && path.startsWith(unitPath);
  }

  /** The beginning of the unit paths that the caller reaches; "/" for all, and a path no unit has for none. */
  public String reach() {
    if (hasAny("SYSTEM", "SYSTEM_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR")) return "/";
    return hasAny("UNIT_ADMIN", "TRAINER") && !unitPath.isEmpty() ? unitPath : "-";
  }
}
