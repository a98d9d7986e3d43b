package cn.lianbing.competition;

import cn.lianbing.people.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** As which unit somebody counts on a board: the department or township that their unit is or lies in. */
@ApplicationScoped
@Transactional
public class BoardUnits {
  @PersistenceContext EntityManager store;

  public record Group(long id, String name, Unit.Kind kind, String path) implements Serializable {}

  /** By the id of the unit; what lies in neither counts as itself. */
  public Map<Long, Group> all() {
    Map<Long, Unit> units = new HashMap<>();
    store.createQuery("select u from Unit u", Unit.class).getResultList().forEach(unit -> units.put(unit.id(), unit));
    Map<Long, Group> groups = new HashMap<>();
    units.values().forEach(unit -> {
      Unit board = unit;
      while (board != null && board.kind() != Unit.Kind.DEPARTMENT && board.kind() != Unit.Kind.TOWNSHIP) board = board.parentId() == null ? null : units.get(board.parentId());
      Unit shown = board == null ? unit : board;
      groups.put(unit.id(), new Group(shown.id(), shown.name(), shown.kind(), shown.path()));
    });
    return groups;
  }
}
