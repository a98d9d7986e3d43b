package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Inside;
import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import cn.lianbing.testing.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The REST contract from outside, and the rows of attacks.md that need the whole program. */
@ExtendWith(SharedProgram.class)
class ApiIT {
  private static Program program;
  private static String officer;
  private static String admin;
  private static String exam;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    officer = program.token("officer001");
    admin = program.token("admin");
    String blueprint = program.usualBlueprint(admin);
    exam = Program.field(call("POST", "/exams", admin, """
        {"title":"接口考试","blueprintId":%s,"opensAt":"2020-01-01T00:00:00+08:00","closesAt":"2099-01-01T00:00:00+08:00","attemptsAllowed":20,"unitIds":[1]}""".formatted(blueprint)).body(), "id");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static String attempt(String token) throws Exception {
    HttpResponse<String> started = call("POST", "/exams/" + exam + "/attempts", token, null);
    assertTrue(started.statusCode() <= 201, started.body());
    var id = Pattern.compile("\"examTitle\":\"[^\"]*\",\"id\":(\\d+)").matcher(started.body());
    assertTrue(id.find(), started.body());
    return id.group(1);
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json"), answer.headers().toString());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  @Test
  void every_error_is_a_problem() throws Exception {
    isProblem(401, "not-signed-in", call("GET", "/exams", null, null));
    isProblem(401, "not-signed-in", call("GET", "/exams", "lb_nonsense", null));
    isProblem(401, "bad-credentials", call("POST", "/session", null, "{\"username\":\"nobody-at-all\",\"password\":\"x\"}"));
    isProblem(404, "not-found", call("GET", "/nowhere", officer, null));
    isProblem(404, "not-found", call("GET", "/attempts/999999", officer, null));
    isProblem(404, "not-found", call("GET", "/attempts/abc", officer, null));
    isProblem(405, "method-not-allowed", call("DELETE", "/exams", officer, null));
    isProblem(403, "forbidden", call("POST", "/exams", officer, "{}"));
    isProblem(415, "unsupported-media-type", program(HttpRequest.newBuilder().method("PUT", HttpRequest.BodyPublishers.ofString("x")).header("Content-Type", "text/plain"), "/api/v1/attempts/1/responses/1", officer));
  }

  @Test
  void attack_9_answers_of_any_wrong_shape_are_4xx_and_the_attempt_lives() throws Exception {
    String token = program.token("officer007");
    String attempt = attempt(token);
    for (String bad : List.of("", "null", "{", "[]", "\"x\"", "{\"choice\":\"A\",\"seq\":1}", "{\"choice\":[null],\"seq\":1}", "{\"choice\":[[\"A\"]],\"seq\":1}", "{\"choice\":[\"A\"],\"seq\":\"x\"}", "{\"choice\":[\"A\"]}", "{\"seq\":1}", "{\"choice\":[\"A\"],\"seq\":-1}", "{\"choice\":[\"A\"],\"seq\":1e99}",
        "{\"choice\":{\"A\":1},\"seq\":1}", "{\"choice\":[\"" + "A".repeat(5000) + "\"],\"seq\":1}", "{\"choice\":" + "[".repeat(5000) + "]".repeat(5000) + ",\"seq\":1}")) {
      HttpResponse<String> answer = call("PUT", "/attempts/" + attempt + "/responses/1", token, bad);
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, bad.substring(0, Math.min(60, bad.length())) + " → " + answer.statusCode() + " " + answer.body());
    }
    assertEquals(200, call("PUT", "/attempts/" + attempt + "/responses/1", token, "{\"choice\":[\"A\"],\"seq\":1}").statusCode());
  }

  @Test
  void attack_5_what_a_client_claims_counts_for_nothing() throws Exception {
    String token = program.token("officer008");
    String attempt = attempt(token);
    HttpResponse<String> saved = call("PUT", "/attempts/" + attempt + "/responses/1", token, "{\"choice\":[\"A\"],\"seq\":1,\"marks\":100,\"correct\":true,\"score\":100,\"deadline\":\"2099-01-01T00:00:00Z\",\"startedAt\":\"2099-01-01T00:00:00Z\",\"savedAt\":\"2000-01-01T00:00:00Z\"}");
    assertEquals(200, saved.statusCode());
    assertTrue(Long.parseLong(Program.field(saved.body(), "remainingMillis")) <= 3_600_000);
    assertFalse(saved.body().contains("2000-01-01"));
    HttpResponse<String> handedIn = call("POST", "/attempts/" + attempt + "/submission", token, "{\"score\":100,\"passed\":true,\"state\":\"SUBMITTED\"}");
    assertEquals(200, handedIn.statusCode());
    assertEquals("SUBMITTED", Program.field(handedIn.body(), "state"));
    assertTrue(Program.field(handedIn.body(), "receipt").matches("[A-Z0-9]{4}-[A-Z0-9]{4}"), handedIn.body());
    assertEquals(handedIn.body(), call("POST", "/attempts/" + attempt + "/submission", token, "{}").body(), "called again it answers the same");
    assertFalse(handedIn.body().contains("score"), "not released: " + handedIn.body());
  }

  @Test
  void attacks_1_and_2_nothing_an_officer_is_sent_before_release_tells_a_key_or_a_mark() throws Exception {
    String token = program.token("officer009");
    String attempt = attempt(token);
    StringBuilder seen = new StringBuilder();
    for (String path : List.of("/attempts/" + attempt, "/exams?mine=true", "/exams/" + exam + "/ranking", "/exams/" + exam + "/ranking?by=unit", "/exams/" + exam + "/ranking.csv", "/attempts/" + attempt + "/result", "/items", "/items/XZCF-036-01", "/blueprints", "/exams/" + exam + "/board"))
      seen.append(call("GET", path, token, null).body()).append('\n');
    seen.append(call("PUT", "/attempts/" + attempt + "/responses/1", token, "{\"choice\":[\"A\"],\"seq\":1}").body());
    seen.append(call("POST", "/attempts/" + attempt + "/submission", token, "{}").body());
    seen.append(call("GET", "/attempts/" + attempt + "/result", token, null).body());
    seen.append(call("GET", "/attempts/" + attempt, token, null).body());
    for (String telling : List.of("\"key\":[", "keyBlanks", "rationale", "explanation", "\"basis\"", "\"score\":")) assertFalse(seen.toString().contains(telling), telling);
  }

  @Test
  void attack_10_a_get_changes_nothing_and_a_cookie_opens_no_api() throws Exception {
    for (String path : List.of("/exams/" + exam + "/attempts", "/attempts/1/submission", "/exams/" + exam + "/release")) assertEquals(405, call("GET", path, admin, null).statusCode(), path);
    assertEquals(401, program(HttpRequest.newBuilder().GET().header("Cookie", "LIANBING=" + "0".repeat(28)), "/api/v1/exams?mine=true", null).statusCode());
    HttpResponse<String> foreign = program(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("signIn=signIn")).header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", "cross-site"), "/public/people/sign-in.xhtml", null);
    assertEquals(403, foreign.statusCode());
    HttpResponse<String> origin = program(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString("signIn=signIn")).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", "https://evil.example"), "/public/people/sign-in.xhtml", null);
    assertEquals(403, origin.statusCode());
  }

  @Test
  void attack_15_nonsense_in_sort_filter_and_page_is_400() throws Exception {
    for (String query : List.of("page=0", "page=-1", "page=x", "size=0", "size=201", "size=1;drop", "sort=id;drop%20table%20exam", "sort=(select%201)")) for (String path : List.of("/exams?mine=true&", "/exams/" + exam + "/ranking?by=unit&")) {
      if (query.startsWith("sort") && path.contains("mine")) isProblem(400, "invalid", call("GET", "/exams?" + query, admin, null));
      else if (!query.startsWith("sort")) isProblem(400, "invalid", call("GET", path + query, admin, null));
    }
    isProblem(400, "invalid", call("GET", "/exams/" + exam + "/ranking?by=x'%20or%201=1", admin, null));
    assertEquals(0, Integer.parseInt(Program.field(call("GET", "/people?q=%27%20or%20%271%27=%271", admin, null).body(), "total")));
  }

  @Test
  void attack_16_a_unit_administrator_is_answered_as_if_others_did_not_exist() throws Exception {
    String unit = program.token("unit01");
    String foreign = Program.field(call("GET", "/me", program.token("officer002"), null).body(), "id");
    isProblem(404, "not-found", call("GET", "/people/" + foreign, unit, null));
    isProblem(404, "not-found", call("PUT", "/exams/" + exam, unit, "{\"title\":\"x\",\"blueprintId\":1,\"opensAt\":\"2020-01-01T00:00:00+08:00\",\"closesAt\":\"2099-01-01T00:00:00+08:00\",\"unitIds\":[1]}"));
    String people = call("GET", "/people?size=200", unit, null).body();
    assertFalse(people.contains("区应急管理局"), "another unit's people");
    String sheet = call("GET", "/exams/1/ranking.csv?by=person", unit, null).body();
    assertTrue(sheet.lines().skip(1).allMatch(line -> line.contains("区市场监督管理局")), sheet);
  }

  @Test
  void a_board_is_served_as_a_sheet_and_to_print() throws Exception {
    for (String by : List.of("person", "unit")) {
      assertTrue(call("GET", "/exams/1/ranking.pdf?by=" + by, program.token("admin"), null).body().startsWith("%PDF-"), by);
      assertTrue(call("GET", "/exams/1/ranking.xlsx?by=" + by, program.token("admin"), null).body().startsWith("PK"), by);
    }
  }

  @Test
  void hours_are_read_claimed_approved_and_printed_over_the_api() throws Exception {
    String self = Program.field(call("GET", "/me", officer, null).body(), "id");
    String before = call("GET", "/credits?year=2024", officer, null).body();
    assertTrue(before.contains("\"needed\":60") && before.contains("（三十四）"), before);
    String claim = "{\"title\":\"<b>示范班</b>\",\"organiser\":\"省司法厅\",\"from\":\"2024-04-01\",\"to\":\"2024-04-02\",\"hours\":7.5,\"bucket\":\"PROFESSIONAL\",\"state\":\"APPROVED\",\"officerId\":2}";
    String id = Program.field(call("POST", "/outside-trainings", officer, claim).body(), "id");
    assertTrue(call("GET", "/outside-trainings?mine=true", officer, null).body().contains("\"state\":\"SUBMITTED\""), "attack 18: what else a client sends counts for nothing");
    isProblem(403, "forbidden", call("POST", "/outside-trainings/" + id + "/approval", officer, null));
    isProblem(404, "not-found", call("GET", "/people/" + self + "/credits", program.token("officer002"), null));
    isProblem(422, "invalid", call("POST", "/outside-trainings", officer, claim.replace("7.5", "99")));
    isProblem(422, "invalid", call("POST", "/outside-trainings", officer, claim.replace("2024-04-02", "2099-04-02")));
    isProblem(422, "invalid", call("POST", "/outside-trainings", officer, claim.replace("7.5", "1e999999999")));
    isProblem(422, "invalid", call("POST", "/outside-trainings", officer, claim.replace("7.5", "42949673.04")));
    isProblem(422, "invalid", call("POST", "/outside-trainings", officer, claim.replace("\"state\":\"APPROVED\"", "\"evidenceName\":\"a.pdf\",\"evidence\":\"***\"")));
    String unit = program.token("unit01");
    assertEquals(400, call("GET", "/credit-standings?sort=name;drop", unit, null).statusCode(), "attack 15");
    String foreign = Program.field(call("GET", "/me", program.token("officer002"), null).body(), "id");
    isProblem(404, "not-found", call("GET", "/people/" + foreign + "/credits", unit, null));
    isProblem(404, "not-found", call("GET", "/people/" + foreign + "/credits/statement.pdf", unit, null));
    isProblem(404, "not-found", call("POST", "/people/" + foreign + "/credits/1/reversal", unit, "{\"reason\":\"x\"}"));
    assertEquals(204, call("POST", "/outside-trainings/" + id + "/approval", unit, null).statusCode());
    isProblem(409, "credit-decided", call("POST", "/outside-trainings/" + id + "/approval", unit, null));
    String after = call("GET", "/people/" + self + "/credits?year=2024", unit, null).body();
    assertTrue(after.contains("\"earned\":7.5"), after);
    assertTrue(call("GET", "/people/" + self + "/credits/statement.pdf?year=2024", officer, null).body().startsWith("%PDF-"));
    isProblem(409, "credit-year-open", call("POST", "/credit-years/2099/closing", program.token("trainer"), null));
    isProblem(403, "forbidden", call("POST", "/credit-years/2024/closing", unit, null));
    isProblem(404, "not-found", call("GET", "/credit-years/2019/closing", unit, null));
    assertEquals(200, call("POST", "/credit-years/2024/closing", program.token("trainer"), null).statusCode());
    long all = Long.parseLong(Program.field(call("GET", "/credit-years", program.token("trainer"), null).body(), "officers"));
    long own = Long.parseLong(Program.field(call("GET", "/credit-years", unit, null).body(), "officers"));
    assertTrue(own > 0 && own < all, "attack 16: a unit sees the figures of its own people");
    assertFalse(call("GET", "/credit-years/2024/closing?size=200", unit, null).body().contains("\"officerId\":" + foreign + ","));
    isProblem(403, "forbidden", call("GET", "/credit-years/2024/closing", officer, null));
    isProblem(400, "unreadable", call("GET", "/credits?year=1%20or%201=1", officer, null));
  }

  @Test
  void attack_20_a_token_is_dead_after_sign_out() throws Exception {
    String token = program.token("officer011");
    assertEquals(204, call("DELETE", "/session", token, null).statusCode());
    isProblem(401, "not-signed-in", call("GET", "/exams?mine=true", token, null));
  }

  @Test
  void attack_20_a_session_that_was_there_before_the_sign_in_is_worthless_after_it() throws Exception {
    Visitor victim = Visitor.of(program);
    victim.open("/public/people/sign-in.xhtml");
    String planted = victim.cookie();
    assertEquals(302, victim.signIn("officer012", Inside.PASSWORD).statusCode());
    assertNotEquals(planted, victim.cookie());
    victim.acceptNotice();
    isSignedIn(true, victim);
    isSignedIn(false, Visitor.with(program, planted));
    isSignedIn(false, Visitor.with(program, "chosen-by-the-attacker"));
  }

  @Test
  void attack_20_pages_close_with_sign_out_password_change_and_role_change() throws Exception {
    Visitor leaving = signedIn("officer013", Inside.PASSWORD);
    String page = leaving.open("/officer/exam/exams.xhtml").body();
    String form = first("id=\"([^\"]*:signOut)\"", page);
    String cookie = leaving.cookie();
    leaving.submit("/officer/exam/exams.xhtml", page, Map.of(form.split(":")[0], form.split(":")[0], form, form));
    isSignedIn(false, Visitor.with(program, cookie));

    Visitor changing = signedIn("officer014", Inside.PASSWORD);
    String token = program.token("officer014");
    assertEquals(204, call("PUT", "/me/password", token, "{\"currentPassword\":\"" + Inside.PASSWORD + "\",\"newPassword\":\"Another-2026\"}").statusCode());
    isSignedIn(false, changing);
    isProblem(401, "not-signed-in", call("GET", "/me", token, null));

    Visitor promoted = signedIn("officer014", "Another-2026");
    String account = Program.field(call("GET", "/accounts?q=officer014", admin, null).body(), "id");
    assertEquals(403, promoted.open("/staff/exam/exams.xhtml").statusCode());
    assertEquals(204, call("PUT", "/accounts/" + account + "/roles", admin, "{\"roles\":[\"OFFICER\",\"TRAINER\"]}").statusCode());
    isSignedIn(false, promoted);
    assertEquals(200, signedIn("officer014", "Another-2026").open("/staff/exam/exams.xhtml").statusCode());
  }

  private static Visitor signedIn(String username, String password) throws Exception {
    Visitor visitor = Visitor.of(program);
    visitor.signIn(username, password);
    visitor.acceptNotice();
    isSignedIn(true, visitor);
    return visitor;
  }

  private static void isSignedIn(boolean yes, Visitor visitor) throws Exception {
    HttpResponse<String> answer = visitor.open("/officer/exam/exams.xhtml");
    assertEquals(yes ? 200 : 302, answer.statusCode(), answer.headers().map().toString());
    if (!yes) assertTrue(answer.headers().firstValue("location").orElse("").contains("/public/people/sign-in.xhtml"), answer.headers().toString());
  }

  @Test
  void an_unforeseen_error_of_a_page_is_shown_as_a_number_and_logged_with_its_trace() throws Exception {
    Visitor visitor = Visitor.of(program);
    String page = visitor.open("/public/people/sign-in.xhtml").body();
    HttpResponse<String> failed = visitor.submit("/public/people/sign-in.xhtml", page, Map.of("primefaces.nonce", "forged", "signIn", "signIn"));
    assertEquals(500, failed.statusCode());
    assertFalse(failed.body().contains("Exception"), failed.body());
    assertTrue(loggedWithTrace(first(">(E-[0-9a-f]{8})<", failed.body())), "not in the log");
  }

  private static boolean loggedWithTrace(String number) throws Exception {
    String log = program.said();
    try (var files = Files.list(program.data().resolve("logs"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".log")).toList()) log += Files.readString(file);
    }
    return Pattern.compile(number + " [^\\n]*\\n[^\\n]*Exception.*\\n\\s+at ").matcher(log).find();
  }

  private static String first(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern + " is not in " + text);
    return matcher.group(1);
  }

  @Test
  void what_is_wrong_in_a_body_is_422_and_in_the_address_400_whatever_its_name() throws Exception {
    isProblem(422, "invalid", call("POST", "/units", admin, "{\"code\":\"Z920\",\"name\":\"某局\",\"parentId\":1}")); // kind
    isProblem(422, "invalid", call("POST", "/blueprints", admin, "{\"title\":\"某蓝图\",\"lines\":[{\"count\":1,\"marks\":1}]}")); // type
    isProblem(422, "invalid", call("POST", "/people", admin, "{\"name\":\"某人\",\"unitId\":1,\"establishment\":\"ADMINISTRATIVE\",\"state\":\"ASLEEP\"}"));
    String attempt = attempt(officer);
    isProblem(422, "invalid", call("POST", "/attempts/" + attempt + "/events", officer, "[{\"kind\":\"NAP\"}]"));
    isProblem(400, "invalid", call("GET", "/exams/" + exam + "/ranking?kind=BRIGADE", admin, null));
    isProblem(400, "invalid", call("GET", "/blueprints/1/availability?day=tomorrow", admin, null));
  }

  @Test
  void health_is_honest_and_openapi_names_the_paths_of_the_contract() throws Exception {
    for (String kind : List.of("ready", "live", "started")) assertEquals(200, program.call("GET", "/health/" + kind, null, null).statusCode(), kind);
    assertTrue(program.call("GET", "/health/ready", null, null).body().contains("database"));
    String openapi = program.call("GET", "/openapi", null, null).body();
    for (String path : List.of("/api/v1/session:", "/api/v1/exams:", "/api/v1/exams/{id}/attempts:", "/api/v1/attempts/{id}:", "/api/v1/attempts/{id}/responses/{no}:", "/api/v1/attempts/{id}/submission:", "/api/v1/attempts/{id}/events:", "/api/v1/attempts/{id}/result:", "/api/v1/exams/{id}/ranking:", "/api/v1/exams/{id}/ranking.xlsx:", "/api/v1/item-imports:", "/api/v1/people-imports:"))
      assertTrue(openapi.contains(path), path);
  }

  @Test
  void the_contract_says_of_every_operation_what_it_is_what_it_answers_and_how_it_fails() throws Exception {
    HttpRequest.Builder json = HttpRequest.newBuilder().GET().header("Accept", "application/json");
    JsonNode contract = new ObjectMapper().readTree(program(json, "/openapi?format=json", null).body());
    JsonNode known = contract.at("/components/schemas");
    List<String> lacking = new ArrayList<>();
    contract.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> {
      if (List.of("get", "post", "put", "delete").contains(verb.getKey())) lacking(path.getKey(), verb.getValue()).forEach(what -> lacking.add(verb.getKey() + " " + path.getKey() + ": " + what));
    }));
    var refs = Pattern.compile("#/components/schemas/([A-Za-z]+)").matcher(contract.toString());
    while (refs.find()) if (!known.has(refs.group(1))) lacking.add("schema " + refs.group(1));
    assertEquals(List.of(), lacking);
    assertFalse(contract.toString().contains("\"*/*\""), "a body of any type");
    assertEquals("date-time", known.at("/AttemptView/properties/deadline/format").asText());
    assertTrue(contract.at("/paths/~1api~1v1~1accounts/get/responses/403/description").asText().contains("SYSTEM_ADMIN"));
  }

  private static List<String> lacking(String path, JsonNode operation) {
    List<String> lacking = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    operation.get("responses").fieldNames().forEachRemaining(answers::add);
    if (operation.path("summary").asText().isEmpty()) lacking.add("summary");
    if (answers.stream().noneMatch(status -> status.startsWith("2"))) lacking.add("success");
    boolean open = operation.path("security").path(0).isObject() && operation.path("security").path(0).isEmpty();
    if (!open && !answers.contains("401")) lacking.add("401");
    if (path.contains("{") && !answers.contains("404")) lacking.add("404");
    for (String status : answers) {
      JsonNode content = operation.at("/responses/" + status + "/content");
      if (status.equals("200") && (content.isEmpty() || content.findValues("schema").size() < content.size())) lacking.add("schema of " + status);
      if (!status.startsWith("2") && !content.has("application/problem+json")) lacking.add("problem of " + status);
    }
    return lacking;
  }

  @Test
  void responses_carry_the_headers_that_protect() throws Exception {
    HttpResponse<String> page = program.call("GET", "/public/people/sign-in.xhtml", null, null);
    String policy = page.headers().firstValue("content-security-policy").orElse("");
    assertTrue(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'self'") && !policy.contains("script-src 'self' 'unsafe-inline'"), policy);
    assertEquals(1, page.headers().allValues("content-security-policy").size(), "two policies would both have to agree");
    assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElse(""));
    assertTrue(page.headers().firstValue("cache-control").orElse("").contains("no-store"));
  }

  private static HttpResponse<String> program(HttpRequest.Builder request, String path, String token) throws Exception {
    request.uri(URI.create(program.address() + path));
    if (token != null) request.header("Authorization", "Bearer " + token);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void parallel_forms_are_assembled_mended_and_used_over_the_contract() throws Exception {
    String blueprint = Program.field(call("POST", "/blueprints", admin, """
        {"title":"平行卷接口","lines":[{"type":"SINGLE","count":10,"marks":1}],"demands":{"bounds":[{"dimension":"TOPIC","value":"行政处罚","min":3}],"targetDifficulty":2.5}}""").body(), "id");
    HttpResponse<String> made = call("POST", "/form-sets", admin, "{\"blueprintId\":" + blueprint + ",\"forms\":2}");
    assertEquals(201, made.statusCode(), made.body());
    JsonNode set = new ObjectMapper().readTree(made.body());
    assertEquals(2, set.get("forms").size());
    assertEquals(0, set.get("flaws").size(), made.body());
    for (JsonNode form : set.get("forms")) assertTrue(Math.abs(form.get("difficulty").asDouble() - 2.5) <= 0.06, made.body());
    String path = "/form-sets/" + set.get("id").asText();
    JsonNode item = set.get("forms").get(0).get("items").get(0);
    JsonNode other = new ObjectMapper().readTree(call("GET", path + "/forms/A/alternatives?version=" + item.get("version").asText(), admin, null).body()).get("items").get(0);
    HttpResponse<String> swapped = call("POST", path + "/forms/A/swaps", admin, "{\"version\":%s,\"item\":\"%s\"}".formatted(item.get("version").asText(), other.get("code").asText()));
    assertTrue(swapped.statusCode() == 200 && swapped.body().contains(other.get("code").asText()), swapped.body());
    isProblem(409, "forms-not-final", call("POST", path + "/use", admin, null));
    assertEquals(200, call("POST", path + "/final", admin, null).statusCode());
    isProblem(409, "forms-not-draft", call("POST", path + "/forms/A/swaps", admin, "{\"version\":%s,\"item\":\"%s\"}".formatted(other.get("version").asText(), item.get("code").asText())));
    assertEquals("FINAL", Program.field(call("POST", path + "/use", admin, null).body(), "state"));
    isProblem(422, "invalid", call("POST", "/form-sets", admin, "{\"blueprintId\":" + blueprint + ",\"forms\":11}"));
    isProblem(422, "invalid", call("PUT", "/blueprints/" + blueprint, admin, "{\"title\":\"x\",\"lines\":[{\"type\":\"SINGLE\",\"count\":10,\"marks\":1}],\"demands\":{\"bounds\":[{\"dimension\":\"TOPIC\",\"value\":\"行政处罚\"}]}}"));
    isProblem(404, "not-found", call("GET", path + "/forms/Z/alternatives?version=1", admin, null));
    isProblem(403, "forbidden", call("GET", path, officer, null));
    isProblem(422, "invalid", call("POST", "/item-exclusions", admin, "{\"first\":\"NO\",\"second\":\"NONE\",\"reason\":\"x\"}"));
  }
}
