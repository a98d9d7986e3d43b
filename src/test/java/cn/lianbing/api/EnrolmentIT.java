package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notices, enrolment, attendance and eligibility from outside; the session is the demo's that begins within the hour. */
@ExtendWith(SharedProgram.class)
class EnrolmentIT {
  private static Program program;
  private static String officer;
  private static String desk;
  private static String session;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    officer = program.token("officer022");
    desk = program.token("trainer");
    // the demo told whom it enrolled, with a link to the session
    Matcher told = Pattern.compile("session\\.xhtml\\?id=(\\d+)\"[^{}]*行政处罚案例现场研讨").matcher(call("GET", "/notices?size=200", officer, null).body());
    assertTrue(told.find());
    session = told.group(1);
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static String number(String json, String field) {
    Matcher matcher = Pattern.compile("\"" + field + "\":(\\d+)").matcher(json);
    assertTrue(matcher.find(), json);
    return matcher.group(1);
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  @Test
  void an_officer_enrols_and_the_desk_records() throws Exception {
    String path = "/training-sessions/" + session;
    HttpResponse<String> mine = call("GET", path + "/enrolments/mine", officer, null);
    assertEquals(200, mine.statusCode(), mine.body());
    assertTrue(mine.body().contains("\"state\":\"ENROLLED\""), mine.body());
    isProblem(409, "already-enrolled", call("POST", path + "/enrolments", officer, "{}"));
    String person = number(call("GET", "/me", officer, null).body(), "id");
    isProblem(403, "forbidden", call("PUT", path + "/attendances/" + person, officer, "{\"state\":\"PRESENT\"}"));
    assertEquals(204, call("PUT", path + "/attendances/" + person, desk, "{\"state\":\"PARTIAL\",\"minutes\":45}").statusCode());
    isProblem(422, "invalid", call("PUT", path + "/attendances/" + person, desk, "{\"state\":\"PARTIAL\",\"minutes\":4500}"));
    isProblem(422, "invalid", call("PUT", path + "/attendances/" + person, desk, "{\"state\":\"LATE\"}"));
    isProblem(409, "session-not-over", call("POST", path + "/attendances/closing", desk, null));
    isProblem(404, "not-found", call("GET", "/training-sessions/999999/attendances", desk, null));
    String unit = program.token("unit01");
    isProblem(404, "not-found", call("PUT", path + "/attendances/" + person, unit, "{\"state\":\"PRESENT\"}"));
    assertFalse(call("GET", path + "/attendances?size=200", unit, null).body().contains("\"personId\":" + person + ","), "attack 16: the other units' people do not exist");
  }

  @Test
  void attack_26_a_typed_code_is_a_claim() throws Exception {
    String path = "/training-sessions/" + session + "/check-ins";
    assertEquals(204, call("PUT", path + "/switch", desk, "{\"open\":true}").statusCode());
    isProblem(403, "forbidden", call("GET", path + "/code", officer, null));
    String code = Program.field(call("GET", path + "/code", desk, null).body(), "code");
    isProblem(409, "check-in-wrong", call("POST", path, officer, "{\"code\":\"" + (code.equals("000000") ? "000001" : "000000") + "\"}"));
    assertEquals(202, call("POST", path, officer, "{\"code\":\"" + code + "\"}").statusCode());
    assertTrue(call("GET", path, desk, null).body().contains("\"total\":1"));
  }

  @Test
  void notices_are_the_callers_own() throws Exception {
    HttpResponse<String> list = call("GET", "/notices", officer, null);
    assertEquals(200, list.statusCode(), list.body());
    isProblem(404, "not-found", call("POST", "/notices/99999999/reading", officer, null));
    isProblem(400, "invalid", call("GET", "/notices?size=1000", officer, null));
    isProblem(403, "forbidden", call("GET", "/outgoing-mails", officer, null));
    isProblem(422, "invalid", call("PUT", "/me/mail-address", officer, "{\"address\":\"a@b.cn\\r\\nBcc: c@d.cn\",\"on\":true}"));
    assertEquals(200, call("PUT", "/me/mail-address", officer, "{\"address\":\"a@example.gov.cn\",\"on\":true}").statusCode());
    assertEquals(204, call("POST", "/notices/reading", officer, null).statusCode());
    assertTrue(call("GET", "/notices", officer, null).body().contains("\"unread\":0"));
  }

  @Test
  void eligibility_is_told_criterion_by_criterion_to_the_person_and_to_who_reaches_the_person() throws Exception {
    String person = number(call("GET", "/me", officer, null).body(), "id");
    String path = "/people/" + person + "/eligibility";
    HttpResponse<String> own = call("GET", path + "?kind=ENFORCEMENT&on=2026-11-23", officer, null);
    assertEquals(200, own.statusCode(), own.body());
    for (String field : new String[] {"\"on\":\"2026-11-23\"", "\"criteria\":[", "\"basis\":{", "\"law\":\"河南省行政执法条例\"", "\"article\":\"第二十条第二款\"", "\"validFrom\":\"2016-06-01\"", "\"met\":", "\"evidence\":[", "\"why\":"}) assertTrue(own.body().contains(field), field + " in " + own.body());
    assertFalse(own.body().contains("/staff/"), "links that an officer cannot open");
    assertEquals(200, call("GET", path + "?on=2019-05-01&knownAt=2026-01-01T08:00:00%2B08:00", program.token("supervisor"), null).statusCode());
    isProblem(400, "invalid", call("GET", path + "?on=yesterday", officer, null));
    isProblem(400, "invalid", call("GET", path + "?knownAt=2099-01-01T00:00:00Z", officer, null));
    isProblem(409, "eligibility-no-rule", call("GET", path + "?on=2010-01-01", officer, null));
    assertEquals(400, call("GET", path + "?kind=OTHER", officer, null).statusCode());
    isProblem(404, "not-found", call("GET", "/people/" + (Long.parseLong(person) + 1) + "/eligibility", officer, null));
    isProblem(404, "not-found", call("GET", path + "/facts", program.token("unit01"), null));
    isProblem(403, "forbidden", call("GET", path, desk, null));
    assertEquals(401, call("GET", path, null, null).statusCode());
    isProblem(403, "forbidden", call("GET", "/eligibility-checks", officer, null));
  }

  @Test
  void facts_are_corrected_kept_checks_verify_and_a_person_decides_contests() throws Exception {
    String someone = program.token("officer024");
    String supervisor = program.token("supervisor");
    String path = "/people/" + number(call("GET", "/me", someone, null).body(), "id") + "/eligibility";
    assertEquals(201, call("POST", path + "/facts", someone, "{\"kind\":\"HEALTH\",\"value\":\"FIT\",\"from\":\"2026-11-01\"}").statusCode());
    isProblem(409, "eligibility-own-fact", call("POST", path + "/facts", someone, "{\"kind\":\"EXAM_PUBLIC\",\"value\":\"PASSED\",\"documentNumber\":\"x\",\"from\":\"2026-11-01\"}"));
    isProblem(404, "not-found", call("POST", path + "/facts", supervisor, "{\"kind\":\"DECISION\",\"value\":\"MET\",\"about\":\"ENFORCEMENT/TRAINING\",\"from\":\"2026-11-01\"}"));
    isProblem(422, "invalid", call("POST", path + "/facts", supervisor, "{\"kind\":\"VERIFICATION\",\"value\":\"PERHAPS\",\"from\":\"2026-11-01\"}"));
    HttpResponse<String> recorded = call("POST", path + "/facts", supervisor, "{\"kind\":\"VERIFICATION\",\"value\":\"DIFFERENT\",\"documentNumber\":\"陕编核〔2026〕77号\",\"from\":\"2026-11-01\"}");
    String correction = path + "/facts/" + number(recorded.body(), "id");
    isProblem(422, "invalid", call("PUT", correction, supervisor, "{\"kind\":\"VERIFICATION\",\"value\":\"CONFIRMED\",\"documentNumber\":\"陕编核〔2026〕78号\",\"from\":\"2026-11-01\"}"));

    String contest = number(call("POST", "/eligibility-contests", someone, "{\"kind\":\"ENFORCEMENT\",\"codes\":[\"VERIFIED\"],\"reason\":\"=cmd()|已经重新核验\"}").body(), "id");
    isProblem(409, "eligibility-contest-open", call("POST", "/eligibility-contests", someone, "{\"kind\":\"ENFORCEMENT\",\"reason\":\"再次\"}"));
    isProblem(403, "forbidden", call("POST", "/eligibility-contests/" + contest + "/decision", program.token("unit01"), "{\"granted\":true,\"reason\":\"同意\"}"));
    assertEquals(204, call("POST", "/eligibility-contests/" + contest + "/decision", supervisor, "{\"granted\":false,\"reason\":\"核验单仍不一致\"}").statusCode());
    isProblem(409, "eligibility-contest-decided", call("POST", "/eligibility-contests/" + contest + "/decision", supervisor, "{\"granted\":true,\"reason\":\"改主意\"}"));
    assertEquals(200, call("PUT", correction, supervisor, "{\"kind\":\"VERIFICATION\",\"value\":\"CONFIRMED\",\"documentNumber\":\"陕编核〔2026〕78号\",\"from\":\"2026-11-01\",\"reason\":\"文号抄错\"}").statusCode());

    HttpResponse<String> kept = call("POST", path + "/checks", someone, "{\"kind\":\"ENFORCEMENT\"}");
    assertEquals(201, kept.statusCode(), kept.body());
    String verify = Program.field(kept.body(), "verifyPath").replace("/public/eligibility/verify.xhtml?number=", "/eligibility-checks/verify/").replace("&token=", "?token=");
    HttpResponse<String> verified = call("GET", verify, null, null);
    assertEquals(200, verified.statusCode(), verified.body());
    assertTrue(verified.body().contains("*"), "attack 22: the name is masked");
    isProblem(404, "not-found", call("GET", verify.replaceAll("token=.*", "token=AAAAAAAAAAAAAAAA"), null, null));
    HttpResponse<String> sheet = call("GET", "/eligibility-checks/" + number(kept.body(), "id") + "/sheet.pdf", someone, null);
    assertTrue(sheet.statusCode() == 409 || sheet.body().startsWith("%PDF"), "409 only where the machine has no Chinese font");
    isProblem(404, "not-found", call("GET", "/eligibility-checks/" + number(kept.body(), "id"), officer, null));
  }

  @Test
  void rules_are_drafted_tried_and_approved_by_a_second_person() throws Exception {
    String supervisor = program.token("supervisor");
    isProblem(403, "forbidden", call("POST", "/eligibility-rules", program.token("unit01"), "{\"kind\":\"SUPERVISION\"}"));
    String rule = "/eligibility-rules/" + number(call("POST", "/eligibility-rules", supervisor, "{\"kind\":\"SUPERVISION\"}").body(), "id");
    String version = number(call("GET", rule, supervisor, null).body(), "version");
    isProblem(422, "invalid", call("PUT", rule + "/criteria/TRAINING", supervisor, "{\"version\":" + version + ",\"parameters\":{\"hours\":\"many\",\"months\":\"24\",\"bucket\":\"PROFESSIONAL\"}}"));
    assertEquals(204, call("PUT", rule + "/criteria/TRAINING", supervisor, "{\"version\":" + version + ",\"parameters\":{\"hours\":\"400\",\"months\":\"24\",\"bucket\":\"PROFESSIONAL\"}}").statusCode());
    isProblem(409, "changed-meanwhile", call("PUT", rule + "/criteria/AGE", supervisor, "{\"version\":" + version + ",\"active\":false}"));
    HttpResponse<String> trial = call("GET", rule + "/trial", supervisor, null);
    assertEquals(200, trial.statusCode(), trial.body());
    assertTrue(trial.body().contains("\"officers\":300"), trial.body());
    version = number(call("GET", rule, supervisor, null).body(), "version");
    isProblem(422, "invalid", call("PUT", rule, supervisor, "{\"version\":" + version + ",\"from\":\"2020-01-01\",\"note\":\"试\"}"));
    assertEquals(204, call("PUT", rule, supervisor, "{\"version\":" + version + ",\"from\":\"2099-01-01\",\"note\":\"试\"}").statusCode());
    assertEquals(204, call("POST", rule + "/submission", supervisor, null).statusCode());
    isProblem(409, "eligibility-own-rule", call("POST", rule + "/approval", supervisor, null));
    assertEquals(204, call("POST", rule + "/approval", program.token("supervisor2"), null).statusCode());
    isProblem(409, "eligibility-rule-state", call("POST", rule + "/withdrawal", supervisor, null));
    HttpResponse<String> list = call("GET", "/eligibility-checks?kind=ENFORCEMENT&verdict=ELIGIBLE&size=5", supervisor, null);
    assertEquals(200, list.statusCode(), list.body());
    isProblem(403, "forbidden", call("PUT", "/exams/1/subject", program.token("unit01"), "{\"subject\":\"PUBLIC\"}"));
  }

  @Test
  void the_desk_keeps_plans_duties_materials_and_calendars() throws Exception {
    String plan = number(call("POST", "/training-series", desk, "{\"year\":2027,\"title\":\"微宣讲\",\"goal\":30}").body(), "id");
    assertEquals(204, call("PUT", "/training-series/" + plan, desk, "{\"year\":2027,\"title\":\"微宣讲、走基层\",\"goal\":36}").statusCode());
    assertTrue(call("GET", "/training-series", officer, null).body().contains("\"goal\":36"));
    isProblem(422, "invalid", call("PUT", "/training-series/" + plan, desk, "{\"year\":2027,\"title\":\"\",\"goal\":36}"));
    isProblem(403, "forbidden", call("PUT", "/training-series/" + plan, officer, "{}"));
    assertEquals(204, call("POST", "/training-series/" + plan + "/closing", desk, null).statusCode());

    String unit = program.token("unit01");
    String duty = number(call("POST", "/unit-duties", unit, "{\"from\":\"2031-01-01\",\"to\":\"2031-01-03\",\"what\":\"专项行动\"}").body(), "id");
    assertTrue(call("GET", "/unit-duties?size=200", unit, null).body().contains("专项行动"));
    isProblem(422, "invalid", call("POST", "/unit-duties", unit, "{\"from\":\"2031-01-03\",\"to\":\"2031-01-01\",\"what\":\"x\"}"));
    assertEquals(204, call("DELETE", "/unit-duties/" + duty, unit, null).statusCode());
    isProblem(404, "not-found", call("DELETE", "/unit-duties/" + duty, unit, null));

    isProblem(404, "not-found", call("POST", "/calendar-feeds", officer, "{\"unitId\":1}"));
    HttpResponse<String> feed = call("POST", "/calendar-feeds", officer, "{}");
    assertEquals(201, feed.statusCode(), feed.body());
    assertTrue(Program.field(feed.body(), "address").matches("http://127\\.0\\.0\\.1:\\d+/calendar/[\\w-]{32}\\.ics"), feed.body());
    assertTrue(Program.field(feed.body(), "webcal").startsWith("webcal://"));
    ICalendar read = Biweekly.parse(program.call("GET", URI.create(Program.field(feed.body(), "address")).getPath(), null, null).body()).first();
    assertTrue(read.validate(ICalVersion.V2_0).getWarnings().isEmpty(), read.validate(ICalVersion.V2_0).toString());
    assertFalse(read.getEvents().isEmpty());
    String id = number(call("GET", "/calendar-feeds", officer, null).body(), "id");
    isProblem(404, "not-found", call("DELETE", "/calendar-feeds/" + id, desk, null));
    assertEquals(204, call("DELETE", "/calendar-feeds/" + id, officer, null).statusCode());
    assertEquals(404, program.call("GET", URI.create(Program.field(feed.body(), "address")).getPath(), null, null).statusCode());
  }

  @Test
  void a_plan_that_names_what_is_not_there_is_told_the_field() throws Exception {
    String plan = "{\"title\":\"x\",\"form\":\"LECTURE\",\"place\":\"y\",\"from\":\"2031-02-03T09:00:00+08:00\",\"to\":\"2031-02-03T11:00:00+08:00\",%s}";
    for (String field : new String[] {"lecturerIds", "audienceUnitIds"}) {
      HttpResponse<String> answer = call("POST", "/training-sessions", desk, plan.formatted("\"" + field + "\":[999999]"));
      isProblem(422, "invalid", answer);
      assertEquals(field, Program.field(answer.body(), "field"));
    }
    for (String field : new String[] {"placeUnitId", "hostUnitId", "cohostUnitId", "seriesId"}) {
      HttpResponse<String> answer = call("POST", "/training-sessions", desk, plan.formatted("\"" + field + "\":999999"));
      isProblem(422, "invalid", answer);
      assertEquals(field, Program.field(answer.body(), "field"));
    }
    isProblem(422, "invalid", call("POST", "/training-sessions", desk, plan.formatted("\"seats\":1").replace("2031", "9999")));
    assertEquals(201, call("POST", "/training-sessions", desk, plan.formatted("\"lecturerIds\":[1,1,null]")).statusCode());
  }

  @Test
  void materials_are_put_there_by_the_organiser_and_read_by_whoever_sees_the_session() throws Exception {
    String path = "/api/v1/training-sessions/" + session + "/materials";
    assertEquals(403, program.upload(path, officer, "讲义.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)).statusCode());
    assertEquals(404, program.upload(path, program.token("unit01"), "讲义.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)).statusCode(), "attack 17");
    isProblem(422, "invalid", program.upload(path, desk, "讲义.pdf", "<script>".getBytes(StandardCharsets.UTF_8)));
    HttpResponse<String> added = program.upload(path, desk, "讲义.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8));
    assertEquals(201, added.statusCode(), added.body());
    String id = number(added.body(), "id");
    assertTrue(program.call("GET", path, officer, null).body().contains("讲义.pdf"));
    assertEquals("%PDF-1.7 x", program.call("GET", path + "/" + id, officer, null).body());
    assertEquals(204, program.call("DELETE", path + "/" + id, desk, null).statusCode());
    isProblem(404, "not-found", program.call("GET", path + "/" + id, officer, null));
  }

  @Test
  void the_weakness_limit_has_a_source() throws Exception {
    assertTrue(call("GET", "/training-proposals/rule", desk, null).body().contains("\"weakBelow\":60"));
    isProblem(422, "invalid", call("PUT", "/training-proposals/rule", desk, "{\"weakBelow\":100,\"source\":\"x\"}"));
    isProblem(404, "not-found", call("POST", "/me/mail-address/confirmation", desk, "{\"code\":\"000000\"}"));
  }
}
