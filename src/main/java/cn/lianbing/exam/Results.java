package cn.lianbing.exam;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Basis;
import cn.lianbing.bank.Contents;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Option;
import cn.lianbing.bank.PresentKeys;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Results after their release: each question with the own answer, the key, the explanation and the article. */
@ApplicationScoped
@Transactional
public class Results {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Attempts attempts;
  @Inject Exams exams;
  @Inject Papers papers;
  @Inject Contents contents;
  @Inject PresentKeys keys;
  @Inject Clock clock;

  /** Score of an attempt; tenths. */
  public record Score(int score, int maxMark, boolean passed, String band) {}

  /**
   * A question with its answer; letters are those of the paper.
   *
   * @param caseFrom the number of the first question over the same material; null for one that stands alone
   * @param own      null where there is none
   * @param key      with the letters and the left column of this paper
   * @param points   for each point of a mark scheme the tenths it got; empty where nobody marked it
   * @param marks    tenths that the answer got
   * @param maxMarks tenths
   */
  public record Line(int no, Integer caseFrom, ItemType type, String stem, String material, List<Option> options, List<Option> left, Answer own, AnswerKey key, List<Integer> points, int marks, int maxMarks, String rationale, List<Basis> basis) {
    public boolean right() {
      return marks == maxMarks;
    }

    public boolean answered() {
      return own != null && !own.empty();
    }

    public List<String> ownChoice() {
      return own == null || own.choice() == null ? List.of() : own.choice();
    }

    public List<String> ownBlanks() {
      return own == null || own.blanks() == null ? List.of() : own.blanks();
    }
  }

  public record Result(long attemptId, long examId, String examTitle, Instant submittedAt, Duration timeUsed, Attempt.State state, String receipt, Score score, List<Line> lines) {}

  /** One of the caller's attempts at an exam; the score only once released. */
  public record Past(long attemptId, int number, Attempt.State state, Instant startedAt, Instant submittedAt, Score score) {}

  /** Empty before release. */
  public Score scoreOf(Attempt attempt) {
    Exam exam = exams.get(attempt.examId());
    boolean counts = attempt.state() == Attempt.State.SUBMITTED || attempt.state() == Attempt.State.EXPIRED;
    if (!counts || attempt.score() == null || !exam.released(clock.instant())) return null;
    return score(exam, attempt.score());
  }

  /** Of those attempts that are marked by now: the score, empty before its release. */
  Map<Long, Optional<Score>> scores(List<Long> attemptIds) {
    Map<Long, Optional<Score>> scores = new HashMap<>();
    Map<Long, Exam> known = new HashMap<>();
    try (Connection connection = database.getConnection(); var ask = connection.createStatement();
        var row = ask.executeQuery("select id, exam_id, score from attempt where score is not null and state in ('SUBMITTED', 'EXPIRED') and id in (" + attemptIds.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")) {
      while (row.next()) {
        Exam exam = known.computeIfAbsent(row.getLong(2), exams::get);
        scores.put(row.getLong(1), exam.released(clock.instant()) ? Optional.of(score(exam, row.getInt(3))) : Optional.empty());
      }
      return scores;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Score score(Exam exam, int score) {
    return new Score(score, exam.maxMark(), score >= exam.passMark(), Band.of(exam.bands(), score).name());
  }

  public List<Past> past(Caller caller, long examId) {
    if (caller.officerId() == null) return List.of();
    return attempts.of(examId, caller.officerId()).stream().map(one -> new Past(one.id(), one.number(), one.state(), one.startedAt(), one.submittedAt(), scoreOf(one))).toList();
  }

  /** The score of the caller's own attempt, null before release. */
  public Score score(Caller caller, long attemptId) {
    return scoreOf(attempts.own(caller, attemptId));
  }

  /** @throws Refused {@code result-not-released} */
  public Result of(Caller caller, long attemptId, Texts texts) {
    Attempt attempt = attempts.own(caller, attemptId);
    Score score = scoreOf(attempt);
    if (score == null) throw new Refused("result-not-released");
    List<Question> questions = papers.questions(attempt.paperId());
    List<Long> versions = questions.stream().map(Question::itemVersionId).toList();
    Map<Long, ItemContent> said = contents.of(versions);
    try (Connection connection = database.getConnection()) {
      Map<Long, PresentKeys.Key> present = keys.of(connection, versions);
      Map<Integer, Answer> answers = Marking.answers(connection, attemptId);
      Map<Integer, Integer> marks = marks(connection, attemptId);
      Map<Integer, List<Integer>> points = HandTasks.points(connection, attemptId);
      List<Line> lines = questions.stream().map(question -> line(question, said.get(question.itemVersionId()), present.get(question.itemVersionId()).answer(), answers.get(question.no()), marks.getOrDefault(question.no(), 0), points.getOrDefault(question.no(), List.of()), texts)).toList();
      return new Result(attemptId, attempt.examId(), exams.get(attempt.examId()).title(), attempt.submittedAt(), attempt.timeUsed(), attempt.state(), attempt.receipt(), score, lines);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Line line(Question question, ItemContent content, AnswerKey whole, Answer answer, int marks, List<Integer> points, Texts texts) {
    ItemPart asked = content.asked(question.part());
    AnswerKey key = question.part() == 0 ? whole : whole.parts().get(question.part() - 1);
    Integer caseFrom = question.part() == 0 ? null : (Integer) (question.no() - question.part() + 1);
    String material = question.part() > 1 ? null : question.part() == 1 ? ExamPaper.whole(content.material(), content.stem()) : content.material();
    String why = asked.rationale().isBlank() ? content.rationale() : asked.rationale();
    return new Line(question.no(), caseFrom, asked.type(), asked.stem(), material, ExamPaper.options(question, asked.type(), asked.options(), texts), ExamPaper.left(question, asked.left()), answer, shown(question, asked.type(), key), points, marks, question.marks(), why, asked.basis().isEmpty() ? content.basis() : asked.basis());
  }

  /** The key in this paper's letters, for MATCH in the order of its left column. */
  private static AnswerKey shown(Question question, ItemType type, AnswerKey key) {
    return switch (type) {
      case SINGLE, MULTIPLE, TRUE_FALSE -> AnswerKey.ofChoice(key.choice().stream().map(question::shown).toList());
      case ORDER -> AnswerKey.inOrder(key.choice().stream().map(question::shown).toList());
      case MATCH -> AnswerKey.inOrder(question.left().chars().mapToObj(number -> question.shown(key.choice().get(number - '1'))).toList());
      default -> key;
    };
  }

  private static Map<Integer, Integer> marks(Connection connection, long attemptId) throws SQLException {
    Map<Integer, Integer> marks = new HashMap<>();
    try (var ask = connection.prepareStatement("select no, marks from response_mark where attempt_id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) marks.put(row.getInt(1), row.getInt(2));
      }
    }
    return marks;
  }
}
