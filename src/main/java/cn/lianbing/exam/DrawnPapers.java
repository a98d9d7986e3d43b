package cn.lianbing.exam;

import cn.lianbing.platform.Caller;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Papers that were drawn before they are needed ({@link PaperDrawing}). With one, starting is a single statement that judges
 * everything and cannot make two open attempts (the table's keys). Where it does nothing, for whatever reason,
 * {@link ExamTaking#start} finds out why, or draws a paper now.
 */
@ApplicationScoped
public class DrawnPapers {
  private static final int DUPLICATE = 1062;
  private static final String START = """
      insert into attempt (exam_id, officer_id, number, paper_id, state, started_at, deadline, last_seen_at, version)
      select e.id, c.officer_id, d.number, d.paper_id, 'OPEN', utc_timestamp(3), least(utc_timestamp(3) + interval e.duration_minutes minute, e.closes_at), utc_timestamp(3), 1
      from candidate c join exam e on e.id = c.exam_id join officer o on o.id = c.officer_id join drawn_paper d on d.exam_id = c.exam_id and d.officer_id = c.officer_id and d.pool_id = e.pool_id
      where c.exam_id = ? and c.officer_id = ? and c.excused_reason is null and o.state = 'ACTIVE' and e.state = 'SCHEDULED' and e.opens_at <= utc_timestamp(3) and e.closes_at > utc_timestamp(3)
        and d.number = 1 + (select coalesce(max(a.number), 0) from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id)
        and (select coalesce(sum(a.state <> 'VOIDED' or a.void_uses) + 1000 * sum(a.state = 'OPEN'), 0) from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id) < e.attempts_allowed
      returning id""";
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject ExamTaking taking;

  /** How far drawing ahead has come. @param wanted candidates that are expected */
  public record Progress(long drawn, long wanted) {}

  /** Starts an attempt or finds the open one; see {@link ExamTaking#start} for what is refused. */
  public ExamTaking.Started start(Caller caller, long examId) {
    OptionalLong started = caller.officerId() == null ? OptionalLong.empty() : startDrawn(examId, caller.officerId());
    return started.isPresent() ? new ExamTaking.Started(started.getAsLong(), true) : taking.start(caller, examId);
  }

  private OptionalLong startDrawn(long examId, long officerId) {
    try (Connection connection = database.getConnection(); var start = connection.prepareStatement(START)) {
      start.setLong(1, examId);
      start.setLong(2, officerId);
      try (var row = start.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      // another request of the same officer was first
      if (e.getErrorCode() == DUPLICATE) return OptionalLong.empty();
      throw new IllegalStateException(e);
    }
  }

  public Progress progress(long examId) {
    try (Connection connection = database.getConnection(); var ask = connection.prepareStatement("""
        select count(d.paper_id), count(*) from candidate c join exam e on e.id = c.exam_id left join drawn_paper d on d.exam_id = c.exam_id and d.officer_id = c.officer_id and d.number = 1 and d.pool_id = e.pool_id
        where c.exam_id = ? and c.excused_reason is null""")) {
      ask.setLong(1, examId);
      try (var row = ask.executeQuery()) {
        row.next();
        return new Progress(row.getLong(1), row.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
