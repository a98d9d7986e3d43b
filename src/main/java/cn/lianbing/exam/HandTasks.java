package cn.lianbing.exam;

import cn.lianbing.paper.Question;
import cn.lianbing.platform.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers that people mark: what of some attempts is marked by now, and what has still to be. The desk for it is the component marking. */
final class HandTasks {
  private final Map<Long, Map<Integer, Integer>> done = new HashMap<>();
  private final StringBuilder fresh = new StringBuilder();

  void read(Connection connection, String attempts) throws SQLException {
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select attempt_id, no, marks from hand_task where state = 'DONE' and attempt_id in (" + attempts + ")")) {
      while (row.next()) done.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getInt(2), row.getInt(3));
    }
  }

  /** Null where it waits: then it is a task. */
  Integer marks(long attemptId, Question question) {
    Integer marks = done.getOrDefault(attemptId, Map.of()).get(question.no());
    if (marks == null) fresh.append(fresh.length() == 0 ? "(" : ",(").append(attemptId).append(',').append(question.no()).append(',').append(question.itemVersionId()).append(',').append(question.part()).append(')');
    return marks == null ? null : (Integer) Math.min(marks, question.marks());
  }

  void write(Connection connection) throws SQLException {
    if (fresh.length() == 0) return;
    try (var keep = connection.createStatement()) {
      keep.executeUpdate("insert ignore into hand_task (attempt_id, no, exam_id, item_version_id, part, state) with fresh(attempt_id, no, item_version_id, part) as (values " + fresh + ") select f.attempt_id, f.no, a.exam_id, f.item_version_id, f.part, 'OPEN' from fresh f join attempt a on a.id = f.attempt_id");
    }
  }

  /** What each point of the schemes got that counts now, by the question's number. */
  static Map<Integer, List<Integer>> points(Connection connection, long attemptId) throws SQLException {
    Map<Integer, List<Integer>> points = new HashMap<>();
    // Where two markers' mean counts, no list of points comes to it, and only the sum is shown.
    try (var ask = connection.prepareStatement("select t.no, m.points from hand_task t join hand_mark m on m.task_id = t.id where t.attempt_id = ? and t.state = 'DONE' and m.marks = t.marks order by m.id")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) points.put(row.getInt(1), Arrays.asList(Json.read(row.getString(2), Integer[].class)));
      }
    }
    return points;
  }
}
