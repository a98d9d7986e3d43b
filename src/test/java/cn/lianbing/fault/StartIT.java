package cn.lianbing.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.launch.EmbeddedDatabase;
import cn.lianbing.testing.Program;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator can get wrong: one sentence that says what to do, and a status that is not 0. */
class StartIT {

  private static String refused(Map<String, String> settings) throws Exception {
    Program program = Program.with("refused", settings, List.of());
    assertNotEquals(0, program.runToEnd(), program.said());
    assertTrue(program.said().contains("没有启动："), program.said());
    return program.said();
  }

  @Test
  void wrong_settings_are_named() throws Exception {
    assertTrue(refused(Map.of("LIANBING_MODE", "test")).contains("LIANBING_MODE"));
    assertTrue(refused(Map.of("LIANBING_PORT", "99999")).contains("LIANBING_PORT"));
    assertTrue(refused(Map.of("LIANBING_DB_URL", "jdbc:mariadb://127.0.0.1:1/x")).contains("LIANBING_DB_USER"));
    assertTrue(refused(Map.of("LIANBING_SECRET", "short")).contains("LIANBING_SECRET"));
    assertTrue(refused(Map.of("LIANBING_DB_URL", "jdbc:mariadb://127.0.0.1:1/x", "LIANBING_DB_USER", "u", "LIANBING_DB_PASSWORD", "p")).contains("连不上数据库"));
  }

  @Test
  void attack_21_a_demo_listens_on_this_machine_only() throws Exception {
    assertTrue(refused(Map.of("LIANBING_MODE", "demo", "LIANBING_BIND", "0.0.0.0")).contains("LIANBING_BIND"));
  }

  @Test
  void a_port_in_use_is_said() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      assertTrue(refused(Map.of("LIANBING_PORT", String.valueOf(other.getLocalPort()))).contains("已被其他程序占用"));
    }
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_said() throws Exception {
    Path file = Files.createTempFile(Path.of(System.getProperty("it.work")), "not-a-folder", "");
    assertTrue(refused(Map.of("LIANBING_DATA", file.resolve("data").toString())).contains("不能写入"));
  }

  @Test
  void attack_21_production_has_no_demo_password_and_its_first_must_be_changed() throws Exception {
    try (Program program = Program.with("production", Map.of("LIANBING_BIND", "127.0.0.1"), List.of()).start()) {
      Matcher once = Pattern.compile("一次性口令 (\\S+?)（").matcher(program.said());
      assertTrue(once.find(), program.said());
      assertEquals(401, program.call("POST", "/api/v1/session", null, "{\"username\":\"admin\",\"password\":\"Lianbing-2026\"}").statusCode());
      assertEquals(401, program.call("POST", "/api/v1/session", null, "{\"username\":\"officer001\",\"password\":\"Lianbing-2026\"}").statusCode());
      HttpResponse<String> first = program.call("POST", "/api/v1/session", null, "{\"username\":\"admin\",\"password\":\"" + once.group(1) + "\"}");
      assertEquals(403, first.statusCode());
      assertTrue(first.body().contains("password-change-required"));
      program.stop();
      program.start();
      assertFalse(program.said().contains("一次性口令"), "printed once");
    }
  }

  @Test
  void data_of_a_demo_and_of_a_newer_version_are_not_served() throws Exception {
    Program program = Program.demo("demo-then-production");
    try (program) {
      program.start();
    }
    Program production = Program.with("other", Map.of("LIANBING_DATA", program.data().toString(), "LIANBING_BIND", "127.0.0.1"), List.of());
    assertNotEquals(0, production.runToEnd());
    assertTrue(production.said().contains("演示数据"), production.said());

    String password = Files.readString(program.data().resolve("database.password")).strip();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(program.data().resolve("mariadb"), 0, password); var connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.NAME, password); var newer = connection.createStatement()) {
      newer.executeUpdate("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (999, '999', 'future', 'SQL', 'V999__future.sql', 1, 'x', 1, 1)");
    }
    Program demo = Program.with("another", Map.of("LIANBING_DATA", program.data().toString(), "LIANBING_MODE", "demo"), List.of());
    assertNotEquals(0, demo.runToEnd());
    assertTrue(demo.said().contains("更新的版本（999）"), demo.said());
  }

  @Test
  void data_survive_under_the_systems_temporary_folder() throws Exception {
    Path folder = Files.createTempDirectory("lianbing-it");
    try {
      Program program = Program.with("under-tmp", Map.of("LIANBING_DATA", folder.resolve("data").toString(), "LIANBING_MODE", "demo"), List.of("-Djava.io.tmpdir=" + folder));
      String token;
      try (program) {
        program.start();
        token = program.token("officer001");
      }
      try (program) {
        program.start();
        assertEquals(200, program.call("GET", "/api/v1/exams?mine=true", token, null).statusCode(), "the token of the last run is still stored");
      }
    } finally {
      org.apache.commons.io.FileUtils.deleteDirectory(folder.toFile());
    }
  }
}
