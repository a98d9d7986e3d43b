package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Proves that what is stored is what was saved and handed in: for one receipt, to whoever holds it, and for a whole exam. */
@ApplicationScoped
public class HandInCheck {
  private static final String HAND_IN = "select a.id, a.officer_id, a.receipt, a.submitted_at, a.journal_length, a.seal, e.title, o.name, a.state from attempt a join exam e on e.id = a.exam_id join officer o on o.id = a.officer_id where ";
  private static final int MOST_FINDINGS = 200;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject AnswerLog log;
  @Inject Exams exams;

  /**
   * What a receipt proves.
   *
   * @param officer with only the first character: the page is public
   * @param answers how many are stored
   * @param hash    over them, hexadecimal
   * @param agrees  the stored answers are those that were handed in
   */
  public record Proof(String exam, String officer, Instant submittedAt, String receipt, int answers, String hash, boolean agrees) {}

  /** @param what CHANGED, JOURNAL, ANSWERS or UNSEALED; the texts are behind {@code exam.integrity.} */
  public record Finding(long attemptId, String what) {}

  /**
   * @param attempts  that were handed in
   * @param unsealed  of them: from before there were seals
   * @param journaled saves whose chain was followed, of open attempts too
   */
  public record Report(long examId, int attempts, int unsealed, int journaled, boolean intact, List<Finding> findings) {}

  /** An attempt that is looked at. */
  private record HandedIn(long id, long officer, String receipt, LocalDateTime at, int journalLength, byte[] seal, String exam, String name) {}

  private record Stored(int count, byte[] hash) {}

  /** Empty where there is no such receipt, or the code is not the one that was printed on it. */
  public Optional<Proof> verify(String receipt, String code) {
    if (receipt == null || receipt.length() > 20) return Optional.empty();
    try (Connection connection = database.getConnection(); var ask = connection.prepareStatement(HAND_IN + "a.receipt = ? and a.seal is not null")) {
      ask.setString(1, receipt.strip().toUpperCase(java.util.Locale.ROOT));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          HandedIn one = read(row);
          Stored stored = stored(connection, one.id());
          boolean agrees = HandInSeal.says(seal(one, stored), code);
          // the code is right for what was sealed then, but not for what is stored now: that is the very thing to be told
          if (agrees || HandInSeal.says(one.seal(), code)) return Optional.of(new Proof(one.exam(), one.name().charAt(0) + "*".repeat(one.name().length() - 1), one.at().toInstant(ZoneOffset.UTC), one.receipt(), stored.count(), HexFormat.of().formatHex(stored.hash()), agrees));
        }
        return Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Follows every journal and every seal of an exam. @throws cn.lianbing.platform.NotFound for who does not hold it */
  public Report check(Caller caller, long examId) {
    exams.watched(caller, examId);
    List<Finding> findings = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      int journaled = followJournals(connection, examId, findings);
      int[] counts = new int[2];
      for (HandedIn one : handedIn(connection, examId)) {
        counts[0]++;
        if (one.seal() == null) counts[1]++;
        else if (!Arrays.equals(seal(one, stored(connection, one.id())), one.seal())) find(findings, one.id(), "CHANGED");
      }
      return new Report(examId, counts[0], counts[1], journaled, findings.isEmpty(), findings);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<HandedIn> handedIn(Connection connection, long examId) throws SQLException {
    List<HandedIn> all = new ArrayList<>();
    try (var ask = connection.prepareStatement(HAND_IN + "a.exam_id = ? and a.state in ('SUBMITTED', 'EXPIRED') order by a.id")) {
      ask.setLong(1, examId);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) all.add(read(row));
      }
    }
    return all;
  }

  /** Each row's hash from the one before; and the last journaled answer of each question must be the one that is stored. */
  private int followJournals(Connection connection, long examId, List<Finding> findings) throws SQLException {
    int rows = 0;
    try (var ask = connection.prepareStatement("select j.attempt_id, j.n, j.no, j.seq, j.answer, j.saved_at, j.hash, a.journal_length from answer_journal j join attempt a on a.id = j.attempt_id where a.exam_id = ? order by j.attempt_id, j.n")) {
      ask.setFetchSize(1000);
      ask.setLong(1, examId);
      try (ResultSet row = ask.executeQuery()) {
        long attempt = 0;
        int n = 0;
        byte[] head = AnswerJournal.NOTHING_BEFORE;
        for (; row.next(); rows++) {
          if (row.getLong(1) != attempt) {
            attempt = row.getLong(1);
            n = 0;
            head = AnswerJournal.NOTHING_BEFORE;
          }
          AnswerJournal.Row line = new AnswerJournal.Row(attempt, ++n, row.getInt(3), row.getLong(4), row.getString(5), row.getObject(6, LocalDateTime.class));
          head = log.journal().hash(head, line);
          if (row.getInt(2) != n || !Arrays.equals(head, row.getBytes(7))) find(findings, attempt, "JOURNAL");
        }
      }
    }
    differing(connection, examId, findings);
    return rows;
  }

  private static void differing(Connection connection, long examId, List<Finding> findings) throws SQLException {
    try (var ask = connection.prepareStatement("""
        select distinct r.attempt_id from response r join attempt a on a.id = r.attempt_id left join answer_journal j on j.attempt_id = r.attempt_id and j.no = r.no and j.seq = r.seq and j.answer = r.answer and j.saved_at = r.saved_at
        where a.exam_id = ? and j.n is null and exists (select 1 from answer_journal k where k.attempt_id = a.id)
        union select a.id from attempt a where a.exam_id = ? and a.journal_length is not null and a.journal_length <> (select count(*) from answer_journal k where k.attempt_id = a.id)""")) {
      ask.setLong(1, examId);
      ask.setLong(2, examId);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) find(findings, row.getLong(1), "ANSWERS");
      }
    }
  }

  private static void find(List<Finding> findings, long attempt, String what) {
    Finding finding = new Finding(attempt, what);
    if (findings.size() < MOST_FINDINGS && !findings.contains(finding)) findings.add(finding);
  }

  private byte[] seal(HandedIn one, Stored stored) {
    return log.seals().of(new HandInSeal.HandIn(one.id(), one.officer(), one.receipt(), one.at(), one.journalLength(), stored.hash()));
  }

  private static Stored stored(Connection connection, long attempt) throws SQLException {
    HandInSeal.Answers answers = new HandInSeal.Answers();
    int count = 0;
    try (var ask = connection.prepareStatement("select no, seq, answer from response where attempt_id = ? order by no")) {
      ask.setLong(1, attempt);
      try (ResultSet row = ask.executeQuery()) {
        for (; row.next(); count++) answers.add(row.getInt(1), row.getLong(2), row.getString(3));
      }
    }
    return new Stored(count, answers.hash());
  }

  private static HandedIn read(ResultSet row) throws SQLException {
    return new HandedIn(row.getLong(1), row.getLong(2), row.getString(3), row.getObject(4, LocalDateTime.class), row.getInt(5), row.getBytes(6), row.getString(7), row.getString(8));
  }
}
