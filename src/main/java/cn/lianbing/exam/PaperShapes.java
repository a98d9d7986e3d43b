package cn.lianbing.exam;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Wordings;
import cn.lianbing.paper.Papers;
import cn.lianbing.paper.Question;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What an answer is checked against before it goes to the database: whose attempt it is, and how many options, blanks or entries each
 * question has. None of it ever changes, so it is remembered (three bytes a question; the eldest go).
 */
@ApplicationScoped
public class PaperShapes {
  private static final int REMEMBERED = 20_000;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject Papers papers;
  @Inject Wordings wordings;
  private final Map<Long, Shape> shapes = Collections.synchronizedMap(new LinkedHashMap<>(256, .75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Shape> eldest) {
      return size() > REMEMBERED;
    }
  });

  /** @param blanks or entries of the left column */
  record Form(ItemType type, int options, int blanks) {}

  /** Ten thousand of them lie in memory while an exam runs, so a question's form is three bytes. */
  static final class Shape {
    private static final ItemType[] TYPES = ItemType.values();
    private final long officerId;
    private final byte[] forms;

    Shape(long officerId, List<Form> forms) {
      this.officerId = officerId;
      this.forms = new byte[forms.size() * 3];
      for (int i = 0; i < forms.size(); i++) {
        this.forms[3 * i] = (byte) forms.get(i).type().ordinal();
        this.forms[3 * i + 1] = (byte) forms.get(i).options();
        this.forms[3 * i + 2] = (byte) forms.get(i).blanks();
      }
    }

    long officerId() {
      return officerId;
    }

    /** @param no from 1; null for a question that the paper does not have */
    Form form(int no) {
      int at = 3 * (no - 1);
      return no < 1 || at >= forms.length ? null : new Form(TYPES[forms[at]], forms[at + 1], forms[at + 2]);
    }
  }

  Optional<Shape> of(long attemptId) {
    Shape known = shapes.get(attemptId);
    if (known != null) return Optional.of(known);
    Optional<Shape> loaded = load(attemptId);
    loaded.ifPresent(shape -> shapes.put(attemptId, shape));
    return loaded;
  }

  private Optional<Shape> load(long attemptId) {
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select officer_id, paper_id from attempt where id = ?")) {
      ask.setLong(1, attemptId);
      try (var row = ask.executeQuery()) {
        if (!row.next()) return Optional.empty();
        List<Question> questions = papers.questions(connection, List.of(row.getLong(2))).get(row.getLong(2));
        var words = wordings.of(questions.stream().map(Question::itemVersionId).toList());
        return Optional.of(new Shape(row.getLong(1), questions.stream().map(one -> form(one, words.get(one.itemVersionId()).asked(one.part()))).toList()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Form form(Question question, Wordings.Wording asked) {
    return new Form(asked.type(), question.letters().length(), asked.type() == ItemType.MATCH ? question.left().length() : asked.blankCount());
  }
}
