package cn.lianbing.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the program's version before anything reads them. */
@ApplicationScoped
public class Migration {
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;

  void migrate(@Observes @Priority(1) Startup startup) {
    Flyway flyway = Flyway.configure(Migration.class.getClassLoader()).dataSource(database).locations("classpath:db/migration").load();
    var newer = Arrays.stream(flyway.info().all()).filter(one -> one.getState().isApplied() && !one.getState().isResolved()).reduce((one, next) -> next);
    if (newer.isPresent()) throw new StartRefused("start.schemaNewer", newer.get().getVersion());
    flyway.migrate();
  }

  /** The last of the start: the launcher, in the same process, sees that every observer before it went through. */
  void started(@Observes @Priority(Integer.MAX_VALUE) Startup startup) {
    System.setProperty("lianbing.started", "true");
  }
}
