package cn.lianbing.feedback;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.UtcColumn;
import cn.lianbing.people.Units;
import cn.lianbing.roster.Rating;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stored forms, and what came of them. */
@ApplicationScoped
@Transactional
public class FeedbackForms {
  @PersistenceContext EntityManager store;
  @Inject TrainingSessions sessions;
  @Inject Units units;
  @Inject Clock clock;

  /**
   * A session that took place, or began, with its feedback.
   *
   * @param came      heads; null where nobody has said yet
   * @param state     null: nothing is collected
   * @param answers   so far
   * @param overall   hundredths of the mean, 100 to 500; null while it is not shown
   * @param quiz      whether there is one
   * @param openTasks follow-up tasks that wait
   */
  public record Row(long sessionId, Integer number, String title, Instant from, String host, String place, String lecturers, Integer came, FeedbackForm.State state, Instant closesAt, int answers, Integer overall, Integer lecturer, boolean quiz, int openTasks) implements Serializable {}

  /** @param counts how many answered 1, 2, 3, 4, 5; @param mean hundredths */
  public record Answers(String text, FeedbackQuestion.About about, List<Integer> counts, int mean) implements Serializable {}

  /**
   * What came of a form.
   *
   * @param shown     false while it is open, and where fewer answered than are shown: then questions and remarks are empty
   * @param remarks   in no order, and apart from the figures
   */
  public record Result(long sessionId, FeedbackForm.State state, Instant closesAt, int answers, int slips, boolean shown, List<Answers> questions, List<String> remarks) implements Serializable {}

  /** For officers: what they may still answer. @param beforeOpen a quiz before the session waits; @param afterOpen one after it */
  public record Mine(long sessionId, String title, Instant from, Instant to, Instant feedbackUntil, boolean drawn, boolean beforeOpen, boolean afterOpen, Instant afterUntil) implements Serializable {}

  private static final String FROM = """
       from training_session s join unit h on h.id = s.host_unit_id left join feedback_form f on f.session_id = s.id
      where h.path like ?1 and s.starts_at <= ?2 and s.state in ('PUBLISHED', 'HELD', 'CLOSED') and (?3 = '' or coalesce(f.state, 'NONE') = ?3)""";

  /** Sessions within reach that began, the latest first. @param state a form's state, NONE: without a form, empty: all */
  @SuppressWarnings("unchecked")
  public Page<Row> page(Caller caller, String state, Page.Request request) {
    Query query = store.createNativeQuery("""
        select s.id, s.number, s.title, s.starts_at, h.name, (select p.name from unit p where p.id = s.place_unit_id),
          (select group_concat(coalesce(o.name, l.name) order by x.position separator '、') from session_lecturer x join lecturer l on l.id = x.lecturer_id left join officer o on o.id = l.officer_id where x.session_id = s.id),
          if(s.state = 'PUBLISHED', null, coalesce(s.attended_count, (select count(*) from attendance a where a.session_id = s.id and a.state in ('PRESENT', 'PARTIAL')))),
          f.state, f.closes_at, coalesce(f.answers, (select count(*) from feedback_score c where c.session_id = s.id)), f.overall_sum, f.lecturer_sum,
          exists (select 1 from quiz q where q.session_id = s.id), (select count(*) from follow_up t where t.session_id = s.id and t.state = 'OPEN')""" + FROM + " order by s.starts_at desc, s.id desc");
    List<Object[]> found = narrow(query, caller, state).setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = number(narrow(store.createNativeQuery("select count(*)" + FROM), caller, state).getSingleResult());
    return new Page<>(found.stream().map(FeedbackForms::row).toList(), total, request.page(), request.size());
  }

  private Query narrow(Query query, Caller caller, String state) {
    return query.setParameter(1, caller.reach() + "%").setParameter(2, UtcColumn.of(clock.instant())).setParameter(3, state == null ? "" : state);
  }

  private static Row row(Object[] c) {
    int answers = integer(c[10]);
    return new Row(number(c[0]), integer(c[1]), (String) c[2], UtcColumn.time(c[3]), (String) c[4], (String) c[5], (String) c[6], integer(c[7]), c[8] == null ? null : FeedbackForm.State.valueOf((String) c[8]), UtcColumn.time(c[9]), answers, mean(c[11], answers), mean(c[12], answers),
        truth(c[13]), integer(c[14]));
  }

  /** @throws NotFound where the session is not within reach */
  public Optional<Result> result(Caller caller, long sessionId) {
    session(caller, sessionId);
    FeedbackForm form = store.find(FeedbackForm.class, sessionId);
    if (form == null) return Optional.empty();
    // its time is over for everybody at once, whether or not the sweep has been there
    boolean over = form.state() == FeedbackForm.State.CLOSED || !clock.instant().isBefore(form.closesAt());
    int answers = count(sessionId);
    boolean shown = over && answers >= Rating.SHOWN_FROM;
    return Optional.of(new Result(sessionId, over ? FeedbackForm.State.CLOSED : FeedbackForm.State.OPEN, form.closesAt(), answers, form.slips(), shown, shown ? answers(form) : List.of(), shown ? remarks(sessionId) : List.of()));
  }

  /** A session that the caller may read the feedback of. @throws NotFound */
  public TrainingSessions.Row session(Caller caller, long sessionId) {
    TrainingSessions.Row row = sessions.row(caller, sessionId);
    if (!caller.reaches(units.get(row.hostUnitId()).path())) throw new NotFound("feedbackForm", sessionId);
    return row;
  }

  /** A session whose organiser the caller is. @throws NotFound */
  TrainingSession kept(Caller caller, long sessionId) {
    TrainingSession session = sessions.get(caller, sessionId);
    if (!sessions.keeps(caller, session.hostUnitId())) throw new NotFound("feedbackForm", sessionId);
    return session;
  }

  /** What waits for the caller: forms of sessions they came to, quizzes of those they are enrolled in. */
  @SuppressWarnings("unchecked")
  public List<Mine> mine(Caller caller) {
    if (caller.officerId() == null) return List.of();
    List<Object[]> found = store.createNativeQuery("""
        select s.id, s.title, s.starts_at, s.ends_at, if(f.state = 'OPEN' and f.closes_at > ?2 and a.came, f.closes_at, null),
          exists (select 1 from feedback_draw d where d.session_id = s.id and d.officer_id = ?1),
          q.session_id is not null and s.starts_at > ?2 and not exists (select 1 from quiz_sheet x where x.session_id = s.id and x.officer_id = ?1 and x.part = 'BEFORE'),
          q.session_id is not null and s.ends_at <= ?2 and q.after_until > ?2 and not exists (select 1 from quiz_sheet x where x.session_id = s.id and x.officer_id = ?1 and x.part = 'AFTER'), q.after_until
        from training_session s left join feedback_form f on f.session_id = s.id left join quiz q on q.session_id = s.id
          join (select session_id, max(came) came from (select session_id, state in ('PRESENT', 'PARTIAL') came from attendance where officer_id = ?1 union all select session_id, false from enrolment where officer_id = ?1 and state = 'ENROLLED') x group by session_id) a on a.session_id = s.id
        where s.state in ('PUBLISHED', 'HELD', 'CLOSED') order by s.starts_at""").setParameter(1, caller.officerId()).setParameter(2, UtcColumn.of(clock.instant())).getResultList();
    return found.stream().map(c -> new Mine(number(c[0]), (String) c[1], UtcColumn.time(c[2]), UtcColumn.time(c[3]), UtcColumn.time(c[4]), truth(c[5]), truth(c[6]), truth(c[7]), UtcColumn.time(c[8]))).filter(one -> one.feedbackUntil() != null || one.beforeOpen() || one.afterOpen()).toList();
  }

  List<Answers> answers(FeedbackForm form) {
    List<FeedbackQuestion> questions = form.questions();
    int[][] counts = new int[questions.size()][5];
    List<?> rows = store.createNativeQuery("select s1, s2, s3, s4, s5 from feedback_score where session_id = ?1").setParameter(1, form.sessionId()).getResultList();
    for (Object row : rows) for (int i = 0; i < questions.size(); i++) counts[i][((Number) ((Object[]) row)[i]).intValue() - 1]++;
    List<Answers> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      int sum = 0;
      List<Integer> each = new ArrayList<>();
      for (int score = 1; score <= 5; score++) {
        sum += score * counts[i][score - 1];
        each.add(counts[i][score - 1]);
      }
      answers.add(new Answers(questions.get(i).text(), questions.get(i).about(), each, mean(sum, rows.size())));
    }
    return answers;
  }

  int count(long sessionId) {
    return integer(store.createNativeQuery("select count(*) from feedback_score where session_id = ?1").setParameter(1, sessionId).getSingleResult());
  }

  private List<String> remarks(long sessionId) {
    List<?> found = store.createNativeQuery("select remark from feedback_remark where session_id = ?1 order by id").setParameter(1, sessionId).getResultList();
    return found.stream().map(String.class::cast).toList();
  }

  static Integer mean(Object sum, int count) {
    return sum == null || count == 0 ? null : (int) Math.round(100.0 * integer(sum) / count);
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean yes ? yes : value != null && ((Number) value).intValue() != 0;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static Integer integer(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }
}
