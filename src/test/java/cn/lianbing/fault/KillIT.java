package cn.lianbing.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Processes die for real, and no answer that was acknowledged dies with them. */
class KillIT {
  private static final int OFFICERS = 10;
  private static final int QUESTIONS = 20;

  /** What an officer was told is saved: question → seq and letter. */
  private record Told(long seq, String letter) {}

  private record Seat(String token, long attempt, Map<Integer, Told> told) {}

  @Test
  void after_kill_9_in_the_middle_of_200_answers_every_acknowledged_one_is_there() throws Exception {
    try (Program program = Program.demo("kill").start()) {
      List<Seat> seats = seats(program);
      AtomicInteger acknowledged = new AtomicInteger();
      ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
      for (Seat seat : seats) officers.submit(() -> {
        for (int no = 1; no <= QUESTIONS; no++) {
          String letter = "AB".substring(no % 2, no % 2 + 1);
          HttpResponse<String> answer = program.call("PUT", "/api/v1/attempts/" + seat.attempt() + "/responses/" + no, seat.token(), "{\"choice\":[\"" + letter + "\"],\"seq\":" + no + "}");
          if (answer.statusCode() != 200) continue;
          seat.told().put(no, new Told(no, letter));
          acknowledged.incrementAndGet();
        }
        return null;
      });
      while (acknowledged.get() < OFFICERS * QUESTIONS / 2) Thread.sleep(1);
      program.kill();
      officers.shutdownNow();
      assertTrue(officers.awaitTermination(60, TimeUnit.SECONDS));
      int told = acknowledged.get();
      assertTrue(told < OFFICERS * QUESTIONS, "it was killed in the middle, after " + told);

      program.start();
      for (Seat seat : seats) {
        String paper = program.call("GET", "/api/v1/attempts/" + seat.attempt(), seat.token(), null).body();
        assertEquals("OPEN", Program.field(paper.replaceAll("\"questions\":\\[.*?\\](?=,\"(remaining|serverTime|startedAt|state))", ""), "state"));
        for (var one : seat.told().entrySet()) {
          HttpResponse<String> again = program.call("PUT", "/api/v1/attempts/" + seat.attempt() + "/responses/" + one.getKey(), seat.token(), "{\"choice\":[\"" + one.getValue().letter() + "\"],\"seq\":" + one.getValue().seq() + "}");
          assertEquals(200, again.statusCode(), again.body());
          assertFalse(again.body().contains("stale"), "question " + one.getKey() + " is not what was acknowledged: " + again.body());
          assertTrue(OffsetDateTime.parse(Program.field(again.body(), "savedAt")).isBefore(OffsetDateTime.parse(Program.field(paper, "serverTime"))), "it was there before: " + again.body());
        }
      }
    }
  }

  @Test
  void a_database_that_outlived_its_program_is_stopped_and_taken_over() throws Exception {
    try (Program program = Program.demo("orphan").start()) {
      String token = program.token("officer001");
      assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode());
      List<ProcessHandle> orphans = program.killLauncherOnly();
      assertTrue(orphans.stream().anyMatch(ProcessHandle::isAlive), "the database lives on");
      program.start();
      assertTrue(orphans.stream().noneMatch(ProcessHandle::isAlive), "the old database is gone");
      assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode(), "the token was kept with the data");
      program.stop();
      assertTrue(program.said().contains("数据完整"), program.said());
    }
  }

  private static List<Seat> seats(Program program) throws Exception {
    String admin = program.token("admin");
    String blueprint = program.usualBlueprint(admin);
    String exam = Program.field(program.call("POST", "/api/v1/exams", admin, """
        {"title":"断电演练","blueprintId":%s,"opensAt":"2020-01-01T00:00:00+08:00","closesAt":"2099-01-01T00:00:00+08:00","unitIds":[1]}""".formatted(blueprint)).body(), "id");
    List<Seat> seats = new ArrayList<>();
    for (int i = 1; i <= OFFICERS; i++) {
      String token = program.token("officer%03d".formatted(i));
      HttpResponse<String> started = program.call("POST", "/api/v1/exams/" + exam + "/attempts", token, null);
      assertEquals(201, started.statusCode(), started.body());
      var id = java.util.regex.Pattern.compile("\"examTitle\":\"[^\"]*\",\"id\":(\\d+)").matcher(started.body());
      assertTrue(id.find());
      seats.add(new Seat(token, Long.parseLong(id.group(1)), new ConcurrentHashMap<>()));
    }
    return seats;
  }
}
