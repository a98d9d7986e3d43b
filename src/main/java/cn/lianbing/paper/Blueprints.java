package cn.lianbing.paper;

import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.List;

/** The stored blueprints. */
@ApplicationScoped
@Transactional
public class Blueprints {
  @PersistenceContext EntityManager store;

  /** @param maxMark tenths */
  public record Row(long id, String title, int questions, int maxMark) implements Serializable {}

  public List<Row> all() {
    return store.createQuery("select distinct b from Blueprint b left join fetch b.lines order by b.id desc", Blueprint.class).getResultStream()
        .map(one -> new Row(one.id(), one.title(), one.lines().stream().mapToInt(Line::count).sum(), one.lines().stream().mapToInt(Line::total).sum())).toList();
  }

  /** @throws NotFound where there is none */
  public Blueprint get(long id) {
    Blueprint blueprint = store.find(Blueprint.class, id);
    if (blueprint == null) throw new NotFound("blueprint", id);
    return blueprint;
  }

  Blueprint add(Blueprint blueprint) {
    store.persist(blueprint);
    store.flush();
    return blueprint;
  }

  /** With its forms. */
  void remove(Blueprint blueprint) {
    blueprint.use(null);
    store.flush();
    store.createQuery("delete from FormSet s where s.blueprintId = :blueprint").setParameter("blueprint", blueprint.id()).executeUpdate();
    store.remove(blueprint);
  }

  boolean used(long id) {
    return store.createQuery("select count(p) from PaperPool p where p.blueprintId = :id", Long.class).setParameter("id", id).getSingleResult() > 0;
  }
}
