package cn.lianbing.enrolment;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.training.TrainingSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored attendance, as the organiser's list shows it. */
@ApplicationScoped
@Transactional
public class Attendances {
  private static final int FOUND = 20;
  @PersistenceContext EntityManager store;
  @Inject Gatherings gatherings;
  @Inject Enrolments enrolments;

  /**
   * @param unitId   where the officer was at that time
   * @param enrolled false: a walk-in
   * @param state    null: nothing recorded yet
   */
  public record Row(long officerId, String name, long unitId, String unit, String post, boolean enrolled, Attendance.State state, Integer minutes, Attendance.Method method) implements Serializable {}

  /** What the list's head says. @param held closed, so that a change is a correction */
  public record Head(long sessionId, String title, String host, Instant startsAt, Instant endsAt, int minutes, boolean recordable, boolean held, boolean over, boolean codeOpen, boolean organiser) implements Serializable {}

  /** Somebody who may be added. */
  public record Person(long officerId, String name, String unit, String post) implements Serializable {}

  /** One correction: what stood before it, and why it stands no more. */
  public record Change(String name, Attendance.State was, int wasMinutes, String reason, String by, Instant at) implements Serializable {}

  /** Whoever is enrolled or was recorded, by unit. Those of units beyond the caller's reach only the organiser sees. */
  public List<Row> of(Caller caller, long sessionId) {
    Gathering session = gatherings.get(sessionId);
    if (!enrolments.visible(caller, session)) throw new NotFound("session", sessionId);
    String reach = Gatherings.organises(caller, session) ? "/" : caller.reach();
    List<?> rows = store.createNativeQuery("""
        select o.id, o.name, u.id, u.name, o.post, e.id is not null, a.state, a.minutes, a.method
        from (select officer_id from enrolment where session_id = ?1 and state = 'ENROLLED' union select officer_id from attendance where session_id = ?1) those
        join officer o on o.id = those.officer_id left join enrolment e on e.session_id = ?1 and e.officer_id = o.id and e.state = 'ENROLLED'
        left join attendance a on a.session_id = ?1 and a.officer_id = o.id join unit u on u.id = coalesce(a.unit_id, e.unit_id)
        where u.path like ?2 order by u.sort, u.id, o.name, o.id""").setParameter(1, sessionId).setParameter(2, reach + "%").getResultList();
    return rows.stream().map(row -> row((Object[]) row)).toList();
  }

  public Head head(Caller caller, long sessionId, Instant now) {
    Gathering session = gatherings.get(sessionId);
    if (!enrolments.visible(caller, session)) throw new NotFound("session", sessionId);
    boolean open = session.state() == TrainingSession.State.PUBLISHED || session.held();
    return new Head(sessionId, session.title(), session.hostName(), session.startsAt(), session.endsAt(), session.minutes(), open && !now.isBefore(session.startsAt().minusSeconds(7200)), session.held(), !now.isBefore(session.endsAt()), session.codeOpen(), Gatherings.organises(caller, session));
  }

  /** Active officers who are not in the list, for the organiser: by part of the name within the caller's reach, by the whole name beyond. */
  public List<Person> toAdd(Caller caller, long sessionId, String name) {
    gatherings.organised(caller, gatherings.get(sessionId));
    if (name == null || name.isBlank()) return List.of();
    String plain = name.strip();
    List<?> rows = store.createNativeQuery("""
        select o.id, o.name, u.name, o.post from officer o join unit u on u.id = o.unit_id
        where o.state = 'ACTIVE' and (o.name = ?2 or o.name like ?3 and u.path like ?4)
          and not exists (select 1 from attendance a where a.session_id = ?1 and a.officer_id = o.id) and not exists (select 1 from enrolment e where e.session_id = ?1 and e.officer_id = o.id and e.state = 'ENROLLED')
        order by o.name, u.sort, o.id limit\s""" + FOUND).setParameter(1, sessionId).setParameter(2, plain).setParameter(3, "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").setParameter(4, caller.reach() + "%").getResultList();
    return rows.stream().map(row -> (Object[]) row).map(row -> new Person(Gatherings.number(row[0]), (String) row[1], (String) row[2], (String) row[3])).toList();
  }

  /** Corrections after the closing, the newest first. */
  public List<Change> changes(Caller caller, long sessionId) {
    gatherings.organised(caller, gatherings.get(sessionId));
    List<?> rows = store.createNativeQuery("""
        select o.name, c.was_state, c.was_minutes, c.reason, coalesce(p.name, '-'), c.changed_at from attendance_change c join attendance a on a.id = c.attendance_id
        join officer o on o.id = a.officer_id left join account p on p.id = c.changed_by where a.session_id = ?1 order by c.id desc limit 200""").setParameter(1, sessionId).getResultList();
    return rows.stream().map(row -> (Object[]) row).map(row -> new Change((String) row[0], Attendance.State.valueOf((String) row[1]), (int) Gatherings.number(row[2]), (String) row[3], (String) row[4], UtcColumn.time(row[5]))).toList();
  }

  Optional<Attendance> of(long sessionId, long officerId) {
    return store.createQuery("select a from Attendance a where a.sessionId = :session and a.officerId = :officer", Attendance.class).setParameter("session", sessionId).setParameter("officer", officerId).getResultStream().findFirst();
  }

  /** In one order everywhere: their officers are held one after the other while hours are booked. */
  List<Attendance> all(long sessionId) {
    return store.createQuery("select a from Attendance a where a.sessionId = :session order by a.officerId", Attendance.class).setParameter("session", sessionId).getResultList();
  }

  /** Enrolled, and nothing recorded yet. */
  List<Long> unmarked(long sessionId) {
    List<?> ids = store.createNativeQuery("select e.officer_id from enrolment e where e.session_id = ?1 and e.state = 'ENROLLED' and not exists (select 1 from attendance a where a.session_id = ?1 and a.officer_id = e.officer_id) order by e.officer_id").setParameter(1, sessionId).getResultList();
    return ids.stream().map(Gatherings::number).toList();
  }

  private static Row row(Object[] row) {
    return new Row(Gatherings.number(row[0]), (String) row[1], Gatherings.number(row[2]), (String) row[3], (String) row[4], Gatherings.truth(row[5]), row[6] == null ? null : Attendance.State.valueOf((String) row[6]), row[7] == null ? null : (int) Gatherings.number(row[7]), row[8] == null ? null : Attendance.Method.valueOf((String) row[8]));
  }
}
