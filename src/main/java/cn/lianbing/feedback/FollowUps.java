package cn.lianbing.feedback;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What is to be done after sessions, and by when. */
@ApplicationScoped
@Transactional
public class FollowUps {
  private static final int DAYS = 14;
  private static final int LONGEST = 300;
  @PersistenceContext EntityManager store;
  @Inject FeedbackForms forms;
  @Inject TrainingSessions sessions;
  @Inject Notices notices;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param late whether it is open after its day */
  public record Row(long id, long sessionId, String session, FollowUp.Source source, String task, LocalDate dueOn, FollowUp.State state, String outcome, boolean late) implements Serializable {}

  private static final String FROM = " from FollowUp f join TrainingSession s on s.id = f.sessionId join Unit u on u.id = s.hostUnitId where u.path like :reach and (:state is null or f.state = :state) and (:session is null or f.sessionId = :session)";

  /** Within reach, open ones first, the most urgent before the others. @param state null: all; @param sessionId null: of all sessions */
  public Page<Row> page(Caller caller, FollowUp.State state, Long sessionId, Page.Request request) {
    LocalDate today = today();
    List<Row> rows = narrow(store.createQuery("select f, s.title" + FROM + " order by case when f.state = cn.lianbing.feedback.FollowUp.State.OPEN then 0 else 1 end, f.dueOn, f.id", Object[].class), caller, state, sessionId)
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(found -> row((FollowUp) found[0], (String) found[1], today)).toList();
    long total = narrow(store.createQuery("select count(f)" + FROM, Long.class), caller, state, sessionId).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  private static <T> TypedQuery<T> narrow(TypedQuery<T> query, Caller caller, FollowUp.State state, Long sessionId) {
    return query.setParameter("reach", caller.reach() + "%").setParameter("state", state).setParameter("session", sessionId);
  }

  private static Row row(FollowUp one, String session, LocalDate today) {
    return new Row(one.id(), one.sessionId(), session, one.source(), one.task(), one.dueOn(), one.state(), one.outcome(), one.state() == FollowUp.State.OPEN && one.dueOn().isBefore(today));
  }

  /** @param dueOn null: in two weeks @return its id @throws Invalid for {@code task}, {@code dueOn} */
  public long add(Caller caller, long sessionId, String task, LocalDate dueOn) {
    TrainingSession session = forms.kept(caller, sessionId);
    if (task == null || task.isBlank() || task.strip().length() > LONGEST) throw Invalid.field("task", "feedback.task", LONGEST);
    if (dueOn != null && dueOn.isBefore(today())) throw Invalid.field("dueOn", "feedback.dueOn");
    FollowUp followUp = store(new FollowUp(sessionId, FollowUp.Source.MANUAL, task.strip(), dueOn == null ? today().plusDays(DAYS) : dueOn, caller.accountId(), clock.instant()));
    say(caller, "feedback.task", session, followUp.task());
    return followUp.id();
  }

  /** @param done false: it need not be done @throws Invalid for {@code outcome}; @throws cn.lianbing.platform.Refused {@code task-settled} */
  public void settle(Caller caller, long id, boolean done, String outcome) {
    FollowUp followUp = store.find(FollowUp.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (followUp == null) throw new NotFound("followUp", id);
    TrainingSession session = forms.kept(caller, followUp.sessionId());
    if (outcome == null || outcome.isBlank() || outcome.strip().length() > LONGEST) throw Invalid.field("outcome", "feedback.outcome", LONGEST);
    followUp.end(done ? FollowUp.State.DONE : FollowUp.State.DROPPED, outcome.strip(), clock.instant());
    say(caller, done ? "feedback.taskDone" : "feedback.taskDropped", session, followUp.task());
  }

  /** One that figures ask for. @param accountId who hears of it, null: nobody */
  void suggest(long sessionId, FollowUp.Source source, Long accountId, String... args) {
    String task = Texts.operators().of("feedback.suggest." + source, (Object[]) args);
    FollowUp followUp = store(new FollowUp(sessionId, source, task, today().plusDays(DAYS), accountId, clock.instant()));
    if (accountId != null) notices.tell(List.of(accountId), new Notice("feedback.task", List.of(sessions.get(sessionId).title(), task, Times.text(followUp.dueOn())), "/staff/feedback/feedback.xhtml?session=" + sessionId));
  }

  private FollowUp store(FollowUp followUp) {
    store.persist(followUp);
    store.flush();
    return followUp;
  }

  private void say(Caller caller, String action, TrainingSession session, String detail) {
    happened.fire(Happened.done(caller, action, "trainingSession", session.id(), units.get(session.hostUnitId()).path(), session.title() + ": " + detail));
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
