package cn.lianbing.training;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.roster.Lectures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** A session took place: from then on it counts. Who came, and the hours that brings, is enrolment's to say. */
@ApplicationScoped
@Transactional
public class SessionHolding {
  @Inject TrainingSessions sessions;
  @Inject Lectures lectures;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Its lecturers are held to have lectured for its length. @throws cn.lianbing.platform.Refused {@code session-not-begun}, {@code session-state} */
  public void hold(Caller caller, long id) {
    TrainingSession session = sessions.kept(caller, id);
    session.hold(clock.instant());
    lectures.held(id, session.minutes());
    say(caller, "training.hold", session);
  }

  /** Heads, where nobody wrote names down. @param heads null: there are names */
  public void count(Caller caller, long id, Integer heads) {
    if (heads != null && (heads < 0 || heads > 10_000)) throw Invalid.field("heads", "training.heads");
    TrainingSession session = sessions.kept(caller, id);
    session.count(heads);
    say(caller, "training.count", session);
  }

  /** Nothing of it changes any more. */
  public void close(Caller caller, long id) {
    TrainingSession session = sessions.kept(caller, id);
    session.close(clock.instant());
    say(caller, "training.close", session);
  }

  private void say(Caller caller, String action, TrainingSession session) {
    happened.fire(Happened.done(caller, action, "trainingSession", session.id(), units.get(session.hostUnitId()).path(), session.title()));
  }
}
