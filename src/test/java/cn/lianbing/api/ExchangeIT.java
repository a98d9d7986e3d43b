package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.SheetWriter;
import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files in and out, and files made to do harm. */
@ExtendWith(SharedProgram.class)
class ExchangeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HEADERS = List.of("代码", "题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "知识点", "依据");
  private static Program program;
  private static String admin;
  private static String trainer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    admin = program.token("admin");
    trainer = program.token("trainer");
  }

  @Test
  void what_goes_out_comes_back_unchanged_in_every_format() throws Exception {
    assertEquals(201, send("/item-imports", sheet("EXI", 20, "二年")).statusCode());
    for (String format : List.of("xlsx", "docx", "gift", "moodle-xml", "qti-2.1", "qti-3.0")) {
      HttpResponse<byte[]> file = program.download("/api/v1/items/export?format=" + format + "&q=EXI-", trainer);
      assertEquals(200, file.statusCode(), format);
      assertTrue(file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"), format);
      JsonNode report = report(201, send("/item-imports", file.body()));
      assertEquals(20, report.get("duplicates").asInt(), format + report);
      assertEquals(0, report.get("accepted").asInt(), format);
    }
    assertEquals(422, program.call("GET", "/api/v1/items/export?format=yaml", trainer, null).statusCode());
    assertEquals(403, program.call("GET", "/api/v1/items/export?format=xlsx", program.token("officer175"), null).statusCode());
    assertEquals(403, program.upload("/api/v1/item-imports", trainer, "x.xlsx", sheet("EXJ", 1, "二年")).statusCode());
  }

  @Test
  void an_import_tells_how_far_it_is() throws Exception {
    assertEquals(204, progress(admin).statusCode());
    byte[] file = sheet("EXP", 1_500, "二年");
    CompletableFuture<HttpResponse<String>> running = CompletableFuture.supplyAsync(() -> {
      try {
        return send("/item-imports?dryRun=true", file);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    int seen = 0;
    while (!running.isDone()) {
      HttpResponse<String> now = progress(admin);
      if (now.statusCode() == 200 && JSON.readTree(now.body()).get("all").asInt() == 1_500) seen = Math.max(seen, JSON.readTree(now.body()).get("done").asInt());
      assertEquals(403, progress(trainer).statusCode());
      Thread.sleep(20);
    }
    assertEquals(1_500, report(200, running.get()).get("accepted").asInt());
    assertTrue(seen > 0, "was seen on its way");
    assertEquals(204, progress(admin).statusCode());
  }

  @Test
  void attack_11_a_script_in_a_sheet_is_text_and_one_in_html_refused() throws Exception {
    String evil = "<img src=x onerror=alert(11)>";
    assertEquals(201, send("/item-imports", sheet("EXS", 1, evil)).statusCode());
    String listed = program.call("GET", "/api/v1/items/export?format=moodle-xml&q=EXS-", trainer, null).body();
    assertFalse(listed.contains("<img"), "inert in what goes out");
    JsonNode report = report(422, send("/item-imports", ("<quiz><question type=\"truefalse\"><questiontext format=\"html\"><text><![CDATA[<script>alert(1)</script>]]></text></questiontext></question></quiz>").getBytes(StandardCharsets.UTF_8)));
    assertTrue(report.toString().contains("exchange.active"), report.toString());
  }

  @Test
  void attack_12_what_a_spreadsheet_would_calculate_is_guarded_and_comes_back() throws Exception {
    assertEquals(201, send("/item-imports", sheet("EXF", 1, "=HYPERLINK(\"http://127.0.0.1:1\")")).statusCode());
    byte[] file = program.download("/api/v1/items/export?format=xlsx&q=EXF-", trainer).body();
    assertTrue(inflated(file).contains("'=HYPERLINK"), "with an apostrophe before it");
    assertEquals(1, report(201, send("/item-imports", file)).get("duplicates").asInt());
  }

  @Test
  void attacks_13_and_14_files_made_to_do_harm_end_in_a_clear_error_and_store_nothing() throws Exception {
    String before = program.ask("select count(*) from item");
    for (byte[] file : List.of(
        text("<!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz><question type='truefalse'><name><text>&x;</text></name></question></quiz>"),
        text("<!DOCTYPE quiz SYSTEM 'http://169.254.169.254/x.dtd'><quiz/>"),
        text("<!DOCTYPE quiz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><quiz>&b;</quiz>"),
        text("<quiz>" + "<a>".repeat(100_000)),
        text("<quiz><question type='essay'><name><text>" + "长".repeat(3_000_000) + "</text></name></question></quiz>"),
        text("::X::{=" + "a".repeat(5_000_000)),
        text("<quiz><question type='truefalse'><questiontext><text>&lt;img src='http://169.254.169.254/x'&gt;</text></questiontext></question></quiz>"),
        zip("xl/worksheets/sheet1.xml", 300), zip("word/document.xml", 300), zip("imsmanifest.xml", 300), zip("../../../../tmp/slip.xml", 1), new byte[] {'P', 'K', 3, 4}, new byte[] {0}, text("PK"), text("law: ["), sheet("EXH", 1, "长".repeat(32_000)))) {
      HttpResponse<String> answer = send("/item-imports", file);
      assertEquals(422, answer.statusCode(), answer.body());
      assertFalse(answer.body().contains("Exception") || answer.body().contains("root:"), answer.body());
    }
    try {
      assertEquals(413, send("/item-imports", new byte[22 * 1024 * 1024]).statusCode());
    } catch (IOException e) {
      // The server hangs up on what it does not want to read; whether its answer is seen first is chance.
    }
    assertEquals(before, program.ask("select count(*) from item"));
    assertFalse(java.nio.file.Files.exists(java.nio.file.Path.of("/tmp/slip.xml")));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A small file with megabytes of nothing in it. */
  private static byte[] zip(String name, int megabytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] piece = new byte[1024 * 1024];
      Arrays.fill(piece, (byte) ' ');
      for (int i = 0; i < megabytes; i++) zip.write(piece);
    }
    return out.toByteArray();
  }

  private static String inflated(byte[] file) throws IOException {
    StringBuilder all = new StringBuilder();
    java.nio.file.Path kept = java.nio.file.Files.createTempFile("sheet", ".xlsx");
    java.nio.file.Files.write(kept, file);
    try (var zip = new java.util.zip.ZipFile(kept.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    } finally {
      java.nio.file.Files.delete(kept);
    }
    return all.toString().replace("&apos;", "'").replace("&#39;", "'");
  }

  private static byte[] sheet(String prefix, int rows, String first) throws IOException {
    List<List<?>> lines = new ArrayList<>();
    for (int i = 1; i <= rows; i++) lines.add(List.of(prefix + "-" + i, "单选题", prefix + "-" + i + "：多长时间？", first, "二年内", "三年", "五年", "B", "一般二年。", "交换接口/时效", "《行政处罚法》（2021修订）第三十六条：二年内未被发现"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(out, "题库", HEADERS, lines);
    return out.toByteArray();
  }

  private static HttpResponse<String> send(String path, byte[] file) throws IOException, InterruptedException {
    return program.upload("/api/v1" + path, admin, "file", file);
  }

  private static HttpResponse<String> progress(String token) throws IOException, InterruptedException {
    return program.call("GET", "/api/v1/item-imports/progress", token, null);
  }

  private static JsonNode report(int status, HttpResponse<String> answer) throws IOException {
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
