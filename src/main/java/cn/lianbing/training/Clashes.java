package cn.lianbing.training;

import cn.lianbing.exam.ExamWindows;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.roster.Lectures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Date;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What stands against holding a session then and there. */
@ApplicationScoped
@Transactional
public class Clashes {
  @PersistenceContext EntityManager store;
  @Inject Lectures lectures;
  @Inject ExamWindows examWindows;

  /**
   * @param code behind {@code refused.}, the key of the sentence
   * @param hard it cannot be held so; else a warning that the organiser may pass over
   */
  public record Clash(String code, List<String> args, boolean hard) implements Serializable {}

  /** When, where, with whom and for whom. @param exceptId the session itself, null for a new one */
  public record Slot(Instant from, Instant to, long placeUnitId, String place, Long hostUnitId, Collection<Long> lecturerIds, Collection<Long> audienceUnitIds, Long exceptId) {}

  /** Everything at once, the hard ones first. */
  public List<Clash> of(Slot slot) {
    List<Clash> found = new ArrayList<>(room(slot));
    for (long lecturer : slot.lecturerIds()) for (Lectures.Objection one : lectures.check(lecturer, slot.from(), slot.to(), slot.placeUnitId(), slot.exceptId())) found.add(new Clash(one.code(), one.args(), one.hard()));
    found.addAll(audience(slot));
    found.addAll(duty(slot));
    for (ExamWindows.Window one : examWindows.of(slot.audienceUnitIds(), slot.from(), slot.to())) found.add(new Clash("clash-exam", List.of(one.unit(), one.title(), Times.text(one.opensAt()), Times.text(one.closesAt())), false));
    found.sort((a, b) -> Boolean.compare(b.hard(), a.hard()));
    return found;
  }

  @SuppressWarnings("unchecked")
  private List<Clash> room(Slot slot) {
    List<Object[]> rows = store.createNativeQuery("select s.title, s.starts_at, s.ends_at, s.place from training_session s where s.place_unit_id = ?1 and s.place_key = ?2 and s.starts_at < ?4 and s.ends_at > ?3 and s.state in ('SUBMITTED', 'PUBLISHED', 'HELD', 'CLOSED') and s.id <> ?5 order by s.starts_at")
        .setParameter(1, slot.placeUnitId()).setParameter(2, SessionPlan.key(slot.place())).setParameter(3, UtcColumn.of(slot.from())).setParameter(4, UtcColumn.of(slot.to())).setParameter(5, slot.exceptId() == null ? 0 : slot.exceptId()).getResultList();
    return rows.stream().map(row -> new Clash("clash-room", List.of((String) row[3], span(UtcColumn.time(row[1]), UtcColumn.time(row[2])), (String) row[0]), true)).toList();
  }

  @SuppressWarnings("unchecked")
  private List<Clash> audience(Slot slot) {
    if (slot.audienceUnitIds().isEmpty()) return List.of();
    List<Object[]> rows = store.createNativeQuery("select distinct u.name, s.title, s.starts_at, s.ends_at from training_session s join session_audience a on a.session_id = s.id join unit u on u.id = a.unit_id where a.unit_id in (" + those(slot.audienceUnitIds()) + ") and s.starts_at < ?2 and s.ends_at > ?1 and s.state in ('SUBMITTED', 'PUBLISHED') and s.id <> ?3 order by s.starts_at, u.name")
        .setParameter(1, UtcColumn.of(slot.from())).setParameter(2, UtcColumn.of(slot.to())).setParameter(3, slot.exceptId() == null ? 0 : slot.exceptId()).getResultList();
    return rows.stream().map(row -> new Clash("clash-audience", List.of((String) row[0], span(UtcColumn.time(row[2]), UtcColumn.time(row[3])), (String) row[1]), false)).toList();
  }

  @SuppressWarnings("unchecked")
  private List<Clash> duty(Slot slot) {
    List<Long> units = new ArrayList<>(slot.audienceUnitIds());
    units.add(slot.placeUnitId());
    List<Object[]> rows = store.createNativeQuery("select u.name, d.what, d.from_day, d.to_day from unit_duty d join unit u on u.id = d.unit_id where d.unit_id in (" + those(units) + ") and d.from_day <= ?2 and d.to_day >= ?1 order by u.name")
        .setParameter(1, Date.valueOf(slot.from().atZone(Times.ZONE).toLocalDate())).setParameter(2, Date.valueOf(slot.to().atZone(Times.ZONE).toLocalDate())).getResultList();
    return rows.stream().map(row -> new Clash("clash-duty", List.of((String) row[0], Times.text(((Date) row[2]).toLocalDate()), Times.text(((Date) row[3]).toLocalDate()), (String) row[1]), false)).toList();
  }

  /** 2026年11月26日 09:00—11:30 */
  static String span(Instant from, Instant to) {
    String end = Times.text(to);
    boolean sameDay = from.atZone(Times.ZONE).toLocalDate().equals(to.atZone(Times.ZONE).toLocalDate());
    return Times.text(from) + "—" + (sameDay ? end.substring(end.lastIndexOf(' ') + 1) : end);
  }

  private static String those(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).reduce((a, b) -> a + "," + b).orElse("0");
  }
}
