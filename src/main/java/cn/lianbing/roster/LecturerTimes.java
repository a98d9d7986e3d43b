package cn.lianbing.roster;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When a lecturer can be asked and when not: entered by the lecturer, or by the training desk for somebody without an account. */
@ApplicationScoped
@Transactional
public class LecturerTimes {
  static final int MOST = 60;
  static final int LONGEST_LEAVE_DAYS = 400;
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;
  @Inject Event<Happened> happened;

  /** @param over already past */
  public record LeaveRow(long id, LocalDate from, LocalDate to, String reason, boolean over) implements Serializable {}

  /** @param weekday 1 to 7, null where it is for one day */
  public record FreeRow(long id, Integer weekday, LocalDate on, LocalTime from, LocalTime to) implements Serializable {}

  /** The latest first; reasons only for the lecturer and for whoever keeps the roster. */
  public List<LeaveRow> leaves(Caller caller, long lecturerId) {
    Lecturer lecturer = lecturers.get(caller, lecturerId);
    boolean reasons = Lecturers.isSelf(caller, lecturer) || RosterKeeping.keeps(caller);
    LocalDate today = lecturers.today();
    return all(Leave.class, lecturerId).stream().map(one -> new LeaveRow(one.id(), one.from(), one.to(), reasons ? one.reason() : null, one.to().isBefore(today))).sorted((a, b) -> b.from().compareTo(a.from())).toList();
  }

  /** By weekday, then the single days that are still to come. */
  public List<FreeRow> free(Caller caller, long lecturerId) {
    lecturers.get(caller, lecturerId);
    LocalDate today = lecturers.today();
    return all(FreeTime.class, lecturerId).stream().filter(one -> one.on() == null || !one.on().isBefore(today)).map(one -> new FreeRow(one.id(), one.weekday(), one.on(), one.from(), one.to()))
        .sorted(java.util.Comparator.comparing((FreeRow one) -> one.weekday() == null ? 8 : one.weekday()).thenComparing(one -> one.on() == null ? LocalDate.MIN : one.on()).thenComparing(FreeRow::from)).toList();
  }

  /** @return its id @throws Refused {@code leave-lectures} while something is planned on those days */
  public long addLeave(Caller caller, long lecturerId, LocalDate from, LocalDate to, String reason) {
    Lecturer lecturer = entered(caller, lecturerId);
    if (from == null) throw Invalid.field("leaveFrom", "required");
    if (to == null) throw Invalid.field("leaveTo", "required");
    if (to.isBefore(from)) throw Invalid.field("leaveTo", "lecturer.term.order");
    if (to.isAfter(from.plusDays(LONGEST_LEAVE_DAYS))) throw Invalid.field("leaveTo", "lecturer.leaveLong", LONGEST_LEAVE_DAYS);
    if (reason != null && reason.strip().length() > 100) throw Invalid.field("leaveReason", "tooLong", 100);
    List<Leave> before = all(Leave.class, lecturerId);
    if (before.stream().anyMatch(one -> one.touches(from, to))) throw new Refused("leave-overlaps");
    if (before.size() >= MOST * 5) throw new Refused("lecturer-times-full", MOST * 5);
    planned(lecturerId, from, to);
    Leave leave = new Leave(lecturerId, from, to, reason == null || reason.isBlank() ? null : reason.strip());
    store.persist(leave);
    store.flush();
    say(caller, "roster.leave", lecturer, "%s %s—%s".formatted(lecturer.name(), from, to));
    return leave.id();
  }

  /** Who promised to speak tells the organiser first; a leave that silently left a session without a lecturer would help nobody. */
  private void planned(long lecturerId, LocalDate from, LocalDate to) {
    store.createQuery("select l from Lecture l where l.lecturerId = :lecturer and l.state = cn.lianbing.roster.Lecture.State.PLANNED", Lecture.class).setParameter("lecturer", lecturerId).getResultStream()
        .filter(one -> !Dossier.day(one.from()).isAfter(to) && !Dossier.day(one.to()).isBefore(from)).findFirst().ifPresent(one -> {
          throw new Refused("leave-lectures", one.title(), Dossier.when(one.from(), one.to()));
        });
  }

  public void removeLeave(Caller caller, long id) {
    Leave leave = store.find(Leave.class, id);
    if (leave == null) throw new NotFound("leave", id);
    Lecturer lecturer = entered(caller, leave.lecturerId());
    store.remove(leave);
    say(caller, "roster.leaveEnd", lecturer, "%s %s—%s".formatted(lecturer.name(), leave.from(), leave.to()));
  }

  /** Every week where {@code weekday} is given, else on one day. @return its id */
  public long addFree(Caller caller, long lecturerId, Integer weekday, LocalDate on, LocalTime from, LocalTime to) {
    Lecturer lecturer = entered(caller, lecturerId);
    if ((weekday == null) == (on == null)) throw Invalid.field("freeOn", "lecturer.freeOn");
    if (weekday != null && (weekday < 1 || weekday > 7)) throw Invalid.field("weekday", "choice");
    if (from == null) throw Invalid.field("freeFrom", "required");
    if (to == null) throw Invalid.field("freeTo", "required");
    if (!from.isBefore(to)) throw Invalid.field("freeTo", "lecturer.ask.order");
    if (all(FreeTime.class, lecturerId).size() >= MOST) throw new Refused("lecturer-times-full", MOST);
    FreeTime time = new FreeTime(lecturerId, weekday, on, from, to);
    store.persist(time);
    store.flush();
    say(caller, "roster.free", lecturer, "%s %s %s—%s".formatted(lecturer.name(), on == null ? "W" + weekday : on, from, to));
    return time.id();
  }

  public void removeFree(Caller caller, long id) {
    FreeTime time = store.find(FreeTime.class, id);
    if (time == null) throw new NotFound("freeTime", id);
    Lecturer lecturer = entered(caller, time.lecturerId());
    store.remove(time);
    say(caller, "roster.freeEnd", lecturer, lecturer.name());
  }

  private Lecturer entered(Caller caller, long lecturerId) {
    Lecturer lecturer = lecturers.get(caller, lecturerId);
    if (!Lecturers.isSelf(caller, lecturer)) RosterKeeping.demandKeeper(caller);
    return lecturer;
  }

  private <T> List<T> all(Class<T> type, long lecturerId) {
    return store.createQuery("select x from " + type.getSimpleName() + " x where x.lecturerId = :lecturer", type).setParameter("lecturer", lecturerId).getResultList();
  }

  private void say(Caller caller, String action, Lecturer lecturer, String detail) {
    happened.fire(Happened.done(caller, action, "lecturer", lecturer.id(), caller.unitPath(), detail));
  }
}
