package cn.lianbing.feedback;

import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.roster.Rating;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Making quizzes from the bank, and what their sessions brought. */
@ApplicationScoped
@Transactional
public class Quizzes {
  static final Duration AFTER = Duration.ofDays(7);
  private static final int MOST_TOPICS = 5;
  private static final int MOST_PER_TOPIC = 5;
  @PersistenceContext EntityManager store;
  @Inject FeedbackForms forms;
  @Inject FollowUps followUps;
  @Inject TrainingSessions sessions;
  @Inject Items items;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;
  private final Random random = new java.security.SecureRandom();

  /** What a topic gained, over those who sat both parts. @param asked answers on each side; @param before of them right, and after */
  public record Gain(String topic, int asked, int before, int after) implements Serializable {
    public int percentBefore() {
      return percent(before);
    }

    public int percentAfter() {
      return percent(after);
    }

    /** Percentage points. */
    public int points() {
      return percentAfter() - percentBefore();
    }

    private int percent(int right) {
      return asked == 0 ? 0 : (int) Math.round(100.0 * right / asked);
    }
  }

  /** @param both people who sat both parts; @param gains empty where they are too few to be shown */
  public record View(long sessionId, List<String> topics, int perTopic, Instant afterUntil, int before, int after, int both, List<Gain> gains) implements Serializable {
    public int questions() {
      return topics.size() * perTopic;
    }
  }

  /**
   * @throws Refused {@code quiz-exists}, {@code quiz-late} once the session began, {@code feedback-session}
   * @throws Invalid for {@code topics}, {@code perTopic}; names the topic with too few questions
   */
  public void make(Caller caller, long sessionId, List<String> topics, int perTopic) {
    TrainingSession session = forms.kept(caller, sessionId);
    if (session.state() == TrainingSession.State.CANCELLED) throw new Refused("feedback-session");
    if (!clock.instant().isBefore(session.from())) throw new Refused("quiz-late", Times.text(session.from()));
    List<String> chosen = topics == null ? List.of() : topics.stream().distinct().toList();
    if (chosen.isEmpty() || chosen.size() > MOST_TOPICS) throw Invalid.field("topics", "quiz.topics", MOST_TOPICS);
    if (perTopic < 1 || perTopic > MOST_PER_TOPIC) throw Invalid.field("perTopic", "quiz.perTopic", MOST_PER_TOPIC);
    if (overlapping(chosen)) throw Invalid.field("topics", "quiz.overlap");
    sessions.locked(sessionId);
    if (store.find(Quiz.class, sessionId) != null) throw new Refused("quiz-exists");
    add(session, chosen, perTopic, caller.accountId());
    happened.fire(Happened.done(caller, "feedback.quiz", "trainingSession", sessionId, units.get(session.hostUnitId()).path(), session.title() + ": " + String.join("、", chosen)));
  }

  Quiz add(TrainingSession session, List<String> topics, int perTopic, Long by) {
    Quiz quiz = new Quiz(session.id(), topics, perTopic, draw(topics, perTopic, session.from().atZone(Times.ZONE).toLocalDate()), session.to().plus(AFTER), by);
    store.persist(quiz);
    store.flush();
    return quiz;
  }

  /** A topic and one below it would ask the same. */
  private static boolean overlapping(List<String> topics) {
    return topics.stream().anyMatch(one -> topics.stream().anyMatch(other -> other.startsWith(one + "/")));
  }

  private QuizDraw.Forms draw(List<String> topics, int perTopic, LocalDate day) {
    List<Long> a = new ArrayList<>();
    List<Long> b = new ArrayList<>();
    for (String topic : topics) {
      List<Long> ids = Stream.of(ItemType.values()).filter(ItemType::choice).flatMap(type -> items.matching(topic, type, 1, 5, day).stream()).toList();
      QuizDraw.Forms part = QuizDraw.of(items.versions(ids).values().stream().map(version -> {
        ItemContent content = version.content();
        return new QuizDraw.Candidate(version.id(), content.type(), content.difficulty());
      }).sorted(java.util.Comparator.comparingLong(QuizDraw.Candidate::versionId)).toList(), perTopic, random);
      if (part.a().size() < perTopic) throw Invalid.field("topics", "quiz.few", topic, ids.size(), 2 * perTopic);
      a.addAll(part.a());
      b.addAll(part.b());
    }
    return new QuizDraw.Forms(a, b);
  }

  /** @throws cn.lianbing.platform.NotFound where the session is not within reach */
  public Optional<View> view(Caller caller, long sessionId) {
    forms.session(caller, sessionId);
    Quiz quiz = store.find(Quiz.class, sessionId);
    if (quiz == null) return Optional.empty();
    int both = both(sessionId);
    return Optional.of(new View(sessionId, quiz.topics(), quiz.perTopic(), quiz.afterUntil(), sat(sessionId, Quiz.Part.BEFORE), sat(sessionId, Quiz.Part.AFTER), both, shown(quiz, both) ? gains(quiz) : List.of()));
  }

  /** Only once nothing comes any more, as with feedback: figures that change with each sheet would tell whose it was. */
  private boolean shown(Quiz quiz, int both) {
    return both >= Rating.SHOWN_FROM && !clock.instant().isBefore(quiz.afterUntil());
  }

  /** By topic, in the quiz's order. */
  @SuppressWarnings("unchecked")
  private List<Gain> gains(Quiz quiz) {
    List<Object[]> rows = store.createNativeQuery("""
        select a.topic, sum(s.part = 'BEFORE'), sum(s.part = 'BEFORE' and a.correct), sum(s.part = 'AFTER' and a.correct)
        from quiz_sheet s join quiz_answer a on a.sheet_id = s.id where s.session_id = ?1 and (select count(*) from quiz_sheet o where o.session_id = s.session_id and o.officer_id = s.officer_id) = 2 group by a.topic""").setParameter(1, quiz.sessionId()).getResultList();
    Map<String, Gain> gains = rows.stream().map(c -> new Gain((String) c[0], number(c[1]), number(c[2]), number(c[3]))).collect(java.util.stream.Collectors.toMap(Gain::topic, one -> one));
    return quiz.topics().stream().filter(gains::containsKey).map(gains::get).toList();
  }

  /** Those whose time is over; a topic that gained nothing makes a task. @return whether there was one */
  boolean closeNext() {
    List<?> due = store.createNativeQuery("select session_id from quiz where state = 'OPEN' and after_until <= utc_timestamp(3) order by after_until limit 1 for update skip locked").getResultList();
    if (due.isEmpty()) return false;
    Quiz quiz = store.find(Quiz.class, ((Number) due.get(0)).longValue());
    quiz.close();
    store.flush();
    if (shown(quiz, both(quiz.sessionId()))) for (Gain gain : gains(quiz))
      if (gain.points() <= 0) followUps.suggest(quiz.sessionId(), FollowUp.Source.LOW_GAIN, quiz.madeBy(), gain.topic(), String.valueOf(gain.percentBefore()), String.valueOf(gain.percentAfter()));
    return true;
  }

  private int both(long sessionId) {
    return number(store.createNativeQuery("select count(*) from (select officer_id from quiz_sheet where session_id = ?1 group by officer_id having count(*) = 2) x").setParameter(1, sessionId).getSingleResult());
  }

  private int sat(long sessionId, Quiz.Part part) {
    return number(store.createNativeQuery("select count(*) from quiz_sheet where session_id = ?1 and part = ?2").setParameter(1, sessionId).setParameter(2, part.name()).getSingleResult());
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
