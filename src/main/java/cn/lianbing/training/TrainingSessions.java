package cn.lianbing.training;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stored sessions. */
@ApplicationScoped
@Transactional
public class TrainingSessions {
  @PersistenceContext EntityManager store;
  @Inject Units units;

  /**
   * A session for calendars and lists.
   *
   * @param number    of the year; null while it is not published
   * @param township  name of the township it is held in; null elsewhere
   * @param lecturers names, parted by 、
   * @param enrolled  who has a place
   * @param attended  who came, by name or, where there are no names, by count; null while it is not held
   */
  public record Row(long id, Integer number, int year, String title, Form form, TrainingSession.State state, Instant from, Instant to, long hostUnitId, String hostUnit, long placeUnitId, String placeUnit, Long townshipId, String township, String place, Integer seats, Long seriesId, Bucket bucket, String lecturers, int enrolled, Integer attended) implements Serializable {
    public boolean over() {
      return state == TrainingSession.State.HELD || state == TrainingSession.State.CLOSED;
    }
  }

  /** What a calendar is narrowed to; null does not narrow. @param unitId a session concerns a unit that hosts it, where it is held, or that is invited */
  public record Filter(Instant from, Instant to, Form form, Long townshipId, Long unitId, Long seriesId, TrainingSession.State state) {
    public static Filter between(Instant from, Instant to) {
      return new Filter(from, to, null, null, null, null, null);
    }
  }

  /** Drafts are seen by who keeps sessions of that unit; everything else by everybody. */
  private static final String QUERY = """
      select s.id, s.number, s.year, s.title, s.form, s.state, s.starts_at, s.ends_at, h.id, h.name, p.id, p.name, t.id, t.name, s.place, s.seats, s.series_id, s.bucket,
        (select group_concat(coalesce(o.name, l.name) order by x.position separator '、') from session_lecturer x join lecturer l on l.id = x.lecturer_id left join officer o on o.id = l.officer_id where x.session_id = s.id),
        (select count(*) from enrolment e where e.session_id = s.id and e.state = 'ENROLLED'),
        if(s.state in ('HELD', 'CLOSED'), coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL'))), null)
      from training_session s join unit h on h.id = s.host_unit_id join unit p on p.id = s.place_unit_id left join unit t on t.kind = 'TOWNSHIP' and p.path like concat(t.path, '%')
      where (s.state in ('PUBLISHED', 'HELD', 'CLOSED') or s.state = 'CANCELLED' and s.number is not null or h.path like ?1)""";

  /** Sessions that touch the span, by time. */
  public List<Row> calendar(Caller caller, Filter filter) {
    Query query = store.createNativeQuery(sql(filter)).setParameter(1, staffReach(caller) + "%").setParameter(2, UtcColumn.of(filter.from())).setParameter(3, UtcColumn.of(filter.to()));
    if (filter.form() != null) query.setParameter(4, filter.form().name());
    if (filter.townshipId() != null) query.setParameter(5, filter.townshipId());
    if (filter.unitId() != null) query.setParameter(6, filter.unitId());
    if (filter.seriesId() != null) query.setParameter(7, filter.seriesId());
    if (filter.state() != null) query.setParameter(8, filter.state().name());
    return rows(query);
  }

  static String sql(Filter filter) {
    StringBuilder sql = new StringBuilder(QUERY).append(" and s.starts_at < ?3 and s.ends_at > ?2");
    if (filter.form() != null) sql.append(" and s.form = ?4");
    if (filter.townshipId() != null) sql.append(" and t.id = ?5");
    if (filter.unitId() != null) sql.append(" and (s.host_unit_id = ?6 or s.place_unit_id = ?6 or exists (select 1 from session_audience a where a.session_id = s.id and a.unit_id = ?6))");
    if (filter.seriesId() != null) sql.append(" and s.series_id = ?7");
    if (filter.state() != null) sql.append(" and s.state = ?8");
    return sql.append(" order by s.starts_at, s.id").toString();
  }

  /** @throws NotFound where there is none that the caller may see */
  public Row row(Caller caller, long id) {
    return rows(store.createNativeQuery(QUERY + " and s.id = ?2").setParameter(1, staffReach(caller) + "%").setParameter(2, id)).stream().findFirst().orElseThrow(() -> new NotFound("trainingSession", id));
  }

  /** An officer's own sessions in a span: with a place or waiting, or as a lecturer. */
  public List<Row> of(long officerId, Instant from, Instant to) {
    return rows(store.createNativeQuery(QUERY + """
         and s.starts_at < ?3 and s.ends_at > ?2 and (exists (select 1 from enrolment e where e.session_id = s.id and e.officer_id = ?4 and e.state <> 'CANCELLED')
          or exists (select 1 from session_lecturer x join lecturer l on l.id = x.lecturer_id where x.session_id = s.id and l.officer_id = ?4)) order by s.starts_at, s.id""")
        .setParameter(1, "-").setParameter(2, UtcColumn.of(from)).setParameter(3, UtcColumn.of(to)).setParameter(4, officerId));
  }

  /** @throws NotFound where there is none that the caller may see */
  public TrainingSession get(Caller caller, long id) {
    row(caller, id);
    return get(id);
  }

  /** @throws NotFound where there is none */
  public TrainingSession get(long id) {
    TrainingSession session = store.find(TrainingSession.class, id);
    if (session == null) throw new NotFound("trainingSession", id);
    return session;
  }

  /** Locked until the end of the transaction: places are given one after the other. @throws NotFound where there is none */
  public TrainingSession locked(long id) {
    TrainingSession session = store.find(TrainingSession.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (session == null) throw new NotFound("trainingSession", id);
    return session;
  }

  /** Whether the caller keeps sessions of that unit: its organiser. */
  public boolean keeps(Caller caller, long hostUnitId) {
    return caller.hasAny("TRAINER", "UNIT_ADMIN", "SYSTEM") && caller.reaches(units.get(hostUnitId).path());
  }

  /** Who says yes to a session and answers requests: the training desk. */
  public boolean approves(Caller caller, long hostUnitId) {
    return caller.hasAny("TRAINER", "SYSTEM") && caller.reaches(units.get(hostUnitId).path());
  }

  /** @throws NotFound where the caller does not keep the session */
  TrainingSession kept(Caller caller, long id) {
    TrainingSession session = get(caller, id);
    if (!keeps(caller, session.hostUnitId())) throw new NotFound("trainingSession", id);
    return session;
  }

  public List<Long> lecturers(long id) {
    return numbers(store.createNativeQuery("select lecturer_id from session_lecturer where session_id = ?1 order by position").setParameter(1, id));
  }

  /** Units whose people should come. */
  public Set<Long> audience(long id) {
    return Set.copyOf(numbers(store.createNativeQuery("select unit_id from session_audience where session_id = ?1").setParameter(1, id)));
  }

  /** Officers with a place, or waiting for one. */
  public List<Long> enrolled(long id) {
    return numbers(store.createNativeQuery("select officer_id from enrolment where session_id = ?1 and state <> 'CANCELLED'").setParameter(1, id));
  }

  void write(long id, SessionPlan plan) {
    store.createNativeQuery("delete from session_lecturer where session_id = ?1").setParameter(1, id).executeUpdate();
    store.createNativeQuery("delete from session_audience where session_id = ?1").setParameter(1, id).executeUpdate();
    int position = 0;
    for (long lecturer : plan.lecturerIds()) store.createNativeQuery("insert into session_lecturer (session_id, lecturer_id, position) values (?1, ?2, ?3)").setParameter(1, id).setParameter(2, lecturer).setParameter(3, position++).executeUpdate();
    for (long unit : plan.audienceUnitIds()) store.createNativeQuery("insert into session_audience (session_id, unit_id) values (?1, ?2)").setParameter(1, id).setParameter(2, unit).executeUpdate();
  }

  /** The next number of a year. Whoever asks holds the calendar's lock. */
  int nextNumber(int year) {
    return ((Number) store.createNativeQuery("select coalesce(max(number), 0) + 1 from training_session where year = ?1").setParameter(1, year).getSingleResult()).intValue();
  }

  /** One at a time looks for clashes and then takes its place in the calendar. */
  void lockCalendar() {
    store.createNativeQuery("select id from unit where parent_id is null order by id limit 1 for update").getResultList();
  }

  private static String staffReach(Caller caller) {
    return caller.hasAny("TRAINER", "UNIT_ADMIN", "SYSTEM", "SUPERVISOR", "SYSTEM_ADMIN", "EXAM_ADMIN") ? caller.reach() : "-";
  }

  @SuppressWarnings("unchecked")
  private static List<Row> rows(Query query) {
    return ((List<Object[]>) query.getResultList()).stream().map(TrainingSessions::row).toList();
  }

  static Row row(Object[] c) {
    return new Row(number(c[0]), integer(c[1]), integer(c[2]), (String) c[3], Form.valueOf((String) c[4]), TrainingSession.State.valueOf((String) c[5]), UtcColumn.time(c[6]), UtcColumn.time(c[7]), number(c[8]), (String) c[9], number(c[10]), (String) c[11],
        c[12] == null ? null : number(c[12]), (String) c[13], (String) c[14], integer(c[15]), c[16] == null ? null : number(c[16]), Bucket.valueOf((String) c[17]), (String) c[18], integer(c[19]), integer(c[20]));
  }

  private static List<Long> numbers(Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(TrainingSessions::number).collect(Collectors.toList());
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static Integer integer(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
