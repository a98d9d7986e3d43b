package cn.lianbing.feedback;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.roster.Lectures;
import cn.lianbing.roster.Rating;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Collecting feedback on a session: opening its form, printing tickets, and closing it, which gives the lecturers their rating. */
@ApplicationScoped
@Transactional
public class FeedbackCollecting {
  /** A satisfaction below this, in hundredths, makes a task. */
  static final int LOW = 350;
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int MOST_SLIPS = 500;
  @PersistenceContext EntityManager store;
  @Inject FeedbackForms forms;
  @Inject FeedbackTemplates templates;
  @Inject FeedbackTickets tickets;
  @Inject FollowUps followUps;
  @Inject TrainingSessions sessions;
  @Inject Lectures lectures;
  @Inject Notices notices;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * Who came hears of it.
   *
   * @param closesAt null: a week from now
   * @throws Refused {@code feedback-early} before it began, {@code feedback-session} where it was never published or called off, {@code feedback-exists}
   * @throws Invalid for {@code closesAt}
   */
  public void open(Caller caller, long sessionId, long templateId, Instant closesAt) {
    TrainingSession session = forms.kept(caller, sessionId);
    Instant now = clock.instant();
    if (session.state() == TrainingSession.State.CANCELLED || session.number() == null) throw new Refused("feedback-session");
    if (now.isBefore(session.from())) throw new Refused("feedback-early", Times.text(session.from()));
    Instant end = closesAt == null ? now.plus(USUAL) : closesAt;
    if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) throw Invalid.field("closesAt", "feedback.closesAt", LONGEST.toDays());
    sessions.locked(sessionId);
    if (store.find(FeedbackForm.class, sessionId) != null) throw new Refused("feedback-exists");
    store.persist(new FeedbackForm(sessionId, templates.get(templateId).questions(), caller.accountId(), now, end));
    store.flush();
    notices.tellOfficers(came(sessionId), new Notice("feedback.open", List.of(session.title(), Times.text(end)), "/officer/feedback/give.xhtml?session=" + sessionId));
    say(caller, "feedback.open", session, Times.text(end));
  }

  /** Tickets to be printed and handed out, face down. @throws Invalid for {@code slips}; @throws Refused {@code feedback-closed} */
  public List<String> slips(Caller caller, long sessionId, int count) {
    TrainingSession session = forms.kept(caller, sessionId);
    FeedbackForm form = locked(sessionId);
    form.demandOpen(clock.instant());
    if (count < 1 || form.slips() + count > MOST_SLIPS) throw Invalid.field("slips", "feedback.slips", MOST_SLIPS, form.slips());
    form.print(count);
    say(caller, "feedback.slips", session, String.valueOf(count));
    return Stream.generate(() -> tickets.issue(sessionId)).limit(count).toList();
  }

  /** For good: what came can be seen from now on, and nothing comes any more. @throws Refused {@code feedback-closed} */
  public void close(Caller caller, long sessionId) {
    TrainingSession session = forms.kept(caller, sessionId);
    FeedbackForm form = locked(sessionId);
    form.demandOpen(clock.instant());
    finish(caller, session, form);
  }

  /** Those whose time is over. Several nodes may do it; one that another node is at is skipped. @return whether there was one */
  boolean closeNext() {
    List<?> due = store.createNativeQuery("select session_id from feedback_form where state = 'OPEN' and closes_at <= utc_timestamp(3) order by closes_at limit 1 for update skip locked").getResultList();
    if (due.isEmpty()) return false;
    long sessionId = ((Number) due.get(0)).longValue();
    finish(Caller.system(), sessions.get(sessionId), store.find(FeedbackForm.class, sessionId));
    return true;
  }

  private void finish(Caller caller, TrainingSession session, FeedbackForm form) {
    long id = session.id();
    int answers = forms.count(id);
    Integer overall = null;
    Integer lecturer = null;
    if (answers >= Rating.SHOWN_FROM) {
      overall = sum(form, FeedbackQuestion.About.OVERALL);
      lecturer = sum(form, FeedbackQuestion.About.LECTURER);
      lectures.rated(id, lecturer, answers);
      int mean = FeedbackForms.mean(overall, answers);
      if (mean < LOW) followUps.suggest(id, FollowUp.Source.LOW_RATING, form.openedBy(), Rating.text(mean / 100.0), String.valueOf(answers));
    }
    form.close(answers, overall, lecturer, clock.instant());
    store.flush();
    // from here on neither is needed, and what is not kept cannot be misused
    store.createNativeQuery("delete from feedback_draw where session_id = ?1").setParameter(1, id).executeUpdate();
    store.createNativeQuery("delete from feedback_used where session_id = ?1").setParameter(1, id).executeUpdate();
    if (form.openedBy() != null) notices.tell(List.of(form.openedBy()), new Notice("feedback.closed", List.of(session.title(), String.valueOf(answers)), "/staff/feedback/feedback.xhtml?session=" + id));
    say(caller, "feedback.close", session, String.valueOf(answers));
  }

  private int sum(FeedbackForm form, FeedbackQuestion.About about) {
    int column = FeedbackQuestion.place(form.questions(), about) + 1;
    return ((Number) store.createNativeQuery("select sum(s" + column + ") from feedback_score where session_id = ?1").setParameter(1, form.sessionId()).getSingleResult()).intValue();
  }

  private List<Long> came(long sessionId) {
    List<?> found = store.createNativeQuery("select officer_id from attendance where session_id = ?1 and state in ('PRESENT', 'PARTIAL')").setParameter(1, sessionId).getResultList();
    return found.stream().map(one -> ((Number) one).longValue()).toList();
  }

  private FeedbackForm locked(long sessionId) {
    FeedbackForm form = store.find(FeedbackForm.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
    if (form == null) throw new NotFound("feedbackForm", sessionId);
    return form;
  }

  private void say(Caller caller, String action, TrainingSession session, String detail) {
    happened.fire(Happened.done(caller, action, "trainingSession", session.id(), units.get(session.hostUnitId()).path(), session.title() + ": " + detail));
  }
}
