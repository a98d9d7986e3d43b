package cn.lianbing.paper;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The stored papers. Their places stand in one text as well, since whoever needs one needs all of them. */
@ApplicationScoped
public class Papers {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  /** The questions in their order. */
  public List<Question> questions(long paperId) {
    try (var connection = database.getConnection()) {
      return questions(connection, List.of(paperId)).getOrDefault(paperId, List.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By the paper's id. @param connection the caller's, so that all is read in one transaction */
  public Map<Long, List<Question>> questions(Connection connection, Collection<Long> paperIds) throws SQLException {
    Map<Long, List<Question>> papers = new HashMap<>();
    List<Long> without = new ArrayList<>();
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select id, places from paper where id in (" + list(paperIds) + ")")) {
      while (row.next()) {
        if (row.getString(2) == null) without.add(row.getLong(1));
        else papers.put(row.getLong(1), read(row.getString(2)));
      }
    }
    if (without.isEmpty()) return papers;
    try (var ask = connection.createStatement(); var row = ask.executeQuery("select paper_id, no, item_version_id, option_order, marks, part from paper_question where paper_id in (" + list(without) + ") order by paper_id, no")) {
      while (row.next()) papers.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(new Question(row.getInt(2), row.getLong(3), row.getInt(6), row.getString(4), row.getInt(5)));
    }
    return papers;
  }

  /** {@code version order marks;…} in the order of the paper; a question of a CASE is {@code version.part order marks}. */
  static String text(List<Question> questions) {
    return questions.stream().map(one -> one.itemVersionId() + (one.part() == 0 ? "" : "." + one.part()) + " " + one.optionOrder() + " " + one.marks()).collect(Collectors.joining(";"));
  }

  /** The questions of a stored text. */
  public static List<Question> read(String places) {
    List<Question> questions = new ArrayList<>();
    for (int from = 0; from < places.length(); ) {
      int end = places.indexOf(';', from);
      if (end < 0) end = places.length();
      int order = places.indexOf(' ', from) + 1;
      int marks = places.indexOf(' ', order) + 1;
      int point = places.indexOf('.', from);
      boolean whole = point < 0 || point > order;
      questions.add(new Question(questions.size() + 1, Long.parseLong(places, from, whole ? order - 1 : point, 10), whole ? 0 : Integer.parseInt(places, point + 1, order - 1, 10), places.substring(order, marks - 1), Integer.parseInt(places, marks, end, 10)));
      from = end + 1;
    }
    return questions;
  }

  private static String list(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
