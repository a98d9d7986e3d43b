package cn.lianbing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What sitting an exam costs: {@code mvn -Pload verify}. Each operation is run once before it is measured, so that the
 * compiler is done. The program runs in a process of its own with 512 MB of heap, on its own
 * MariaDB (a flush at each commit, doublewrite on); the load comes from this process, on the same cores. CPU is user and system
 * time of the two processes, read before and after: on a machine with neighbours it is what can be measured. Tables go to
 * target/load/hot-path.md. {@code -Dload.share=0.2} runs a fifth of everything.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotPathLoadIT {
  private static final Path FOLDER = Path.of("target/load").toAbsolutePath();
  private static final double SHARE = Double.parseDouble(System.getProperty("load.share", "1"));
  private static final int CANDIDATES = part(5000);
  private static final int CONNECTIONS = 64;
  private static final List<String> TABLE = new ArrayList<>();
  private static Program program;
  private static ExamHall hall;
  private static Crowd crowd;
  private static ProcessCpu application;
  private static ProcessCpu server;
  private static double empty;
  private static String hundred;
  private static String ten;

  private static int part(int full) {
    return Math.max(100, (int) (full * SHARE));
  }

  @BeforeAll
  static void open() throws Exception {
    program = Program.with("load", Map.of("LIANBING_MODE", "demo"), List.of("-Xmx512m")).start();
    application = new ProcessCpu(program.pid());
    server = new ProcessCpu(program.databasePid());
    crowd = new Crowd(program.port);
    hall = new ExamHall(program, 2 * CANDIDATES + 2000);
    hundred = hall.blueprint(100);
    ten = hall.blueprint(10);
    try (Connection connection = program.database(); var ask = connection.createStatement(); var row = ask.executeQuery("select concat(@@version, ', innodb_flush_log_at_trx_commit ', @@innodb_flush_log_at_trx_commit, ', doublewrite ', @@innodb_doublewrite)")) {
      row.next();
      say("MariaDB " + row.getString(1) + "; heap 512 MB; " + Runtime.getRuntime().availableProcessors() + " cores, the load's own process on them too; " + CONNECTIONS + " connections\n");
    }
    say("| operation | loop | number | a second | p50 ms | p95 ms | p99 ms | errors | CPU application ms | CPU MariaDB ms | CPU together ms | × empty |");
    say("|---|---|---|---|---|---|---|---|---|---|---|---|");
  }

  private static void say(String line) {
    TABLE.add(line);
    System.out.println(line);
  }

  @FunctionalInterface
  private interface Run {
    Crowd.Outcome go() throws InterruptedException;
  }

  /** @return CPU of both in milliseconds for each */
  private static double measure(String what, String loop, Run run) throws IOException, InterruptedException {
    double ours = application.seconds();
    double theirs = server.seconds();
    Crowd.Outcome outcome = run.go();
    settle();
    ours = (application.seconds() - ours) * 1000 / outcome.done();
    theirs = (server.seconds() - theirs) * 1000 / outcome.done();
    say(String.format(Locale.ROOT, "| %s | %s | %,d | %.0f | %.1f | %.1f | %.1f | %s | %.2f | %.2f | %.2f | %s |", what, loop, outcome.done(), outcome.rate(), outcome.p50(), outcome.p95(), outcome.p99(), outcome.errors().isEmpty() ? "0" : outcome.errors(), ours, theirs, ours + theirs,
        empty == 0 ? "1" : String.format(Locale.ROOT, "%.1f", (ours + theirs) / empty)));
    return ours + theirs;
  }

  /** What runs on behind the replies (marking) belongs to the operation. */
  private static void settle() throws InterruptedException {
    try (Connection connection = program.database(); var ask = connection.createStatement()) {
      for (long left = 1; left > 0; Thread.sleep(50)) {
        try (var row = ask.executeQuery("select count(*) from attempt where to_mark = 1")) {
          row.next();
          left = row.getLong(1);
        }
      }
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Crowd.Request save(List<ExamHall.Seat> seats, int questions, int firstSeq) {
    return (wire, number) -> {
      ExamHall.Seat seat = seats.get(number % seats.size());
      int turn = number / seats.size();
      return wire.send("PUT", "/api/v1/attempts/" + seat.attempt() + "/responses/" + (1 + turn % (questions / 2)), seat.token(), "{\"choice\":[\"" + "AB".charAt(turn % 2) + "\"],\"seq\":" + (firstSeq + turn) + "}").status();
    };
  }

  @Test
  @Order(1)
  void operations() throws Exception {
    Crowd.Request time = (wire, number) -> wire.send("GET", "/api/v1/time", null, null).status();
    crowd.closed(CONNECTIONS, part(20_000), time); // the compiler is warm then
    empty = measure("an empty JAX-RS method", "closed", () -> crowd.closed(CONNECTIONS, part(20_000), time));

    long exam = hall.exam(hundred, 2000, 600);
    List<ExamHall.Seat> warm = hall.seats(exam, 1, 500);
    crowd.closed(CONNECTIONS, part(20_000), save(warm, 100, 1));
    double saving = measure("save one answer", "closed", () -> crowd.closed(CONNECTIONS, part(20_000), save(warm, 100, 10_000)));
    measure("save one answer", "open, 300/s", () -> crowd.open(CONNECTIONS, part(3_000), 300, save(warm, 100, 20_000)));
    start(hall.exam(hundred, 2000, 600));
    double starting = measure("start an exam of 100 questions", "closed", () -> start(exam));
    handIn(filled(10));
    List<ExamHall.Seat> tens = filled(10);
    double ten = measure("submit 10 questions, marked", "closed", () -> handIn(tens));
    handIn(filled(100));
    List<ExamHall.Seat> hundreds = filled(100);
    double all = measure("submit 100 questions, marked", "closed", () -> handIn(hundreds));
    results(hundreds);
    double result = measure("result page data, 100 questions", "closed", () -> results(hundreds));
    verdict("save one answer ≤ 1.0 ms and ≤ 3 × empty", saving, Math.min(1, 3 * empty));
    verdict("start ≤ 1.5 ms", starting, 1.5);
    verdict("submit 10 ≤ 1.0 ms", ten, 1);
    verdict("submit 100 ≤ 3 ms", all, 3);
    verdict("result page data ≤ 3 ms", result, 3);
  }

  private static final List<String> VERDICTS = new ArrayList<>();

  private static void verdict(String target, double is, double most) {
    VERDICTS.add(String.format(Locale.ROOT, "- %s: %.2f %s", target, is, is <= most ? "met" : "**missed**"));
  }

  private static Crowd.Outcome start(long exam) throws InterruptedException {
    return crowd.closed(CONNECTIONS, 1500, (wire, number) -> wire.send("POST", "/api/v1/exams/" + exam + "/attempts", hall.session(501 + number), "").status());
  }

  /** An exam in which a thousand have answered every question and none has handed in: what is measured is the hand-in with its marking. */
  private static List<ExamHall.Seat> filled(int questions) throws Exception {
    int many = 1000;
    List<ExamHall.Seat> seats = hall.seats(hall.exam(questions == 10 ? ten : hundred, many, 600), 1, many);
    Crowd.Outcome filled = crowd.closed(CONNECTIONS, many * questions, (wire, number) -> wire.send("PUT", "/api/v1/attempts/" + seats.get(number % many).attempt() + "/responses/" + (1 + number / many), seats.get(number % many).token(), "{\"choice\":[\"A\"],\"seq\":" + (1 + number / many) + "}").status());
    assertEquals(Map.of(), filled.errors());
    return seats;
  }

  private static Crowd.Outcome handIn(List<ExamHall.Seat> seats) throws InterruptedException {
    return crowd.closed(CONNECTIONS, seats.size(), (wire, number) -> wire.send("POST", "/api/v1/attempts/" + seats.get(number).attempt() + "/submission", seats.get(number).token(), "{}").status());
  }

  private static Crowd.Outcome results(List<ExamHall.Seat> seats) throws InterruptedException {
    return crowd.closed(CONNECTIONS, part(2_000), (wire, number) -> wire.send("GET", "/api/v1/attempts/" + seats.get(number % 250).attempt() + "/result", seats.get(number % 250).session(), null).status());
  }

  @Test
  @Order(2)
  void storms() throws Exception {
    long exam = hall.exam(hundred, CANDIDATES, 600);
    say("");
    say("| storm | number | seconds | a second | p50 ms | p99 ms | worst ms | errors |");
    say("|---|---|---|---|---|---|---|---|");
    ExamHall.Seat[] seats = new ExamHall.Seat[CANDIDATES];
    Crowd.Outcome started = crowd.open(128, CANDIDATES, CANDIDATES / 50.0, (wire, number) -> {
      Wire.Reply reply = wire.send("POST", "/api/v1/exams/" + exam + "/attempts", hall.session(1 + number), "");
      long attempt = ExamHall.attempt(reply);
      seats[number] = new ExamHall.Seat(attempt, hall.session(1 + number), Program.field(wire.send("POST", "/api/v1/attempts/" + attempt + "/token", hall.session(1 + number), "").body(), "token"));
      return reply.status();
    });
    storm(CANDIDATES + " start, each with a token for its page", started);
    List<ExamHall.Seat> sitting = List.of(seats);
    Crowd.Outcome quiet = crowd.open(128, CANDIDATES * 2, CANDIDATES / 20.0, save(sitting, 100, 1));
    storm(CANDIDATES + " sit, each saves every 20 s", quiet);
    AtomicInteger refused = new AtomicInteger();
    Thread signing = new Thread(() -> signIn(refused));
    signing.start();
    Crowd.Outcome beside = crowd.open(128, CANDIDATES * 2, CANDIDATES / 20.0, save(sitting, 100, 100));
    signing.join();
    storm("the same while 1,000 sign in (" + refused + " were told to come again at first)", beside);
    int spread = Math.max(1, (int) (CANDIDATES / (CANDIDATES / 10.0)));
    Crowd.Outcome handedIn = crowd.open(128, CANDIDATES, CANDIDATES / (double) spread, (wire, number) -> wire.send("POST", "/api/v1/attempts/" + sitting.get(number).attempt() + "/submission", sitting.get(number).token(), "{}").status());
    long marked = System.nanoTime();
    settle();
    storm(CANDIDATES + " hand in within 10 s; all marked " + (System.nanoTime() - marked) / 1_000_000 + " ms after the last reply", handedIn);
    assertEquals(Map.of(), quiet.errors());
    assertEquals(Map.of(), handedIn.errors());
    VERDICTS.add(String.format(Locale.ROOT, "- saves' p99 ≤ 150 ms: %.1f; at most doubled by sign-ins: %.1f", quiet.p99(), beside.p99()));
  }

  private static void storm(String what, Crowd.Outcome outcome) {
    say(String.format(Locale.ROOT, "| %s | %,d | %.1f | %.0f | %.1f | %.1f | %.1f | %s |", what, outcome.done(), outcome.seconds(), outcome.rate(), outcome.p50(), outcome.p99(), outcome.worst(), outcome.errors().isEmpty() ? "0" : outcome.errors()));
  }

  /** As people do: who is told to come again comes again. */
  private static void signIn(AtomicInteger refused) {
    try {
      new Crowd(program.port).closed(64, part(1000), (wire, number) -> {
        for (int tries = 0; ; tries++) {
          Wire.Reply reply = wire.send("POST", "/api/v1/session", null, "{\"username\":\"" + hall.username(1 + number) + "\",\"password\":\"Lianbing-2026\"}");
          if (reply.status() != 503 || tries > 60) return reply.status();
          refused.incrementAndGet();
          try {
            Thread.sleep(500 + (int) (Math.random() * 1000 * Math.max(1, reply.retryAfter())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
          }
        }
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Order(3)
  void growth() throws Exception {
    say("");
    say("| attempts in the tables | CPU of a save, application and MariaDB, ms |");
    say("|---|---|");
    List<Double> costs = new ArrayList<>();
    for (int attempts : new int[] {1000, 10_000, 50_000}) {
      grow(part(attempts));
      long exam = hall.exam(hundred, 500, 600);
      List<ExamHall.Seat> seats = hall.seats(exam, 1, 500);
      crowd.closed(CONNECTIONS, part(5_000), save(seats, 100, 1));
      double before = application.seconds() + server.seconds();
      Crowd.Outcome outcome = crowd.closed(CONNECTIONS, part(20_000), save(seats, 100, 10_000));
      double each = (application.seconds() + server.seconds() - before) * 1000 / outcome.done();
      costs.add(each);
      say(String.format(Locale.ROOT, "| %,d | %.2f |", part(attempts), each));
    }
    VERDICTS.add(String.format(Locale.ROOT, "- growth within 20 %%: %.0f %%", 100 * (costs.get(2) / costs.get(0) - 1)));
  }

  /** Attempts that are over, each with 100 answers, by SQL. */
  private static void grow(int attempts) throws IOException, SQLException {
    try (Connection connection = program.database(); var fill = connection.createStatement()) {
      fill.execute("insert ignore into attempt (exam_id, officer_id, number, paper_id, state, started_at, deadline, submitted_at, last_seen_at, score, version) select (select max(exam_id) from attempt), 1000001 + seq % 500, 100000 + seq, (select max(paper_id) from attempt), 'SUBMITTED', utc_timestamp(3), utc_timestamp(3), utc_timestamp(3), utc_timestamp(3), 500, 1 from seq_1_to_" + attempts);
      fill.execute("insert ignore into response (attempt_id, no, answer, seq, saved_at) select a.id, s.seq, '{\"choice\":[\"A\"]}', s.seq, utc_timestamp(3) from attempt a join seq_1_to_100 s where a.number > 100000");
      fill.execute("insert ignore into answer_journal (attempt_id, n, no, seq, answer, saved_at, hash) select a.id, s.seq, s.seq, s.seq, '{\"choice\":[\"A\"]}', utc_timestamp(3), '' from attempt a join seq_1_to_100 s where a.number > 100000");
    }
  }

  @AfterAll
  static void close() throws Exception {
    say("");
    VERDICTS.forEach(HotPathLoadIT::say);
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve("hot-path.md"), TABLE);
    program.close();
    assertTrue(Files.exists(FOLDER.resolve("hot-path.md")));
  }
}
