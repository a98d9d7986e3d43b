package cn.lianbing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roster from outside, and the attacks that touch it. */
@ExtendWith(SharedProgram.class)
class RosterIT {
  private static Program program;
  private static String trainer;
  private static String unit;
  private static String officer;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    trainer = program.token("trainer");
    unit = program.token("unit01");
    officer = program.token("officer100");
  }

  private static HttpResponse<String> call(String method, String path, String token, String json) throws Exception {
    return program.call(method, "/api/v1" + path, token, json);
  }

  private static HttpResponse<String> upload(String path, String token, String name, byte[] content) throws Exception {
    String edge = "x-lianbing-x";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(("--" + edge + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n资格证书\r\n--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create(program.address() + "/api/v1" + path)).header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + edge).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void isProblem(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("application/problem+json"), answer.headers().toString());
    assertEquals(code, Program.field(answer.body(), "code"));
    assertFalse(answer.body().contains("Exception") || answer.body().contains("<html"), answer.body());
  }

  private static String aLecturer(String name) throws Exception {
    HttpResponse<String> added = call("POST", "/lecturers", trainer, "{\"name\":\"%s\",\"employer\":\"某研究所\",\"topics\":[\"行政处罚法\"],\"fields\":[\"PENALTY\"],\"loadLimit\":8}".formatted(name));
    assertEquals(201, added.statusCode(), added.body());
    return Program.field(added.headers().firstValue("location").orElseThrow().replaceAll(".*/(\\d+)$", "{\"id\":$1}"), "id");
  }

  @Test
  void a_lecturer_is_added_appointed_renewed_and_leaves() throws Exception {
    String id = aLecturer("往来");
    String term = "{\"letterNumber\":\"接口聘1\",\"source\":\"CITY\",\"from\":\"2026-01-01\",\"to\":\"2027-12-31\"}";
    HttpResponse<String> appointed = call("POST", "/lecturers/" + id + "/appointments", trainer, term);
    assertEquals(201, appointed.statusCode(), appointed.body());
    isProblem(409, "appointment-overlaps", call("POST", "/lecturers/" + id + "/appointments", trainer, term));
    isProblem(409, "letter-number-taken", call("POST", "/lecturers/" + id + "/appointments", trainer, term.replace("2026-01-01", "2028-01-01").replace("2027-12-31", "2028-12-31")));
    isProblem(422, "invalid", call("POST", "/lecturers/" + id + "/appointments", trainer, term.replace("CITY", "MOON")));
    HttpResponse<String> letter = call("GET", "/lecturers/appointments/" + Program.field(appointed.body(), "id") + "/letter.pdf", trainer, null);
    assertTrue(letter.body().startsWith("%PDF-") && letter.headers().firstValue("content-disposition").orElse("").startsWith("attachment"), letter.headers().toString());
    isProblem(404, "not-found", call("GET", "/lecturers/appointments/" + Program.field(appointed.body(), "id") + "/letter.pdf", officer, null));
    assertEquals("0", Program.field(call("POST", "/lecturers/" + id + "/exit", trainer, "{\"on\":\"2026-11-01\",\"reason\":\"OWN_WISH\"}").body(), "openLectures"));
    String view = call("GET", "/lecturers/" + id, trainer, null).body();
    assertTrue(view.contains("\"exit\":\"OWN_WISH\"") && view.contains("\"lastDay\":\"2026-10-31\"") && view.contains("\"appointed\":false"), view);
    isProblem(422, "invalid", call("POST", "/lecturers", trainer, "{\"topics\":[]}"));
    isProblem(422, "invalid", call("POST", "/lecturers", trainer, "{\"name\":\"甲\",\"employer\":\"乙\",\"fields\":[\"NONSENSE\"]}"));
  }

  @Test
  void a_search_says_why_and_why_not() throws Exception {
    String query = "/lecturers/search?topic=" + URLEncoder.encode("行政处罚程序", StandardCharsets.UTF_8) + "&unit=41&from=2026-12-10T09:00:00%2B08:00&to=2026-12-10T11:30:00%2B08:00";
    HttpResponse<String> found = call("GET", query, trainer, null);
    assertEquals(200, found.statusCode(), found.body());
    assertTrue(found.body().contains("行政处罚程序与证据") && found.body().contains("\"possible\":true") && found.body().contains("lecturer-not-appointed"), found.body());
    assertFalse(found.body().contains("roster.why") || found.body().contains("refused."), found.body());
    isProblem(403, "forbidden", call("GET", query, unit, null));
    isProblem(422, "invalid", call("GET", "/lecturers/search?topic=x", trainer, null));
    isProblem(400, "unreadable", call("GET", "/lecturers/search?from=yesterday&to=2026-12-10T11:30:00%2B08:00", trainer, null));
    isProblem(404, "not-found", call("GET", query.replace("unit=41", "unit=99999"), trainer, null));
    assertEquals(200, call("GET", "/lecturers/load?year=2026", trainer, null).statusCode());
    isProblem(400, "unreadable", call("GET", "/lecturers/load?year=x", trainer, null));
  }

  @Test
  void an_officer_applies_and_the_desk_appoints() throws Exception {
    String token = program.token("officer120");
    HttpResponse<String> applied = call("POST", "/lecturer-applications", token, "{\"lecturer\":{\"topics\":[\"案卷评查\"],\"name\":\"冒名\",\"officerId\":1},\"grounds\":\"愿意\",\"state\":\"APPROVED\",\"lecturerId\":1}");
    assertEquals(201, applied.statusCode(), applied.body());
    assertTrue(applied.body().contains("\"state\":\"SUBMITTED\"") && !applied.body().contains("冒名"), "attack 18: " + applied.body());
    String id = applied.headers().firstValue("location").orElseThrow().replaceAll(".*/", "");
    isProblem(409, "application-pending", call("POST", "/lecturer-applications", token, "{\"lecturer\":{\"topics\":[\"案卷评查\"]},\"grounds\":\"愿意\"}"));
    isProblem(404, "not-found", call("GET", "/lecturer-applications/" + id, officer, null));
    isProblem(404, "not-found", call("GET", "/lecturer-applications/" + id, unit, null));
    String term = "{\"letterNumber\":\"接口聘2\",\"source\":\"OWN\",\"from\":\"2026-01-01\",\"to\":\"2028-12-31\"}";
    isProblem(403, "forbidden", call("POST", "/lecturer-applications/" + id + "/approval", token, term));
    isProblem(403, "forbidden", call("POST", "/lecturer-applications/" + id + "/approval", unit, term));
    assertEquals(200, call("POST", "/lecturer-applications/" + id + "/approval", trainer, term).statusCode());
    isProblem(409, "application-decided", call("POST", "/lecturer-applications/" + id + "/refusal", trainer, "{\"reason\":\"晚\"}"));
    String own = call("GET", "/lecturers/me", token, null).body();
    assertTrue(own.contains("接口聘2"), own);
    isProblem(404, "not-found", call("GET", "/lecturers/me", officer, null));
  }

  @Test
  void attack_13_evidence_is_told_by_its_bytes_and_served_as_an_attachment_to_who_may_see_it() throws Exception {
    String id = aLecturer("证据");
    String path = "/lecturers/" + id + "/qualifications";
    byte[] pdf = "%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII);
    for (String name : List.of("a.html", "a.svg", "a.pdf.exe", "a", "a.docx")) isProblem(422, "invalid", upload(path, trainer, name, pdf));
    isProblem(422, "invalid", upload(path, trainer, "a.pdf", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
    isProblem(422, "invalid", upload(path, trainer, "a.pdf", new byte[0]));
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    System.arraycopy(pdf, 0, large, 0, pdf.length);
    isProblem(422, "invalid", upload(path, trainer, "a.pdf", large));
    isProblem(413, "too-large", upload(path, trainer, "a.pdf", new byte[22 * 1024 * 1024]));
    HttpResponse<String> stored = upload(path, trainer, "../../证书.pdf", pdf);
    assertEquals(201, stored.statusCode(), stored.body());
    assertTrue(call("GET", path, trainer, null).body().contains("\"fileName\":\"证书.pdf\""));
    String file = "/lecturers/qualifications/" + Program.field(stored.body(), "id") + "/file";
    HttpResponse<String> served = call("GET", file, trainer, null);
    assertEquals("%PDF-1.4 x", served.body());
    assertTrue(served.headers().firstValue("content-disposition").orElse("").startsWith("attachment") && served.headers().firstValue("content-type").orElse("").startsWith("application/octet-stream"), served.headers().toString());
    isProblem(404, "not-found", call("GET", file, unit, null));
    isProblem(404, "not-found", call("GET", file, officer, null));
    isProblem(404, "not-found", upload(path, officer, "a.pdf", pdf));
    isProblem(404, "not-found", call("DELETE", file.replace("/file", ""), officer, null));
    assertEquals(204, call("DELETE", file.replace("/file", ""), trainer, null).statusCode());
    isProblem(404, "not-found", call("GET", file, trainer, null));
  }

  @Test
  void attacks_16_and_17_others_lecturers_do_not_exist_for_a_unit_administrator() throws Exception {
    String list = call("GET", "/lecturers?size=200", unit, null).body();
    assertFalse(list.contains("沈怀瑾") || list.contains("区司法局"), list);
    String id = aLecturer("别家");
    isProblem(404, "not-found", call("GET", "/lecturers/" + id, unit, null));
    isProblem(404, "not-found", call("GET", "/lecturers/" + id + "/times", unit, null));
    isProblem(404, "not-found", call("GET", "/lecturers/" + id + "/qualifications", unit, null));
    for (String path : List.of("/lecturers/" + id + "/exit", "/lecturers/" + id + "/appointments", "/lecturers/" + id + "/conflicts")) isProblem(403, "forbidden", call("POST", path, unit, "{}"));
    isProblem(403, "forbidden", call("POST", "/lecturers", unit, "{}"));
    isProblem(403, "forbidden", call("GET", "/lecturers", officer, null));
    isProblem(404, "not-found", call("POST", "/lecturers/" + id + "/leaves", officer, "{\"from\":\"2027-01-01\",\"to\":\"2027-01-02\"}"));
    isProblem(404, "not-found", call("DELETE", "/lecturers/leaves/1", officer, null));
    isProblem(404, "not-found", call("DELETE", "/lecturers/free-times/1", officer, null));
  }

  @Test
  void attacks_10_and_15_a_get_changes_nothing_and_nonsense_is_400() throws Exception {
    for (String path : List.of("/lecturers/1/exit", "/lecturers/1/appointments", "/lecturers/1/conflicts", "/lecturer-applications/1/approval")) assertEquals(405, call("GET", path, trainer, null).statusCode(), path);
    for (String query : List.of("page=0", "size=201", "size=1;drop", "sort=name;drop%20table", "field=x'%20or%201=1", "source=MOON", "standing=1")) assertEquals(400, call("GET", "/lecturers?" + query, trainer, null).statusCode(), query);
    assertEquals("0", Program.field(call("GET", "/lecturers?q=%27%20or%20%271%27=%271", trainer, null).body(), "total"));
    assertEquals("0", Program.field(call("GET", "/lecturers?q=%25_", trainer, null).body(), "total"), "% and _ mean themselves");
    for (String bad : List.of("", "null", "{", "[]", "{\"from\":\"x\"}", "{\"from\":{}}", "{\"from\":\"2027-13-01\",\"to\":\"2027-01-02\"}")) {
      HttpResponse<String> answer = call("POST", "/lecturers/1/leaves", trainer, bad);
      assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, bad + " → " + answer.statusCode() + " " + answer.body());
    }
    isProblem(404, "not-found", call("GET", "/lecturers/999999", trainer, null));
    isProblem(404, "not-found", call("GET", "/lecturers/abc", trainer, null));
  }
}
