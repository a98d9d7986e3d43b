package cn.lianbing.exam;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.PresentKeys;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Marks attempts 阅卷 from what is stored: the frozen paper, the answers, the present keys. Repeating it gives the same marks, or,
 * after a key was corrected, the corrected ones; each mark says which version of the key it was given by. Many are marked in one
 * transaction, which reads each key once. What people mark becomes a {@link HandTasks task}, and the score waits for it.
 */
@ApplicationScoped
@Transactional
public class Marking {
  private static final String DUE = "select a.id, a.paper_id, e.multiple_rule, e.subject is not null from attempt a join exam e on e.id = a.exam_id where a.id in (%s)";
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Papers papers;
  @Inject PresentKeys keys;

  /** An attempt and what it is marked by. @param kept whether its result counts beyond the exam */
  private record Due(long attemptId, long paperId, MultipleRule rule, boolean kept) {}

  /** Marks what was handed in and not marked; what another node has in hand is left to it. @return how many */
  public int markWaiting(int most) {
    return mark("select id from attempt where to_mark = 1 order by id limit " + most + " for update skip locked").size();
  }

  /** Also once more. Does nothing while the attempt is open or when it is void. */
  public void mark(long attemptId) {
    mark("select id from attempt where id = " + attemptId + " and state in ('SUBMITTED', 'EXPIRED') for update");
  }

  /** Attempts that wait, for those who must mark one by one. */
  public List<Long> waiting(int most) {
    try (Connection connection = database.getConnection()) {
      return ids(connection, "select id from attempt where to_mark = 1 order by id limit " + most);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Long> mark(String which) {
    try (Connection connection = database.getConnection()) {
      List<Long> attempts = ids(connection, which);
      if (!attempts.isEmpty()) mark(connection, due(connection, attempts));
      return attempts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same again on a connection that others have work on, after people marked an answer. */
  public void mark(Connection connection, long attemptId) throws SQLException {
    mark(connection, due(connection, List.of(attemptId)));
  }

  private void mark(Connection connection, List<Due> attempts) throws SQLException {
    Map<Long, List<Question>> questions = papers.questions(connection, attempts.stream().map(Due::paperId).toList());
    Map<Long, PresentKeys.Key> present = keys.of(connection, questions.values().stream().flatMap(List::stream).map(Question::itemVersionId).collect(Collectors.toSet()));
    Map<Long, Map<Integer, Answer>> answers = answers(connection, attempts.stream().map(Due::attemptId).toList());
    HandTasks tasks = new HandTasks();
    boolean byHand = questions.values().stream().flatMap(List::stream).anyMatch(one -> present.get(one.itemVersionId()).asked(one.part()).type().byHand());
    if (byHand) tasks.read(connection, list(attempts.stream().map(Due::attemptId).toList()));
    StringBuilder rows = new StringBuilder();
    try (var update = connection.prepareStatement("update attempt set score = ?, hand_waiting = ? where id = ?")) {
      for (Due attempt : attempts) {
        int score = 0;
        int waiting = 0;
        for (Question question : questions.get(attempt.paperId())) {
          PresentKeys.Key key = present.get(question.itemVersionId()).asked(question.part());
          Answer answer = answers.getOrDefault(attempt.attemptId(), Map.of()).get(question.no());
          boolean people = key.type().byHand() && answer != null && !answer.empty();
          Integer marks = people ? tasks.marks(attempt.attemptId(), question) : (Integer) marks(key.type(), key.answer(), attempt.rule(), question, answer);
          if (marks == null) waiting++;
          else {
            score += marks;
            rows.append(rows.length() == 0 ? "(" : ",(").append(attempt.attemptId()).append(',').append(question.no()).append(',').append(marks).append(',').append(key.id()).append(')');
          }
        }
        update.setObject(1, waiting == 0 ? score : null);
        update.setInt(2, waiting);
        update.setLong(3, attempt.attemptId());
        update.addBatch();
      }
      if (rows.length() > 0) try (var keep = connection.createStatement()) {
        keep.executeUpdate("insert into response_mark (attempt_id, no, marks, item_key_id) values " + rows + " on duplicate key update marks = values(marks), item_key_id = values(item_key_id)");
      }
      tasks.write(connection);
      update.executeBatch();
    }
    for (Due attempt : attempts) if (attempt.kept()) KeptResults.keep(connection, attempt.attemptId());
  }

  private static List<Due> due(Connection connection, List<Long> attempts) throws SQLException {
    List<Due> due = new ArrayList<>();
    try (var ask = connection.createStatement(); var row = ask.executeQuery(DUE.formatted(list(attempts)))) {
      while (row.next()) due.add(new Due(row.getLong(1), row.getLong(2), MultipleRule.valueOf(row.getString(3)), row.getBoolean(4)));
    }
    return due;
  }

  private static List<Long> ids(Connection connection, String query) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (var ask = connection.createStatement(); var row = ask.executeQuery(query)) {
      while (row.next()) ids.add(row.getLong(1));
    }
    return ids;
  }

  private static String list(List<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /**
   * The marks of one answer.
   *
   * @param answer null where there is none
   * @return tenths, from 0 to the question's
   */
  public static int marks(ItemType type, AnswerKey key, MultipleRule rule, Question question, Answer answer) {
    if (answer == null || answer.empty()) return 0;
    return switch (type) {
      case FILL -> answer.blanks() == null ? 0 : blanks(key, question.marks(), answer);
      case ORDER -> answer.order() != null && answer.order().stream().map(question::authors).toList().equals(key.choice()) ? question.marks() : 0;
      case MATCH -> answer.pairs() == null ? 0 : pairs(key, question, answer.pairs());
      case SINGLE, MULTIPLE, TRUE_FALSE -> answer.choice() == null ? 0 : choice(type, key, rule, question, answer);
      case SHORT_TEXT, CASE -> 0;
    };
  }

  private static int choice(ItemType type, AnswerKey key, MultipleRule rule, Question question, Answer answer) {
    Set<String> chosen = answer.choice().stream().map(question::authors).collect(Collectors.toSet());
    Set<String> right = new HashSet<>(key.choice());
    if (type == ItemType.MULTIPLE) return rule.marks(right, chosen, question.marks());
    return chosen.equals(right) ? question.marks() : 0;
  }

  /** Each entry of the left column has its share. */
  private static int pairs(AnswerKey key, Question question, List<String> pairs) {
    String left = question.left();
    int right = 0;
    for (int i = 0; i < left.length() && i < pairs.size(); i++) if (!pairs.get(i).isEmpty() && question.authors(pairs.get(i)).equals(key.choice().get(left.charAt(i) - '1'))) right++;
    return question.marks() * right / left.length();
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
    return answers(connection, List.of(attemptId)).getOrDefault(attemptId, Map.of());
  }

  private static Map<Long, Map<Integer, Answer>> answers(Connection connection, List<Long> attempts) throws SQLException {
    Map<Long, Map<Integer, Answer>> answers = new HashMap<>();
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select attempt_id, no, answer from response where attempt_id in (" + list(attempts) + ")")) {
      while (row.next()) answers.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getInt(2), Answer.read(row.getString(3)));
    }
    return answers;
  }
}
