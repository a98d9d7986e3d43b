package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One exam with every item type, from the file to the result, with people who mark; and pictures. */
@ExtendWith(SharedProgram.class)
class ItemTypesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FACTS = "topic: 题型接口/各种, stage: 决定, field: 通用, difficulty: 3, rationale: 见条文。, basis: [{article: 1, quote: 一}]}\n";
  private static Program program;
  private static String admin;
  private static String trainer;
  private static String blueprint;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    admin = program.token("admin");
    trainer = program.token("trainer");
    String image = read(201, program.upload("/api/v1/item-images", admin, "现场.png", png(40, 30))).get("id").asText();
    String items = "law: 题型接口法\nversion: '2020'\ninForce: 2020-01-01\nitems:\n"
        + "- {code: LX-S-1, type: SINGLE, stem: '单选，见图 ![票据](image:" + image + ")，选对的', options: {A: 对的, B: 错一, C: 错二, D: 错三}, key: [A], " + FACTS
        + "- {code: LX-M-1, type: MULTIPLE, stem: 多选，选对的, options: {A: 对的甲, B: 对的乙, C: 错一, D: 错二}, key: [A, B], " + FACTS
        + "- {code: LX-T-1, type: TRUE_FALSE, stem: 判断，对, key: true, " + FACTS
        + "- {code: LX-F-1, type: FILL, stem: 自收到之日起____日内, key: [[十五]], " + FACTS
        + "- {code: LX-O-1, type: ORDER, stem: 排出先后, options: {A: 第三步, B: 第一步, C: 第二步}, key: [B, C, A], " + FACTS
        + "- {code: LX-P-1, type: MATCH, stem: 连线, left: {1: 警告, 2: 罚款, 3: 没收}, options: {A: 声誉罚, B: 财产罚}, key: {1: A, 2: B, 3: B}, " + FACTS
        + "- {code: LX-X-1, type: SHORT_TEXT, stem: 指出两处错误, key: [{point: 未告知, marks: 1.5}, {point: 未听证, marks: 2}], " + FACTS
        + "- {code: LX-C-1, type: CASE, material: \"某局接到举报。\\n| 时间 | 事 |\\n| --- | --- |\\n| 三月 | 立案 |\", items: [{type: SINGLE, stem: 案例单选，选对的, options: {A: 对的, B: 错一, C: 错二}, key: [A], marks: 2}, {type: SHORT_TEXT, stem: 案例简答, key: [{point: 超期, marks: 3}], marks: 3}, {type: MATCH, stem: 案例连线, left: {1: 警告, 2: 罚款}, options: {A: 声誉罚, B: 财产罚}, key: {1: A, 2: B}, marks: 2}], " + FACTS;
    HttpResponse<String> imported = program.upload("/api/v1/item-imports", admin, "items.yaml", items.getBytes(StandardCharsets.UTF_8));
    assertEquals(201, imported.statusCode(), imported.body());
    blueprint = read(201, call("POST", "/blueprints", admin, """
        {"title":"各种题型","lines":[%s]}""".formatted(String.join(",", List.of(line("SINGLE", "1"), line("MULTIPLE", "2"), line("TRUE_FALSE", "1"), line("FILL", "1"), line("ORDER", "2"), line("MATCH", "3"), line("SHORT_TEXT", "3.5"), line("CASE", "7")))))).get("id").asText();
  }

  @Test
  void every_type_is_sat_marked_and_explained() throws Exception {
    String officer = program.token("officer171");
    String exam = anExam("officer171", "各种题型一");
    assertEquals(204, call("PUT", "/exams/" + exam + "/marking/rule", admin, "{\"markers\":2,\"tolerance\":0.5}").statusCode());
    JsonNode paper = read(201, call("POST", "/exams/" + exam + "/attempts", officer, null));
    String attempt = paper.get("id").asText();
    assertEquals(10, paper.get("questions").size());
    assertTrue(paper.get("markingRules").toString().contains("案例分析题 1 题，每题 7 分"), paper.get("markingRules").toString());
    assertFalse(paper.toString().contains("未告知"), "no scheme before the release");
    JsonNode first = find(paper, "案例单选");
    assertEquals(first.get("no"), first.get("caseFrom"));
    assertEquals("时间", first.get("materialBlocks").get(1).get("table").get(0).get(0).asText());
    assertEquals(first.get("no"), find(paper, "案例连线").get("caseFrom"));
    assertFalse(find(paper, "案例连线").has("material"), "once is enough");
    int seq = 0;
    for (JsonNode question : paper.get("questions")) {
      HttpResponse<String> saved = call("PUT", "/attempts/" + attempt + "/responses/" + question.get("no"), officer, right(question, ++seq));
      assertEquals(200, saved.statusCode(), question + " " + saved.body());
    }
    assertEquals("[\"", read(200, call("GET", "/attempts/" + attempt, officer, null)).at("/questions/4/response/order").toString().substring(0, 2));
    JsonNode handedIn = read(200, call("POST", "/attempts/" + attempt + "/submission", officer, "{}"));
    assertFalse(handedIn.has("score"), "it waits for people: " + handedIn);
    assertEquals("result-not-released", Program.field(call("GET", "/attempts/" + attempt + "/result", officer, null).body(), "code"));
    assertEquals("result-not-released", Program.field(call("GET", "/exams/" + exam + "/ranking", officer, null).body(), "code"));

    JsonNode desk = read(200, call("GET", "/exams/" + exam + "/marking", admin, null));
    assertEquals(2, desk.get("questions").size());
    for (JsonNode queue : desk.get("questions")) {
      String take = "/exams/" + exam + "/marking/tasks?item=" + queue.get("item") + "&part=" + queue.get("part");
      JsonNode task = read(200, call("POST", take, admin, null));
      assertFalse(task.toString().contains("officer171"), task.toString());
      assertEquals("答", task.get("answer").asText().substring(0, 1));
      String full = task.get("scheme").toString().contains("未告知") ? "[1.5,2]" : "[3]";
      assertEquals(422, call("POST", "/exams/" + exam + "/marking/tasks/" + task.get("id") + "/marks", admin, "{\"points\":[9,9]}").statusCode());
      assertEquals(204, call("POST", "/exams/" + exam + "/marking/tasks/" + task.get("id") + "/marks", admin, "{\"points\":" + full + "}").statusCode());
      assertEquals(204, call("POST", take, admin, null).statusCode(), "nobody marks an answer twice");
      JsonNode second = read(200, call("POST", take, trainer, null));
      assertEquals("SECOND", second.get("state").asText());
      assertEquals(0, second.get("others").size(), "apart from each other");
      assertEquals(204, call("POST", "/exams/" + exam + "/marking/tasks/" + second.get("id") + "/marks", trainer, "{\"points\":" + full + "}").statusCode());
      assertEquals("marking-not-held", Program.field(call("POST", "/exams/" + exam + "/marking/tasks/" + task.get("id") + "/marks", admin, "{\"points\":" + full + "}").body(), "code"));
    }
    JsonNode result = read(200, call("GET", "/attempts/" + attempt + "/result", officer, null));
    assertEquals("20.5", result.get("score").asText(), result.toString());
    assertEquals("未告知", find(result, "指出两处").get("points").get(0).get("text").asText());

    JsonNode queue = desk.get("questions").get(0);
    JsonNode marked = read(200, call("GET", "/exams/" + exam + "/marking/marked?item=" + queue.get("item") + "&part=" + queue.get("part"), admin, null)).get(0);
    String points = marked.get("scheme").size() == 2 ? "[0,0]" : "[0]";
    assertEquals(422, call("POST", "/exams/" + exam + "/marking/tasks/" + marked.get("id") + "/remarks", admin, "{\"points\":" + points + "}").statusCode(), "a reason");
    assertEquals(204, call("POST", "/exams/" + exam + "/marking/tasks/" + marked.get("id") + "/remarks", admin, "{\"points\":" + points + ",\"reason\":\"复核\"}").statusCode());
    assertEquals(20.5 - marked.get("marks").asDouble(), read(200, call("GET", "/attempts/" + attempt + "/result", officer, null)).get("score").asDouble());
  }

  @Test
  void two_who_mark_at_once_have_different_answers_and_lose_none() throws Exception {
    List<String> officers = List.of("officer176", "officer177");
    String exam = anExam(String.join(",", officers), "各种题型五");
    List<String> attempts = new ArrayList<>();
    for (String one : officers) {
      String officer = program.token(one);
      JsonNode paper = read(201, call("POST", "/exams/" + exam + "/attempts", officer, null));
      attempts.add(paper.get("id").asText());
      int seq = 0;
      for (JsonNode question : paper.get("questions")) if (question.get("type").asText().equals("SHORT_TEXT")) assertEquals(200, call("PUT", "/attempts/" + paper.get("id").asText() + "/responses/" + question.get("no"), officer, right(question, ++seq)).statusCode());
      read(200, call("POST", "/attempts/" + paper.get("id").asText() + "/submission", officer, "{}"));
    }
    List<String> markers = List.of(admin, trainer);
    for (JsonNode queue : read(200, call("GET", "/exams/" + exam + "/marking", admin, null)).get("questions")) {
      String tasks = "/exams/" + exam + "/marking/tasks";
      List<String> taken = markers.parallelStream().map(marker -> unchecked(() -> read(200, call("POST", tasks + "?item=" + queue.get("item") + "&part=" + queue.get("part"), marker, null)).get("id").asText())).toList();
      assertEquals(2, taken.stream().distinct().count(), taken.toString());
      assertEquals("marking-not-held", Program.field(call("POST", tasks + "/" + taken.get(0) + "/marks", trainer, queue.get("part").asInt() == 0 ? "{\"points\":[1,1]}" : "{\"points\":[1]}").body(), "code"));
      String points = queue.get("part").asInt() == 0 ? "{\"points\":[1.5,1]}" : "{\"points\":[2]}";
      List<Integer> answers = List.of(0, 1).parallelStream().map(i -> unchecked(() -> call("POST", tasks + "/" + taken.get(i) + "/marks", markers.get(i), points).statusCode())).toList();
      assertEquals(List.of(204, 204), answers);
    }
    for (int i = 0; i < 2; i++) assertEquals(4.5, read(200, call("GET", "/attempts/" + attempts.get(i) + "/result", program.token(officers.get(i)), null)).get("score").asDouble());
  }

  private static <T> T unchecked(java.util.concurrent.Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_nobody_wrote_waits_for_nobody() throws Exception {
    String officer = program.token("officer172");
    String exam = anExam("officer172", "各种题型二");
    String attempt = read(201, call("POST", "/exams/" + exam + "/attempts", officer, null)).get("id").asText();
    JsonNode handedIn = read(200, call("POST", "/attempts/" + attempt + "/submission", officer, "{}"));
    assertEquals("0", handedIn.get("score").asText());
    assertEquals(0, read(200, call("GET", "/exams/" + exam + "/marking", admin, null)).get("questions").size());
  }

  @Test
  void an_answer_must_have_the_form_of_its_question() throws Exception {
    String officer = program.token("officer173");
    String exam = anExam("officer173", "各种题型三");
    JsonNode paper = read(201, call("POST", "/exams/" + exam + "/attempts", officer, null));
    String responses = "/attempts/" + paper.get("id").asText() + "/responses/";
    for (String wrong : List.of("{\"order\":[\"A\",\"A\",\"B\"],\"seq\":1}", "{\"order\":[\"A\",\"B\"],\"seq\":1}", "{\"choice\":[\"A\"],\"seq\":1}", "{\"pairs\":[\"A\",\"B\",\"C\"],\"seq\":1}")) assertEquals("unknown-option", Program.field(call("PUT", responses + find(paper, "排出先后").get("no"), officer, wrong).body(), "code"), wrong);
    for (String wrong : List.of("{\"pairs\":[\"A\"],\"seq\":1}", "{\"pairs\":[\"A\",\"B\",\"Z\"],\"seq\":1}", "{\"order\":[\"A\",\"B\"],\"seq\":1}")) assertEquals("unknown-option", Program.field(call("PUT", responses + find(paper, "连线").get("no"), officer, wrong).body(), "code"), wrong);
    assertEquals("unknown-option", Program.field(call("PUT", responses + find(paper, "指出两处").get("no"), officer, "{\"text\":\"" + "长".repeat(2001) + "\",\"seq\":1}").body(), "code"));
    assertEquals(200, call("PUT", responses + find(paper, "指出两处").get("no"), officer, "{\"text\":\"<script>alert(1)</script>\\n\\\"引号\\\"\",\"seq\":1}").statusCode());
    assertEquals("<script>alert(1)</script>\n\"引号\"", find(read(200, call("GET", "/attempts/" + paper.get("id").asText(), officer, null)), "指出两处").get("response").get("text").asText());
  }

  @Test
  void a_picture_is_seen_by_those_whose_paper_shows_it() throws Exception {
    String officer = program.token("officer174");
    String exam = anExam("officer174", "各种题型四");
    JsonNode paper = read(201, call("POST", "/exams/" + exam + "/attempts", officer, null));
    long image = find(paper, "单选，见图").get("stemBlocks").get(1).get("image").asLong();
    assertEquals("票据", find(paper, "单选，见图").get("stemBlocks").get(1).get("alt").asText());
    HttpResponse<String> seen = program.call("GET", "/api/v1/item-images/" + image + "/content?attempt=" + paper.get("id").asText(), officer, null);
    assertEquals(200, seen.statusCode());
    assertTrue(seen.headers().firstValue("content-type").orElse("").startsWith("image/png"));
    assertEquals("nosniff", seen.headers().firstValue("x-content-type-options").orElse(""));
    assertEquals(404, program.call("GET", "/api/v1/item-images/" + image + "/content", officer, null).statusCode());
    assertEquals(404, program.call("GET", "/api/v1/item-images/" + image + "/content?attempt=" + paper.get("id").asText(), program.token("officer175"), null).statusCode());
    assertEquals(404, program.call("GET", "/media/images/" + image + "?attempt=" + paper.get("id").asText(), null, null).statusCode());
    assertEquals(200, program.call("GET", "/api/v1/item-images/" + image + "/content", trainer, null).statusCode());
  }

  @Test
  void what_is_no_picture_or_would_fill_the_memory_is_refused() throws Exception {
    assertEquals(422, program.upload("/api/v1/item-images", admin, "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8)).statusCode());
    assertEquals(422, program.upload("/api/v1/item-images", admin, "a.png", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).statusCode());
    byte[] bomb = png(1, 1);
    // the head says 60,000 × 60,000
    for (int at : new int[] {16, 20}) {
      bomb[at] = 0;
      bomb[at + 1] = 0;
      bomb[at + 2] = (byte) 0xEA;
      bomb[at + 3] = 0x60;
    }
    HttpResponse<String> refused = program.upload("/api/v1/item-images", admin, "a.png", bomb);
    assertEquals(422, refused.statusCode());
    assertEquals(403, program.upload("/api/v1/item-images", program.token("officer171"), "a.png", png(5, 5)).statusCode());
    byte[] hidden = new byte[png(5, 5).length + 40];
    System.arraycopy(png(5, 5), 0, hidden, 0, png(5, 5).length);
    System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), 0, hidden, png(5, 5).length, 25);
    String id = read(201, program.upload("/api/v1/item-images", admin, "b.png", hidden)).get("id").asText();
    assertFalse(program.call("GET", "/api/v1/item-images/" + id + "/content", admin, null).body().contains("script"), "written anew");
    assertEquals(422, program.upload("/api/v1/item-imports", admin, "items.yaml", ("law: 题型接口法\nversion: '2020'\ninForce: 2020-01-01\nitems:\n- {code: LX-S-9, type: SINGLE, stem: '![无](image:999999)', options: {A: 一, B: 二, C: 三}, key: [A], " + FACTS).getBytes(StandardCharsets.UTF_8)).statusCode(), "a picture that is not there");
  }

  private static String line(String type, String marks) {
    return "{\"topic\":\"题型接口\",\"type\":\"%s\",\"difficultyFrom\":1,\"difficultyTo\":5,\"count\":1,\"marks\":%s}".formatted(type, marks);
  }

  private static String anExam(String officers, String title) throws Exception {
    List<String> ids = new ArrayList<>();
    for (String officer : officers.split(",")) ids.add(Program.field(call("GET", "/me", program.token(officer), null).body(), "id"));
    return read(201, call("POST", "/exams", admin, "{\"title\":\"" + title + "\",\"blueprintId\":" + blueprint + ",\"passMark\":1,\"opensAt\":\"2026-02-01T00:00:00+08:00\",\"closesAt\":\"2099-01-01T00:00:00+08:00\",\"release\":\"AT_ONCE\",\"officerIds\":[" + String.join(",", ids) + "]}")).get("id").asText();
  }

  /** The right answer, told by what the test wrote into the options. */
  private static String right(JsonNode question, int seq) {
    Map<String, String> letters = new HashMap<>();
    question.get("options").forEach(option -> letters.put(option.get("text").asText(), option.get("key").asText()));
    String body = switch (question.get("type").asText()) {
      case "FILL" -> "\"blanks\":[\"１５\"]";
      case "ORDER" -> "\"order\":[\"" + letters.get("第一步") + "\",\"" + letters.get("第二步") + "\",\"" + letters.get("第三步") + "\"]";
      case "MATCH" -> {
        List<String> pairs = new ArrayList<>();
        question.get("left").forEach(entry -> pairs.add("\"" + letters.get(entry.get("text").asText().equals("警告") ? "声誉罚" : "财产罚") + "\""));
        yield "\"pairs\":[" + String.join(",", pairs) + "]";
      }
      case "SHORT_TEXT" -> "\"text\":\"答：未告知，也未听证；已经超期。\"";
      case "TRUE_FALSE" -> "\"choice\":[\"A\"]";
      default -> "\"choice\":[" + String.join(",", letters.entrySet().stream().filter(one -> one.getKey().startsWith("对的")).map(one -> "\"" + one.getValue() + "\"").toList()) + "]";
    };
    return "{" + body + ",\"seq\":" + seq + "}";
  }

  private static JsonNode find(JsonNode paper, String stem) {
    for (JsonNode question : paper.get("questions")) if (question.get("stem").asText().startsWith(stem)) return question;
    throw new AssertionError(stem + " in " + paper);
  }

  private static byte[] png(int width, int height) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static JsonNode read(int status, HttpResponse<String> answer) throws Exception {
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
