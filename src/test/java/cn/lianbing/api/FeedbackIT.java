package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feedback over the REST contract, and the rows of attacks.md that touch it. */
@ExtendWith(SharedProgram.class)
class FeedbackIT {
  private static Program program;
  private static String trainer;
  private static String unit;
  private static String officer;
  private static long session;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    trainer = program.token("trainer");
    unit = program.token("unit01");
    officer = program.token("officer001");
    session = Long.parseLong(Program.field(call("GET", "/feedback-forms?state=OPEN", trainer, null).body(), "sessionId"));
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static List<String> slips(int count) throws Exception {
    HttpResponse<String> made = call("POST", "/feedback-forms/" + session + "/slips", trainer, "{\"count\":" + count + "}");
    assertEquals(201, made.statusCode(), made.body());
    List<String> tickets = new ArrayList<>();
    Matcher each = Pattern.compile("[A-Za-z0-9_-]{54}").matcher(made.body());
    while (each.find()) tickets.add(each.group());
    assertEquals(count, tickets.size(), made.body());
    return tickets;
  }

  private static String answer(String ticket, String scores, String remark) {
    return "{\"ticket\":\"" + ticket + "\",\"scores\":" + scores + ",\"remark\":\"" + remark + "\"}";
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  @Test
  void a_ticket_answers_once_without_a_token_and_a_token_changes_nothing() throws Exception {
    List<String> tickets = slips(2);
    HttpResponse<String> form = call("POST", "/feedback-answers/form", null, "{\"ticket\":\"" + tickets.get(0) + "\"}");
    assertEquals(200, form.statusCode(), form.body());
    assertEquals(5, form.body().split("\"about\"").length - 1, form.body());
    assertEquals(204, call("POST", "/feedback-answers", null, answer(tickets.get(0), "[5,4,3,2,1]", "好")).statusCode());
    isProblem(409, "feedback-used", call("POST", "/feedback-answers", null, answer(tickets.get(0), "[1,1,1,1,1]", "")));
    assertEquals(204, call("POST", "/feedback-answers", officer, answer(tickets.get(1), "[5,4,3,2,1]", "带着令牌")).statusCode());
    String log = call("GET", "/audit?size=200", program.token("auditor"), null).body();
    assertTrue(log.contains("feedback.slips"), log);
    assertFalse(log.contains("带着令牌") || log.contains(tickets.get(0)), log);
  }

  @Test
  void attack_9_answers_of_any_wrong_shape_are_4xx_and_the_ticket_stays_good() throws Exception {
    String ticket = slips(1).get(0);
    for (String bad : List.of("", "null", "{", "[]", "\"x\"", "{}", "{\"ticket\":null}", "{\"ticket\":{}}", "{\"ticket\":\"" + ticket + "\"}", answer(ticket, "null", ""), answer(ticket, "[5,5,5,5]", ""), answer(ticket, "[5,5,5,5,5,5]", ""), answer(ticket, "[0,5,5,5,5]", ""), answer(ticket, "[5,5,5,5,1e99]", ""), answer(ticket, "[5,5,5,5,null]", ""),
        answer(ticket, "[5,5,5,5,\"x\"]", ""), answer(ticket, "[[5],5,5,5,5]", ""), answer(ticket, "[5,5,5,5,5]", "长".repeat(501)), answer("x".repeat(54), "[5,5,5,5,5]", ""), "{\"ticket\":\"" + ticket + "\",\"scores\":" + "[".repeat(5000) + "]".repeat(5000) + "}")) {
      HttpResponse<String> answer = call("POST", "/feedback-answers", null, bad);
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, bad.substring(0, Math.min(80, bad.length())) + " → " + answer.statusCode() + " " + answer.body());
    }
    assertEquals(204, call("POST", "/feedback-answers", null, answer(ticket, "[5,5,5,5,5]", "")).statusCode());
  }

  @Test
  void nothing_of_an_open_form_is_told_but_how_many_answered() throws Exception {
    call("POST", "/feedback-answers", null, answer(slips(1).get(0), "[1,1,1,1,1]", "谁也看不到这一句"));
    for (String path : List.of("/feedback-forms/" + session, "/feedback-forms?state=OPEN", "/feedback-forms")) {
      HttpResponse<String> told = call("GET", path, trainer, null);
      assertEquals(200, told.statusCode(), told.body());
      assertFalse(told.body().contains("谁也看不到这一句") || told.body().contains("counts"), told.body());
    }
    assertTrue(call("GET", "/feedback-forms/" + session, trainer, null).body().contains("\"shown\":false"));
  }

  @Test
  void attacks_3_16_17_and_18_officers_and_other_units_reach_nothing() throws Exception {
    isProblem(403, "forbidden", call("GET", "/feedback-forms", officer, null));
    isProblem(403, "forbidden", call("POST", "/feedback-templates", unit, "{\"title\":\"x\"}"));
    isProblem(403, "forbidden", call("POST", "/follow-ups", officer, "{}"));
    isProblem(401, "not-signed-in", call("POST", "/feedback-forms/" + session + "/tickets", null, null));
    for (String path : List.of("/feedback-forms/" + session, "/quizzes/" + session, "/feedback-forms/999999", "/feedback-forms/abc")) isProblem(404, "not-found", call("GET", path, unit, null));
    isProblem(404, "not-found", call("POST", "/feedback-forms/" + session + "/closing", unit, null));
    isProblem(404, "not-found", call("POST", "/feedback-forms/" + session + "/slips", unit, "{\"count\":5}"));
    isProblem(404, "not-found", call("POST", "/follow-ups", unit, "{\"sessionId\":" + session + ",\"task\":\"x\"}"));
    isProblem(404, "not-found", call("GET", "/quizzes/999999/sheet", officer, null));
    assertFalse(call("GET", "/feedback-forms?size=200", unit, null).body().contains("\"sessionId\":" + session + ","));
    assertFalse(call("GET", "/follow-ups?size=200", unit, null).body().contains("\"sessionId\":" + session + ","));
  }

  @Test
  void attack_10_nothing_changes_by_get_and_attack_15_nonsense_in_a_query_is_400() throws Exception {
    isProblem(405, "method-not-allowed", call("GET", "/feedback-answers", null, null));
    isProblem(405, "method-not-allowed", call("GET", "/feedback-forms/" + session + "/closing", trainer, null));
    isProblem(405, "method-not-allowed", call("GET", "/feedback-forms/" + session + "/slips", trainer, null));
    for (String query : List.of("/feedback-forms?page=0", "/feedback-forms?size=999", "/feedback-forms?sort=x%27", "/feedback-forms?state=%27%20or%201=1", "/follow-ups?state=x", "/follow-ups?session=x", "/feedback-templates?size=x")) assertEquals(400, call("GET", query, trainer, null).statusCode(), query);
  }

  @Test
  void templates_and_tasks_are_kept_by_whoever_may() throws Exception {
    String five = "[{\"text\":\"内容\",\"about\":\"CONTENT\"},{\"text\":\"讲师\",\"about\":\"LECTURER\"},{\"text\":\"组织\",\"about\":\"ORGANISATION\"},{\"text\":\"用处\",\"about\":\"USE\"},{\"text\":\"总体\",\"about\":\"OVERALL\"}]";
    HttpResponse<String> made = call("POST", "/feedback-templates", trainer, "{\"title\":\"<b>接口模板</b>\",\"questions\":" + five + "}");
    assertEquals(201, made.statusCode(), made.body());
    String id = Program.field(made.body(), "id");
    isProblem(422, "invalid", call("PUT", "/feedback-templates/" + id, trainer, "{\"title\":\"x\",\"questions\":" + five.replace("LECTURER", "OVERALL") + "}"));
    assertEquals(204, call("DELETE", "/feedback-templates/" + id, trainer, null).statusCode());
    isProblem(404, "not-found", call("DELETE", "/feedback-templates/" + id, trainer, null));
    String task = Program.field(call("POST", "/follow-ups", trainer, "{\"sessionId\":" + session + ",\"task\":\"接口任务\"}").body(), "id");
    isProblem(422, "invalid", call("POST", "/follow-ups/" + task + "/settlement", trainer, "{\"done\":true}"));
    assertEquals(204, call("POST", "/follow-ups/" + task + "/settlement", trainer, "{\"done\":false,\"outcome\":\"不需要\"}").statusCode());
    isProblem(409, "task-settled", call("POST", "/follow-ups/" + task + "/settlement", trainer, "{\"done\":true,\"outcome\":\"x\"}"));
  }
}
