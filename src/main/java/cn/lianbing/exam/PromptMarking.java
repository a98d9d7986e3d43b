package cn.lianbing.exam;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Marks what was handed in, at once and apart from the hand-in: a node that dies in between leaves it to the next one that looks.
 * One thread a node, which takes all that waits; the more there is, the less each costs.
 */
@ApplicationScoped
public class PromptMarking {
  private static final Logger LOG = Logger.getLogger(PromptMarking.class.getName());
  private static final int BATCH = 50;
  private static final long LOOK_EVERY_MILLIS = 1000;
  /** A reply to a hand-in waits so long for its score, and then goes without. */
  private static final long WORTH_WAITING_MILLIS = 3000;
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory") ManagedThreadFactory threads;
  @Inject Marking marking;
  @Inject Results results;
  private final Semaphore work = new Semaphore(0);
  private final Map<Long, CompletableFuture<Optional<Results.Score>>> asked = new ConcurrentHashMap<>();
  private volatile boolean running;
  private Thread marker;

  void begin(@Observes @Priority(1000) Startup startup) {
    running = true;
    marker = threads.newThread(this::run);
    marker.setName("marking");
    marker.start();
  }

  void end(@Observes Shutdown shutdown) {
    running = false;
    if (marker != null) marker.interrupt();
  }

  void wake() {
    work.release();
  }

  /** The score of what has just been handed in, once it is marked; empty before its release, and where marking takes long. */
  public CompletableFuture<Optional<Results.Score>> score(long attemptId) {
    CompletableFuture<Optional<Results.Score>> score = asked.computeIfAbsent(attemptId, id -> new CompletableFuture<Optional<Results.Score>>().completeOnTimeout(Optional.empty(), WORTH_WAITING_MILLIS, TimeUnit.MILLISECONDS));
    score.whenComplete((one, failure) -> asked.remove(attemptId, score));
    wake();
    return score;
  }

  private void run() {
    while (running) {
      try {
        if (work.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) work.drainPermits();
        mark();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // the next round tries again
        LOG.log(Level.WARNING, "marking failed and will be repeated", e);
      }
    }
  }

  /** Marks all that waits. */
  void mark() {
    try {
      while (marking.markWaiting(BATCH) == BATCH) LOG.fine("more to mark");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a batch could not be marked, so each is marked alone", e);
      marking.waiting(BATCH).forEach(this::markAlone);
    }
    if (asked.isEmpty()) return;
    results.scores(List.copyOf(asked.keySet())).forEach((attempt, score) -> {
      CompletableFuture<Optional<Results.Score>> waiting = asked.get(attempt);
      if (waiting != null) waiting.complete(score);
    });
  }

  private void markAlone(long attempt) {
    try {
      marking.mark(attempt);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "attempt " + attempt + " could not be marked", e);
    }
  }
}
