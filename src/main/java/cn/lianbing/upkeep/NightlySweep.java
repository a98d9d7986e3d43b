package cn.lianbing.upkeep;

import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every ten minutes whether tonight's round is due; every node does, and the first makes it. A program that was off at night makes it when it is back. */
@ApplicationScoped
public class NightlySweep {
  private static final Logger LOG = Logger.getLogger(NightlySweep.class.getName());
  private static final LocalTime NOT_BEFORE = LocalTime.of(2, 30);
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject NightlyRound round;
  @Inject Clock clock;
  private ScheduledFuture<?> running;

  void begin(@Observes @Priority(1000) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::sweep, 20, 600, TimeUnit.SECONDS);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  /** One look; also called by tests, which do not wait for the clock. */
  public void sweep() {
    try {
      ZonedDateTime now = clock.instant().atZone(Times.ZONE);
      round.make(now.toLocalTime().isBefore(NOT_BEFORE) ? now.toLocalDate().minusDays(1) : now.toLocalDate());
    } catch (RuntimeException e) {
      // the next look tries again; an exception that left here would end them for ever
      LOG.log(Level.WARNING, "the nightly round of the register waits for the next look", e);
    }
  }
}
