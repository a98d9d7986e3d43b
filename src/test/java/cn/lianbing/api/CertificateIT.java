package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates over the REST contract, and the rows of attacks.md that touch them. */
@ExtendWith(SharedProgram.class)
class CertificateIT {
  private static Program program;
  private static String desk;
  private static String second;
  private static String unit;
  private static String officer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    desk = program.token("supervisor");
    second = program.token("supervisor2");
    unit = program.token("unit01");
    officer = program.token("officer001");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static JsonNode get(String path, String token) throws Exception {
    HttpResponse<String> answer = call("GET", path, token, null);
    assertEquals(200, answer.statusCode(), path + " " + answer.body());
    return new ObjectMapper().readTree(answer.body());
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  private static long basis(String step, String authority) throws Exception {
    for (JsonNode one : get("/certificate-bases?size=200", desk).get("items")) if (one.get("step").asText().equals(step) && one.get("authority").asText().equals(authority)) return one.get("id").asLong();
    throw new AssertionError(step + " " + authority);
  }

  private static String step(JsonNode card, String step, String authority, String reason) throws Exception {
    return "{\"version\":%d,\"step\":\"%s\",\"authority\":\"%s\",\"basisId\":%d,\"document\":\"陕司证〔2026〕88号\",\"on\":\"%s\",\"reason\":\"%s\",\"note\":\"<b>说明</b>\",\"until\":\"%s\"}".formatted(card.get("version").asInt(), step, authority, basis(step, authority), today(0), reason, today(30));
  }

  private static java.time.LocalDate today(int days) {
    return java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(days);
  }

  private static JsonNode valid(int which) throws Exception {
    return get("/certificates?state=VALID&kind=ENFORCEMENT&size=200", desk).get("items").get(which);
  }

  @Test
  void a_certificate_is_suspended_restored_and_cancelled_each_step_in_its_turn_by_who_may() throws Exception {
    JsonNode card = get("/certificates/" + valid(40).get("id").asLong(), desk);
    String path = "/certificates/" + card.get("id").asLong() + "/steps";
    isProblem(422, "invalid", call("POST", path, desk, step(card, "SUSPEND", "COMPETENT_DEPARTMENT", "R45_1")));
    isProblem(409, "certificate-step", call("POST", path, desk, step(card, "RESTORE", "SUPERVISION_ORGAN", "TRAINED")));
    isProblem(422, "invalid", call("POST", path, desk, step(card, "REVOKE", "GOVERNMENT", "RETIRED")));
    assertEquals(204, call("POST", path, desk, step(card, "SUSPEND", "SUPERVISION_ORGAN", "R45_1")).statusCode());
    isProblem(409, "changed-meanwhile", call("POST", path, desk, step(card, "CANCEL", "SUPERVISION_ORGAN", "RETIRED")));
    JsonNode now = get("/certificates/" + card.get("id").asLong(), desk);
    assertEquals("SUSPENDED", now.get("state").asText());
    assertEquals(204, call("POST", path, desk, step(now, "RESTORE", "SUPERVISION_ORGAN", "TRAINED")).statusCode());
    now = get("/certificates/" + card.get("id").asLong(), desk);
    assertEquals(204, call("POST", path, desk, step(now, "CANCEL", "SUPERVISION_ORGAN", "RETIRED")).statusCode());
    now = get("/certificates/" + card.get("id").asLong(), desk);
    assertEquals(0, now.get("next").size(), "nothing follows");
    JsonNode steps = get(path, desk).get("items");
    assertEquals("CANCEL", steps.get(steps.size() - 1).get("step").asText());
    isProblem(403, "forbidden", call("POST", path, program.token("auditor"), "{}"));
    isProblem(409, "certificate-step", call("POST", path, second, step(now, "CANCEL", "SUPERVISION_ORGAN", "RETIRED")));
  }

  @Test
  void attacks_16_17_and_18_another_units_certificates_do_not_exist_and_roles_are_kept() throws Exception {
    long own = get("/certificates?size=1", unit).get("items").get(0).get("unitId").asLong();
    JsonNode foreign = null;
    for (JsonNode one : get("/certificates?state=VALID&size=200", desk).get("items")) if (one.get("unitId").asLong() != own) foreign = one;
    long id = foreign.get("id").asLong();
    for (String path : List.of("/certificates/" + id, "/certificates/" + id + "/steps", "/unit-holders/" + foreign.get("unitId").asLong(), "/certificates/999999999")) isProblem(404, "not-found", call("GET", path, unit, null));
    isProblem(404, "not-found", call("POST", "/certificates/" + id + "/steps", unit, step(foreign, "REPORT_LOST", "OWN_ORGAN", "LOST")));
    isProblem(404, "not-found", call("GET", "/certificates?unit=" + foreign.get("unitId").asLong(), unit, null));
    for (JsonNode one : get("/certificates?size=200", unit).get("items")) assertEquals(own, one.get("unitId").asLong());
    isProblem(403, "forbidden", call("GET", "/certificates", officer, null));
    isProblem(403, "forbidden", call("GET", "/certificate-tasks", officer, null));
    isProblem(403, "forbidden", call("POST", "/certificate-settings", unit, "{}"));
    isProblem(403, "forbidden", call("GET", "/certificate-changes", unit, null));
    isProblem(401, "not-signed-in", call("GET", "/certificates", null, null));
    JsonNode mine = get("/certificate-applications?mine=true", officer);
    assertTrue(mine.get("total").asInt() >= 1, mine.toString());
    isProblem(404, "not-found", call("GET", "/certificate-applications/" + get("/certificate-applications?state=SUBMITTED", desk).get("items").get(0).get("id").asLong(), officer, null));
  }

  @Test
  void attacks_9_10_and_15_nonsense_is_a_problem_and_nothing_changes_by_get() throws Exception {
    JsonNode card = get("/certificates/" + valid(60).get("id").asLong(), desk);
    String path = "/certificates/" + card.get("id").asLong() + "/steps";
    for (String body : List.of("", "null", "[]", "{", "{\"step\":\"CANCEL\"}", "{\"version\":\"x\"}", "{\"version\":1,\"step\":\"NOTHING\"}", "{\"version\":" + card.get("version") + ",\"step\":\"CANCEL\"}", "{\"version\":1,\"step\":{}}", "{\"version\":1,\"on\":\"2026-13-45\"}", "[".repeat(3000))) {
      HttpResponse<String> answer = call("POST", path, desk, body);
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, body.substring(0, Math.min(60, body.length())) + " → " + answer.statusCode() + " " + answer.body());
    }
    for (String body : List.of("{}", "{\"targets\":[]}", "{\"targets\":[null],\"step\":{}}", "{\"targets\":[{\"id\":1}],\"step\":{\"step\":\"CANCEL\"}}")) assertTrue(call("POST", "/certificates/steps", desk, body).statusCode() / 100 == 4, body);
    assertEquals(card.get("version"), get("/certificates/" + card.get("id").asLong(), desk).get("version"));
    isProblem(405, "method-not-allowed", call("GET", "/certificates/steps", desk, null));
    for (String query : List.of("/certificates?page=0", "/certificates?size=999", "/certificates?sort=x", "/certificates?state=%27%20or%201=1", "/certificates?unit=x", "/certificate-tasks?kind=x", "/certificate-applications?state=x")) assertEquals(400, call("GET", query, desk, null).statusCode(), query);
    assertEquals(0, get("/certificates?q=%25", desk).get("total").asInt(), "a percent sign is a character like any other");
  }

  @Test
  void attack_22_anybody_may_check_and_learns_no_more_of_a_known_serial_than_its_shape() throws Exception {
    String serial = valid(10).get("serial").asText();
    HttpResponse<String> known = call("GET", "/certificates/verify/" + serial, null, null);
    HttpResponse<String> unknown = call("GET", "/certificates/verify/Z120320269999999", null, null);
    assertEquals(200, known.statusCode(), known.body());
    assertEquals(200, unknown.statusCode(), unknown.body());
    assertEquals(fields(known.body()), fields(unknown.body()), "the same shape");
    assertTrue(new ObjectMapper().readTree(known.body()).get("valid").asBoolean());
    assertTrue(new ObjectMapper().readTree(known.body()).get("holder").asText().contains("*"), known.body());
    assertEquals("UNKNOWN", new ObjectMapper().readTree(call("GET", "/certificates/verify/" + serial + "?token=AAAAAAAAAAAAAAAAAAAAAA", null, null).body()).get("state").asText());
    int refused = 0;
    for (int i = 0; i < 30; i++) if (call("GET", "/certificates/verify/Z1203202" + i, null, null).statusCode() == 429) refused++;
    assertTrue(refused >= 8, "only so often from one address: " + refused);
    isProblem(429, "too-many-checks", call("GET", "/certificates/verify/" + serial, null, null));
  }

  private static TreeSet<String> fields(String json) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    new ObjectMapper().readTree(json).fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void a_unit_applies_and_the_desk_checks_and_passes_on() throws Exception {
    JsonNode holders = get("/unit-holders/" + get("/certificates?size=1", unit).get("items").get(0).get("unitId").asLong(), unit);
    assertTrue(holders.get("figures").get("onDuty").asInt() >= holders.get("figures").get("holding").asInt());
    long person = holders.get("items").get(0).get("officerId").asLong();
    HttpResponse<String> twice = call("POST", "/certificate-applications", unit, "{\"kind\":\"ENFORCEMENT\",\"officerId\":" + person + "}");
    isProblem(409, "application-holds", twice);
    HttpResponse<String> made = call("POST", "/certificate-applications", unit, "{\"kind\":\"SUPERVISION\",\"officerId\":" + holders.get("items").get(1).get("officerId").asLong() + ",\"duties\":\"=1+1\"}");
    assertEquals(201, made.statusCode(), made.body());
    String path = "/certificate-applications/" + Program.field(made.body(), "id");
    JsonNode one = get(path, unit);
    assertEquals(204, call("POST", path + "/steps", unit, application(one, "SUBMIT", "OWN_ORGAN")).statusCode());
    isProblem(409, "application-step", call("POST", path + "/steps", unit, application(get(path, unit), "SUBMIT", "OWN_ORGAN")));
    isProblem(409, "application-step", call("POST", path + "/check", desk, "{\"version\":" + get(path, desk).get("version") + "}"));
    isProblem(403, "forbidden", call("POST", path + "/check", unit, "{\"version\":1}"));
    assertEquals(204, call("POST", path + "/steps", unit, application(get(path, unit), "UNIT_PASS", "OWN_ORGAN")).statusCode());
    assertEquals("UNIT_PASSED", get(path, desk).get("state").asText());
  }

  private static String application(JsonNode one, String step, String authority) throws Exception {
    return "{\"version\":%d,\"step\":\"%s\",\"authority\":\"%s\",\"basisId\":%d,\"on\":\"%s\"}".formatted(one.get("version").asInt(), step, authority, basis(step, authority), today(0));
  }
}
