package cn.lianbing.exam;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Attempts at the demo's exam that is over: drawn, answered as people of mixed ability would, and marked by {@link Marking}'s
 * rules. Everything that can be is written in batches, since it happens while somebody waits for the first start.
 */
@ApplicationScoped
@Transactional
public class DemoResults {
  private static final int ABSENT_ONE_IN = 15;
  /** Accounts officer001 to officer020 have sat, so that whoever tries the demo finds results. */
  private static final int ALWAYS_THERE = 20;
  private static final List<String> EXCUSES = List.of("产假", "援疆，2026年12月返回", "住院治疗");
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Exams exams;
  @Inject ExamScheduling scheduling;
  @Inject PaperAssembly assembly;
  @Inject Papers papers;
  @Inject Items items;
  private final Random random = new Random(20261023);
  private final Receipts receipts = new Receipts();
  private final Map<Long, Items.Keyed> keyed = new HashMap<>();

  /** One officer's attempt. */
  private record Sat(long officerId, long paperId, Instant startedAt, Duration used, double ability, String unit) {}

  void fill(Caller holder, long examId) {
    fill(holder, examId, (unit, topic) -> 0);
  }

  /** @param gap what a unit lacks in a topic: how much more seldom its people are right */
  public void fill(Caller holder, long examId, ToDoubleBiFunction<String, String> gap) {
    Exam exam = exams.get(examId);
    List<ExamScheduling.CandidateRow> candidates = scheduling.candidates(holder, examId).stream().sorted(Comparator.comparingLong(ExamScheduling.CandidateRow::officerId)).toList();
    for (int i = 0; i < EXCUSES.size(); i++) scheduling.excuse(holder, examId, candidates.get(candidates.size() - 1 - 7 * i).officerId(), EXCUSES.get(i));
    Map<String, Double> units = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i < candidates.size(); i++) {
        double unit = units.computeIfAbsent(candidates.get(i).unit(), name -> .83 + random.nextDouble() * .1);
        boolean excused = candidates.size() - 1 - i < 7 * EXCUSES.size() && (candidates.size() - 1 - i) % 7 == 0;
        if (excused || i >= ALWAYS_THERE && random.nextInt(ABSENT_ONE_IN) == 0) continue;
        double ability = Math.min(.985, Math.max(.5, unit + random.nextGaussian() * .05));
        Instant started = exam.opensAt().plusSeconds(86_400L * random.nextInt(4) + random.nextInt(8 * 3600)).plusMillis(random.nextInt(1000));
        Duration used = Duration.ofMillis((long) (60_000 * Math.min(59.5, Math.max(18, 42 + random.nextGaussian() * 9))));
        store(connection, exam, new Sat(candidates.get(i).officerId(), assembly.draw(exam.poolId(), random.nextLong()), started, used, ability, candidates.get(i).unit()), gap);
      }
      KeptResults.keepExam(connection, examId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void store(Connection connection, Exam exam, Sat sat, ToDoubleBiFunction<String, String> gap) throws SQLException {
    List<Question> questions = papers.questions(sat.paperId());
    List<Long> unknown = questions.stream().map(Question::itemVersionId).filter(id -> !keyed.containsKey(id)).toList();
    keyed.putAll(items.keyed(unknown));
    List<String> answers = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    int score = 0;
    for (Question question : questions) {
      Items.Keyed item = keyed.get(question.itemVersionId());
      Answer answer = answer(item.version().content(), item.key(), question, sat.ability() - gap.applyAsDouble(sat.unit(), item.version().content().topic()));
      int got = Marking.marks(item.version().content().type(), item.key(), exam.multipleRule(), question, answer);
      score += got;
      String at = time(sat.startedAt().plusMillis(sat.used().toMillis() * question.no() / (questions.size() + 1)));
      if (answer != null) answers.add("(@attempt,%d,'%s',%d,'%s')".formatted(question.no(), answer.json(), question.no(), at));
      marks.add("(@attempt,%d,%d,%d)".formatted(question.no(), got, item.keyId()));
    }
    long attempt = insert(connection, exam, sat, score);
    try (Statement insert = connection.createStatement()) {
      insert.execute("insert into response (attempt_id, no, answer, seq, saved_at) values " + String.join(",", answers).replace("@attempt", Long.toString(attempt)));
      insert.execute("insert into response_mark (attempt_id, no, marks, item_key_id) values " + String.join(",", marks).replace("@attempt", Long.toString(attempt)));
    }
  }

  private long insert(Connection connection, Exam exam, Sat sat, int score) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into attempt (exam_id, officer_id, number, paper_id, state, started_at, deadline, submitted_at, receipt, leaves_used, last_seen_at, score, version) values (?, ?, 1, ?, 'SUBMITTED', ?, ?, ?, ?, ?, ?, ?, 1)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, exam.id());
      insert.setLong(2, sat.officerId());
      insert.setLong(3, sat.paperId());
      insert.setString(4, time(sat.startedAt()));
      insert.setString(5, time(sat.startedAt().plus(Duration.ofMinutes(exam.durationMinutes()))));
      insert.setString(6, time(sat.startedAt().plus(sat.used())));
      insert.setString(7, receipts.get());
      insert.setInt(8, Math.max(0, random.nextInt(6) - 3));
      insert.setString(9, time(sat.startedAt().plus(sat.used())));
      insert.setInt(10, score);
      insert.executeUpdate();
      try (var key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  /** Right as often as the ability and the item's difficulty say; null where nothing was answered. */
  private Answer answer(ItemContent content, AnswerKey key, Question question, double ability) {
    if (random.nextInt(200) == 0) return null;
    boolean right = random.nextDouble() < ability + .06 * (3 - content.difficulty()) - (content.type() == ItemType.MULTIPLE ? .06 : 0);
    if (content.type() == ItemType.FILL) return new Answer(null, key.blanks().stream().map(variants -> right ? variants.get(0) : "").toList());
    List<String> letters = key.choice().stream().map(question::shown).collect(Collectors.toCollection(ArrayList::new));
    if (right) return new Answer(letters, null);
    if (content.type() == ItemType.MULTIPLE && letters.size() > 2 && random.nextBoolean()) letters.remove(random.nextInt(letters.size()));
    else {
      List<String> wrong = new ArrayList<>(List.of(question.letters().split("")).stream().map(question::shown).filter(letter -> !letters.contains(letter)).toList());
      if (content.type() != ItemType.MULTIPLE) letters.clear();
      if (wrong.isEmpty()) letters.remove(0);
      else letters.add(wrong.get(random.nextInt(wrong.size())));
    }
    return new Answer(letters, null);
  }

  private static String time(Instant time) {
    return UtcColumn.of(time).toString().replace('T', ' ');
  }
}
