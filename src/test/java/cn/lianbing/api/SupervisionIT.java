package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Times;
import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case-file review, letters of supervision and the annual report's annex over the REST contract, and the rows of attacks.md that touch them. */
@ExtendWith(SharedProgram.class)
class SupervisionIT {
  private static Program program;
  private static String supervisor;
  private static String auditor;
  private static String unit;
  private static String officer;
  private static String trainer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    supervisor = program.token("supervisor");
    auditor = program.token("auditor");
    unit = program.token("unit01");
    officer = program.token("officer001");
    trainer = program.token("trainer");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static JsonNode read(int status, HttpResponse<String> answer) throws Exception {
    assertEquals(status, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body());
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  private static long unitId(String name) throws Exception {
    for (JsonNode one : read(200, call("GET", "/units?size=200", supervisor, null)).get("items")) if (one.get("name").asText().equals(name)) return one.get("id").asLong();
    throw new AssertionError(name);
  }

  private static long batch(String title) throws Exception {
    long checklist = read(200, call("GET", "/review-checklists", supervisor, null)).get("items").get(0).get("id").asLong();
    return read(201, call("POST", "/review-batches", supervisor, "{\"year\":2031,\"title\":\"" + title + "\",\"basis\":\"第四十条\",\"startsOn\":\"2031-01-01\",\"endsOn\":\"2031-02-01\",\"checklistId\":" + checklist + "}")).get("id").asLong();
  }

  @Test
  void a_review_runs_from_the_plan_to_the_answer() throws Exception {
    long market = unitId("区市场监督管理局");
    long batch = batch("接口评查");
    assertEquals(204, call("POST", "/review-batches/" + batch + "/units", supervisor, "{\"unitIds\":[" + market + "]}").statusCode());
    assertEquals(2, read(200, call("POST", "/review-batches/" + batch + "/draws", supervisor, "{\"count\":2}")).get("unitIds").size());
    long file = read(201, call("POST", "/review-batches/" + batch + "/files", supervisor, "{\"unitId\":" + market + ",\"caseNumber\":\"接〔2031〕1号\",\"title\":\"<b>某店</b>案\",\"kind\":\"PENALTY\"}")).get("id").asLong();
    isProblem(422, "invalid", call("POST", "/review-batches/" + batch + "/files", supervisor, "{\"unitId\":" + market + ",\"caseNumber\":\"接〔2031〕1号\",\"title\":\"再来\",\"kind\":\"PENALTY\"}"));
    StringBuilder findings = new StringBuilder();
    for (JsonNode item : read(200, call("GET", "/review-checklists", supervisor, null)).get("items").get(0).get("items")) findings.append(findings.isEmpty() ? "" : ",").append("{\"item\":\"").append(item.get("code").asText()).append("\",\"result\":\"MET\",\"lost\":0,\"remark\":\"\"}");
    isProblem(422, "invalid", call("PUT", "/review-files/" + file + "/findings", supervisor, "{\"version\":1,\"findings\":[]}"));
    isProblem(409, "changed-meanwhile", call("PUT", "/review-files/" + file + "/findings", supervisor, "{\"version\":99,\"findings\":[" + findings + "]}"));
    int version = read(200, call("GET", "/review-files/" + file, supervisor, null)).get("version").asInt();
    assertEquals(1000, read(200, call("PUT", "/review-files/" + file + "/findings", supervisor, "{\"version\":" + version + ",\"findings\":[" + findings + "]}")).get("score").asInt());
    read(201, call("POST", "/review-batches/" + batch + "/opinions", supervisor, "{\"unitId\":" + market + ",\"fileId\":" + file + ",\"item\":\"law\",\"wording\":\"请补正\"}"));
    long letter = read(201, call("POST", "/review-batches/" + batch + "/letters", supervisor, "{\"unitId\":" + market + ",\"deadline\":\"" + LocalDate.now().plusDays(20) + "\"}")).get("id").asLong();
    isProblem(409, "letter-no-opinions", call("POST", "/review-batches/" + batch + "/letters", supervisor, "{\"unitId\":" + market + ",\"deadline\":\"" + LocalDate.now().plusDays(20) + "\"}"));
    isProblem(409, "deadline-not-over", call("POST", "/supervision-letters/" + letter + "/decision", supervisor, "{\"measure\":\"CORRECT\",\"content\":\"x\",\"deadline\":\"" + LocalDate.now().plusDays(20) + "\"}"));
    isProblem(409, "letter-not-answered", call("POST", "/supervision-letters/" + letter + "/judgement", supervisor, "{\"accepted\":true}"));
    assertEquals("ANSWERED", read(200, call("POST", "/supervision-letters/" + letter + "/answer", unit, "{\"report\":\"已整改\"}")).at("/row/state").asText());
    isProblem(409, "letter-answered", call("POST", "/supervision-letters/" + letter + "/answer", unit, "{\"report\":\"已整改\"}"));
    isProblem(422, "invalid", call("POST", "/supervision-letters/" + letter + "/judgement", supervisor, "{\"accepted\":false}"));
    assertEquals("ACCEPTED", read(200, call("POST", "/supervision-letters/" + letter + "/judgement", supervisor, "{\"accepted\":true}")).at("/row/state").asText());
    assertTrue(call("GET", "/supervision-letters/" + letter + "/letter.pdf", unit, null).body().startsWith("%PDF-"));
    assertEquals("CLOSED", read(200, call("POST", "/review-batches/" + batch + "/closing", supervisor, null)).get("state").asText());
  }

  @Test
  void article_43_a_letter_that_nobody_heeds_becomes_a_decision_and_both_count_in_the_annex() throws Exception {
    long market = unitId("区市场监督管理局");
    long batch = batch("逾期评查");
    assertEquals(204, call("POST", "/review-batches/" + batch + "/units", supervisor, "{\"unitIds\":[" + market + "]}").statusCode());
    read(201, call("POST", "/review-batches/" + batch + "/opinions", supervisor, "{\"unitId\":" + market + ",\"wording\":\"请建立法制审核台账\"}"));
    LocalDate today = LocalDate.now(Times.ZONE);
    long letter = read(201, call("POST", "/review-batches/" + batch + "/letters", supervisor, "{\"unitId\":" + market + ",\"deadline\":\"" + today.plusDays(20) + "\"}")).get("id").asLong();
    String decision = "{\"measure\":\"CORRECT\",\"content\":\"责令十五日内改正\",\"deadline\":\"" + today.plusDays(15) + "\"}";
    isProblem(409, "deadline-not-over", call("POST", "/supervision-letters/" + letter + "/decision", supervisor, decision));
    program.change("update supervision_letter set issued_on = '" + today.minusDays(30) + "', deadline = '" + today.minusDays(1) + "' where id = " + letter);
    boolean listed = false;
    for (JsonNode one : read(200, call("GET", "/supervision-letters?which=OVERDUE&size=200", supervisor, null)).get("items")) listed |= one.get("id").asLong() == letter;
    assertTrue(listed, "it is among the overdue ones");
    isProblem(403, "forbidden", call("POST", "/supervision-letters/" + letter + "/decision", unit, decision));
    isProblem(422, "invalid", call("POST", "/supervision-letters/" + letter + "/decision", supervisor, decision.replace("CORRECT", "FINE")));
    long decided = read(201, call("POST", "/supervision-letters/" + letter + "/decision", supervisor, decision)).get("id").asLong();
    isProblem(409, "letter-decided", call("POST", "/supervision-letters/" + letter + "/decision", supervisor, decision));
    isProblem(409, "decision-of-decision", call("POST", "/supervision-letters/" + decided + "/decision", supervisor, decision));
    isProblem(409, "letter-decided", call("POST", "/supervision-letters/" + letter + "/answer", unit, "{\"report\":\"晚了\"}"));
    JsonNode after = read(200, call("GET", "/supervision-letters/" + decided, unit, null));
    assertTrue(after.at("/row/kind").asText().equals("DECISION") && after.toString().contains("责令十五日内改正"), after.toString());
    assertTrue(call("GET", "/supervision-letters/" + decided + "/letter.pdf", unit, null).body().startsWith("%PDF-"));
    String numbers = call("GET", "/annex/figures/DECISION_LETTERS?from=" + today + "&to=" + today + "&size=200", supervisor, null).body();
    assertTrue(numbers.contains(after.at("/row/number").asText()), numbers);
  }

  private static XWPFDocument document(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(program.address() + "/api/v1" + path)).header("Authorization", "Bearer " + supervisor).build();
    return new XWPFDocument(new ByteArrayInputStream(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body()));
  }

  @Test
  void a_year_that_does_not_fit_is_mended_frozen_and_stands_beside_the_next_one() throws Exception {
    String year = "?from=2045-01-01&to=2045-12-31";
    String freeze = "{\"from\":\"2045-01-01\",\"to\":\"2045-12-31\",\"note\":\"试点\"}";
    for (String code : List.of("CAMPAIGNS", "GUIDELINE", "PLATFORM", "INSPECTIONS")) assertEquals(204, call("PUT", "/annex/figures/" + code + year, supervisor, "{\"words\":\"" + code + "之事\",\"source\":\"台账\"}").statusCode());
    assertEquals(204, call("PUT", "/annex/figures/OPINIONS" + year, supervisor, "{\"number\":5,\"source\":\"台账\"}").statusCode());
    assertEquals(204, call("PUT", "/annex/figures/OPINION_LETTERS" + year, supervisor, "{\"number\":6,\"source\":\"台账\"}").statusCode());
    isProblem(422, "invalid", call("POST", "/annex/editions", supervisor, freeze));
    assertFalse(read(200, call("GET", "/annex" + year, supervisor, null)).get("freezable").asBoolean());
    assertEquals(204, call("PUT", "/annex/figures/OPINION_LETTERS" + year, supervisor, "{\"number\":3,\"source\":\"台账\"}").statusCode());
    JsonNode frozen = read(201, call("POST", "/annex/editions", supervisor, freeze)).get("edition");
    String edition = "/annex/editions/" + frozen.get("id").asLong();
    assertEquals(frozen.get("sha256").asText(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(call("GET", edition + "/canonical.json", auditor, null).body().getBytes(StandardCharsets.UTF_8))));
    try (XWPFDocument word = document(edition + "/file.docx")) {
      String text = word.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
      assertTrue(text.contains("提出监督意见5条，下达监督意见书3份") && text.contains("CAMPAIGNS之事"), text);
    }
    assertEquals(204, call("PUT", "/annex/figures/OPINIONS" + year, supervisor, "{\"number\":50,\"source\":\"后来\"}").statusCode());
    for (JsonNode one : read(200, call("GET", "/annex?from=2046-01-01&to=2046-12-31", supervisor, null)).get("figures")) if (one.get("code").asText().equals("OPINIONS")) assertEquals(5, one.get("last").asInt(), "what was frozen, not what was entered afterwards");
    assertTrue(read(200, call("GET", edition, supervisor, null)).at("/edition/intact").asBoolean());
  }

  @Test
  void the_annex_of_2023_is_frozen_with_a_hash_that_anybody_can_compute() throws Exception {
    JsonNode edition = null;
    for (JsonNode one : read(200, call("GET", "/annex/editions?size=200", auditor, null)).get("items")) if (one.get("from").asText().equals("2023-01-01")) edition = one;
    HttpResponse<String> canonical = call("GET", "/annex/editions/" + edition.get("id").asLong() + "/canonical.json", auditor, null);
    assertEquals(edition.get("sha256").asText(), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.body().getBytes(StandardCharsets.UTF_8))));
    assertTrue(canonical.body().contains("申领《河南省行政执法证》34个、《河南省行政执法监督证》4个，注销《河南省行政执法证》100个、《河南省行政执法监督证》2个。"), canonical.body());
    assertTrue(call("GET", "/annex/editions/" + edition.get("id").asLong() + "/file.docx", auditor, null).body().startsWith("PK"));
    assertTrue(call("GET", "/annex/file.docx?from=2026-01-01&to=2026-06-30", auditor, null).body().startsWith("PK"));
    isProblem(409, "annex-unchanged", call("POST", "/annex/editions", supervisor, "{\"from\":\"2023-01-01\",\"to\":\"2023-12-31\"}"));
    assertEquals(100, read(200, call("GET", "/annex/figures/CANCELLED_ENFORCEMENT?from=2023-01-01&to=2023-12-31", auditor, null)).get("total").asInt());
  }

  @Test
  void figures_are_entered_with_a_source_and_what_does_not_fit_is_named_when_freezing() throws Exception {
    String year = "?from=2041-01-01&to=2041-12-31";
    isProblem(422, "invalid", call("PUT", "/annex/figures/DISPUTES_FOUND" + year, supervisor, "{\"number\":296}"));
    isProblem(422, "invalid", call("PUT", "/annex/figures/DISPUTES_FOUND" + year, supervisor, "{\"number\":-1,\"source\":\"x\"}"));
    assertEquals(204, call("PUT", "/annex/figures/DISPUTES_FOUND" + year, supervisor, "{\"number\":296,\"source\":\"调解台账\"}").statusCode());
    assertEquals(204, call("PUT", "/annex/figures/DISPUTES_RESOLVED" + year, supervisor, "{\"number\":3996,\"source\":\"调解台账\"}").statusCode());
    HttpResponse<String> refused = call("POST", "/annex/editions", supervisor, "{\"from\":\"2041-01-01\",\"to\":\"2041-12-31\"}");
    isProblem(422, "invalid", refused);
    assertTrue(refused.body().contains("化解矛盾 3996，大于排查 296") && refused.body().contains("CAMPAIGNS"), refused.body());
    assertEquals(204, call("DELETE", "/annex/figures/DISPUTES_RESOLVED" + year, supervisor, null).statusCode());
    isProblem(404, "not-found", call("DELETE", "/annex/figures/DISPUTES_RESOLVED" + year, supervisor, null));
    isProblem(404, "not-found", call("PUT", "/annex/figures/NOTHING" + year, supervisor, "{\"number\":1,\"source\":\"x\"}"));
  }

  @Test
  void attacks_3_16_17_and_18_others_reach_nothing() throws Exception {
    for (String path : List.of("/annex", "/annex/editions", "/annex/figures/OPINIONS", "/annex/file.docx", "/review-batches", "/review-checklists", "/supervision-letters")) isProblem(403, "forbidden", call("GET", path, officer, null));
    for (String path : List.of("/annex", "/annex/editions", "/review-batches", "/review-files/1")) isProblem(403, "forbidden", call("GET", path, unit, null));
    isProblem(403, "forbidden", call("GET", "/supervision-letters", trainer, null));
    isProblem(403, "forbidden", call("POST", "/annex/editions", auditor, "{}"));
    isProblem(403, "forbidden", call("PUT", "/annex/figures/OPINIONS", auditor, "{\"number\":1,\"source\":\"x\"}"));
    isProblem(401, "not-signed-in", call("GET", "/annex", null, null));
    for (JsonNode one : read(200, call("GET", "/supervision-letters?which=ALL&size=200", supervisor, null)).get("items")) if (!one.get("unit").asText().equals("区市场监督管理局")) {
      isProblem(404, "not-found", call("GET", "/supervision-letters/" + one.get("id").asLong(), unit, null));
      isProblem(404, "not-found", call("GET", "/supervision-letters/" + one.get("id").asLong() + "/letter.pdf", unit, null));
      isProblem(404, "not-found", call("POST", "/supervision-letters/" + one.get("id").asLong() + "/answer", unit, "{\"report\":\"x\"}"));
      break;
    }
    for (JsonNode one : read(200, call("GET", "/supervision-letters?which=ALL&size=200", unit, null)).get("items")) assertEquals("区市场监督管理局", one.get("unit").asText());
  }

  @Test
  void attacks_9_10_and_15_nonsense_is_4xx_and_nothing_changes_by_get() throws Exception {
    for (String query : List.of("/annex?from=x", "/annex?from=2026-05-01&to=2026-01-01", "/annex/figures/OPINIONS?to=9999999-01-01", "/supervision-letters?which=%27", "/supervision-letters?unit=x", "/review-batches?size=999", "/annex/editions?page=0")) assertEquals(400, call("GET", query, supervisor, null).statusCode(), query);
    for (String path : List.of("/annex/editions/999999", "/annex/editions/abc", "/supervision-letters/999999", "/review-batches/999999", "/review-files/x", "/annex/figures/NOTHING", "/annex/editions/1/differences?before=999")) isProblem(404, "not-found", call("GET", path, supervisor, null));
    for (String bad : List.of("", "null", "{", "[]", "\"x\"", "{\"year\":\"x\"}", "{\"year\":1e99}")) assertTrue(call("POST", "/review-batches", supervisor, bad).statusCode() / 100 == 4, bad);
    for (String bad : List.of("", "null", "{", "[]", "{\"number\":\"x\"}", "{\"number\":1e999,\"source\":\"x\"}", "{\"number\":1e99,\"source\":\"x\"}", "{\"number\":{},\"source\":\"x\"}")) assertTrue(call("PUT", "/annex/figures/OPINIONS", supervisor, bad).statusCode() / 100 == 4, bad);
    isProblem(422, "invalid", call("POST", "/annex/editions", supervisor, "{\"from\":\"2026-05-01\",\"to\":\"2026-01-01\"}"));
    isProblem(405, "method-not-allowed", call("GET", "/supervision-letters/1/answer", unit, null));
    isProblem(405, "method-not-allowed", call("PUT", "/annex/editions/1", supervisor, "{}"));
    isProblem(405, "method-not-allowed", call("DELETE", "/annex/editions/1", supervisor, null));
  }

  @Test
  void what_the_report_tells_of_units_is_kept_by_their_administrators() throws Exception {
    long market = unitId("区市场监督管理局");
    JsonNode facts = read(200, call("GET", "/units/" + market + "/facts", unit, null));
    assertTrue(facts.get("publishes").asBoolean());
    isProblem(422, "invalid", call("PUT", "/units/" + market + "/facts", unit, "{\"publishes\":true}"));
    isProblem(422, "invalid", call("PUT", "/units/" + market + "/facts", unit, "{\"publishes\":false,\"rank\":\"KING\"}"));
    isProblem(404, "not-found", call("PUT", "/units/" + unitId("区应急管理局") + "/facts", unit, facts.toString()));
    assertEquals(facts, read(200, call("PUT", "/units/" + market + "/facts", unit, facts.toString())));
  }
}
