package cn.lianbing.exam;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mariadb.jdbc.Driver;

/** The answer log's own connection, which opens itself again. Used by one thread. */
final class AnswerStore {
  /** A database that says nothing for so long is given up; above what a checkpoint or a slow disk may take. */
  private static final String SILENCE_MILLIS = "4000";
  private final Driver driver = new Driver();
  private Connection connection;

  Connection open() throws SQLException {
    if (connection != null) return connection;
    Config config = ConfigProvider.getConfig();
    Properties properties = new Properties();
    properties.setProperty("user", config.getValue("lianbing.db.user", String.class));
    properties.setProperty("password", config.getValue("lianbing.db.password", String.class));
    properties.setProperty("connectTimeout", "2000");
    properties.setProperty("socketTimeout", SILENCE_MILLIS);
    properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=2");
    Connection fresh = driver.connect(config.getValue("lianbing.db.url", String.class), properties);
    fresh.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    fresh.setAutoCommit(false);
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
