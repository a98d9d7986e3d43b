package cn.lianbing.paper;

import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** The stored sets of parallel forms. */
@ApplicationScoped
@Transactional
public class FormSets {
  @PersistenceContext EntityManager store;

  /** @param inUse exams that are scheduled now by its blueprint use it */
  public record Row(long id, long blueprintId, FormSet.State state, int forms, int questions, Instant madeAt, boolean inUse) implements Serializable {}

  /** Of a blueprint, the newest first. */
  public List<Row> of(long blueprintId) {
    return store.createQuery("select s, b.formSetId from FormSet s join Blueprint b on b.id = s.blueprintId where s.blueprintId = :blueprint order by s.id desc", Object[].class).setParameter("blueprint", blueprintId).getResultStream()
        .map(row -> row((FormSet) row[0], (Long) row[1])).toList();
  }

  private static Row row(FormSet set, Long used) {
    FormSet.Content content = set.content();
    return new Row(set.id(), set.blueprintId(), set.state(), content.forms().size(), content.lines().stream().mapToInt(Line::count).sum(), set.madeAt(), set.id().equals(used));
  }

  /** @throws NotFound where there is none */
  public FormSet get(long id) {
    return found(store.find(FormSet.class, id), id);
  }

  FormSet locked(long id) {
    return found(store.find(FormSet.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static FormSet found(FormSet set, long id) {
    if (set == null) throw new NotFound("formSet", id);
    return set;
  }

  FormSet add(FormSet set) {
    store.persist(set);
    store.flush();
    return set;
  }
}
