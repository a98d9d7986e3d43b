package cn.lianbing.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.lianbing.load.Wire;
import cn.lianbing.testing.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database dies, freezes, or is taken by others while officers save; nothing that was acknowledged is lost, and all goes on by itself. */
class DatabaseFaultsIT {
  private static final double RESUMES_WITHIN = 30;
  private static final int DISK_MEGABYTES = 1800;
  private static SmallDisk disk;
  private static Program program;

  @BeforeAll
  static void start() throws Exception {
    disk = SmallDisk.of(Path.of(System.getProperty("it.work"), "small-disk").toAbsolutePath(), DISK_MEGABYTES);
    program = Program.demoIn(disk.folder(), "faults").start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (program != null) program.close();
    disk.close();
  }

  private static Recorder recorder(int from, int many) throws Exception {
    return new Recorder(program, List.of(program.port), Recorder.seats(program, from, many, 60), 40).begin();
  }

  private static void nothingLost(String fault, int times, Recorder recorder) throws Exception {
    List<String> lost = recorder.lost();
    Faults.report(fault, times, recorder, lost);
    assertEquals(List.of(), lost);
  }

  @Test
  void kill_9_of_the_database_loses_nothing_and_is_over_within_30_seconds() throws Exception {
    try (Recorder recorder = recorder(101, 8)) {
      for (int round = 0; round < Faults.ROUNDS; round++) {
        recorder.awaitMore(300);
        ProcessHandle.of(program.databasePid()).orElseThrow().destroyForcibly();
        assertTrue(recorder.awaitMore(300) < RESUMES_WITHIN, "silent for " + recorder.longestSilence() + " s");
      }
      nothingLost("kill -9 of MariaDB under load", Faults.ROUNDS, recorder);
      assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", program.token("officer101"), null).statusCode(), "and the pool's connections are new");
      assertEquals(200, program.call("GET", "/health/ready", null, null).statusCode());
    }
  }

  @Test
  void a_database_that_is_frozen_loses_nothing_and_is_not_ready_meanwhile() throws Exception {
    try (Recorder recorder = recorder(111, 8)) {
      recorder.awaitMore(200);
      signal("STOP");
      try {
        assertEquals(503, program.call("GET", "/health/ready", null, null).statusCode());
        Recorder.pause(Faults.LONG ? 10_000 : 3000);
      } finally {
        signal("CONT");
      }
      assertTrue(recorder.awaitMore(200) < RESUMES_WITHIN);
      assertTrue(recorder.refusals().containsKey(503), "who could not be stored was told so: " + recorder.refusals());
      nothingLost("MariaDB frozen for " + (Faults.LONG ? 10 : 3) + " s", 1, recorder);
    }
  }

  @Test
  void a_full_disk_refuses_what_it_cannot_keep_and_goes_on_when_there_is_room() throws Exception {
    assumeTrue(disk.own(), "only root can make a file system that may be filled");
    try (Recorder recorder = recorder(90, 8)) {
      recorder.awaitMore(200);
      disk.fill();
      try {
        useUp();
        for (long until = System.nanoTime() + 60_000_000_000L; !recorder.refusals().containsKey(503) && System.nanoTime() < until; Recorder.pause(200)) disk.fill();
        assertTrue(recorder.refusals().containsKey(503), "who could not be stored was told so: " + recorder.refusals());
      } finally {
        disk.free();
      }
      assertTrue(recorder.awaitMore(200) < RESUMES_WITHIN);
      nothingLost("data folder's disk full", 1, recorder);
      assertEquals(200, program.call("GET", "/health/ready", null, null).statusCode());
    }
  }

  /** Fills what the tables of answers have in reserve, in ever smaller pieces, so that the next page needs the disk. */
  private static void useUp() throws Exception {
    try (Connection connection = program.database(); var fill = connection.createStatement()) {
      fill.execute("set innodb_lock_wait_timeout = 2");
      for (int rows = 20_000; rows > 0; rows /= 4) {
        try {
          for (int times = 0; times < 20; times++) fill.execute("insert into answer_journal (attempt_id, n, no, seq, answer, saved_at, hash) select a.id, 1000000 + m.top + s.seq, 1, 1, repeat('x', 100), utc_timestamp(3), '' from (select min(id) as id from attempt) a, (select count(*) as top from answer_journal where attempt_id = (select min(id) from attempt)) m, seq_1_to_" + rows + " s");
        } catch (java.sql.SQLException e) {
          // the table is full
        }
      }
    }
  }

  @Test
  void of_two_nodes_on_one_database_one_dies_and_the_other_goes_on() throws Exception {
    Program second = program.node("second").start();
    try (Recorder recorder = new Recorder(program, List.of(second.port, program.port), Recorder.seats(program, 82, 8, 60), 40).begin()) {
      recorder.awaitMore(200);
      second.kill();
      assertTrue(recorder.awaitMore(200) < RESUMES_WITHIN);
      nothingLost("one of two nodes killed", 1, recorder);
    } finally {
      second.close();
    }
  }

  private static void signal(String name) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, String.valueOf(program.databasePid())).start().waitFor());
  }

  @Test
  void saves_go_on_while_the_pool_has_no_connection_left() throws Exception {
    ExecutorService others = Executors.newFixedThreadPool(52);
    try (Recorder recorder = recorder(121, 4); Connection locking = program.database()) {
      recorder.awaitMore(50);
      String token = program.token("officer125");
      try (var lock = locking.createStatement()) {
        lock.execute("lock tables api_token write");
        List<Future<Integer>> stuck = new ArrayList<>();
        for (int i = 0; i < 52; i++) stuck.add(others.submit(() -> program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode()));
        Recorder.pause(1000);
        assertTrue(recorder.awaitMore(200) < 10, "the answer log has a connection of its own");
        lock.execute("unlock tables");
        for (Future<Integer> one : stuck) one.get();
      }
      assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode());
      nothingLost("connection pool used up", 1, recorder);
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void saves_replayed_reordered_and_doubled_leave_the_highest_of_each_question() throws Exception {
    Recorder.Seat seat = Recorder.seats(program, 126, 1, 60).get(0);
    List<long[]> sends = new ArrayList<>();
    for (int seq = 1; seq <= 120; seq++) for (int times = 0; times < 2; times++) sends.add(new long[] {1 + seq % 10, seq});
    Collections.shuffle(sends, new java.util.Random(20261124));
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int lane = 0; lane < 4; lane++) {
      int mine = lane;
      all.add(CompletableFuture.runAsync(() -> {
        try (Wire wire = new Wire(program.port, 10_000)) {
          for (int i = mine; i < sends.size(); i += 4) assertEquals(200, Recorder.save(wire, seat, (int) sends.get(i)[0], sends.get(i)[1] % 2 == 0 ? "A" : "B", sends.get(i)[1]).status());
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }));
    }
    all.forEach(CompletableFuture::join);
    try (Connection connection = program.database(); var ask = connection.createStatement(); var row = ask.executeQuery("select no, seq, answer from response where attempt_id = " + seat.attempt() + " order by no")) {
      for (int no = 1; no <= 10; no++) {
        assertTrue(row.next());
        long highest = no == 1 ? 120 : 110 + no - 1;
        assertEquals(highest, row.getLong(2));
        assertTrue(row.getString(3).contains(highest % 2 == 0 ? "A" : "B"));
      }
    }
  }

  @Test
  void around_the_deadline_a_save_is_either_acknowledged_and_marked_or_refused() throws Exception {
    int many = Faults.LONG ? 160 : 20;
    List<Recorder.Seat> seats = Recorder.seats(program, 131, many, 60);
    try (Connection connection = program.database(); var change = connection.createStatement()) {
      for (Recorder.Seat seat : seats) change.execute("update attempt set deadline = utc_timestamp(3) - interval " + (7_000 + seat.attempt() % 20 * 50) * 1000 + " microsecond where id = " + seat.attempt());
      try (Recorder recorder = new Recorder(program, List.of(program.port), seats, 40).begin()) {
        for (long open = 1, until = System.nanoTime() + 20_000_000_000L; open > 0 && System.nanoTime() < until; Recorder.pause(100)) open = count(change, seats, "state = 'OPEN'");
        assertEquals(0, count(change, seats, "state = 'OPEN'"), "closed at most five seconds after the grace");
        Recorder.pause(1500);
        nothingLost("saves around the deadline from " + many + " clients", 1, recorder);
        assertEquals(many, recorder.refusals().get(409), "each was refused in the end: " + recorder.refusals());
        assertEquals(many, count(change, seats, "state = 'EXPIRED' and submitted_at = deadline and score is not null"));
        // nothing came in after the closing: the journal is as long as it was sealed
        assertEquals(many, count(change, seats, "journal_length = (select count(*) from answer_journal j where j.attempt_id = attempt.id)"));
      }
      long exam = Long.parseLong(one(change, "select exam_id from attempt where id = " + seats.get(0).attempt()));
      String report = program.call("GET", "/api/v1/exams/" + exam + "/integrity", program.token("admin"), null).body();
      assertEquals("true", Program.field(report, "intact"), report);
      assertFalse(report.contains("attemptId"), report);
    }
  }

  private static long count(java.sql.Statement ask, List<Recorder.Seat> seats, String what) throws java.sql.SQLException {
    return Long.parseLong(one(ask, "select count(*) from attempt where id in (" + seats.stream().map(seat -> String.valueOf(seat.attempt())).collect(java.util.stream.Collectors.joining(",")) + ") and " + what));
  }

  private static String one(java.sql.Statement ask, String query) throws java.sql.SQLException {
    try (var row = ask.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
