package cn.lianbing.exam;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Closes attempts whose time is over. Every node looks every second and hands in for their owners, by the same way as everything
 * else ({@link AnswerLog}): whoever is second finds them closed. What became due while every node was down is closed at the next
 * start, with the deadline as its hand-in.
 */
@ApplicationScoped
public class AttemptSweep {
  private static final Logger LOG = Logger.getLogger(AttemptSweep.class.getName());
  private static final int EVERY_SECONDS = 1;
  private static final int BATCH = 200;
  private static final String OVERDUE = "select id, officer_id from attempt where state = 'OPEN' and deadline < utc_timestamp(3) - interval " + ExamTaking.GRACE.toSeconds() + " second order by deadline limit " + BATCH;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
  @Inject AnswerLog log;
  @Inject PromptMarking marking;
  private ScheduledFuture<?> running;

  void begin(@Observes @Priority(1000) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::sweep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  /** One round; also called by tests, which do not wait for the clock. */
  public void sweep() {
    try {
      while (closeOverdue() == BATCH) LOG.fine("more to close");
      marking.mark();
    } catch (SQLException | RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "the sweep failed and will be repeated", e);
    }
  }

  /** @return how many were overdue, {@value #BATCH} at most */
  private int closeOverdue() throws SQLException {
    List<CompletableFuture<Parcel.Delivered>> closings = new ArrayList<>();
    try (Connection connection = database.getConnection(); var ask = connection.prepareStatement(OVERDUE); var row = ask.executeQuery()) {
      while (row.next()) closings.add(log.deliver(new Parcel(Parcel.Kind.CLOSE, row.getLong(1), row.getLong(2), -1, List.of())));
    }
    CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new)).join();
    return closings.size();
  }
}
