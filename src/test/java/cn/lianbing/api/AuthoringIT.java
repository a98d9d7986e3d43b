package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Items written, reviewed, found and changed from outside, and the attacks that touch it. */
@ExtendWith(SharedProgram.class)
class AuthoringIT {
  private static final String ITEM = """
      {"code":"%s","question":{"type":"SINGLE","stem":"%s","options":{"A":"三日","B":"五日","C":"七日","D":"十日"},"key":["B"]},"basis":[{"article":"64","quote":"五日内提出"}],
       "law":"行政处罚法","lawVersion":"2021修订","topic":"行政处罚/听证程序","stage":"听证","field":"通用","difficulty":"2","rationale":"第六十四条：五日内提出。"}""";
  private static Program program;
  private static String trainer;
  private static String admin;
  private static String officer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    trainer = program.token("trainer");
    admin = program.token("admin");
    officer = program.token("officer101");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static String ok(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json"), answer.headers().toString());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  private static String begun(String token) throws Exception {
    HttpResponse<String> begun = call("POST", "/item-drafts", token, "{\"type\":\"SINGLE\"}");
    ok(201, begun);
    return begun.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
  }

  private static String versionOf(String id) throws Exception {
    return ok(200, call("GET", "/item-drafts/" + id, admin, null)).replaceAll("(?s).*\"type\":\"[A-Z_]+\",\"version\":(\\d+).*", "$1");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void an_item_is_written_reviewed_published_and_looked_back_at() throws Exception {
    String id = begun(trainer);
    String version = Program.field(ok(200, call("PUT", "/item-drafts/" + id, trainer, "{\"version\":" + versionOf(id) + ",\"item\":" + ITEM.formatted("QCJK-001", "接口起草的听证期限是几日？") + ",\"tags\":[\"接口\"],\"embargoed\":true}")), "version");
    isProblem(409, "changed-meanwhile", call("PUT", "/item-drafts/" + id, trainer, "{\"version\":0,\"item\":" + ITEM.formatted("QCJK-001", "迟到的") + "}"));
    isProblem(422, "invalid", call("PUT", "/item-drafts/" + id, trainer, "{\"item\":" + ITEM.formatted("QCJK-001", "没有版本") + "}"));
    version = Program.field(ok(200, call("POST", "/item-drafts/" + id + "/submission", trainer, "{\"version\":" + version + "}")), "version");
    isProblem(404, "not-found", call("GET", "/items/QCJK-001", trainer, null));
    isProblem(403, "forbidden", call("POST", "/item-drafts/" + id + "/publication", trainer, "{\"version\":" + version + "}"));
    isProblem(422, "invalid", call("POST", "/item-drafts/" + id + "/return", admin, "{\"version\":" + version + "}"));
    ok(204, call("POST", "/item-drafts/" + id + "/publication", admin, "{\"version\":" + version + ",\"comment\":\"好\"}"));
    isProblem(409, "changed-meanwhile", call("POST", "/item-drafts/" + id + "/publication", admin, "{\"version\":" + version + "}"));
    String item = ok(200, call("GET", "/items/QCJK-001", trainer, null));
    assertTrue(item.contains("\"embargoed\":true") && item.contains("\"tags\":[\"接口\"]"), item);
    String history = ok(200, call("GET", "/items/QCJK-001/record/history", trainer, null));
    assertTrue(history.contains("\"kind\":\"SUBMITTED\"") && history.contains("\"kind\":\"PUBLISHED\"") && history.contains("\"note\":\"好\""), history);
    assertTrue(ok(200, call("GET", "/items/QCJK-001/record/usage", trainer, null)).contains("\"exams\":[]"));
    String found = ok(200, call("GET", "/items?q=" + encoded("接口起草的 听证期限") + "&tag=" + encoded("接口") + "&embargoed=true&difficultyTo=2", trainer, null));
    assertTrue(found.contains("QCJK-001") && Program.field(found, "total").equals("1"), found);
    HttpResponse<String> change = call("POST", "/item-drafts", trainer, "{\"revises\":\"QCJK-001\"}");
    assertTrue(ok(201, change).contains("\"newItem\":false"));
    isProblem(409, "draft-open", call("POST", "/item-drafts", admin, "{\"revises\":\"QCJK-001\"}"));
  }

  @Test
  void who_wrote_it_does_not_review_it_and_who_sits_exams_sees_nothing_of_it() throws Exception {
    String id = begun(admin);
    String version = Program.field(ok(200, call("PUT", "/item-drafts/" + id, admin, "{\"version\":" + versionOf(id) + ",\"item\":" + ITEM.formatted("QCJK-002", "自己起草自己审核，行吗？") + "}")), "version");
    version = Program.field(ok(200, call("POST", "/item-drafts/" + id + "/submission", admin, "{\"version\":" + version + "}")), "version");
    isProblem(409, "review-own", call("POST", "/item-drafts/" + id + "/publication", admin, "{\"version\":" + version + "}"));
    assertTrue(ok(200, call("POST", "/item-changes", admin, "{\"action\":\"PUBLISH\",\"items\":[{\"code\":\"" + id + "\",\"version\":" + version + "}]}")).contains("\"code\":\"review-own\""));
    for (String path : new String[] {"/item-drafts", "/item-drafts/" + id, "/items/XZCF-036-01/record/history", "/items/XZCF-036-01/record/usage", "/topic-tree"}) isProblem(403, "forbidden", call("GET", path, officer, null));
    isProblem(403, "forbidden", call("POST", "/item-similarities", officer, "{\"item\":" + ITEM.formatted("X-001", "探答案") + "}"));
    isProblem(403, "forbidden", call("POST", "/item-changes", trainer, "{\"action\":\"RETIRE\",\"items\":[{\"code\":\"XZCF-036-01\"}]}"));
    isProblem(403, "forbidden", call("POST", "/topic-tree/moves", trainer, "{\"from\":\"行政处罚\",\"to\":\"别处\"}"));
    isProblem(404, "not-found", call("GET", "/item-drafts/99999999", trainer, null));
    isProblem(404, "not-found", call("GET", "/item-drafts/x", trainer, null));
  }

  @Test
  void attacks_9_and_15_nonsense_is_refused_or_finds_nothing() throws Exception {
    isProblem(422, "invalid", call("GET", "/items?type=NONSENSE", trainer, null));
    isProblem(400, "invalid", call("GET", "/items?difficultyFrom=9", trainer, null));
    isProblem(400, "invalid", call("GET", "/items?sort=stem", trainer, null));
    for (String text : new String[] {"\"+*<>~()@-", "' or 1=1 -- ", "%", "____%", "\\", "a".repeat(3000)}) assertTrue(ok(200, call("GET", "/items?q=" + encoded("鬼" + text), trainer, null)).contains("\"total\":0"), text);
    isProblem(422, "invalid", call("POST", "/item-drafts", trainer, "{\"type\":\"NONSENSE\"}"));
    isProblem(422, "invalid", call("POST", "/item-changes", admin, "{\"action\":\"RETIRE\",\"items\":[]}"));
    String id = begun(trainer);
    isProblem(422, "invalid", call("PUT", "/item-drafts/" + id, trainer, "{\"version\":" + versionOf(id) + ",\"item\":{}}"));
    isProblem(422, "invalid", call("PUT", "/item-drafts/" + id, trainer, "{\"version\":" + versionOf(id) + ",\"item\":" + ITEM.formatted("XZCF-036-01", "占别人的代码") + "}"));
    HttpResponse<String> empty = call("POST", "/item-drafts/" + id + "/submission", trainer, "{\"version\":" + versionOf(id) + "}");
    isProblem(422, "invalid", empty);
    assertTrue(empty.body().contains("\"field\":\"stem\"") && empty.body().contains("\"field\":\"law\""), empty.body());
  }

  @Test
  void items_that_ask_the_same_are_shown_and_told_at_the_trial_of_an_import() throws Exception {
    String alike = ok(200, call("POST", "/item-similarities", trainer, "{\"item\":{\"question\":{\"type\":\"SINGLE\",\"stem\":\"其他法律没有特别规定的违法行为，既不涉及生命健康安全也不涉及金融安全，过了多久没被发现就不再处罚？\",\"options\":{\"A\":\"一年\",\"B\":\"二年\",\"C\":\"三年\"},\"key\":[\"B\"]},\"law\":\"行政处罚法\"}}"));
    assertTrue(alike.contains("XZCF-036-01"), alike);
  }

  @Test
  void the_tree_of_topics_is_moved_by_administrators() throws Exception {
    assertTrue(ok(200, call("GET", "/topic-tree", trainer, null)).contains("\"path\":\"行政处罚\""));
    isProblem(404, "not-found", call("POST", "/topic-tree/moves", admin, "{\"from\":\"没有这个\",\"to\":\"别处\"}"));
    isProblem(422, "invalid", call("POST", "/topic-tree/moves", admin, "{\"from\":\"行政处罚\",\"to\":\"a//b\"}"));
    isProblem(409, "topic-exists", call("POST", "/topic-tree/moves", admin, "{\"from\":\"行政处罚\",\"to\":\"行政强制\"}"));
    isProblem(409, "topic-used", call("POST", "/topic-tree/removals", admin, "{\"path\":\"行政处罚/听证程序\"}"));
  }
}
