package cn.lianbing.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.mariadb.jdbc.Driver;

/** A connection past the pool, for the few that must work when the pool does not. Whoever opens it closes it. */
public final class DirectConnection {
  private static final Driver DRIVER = new Driver();

  private DirectConnection() {}

  /** Without auto-commit. @param silenceMillis after which a server that says nothing is given up */
  public static Connection open(int silenceMillis) throws SQLException {
    Config config = ConfigProvider.getConfig();
    Properties properties = new Properties();
    properties.setProperty("user", config.getValue("lianbing.db.user", String.class));
    properties.setProperty("password", config.getValue("lianbing.db.password", String.class));
    properties.setProperty("connectTimeout", "2000");
    properties.setProperty("socketTimeout", String.valueOf(silenceMillis));
    properties.setProperty("sessionVariables", "innodb_lock_wait_timeout=2");
    Connection connection = DRIVER.connect(config.getValue("lianbing.db.url", String.class), properties);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    return connection;
  }
}
