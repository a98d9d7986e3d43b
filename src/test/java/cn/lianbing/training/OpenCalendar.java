package cn.lianbing.training;

import cn.lianbing.platform.UtcColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The calendar's own statement and its own reading of the rows, for a measurement outside the container. */
public final class OpenCalendar {
  private static final int COLUMNS = 21;
  private final Connection connection;

  public OpenCalendar(Connection connection) {
    this.connection = connection;
  }

  /** What whoever reaches everything sees of a span. */
  public List<TrainingSessions.Row> month(TrainingSessions.Filter filter) throws SQLException {
    // the program numbers its parameters: reach, then the span's beginning and end, which the statement names the other way round
    try (var statement = connection.prepareStatement(TrainingSessions.sql(filter).replaceAll("\\?\\d+", "?"))) {
      statement.setString(1, "/%");
      statement.setObject(2, UtcColumn.of(filter.to()));
      statement.setObject(3, UtcColumn.of(filter.from()));
      List<TrainingSessions.Row> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) rows.add(TrainingSessions.row(cells(found)));
      }
      return rows;
    }
  }

  private static Object[] cells(ResultSet row) throws SQLException {
    Object[] cells = new Object[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) cells[i] = row.getObject(i + 1);
    return cells;
  }
}
