package cn.lianbing.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready means that a migrated table can be read now. */
@Readiness
@Startup
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  @Override
  public HealthCheckResponse call() {
    try (var connection = database.getConnection(); var ask = connection.prepareStatement("select count(*) from audit_head")) {
      ask.setQueryTimeout(3);
      try (var row = ask.executeQuery()) {
        return HealthCheckResponse.named("database").status(row.next() && row.getInt(1) == 1).build();
      }
    } catch (SQLException e) {
      return HealthCheckResponse.named("database").down().build();
    }
  }
}
