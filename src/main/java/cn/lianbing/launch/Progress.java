package cn.lianbing.launch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every few seconds what is being waited for, so that nobody thinks the program hangs. */
final class Progress implements AutoCloseable {
  private static final int SECONDS = 4;
  private final Console console;
  private final long started = System.nanoTime();
  private volatile String step = "";
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  });

  Progress(Console console) {
    this.console = console;
    ticker.scheduleAtFixedRate(() -> console.say("progress.still", step, seconds()), SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  void step(String key) {
    step = console.text(key);
    console.say("progress.step", step);
  }

  long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
