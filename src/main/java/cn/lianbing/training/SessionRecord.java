package cn.lianbing.training;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** That a session took place, and that nothing of it changes any more. Who came is enrolment's to know. */
@ApplicationScoped
@Transactional
public class SessionRecord {
  @Inject TrainingSessions sessions;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** In the transaction that closes its attendance. @throws cn.lianbing.platform.Refused session-state, session-not-begun */
  public void held(Caller caller, long id) {
    TrainingSession session = sessions.kept(caller, id);
    session.hold(clock.instant());
    happened.fire(Happened.done(caller, "training.hold", "trainingSession", id, units.get(session.hostUnitId()).path(), session.title()));
  }

  /** From now on attendance cannot be corrected. For the training desk. @throws cn.lianbing.platform.Refused session-state */
  public void close(Caller caller, long id) {
    TrainingSession session = sessions.kept(caller, id);
    if (!sessions.approves(caller, session.hostUnitId())) throw new NotFound("trainingSession", id);
    session.close(clock.instant());
    happened.fire(Happened.done(caller, "training.close", "trainingSession", id, units.get(session.hostUnitId()).path(), session.title()));
  }
}
