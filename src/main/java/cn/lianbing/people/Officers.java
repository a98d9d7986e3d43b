package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Like;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stored officers. */
@ApplicationScoped
@Transactional
public class Officers {
  @PersistenceContext EntityManager store;
  @Inject OfficerPasts pasts;

  /** An officer for lists. The identity number is masked. */
  public record Row(long id, String name, String idNumberMasked, long unitId, String unit, Officer.Establishment establishment, String post, Officer.State state, String username) implements Serializable {}

  /** What a list is narrowed to; null and blank narrow nothing. */
  public record Filter(String text, Long unitId, Officer.State state) {
    public static final Filter NONE = new Filter(null, null, null);
  }

  private static final String FROM = """
       from Officer o join Unit u on u.id = o.unitId left join Account a on a.officerId = o.id
       where u.path like :reach and (:text is null or o.name like :text or a.username like :text)
         and (:under is null or u.path like :under) and (:state is null or o.state = :state)""";

  /** What a list is sorted by. */
  public enum Order {
    UNIT("u.sort, u.id, o.name, o.id"), NAME("o.name, o.id");

    private final String by;

    Order(String by) {
      this.by = by;
    }
  }

  /** The unit that an officer was in at that time, as it is known now. */
  public long unitAt(Officer officer, Instant time) {
    List<?> known = store.createNativeQuery("select p.unit_id from officer_past p where p.officer_id = ?1 and " + PAST_AT + " order by p.valid_from desc limit 1").setParameter(1, officer.id()).setParameter(2, day(time)).setParameter(3, UtcColumn.of(time)).getResultList();
    return known.isEmpty() ? officer.unitId() : ((Number) known.get(0)).longValue();
  }

  /** Of {@code officer_past p}, what held at a time: ?2 is its day, ?3 the time itself, since a change of that very day holds from when it was entered. */
  public static final String PAST_AT = "p.superseded_at is null and (p.valid_from < ?2 or p.valid_from = ?2 and p.recorded_at <= ?3)";

  public static LocalDate day(Instant time) {
    return time.atZone(Times.ZONE).toLocalDate();
  }

  /** Officers within the caller's reach, by unit, then name. */
  public Page<Row> page(Caller caller, Filter filter, Page.Request request) {
    return page(caller, filter, Order.UNIT, request);
  }

  public Page<Row> page(Caller caller, Filter filter, Order order, Page.Request request) {
    String text = Like.containing(filter.text());
    Unit unit = filter.unitId() == null ? null : store.find(Unit.class, filter.unitId());
    String under = filter.unitId() == null ? null : unit == null ? "-" : unit.path() + "%";
    var rows = store.createQuery("select new cn.lianbing.people.Officers$Row(o.id, o.name, o.idNumberMasked, u.id, u.name, o.establishment, o.post, o.state, a.username)" + FROM + " order by " + order.by, Row.class);
    var count = store.createQuery("select count(o)" + FROM, Long.class);
    for (var query : List.of(rows, count)) query.setParameter("reach", caller.reach() + "%").setParameter("text", text).setParameter("under", under).setParameter("state", filter.state());
    return new Page<>(rows.setFirstResult(request.offset()).setMaxResults(request.size()).getResultList(), count.getSingleResult(), request.page(), request.size());
  }

  /** Active officers of a unit and the units below it. */
  public List<Officer> activeUnder(String unitPath) {
    return store.createQuery("select o from Officer o join Unit u on u.id = o.unitId where u.path like :path and o.state = cn.lianbing.people.Officer.State.ACTIVE order by o.id", Officer.class).setParameter("path", unitPath + "%").getResultList();
  }

  /** @throws NotFound where there is none */
  public Officer get(long id) {
    Officer officer = store.find(Officer.class, id);
    if (officer == null) throw new NotFound("officer", id);
    return officer;
  }

  /** @throws NotFound where there is none within the caller's reach; one's own record is always within it */
  public Officer get(Caller caller, long id) {
    Officer officer = get(id);
    if (caller.officerId() != null && caller.officerId() == id) return officer;
    if (!caller.reaches(store.find(Unit.class, officer.unitId()).path())) throw new NotFound("officer", id);
    return officer;
  }

  public Optional<Officer> byIdNumber(IdNumber number, IdNumberVault vault) {
    return store.createQuery("select o from Officer o where o.idNumberIndex = :index", Officer.class).setParameter("index", vault.index(number)).getResultStream().findFirst();
  }

  List<Officer> byIndexes(List<byte[]> indexes) {
    return store.createQuery("select o from Officer o where o.idNumberIndex in :indexes", Officer.class).setParameter("indexes", indexes).getResultList();
  }

  List<Officer> inUnits(Set<Long> unitIds) {
    return unitIds.isEmpty() ? List.of() : store.createQuery("select o from Officer o where o.unitId in :units", Officer.class).setParameter("units", unitIds).getResultList();
  }

  /** Many at once, for an import. */
  void add(Collection<Officer> many) {
    many.forEach(store::persist);
    store.flush();
    many.forEach(pasts::begin);
  }

  Officer add(Officer officer) {
    store.persist(officer);
    store.flush();
    pasts.begin(officer);
    return officer;
  }
}
