package cn.lianbing.competition.ranking;

import cn.lianbing.competition.ranking.Entry.Presence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the candidates of an exam came to: of each the best attempt that counts. Two hundred thousand of them go through plain JDBC. */
final class ExamEntries {
  private static final int AT_ONCE = 5000;

  private ExamEntries() {}

  /** @param excused whom the competition excused, beside those whom the exam did */
  static List<Entry> read(Connection connection, long examId, Set<Long> excused) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement ask = connection.prepareStatement("""
        select c.officer_id, o.name, c.unit_id, c.excused_reason is not null, a.score, timestampdiff(microsecond, a.started_at, a.submitted_at) div 1000, timestampdiff(microsecond, '1970-01-01', a.submitted_at) div 1000
        from candidate c join officer o on o.id = c.officer_id left join attempt a on a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.state in ('SUBMITTED', 'EXPIRED') and a.score is not null
        where c.exam_id = ? order by c.exam_id, c.officer_id""")) {
      ask.setLong(1, examId);
      ask.setFetchSize(AT_ONCE);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          Entry one = entry(row, excused);
          Entry before = entries.isEmpty() ? null : entries.get(entries.size() - 1);
          if (before == null || before.id() != one.id()) entries.add(one);
          else if (better(one, before)) entries.set(entries.size() - 1, one);
        }
      }
    }
    return entries;
  }

  private static Entry entry(ResultSet row, Set<Long> excused) throws SQLException {
    long id = row.getLong(1);
    int score = row.getInt(5);
    Presence presence = !row.wasNull() ? Presence.SAT : row.getBoolean(4) || excused.contains(id) ? Presence.EXCUSED : Presence.ABSENT;
    return new Entry(id, row.getString(2), row.getLong(3), presence, score * 10, row.getLong(6), row.getLong(7), 0, 0);
  }

  private static boolean better(Entry one, Entry other) {
    if (one.score() != other.score()) return one.score() > other.score();
    return one.millis() != other.millis() ? one.millis() < other.millis() : one.at() < other.at();
  }
}
