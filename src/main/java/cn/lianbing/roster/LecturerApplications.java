package cn.lianbing.roster;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Applying, recommending, and the training desk's decision. An approval appoints at once. */
@ApplicationScoped
@Transactional
public class LecturerApplications {
  static final int LONGEST_GROUNDS = 1000;
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;
  @Inject RosterKeeping keeping;
  @Inject Qualifications qualifications;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** An application for lists. @param unit of whom it comes from; @param employer of somebody from outside */
  public record Row(long id, LecturerApplication.Kind kind, String name, Long officerId, String unit, String employer, String post, String email, String phone, List<LawField> fields, List<String> topics, String grounds, LecturerApplication.State state, String reason, Long lecturerId, Instant createdAt) implements Serializable {}

  /** An officer for oneself. @return the application's id */
  public long apply(Caller caller, LecturerData data, String grounds) {
    if (caller.officerId() == null) throw new NotFound("officer", "-");
    return submit(caller, LecturerApplication.Kind.APPLIED, caller.officerId(), data, grounds);
  }

  /** A unit's administrator for an officer within reach or, with {@code officerId} null, for somebody from outside. */
  public long recommend(Caller caller, Long officerId, LecturerData data, String grounds) {
    if (!caller.hasAny("UNIT_ADMIN", "TRAINER", "SYSTEM")) throw new NotFound("lecturerApplication", "-");
    if (officerId != null && !caller.reaches(units.get(officers.get(officerId).unitId()).path())) throw new NotFound("officer", officerId);
    return submit(caller, LecturerApplication.Kind.RECOMMENDED, officerId, data, grounds);
  }

  private long submit(Caller caller, LecturerApplication.Kind kind, Long officerId, LecturerData data, String grounds) {
    LecturerData checked = officerId == null ? data : named(data, officers.get(officerId));
    checked.check(officerId == null);
    if (grounds == null || grounds.isBlank()) throw Invalid.field("grounds", "required");
    if (grounds.strip().length() > LONGEST_GROUNDS) throw Invalid.field("grounds", "tooLong", LONGEST_GROUNDS);
    if (officerId != null) demandNew(officerId);
    long unit = officerId == null ? caller.unitId() : officers.get(officerId).unitId();
    LecturerApplication application = new LecturerApplication(kind, unit, officerId, checked, grounds.strip(), caller.accountId(), clock.instant());
    store.persist(application);
    store.flush();
    notices.tellTrainers(unit, new Notice("roster.application", List.of(checked.name(), units.get(unit).name()), "/staff/roster/applications.xhtml"));
    say(caller, "roster.apply", application, checked.name());
    return application.id();
  }

  private static LecturerData named(LecturerData data, Officer officer) {
    return new LecturerData(officer.name(), null, data.post() == null ? officer.post() : data.post(), data.email(), data.phone(), data.about(), data.loadLimit(), data.fields(), data.topics());
  }

  private void demandNew(long officerId) {
    if (lecturers.ofOfficer(officerId).map(lecturers::row).filter(Lecturers.Row::appointed).isPresent()) throw new Refused("lecturer-exists", officers.get(officerId).name());
    long waiting = store.createQuery("select count(a) from LecturerApplication a where a.officerId = :officer and a.state = cn.lianbing.roster.LecturerApplication.State.SUBMITTED", Long.class).setParameter("officer", officerId).getSingleResult();
    if (waiting > 0) throw new Refused("application-pending", officers.get(officerId).name());
  }

  /** @return the lecturer's id @throws Refused {@code application-decided}, {@code application-own}, and as an appointment */
  public long approve(Caller caller, long id, Term term) {
    LecturerApplication application = waiting(caller, id);
    long lecturer = keeping.take(caller, application);
    keeping.appoint(caller, lecturer, term);
    qualifications.hand(id, lecturer);
    application.approve(lecturer, caller.accountId(), clock.instant());
    tell(application, new Notice("roster.approved", List.of(application.name(), term.letterNumber()), link(application)));
    say(caller, "roster.approve", application, application.name() + " " + term.letterNumber());
    return lecturer;
  }

  public void refuse(Caller caller, long id, String reason) {
    RosterKeeping.demandReason(reason);
    LecturerApplication application = waiting(caller, id);
    application.decide(LecturerApplication.State.REFUSED, reason.strip(), caller.accountId(), clock.instant());
    tell(application, new Notice("roster.refused", List.of(application.name(), reason.strip()), link(application)));
    say(caller, "roster.refuse", application, application.name() + " " + reason.strip());
  }

  /** By whom it comes from, while nobody has decided. */
  public void withdraw(Caller caller, long id) {
    LecturerApplication application = own(caller, id);
    if (application.state() != LecturerApplication.State.SUBMITTED) throw new Refused("application-decided");
    application.decide(LecturerApplication.State.WITHDRAWN, null, caller.accountId(), clock.instant());
    say(caller, "roster.withdraw", application, application.name());
  }

  private LecturerApplication waiting(Caller caller, long id) {
    if (!RosterKeeping.keeps(caller)) throw new NotFound("lecturerApplication", id);
    LecturerApplication application = get(caller, id);
    if (!caller.reaches(units.get(application.unitId()).path())) throw new NotFound("lecturerApplication", id);
    if (caller.officerId() != null && caller.officerId().equals(application.officerId())) throw new Refused("application-own");
    if (application.state() != LecturerApplication.State.SUBMITTED) throw new Refused("application-decided");
    return application;
  }

  /** Within reach, those that wait first, then the newest. @param state null: all */
  public Page<Row> page(Caller caller, LecturerApplication.State state, Page.Request request) {
    String from = " from LecturerApplication a join Unit u on u.id = a.unitId where u.path like :reach and (:state is null or a.state = :state)";
    List<Row> rows = store.createQuery("select a" + from + " order by case when a.state = cn.lianbing.roster.LecturerApplication.State.SUBMITTED then 0 else 1 end, a.id desc", LecturerApplication.class)
        .setParameter("reach", caller.reach() + "%").setParameter("state", state).setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(this::row).toList();
    long total = store.createQuery("select count(a)" + from, Long.class).setParameter("reach", caller.reach() + "%").setParameter("state", state).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  /** Those for the caller's own person, the newest first. */
  public List<Row> mine(Caller caller) {
    if (caller.officerId() == null) return List.of();
    return store.createQuery("select a from LecturerApplication a where a.officerId = :officer order by a.id desc", LecturerApplication.class).setParameter("officer", caller.officerId()).getResultStream().map(this::row).toList();
  }

  public Row row(Caller caller, long id) {
    return row(get(caller, id));
  }

  private Row row(LecturerApplication a) {
    return new Row(a.id(), a.kind(), a.name(), a.officerId(), units.get(a.unitId()).name(), a.employer(), a.post(), a.email(), a.phone(), a.fields(), a.topics(), a.grounds(), a.state(), a.reason(), a.lecturerId(), a.createdAt());
  }

  /** @throws NotFound where it is neither the caller's own nor within reach */
  LecturerApplication get(Caller caller, long id) {
    LecturerApplication application = store.find(LecturerApplication.class, id);
    if (application == null) throw new NotFound("lecturerApplication", id);
    boolean own = caller.officerId() != null && caller.officerId().equals(application.officerId()) || isBy(caller, application);
    if (!own && !caller.reaches(units.get(application.unitId()).path())) throw new NotFound("lecturerApplication", id);
    return application;
  }

  /** One that the caller made. */
  LecturerApplication own(Caller caller, long id) {
    LecturerApplication application = get(caller, id);
    if (!isBy(caller, application)) throw new NotFound("lecturerApplication", id);
    return application;
  }

  private static boolean isBy(Caller caller, LecturerApplication application) {
    return caller.accountId() != null && caller.accountId() == application.createdBy();
  }

  /** Who made it, and the officer it is for. */
  private void tell(LecturerApplication application, Notice notice) {
    if (application.kind() == LecturerApplication.Kind.RECOMMENDED) notices.tell(List.of(application.createdBy()), notice);
    if (application.officerId() != null) notices.tellOfficers(List.of(application.officerId()), notice);
  }

  private static String link(LecturerApplication application) {
    return application.officerId() == null ? "/staff/roster/applications.xhtml" : "/officer/roster/lecturer.xhtml";
  }

  private void say(Caller caller, String action, LecturerApplication application, String detail) {
    happened.fire(Happened.done(caller, action, "lecturerApplication", application.id(), units.get(application.unitId()).path(), detail));
  }
}
