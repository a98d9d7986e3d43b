package cn.lianbing.paper;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The stored papers. */
@ApplicationScoped
public class Papers {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  /** The questions in their order. */
  public List<Question> questions(long paperId) {
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select no, item_version_id, option_order, marks from paper_question where paper_id = ? order by no")) {
      ask.setLong(1, paperId);
      List<Question> questions = new ArrayList<>();
      try (var row = ask.executeQuery()) {
        while (row.next()) questions.add(new Question(row.getInt(1), row.getLong(2), row.getString(3), row.getInt(4)));
      }
      return questions;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
