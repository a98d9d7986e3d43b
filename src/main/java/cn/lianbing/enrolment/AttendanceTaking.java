package cn.lianbing.enrolment;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Recording who was there: by the organiser and nobody else, in whatever way it came to the organiser's eyes. Before the session is
 * closed a mark is simply replaced; afterwards it is a correction, with a reason, kept beside what it corrects.
 */
@ApplicationScoped
@Transactional
public class AttendanceTaking {
  @PersistenceContext EntityManager store;
  @Inject Gatherings gatherings;
  @Inject Attendances attendances;
  @Inject Enrolments enrolments;
  @Inject AttendanceClosing closing;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** One officer; whoever was not enrolled is added. The same again changes nothing. @throws Invalid for {@code minutes}, {@code reason} */
  public void mark(Caller caller, long sessionId, long officerId, Attendance.Mark mark) {
    if (mark.state() == null) throw Invalid.field("attendance", "required");
    Gathering session = recordable(caller, sessionId);
    record(caller, session, officers.get(officerId), mark);
  }

  /** Everybody who is enrolled and of whom nothing is recorded. @return how many */
  public int markRest(Caller caller, long sessionId, Attendance.Mark mark) {
    if (mark.state() == null || mark.state() == Attendance.State.PARTIAL) throw Invalid.field("attendance", "required");
    Gathering session = recordable(caller, sessionId);
    List<Long> rest = attendances.unmarked(sessionId);
    rest.forEach(id -> record(caller, session, officers.get(id), mark));
    return rest.size();
  }

  /**
   * The names that a unit signed on the printed sheet, one a line. All or nothing: a name that was not in that unit then stores
   * nothing and is told.
   *
   * @return how many were recorded as present
   * @throws Refused attendance-other-unit (name, unit), attendance-same-name (name, unit)
   */
  public int enterSheet(Caller caller, long sessionId, long unitId, String names) {
    Gathering session = recordable(caller, sessionId);
    Unit unit = units.get(unitId);
    Set<String> lines = new LinkedHashSet<>();
    for (String name : (names == null ? "" : names).split("[\\n\\r、,，;；\\t]+")) if (!name.isBlank()) lines.add(name.replaceAll("[\\s\\u3000]", ""));
    if (lines.isEmpty()) throw Invalid.field("names", "required");
    if (lines.size() > Enrolling.AT_ONCE) throw Invalid.field("names", "enrolment.tooMany", Enrolling.AT_ONCE);
    List<Long> found = new ArrayList<>();
    for (String name : lines) found.add(ofUnit(session, unit, name));
    found.forEach(id -> record(caller, session, officers.get(id), new Attendance.Mark(Attendance.State.PRESENT, null, null, null, Attendance.Method.SHEET, null)));
    return found.size();
  }

  /** Who enrolled for the unit counts as of it, also when they moved since; otherwise who was in it on that day. */
  private long ofUnit(Gathering session, Unit unit, String name) {
    List<?> ids = store.createNativeQuery("""
        select o.id from officer o left join enrolment e on e.session_id = ?1 and e.officer_id = o.id and e.state <> 'CANCELLED'
        join unit u on u.id = coalesce(e.unit_id, (select p.unit_id from officer_past p where p.officer_id = o.id and %s order by p.valid_from desc limit 1), o.unit_id) where o.name = ?4 and u.path like ?5 and (e.id is not null or o.state = 'ACTIVE')""".formatted(Officers.PAST_AT))
        .setParameter(1, session.id()).setParameter(2, Officers.day(session.startsAt())).setParameter(3, UtcColumn.of(session.startsAt())).setParameter(4, name).setParameter(5, unit.path() + "%").getResultList();
    if (ids.isEmpty()) throw new Refused("attendance-other-unit", name, unit.name());
    if (ids.size() > 1) throw new Refused("attendance-same-name", name, unit.name());
    return Gatherings.number(ids.get(0));
  }

  private Gathering recordable(Caller caller, long sessionId) {
    Gathering session = gatherings.organised(caller, gatherings.locked(sessionId));
    session.demandRecordable(clock.instant());
    return session;
  }

  void record(Caller caller, Gathering session, Officer officer, Attendance.Mark mark) {
    int minutes = mark.minutes(session.startsAt(), session.endsAt());
    Attendance attendance = attendances.of(session.id(), officer.id()).orElse(null);
    if (attendance != null && attendance.says(mark, minutes)) return;
    String reason = session.held() ? Reason.demanded(mark.reason()) : null;
    if (attendance == null && !session.held() && officer.state() != Officer.State.ACTIVE && enrolments.of(session.id(), officer.id()).isEmpty()) throw new Refused("officer-not-active", officer.name());
    boolean fresh = attendance == null;
    if (fresh) attendance = new Attendance(session.id(), officer.id(), enrolments.of(session.id(), officer.id()).map(Enrolment::unitId).orElseGet(() -> officers.unitAt(officer, session.startsAt())));
    else if (session.held()) keep(caller, attendance, reason);
    attendance.record(mark, minutes, caller.accountId(), clock.instant());
    if (fresh) store.persist(attendance);
    store.flush();
    if (session.held()) happened.fire(Happened.done(caller, "enrolment.correct", "session", session.id(), session.hostPath(), "%s %s: %s".formatted(officer.name(), mark.state(), reason)));
    if (session.held()) closing.corrected(caller, session, attendance, reason);
  }

  private void keep(Caller caller, Attendance before, String reason) {
    store.createNativeQuery("insert into attendance_change (attendance_id, was_state, was_minutes, reason, changed_by, changed_at) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, before.id()).setParameter(2, before.state().name()).setParameter(3, before.minutes())
        .setParameter(4, reason).setParameter(5, caller.accountId()).setParameter(6, UtcColumn.of(clock.instant())).executeUpdate();
  }
}
