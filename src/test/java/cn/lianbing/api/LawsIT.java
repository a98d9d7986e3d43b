package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import cn.lianbing.testing.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The law library over the REST contract, the rows of attacks.md that touch it, and what it costs (target/load/laws.txt). */
@ExtendWith(SharedProgram.class)
class LawsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LAW = "%s\n第一章 总则\n第一条 为了接口，制定本法。\n第二条 接口应当在三日内答复。\n第三条 本法自2020年1月1日起施行。\n";
  private static Program program;
  private static String admin;
  private static String trainer;
  private static String officer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    admin = program.token("admin");
    trainer = program.token("trainer");
    officer = program.token("officer001");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static JsonNode get(String path, String token) throws Exception {
    HttpResponse<String> answer = call("GET", path, token, null);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static String q(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(String path, String token, String fileName, byte[] file, Map<String, String> fields) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (var field : fields.entrySet()) body.write("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(field.getKey(), field.getValue()).getBytes(StandardCharsets.UTF_8));
    body.write("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n".formatted(fileName).getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.write("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(program.address() + "/api/v1" + path)).header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=part").POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> importText(String token, String fileName, String text, Map<String, String> fields) throws Exception {
    return send("/law-imports", token, fileName, text.getBytes(StandardCharsets.UTF_8), fields);
  }

  private static long store(String law, String version, String from, String text) throws Exception {
    HttpResponse<String> stored = importText(admin, law + "_" + version + ".txt", text, Map.of("inForce", from));
    assertEquals(201, stored.statusCode(), stored.body());
    return JSON.readTree(stored.body()).get("lawId").asLong();
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  @Test
  void a_law_is_looked_at_imported_read_compared_and_its_items_decided_about() throws Exception {
    String law = "接口练兵法";
    HttpResponse<String> looked = send("/law-imports?dryRun=true", admin, law + "_2020.txt", LAW.formatted(law).getBytes(Charset.forName("GBK")), Map.of());
    assertEquals(200, looked.statusCode(), looked.body());
    JsonNode preview = JSON.readTree(looked.body());
    assertEquals("GB18030", preview.get("encoding").asText());
    assertEquals(law, preview.get("suggested").get("law").asText());
    assertEquals("2020-01-01", preview.get("suggested").get("inForce").asText());
    assertEquals(3, preview.get("articles").size());
    assertEquals(0, get("/laws?q=" + q(law), admin).get("total").asInt(), "a look stores nothing");
    long old = store(law, "2020", "2020-01-01", LAW.formatted(law));
    assertEquals(201, send("/item-imports", admin, "items.yaml", items(law, "2020", 2).getBytes(StandardCharsets.UTF_8), Map.of()).statusCode());
    assertEquals("STANDS", get("/items/KPI-0001/citations", trainer).get("items").get(0).get("result").asText());
    long fresh = store(law, "2026", "2026-11-01", LAW.formatted(law).replace("第二条", "第二条 接口应当公开。\n第三条").replace("第三条 本法自2020年1月1日", "第四条 本法自2026年11月1日"));
    assertEquals("2026-10-31", get("/laws/" + old, trainer).get("law").get("until").asText());
    assertEquals("LAPSED", get("/laws/" + old, trainer).get("law").get("standing").asText());
    JsonNode pairs = get("/laws/" + fresh + "/difference?from=" + old, trainer);
    assertEquals(List.of("ADDED", "MOVED", "MOVED_AND_CHANGED"), Stream.of(0, 1, 2).map(i -> pairs.get("items").get(i).get("kind").asText()).toList());
    assertEquals(4, get("/laws/" + fresh + "/difference?all=true&from=" + old, trainer).get("total").asInt());
    JsonNode flagged = get("/item-flags?law=" + old, trainer);
    assertEquals(2, flagged.get("total").asInt());
    assertTrue(flagged.get("items").get(0).get("unchanged").asBoolean());
    assertEquals("第三条", flagged.get("items").get(0).get("flags").get(0).get("fresh").get("label").asText());
    isProblem(422, "invalid", call("POST", "/item-flags/KPI-0001/decision", admin, "{\"decision\":\"KEEP\"}"));
    isProblem(422, "invalid", call("POST", "/item-flags/KPI-0001/decision", admin, "{\"decision\":\"FORGET\",\"reason\":\"x\"}"));
    assertEquals(204, call("POST", "/item-flags/KPI-0001/decision", admin, "{\"decision\":\"RETIRE\",\"reason\":\"太容易\"}").statusCode());
    isProblem(409, "flag-none", call("POST", "/item-flags/KPI-0001/decision", admin, "{\"decision\":\"RETIRE\",\"reason\":\"太容易\"}"));
    assertEquals("1", Program.field(call("POST", "/item-flags/unchanged/kept", admin, "{\"reason\":\"一字未改\"}").body(), "kept"));
    assertEquals("郭文静", get("/item-flags?show=DECIDED&law=" + old, trainer).get("items").get(0).get("flags").get(0).get("decidedBy").asText());
    assertEquals("3", get("/items/KPI-0002/citations", trainer).get("items").get(0).get("article").asText());
    assertEquals("接口应当在三日内答复。", get("/law-articles/one?law=" + q(law) + "&version=2020&number=" + q("第二条"), officer).get("article").get("text").asText());
    assertEquals(2, get("/law-articles?q=" + q("接口应当在三日内"), officer).get("total").asInt());
  }

  private static String items(String law, String version, int count) {
    StringBuilder yaml = new StringBuilder("law: %s\nversion: \"%s\"\ninForce: 2020-01-01\nitems:\n".formatted(law, version));
    for (int i = 1; i <= count; i++) yaml.append("""
          - code: KPI-%04d
            type: SINGLE
            stem: 接口第%d题应当在几日内答复？
            options: {A: 三日, B: 五日, C: 七日, D: 十日}
            key: [A]
            basis: [{article: 2, quote: 在三日内答复}]
            topic: 接口/答复
            stage: 通则
            field: 通用
            difficulty: 2
            rationale: 见第二条。
        """.formatted(i, i));
    return yaml.toString();
  }

  @Test
  void attack_1_officers_do_not_read_what_the_bank_quotes() throws Exception {
    String law = "引文保密法";
    assertEquals(201, send("/item-imports", admin, "items.yaml", items(law, "2020", 1).replace("KPI-", "MI-").replace("接口第", "保密第").replace("在三日内答复", "密语七十七号").getBytes(StandardCharsets.UTF_8), Map.of()).statusCode());
    String one = "/law-articles/one?version=2020&number=2&law=" + q(law);
    assertEquals("密语七十七号", get(one, trainer).get("article").get("text").asText());
    assertFalse(get(one, officer).has("article"));
    assertEquals(1, get("/law-articles?q=" + q("密语七十七"), trainer).get("total").asInt());
    assertEquals(0, get("/law-articles?q=" + q("密语七十七"), officer).get("total").asInt());
    String id = get("/laws?q=" + q(law), trainer).get("items").get(0).get("id").asText();
    assertEquals(1, get("/laws/" + id + "/articles", trainer).get("total").asInt());
    assertEquals(0, get("/laws/" + id + "/articles", program.token("unit01")).get("total").asInt(), "who does not read the bank does not read its quotes");
    Visitor visitor = Visitor.of(program);
    visitor.signIn("officer001", "Lianbing-2026");
    visitor.acceptNotice();
    String page = visitor.open("/officer/law/article.xhtml?law=" + q(law) + "&version=2020&article=2").body();
    assertTrue(page.contains("本条全文还没有录入"), page);
    assertFalse(page.contains("密语"), page);
  }

  @Test
  void attacks_10_15_17_and_18_who_may_not_may_not() throws Exception {
    for (String path : List.of("/laws", "/laws/1", "/laws/1/articles", "/item-flags", "/items/XZCF-036-01/citations", "/exams/1/touched-items")) isProblem(403, "forbidden", call("GET", path, officer, null));
    for (String who : List.of(officer, trainer, program.token("unit01"))) {
      isProblem(403, "forbidden", importText(who, "某法_2020.txt", LAW.formatted("某法"), Map.of()));
      isProblem(403, "forbidden", call("PUT", "/laws/1", who, "{\"inForce\":\"2000-01-01\"}"));
      isProblem(403, "forbidden", call("PUT", "/law-articles/1/validity", who, "{\"to\":\"2000-01-01\"}"));
      isProblem(403, "forbidden", call("POST", "/item-flags/XZCF-036-01/decision", who, "{\"decision\":\"RETIRE\",\"reason\":\"x\"}"));
      isProblem(403, "forbidden", call("POST", "/item-flags/unchanged/kept", who, "{\"reason\":\"x\"}"));
    }
    isProblem(401, "not-signed-in", call("GET", "/law-articles?q=x", null, null));
    assertEquals(405, call("GET", "/item-flags/XZCF-036-01/decision", admin, null).statusCode());
    for (String path : List.of("/laws?sort=id;drop", "/laws?page=0", "/laws?size=9999", "/laws?standing=X", "/law-articles", "/law-articles?q=" + "x".repeat(61), "/item-flags?show=X", "/item-flags?law=1%20or%201")) assertEquals(400, call("GET", path, admin, null).statusCode(), path);
    assertEquals(0, get("/law-articles?q=" + q("%' or '1'='1"), admin).get("total").asInt());
    for (String path : List.of("/laws/999999", "/laws/x", "/laws/1/difference", "/laws/1/difference?from=999999", "/law-articles/one?law=x&version=y&number=1", "/law-articles/one?law=" + q("行政许可法") + "&version=" + q("2019修正") + "&number=%3B", "/items/NONE-1/citations")) isProblem(404, "not-found", call("GET", path, admin, null));
  }

  @Test
  void attack_11_scripts_are_refused_in_texts_and_inert_in_what_is_typed() throws Exception {
    isProblem(422, "invalid", importText(admin, "坏法_2020.txt", LAW.formatted("坏法").replace("制定本法", "<script>alert(1)</script>"), Map.of()));
    isProblem(422, "invalid", importText(admin, "坏法_2020.txt", LAW.formatted("坏法").replace("制定本法", "<img src=http://127.0.0.1:1/x onerror=alert(1)>"), Map.of()));
    String evil = "<img src=x onerror=alert(11)>";
    long id = store("无害法", "2020", "2020-01-01", LAW.formatted("无害法").replace("为了接口", "为了\"'&lt;接口 {{7*7}} #{1+1}"));
    assertEquals(204, call("PUT", "/laws/" + id, admin, "{\"inForce\":\"2020-01-01\",\"title\":\"" + evil + "\",\"source\":\"" + evil + "\",\"documentNumber\":\"#{1+1}\"}").statusCode());
    Visitor visitor = Visitor.of(program);
    visitor.signIn("admin", "Lianbing-2026");
    visitor.acceptNotice();
    for (String path : List.of("/staff/law/law.xhtml?id=" + id, "/staff/law/laws.xhtml?q=" + q(evil), "/staff/law/laws.xhtml?name=" + q(evil), "/staff/law/difference.xhtml?old=" + id + "&fresh=" + id + "&all=true", "/staff/bank/flags.xhtml?show=" + q(evil) + "&page=" + q(evil), "/staff/law/law.xhtml?id=" + id + "&part=" + q(evil) + "&article=" + q(evil))) {
      HttpResponse<String> page = visitor.open(path);
      assertEquals(200, page.statusCode(), path);
      assertFalse(page.body().contains(evil), path);
    }
    assertTrue(visitor.open("/staff/law/law.xhtml?id=" + id).body().contains("#{1+1}"), "what is typed is text");
    assertEquals(404, visitor.open("/staff/law/law.xhtml?id=" + q(evil)).statusCode());
  }

  @Test
  void attack_13_what_is_no_law_is_refused_clearly_and_stores_nothing() throws Exception {
    int before = get("/laws", admin).get("total").asInt();
    byte[] huge = new byte[2 * 1024 * 1024 + 1];
    java.util.Arrays.fill(huge, (byte) 'a');
    isProblem(422, "invalid", send("/law-imports", admin, "大法_2020.txt", huge, Map.of()));
    for (byte[] file : List.of(new byte[] {'P', 'K', 3, 4, 5}, new byte[] {0, 1, 2}, "甲\uFFFD乙".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xA0}, "   ".getBytes(StandardCharsets.UTF_8))) isProblem(422, "invalid", send("/law-imports", admin, "怪法_2020.txt", file, Map.of("inForce", "2020-01-01")));
    isProblem(422, "invalid", importText(admin, "重法_2020.txt", LAW.formatted("重法").replace("第三条", "第二条"), Map.of()));
    isProblem(422, "invalid", importText(admin, "日法_2020.txt", LAW.formatted("日法"), Map.of("inForce", "昨天")));
    isProblem(422, "invalid", importText(admin, "序法_2020.txt", LAW.formatted("序法"), Map.of("until", "2019-01-01")));
    isProblem(422, "invalid", importText(admin, "../../etc/" + "长".repeat(150) + "_2020.txt", LAW.formatted("路法"), Map.of("inForce", "2020-01-01", "law", "长".repeat(101))));
    assertEquals(before, get("/laws", admin).get("total").asInt());
  }

  @Test
  void what_it_costs() throws Exception {
    List<String> table = new ArrayList<>(List.of("| operation | CPU ms, program and database | wall ms |", "|---|---|---|"));
    List<Path> real = realTexts();
    if (!real.isEmpty()) {
      measure(table, "preview " + real.size() + " real texts", () -> {
        for (Path file : real) assertEquals(200, send("/law-imports?dryRun=true", admin, file.getFileName().toString(), Files.readAllBytes(file), Map.of()).statusCode(), file.toString());
      });
      measure(table, "import " + real.size() + " real texts, quotes checked", () -> {
        for (Path file : real) {
          JsonNode found = JSON.readTree(send("/law-imports?dryRun=true", admin, file.getFileName().toString(), Files.readAllBytes(file), Map.of()).body()).get("suggested");
          HttpResponse<String> stored = send("/law-imports", admin, file.getFileName().toString(), Files.readAllBytes(file), found.has("inForce") ? Map.of() : Map.of("inForce", found.has("promulgated") ? found.get("promulgated").asText() : "2020-01-01"));
          assertEquals(201, stored.statusCode(), file + stored.body());
        }
      });
      assertEquals(0, get("/item-flags", admin).get("items").findValues("cause").stream().filter(cause -> cause.asText().equals("QUOTE")).count(), "every quote of the bank stands in its article");
    }
    String law = "计量法";
    store(law, "2020", "2020-01-01", LAW.formatted(law));
    String items = items(law, "2020", 1200).replace("KPI-", "JL-").replace("接口第", "计量第").replace("接口/答复", "计量/答复");
    measure(table, "import 1,200 items, quotes checked", () -> assertEquals(201, send("/item-imports", admin, "many.yaml", items.getBytes(StandardCharsets.UTF_8), Map.of()).statusCode()));
    measure(table, "a new version comes in force: flag 1,200 items", () -> store(law, "2026", "2026-11-01", LAW.formatted(law).replace("三日", "五日")));
    assertTrue(get("/item-flags", admin).get("total").asInt() >= 1200);
    for (String line : table) System.out.println(line);
    Files.createDirectories(Path.of("target/load"));
    Files.write(Path.of("target/load/laws.txt"), table);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void measure(List<String> table, String name, Work work) throws Exception {
    double cpu = cpuMillis();
    long from = System.nanoTime();
    work.run();
    table.add(String.format(Locale.ROOT, "| %s | %.0f | %d |", name, cpuMillis() - cpu, (System.nanoTime() - from) / 1_000_000));
  }

  /** Of the program and its database. */
  private static double cpuMillis() {
    try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
      return children.map(ProcessHandle::info).mapToLong(info -> info.totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L)).sum();
    }
  }

  private static List<Path> realTexts() throws IOException {
    String named = System.getenv("LIANBING_LAWS");
    Path folder = named == null ? Path.of("../shared/domain/laws") : Path.of(named);
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
