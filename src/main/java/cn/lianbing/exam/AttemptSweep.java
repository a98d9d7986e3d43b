package cn.lianbing.exam;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Closes attempts whose time is over and marks what is handed in but not marked. Every node does it every two seconds; rows that
 * another node is just closing are skipped, so each is closed once. What became due while every node was down is closed at the
 * next start, with the deadline as its hand-in.
 */
@ApplicationScoped
public class AttemptSweep {
  private static final Logger LOG = Logger.getLogger(AttemptSweep.class.getName());
  private static final int EVERY_SECONDS = 2;
  private static final int BATCH = 200;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject Closing closing;
  @Inject Marking marking;
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
      while (closing.closeOverdue() == BATCH) LOG.fine("more to close");
      for (long attempt : closing.unmarked()) mark(attempt);
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "the sweep failed and will be repeated", e);
    }
  }

  private void mark(long attempt) {
    try {
      marking.mark(attempt);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "attempt " + attempt + " could not be marked", e);
    }
  }

  /** The transactions of the sweep. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Closing {
    @Resource(lookup = "java:app/jdbc/lianbing") DataSource database;
    @Inject ExamTaking taking;

    /** @return how many were closed, {@value AttemptSweep#BATCH} at most */
    public int closeOverdue() {
      try (Connection connection = database.getConnection()) {
        List<Long> due = ids(connection, "select id from attempt where state = 'OPEN' and deadline < utc_timestamp(3) - interval " + ExamTaking.GRACE.toSeconds() + " second order by deadline limit " + BATCH + " for update skip locked");
        try (var close = connection.prepareStatement("update attempt set state = 'EXPIRED', submitted_at = deadline, receipt = ?, version = version + 1 where id = ? and state = 'OPEN'")) {
          for (long id : due) {
            close.setString(1, taking.receipt());
            close.setLong(2, id);
            close.addBatch();
          }
          if (!due.isEmpty()) close.executeBatch();
        }
        return due.size();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Attempts that whoever handed them in has not had marked: it died on the way. */
    public List<Long> unmarked() {
      try (Connection connection = database.getConnection()) {
        return ids(connection, "select id from attempt where state in ('SUBMITTED', 'EXPIRED') and score is null order by id limit " + BATCH);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static List<Long> ids(Connection connection, String query) throws SQLException {
      List<Long> ids = new ArrayList<>();
      try (var ask = connection.prepareStatement(query); var row = ask.executeQuery()) {
        while (row.next()) ids.add(row.getLong(1));
      }
      return ids;
    }
  }
}
