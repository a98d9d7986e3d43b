package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Option;
import cn.lianbing.bank.Wordings;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What an officer sees of an attempt before its results are released: the paper, the own answers, no key and nothing that tells
 * it. A hall of officers opens it in the same minute, so it is one statement for a fresh attempt and two for another, and the
 * wordings are remembered.
 */
@ApplicationScoped
public class ExamPaper {
  private static final String ATTEMPT = """
      select a.id, a.exam_id, e.title, o.name, u.name, a.state, a.started_at, a.deadline, utc_timestamp(3), a.submitted_at, a.receipt, a.seal, a.void_reason, a.leaves_used, e.leaves_allowed, e.max_mark, e.pass_mark, e.multiple_rule,
        a.score, e.release_rule, e.closes_at, e.released_at, a.officer_id, a.token_stamp, a.paper_id, p.places
      from attempt a join paper p on p.id = a.paper_id join exam e on e.id = a.exam_id join officer o on o.id = a.officer_id join unit u on u.id = o.unit_id where a.id = ?""";
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Attempts attempts;
  @Inject Papers papers;
  @Inject Wordings wordings;

  /** An answer that is stored. */
  public record Stored(Answer answer, long seq, Instant savedAt) {}

  /** A question with what is shown of its item. @param stored null where there is none */
  public record Place(Question question, Wordings.Wording item, Stored stored) {
    public Wordings.Wording asked() {
      return item.asked(question.part());
    }

    /** The number of the first question over the same material, which alone carries it; null for a question that stands alone. */
    public Integer caseFrom() {
      return question.part() == 0 ? null : (Integer) (question.no() - question.part() + 1);
    }
  }

  /**
   * An attempt with the questions of its paper. Marks in tenths.
   *
   * @param receiptCode proves the receipt; null while open
   * @param score       null before it is released
   */
  public record View(long id, long examId, String examTitle, String officerName, String unitName, Attempt.State state, Instant startedAt, Instant deadline, Instant serverTime, long remainingMillis, Instant submittedAt, String receipt, String receiptCode,
      String voidReason, int leavesUsed, Integer leavesAllowed, int maxMark, int passMark, Integer score, MultipleRule multipleRule, List<Question> questions) {}

  /** @throws NotFound for another's attempt, which is audited */
  public View of(Caller caller, long attemptId) {
    try (Connection connection = database.getConnection(); var ask = connection.prepareStatement(ATTEMPT)) {
      ask.setLong(1, attemptId);
      try (ResultSet row = ask.executeQuery()) {
        boolean there = row.next();
        if (there && attempts.mine(caller, attemptId, row.getLong(23), row.getInt(24))) return view(row, questions(connection, row.getLong(25), row.getString(26)));
        if (there) attempts.reportForeign(caller, attemptId);
        throw new NotFound("attempt", attemptId);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static View view(ResultSet row, List<Question> questions) throws SQLException {
    Attempt.State state = Attempt.State.valueOf(row.getString(6));
    Instant deadline = time(row, 8);
    Instant now = time(row, 9);
    boolean counts = state == Attempt.State.SUBMITTED || state == Attempt.State.EXPIRED;
    boolean released = counts && Release.valueOf(row.getString(20)).reached(time(row, 21), time(row, 22), now);
    return new View(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5), state, time(row, 7), deadline, now, state == Attempt.State.OPEN ? Math.max(0, Duration.between(now, deadline).toMillis()) : 0, time(row, 10), row.getString(11),
        row.getBytes(12) == null ? null : HandInSeal.code(row.getBytes(12)), row.getString(13), row.getInt(14), row.getObject(15, Integer.class), row.getInt(16), row.getInt(17), released ? row.getObject(19, Integer.class) : null, MultipleRule.valueOf(row.getString(18)), questions);
  }

  /** @param places the paper's questions in one text; null for papers from before there was one */
  private List<Question> questions(Connection connection, long paperId, String places) throws SQLException {
    return places != null ? Papers.read(places) : papers.questions(connection, List.of(paperId)).getOrDefault(paperId, List.of());
  }

  /** The places of an attempt that was read by {@link #of}. @param fresh it has just begun, so no answer is stored */
  public List<Place> places(View attempt, boolean fresh) {
    Map<Integer, Stored> stored = fresh ? Map.of() : stored(attempt.id());
    Map<Long, Wordings.Wording> words = wordings.of(attempt.questions().stream().map(Question::itemVersionId).toList());
    List<Place> places = new ArrayList<>(attempt.questions().size());
    for (Question one : attempt.questions()) places.add(new Place(one, words.get(one.itemVersionId()), stored.get(one.no())));
    return places;
  }

  /** What the paper consists of, for {@link MarkingRules}. */
  public static List<MarkingRules.Section> sections(List<Place> places) {
    Map<Integer, Integer> cases = new LinkedHashMap<>();
    for (Place one : places) if (one.caseFrom() != null) cases.merge(one.caseFrom(), one.question().marks(), Integer::sum);
    List<MarkingRules.Section> sections = new ArrayList<>();
    for (Place one : places) {
      if (one.caseFrom() == null) sections.add(new MarkingRules.Section(one.asked().type(), 1, one.question().marks()));
      else if (one.caseFrom() == one.question().no()) sections.add(new MarkingRules.Section(ItemType.CASE, 1, cases.get(one.question().no())));
    }
    return MarkingRules.merged(sections);
  }

  /** A case's material with what is said before its questions. */
  public static String whole(String material, String lead) {
    return lead == null || lead.isBlank() ? material : material + "\n\n" + lead;
  }

  static List<Option> left(Question question, List<Option> authors) {
    List<Option> left = new ArrayList<>();
    for (char number : question.left().toCharArray()) left.add(new Option(String.valueOf(left.size() + 1), authors.get(number - '1').text()));
    return left;
  }

  /** The options in this paper's order, lettered anew. */
  static List<Option> options(Question question, ItemType type, List<Option> authors, Texts texts) {
    Map<String, String> byLetter = new LinkedHashMap<>();
    if (type == ItemType.TRUE_FALSE) {
      byLetter.put("A", texts.get("exam.true"));
      byLetter.put("B", texts.get("exam.false"));
    } else authors.forEach(option -> byLetter.put(option.key(), option.text()));
    List<Option> options = new ArrayList<>();
    for (char letter : question.letters().toCharArray()) options.add(new Option(String.valueOf((char) ('A' + options.size())), byLetter.get(String.valueOf(letter))));
    return options;
  }

  private Map<Integer, Stored> stored(long attemptId) {
    Map<Integer, Stored> stored = new HashMap<>();
    try (Connection connection = database.getConnection(); var ask = connection.prepareStatement("select no, answer, seq, saved_at from response where attempt_id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) stored.put(row.getInt(1), new Stored(Answer.read(row.getString(2)), row.getLong(3), time(row, 4)));
      }
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }
}
