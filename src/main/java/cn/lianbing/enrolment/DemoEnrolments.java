package cn.lianbing.enrolment;

import cn.lianbing.credit.Bucket;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Refused;
import cn.lianbing.training.Form;
import cn.lianbing.training.SessionPlan;
import cn.lianbing.training.SessionPlanning;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The demo's people in its sessions: lists of the ones held lately, seats in those to come, one with a waiting list, and one that is about to begin. */
@ApplicationScoped
public class DemoEnrolments {
  private static final Logger LOG = Logger.getLogger(DemoEnrolments.class.getName());
  private static final int FULL = 44;
  private static final int USUAL = 19;
  @Inject ProgramSettings settings;
  @Inject Units units;
  @Inject Officers officers;
  @Inject TrainingSessions sessions;
  @Inject SessionPlanning planning;
  @Inject Enrolling enrolling;
  @Inject Lists lists;
  @Inject Clock clock;
  private final Random random = new Random(20261125);

  void fill(@Observes @Priority(95) Startup startup) {
    if (!settings.demo() || lists.begun() || units.byCode("411203").isEmpty()) return;
    Unit district = units.byCode("411203").get();
    Caller desk = new Caller(null, null, "system", district.id(), district.path(), Set.of("SYSTEM"), null, null);
    Instant now = clock.instant();
    try {
      soon(desk, district, now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
      boolean first = true;
      for (TrainingSessions.Row row : sessions.calendar(desk, TrainingSessions.Filter.between(now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(60))))) {
        if (row.state() == TrainingSession.State.HELD && row.attended() == 0) lists.held(desk, row.id(), some(row.placeUnitId(), USUAL + random.nextInt(9)));
        if (row.state() != TrainingSession.State.PUBLISHED || row.enrolled() > 0) continue;
        enrolling.enrol(desk, row.id(), some(row.placeUnitId(), first ? FULL : USUAL));
        first = false;
      }
    } catch (Refused e) {
      LOG.log(Level.INFO, "no more demo enrolments: {0}", e.getMessage());
    }
  }

  /** Begins within the hour, so that the list and the code can be tried. */
  private void soon(Caller desk, Unit district, Instant from) {
    long justice = units.byName("区司法局").map(Unit::id).orElse(district.id());
    long id = planning.draft(desk, new SessionPlan("行政处罚案例现场研讨", Form.CASE_STUDY, "行政处罚程序中的告知与听证", null, null, null, district.id(), null, justice, "二楼培训教室", from, from.plus(Duration.ofMinutes(90)), 30, false, null, from, Bucket.PROFESSIONAL, true, List.of(), Set.of(district.id())));
    planning.publish(desk, id, true);
    enrolling.enrol(desk, id, some(justice, USUAL));
  }

  /** Whoever is in the unit, then others. */
  private List<Long> some(long unitId, int count) {
    List<Long> others = new ArrayList<>(officers.activeUnder("/").stream().map(Officer::id).toList());
    Collections.shuffle(others, random);
    Set<Long> some = new LinkedHashSet<>(officers.activeUnder(units.get(unitId).path()).stream().map(Officer::id).toList());
    some.addAll(others);
    return some.stream().limit(count).toList();
  }

  /** What use cases refuse because it is past: each session in a transaction of its own. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Lists {
    @PersistenceContext EntityManager store;
    @Inject Gatherings gatherings;
    @Inject AttendanceClosing closing;
    @Inject Officers officers;

    public boolean begun() {
      return store.createQuery("select count(e) from Enrolment e", Long.class).getSingleResult() > 0;
    }

    public void held(Caller desk, long sessionId, List<Long> officerIds) {
      Gathering session = gatherings.locked(sessionId);
      int i = 0;
      for (long id : officerIds) {
        Officer officer = officers.get(id);
        Enrolment enrolment = new Enrolment(sessionId, id);
        enrolment.enrol(officer.unitId(), true, desk.accountId(), session.startsAt().minus(Duration.ofDays(5)));
        store.persist(enrolment);
        Attendance attendance = new Attendance(sessionId, id, officer.unitId());
        Attendance.State state = i % 11 == 7 ? Attendance.State.EXCUSED : i % 13 == 9 ? Attendance.State.ABSENT : i % 9 == 5 ? Attendance.State.PARTIAL : Attendance.State.PRESENT;
        Attendance.Mark mark = new Attendance.Mark(state, state == Attendance.State.PARTIAL ? session.minutes() / 2 : null, null, null, i++ % 2 == 0 ? Attendance.Method.LIST : Attendance.Method.SHEET, null);
        attendance.record(mark, mark.minutes(session.startsAt(), session.endsAt()), desk.accountId(), session.endsAt());
        store.persist(attendance);
      }
      store.flush();
      closing.bookAll(desk, session);
    }
  }
}
