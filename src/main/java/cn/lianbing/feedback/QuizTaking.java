package cn.lianbing.feedback;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sitting a session's quiz. It counts for nothing and is seen by nobody else; no key leaves before the second part is handed in, since
 * what is the second part for one is the first for the other.
 */
@ApplicationScoped
@Transactional
public class QuizTaking {
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Items items;
  @Inject Clock clock;

  public record Question(int no, ItemType type, String stem, String material, List<Option> options) implements Serializable {}

  /** @param until when this part ends */
  public record Sheet(long sessionId, String title, Quiz.Part part, Instant until, List<Question> questions) implements Serializable {}

  /** @param choice letters; empty: not answered */
  public record Answer(int no, List<String> choice) implements Serializable {
    @JsonbCreator
    public Answer {
      choice = choice == null ? List.of() : choice.stream().map(one -> one == null ? "" : one).distinct().sorted().toList();
    }
  }

  /** @param right null and reasons empty until the second part is handed in */
  public record Outcome(Quiz.Part part, int right, int questions, List<Reason> reasons) implements Serializable {}

  public record Reason(int no, String stem, List<String> choice, List<String> key, boolean correct, String rationale) implements Serializable {}

  /**
   * The part that can be sat now.
   *
   * @throws NotFound where there is no quiz, or the caller neither has a place nor was there
   * @throws Refused  {@code quiz-pause} while the session is on, {@code quiz-over}, {@code quiz-handed-in}
   */
  public Sheet sheet(Caller caller, long sessionId) {
    Quiz quiz = own(caller, sessionId);
    TrainingSession session = sessions.get(sessionId);
    Quiz.Part part = part(quiz, session);
    if (handedIn(caller, sessionId, part).isPresent()) throw new Refused("quiz-handed-in");
    List<Long> ids = quiz.form(form(caller, sessionId, part));
    Map<Long, ItemVersion> versions = items.versions(ids);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      ItemContent content = versions.get(ids.get(i)).content();
      questions.add(new Question(i + 1, content.type(), content.stem(), content.material(), content.options()));
    }
    return new Sheet(sessionId, session.title(), part, part == Quiz.Part.BEFORE ? session.from() : quiz.afterUntil(), questions);
  }

  /** Questions without an answer count as wrong. @throws Invalid for {@code answers}; otherwise as {@link #sheet} */
  public Outcome handIn(Caller caller, long sessionId, List<Answer> answers) {
    Quiz quiz = own(caller, sessionId);
    Quiz.Part part = part(quiz, sessions.locked(sessionId));
    if (handedIn(caller, sessionId, part).isPresent()) throw new Refused("quiz-handed-in");
    String form = form(caller, sessionId, part);
    List<Long> ids = quiz.form(form);
    Map<Long, Items.Keyed> keyed = items.keyed(ids);
    List<List<String>> given = given(answers, ids, keyed);
    int right = 0;
    for (int i = 0; i < ids.size(); i++) if (correct(keyed.get(ids.get(i)).key(), given.get(i))) right++;
    QuizSheet sheet = new QuizSheet(sessionId, caller.officerId(), part, form, right, clock.instant());
    store.persist(sheet);
    store.flush();
    for (int i = 0; i < ids.size(); i++)
      store.createNativeQuery("insert into quiz_answer (sheet_id, no, item_version_id, topic, choice, correct) values (?1, ?2, ?3, ?4, ?5, ?6)").setParameter(1, sheet.id()).setParameter(2, i + 1).setParameter(3, ids.get(i)).setParameter(4, quiz.topicOf(i))
          .setParameter(5, String.join("", given.get(i))).setParameter(6, correct(keyed.get(ids.get(i)).key(), given.get(i))).executeUpdate();
    List<Outcome> all = outcome(caller, sessionId);
    return all.get(all.size() - 1);
  }

  /** What the caller handed in so far, the first part first. */
  @SuppressWarnings("unchecked")
  public List<Outcome> outcome(Caller caller, long sessionId) {
    own(caller, sessionId);
    Optional<QuizSheet> after = handedIn(caller, sessionId, Quiz.Part.AFTER);
    List<Outcome> outcomes = new ArrayList<>();
    for (Quiz.Part part : Quiz.Part.values()) handedIn(caller, sessionId, part).ifPresent(sheet -> {
      List<Object[]> rows = store.createNativeQuery("select no, item_version_id, choice, correct from quiz_answer where sheet_id = ?1 order by no").setParameter(1, sheet.id()).getResultList();
      outcomes.add(new Outcome(part, sheet.right(), rows.size(), after.isPresent() ? reasons(rows) : List.of()));
    });
    return outcomes;
  }

  private List<Reason> reasons(List<Object[]> rows) {
    Map<Long, Items.Keyed> keyed = items.keyed(rows.stream().map(row -> ((Number) row[1]).longValue()).toList());
    return rows.stream().map(row -> {
      Items.Keyed item = keyed.get(((Number) row[1]).longValue());
      String choice = (String) row[2];
      boolean correct = row[3] instanceof Boolean yes ? yes : ((Number) row[3]).intValue() != 0;
      return new Reason(((Number) row[0]).intValue(), item.version().content().stem(), choice.isEmpty() ? List.of() : List.of(choice.split("")), item.key().choice(), correct, item.version().content().rationale());
    }).toList();
  }

  private static List<List<String>> given(List<Answer> answers, List<Long> ids, Map<Long, Items.Keyed> keyed) {
    List<List<String>> given = new ArrayList<>(java.util.Collections.nCopies(ids.size(), List.of()));
    if (answers == null || answers.size() > ids.size()) throw Invalid.field("answers", "quiz.answers");
    for (Answer answer : answers) {
      if (answer == null || answer.no() < 1 || answer.no() > ids.size()) throw Invalid.field("answers", "quiz.answers");
      ItemContent content = keyed.get(ids.get(answer.no() - 1)).version().content();
      int options = content.type() == ItemType.TRUE_FALSE ? 2 : content.options().size();
      boolean fits = answer.choice().size() <= (content.type() == ItemType.MULTIPLE ? options : 1) && answer.choice().stream().allMatch(one -> one.length() == 1 && one.charAt(0) >= 'A' && one.charAt(0) < 'A' + options);
      if (!fits) throw Invalid.field("answers", "quiz.answers");
      given.set(answer.no() - 1, answer.choice());
    }
    return given;
  }

  private static boolean correct(AnswerKey key, List<String> given) {
    return key.choice().equals(given);
  }

  /** Which form comes first is chance, but the same each time the page is opened; the second part gets the other one. */
  private String form(Caller caller, long sessionId, Quiz.Part part) {
    Optional<QuizSheet> before = handedIn(caller, sessionId, Quiz.Part.BEFORE);
    String first = before.map(QuizSheet::form).orElseGet(() -> new java.util.Random(31 * sessionId + caller.officerId()).nextInt(1000) % 2 == 0 ? "A" : "B");
    return part == Quiz.Part.BEFORE ? first : first.equals("A") ? "B" : "A";
  }

  private Quiz.Part part(Quiz quiz, TrainingSession session) {
    Instant now = clock.instant();
    if (session.state() == TrainingSession.State.CANCELLED || !now.isBefore(quiz.afterUntil())) throw new Refused("quiz-over", Times.text(quiz.afterUntil()));
    if (now.isBefore(session.from())) return Quiz.Part.BEFORE;
    if (now.isBefore(session.to())) throw new Refused("quiz-pause", Times.text(session.to()));
    return Quiz.Part.AFTER;
  }

  private Optional<QuizSheet> handedIn(Caller caller, long sessionId, Quiz.Part part) {
    return store.createQuery("select s from QuizSheet s where s.sessionId = :session and s.officerId = :officer and s.part = :part", QuizSheet.class).setParameter("session", sessionId).setParameter("officer", caller.officerId()).setParameter("part", part).getResultStream().findFirst();
  }

  private Quiz own(Caller caller, long sessionId) {
    Quiz quiz = caller.officerId() == null ? null : store.find(Quiz.class, sessionId);
    if (quiz == null) throw new NotFound("quiz", sessionId);
    boolean mine = !store.createNativeQuery("select 1 from enrolment where session_id = ?1 and officer_id = ?2 and state = 'ENROLLED' union select 1 from attendance where session_id = ?1 and officer_id = ?2 and state in ('PRESENT', 'PARTIAL')").setParameter(1, sessionId).setParameter(2, caller.officerId()).getResultList().isEmpty();
    if (!mine) throw new NotFound("quiz", sessionId);
    return quiz;
  }
}
