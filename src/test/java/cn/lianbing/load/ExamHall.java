package cn.lianbing.load;

import cn.lianbing.platform.Sha256;
import cn.lianbing.testing.Program;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Officers by the thousand with a session each, and exams for them: what a load test needs before it can begin. Written straight into the tables, which takes seconds where people's import would take minutes. */
final class ExamHall {
  /** The demo's own officers end far below. */
  private static final long FIRST_OFFICER = 1_000_000;
  private final Program program;
  private final String admin;
  private final int officers;

  ExamHall(Program program, int officers) throws IOException, SQLException, InterruptedException {
    this.program = program;
    this.officers = officers;
    this.admin = program.token("admin");
    try (Connection connection = program.database(); Statement fill = connection.createStatement()) {
      String numbers = "seq_1_to_" + officers;
      fill.execute("insert into officer (id, unit_id, name, establishment, state, version) select " + FIRST_OFFICER + " + seq, (select min(id) from unit where kind = 'DEPARTMENT') + seq % 5, concat('考生', seq), 'ADMINISTRATIVE', 'ACTIVE', 1 from " + numbers);
      fill.execute("insert into account (id, username, name, officer_id, unit_id, password_hash, password_change_required, password_changed_at, state, stamp, notice_accepted_at, version) select o.id, concat('load', o.id - " + FIRST_OFFICER + "), o.name, o.id, o.unit_id, "
          + "(select password_hash from account where username = 'officer001'), false, utc_timestamp(3), 'ACTIVE', 0, utc_timestamp(3), 1 from officer o where o.id > " + FIRST_OFFICER);
      fill.execute("insert into account_role (account_id, role) select id, 'OFFICER' from account where id > " + FIRST_OFFICER);
      try (var token = connection.prepareStatement("insert into api_token (hash, account_id, stamp, issued_at, expires_at) values (?, ?, 0, utc_timestamp(3), utc_timestamp(3) + interval 8 hour)")) {
        connection.setAutoCommit(false);
        for (int i = 1; i <= officers; i++) {
          token.setBytes(1, Sha256.of(session(i)));
          token.setLong(2, FIRST_OFFICER + i);
          token.addBatch();
        }
        token.executeBatch();
        connection.commit();
      }
    }
  }

  /** The bearer token of an officer's session, from 1. */
  String session(int officer) {
    return "lb_load-" + officer;
  }

  String username(int officer) {
    return "load" + officer;
  }

  String blueprint(int questions) throws IOException, InterruptedException {
    var made = program.call("POST", "/api/v1/blueprints", admin, """
        {"title":"压测 %1$d 题","lines":[{"type":"SINGLE","difficultyFrom":1,"difficultyTo":5,"count":%2$d,"marks":1},{"type":"MULTIPLE","difficultyFrom":1,"difficultyTo":5,"count":%3$d,"marks":1},{"type":"TRUE_FALSE","difficultyFrom":1,"difficultyTo":5,"count":%3$d,"marks":1}]}""".formatted(questions, questions - 2 * (questions / 4), questions / 4));
    if (made.statusCode() != 201) throw new AssertionError(made.body());
    return Program.field(made.body(), "id");
  }

  /** An open exam for officers 1 to {@code many}, all papers drawn. @param minutes how long each has */
  long exam(String blueprint, int many, int minutes) throws IOException, InterruptedException, SQLException {
    var made = program.call("POST", "/api/v1/exams", admin, """
        {"title":"压测","blueprintId":%s,"opensAt":"2020-01-01T00:00:00+08:00","closesAt":"2099-01-01T00:00:00+08:00","durationMinutes":%d,"passMark":6,"release":"AT_ONCE","officerIds":[%d]}""".formatted(blueprint, minutes, FIRST_OFFICER + 1));
    if (made.statusCode() != 201) throw new AssertionError(made.body());
    long exam = Long.parseLong(Program.field(made.body(), "id"));
    try (Connection connection = program.database(); Statement statement = connection.createStatement()) {
      statement.execute("insert ignore into candidate (exam_id, officer_id, unit_id) select " + exam + ", id, unit_id from officer where id > " + FIRST_OFFICER + " and id <= " + (FIRST_OFFICER + many));
      for (long drawn = 0; drawn < many; Thread.sleep(500)) {
        try (var row = statement.executeQuery("select count(*) from drawn_paper where exam_id = " + exam)) {
          row.next();
          drawn = row.getLong(1);
        }
      }
    }
    return exam;
  }

  /** Starts for officers from {@code from} (1) on, by the API. @return their attempts, with tokens as the exam page has them */
  List<Seat> seats(long exam, int from, int many) throws InterruptedException {
    Seat[] seats = new Seat[many];
    Crowd.Outcome started = new Crowd(program.port).closed(16, many, (wire, number) -> {
      String session = session(from + number);
      Wire.Reply reply = wire.send("POST", "/api/v1/exams/" + exam + "/attempts", session, "");
      long attempt = attempt(reply);
      Wire.Reply token = wire.send("POST", "/api/v1/attempts/" + attempt + "/token", session, "");
      seats[number] = new Seat(attempt, session, Program.field(token.body(), "token"));
      return token.status();
    });
    if (!started.errors().isEmpty()) throw new AssertionError(started.errors());
    return List.of(seats);
  }

  static long attempt(Wire.Reply started) {
    var id = java.util.regex.Pattern.compile("\"id\":(\\d+)").matcher(started.body());
    if (started.status() > 201 || !id.find()) throw new AssertionError(started.status() + " " + started.body());
    return Long.parseLong(id.group(1));
  }

  /** An attempt that is open. @param session the officer's; @param token the exam page's own */
  record Seat(long attempt, String session, String token) {}

  String admin() {
    return admin;
  }

  int officers() {
    return officers;
  }
}
