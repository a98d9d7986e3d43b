package cn.lianbing.roster;

import cn.lianbing.platform.Attachment;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Qualifications and the files that show them: seen by the person, by whoever keeps the record and by those above, by nobody else. */
@ApplicationScoped
@Transactional
public class Qualifications {
  static final int MOST = 20;
  @PersistenceContext EntityManager store;
  @Inject Lecturers lecturers;
  @Inject LecturerApplications applications;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param fileName null where there is no file */
  public record Row(long id, String title, LocalDate issuedOn, String fileName, Integer fileSize) implements Serializable {}

  public List<Row> ofLecturer(Caller caller, long lecturerId) {
    lecturers.get(caller, lecturerId);
    return rows("lecturerId", lecturerId);
  }

  public List<Row> ofApplication(Caller caller, long applicationId) {
    applications.get(caller, applicationId);
    return rows("applicationId", applicationId);
  }

  private List<Row> rows(String owner, long id) {
    return store.createQuery("select q from Qualification q where q." + owner + " = :id order by q.id", Qualification.class).setParameter("id", id).getResultStream().map(one -> new Row(one.id(), one.title(), one.issuedOn(), one.fileName(), one.fileSize())).toList();
  }

  /** By the person, or by whoever keeps the roster. @param file null where there is none */
  public long addToLecturer(Caller caller, long lecturerId, String title, LocalDate issuedOn, Attachment file) {
    Lecturer lecturer = lecturers.get(caller, lecturerId);
    if (!Lecturers.isSelf(caller, lecturer)) RosterKeeping.demandKeeper(caller);
    if (rows("lecturerId", lecturerId).size() >= MOST) throw new Refused("qualifications-full", MOST);
    long id = add(new Qualification(lecturerId, null, title(title), past(issuedOn), file, clock.instant()), file);
    happened.fire(Happened.done(caller, "roster.qualify", "lecturer", lecturerId, caller.unitPath(), lecturer.name() + " " + title.strip()));
    return id;
  }

  /** While the application waits, by whom it comes from. */
  public long addToApplication(Caller caller, long applicationId, String title, LocalDate issuedOn, Attachment file) {
    LecturerApplication application = applications.own(caller, applicationId);
    if (application.state() != LecturerApplication.State.SUBMITTED) throw new Refused("application-decided");
    if (rows("applicationId", applicationId).size() >= MOST) throw new Refused("qualifications-full", MOST);
    return add(new Qualification(null, applicationId, title(title), past(issuedOn), file, clock.instant()), file);
  }

  private long add(Qualification qualification, Attachment file) {
    store.persist(qualification);
    store.flush();
    if (file != null) store.createNativeQuery("insert into lecturer_evidence (qualification_id, content) values (?1, ?2)").setParameter(1, qualification.id()).setParameter(2, file.content()).executeUpdate();
    return qualification.id();
  }

  /** A mistake is taken out again; the audit log keeps that it was there. */
  public void remove(Caller caller, long id) {
    Qualification qualification = get(caller, id);
    if (qualification.lecturerId() == null) applications.own(caller, qualification.applicationId());
    else if (!Lecturers.isSelf(caller, lecturers.get(caller, qualification.lecturerId()))) RosterKeeping.demandKeeper(caller);
    store.createNativeQuery("delete from lecturer_evidence where qualification_id = ?1").setParameter(1, id).executeUpdate();
    store.remove(qualification);
    happened.fire(Happened.done(caller, "roster.unqualify", "lecturer", qualification.lecturerId(), caller.unitPath(), qualification.title()));
  }

  /** @throws NotFound where there is no such file, or none that is the caller's to see */
  public Attachment file(Caller caller, long id) {
    Qualification qualification = get(caller, id);
    List<?> found = store.createNativeQuery("select content from lecturer_evidence where qualification_id = ?1").setParameter(1, id).getResultList();
    if (found.isEmpty()) throw new NotFound("evidence", id);
    return new Attachment(qualification.fileName(), qualification.fileType(), (byte[]) found.get(0));
  }

  private Qualification get(Caller caller, long id) {
    Qualification qualification = store.find(Qualification.class, id);
    if (qualification == null) throw new NotFound("qualification", id);
    if (qualification.lecturerId() != null) lecturers.get(caller, qualification.lecturerId());
    else applications.get(caller, qualification.applicationId());
    return qualification;
  }

  /** An approved application's become the lecturer's. */
  void hand(long applicationId, long lecturerId) {
    store.createQuery("select q from Qualification q where q.applicationId = :application", Qualification.class).setParameter("application", applicationId).getResultList().forEach(one -> one.belongsTo(lecturerId));
  }

  private static String title(String title) {
    if (title == null || title.isBlank()) throw Invalid.field("qualification", "required");
    if (title.strip().length() > 150) throw Invalid.field("qualification", "tooLong", 150);
    return title.strip();
  }

  private LocalDate past(LocalDate day) {
    if (day != null && day.isAfter(lecturers.today())) throw Invalid.field("issuedOn", "lecturer.issuedOn");
    return day;
  }
}
