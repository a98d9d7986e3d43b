package cn.lianbing.proposal;

import cn.lianbing.platform.Caller;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every few minutes looks through the exams that were released since. */
@ApplicationScoped
public class ProposalSweep {
  private static final Logger LOG = Logger.getLogger(ProposalSweep.class.getName());
  private static final int FIRST_MINUTES = 3;
  private static final int EVERY_MINUTES = 10;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject ProposalFinding finding;
  private ScheduledFuture<?> running;

  void begin(@Observes @Priority(1000) Startup startup) {
    running = scheduler.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void end(@Observes Shutdown shutdown) {
    if (running != null) running.cancel(false);
  }

  private void sweep() {
    try {
      for (long exam : finding.due()) finding.find(Caller.system(), exam);
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "weak topics could not be looked for; it will be tried again", e);
    }
  }
}
