package cn.lianbing.exam;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What attempts came to, for exams that count on the way to a certificate: when a corrected key, an annulled attempt or another
 * subject changes it, the former row is superseded and stays to be read, so that a check of last year still finds what was known
 * then.
 */
final class KeptResults {
  private static final String COUNTS = "e.subject is not null and a.state in ('SUBMITTED', 'EXPIRED') and a.score is not null";
  private static final String END = "update exam_result r join attempt a on a.id = r.attempt_id join exam e on e.id = a.exam_id set r.superseded_at = utc_timestamp(3) where r.superseded_at is null and not (" + COUNTS + " and r.subject = e.subject and r.score = a.score and r.pass_mark = e.pass_mark) and ";
  private static final String BEGIN = """
      insert into exam_result (attempt_id, exam_id, officer_id, subject, score, pass_mark, on_date, recorded_at)
      select a.id, a.exam_id, a.officer_id, e.subject, a.score, e.pass_mark, date(a.submitted_at + interval 8 hour), utc_timestamp(3) from attempt a join exam e on e.id = a.exam_id
      where %s and not exists (select 1 from exam_result r where r.attempt_id = a.id and r.superseded_at is null) and\s""".formatted(COUNTS);

  private KeptResults() {}

  /** After an attempt's marking or its end. */
  static void keep(Connection connection, long attemptId) throws SQLException {
    both(connection, "a.id = ?", attemptId);
  }

  /** For a whole exam, for which results were written or another subject was said. */
  static void keepExam(Connection connection, long examId) throws SQLException {
    both(connection, "a.exam_id = ?", examId);
  }

  /** What an attempt came to by what the entity manager holds, on its own connection. */
  static void keep(EntityManager store, long attemptId) {
    store.flush();
    try {
      keep(store.unwrap(Connection.class), attemptId);
    } catch (SQLException e) {
      throw new IllegalStateException("the result could not be kept", e);
    }
  }

  /** The same for a whole exam. */
  static void keepExam(EntityManager store, long examId) {
    store.flush();
    try {
      keepExam(store.unwrap(Connection.class), examId);
    } catch (SQLException e) {
      throw new IllegalStateException("the results could not be kept", e);
    }
  }

  private static void both(Connection connection, String which, long id) throws SQLException {
    for (String sql : new String[] {END + which, BEGIN + which}) {
      try (PreparedStatement change = connection.prepareStatement(sql)) {
        change.setLong(1, id);
        change.executeUpdate();
      }
    }
  }
}
