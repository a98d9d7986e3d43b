package cn.lianbing.exam;

import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Refused;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one way of answers and hand-ins into the database.
 *
 * <p><b>Groups.</b> A commit costs as much for one answer as for a hundred. Requests lay a parcel into {@link AnswerQueue} and
 * give their thread back; one writer takes what is waiting, writes it in one transaction ({@link AnswerGroup}), and the parcels
 * are answered. While a group is being written the next one gathers: the busier the node, the larger the groups, and on an idle
 * node a parcel is a group of its own that waits for nothing. {@link GroupSize} keeps a group from taking long.
 *
 * <p><b>Why not a single statement.</b> A conditional multi-row insert would do for the answers alone (MariaDB's
 * {@code returning} tells which came in). But each row of the journal needs the hash before it, and two nodes may hold parcels
 * of the same attempt: so the group first locks its attempts' rows with one {@code select … for update}, judges owner, token,
 * state, deadline and {@code seq} by what that and a second select bring, and writes answers and journal with one multi-row
 * statement each. Five round trips a group, whatever its size; none a save.
 *
 * <p><b>What an acknowledged answer means.</b> A parcel is answered after its group's commit, and MariaDB flushes its log at each
 * commit ({@code innodb_flush_log_at_trx_commit=1}). Nothing is ever acknowledged from memory. What is in the queue when a node
 * dies was not acknowledged to anybody, and the browser sends it again, to whichever node answers.
 *
 * <p><b>When the outcome is unknown</b> (the database died or froze during a commit) the group is answered 503 with Retry-After.
 * Its answers may be stored or not; sent again under the same {@code seq} they change nothing, or are stored now. The old
 * transaction holds the attempts' locks until the server has ended it, so it cannot overtake the repetition.
 *
 * <p><b>Order.</b> Each question keeps the answer with the highest {@code seq}; repeats, replays and answers that overtook each
 * other change nothing and are no error, and the reply says which {@code seq} is stored. Of two devices with the same number the
 * first stays and the second is told {@code stale}. Parcels of one attempt are written in the order of their arrival, one a group.
 *
 * <p><b>Time.</b> The deadline lies in the attempt's row and the database's clock judges it, in the statement that locks the row.
 * A hand-in, by the officer or by the clock ({@link AttemptSweep}), goes the same way: an answer is either before it, and then it
 * is sealed and marked, or after it, and then it is refused. There is no third thing.
 *
 * <p><b>Locks.</b> {@code skip locked}: an attempt that somebody else holds (an invigilator who grants time, marking, another node)
 * does not hold up the group; its parcel goes back to the head of its line. After {@link #PATIENCE} a parcel is told to come again.
 *
 * <p><b>The connection</b> is the log's own: no transaction manager, and no pool that others can use up. When it breaks it is
 * opened anew, for ever. A group that fails for another reason is written again parcel by parcel, so that one that cannot be
 * written takes no other along.
 */
@ApplicationScoped
public class AnswerLog {
  private static final Logger LOG = Logger.getLogger(AnswerLog.class.getName());
  /** How long a parcel may wait before it is told to come again. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
  private static final long LOOK_EVERY_MILLIS = 500;
  /** Between two tries to reach a database that does not answer, or to lock what is locked. */
  private static final long PAUSE_MILLIS = 5;
  private static final long RETRY_AFTER_SECONDS = 2;
  @Resource(lookup = "java:comp/DefaultManagedThreadFactory") ManagedThreadFactory threads;
  @Resource(lookup = "java:comp/DefaultManagedExecutorService") ManagedExecutorService answering;
  @Inject ProgramSettings settings;
  @Inject HotPathFigures figures;
  private final AnswerQueue queue = new AnswerQueue();
  private final GroupSize size = new GroupSize();
  private final Receipts receipts = new Receipts();
  private AnswerStore store;
  private AnswerJournal journal;
  private HandInSeal seals;
  private volatile boolean running;
  private Thread writer;

  @PostConstruct
  void prepare() {
    journal = new AnswerJournal(settings.key("answer-journal", "HmacSHA256"));
    seals = new HandInSeal(settings.key("hand-in", "HmacSHA256"));
    store = new AnswerStore();
  }

  void begin(@Observes @Priority(900) Startup startup) {
    running = true;
    writer = threads.newThread(this::run);
    writer.setName("answer-log");
    writer.start();
    figures.waiting(queue::size);
  }

  void end(@Observes Shutdown shutdown) throws InterruptedException {
    running = false;
    if (writer != null) writer.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE));
    busy(queue.takeOlderThan(0));
    store.close();
  }

  /** Completes once the parcel is durable; {@link Refused} {@code busy} when it was not taken or could not be written. */
  CompletableFuture<Parcel.Delivered> deliver(Parcel parcel) {
    if (!queue.offer(parcel)) {
      figures.refused();
      parcel.came(busy());
      parcel.answer();
    }
    return parcel.reply();
  }

  private void run() {
    while (running) {
      try {
        List<Parcel> group = queue.take(size.now(), LOOK_EVERY_MILLIS);
        if (!group.isEmpty()) write(group);
        List<Parcel> old = queue.takeOlderThan(PATIENCE);
        if (!old.isEmpty()) busy(old);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | LinkageError e) {
        // whatever it was: the writer must not end while the node lives
        LOG.log(Level.SEVERE, "the answer log's writer goes on after a failure", e);
      }
    }
  }

  private void write(List<Parcel> group) throws InterruptedException {
    long began = System.nanoTime();
    try {
      List<Parcel> later = writeNow(group);
      List<Parcel> done = later.isEmpty() ? group : group.stream().filter(parcel -> !later.contains(parcel)).toList();
      size.learn(group.size(), System.nanoTime() - began);
      figures.wrote(done.size(), began, done);
      if (!done.isEmpty()) answering.execute(() -> done.forEach(Parcel::answer));
      queue.putBack(later);
      if (done.isEmpty()) Thread.sleep(PAUSE_MILLIS);
    } catch (SQLException e) {
      store.forget();
      failed(group, e);
    } catch (RuntimeException e) {
      store.forget();
      oneByOne(group, e);
    }
  }

  private List<Parcel> writeNow(List<Parcel> group) throws SQLException {
    Connection connection = store.open();
    return new AnswerGroup(connection, journal, seals, receipts).write(group);
  }

  private void failed(List<Parcel> group, SQLException why) throws InterruptedException {
    if (AnswerStore.unreachable(why)) {
      LOG.log(Level.WARNING, "the database does not answer; " + group.size() + " parcels are to come again: " + why.getMessage());
      busy(group);
      Thread.sleep(PAUSE_MILLIS);
    } else oneByOne(group, why);
  }

  private void oneByOne(List<Parcel> group, Exception why) {
    if (group.size() == 1) {
      LOG.log(Level.SEVERE, "attempt " + group.get(0).attemptId() + ": not written", why);
      busy(group);
      return;
    }
    LOG.log(Level.WARNING, "a group of " + group.size() + " is written one by one", why);
    for (int i = 0; i < group.size(); i++) {
      Parcel parcel = group.get(i);
      try {
        List<Parcel> later = writeNow(List.of(parcel));
        queue.putBack(later);
        if (later.isEmpty()) answering.execute(parcel::answer);
      } catch (SQLException | RuntimeException e) {
        store.forget();
        LOG.log(Level.SEVERE, "attempt " + parcel.attemptId() + ": not written", e);
        busy(List.of(parcel));
        if (!(e instanceof SQLException sql && AnswerStore.unreachable(sql))) continue;
        busy(group.subList(i + 1, group.size()));
        return;
      }
    }
  }

  private void busy(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      figures.refused();
      parcel.came(busy());
      answering.execute(parcel::answer);
    }
  }

  private static Refused busy() {
    return new Refused("busy", RETRY_AFTER_SECONDS);
  }

  AnswerJournal journal() {
    return journal;
  }

  HandInSeal seals() {
    return seals;
  }
}
