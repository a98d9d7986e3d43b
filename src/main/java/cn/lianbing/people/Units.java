package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The stored units. */
@ApplicationScoped
@Transactional
public class Units {
  @PersistenceContext EntityManager store;
  @Inject OfficerPasts pasts;

  /**
   * A unit for lists and menus.
   *
   * @param depth    0 for the district itself
   * @param officers active officers directly in it
   */
  public record Row(long id, String code, String name, Unit.Kind kind, Unit.State state, String path, int depth, long officers, int sort) implements Serializable {
    public Row(Long id, String code, String name, Unit.Kind kind, Unit.State state, String path, Long officers, int sort) {
      this(id, code, name, kind, state, path, (int) path.chars().filter(c -> c == '/').count() - 2, officers, sort);
    }

    /** The path of the unit above; "/" for the district. */
    public String above() {
      return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /** Null for the district. */
    public Long parentId() {
      String above = above();
      return above.equals("/") ? null : Long.valueOf(above.substring(above.lastIndexOf('/', above.length() - 2) + 1, above.length() - 1));
    }
  }

  /** The subtree that the caller reaches, parents before children, siblings in their order. */
  public List<Row> within(Caller caller) {
    List<Row> rows = store.createQuery("""
        select new cn.lianbing.people.Units$Row(u.id, u.code, u.name, u.kind, u.state, u.path,
          (select count(o) from Officer o where o.unitId = u.id and o.state = cn.lianbing.people.Officer.State.ACTIVE), u.sort)
        from Unit u where u.path like :reach order by u.sort, u.id""", Row.class).setParameter("reach", caller.reach() + "%").getResultList();
    Map<String, List<Row>> below = rows.stream().collect(Collectors.groupingBy(Row::above));
    Set<String> paths = rows.stream().map(Row::path).collect(Collectors.toSet());
    List<Row> tree = new ArrayList<>();
    rows.stream().filter(row -> !paths.contains(row.above())).forEach(top -> grow(tree, top, below));
    return tree;
  }

  private static void grow(List<Row> tree, Row row, Map<String, List<Row>> below) {
    tree.add(row);
    below.getOrDefault(row.path(), List.of()).forEach(child -> grow(tree, child, below));
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

  /** Until this transaction ends. Two imports at once would each find that the other's people do not exist yet, and store them twice. */
  void oneImportAtATime() {
    store.createNativeQuery("select id from unit where parent_id is null for update").getResultList();
  }

  public boolean isEmpty() {
    return store.createQuery("select count(u) from Unit u", Long.class).getSingleResult() == 0;
  }

  Unit add(Unit unit, Unit parent) {
    store.persist(unit);
    store.flush();
    unit.placeUnder(parent);
    pasts.record(unit);
    return unit;
  }
}
