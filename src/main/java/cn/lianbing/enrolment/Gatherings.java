package cn.lianbing.enrolment;

import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads sessions for enrolment and attendance, and holds a session's row where places are given away. */
@ApplicationScoped
class Gatherings {
  @Inject TrainingSessions sessions;
  @Inject Units units;

  /** Whoever gives away seats of a session waits here for the one before. First statement of the transaction. */
  Gathering locked(long id) {
    return of(sessions.locked(id));
  }

  Gathering get(long id) {
    return of(sessions.get(id));
  }

  /** The organiser's view. @throws NotFound for whoever is not the training desk or administrator of the host unit or one above it */
  Gathering organised(Caller caller, Gathering gathering) {
    if (!organises(caller, gathering)) throw new NotFound("session", gathering.id());
    return gathering;
  }

  static boolean organises(Caller caller, Gathering gathering) {
    return caller.has("SYSTEM") || caller.hasAny("TRAINER", "UNIT_ADMIN") && !caller.unitPath().isEmpty() && gathering.hostPath().startsWith(caller.unitPath());
  }

  private Gathering of(TrainingSession session) {
    Unit host = units.get(session.hostUnitId());
    return new Gathering(session.id(), session.title(), host.id(), host.path(), host.name(), session.from(), session.to(), session.seats(), session.state(), session.enrolUntil(), session.cancelUntil(), session.restricted(), session.bucket(), session.checkInCode());
  }

  static long number(Object value) {
    return ((Number) value).longValue();
  }

  static boolean truth(Object value) {
    return value instanceof Boolean flag ? flag : value != null && ((Number) value).intValue() != 0;
  }
}
