package cn.lianbing.exam;

import cn.lianbing.platform.DirectConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The answer log's own connection, which opens itself again. Used by one thread. */
final class AnswerStore {
  /** A database that says nothing for so long is given up; above what a checkpoint or a slow disk may take. */
  private static final int SILENCE_MILLIS = 4000;
  private Connection connection;

  Connection open() throws SQLException {
    if (connection != null) return connection;
    Connection fresh = DirectConnection.open(SILENCE_MILLIS);
    connection = fresh;
    return fresh;
  }

  /** Undoes what was not committed; the next {@link #open} is a new connection. */
  void forget() {
    Connection old = connection;
    connection = null;
    if (old == null) return;
    try {
      // abort, not close: a frozen server would keep us waiting for its good-bye
      old.abort(Runnable::run);
    } catch (SQLException e) {
      Logger.getLogger(AnswerStore.class.getName()).log(Level.FINE, "a broken connection", e);
    }
  }

  void close() {
    forget();
  }

  static boolean unreachable(SQLException why) {
    return why instanceof SQLNonTransientConnectionException || why instanceof SQLTransientConnectionException || why instanceof SQLTimeoutException || why.getSQLState() != null && why.getSQLState().startsWith("08");
  }
}
