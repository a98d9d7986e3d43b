package cn.lianbing.training;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sessions that were held before this program kept them: of them there are heads and no names, and nothing of them changes any more. */
@ApplicationScoped
@Transactional
public class PastSessions {
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Clock clock;

  /** What makes two sessions the same. */
  public record Same(Instant from, long hostUnitId, String title) {}

  /** All that begin within a span, whoever wrote them. */
  public List<Same> between(Instant first, Instant last) {
    return store.createQuery("select s.from, s.hostUnitId, s.title from TrainingSession s where s.from between :first and :last", Object[].class).setParameter("first", first).setParameter("last", last)
        .getResultStream().map(row -> new Same((Instant) row[0], (Long) row[1], (String) row[2])).toList();
  }

  /** @param heads who came */
  public void add(Caller caller, SessionPlan plan, int heads) {
    if (!sessions.keeps(caller, plan.hostUnitId())) throw new NotFound("trainingSession", "-");
    sessions.lockCalendar();
    Instant now = clock.instant();
    TrainingSession session = new TrainingSession(plan, caller.accountId(), null, now);
    session.publish(sessions.nextNumber(session.year()), now);
    session.hold(now);
    session.count(heads);
    session.close(now);
    store.persist(session);
    store.flush();
  }
}
