package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What an answer is checked against before it goes to the database: whose attempt it is, and how many options or blanks each
 * question has. None of it ever changes, so it is remembered (one entry is about 4 kB; the eldest go).
 */
@ApplicationScoped
public class PaperShapes {
  private static final int REMEMBERED = 5000;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  private final Map<Long, Shape> shapes = Collections.synchronizedMap(new LinkedHashMap<>(256, .75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Shape> eldest) {
      return size() > REMEMBERED;
    }
  });

  record Form(ItemType type, int options, int blanks) {}

  record Shape(long officerId, Map<Integer, Form> questions) {}

  Optional<Shape> of(long attemptId) {
    Shape known = shapes.get(attemptId);
    if (known != null) return Optional.of(known);
    Optional<Shape> loaded = load(attemptId);
    loaded.ifPresent(shape -> shapes.put(attemptId, shape));
    return loaded;
  }

  private Optional<Shape> load(long attemptId) {
    Map<Integer, Form> questions = new LinkedHashMap<>();
    long officer = 0;
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("""
        select a.officer_id, q.no, v.type, length(q.option_order), v.blank_count
        from attempt a join paper_question q on q.paper_id = a.paper_id join item_version v on v.id = q.item_version_id where a.id = ?""")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        while (row.next()) {
          officer = row.getLong(1);
          questions.put(row.getInt(2), new Form(ItemType.valueOf(row.getString(3)), row.getInt(4), row.getInt(5)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return questions.isEmpty() ? Optional.empty() : Optional.of(new Shape(officer, Map.copyOf(questions)));
  }
}
