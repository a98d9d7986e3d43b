package cn.lianbing.training;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

/** When units are on duty and cannot send people; sessions in that time are warned of. */
@ApplicationScoped
@Transactional
public class DutyDays {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject Event<Happened> happened;

  public record Row(long id, long unitId, String unit, LocalDate from, LocalDate to, String what) implements Serializable {}

  /** Within reach, from a day on. */
  @SuppressWarnings("unchecked")
  public List<Row> from(Caller caller, LocalDate day) {
    List<Object[]> rows = store.createNativeQuery("select d.id, u.id, u.name, d.from_day, d.to_day, d.what from unit_duty d join unit u on u.id = d.unit_id where u.path like ?1 and d.to_day >= ?2 order by d.from_day, u.name").setParameter(1, caller.reach() + "%").setParameter(2, Date.valueOf(day)).getResultList();
    return rows.stream().map(row -> new Row(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (String) row[2], ((Date) row[3]).toLocalDate(), ((Date) row[4]).toLocalDate(), (String) row[5])).toList();
  }

  /** @return its id */
  public long add(Caller caller, long unitId, LocalDate from, LocalDate to, String what) {
    demand(caller, unitId);
    if (from == null) throw Invalid.field("dutyFrom", "required");
    if (to == null) throw Invalid.field("dutyTo", "required");
    if (to.isBefore(from)) throw Invalid.field("dutyTo", "training.order");
    if (what == null || what.isBlank()) throw Invalid.field("what", "required");
    if (what.strip().length() > 100) throw Invalid.field("what", "tooLong", 100);
    store.createNativeQuery("insert into unit_duty (unit_id, from_day, to_day, what, version) values (?1, ?2, ?3, ?4, 1)").setParameter(1, unitId).setParameter(2, Date.valueOf(from)).setParameter(3, Date.valueOf(to)).setParameter(4, what.strip()).executeUpdate();
    long id = ((Number) store.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
    happened.fire(Happened.done(caller, "training.addDuty", "unitDuty", id, units.get(unitId).path(), what.strip()));
    return id;
  }

  public void remove(Caller caller, long id) {
    List<?> unit = store.createNativeQuery("select unit_id from unit_duty where id = ?1").setParameter(1, id).getResultList();
    if (unit.isEmpty()) throw new NotFound("duty", id);
    demand(caller, ((Number) unit.get(0)).longValue());
    store.createNativeQuery("delete from unit_duty where id = ?1").setParameter(1, id).executeUpdate();
    happened.fire(Happened.done(caller, "training.removeDuty", "unitDuty", id, units.get(((Number) unit.get(0)).longValue()).path(), String.valueOf(id)));
  }

  private void demand(Caller caller, long unitId) {
    if (!caller.hasAny("UNIT_ADMIN", "TRAINER", "SYSTEM")) throw new NotFound("duty", "-");
    units.get(caller, unitId);
  }
}
