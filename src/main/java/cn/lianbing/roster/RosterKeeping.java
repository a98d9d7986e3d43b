package cn.lianbing.roster;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Keeping the roster: who is in it, appointed for which term, kept out of which unit, and how somebody leaves. The training desk's work, within its reach. */
@ApplicationScoped
@Transactional
public class RosterKeeping {
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Takes somebody into the roster, without a term yet. @param officerId null for somebody from outside @throws Refused {@code lecturer-exists} */
  public long add(Caller caller, Long officerId, LecturerData data) {
    demandKeeper(caller);
    data.check(officerId == null);
    if (officerId != null && !caller.reaches(units.get(officers.get(officerId).unitId()).path())) throw new NotFound("officer", officerId);
    if (officerId != null && lecturers.ofOfficer(officerId).isPresent()) throw new Refused("lecturer-exists", officers.get(officerId).name());
    Lecturer lecturer = create(officerId, data.name(), caller.unitId());
    lecturer.describe(data);
    say(caller, "roster.add", lecturer, lecturer.name());
    return lecturer.id();
  }

  private Lecturer create(Long officerId, String name, long keeperId) {
    Lecturer lecturer = new Lecturer(officerId, officerId == null ? name : officers.get(officerId).name(), keeperId, clock.instant());
    store.persist(lecturer);
    store.flush();
    return lecturer;
  }

  /** The lecturer that an approved application makes; somebody who was one before is that one again. */
  long take(Caller caller, LecturerApplication application) {
    LecturerData data = application.data();
    Lecturer lecturer = application.officerId() == null ? null : lecturers.ofOfficer(application.officerId()).map(lecturers::get).orElse(null);
    if (lecturer == null) {
      lecturer = create(application.officerId(), data.name(), caller.unitId());
      lecturer.describe(data);
    } else lecturer.speaksOn(data.fields(), data.topics());
    return lecturer.id();
  }

  public void change(Caller caller, long id, LecturerData data) {
    Lecturer lecturer = kept(caller, id);
    data.check(lecturer.officerId() == null);
    lecturer.describe(data);
    say(caller, "roster.change", lecturer, lecturer.name());
  }

  /**
   * Appoints for a term, or for a further one.
   *
   * @return the appointment's id
   * @throws Refused {@code appointment-overlaps}, {@code letter-number-taken}, {@code lecturer-own-record}
   */
  public long appoint(Caller caller, long lecturerId, Term term) {
    Lecturer lecturer = kept(caller, lecturerId);
    List<Appointment> before = lecturers.appointments(lecturerId);
    before.stream().filter(one -> !one.from().isAfter(term.to()) && !one.lastDay().isBefore(term.from())).findFirst().ifPresent(one -> {
      throw new Refused("appointment-overlaps", one.letterNumber(), Times.text(one.from()), Times.text(one.lastDay()));
    });
    if (store.createQuery("select count(a) from Appointment a where a.letterNumber = :number", Long.class).setParameter("number", term.letterNumber()).getSingleResult() > 0) throw new Refused("letter-number-taken", term.letterNumber());
    Appointment appointment = new Appointment(lecturerId, term, !before.isEmpty(), caller.accountId(), clock.instant());
    store.persist(appointment);
    store.flush();
    tell(lecturer, new Notice("roster.appointed", List.of(term.letterNumber(), Times.text(term.from()), Times.text(term.to())), "/officer/roster/lecturer.xhtml"));
    say(caller, before.isEmpty() ? "roster.appoint" : "roster.renew", lecturer, "%s %s %s—%s".formatted(lecturer.name(), term.letterNumber(), term.from(), term.to()));
    return appointment.id();
  }

  /**
   * The lecturer leaves: from that day on no term holds. Lectures planned for later stay to be seen and must be given to others.
   *
   * @param on the first day without
   * @return how many planned lectures now have nobody
   */
  public int exit(Caller caller, long lecturerId, LocalDate on, Appointment.Exit reason, String note) {
    Lecturer lecturer = kept(caller, lecturerId);
    if (on == null) throw Invalid.field("exitOn", "required");
    if (reason == null) throw Invalid.field("exitReason", "required");
    if (reason == Appointment.Exit.OTHER && (note == null || note.isBlank())) throw Invalid.field("exitNote", "lecturer.exitNote");
    if (note != null && note.strip().length() > 300) throw Invalid.field("exitNote", "tooLong", 300);
    List<Appointment> ended = lecturers.appointments(lecturerId).stream().filter(one -> !one.lastDay().isBefore(on)).toList();
    if (ended.isEmpty()) throw new Refused("lecturer-no-term", lecturer.name());
    ended.forEach(one -> one.end(on, reason, note == null || note.isBlank() ? null : note.strip()));
    store.flush();
    tell(lecturer, new Notice("roster.exited", List.of(Times.text(on)), "/officer/roster/lecturer.xhtml"));
    say(caller, "roster.exit", lecturer, "%s %s %s".formatted(lecturer.name(), on, reason));
    return store.createQuery("select count(l) from Lecture l where l.lecturerId = :lecturer and l.state = cn.lianbing.roster.Lecture.State.PLANNED and l.startsAt >= :from", Long.class).setParameter("lecturer", lecturerId).setParameter("from", on.atStartOfDay(Times.ZONE).toInstant()).getSingleResult().intValue();
  }

  /** The unit need not be within reach: whom somebody is married to is not bound to it. @return the conflict's id */
  public long bar(Caller caller, long lecturerId, Long unitId, String reason) {
    Lecturer lecturer = kept(caller, lecturerId);
    if (unitId == null) throw Invalid.field("conflictUnit", "required");
    if (reason == null || reason.isBlank()) throw Invalid.field("conflictReason", "required");
    if (reason.strip().length() > 200) throw Invalid.field("conflictReason", "tooLong", 200);
    Unit unit = units.get(unitId);
    if (store.createQuery("select count(c) from Conflict c where c.lecturerId = :lecturer and c.unitId = :unit", Long.class).setParameter("lecturer", lecturerId).setParameter("unit", unitId).getSingleResult() > 0) throw new Refused("conflict-exists", unit.name());
    Conflict conflict = new Conflict(lecturerId, unitId, reason.strip(), caller.accountId(), clock.instant());
    store.persist(conflict);
    store.flush();
    say(caller, "roster.bar", lecturer, "%s %s %s".formatted(lecturer.name(), unit.name(), reason.strip()));
    return conflict.id();
  }

  public void unbar(Caller caller, long conflictId) {
    Conflict conflict = store.find(Conflict.class, conflictId);
    if (conflict == null) throw new NotFound("conflict", conflictId);
    Lecturer lecturer = kept(caller, conflict.lecturerId());
    store.remove(conflict);
    say(caller, "roster.unbar", lecturer, lecturer.name() + " " + units.get(conflict.unitId()).name());
  }

  /** What the next letter of a year would be called; the form proposes it. */
  public String nextLetterNumber(String pattern) {
    int year = lecturers.today().getYear();
    long number = ((Number) store.createNativeQuery("select count(*) from lecturer_appointment where year(created_at + interval 8 hour) = ?1").setParameter(1, year).getSingleResult()).longValue();
    String candidate;
    do candidate = pattern.replace("{year}", String.valueOf(year)).replace("{number}", String.valueOf(++number));
    while (((Number) store.createNativeQuery("select count(*) from lecturer_appointment where letter_number = ?1").setParameter(1, candidate).getSingleResult()).longValue() > 0);
    return candidate;
  }

  /** Nobody keeps one's own record: not the term, not the conflicts. */
  private Lecturer kept(Caller caller, long id) {
    demandKeeper(caller);
    Lecturer lecturer = lecturers.get(caller, id);
    if (Lecturers.isSelf(caller, lecturer)) throw new Refused("lecturer-own-record");
    return lecturer;
  }

  private void tell(Lecturer lecturer, Notice notice) {
    if (lecturer.officerId() != null) notices.tellOfficers(List.of(lecturer.officerId()), notice);
    else if (lecturer.email() != null) notices.mail(lecturer.email(), lecturer.name(), new Notice(notice.kind(), notice.args(), null));
  }

  /** Whether somebody keeps the roster; who merely reaches a unit only reads. */
  public static boolean keeps(Caller caller) {
    return caller.hasAny("TRAINER", "SYSTEM");
  }

  static void demandKeeper(Caller caller) {
    if (!keeps(caller)) throw new NotFound("lecturer", "-");
  }

  static void demandReason(String reason) {
    if (reason == null || reason.isBlank()) throw Invalid.field("reason", "required");
    if (reason.strip().length() > 300) throw Invalid.field("reason", "tooLong", 300);
  }

  private void say(Caller caller, String action, Lecturer lecturer, String detail) {
    happened.fire(Happened.done(caller, action, "lecturer", lecturer.id(), units.get(lecturer.unitId()).path(), detail));
  }
}
