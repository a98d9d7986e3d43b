package cn.lianbing.roster;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored lecturers. */
@ApplicationScoped
@Transactional
public class Lecturers {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  /**
   * A lecturer for lists.
   *
   * @param title    the post
   * @param unitId   of an officer; null for somebody from outside
   * @param unitName the officer's unit, or the employer
   * @param source   of the term that {@code termEnd} ends, null where there never was one
   * @param termEnd  the last day of the latest term
   * @param exit     why that term was ended early; null where it was not
   * @param appointed today
   * @param load     sessions planned or held this year
   */
  public record Row(long id, String name, String title, Long unitId, String unitName, Appointment.Source source, LocalDate termEnd, boolean appointed, Appointment.Exit exit, String topics, int load, Integer loadLimit) implements Serializable {
    public boolean inside() {
      return unitId != null;
    }
  }

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(String text, LawField field, Appointment.Source source, Standing standing) implements Serializable {}

  /** Whether somebody may be asked now. */
  public enum Standing { APPOINTED, ENDING, ENDED }

  /** A term that ends within so many days is due for a decision. */
  public static final int ENDING_DAYS = 90;

  private static final String FROM = """
       from lecturer l left join officer o on o.id = l.officer_id left join unit u on u.id = o.unit_id join unit k on k.id = l.unit_id
         left join lecturer_appointment a on a.id = (select b.id from lecturer_appointment b where b.lecturer_id = l.id order by b.last_day desc, b.id desc limit 1)
       where (k.path like ?1 or u.path like ?1)
         and (?2 is null or l.name like ?2 or o.name like ?2 or l.employer like ?2 or u.name like ?2 or l.post like ?2 or exists (select 1 from lecturer_topic t where t.lecturer_id = l.id and t.topic like ?2))
         and (?3 is null or exists (select 1 from lecturer_field f where f.lecturer_id = l.id and f.field = ?3))
         and (?4 is null or a.source = ?4)
         and (?5 is null or ?5 = 'APPOINTED' and exists (select 1 from lecturer_appointment b where b.lecturer_id = l.id and ?6 between b.term_from and b.last_day)
           or ?5 = 'ENDED' and (a.id is null or a.last_day < ?6) or ?5 = 'ENDING' and a.exit_reason is null and a.last_day between ?6 and ?7)""";
  private static final String COLUMNS = """
      select l.id, coalesce(o.name, l.name), l.post, u.id, coalesce(u.name, l.employer), a.source, a.last_day,
        exists (select 1 from lecturer_appointment b where b.lecturer_id = l.id and ?6 between b.term_from and b.last_day), a.exit_reason,
        (select group_concat(t.topic order by t.topic separator '、') from lecturer_topic t where t.lecturer_id = l.id),
        (select count(*) from lecture c where c.lecturer_id = l.id and c.state <> 'CANCELLED' and year(c.starts_at + interval 8 hour) = year(?6)), l.load_limit\s""";

  /** Within reach: kept there, or an officer there. By name. */
  public Page<Row> page(Caller caller, Filter filter, Page.Request request) {
    LocalDate today = today();
    Query rows = fill(store.createNativeQuery(COLUMNS + FROM + " order by a.last_day is null, a.last_day < ?6, coalesce(o.name, l.name), l.id limit ?8 offset ?9"), caller.reach(), filter, today).setParameter(8, request.size()).setParameter(9, request.offset());
    Number total = (Number) fill(store.createNativeQuery("select count(*) " + FROM), caller.reach(), filter, today).getSingleResult();
    return new Page<>(rows(rows), total.longValue(), request.page(), request.size());
  }

  /** All of the roster who may be asked on a day, by name. */
  public List<Row> appointedOn(LocalDate day) {
    return rows(fill(store.createNativeQuery(COLUMNS + FROM + " order by coalesce(o.name, l.name), l.id"), "/", new Filter(null, null, null, Standing.APPOINTED), day));
  }

  /** @throws NotFound where there is none */
  public Row row(long id) {
    List<Row> found = rows(fill(store.createNativeQuery(COLUMNS + FROM + " and l.id = ?8"), "/", new Filter(null, null, null, null), today()).setParameter(8, id));
    if (found.isEmpty()) throw new NotFound("lecturer", id);
    return found.get(0);
  }

  /** @throws NotFound where there is none */
  Lecturer get(long id) {
    Lecturer lecturer = store.find(Lecturer.class, id);
    if (lecturer == null) throw new NotFound("lecturer", id);
    return lecturer;
  }

  /** @throws NotFound where there is none within reach; one's own record is always within it */
  Lecturer get(Caller caller, long id) {
    Lecturer lecturer = get(id);
    if (isSelf(caller, lecturer)) return lecturer;
    if (!reaches(caller, lecturer)) throw new NotFound("lecturer", id);
    return lecturer;
  }

  boolean reaches(Caller caller, Lecturer lecturer) {
    return ((Number) store.createNativeQuery("select count(*) from lecturer l left join officer o on o.id = l.officer_id left join unit u on u.id = o.unit_id join unit k on k.id = l.unit_id where l.id = ?1 and (k.path like ?2 or u.path like ?2)")
        .setParameter(1, lecturer.id()).setParameter(2, caller.reach() + "%").getSingleResult()).longValue() > 0;
  }

  static boolean isSelf(Caller caller, Lecturer lecturer) {
    return caller.officerId() != null && caller.officerId().equals(lecturer.officerId());
  }

  /**
   * Whom to tell.
   *
   * @param officerId null for somebody from outside
   * @param email     where a lecturer from outside reads; null where none is known
   */
  public record Contact(long lecturerId, Long officerId, String name, String email) {}

  /** Whether all of them are lecturers, appointed or no longer. */
  public boolean knows(Collection<Long> ids) {
    return ids.stream().allMatch(id -> store.find(Lecturer.class, id) != null);
  }

  /** In the order of the ids. */
  public List<Contact> contacts(Collection<Long> ids) {
    return ids.stream().map(this::get).map(one -> new Contact(one.id(), one.officerId(), one.name(), one.email())).toList();
  }

  /** The lecturer that an officer is, appointed or no longer. */
  public Optional<Long> ofOfficer(long officerId) {
    return store.createQuery("select l.id from Lecturer l where l.officerId = :officer", Long.class).setParameter("officer", officerId).getResultStream().findFirst();
  }

  List<Appointment> appointments(long lecturerId) {
    return store.createQuery("select a from Appointment a where a.lecturerId = :lecturer order by a.firstDay desc, a.id desc", Appointment.class).setParameter("lecturer", lecturerId).getResultList();
  }

  LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  private static Query fill(Query query, String reach, Filter filter, LocalDate day) {
    String text = Like.containing(filter.text());
    return query.setParameter(1, reach + "%").setParameter(2, text).setParameter(3, filter.field() == null ? null : filter.field().name()).setParameter(4, filter.source() == null ? null : filter.source().name())
        .setParameter(5, filter.standing() == null ? null : filter.standing().name()).setParameter(6, java.sql.Date.valueOf(day)).setParameter(7, java.sql.Date.valueOf(day.plusDays(ENDING_DAYS)));
  }

  private static List<Row> rows(Query query) {
    List<?> found = query.getResultList();
    return found.stream().map(one -> row((Object[]) one)).toList();
  }

  private static Row row(Object[] cells) {
    return new Row(((Number) cells[0]).longValue(), (String) cells[1], (String) cells[2], cells[3] == null ? null : ((Number) cells[3]).longValue(), (String) cells[4], cells[5] == null ? null : Appointment.Source.valueOf((String) cells[5]),
        cells[6] == null ? null : LocalDate.parse(cells[6].toString()), yes(cells[7]), cells[8] == null ? null : Appointment.Exit.valueOf((String) cells[8]), cells[9] == null ? "" : (String) cells[9], ((Number) cells[10]).intValue(), cells[11] == null ? null : ((Number) cells[11]).intValue());
  }

  private static boolean yes(Object cell) {
    return cell instanceof Boolean flag ? flag : ((Number) cell).intValue() != 0;
  }
}
