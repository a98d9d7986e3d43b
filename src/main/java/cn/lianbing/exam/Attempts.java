package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The stored attempts. */
@ApplicationScoped
@Transactional
public class Attempts {
  @PersistenceContext EntityManager store;
  @Inject Exams exams;
  @Inject Event<Happened> happened;

  /** The caller's own attempt. @throws NotFound for anybody else's, which is audited, and for none */
  public Attempt own(Caller caller, long id) {
    Attempt attempt = store.find(Attempt.class, id);
    if (attempt != null && mine(caller, id, attempt.officerId(), attempt.tokenStamp())) return attempt;
    if (attempt != null) reportForeign(caller, id);
    throw new NotFound("attempt", id);
  }

  /** Whether an attempt of this officer and with this stamp may be opened by the caller. */
  boolean mine(Caller caller, long id, long officerId, int stamp) {
    return caller.officerId() != null && caller.officerId() == officerId && (caller.bound() == null || caller.bound().attemptId() == id && caller.bound().stamp() == stamp);
  }

  /** Somebody reached for an attempt that is not theirs. */
  void reportForeign(Caller caller, long id) {
    happened.fire(Happened.refused(caller, "exam.foreignAttempt", "attempt", id, ""));
  }

  /** An attempt at an exam that the caller manages, locked: its state is not changed meanwhile. @throws NotFound for others */
  public Attempt managed(Caller caller, long id) {
    Attempt attempt = store.find(Attempt.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (attempt == null) throw new NotFound("attempt", id);
    exams.managed(caller, attempt.examId());
    return attempt;
  }

  Optional<Attempt> open(long examId, long officerId) {
    return of(examId, officerId).stream().filter(attempt -> attempt.state() == Attempt.State.OPEN).findFirst();
  }

  /** All attempts of an officer at an exam, first to last. */
  public List<Attempt> of(long examId, long officerId) {
    return store.createQuery("select a from Attempt a where a.examId = :exam and a.officerId = :officer order by a.number", Attempt.class).setParameter("exam", examId).setParameter("officer", officerId).getResultList();
  }

  Attempt add(Attempt attempt) {
    store.persist(attempt);
    store.flush();
    return attempt;
  }
}
