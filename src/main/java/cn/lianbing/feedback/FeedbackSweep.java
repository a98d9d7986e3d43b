package cn.lianbing.feedback;

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

/** Closes forms and quizzes whose time is over, each in a transaction of its own. Every node does. */
@ApplicationScoped
public class FeedbackSweep {
  private static final Logger LOG = Logger.getLogger(FeedbackSweep.class.getName());
  private static final int EVERY_SECONDS = 60;
  private static final int A_ROUND = 100;
  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService") ManagedScheduledExecutorService scheduler;
  @Inject FeedbackCollecting collecting;
  @Inject Quizzes quizzes;
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
      for (int i = 0; i < A_ROUND && collecting.closeNext(); i++);
      for (int i = 0; i < A_ROUND && quizzes.closeNext(); i++);
    } catch (RuntimeException e) {
      // the next round tries again; an exception that left here would end the rounds for ever
      LOG.log(Level.WARNING, "feedback could not be closed and waits for the next round", e);
    }
  }
}
