package cn.lianbing.exam;

import cn.lianbing.paper.PaperAssembly;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Draws papers ahead: for exams that open within two hours, and for those that are open. In small transactions, so that a node
 * that dies leaves at most one batch undone; of two nodes that draw for the same officer the first one's paper stays.
 */
@ApplicationScoped
public class PaperDrawing {
  private static final Logger LOG = Logger.getLogger(PaperDrawing.class.getName());
  private static final int EVERY_SECONDS = 3;
  /** An exam that lacked nothing is looked at again after so many rounds. */
  private static final int ROUNDS_OF_REST = 20;
  private static final int BATCH = 50;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject Batches batches;
  private final Map<Long, Integer> rest = new HashMap<>();
  private ScheduledFuture<?> running;

  void begin(@Observes @Priority(1100) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  private void round() {
    try {
      List<Long> due = batches.due();
      rest.keySet().retainAll(due);
      for (long exam : due) if (rest.merge(exam, -1, Integer::sum) < 0) {
        draw(exam);
        rest.put(exam, ROUNDS_OF_REST);
      }
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "papers could not be drawn ahead; it will be tried again", e);
    }
  }

  /** All that an exam lacks. */
  public void draw(long examId) {
    long after = 0;
    while (after >= 0) after = batches.draw(examId, after);
  }

  /** The transactions of the drawing. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Batches {
    private static final String LACKING = """
        select c.officer_id, 1 + coalesce((select max(a.number) from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id), 0), e.pool_id from candidate c join exam e on e.id = c.exam_id
        where c.exam_id = ?1 and c.officer_id > ?2 and c.excused_reason is null
          and (select count(*) from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id and (a.state <> 'VOIDED' or a.void_uses)) < e.attempts_allowed
          and not exists (select 1 from drawn_paper d where d.exam_id = c.exam_id and d.officer_id = c.officer_id and d.pool_id = e.pool_id and d.number = 1 + coalesce((select max(a.number) from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id), 0))
        order by c.officer_id limit\s""" + BATCH;
    @PersistenceContext EntityManager store;
    @Inject PaperAssembly assembly;

    /** Exams for which papers are drawn now. */
    List<Long> due() {
      List<?> ids = store.createNativeQuery("select id from exam where state = 'SCHEDULED' and opens_at < utc_timestamp(3) + interval 2 hour and closes_at > utc_timestamp(3) order by opens_at").getResultList();
      return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** @param after officers up to this one are done @return where to go on, -1 at the end */
    long draw(long examId, long after) {
      List<?> found = store.createNativeQuery(LACKING).setParameter(1, examId).setParameter(2, after).getResultList();
      if (found.isEmpty()) return -1;
      List<Object[]> lacking = found.stream().map(row -> (Object[]) row).toList();
      List<Long> papers = assembly.drawMany(number(lacking.get(0)[2]), lacking.size());
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < lacking.size(); i++) rows.append(i == 0 ? "" : ",").append('(').append(examId).append(',').append(number(lacking.get(i)[0])).append(',').append(number(lacking.get(i)[1])).append(',').append(number(lacking.get(i)[2])).append(',').append(papers.get(i)).append(')');
      // of two nodes that drew for the same officer the first stays
      store.createNativeQuery("insert into drawn_paper (exam_id, officer_id, number, pool_id, paper_id) values " + rows + " on duplicate key update paper_id = if(pool_id = values(pool_id), paper_id, values(paper_id)), pool_id = values(pool_id)").executeUpdate();
      return found.size() < BATCH ? -1 : number(lacking.get(lacking.size() - 1)[0]);
    }

    private static long number(Object value) {
      return ((Number) value).longValue();
    }
  }
}
