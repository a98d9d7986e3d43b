package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Practice from outside. */
@ExtendWith(SharedProgram.class)
class PracticeIT {
  private static Program program;
  private static String officer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    officer = program.token("officer240");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1/practice" + path, token, json);
  }

  private static JsonNode read(HttpResponse<String> answer) throws Exception {
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body());
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"" + code + "\""), answer.body());
  }

  @Test
  void a_drill_comes_whole_and_its_answers_count_once() throws Exception {
    JsonNode question = read(call("GET", "/drills?type=SINGLE&size=3", officer, null)).get("questions").get(0);
    String key = question.get("key").get("choice").get(0).asText();
    assertTrue(!question.get("rationale").asText().isEmpty() && !question.get("articles").isEmpty(), question.toString());
    String answers = "{\"answers\":[{\"clientId\":\"it-practice-1\",\"itemVersionId\":%d,\"order\":\"%s\",\"choice\":[\"%s\"]},{\"clientId\":\"it-practice-2\",\"itemVersionId\":%d,\"order\":\"%s\",\"choice\":[\"%s\"]}]}";
    long version = question.get("itemVersionId").asLong();
    String order = question.get("order").asText();
    String body = answers.formatted(version, order, key, version, order, key.equals("A") ? "B" : "A");
    var taken = read(call("POST", "/answers", officer, body)).get("answers");
    assertTrue(taken.get(0).get("correct").asBoolean() && !taken.get(1).get("correct").asBoolean(), taken.toString());
    assertTrue(read(call("POST", "/answers", officer, body)).get("answers").get(1).get("known").asBoolean());
    assertEquals(1, read(call("GET", "/book", officer, null)).get("total").asInt());
    assertEquals(1, read(call("GET", "/plan", officer, null)).get("wrong").asInt());
    assertEquals(1, read(call("GET", "/drills?from=WRONG", officer, null)).get("questions").size());
    assertEquals(204, call("PUT", "/items/" + question.get("itemId").asInt(), officer, "{\"favourite\":true,\"note\":\"<script>\"}").statusCode());
    assertEquals(200, call("GET", "/mastery", officer, null).statusCode());
  }

  @Test
  void nonsense_and_others_are_refused() throws Exception {
    isProblem(401, "not-signed-in", call("GET", "/plan", null, null));
    isProblem(403, "forbidden", call("GET", "/plan", program.token("trainer"), null));
    isProblem(403, "forbidden", call("GET", "/units/1", officer, null));
    isProblem(404, "not-found", call("GET", "/units/999999", program.token("trainer"), null));
    isProblem(400, "unreadable", call("GET", "/drills?from=NONSENSE", officer, null));
    isProblem(400, "invalid", call("GET", "/drills?size=1000", officer, null));
    for (String body : new String[] {"{}", "{\"answers\":[]}", "{\"answers\":[null]}", "{\"answers\":[{\"clientId\":\"it-practice-9\",\"itemVersionId\":1,\"order\":\"ZZ\",\"choice\":[\"A\"]}]}"}) isProblem(422, "invalid", call("POST", "/answers", officer, body));
  }

  @Test
  void a_forged_token_of_the_drill_page_opens_nothing() throws Exception {
    String forged = "pr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    isProblem(401, "not-signed-in", call("GET", "/plan", forged, null));
  }
}
