package cn.lianbing.feedback;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Giving feedback without a name. It takes two steps that nothing ties together.
 *
 * <p>{@link #draw}: whoever came to the session takes a ticket, once. That they did is kept until the form closes; which ticket it was
 * is kept nowhere. Others get theirs on a slip of paper.
 *
 * <p>{@link #give}: whoever holds a ticket answers, signed in or not; the program does not look. What is stored are the five figures
 * under a random key, the remark under another, and the ticket's hash: no person, no address, no time, nothing that counts upwards.
 * Neither step is written into the audit log, whose rows have a time, an address and an order.
 *
 * <p>So the database, read whole and at any later time, is the same whoever gave which answer. What this does not hide: from somebody
 * who listens on the wire or alters the program, who answers from which address; and from somebody who copies the database between
 * two answers, which of them came first.
 */
@ApplicationScoped
@Transactional
public class FeedbackGiving {
  private static final int LONGEST_REMARK = 500;
  @PersistenceContext EntityManager store;
  @Inject FeedbackTickets tickets;
  @Inject TrainingSessions sessions;
  @Inject Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** What a ticket's holder is asked. */
  public record Asked(long sessionId, String title, Instant from, String place, Instant closesAt, List<FeedbackQuestion> questions) implements Serializable {}

  /** What was answered. @param scores five from 1 to 5, in the questions' order; @param remark may be empty */
  public record Given(List<Integer> scores, String remark) {}

  /**
   * @return the ticket; shown once
   * @throws NotFound where the caller did not come to that session, or nothing is collected there
   * @throws Refused  {@code feedback-drawn}, {@code feedback-closed}
   */
  public String draw(Caller caller, long sessionId) {
    if (caller.officerId() == null || !came(caller.officerId(), sessionId)) throw new NotFound("feedbackForm", sessionId);
    FeedbackForm form = form(sessionId, LockModeType.NONE);
    form.demandOpen(clock.instant());
    int first = store.createNativeQuery("insert ignore into feedback_draw (session_id, officer_id) values (?1, ?2)").setParameter(1, sessionId).setParameter(2, caller.officerId()).executeUpdate();
    if (first == 0) throw new Refused("feedback-drawn");
    return tickets.issue(sessionId);
  }

  /** @throws Refused {@code feedback-ticket}, {@code feedback-used}, {@code feedback-closed} */
  public Asked asked(String ticket) {
    FeedbackForm form = opened(ticket, LockModeType.NONE);
    TrainingSession session = sessions.get(form.sessionId());
    return new Asked(form.sessionId(), session.title(), session.from(), session.place(), form.closesAt(), form.questions());
  }

  /** @throws Refused as {@link #asked}; @throws Invalid for {@code score1} to {@code score5} and {@code remark} */
  public void give(String ticket, Given given) {
    check(given);
    // the lock makes it wait for a closing, and a closing for it
    FeedbackForm form = opened(ticket, LockModeType.PESSIMISTIC_WRITE);
    store.createNativeQuery("insert into feedback_used (ticket, session_id) values (?1, ?2)").setParameter(1, FeedbackTickets.hash(ticket)).setParameter(2, form.sessionId()).executeUpdate();
    var scores = store.createNativeQuery("insert into feedback_score (id, session_id, s1, s2, s3, s4, s5) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)").setParameter(1, key()).setParameter(2, form.sessionId());
    for (int i = 0; i < FeedbackQuestion.COUNT; i++) scores.setParameter(3 + i, given.scores().get(i));
    scores.executeUpdate();
    if (given.remark() != null && !given.remark().isBlank())
      store.createNativeQuery("insert into feedback_remark (id, session_id, remark) values (?1, ?2, ?3)").setParameter(1, key()).setParameter(2, form.sessionId()).setParameter(3, given.remark().strip()).executeUpdate();
  }

  private FeedbackForm opened(String ticket, LockModeType lock) {
    long session = tickets.session(ticket).orElseThrow(() -> new Refused("feedback-ticket"));
    FeedbackForm form = form(session, lock);
    form.demandOpen(clock.instant());
    boolean used = !store.createNativeQuery("select 1 from feedback_used where ticket = ?1").setParameter(1, FeedbackTickets.hash(ticket)).getResultList().isEmpty();
    if (used) throw new Refused("feedback-used");
    return form;
  }

  private FeedbackForm form(long sessionId, LockModeType lock) {
    FeedbackForm form = store.find(FeedbackForm.class, sessionId, lock);
    if (form == null) throw new NotFound("feedbackForm", sessionId);
    return form;
  }

  private boolean came(long officerId, long sessionId) {
    return !store.createNativeQuery("select 1 from attendance where session_id = ?1 and officer_id = ?2 and state in ('PRESENT', 'PARTIAL')").setParameter(1, sessionId).setParameter(2, officerId).getResultList().isEmpty();
  }

  private static void check(Given given) {
    List<Invalid.Violation> wrong = new ArrayList<>();
    List<Integer> scores = given.scores() == null ? List.of() : given.scores();
    if (scores.size() > FeedbackQuestion.COUNT) throw Invalid.field("scores", "feedback.score");
    for (int i = 0; i < FeedbackQuestion.COUNT; i++) if (i >= scores.size() || scores.get(i) == null || scores.get(i) < 1 || scores.get(i) > 5) wrong.add(Invalid.Violation.of("score" + (i + 1), "feedback.score"));
    if (given.remark() != null && given.remark().strip().length() > LONGEST_REMARK) wrong.add(Invalid.Violation.of("remark", "tooLong", LONGEST_REMARK));
    if (!wrong.isEmpty()) throw new Invalid(wrong);
  }

  private byte[] key() {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return key;
  }
}
