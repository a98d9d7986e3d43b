package cn.lianbing.training;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Units;
import cn.lianbing.roster.Lecturers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who hears what of a session, in the transaction that did it. */
@ApplicationScoped
@Transactional
public class SessionNotices {
  @Inject Notices notices;
  @Inject TrainingSessions sessions;
  @Inject Lecturers roster;
  @Inject Units units;

  void submitted(TrainingSession session) {
    notices.tellTrainers(session.hostUnitId(), desk("training.submitted", session));
  }

  void givenBack(TrainingSession session) {
    if (session.authorId() != null) notices.tell(List.of(session.authorId()), new Notice("training.givenBack", List.of(session.title(), session.reason()), "/staff/training/session.xhtml?id=" + session.id()));
  }

  void published(TrainingSession session) {
    for (long unit : sessions.audience(session.id())) notices.tellUnitAdmins(unit, desk("training.published", session));
    lecturers(session, "training.lecture");
  }

  void moved(TrainingSession session) {
    concerned(session, "training.moved");
  }

  void cancelled(TrainingSession session) {
    concerned(session, "training.cancelled");
  }

  void answered(SessionRequest request, String kind, String answer) {
    if (request.askedBy() != null) notices.tell(List.of(request.askedBy()), new Notice(kind, List.of(request.topic(), answer), "/staff/training/requests.xhtml"));
  }

  void asked(SessionRequest request, String unit) {
    notices.tellTrainers(request.unitId(), new Notice("training.asked", List.of(unit, request.topic()), "/staff/training/requests.xhtml"));
  }

  private void concerned(TrainingSession session, String kind) {
    for (long unit : sessions.audience(session.id())) notices.tellUnitAdmins(unit, desk(kind, session));
    notices.tellOfficers(sessions.enrolled(session.id()), own(kind, session));
    lecturers(session, kind);
  }

  /** Those from inside by their accounts, those from outside by e-mail where an address is known. */
  private void lecturers(TrainingSession session, String kind) {
    for (Lecturers.Contact one : roster.contacts(sessions.lecturers(session.id()))) {
      if (one.officerId() != null) notices.tellOfficers(List.of(one.officerId()), own(kind, session));
      else if (one.email() != null) notices.mail(one.email(), one.name(), new Notice(kind, facts(session), null));
    }
  }

  private Notice desk(String kind, TrainingSession session) {
    return new Notice(kind, facts(session), "/staff/training/session.xhtml?id=" + session.id());
  }

  private Notice own(String kind, TrainingSession session) {
    return new Notice(kind, facts(session), "/officer/training/session.xhtml?id=" + session.id());
  }

  private List<String> facts(TrainingSession session) {
    return List.of(session.title(), Clashes.span(session.from(), session.to()), units.get(session.placeUnitId()).name() + session.place(), session.reason() == null ? "" : session.reason());
  }
}
