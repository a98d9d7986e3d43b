package cn.lianbing.exam;

import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.ItemVersion;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Texts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What an officer sees of an attempt before its results are released: the paper, the own answers, no key and nothing that tells it. */
@ApplicationScoped
@Transactional
public class ExamPaper {
  @PersistenceContext EntityManager store;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Attempts attempts;
  @Inject Exams exams;
  @Inject Papers papers;
  @Inject Items items;
  @Inject Clock clock;

  /** An answer that is stored. */
  public record Stored(Answer answer, long seq, Instant savedAt) {}

  /**
   * A question as it is shown: options with the letters of this paper.
   *
   * @param marks tenths
   * @param stored null where there is none
   */
  public record Shown(int no, ItemType type, String stem, String material, List<Option> options, int blankCount, int marks, Stored stored) {}

  /** Marks in tenths. */
  public record View(long id, long examId, String examTitle, String officerName, String unitName, Attempt.State state, Instant startedAt, Instant deadline, Instant serverTime, long remainingMillis, Instant submittedAt, String receipt,
      String voidReason, int leavesUsed, Integer leavesAllowed, int maxMark, int passMark, List<String> markingRules, List<Shown> questions) {}

  /** @param texts the language of the marking rules and of 正确/错误 */
  public View of(Caller caller, long attemptId, Texts texts) {
    Attempt attempt = attempts.own(caller, attemptId);
    Exam exam = exams.get(attempt.examId());
    Officer officer = store.find(Officer.class, attempt.officerId());
    List<Question> questions = papers.questions(attempt.paperId());
    Map<Long, ItemVersion> versions = items.versions(questions.stream().map(Question::itemVersionId).toList());
    Map<Integer, Stored> stored = stored(attemptId);
    List<Shown> shown = questions.stream().map(question -> shown(question, versions.get(question.itemVersionId()).content(), stored.get(question.no()), texts)).toList();
    Instant now = clock.instant();
    return new View(attempt.id(), exam.id(), exam.title(), officer.name(), store.find(Unit.class, officer.unitId()).name(), attempt.state(), attempt.startedAt(), attempt.deadline(), now, ExamTaking.remaining(attempt, now),
        attempt.submittedAt(), attempt.receipt(), attempt.voidReason(), attempt.leavesUsed(), exam.leavesAllowed(), exam.maxMark(), exam.passMark(), rules(exam, shown, texts), shown);
  }

  static Shown shown(Question question, ItemContent content, Stored stored, Texts texts) {
    return new Shown(question.no(), content.type(), content.stem(), content.material(), options(question, content, texts), content.blankCount(), question.marks(), stored);
  }

  /** The options in this paper's order, lettered anew. */
  static List<Option> options(Question question, ItemContent content, Texts texts) {
    Map<String, String> byLetter = new LinkedHashMap<>();
    if (content.type() == ItemType.TRUE_FALSE) {
      byLetter.put("A", texts.get("exam.true"));
      byLetter.put("B", texts.get("exam.false"));
    } else content.options().forEach(option -> byLetter.put(option.key(), option.text()));
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < question.optionOrder().length(); i++) options.add(new Option(String.valueOf((char) ('A' + i)), byLetter.get(String.valueOf(question.optionOrder().charAt(i)))));
    return options;
  }

  private static List<String> rules(Exam exam, List<Shown> questions, Texts texts) {
    return MarkingRules.of(exam, MarkingRules.merged(questions.stream().map(one -> new MarkingRules.Section(one.type(), 1, one.marks())).toList()), texts);
  }

  private Map<Integer, Stored> stored(long attemptId) {
    Map<Integer, Stored> stored = new HashMap<>();
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select no, answer, seq, saved_at from response where attempt_id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) stored.put(row.getInt(1), new Stored(Answer.read(row.getString(2)), row.getLong(3), row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
