package cn.lianbing.feedback;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The demo's feedback: closed forms of past sessions, one that is open, quizzes with and without a gain, and what follows from them. */
@ApplicationScoped
@Transactional
public class DemoFeedback {
  private static final Logger LOG = Logger.getLogger(DemoFeedback.class.getName());
  private static final List<String> REMARKS = List.of("案例贴近我们乡镇的实际，希望多讲文书怎么写。", "时间有点紧，提问环节可以长一些。", "建议把课件发给我们。", "听得懂、用得上。", "音响不太清楚，后排听不见。", "希望下次讲行政强制。", "最好安排在赶集日以外的日子。", "结合卷宗讲，印象深。");
  private static final int FORMS = 14;
  @PersistenceContext EntityManager store;
  @Inject ProgramSettings settings;
  @Inject TrainingSessions sessions;
  @Inject FeedbackCollecting collecting;
  @Inject FeedbackTemplates templates;
  @Inject FollowUps followUps;
  @Inject Quizzes quizzes;
  @Inject Items items;
  @Inject Clock clock;
  private final Random random = new Random(20261126);

  void fill(@Observes @Priority(120) Startup startup) {
    if (!settings.demo() || store.createQuery("select count(f) from FeedbackForm f", Long.class).getSingleResult() > 0) return;
    List<Long> held = ids("select id from training_session where state in ('HELD', 'CLOSED') order by starts_at desc limit " + (FORMS + 1));
    if (held.size() < 3) return;
    List<FeedbackQuestion> questions = templates.all().get(0).questions();
    for (int i = 1; i < held.size(); i++) past(sessions.get(held.get(i)), questions, i);
    try {
      brought(sessions.get(held.get(1)));
      for (long coming : ids("select id from training_session where state = 'PUBLISHED' and starts_at > date_add(utc_timestamp(3), interval 1 day) order by starts_at limit 1")) quizzes.add(sessions.get(coming), topics(2), 2, null);
    } catch (Invalid e) {
      // a bank of one's own may be too small for it; the program starts all the same
      LOG.log(Level.INFO, "no demo quizzes: {0}", e.getMessage());
    }
    store.flush();
    while (collecting.closeNext());
    while (quizzes.closeNext());
    collecting.open(Caller.system(), held.get(0), templates.all().get(0).id(), clock.instant().plus(Duration.ofDays(5)));
    for (int i = 0; i < 7; i++) answer(held.get(0), 4);
    followUps.add(Caller.system(), held.get(2), "把课件和执法文书范本发给参训乡镇。", null);
  }

  /** Answers first, then closed as its time is over. */
  private void past(TrainingSession session, List<FeedbackQuestion> questions, int i) {
    Instant opened = session.to();
    store.persist(new FeedbackForm(session.id(), questions, null, opened, opened.plus(Duration.ofHours(20)).isBefore(clock.instant()) ? opened.plus(Duration.ofHours(20)) : clock.instant()));
    store.flush();
    int came = ((Number) store.createNativeQuery("select coalesce(attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL'))) from training_session s where s.id = ?1").setParameter(1, session.id()).getSingleResult()).intValue();
    if (came == 0) came = 20; // nobody's list is in the demo: slips of paper
    int answers = i == 4 ? Math.min(3, came) : Math.min(came, came * (6 + random.nextInt(3)) / 10 + 1);
    for (int n = 0; n < answers; n++) answer(session.id(), i == 3 ? 3 : 4);
  }

  private void answer(long sessionId, int usual) {
    var scores = store.createNativeQuery("insert into feedback_score (id, session_id, s1, s2, s3, s4, s5) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)").setParameter(1, key()).setParameter(2, sessionId);
    for (int i = 0; i < FeedbackQuestion.COUNT; i++) scores.setParameter(3 + i, Math.max(1, Math.min(5, usual + random.nextInt(10) / 4 - (random.nextInt(5) == 0 ? 2 : 1) + (usual == 4 ? random.nextInt(2) : 0))));
    scores.executeUpdate();
    if (random.nextInt(5) == 0) store.createNativeQuery("insert into feedback_remark (id, session_id, remark) values (?1, ?2, ?3)").setParameter(1, key()).setParameter(2, sessionId).setParameter(3, REMARKS.get(random.nextInt(REMARKS.size()))).executeUpdate();
  }

  /** A quiz that is over: what the first topic asks was learned, the last one not. */
  private void brought(TrainingSession session) {
    Random random = new Random(3); // of its own, so that the gains do not change with the rest of the demo
    Quiz quiz = quizzes.add(session, topics(3), 2, null);
    for (long officer : ids("select a.id from (select id from officer where state = 'ACTIVE' order by id limit 18) a")) for (Quiz.Part part : Quiz.Part.values()) {
      String form = (officer % 2 == 0) == (part == Quiz.Part.BEFORE) ? "A" : "B";
      List<Boolean> right = new ArrayList<>();
      for (int i = 0; i < quiz.form(form).size(); i++) right.add(random.nextInt(100) < (part == Quiz.Part.BEFORE ? 42 : new int[] {88, 74, 30}[i / quiz.perTopic()]));
      QuizSheet sheet = new QuizSheet(session.id(), officer, part, form, (int) right.stream().filter(one -> one).count(), part == Quiz.Part.BEFORE ? session.from().minus(Duration.ofDays(1)) : session.to().plus(Duration.ofDays(1)));
      store.persist(sheet);
      store.flush();
      for (int i = 0; i < right.size(); i++) store.createNativeQuery("insert into quiz_answer (sheet_id, no, item_version_id, topic, choice, correct) values (?1, ?2, ?3, ?4, '', ?5)").setParameter(1, sheet.id()).setParameter(2, i + 1).setParameter(3, quiz.form(form).get(i)).setParameter(4, quiz.topicOf(i)).setParameter(5, right.get(i)).executeUpdate();
    }
    store.createQuery("update Quiz q set q.afterUntil = :then where q.sessionId = :id").setParameter("then", clock.instant().minus(Duration.ofMinutes(1))).setParameter("id", session.id()).executeUpdate();
    store.clear();
  }

  /** Those that the bank asks about most, none within another. */
  private List<String> topics(int count) {
    List<?> most = store.createNativeQuery("select t.path from item i join item_version v on v.id = i.latest_version_id join topic t on t.id = v.topic_id where i.state = 'IN_USE' and v.type = 'SINGLE' group by t.path having count(*) >= 6 order by count(*) desc, t.path").getResultList();
    List<String> chosen = new ArrayList<>();
    for (Object path : most) if (chosen.size() < count && chosen.stream().noneMatch(other -> other.startsWith(path + "/") || ((String) path).startsWith(other + "/"))) chosen.add((String) path);
    return chosen;
  }

  private List<Long> ids(String sql) {
    List<?> found = store.createNativeQuery(sql).getResultList();
    return found.stream().map(one -> ((Number) one).longValue()).toList();
  }

  private byte[] key() {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return key;
  }
}
