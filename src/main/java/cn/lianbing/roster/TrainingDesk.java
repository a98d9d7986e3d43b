package cn.lianbing.roster;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** Tells the trainers whose reach covers a unit, and no others. */
@ApplicationScoped
@Transactional
public class TrainingDesk {
  @PersistenceContext EntityManager store;
  @Inject Notices notices;

  void tell(long unitId, Notice notice) {
    List<?> found = store.createNativeQuery("""
        select a.id from account a join account_role r on r.account_id = a.id and r.role = 'TRAINER' join unit mine on mine.id = a.unit_id
        join unit it on it.id = ?1 where it.path like concat(mine.path, '%')""").setParameter(1, unitId).getResultList();
    notices.tell(found.stream().map(id -> ((Number) id).longValue()).toList(), notice);
  }
}
