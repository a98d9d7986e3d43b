package cn.lianbing.exam;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Marks an attempt 阅卷 from what is stored: the frozen paper, the answers, the present keys. Repeating it gives the same marks,
 * or, after a key was corrected, the corrected ones; each mark says which version of the key it was given by.
 */
@ApplicationScoped
@Transactional
public class Marking {
  @PersistenceContext EntityManager store;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Papers papers;
  @Inject Items items;
  @Inject Exams exams;

  /** Does nothing while the attempt is open or when it is void. */
  public void mark(long attemptId) {
    Attempt attempt = store.find(Attempt.class, attemptId, LockModeType.PESSIMISTIC_WRITE);
    if (attempt.state() != Attempt.State.SUBMITTED && attempt.state() != Attempt.State.EXPIRED) return;
    Exam exam = exams.get(attempt.examId());
    MultipleRule rule = exam.multipleRule();
    List<Question> questions = papers.questions(attempt.paperId());
    Map<Long, Items.Keyed> keyed = items.keyed(questions.stream().map(Question::itemVersionId).toList());
    try (Connection connection = database.getConnection()) {
      Map<Integer, Answer> answers = answers(connection, attemptId);
      int score = 0;
      try (var keep = connection.prepareStatement("replace into response_mark (attempt_id, no, marks, item_key_id) values (?, ?, ?, ?)")) {
        for (Question question : questions) {
          Items.Keyed item = keyed.get(question.itemVersionId());
          int marks = marks(item.version().content().type(), item.key(), rule, question, answers.get(question.no()));
          score += marks;
          keep.setLong(1, attemptId);
          keep.setInt(2, question.no());
          keep.setInt(3, marks);
          keep.setLong(4, item.keyId());
          keep.addBatch();
        }
        keep.executeBatch();
      }
      try (var update = connection.prepareStatement("update attempt set score = ? where id = ?")) {
        update.setInt(1, score);
        update.setLong(2, attemptId);
        update.executeUpdate();
      }
      if (exam.subject() != null) KeptResults.keep(connection, attemptId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The marks of one answer.
   *
   * @param answer null where there is none
   * @return tenths, from 0 to the question's
   */
  static int marks(ItemType type, AnswerKey key, MultipleRule rule, Question question, Answer answer) {
    if (answer == null || answer.empty()) return 0;
    if (type == ItemType.FILL) return blanks(key, question.marks(), answer);
    Set<String> chosen = answer.choice().stream().map(question::authors).collect(Collectors.toSet());
    Set<String> right = new HashSet<>(key.choice());
    if (type == ItemType.MULTIPLE) return rule.marks(right, chosen, question.marks());
    return chosen.equals(right) ? question.marks() : 0;
  }

  /** Each blank has its share. */
  private static int blanks(AnswerKey key, int full, Answer answer) {
    long right = 0;
    for (int i = 0; i < key.blanks().size() && i < answer.blanks().size(); i++) {
      String typed = Answer.plain(answer.blanks().get(i));
      if (!typed.isEmpty() && key.blanks().get(i).stream().map(Answer::plain).anyMatch(typed::equals)) right++;
    }
    return (int) (full * right / key.blanks().size());
  }

  static Map<Integer, Answer> answers(Connection connection, long attemptId) throws SQLException {
    Map<Integer, Answer> answers = new HashMap<>();
    try (var ask = connection.prepareStatement("select no, answer from response where attempt_id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) answers.put(row.getInt(1), Answer.read(row.getString(2)));
      }
    }
    return answers;
  }
}
