package cn.lianbing.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Processes die for real, and no answer that was acknowledged dies with them. */
class KillIT {
  private static final int OFFICERS = 10;
  private static final int QUESTIONS = 20;
  private static final double RESUMES_WITHIN = 30;

  @Test
  void after_kill_9_in_the_middle_of_many_answers_every_acknowledged_one_is_there_and_is_marked() throws Exception {
    try (Program program = Program.demo("kill").start(); Recorder recorder = new Recorder(program, List.of(program.port), Recorder.seats(program, 1, OFFICERS, 60), QUESTIONS).begin()) {
      for (int round = 0; round < Faults.ROUNDS; round++) {
        recorder.awaitMore(200);
        program.kill();
        program.start();
        assertTrue(recorder.awaitMore(100) < RESUMES_WITHIN, "officers go on without anybody's help");
      }
      List<String> lost = recorder.lost();
      lost.addAll(recorder.lostInResults());
      Faults.report("kill -9 of program and database under load", Faults.ROUNDS, recorder, lost);
      assertEquals(List.of(), lost);
      takenOver(program);
    }
  }

  /** A database that outlived its program is stopped and taken over. */
  private static void takenOver(Program program) throws Exception {
    String token = program.token("officer001");
    List<ProcessHandle> orphans = program.killLauncherOnly();
    assertTrue(orphans.stream().anyMatch(ProcessHandle::isAlive), "the database lives on");
    program.start();
    assertTrue(orphans.stream().noneMatch(ProcessHandle::isAlive), "the old database is gone");
    assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode(), "the token was kept with the data");
    program.stop();
    assertTrue(program.said().contains("数据完整"), program.said());
  }
}
