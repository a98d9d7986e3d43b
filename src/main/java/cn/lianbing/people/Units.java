package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The stored units. */
@ApplicationScoped
public class Units {
  @PersistenceContext EntityManager store;

  /**
   * A unit for lists and menus.
   *
   * @param depth    0 for the district itself
   * @param officers active officers directly in it
   */
  public record Row(long id, String code, String name, Unit.Kind kind, Unit.State state, String path, int depth, long officers) {
    public Row(Long id, String code, String name, Unit.Kind kind, Unit.State state, String path, Long officers) {
      this(id, code, name, kind, state, path, (int) path.chars().filter(c -> c == '/').count() - 2, officers);
    }
  }

  /** The subtree that the caller reaches, parents before children, siblings in their order. */
  public List<Row> within(Caller caller) {
    return store.createQuery("""
        select new cn.lianbing.people.Units$Row(u.id, u.code, u.name, u.kind, u.state, u.path,
          (select count(o) from Officer o where o.unitId = u.id and o.state = cn.lianbing.people.Officer.State.ACTIVE))
        from Unit u where u.path like :reach order by u.sort, u.id""", Row.class).setParameter("reach", caller.reach() + "%").getResultList();
  }

  public Optional<Unit> byCode(String code) {
    return store.createQuery("select u from Unit u where u.code = :code", Unit.class).setParameter("code", code).getResultStream().findFirst();
  }

  public Optional<Unit> byName(String name) {
    return store.createQuery("select u from Unit u where u.name = :name", Unit.class).setParameter("name", name).getResultStream().findFirst();
  }

  /** @throws NotFound where there is none */
  public Unit get(long id) {
    Unit unit = store.find(Unit.class, id);
    if (unit == null) throw new NotFound("unit", id);
    return unit;
  }

  /** @throws NotFound where there is none within the caller's reach */
  public Unit get(Caller caller, long id) {
    Unit unit = get(id);
    if (!caller.reaches(unit.path())) throw new NotFound("unit", id);
    return unit;
  }

  public boolean isEmpty() {
    return store.createQuery("select count(u) from Unit u", Long.class).getSingleResult() == 0;
  }

  Unit add(Unit unit, Unit parent) {
    store.persist(unit);
    store.flush();
    unit.placeUnder(parent);
    return unit;
  }
}
