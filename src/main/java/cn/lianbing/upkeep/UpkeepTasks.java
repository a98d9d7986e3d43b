package cn.lianbing.upkeep;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the nightly round found, by unit: also the lists of holders without a valid exam, hours or post. */
@ApplicationScoped
@Transactional
public class UpkeepTasks {
  @PersistenceContext EntityManager store;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public record Row(long id, UpkeepTask.Kind kind, UpkeepTask.State state, long certificateId, String serial, CertificateKind certificate, Long officerId, String holder, long unitId, String unit, LocalDate dueOn, LocalDate raisedOn, String outcome) implements Serializable {}

  /** @param closed the settled ones instead of the open ones */
  public record Filter(UpkeepTask.Kind kind, Long unitId, boolean closed) {}

  private static final String FROM = """
       from UpkeepTask t join Certificate c on c.id = t.certificateId join Unit u on u.id = t.unitId
       where u.path like :reach and u.path like :under and (:kind is null or t.kind = :kind) and t.state in :states""";

  /** Within the caller's reach: what is due first, first. */
  public Page<Row> page(Caller caller, Filter filter, Page.Request request) {
    Unit unit = filter.unitId() == null ? null : units.get(caller, filter.unitId());
    TypedQuery<Row> rows = store.createQuery("select new cn.lianbing.upkeep.UpkeepTasks$Row(t.id, t.kind, t.state, c.id, c.serial, c.kind, c.officerId, c.holderName, u.id, u.name, t.dueOn, t.raisedOn, t.outcome)" + FROM + " order by case when t.dueOn is null then 1 else 0 end, t.dueOn, t.id", Row.class);
    TypedQuery<Long> count = store.createQuery("select count(t)" + FROM, Long.class);
    List<UpkeepTask.State> states = filter.closed() ? List.of(UpkeepTask.State.DONE, UpkeepTask.State.DISMISSED) : List.of(UpkeepTask.State.OPEN);
    for (TypedQuery<?> query : List.of(rows, count)) query.setParameter("reach", caller.reach() + "%").setParameter("under", (unit == null ? "/" : unit.path()) + "%").setParameter("kind", filter.kind()).setParameter("states", states);
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList(), count.getSingleResult(), request.page(), request.size());
  }

  /** How many of each kind are open within reach. */
  public Map<UpkeepTask.Kind, Long> open(Caller caller) {
    Map<UpkeepTask.Kind, Long> open = new EnumMap<>(UpkeepTask.Kind.class);
    store.createQuery("select t.kind, count(t) from UpkeepTask t join Unit u on u.id = t.unitId where u.path like :reach and t.state = :open group by t.kind", Object[].class).setParameter("reach", caller.reach() + "%").setParameter("open", UpkeepTask.State.OPEN).getResultList().forEach(row -> open.put((UpkeepTask.Kind) row[0], (Long) row[1]));
    return open;
  }

  public static boolean settles(Caller caller) {
    return caller.hasAny("UNIT_ADMIN", "SUPERVISOR");
  }

  /** @throws Refused {@code task-settled} */
  public void dismiss(Caller caller, long id, String reason) {
    UpkeepTask task = settles(caller) ? store.find(UpkeepTask.class, id, LockModeType.PESSIMISTIC_WRITE) : null;
    if (task == null || !caller.reaches(units.get(task.unitId()).path())) throw new NotFound("certificateTask", id);
    task.dismiss(reason, caller.accountId(), clock.instant().atZone(Times.ZONE).toLocalDate());
    happened.fire(Happened.done(caller, "certificate.dismissTask", "certificateTask", id, units.get(task.unitId()).path(), task.kind() + " " + reason.strip()));
  }
}
