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

/** The stored enrolments. */
@ApplicationScoped
@Transactional
public class Enrolments {
  @PersistenceContext EntityManager store;
  @Inject Gatherings gatherings;

  /** @param position in the waiting list, null with a seat; @param unit where the officer was when enrolled */
  public record Row(long id, long officerId, String name, long unitId, String unit, String post, Enrolment.State state, Integer position, Instant enrolledAt) implements Serializable {}

  /** Figures of one session. @param seats null: as many as come */
  public record Figures(Integer seats, long enrolled, long waiting) implements Serializable {}

  /** What an officer sees of the own enrolment. @param deadline until when it can be made; @param cancelUntil until when it can be cancelled; @param invited whether the officer can enrol now */
  public record Own(Long enrolmentId, Enrolment.State state, Integer position, Figures figures, Instant deadline, Instant cancelUntil, boolean open, boolean invited) implements Serializable {}

  record Other(String title, Instant startsAt) {}

  /** Those with a seat by unit, then the waiting in their order; of units beyond the caller's reach only the organiser sees any. */
  public List<Row> of(Caller caller, long sessionId) {
    Gathering session = gatherings.get(sessionId);
    if (!visible(caller, session)) throw new NotFound("session", sessionId);
    String reach = Gatherings.organises(caller, session) ? "/" : caller.reach();
    List<?> rows = store.createNativeQuery("""
        select e.id, o.id, o.name, u.id, u.name, o.post, e.state,
          if(e.state = 'WAITING', row_number() over (partition by e.state order by e.queued_at, e.id), null), e.queued_at, u.path from enrolment e join officer o on o.id = e.officer_id join unit u on u.id = e.unit_id
        where e.session_id = ?1 and e.state <> 'CANCELLED' order by e.state, if(e.state = 'WAITING', e.queued_at, null), u.sort, u.id, o.name, o.id""").setParameter(1, sessionId).getResultList();
    return rows.stream().map(row -> (Object[]) row).filter(row -> ((String) row[9]).startsWith(reach)).map(Enrolments::row).toList();
  }

  public Figures figures(Caller caller, long sessionId) {
    Gathering session = gatherings.get(sessionId);
    if (!visible(caller, session)) throw new NotFound("session", sessionId);
    return new Figures(session.seats(), enrolled(sessionId), waiting(sessionId).size());
  }

  /** The caller's own, for the officer's page. */
  public Own own(Caller caller, long sessionId, Instant now) {
    Gathering session = gatherings.get(sessionId);
    if (!visible(caller, session)) throw new NotFound("session", sessionId);
    Enrolment mine = caller.officerId() == null ? null : of(sessionId, caller.officerId()).orElse(null);
    boolean open = session.state() == TrainingSession.State.PUBLISHED && now.isBefore(session.deadline());
    return new Own(mine == null ? null : mine.id(), mine == null ? null : mine.state(), mine == null ? null : position(mine), figures(caller, sessionId), session.deadline(), session.cancelUntil(), open, open && invited(session, caller.unitId()));
  }

  /** What is not published yet exists for its organisers alone. */
  boolean visible(Caller caller, Gathering session) {
    return Gatherings.organises(caller, session) || session.state() != TrainingSession.State.DRAFT && session.state() != TrainingSession.State.SUBMITTED;
  }

  Enrolment get(long sessionId, long id) {
    Enrolment enrolment = store.find(Enrolment.class, id);
    if (enrolment == null || enrolment.sessionId() != sessionId) throw new NotFound("enrolment", id);
    return enrolment;
  }

  Optional<Enrolment> of(long sessionId, long officerId) {
    return store.createQuery("select e from Enrolment e where e.sessionId = :session and e.officerId = :officer and e.state <> cn.lianbing.enrolment.Enrolment.State.CANCELLED", Enrolment.class).setParameter("session", sessionId).setParameter("officer", officerId).getResultStream().findFirst();
  }

  List<Enrolment> waiting(long sessionId) {
    return store.createQuery("select e from Enrolment e where e.sessionId = :session and e.state = cn.lianbing.enrolment.Enrolment.State.WAITING order by e.queuedAt, e.id", Enrolment.class).setParameter("session", sessionId).getResultList();
  }

  long enrolled(long sessionId) {
    return store.createQuery("select count(e) from Enrolment e where e.sessionId = :session and e.state = cn.lianbing.enrolment.Enrolment.State.ENROLLED", Long.class).setParameter("session", sessionId).getSingleResult();
  }

  /** The officer's row, cancelled or not. */
  Optional<Enrolment> row(long sessionId, long officerId) {
    return store.createQuery("select e from Enrolment e where e.sessionId = :session and e.officerId = :officer", Enrolment.class).setParameter("session", sessionId).setParameter("officer", officerId).getResultStream().findFirst();
  }

  private Integer position(Enrolment mine) {
    if (mine.state() != Enrolment.State.WAITING) return null;
    return waiting(mine.sessionId()).stream().map(Enrolment::id).toList().indexOf(mine.id()) + 1;
  }

  /** Everybody, or where the session is restricted, who is in a unit that was invited or below one. */
  boolean invited(Gathering session, long unitId) {
    return !session.restricted() || !store.createNativeQuery("select 1 from session_audience a join unit invited on invited.id = a.unit_id join unit mine on mine.id = ?2 where a.session_id = ?1 and mine.path like concat(invited.path, '%') limit 1").setParameter(1, session.id()).setParameter(2, unitId).getResultList().isEmpty();
  }

  /** Another session at the same time in which the officer has a seat or waits for one. */
  Optional<Other> overlapping(long officerId, Gathering session) {
    List<?> found = store.createNativeQuery("""
        select s.title, s.starts_at from enrolment e join training_session s on s.id = e.session_id
        where e.officer_id = ?1 and e.state in ('ENROLLED', 'WAITING') and s.id <> ?2 and s.state in ('PUBLISHED', 'HELD') and s.starts_at < ?4 and s.ends_at > ?3 order by s.starts_at limit 1""")
        .setParameter(1, officerId).setParameter(2, session.id()).setParameter(3, UtcColumn.of(session.startsAt())).setParameter(4, UtcColumn.of(session.endsAt())).getResultList();
    return found.stream().findFirst().map(row -> new Other((String) ((Object[]) row)[0], UtcColumn.time(((Object[]) row)[1])));
  }

  private static Row row(Object[] row) {
    return new Row(Gatherings.number(row[0]), Gatherings.number(row[1]), (String) row[2], Gatherings.number(row[3]), (String) row[4], (String) row[5], Enrolment.State.valueOf((String) row[6]), row[7] == null ? null : (int) Gatherings.number(row[7]), UtcColumn.time(row[8]));
  }
}
