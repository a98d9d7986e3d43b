package cn.lianbing.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that the migrated database commits a change now: one that is full, frozen or read-only can still be read. */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
  private static final int SILENCE_MILLIS = 3000;

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = DirectConnection.open(SILENCE_MILLIS); var write = connection.createStatement()) {
      write.executeUpdate("update readiness set at = utc_timestamp(3) where id = 1");
      connection.commit();
      return HealthCheckResponse.up("database");
    } catch (SQLException e) {
      return HealthCheckResponse.down("database");
    }
  }
}
