package cn.lianbing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do, in a real browser against the real program. */
@ExtendWith(SharedProgram.class)
class JourneyIT {
  private static Program program;
  private static Browsers browsers;

  @BeforeAll
  static void start(Program shared) throws Exception {
    program = shared;
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browsers != null) browsers.close();
  }

  @Test
  void an_officer_sits_an_exam_through_a_broken_network_and_a_second_browser_and_an_administrator_watches() throws Exception {
    try (BrowserContext office = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844); BrowserContext desk = browsers.context(1366, 768)) {
      Page officer = browsers.signIn(office, program.address(), "officer005");
      List<String> answers = new ArrayList<>();
      officer.onResponse(response -> remember(response, answers));
      String exam = season("officer005");
      officer.click("a[href$='start.xhtml?exam=" + exam + "']");
      assertThat(officer.locator("main")).containsText("多选、少选、错选都不得分");
      officer.click("[id='start:go']");
      officer.waitForURL(Pattern.compile(".*sitting\\.xhtml\\?attempt=\\d+.*"));
      String sitting = officer.url();
      assertThat(officer.locator("#done")).containsText("0 / 80");
      String name = officer.locator("#who").innerText();
      answer(officer, 0);
      assertThat(officer.locator("#save")).hasAttribute("data-state", "saved");
      assertThat(officer.locator("#save-text")).containsText(Pattern.compile("已保存 \\d\\d:\\d\\d:\\d\\d"));

      office.setOffline(true);
      officer.keyboard().press("PageDown");
      assertThat(officer.locator("#no")).containsText("第 2 题");
      answer(officer, 1);
      assertThat(officer.locator("#done")).containsText("2 / 80");
      assertThat(officer.locator("#save-text")).containsText("未保存");
      officer.reload();
      assertThat(officer.locator("#done")).containsText("2 / 80");
      assertThat(officer.locator("#save-text")).containsText("未保存");
      office.setOffline(false);
      assertThat(officer.locator("#save")).hasAttribute("data-state", "saved");

      // a program that starts again: the server below it has refusals of its own
      office.route("**/responses/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(403).setContentType("text/html").setBody("<html><body>HTTP Status 403 - Forbidden</body></html>")));
      answer(officer, 2);
      assertThat(officer.locator("#save-text")).containsText("未保存");
      office.unroute("**/responses/*");
      assertThat(officer.locator("#save")).hasAttribute("data-state", "saved");
      List<String> refusals = browsers.complaints();
      assertTrue(refusals.stream().allMatch(one -> one.contains("403")), refusals.toString());

      Page invigilator = browsers.signIn(desk, program.address(), "admin");
      invigilator.navigate(program.address() + "/staff/exam/live.xhtml?exam=" + exam);
      invigilator.fill("[id='live:q']", name.split("[\\s　]")[0]);
      invigilator.click("[id='live:find']");
      invigilator.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      Locator row = invigilator.locator("[id='live:rows_data'] tr").first();
      assertThat(row).containsText("作答中");
      assertThat(row).containsText("2/80");
      row.locator("[id$=':extend']").click();
      assertThat(invigilator.locator("[id='act:dialog']")).isVisible();
      invigilator.fill("[id='act:minutes']", "15");
      invigilator.fill("[id='act:reason']", "网络中断");
      invigilator.click("[id='act:do']");
      assertThat(invigilator.locator("[id='act:dialog']")).isHidden();

      Page second = browsers.signIn(phone, program.address(), "officer005");
      second.navigate(sitting);
      assertThat(second.locator("#dock-done")).containsText("2/80");
      assertThat(second.locator("#clock")).containsText(Pattern.compile("^(1:)?(1[0-4]|7\\d|0[0-9]|1:1[0-4]):?.*"));
      second.keyboard().press("PageDown");
      answer(second, 2);
      assertThat(second.locator("#save")).hasAttribute("data-state", "saved");
      second.click("#dock-sheet");
      second.locator("[data-hand-in]:visible").click();
      assertThat(second.locator("#hand-title")).containsText("没有作答");
      second.click("#hand-yes");
      assertThat(second.locator("#receipt")).isVisible();
      assertThat(second.locator("#receipt-facts")).containsText(Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}"));

      String keys = String.join("\n", answers);
      for (String telling : List.of("\"key\":[", "keyChoice", "keyBlanks", "rationale", "explanation", "basis", "\"correct\"")) assertFalse(keys.contains(telling), "before the hand-in something said " + telling);

      String attempt = sitting.replaceAll(".*attempt=(\\d+).*", "$1");
      second.navigate(program.address() + "/officer/exam/result.xhtml?attempt=" + attempt);
      assertThat(second.locator("main")).containsText(Pattern.compile("第[一二三四五六七八九十百]+条"));
      second.navigate(program.address() + "/officer/exam/ranking.xhtml?exam=" + exam);
      assertThat(second.locator("main")).containsText(Pattern.compile("第 \\d+ 名"));

      invigilator.navigate(program.address() + "/staff/exam/ranking.xhtml?exam=" + exam + "&by=person");
      Download file = invigilator.waitForDownload(() -> invigilator.locator("a[href*='format=csv']").first().click());
      String csv = Files.readString(file.path());
      assertTrue(csv.startsWith("\uFEFF"), "Excel needs the mark");
      assertTrue(csv.contains("名次,姓名,单位,得分"), csv);
      assertEquals(List.of(), browsers.complaints());
    }
  }

  /** The exam of the demo's that is open. */
  private static String season(String officer) throws Exception {
    return Program.field(program.call("GET", "/api/v1/exams?mine=true", program.token(officer), null).body().replaceAll(".*(\\{[^{}]*\"state\":\"OPEN\"[^{}]*第四季度[^{}]*}).*", "$1"), "id");
  }

  private static void remember(Response response, List<String> answers) {
    String type = response.headers().getOrDefault("content-type", "");
    if ((type.contains("json") || type.contains("html")) && response.status() == 200 && response.url().contains("attempt")) answers.add(response.text());
  }

  private static void answer(Page page, int option) {
    page.locator("#opts label").nth(option % page.locator("#opts label").count()).click();
  }

  @Test
  void an_administrator_schedules_an_exam_and_voids_an_attempt() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768)) {
      Page page = browsers.signIn(desk, program.address(), "admin");
      page.navigate(program.address() + "/staff/exam/schedule.xhtml");
      page.selectOption("[id='plan:blueprint']", "1"); // the demo's; a newer one may be of another test
      page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      page.fill("[id='plan:title']", "浏览器安排的考试");
      page.locator("[id^='plan:'][id$=':unit']").first().check();
      page.click("[id='plan:save']");
      page.waitForURL(Pattern.compile(".*exam\\.xhtml\\?exam=\\d+.*"));
      assertThat(page.locator("h1")).containsText("浏览器安排的考试");

      String officer = program.token("officer006");
      String exam = season("officer006");
      String started = program.call("POST", "/api/v1/exams/" + exam + "/attempts", officer, null).body();
      String name = Program.field(started, "officerName");
      page.navigate(program.address() + "/staff/exam/live.xhtml?exam=" + exam);
      page.fill("[id='live:q']", name);
      page.click("[id='live:find']");
      page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      Locator row = page.locator("[id='live:rows_data'] tr").filter(new Locator.FilterOptions().setHasText("作答中")).first();
      row.locator("[id$=':annul']").click();
      page.fill("[id='act:reason']", "身份不符");
      page.click("[id='act:do']");
      assertThat(page.locator("[id='act:dialog']")).isHidden();
      assertThat(page.locator("[id='live:rows_data']")).containsText("已作废");
      page.navigate(program.address() + "/staff/audit/log.xhtml");
      assertThat(page.locator("main")).containsText("身份不符");
      assertEquals(List.of(), browsers.complaints());
    }
  }

  @Test
  void attack_11_a_script_in_a_stem_an_option_a_name_a_unit_and_a_title_stays_text() throws Exception {
    String evil = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
    String admin = program.token("admin");
    String unit = Program.field(program.call("POST", "/api/v1/units", admin, "{\"code\":\"EVIL\",\"name\":\"" + evil + "\",\"kind\":\"DEPARTMENT\",\"parentId\":1,\"sort\":0}").body(), "id");
    assertEquals(201, program.call("POST", "/api/v1/people", admin, "{\"unitId\":" + unit + ",\"name\":\"" + evil.substring(0, 34) + "\",\"establishment\":\"ADMINISTRATIVE\"}").statusCode());
    String yaml = """
        law: 恶意法
        version: "2026"
        inForce: 2026-01-01
        items:
          - {code: EVIL-001-01, type: SINGLE, stem: '%1$s', options: {A: '%1$s 1', B: '%1$s 2', C: '%1$s 3', D: '%1$s 4'}, key: [A], basis: [{article: 1, quote: x}], topic: 恶意/脚本, stage: 通则, field: 通用, difficulty: 1, rationale: '%1$s'}
        """.formatted(evil);
    String boundary = "x-lianbing-x";
    var upload = java.net.http.HttpRequest.newBuilder(java.net.URI.create(program.address() + "/api/v1/item-imports")).header("Authorization", "Bearer " + admin).header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"e.yaml\"\r\nContent-Type: application/yaml\r\n\r\n" + yaml + "\r\n--" + boundary + "--\r\n")).build();
    var imported = java.net.http.HttpClient.newHttpClient().send(upload, java.net.http.HttpResponse.BodyHandlers.ofString());
    assertEquals(201, imported.statusCode(), imported.body());
    String blueprint = Program.field(program.call("POST", "/api/v1/blueprints", admin, "{\"title\":\"" + evil + "\",\"lines\":[{\"topic\":\"恶意\",\"type\":\"SINGLE\",\"difficultyFrom\":1,\"difficultyTo\":5,\"count\":1,\"marks\":1}]}").body(), "id");
    String exam = Program.field(program.call("POST", "/api/v1/exams", admin, "{\"title\":\"" + evil + "\",\"blueprintId\":" + blueprint + ",\"passMark\":1,\"opensAt\":\"2026-02-01T00:00:00+08:00\",\"closesAt\":\"2099-01-01T00:00:00+08:00\",\"release\":\"AT_ONCE\",\"officerIds\":[" + Program.field(program.call("GET", "/api/v1/me", program.token("officer012"), null).body(), "id") + "]}").body(), "id");
    try (BrowserContext office = browsers.context(1366, 768); BrowserContext desk = browsers.context(1366, 768)) {
      Page officer = browsers.signIn(office, program.address(), "officer012");
      List<String> addresses = new ArrayList<>(List.of("/officer/exam/home.xhtml", "/officer/exam/exams.xhtml", "/officer/exam/start.xhtml?exam=" + exam));
      for (String address : addresses) inert(officer, address);
      officer.click("[id='start:go']");
      assertThat(officer.locator("#stem")).containsText("<script>window.pwned=1</script>");
      assertEquals(false, officer.evaluate("'pwned' in window"));
      answer(officer, 0);
      assertThat(officer.locator("#save")).hasAttribute("data-state", "saved");
      String attempt = officer.url().replaceAll(".*attempt=(\\d+).*", "$1");
      program.call("POST", "/api/v1/attempts/" + attempt + "/submission", program.token("officer012"), "{}");
      inert(officer, "/officer/exam/result.xhtml?attempt=" + attempt);
      inert(officer, "/officer/exam/ranking.xhtml?exam=" + exam + "&by=unit");
      Page page = browsers.signIn(desk, program.address(), "admin");
      for (String address : List.of("/staff/exam/exams.xhtml", "/staff/exam/exam.xhtml?exam=" + exam, "/staff/exam/live.xhtml?exam=" + exam, "/staff/exam/ranking.xhtml?exam=" + exam, "/staff/bank/items.xhtml?q=EVIL", "/staff/bank/item.xhtml?code=EVIL-001-01", "/staff/paper/blueprints.xhtml", "/staff/people/units.xhtml", "/staff/people/officers.xhtml", "/staff/audit/log.xhtml")) inert(page, address);
    }
    browsers.complaints();
  }

  @Test
  void attack_11_a_script_in_what_the_roster_holds_stays_text() throws Exception {
    String evil = "<img src=x onerror=window.pwned=1>";
    String trainer = program.token("trainer");
    String lecturer = "{\"name\":\"%1$s\",\"employer\":\"%1$s\",\"post\":\"%1$s\",\"about\":\"%1$s\",\"topics\":[\"%1$s\"]}".formatted(evil);
    String id = Program.field(program.call("POST", "/api/v1/lecturers", trainer, lecturer).body(), "id");
    assertEquals(201, program.call("POST", "/api/v1/lecturers/" + id + "/appointments", trainer, "{\"letterNumber\":\"%s\",\"source\":\"OWN\",\"from\":\"2026-01-01\",\"to\":\"2029-12-31\"}".formatted(evil)).statusCode());
    assertEquals(201, program.call("POST", "/api/v1/lecturers/" + id + "/conflicts", trainer, "{\"unitId\":5,\"reason\":\"%s\"}".formatted(evil)).statusCode());
    assertEquals(201, program.call("POST", "/api/v1/lecturers/" + id + "/leaves", trainer, "{\"from\":\"2028-01-01\",\"to\":\"2028-01-02\",\"reason\":\"%s\"}".formatted(evil)).statusCode());
    assertEquals(201, program.call("POST", "/api/v1/lecturer-applications", program.token("officer013"), "{\"lecturer\":%s,\"grounds\":\"%s\"}".formatted(lecturer, evil)).statusCode());
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext own = browsers.context(390, 844)) {
      Page page = browsers.signIn(desk, program.address(), "trainer");
      for (String address : List.of("/staff/roster/lecturers.xhtml", "/staff/roster/lecturer.xhtml?id=" + id, "/staff/roster/search.xhtml?topic=" + java.net.URLEncoder.encode(evil, java.nio.charset.StandardCharsets.UTF_8), "/staff/roster/load.xhtml", "/staff/roster/applications.xhtml", "/staff/notice/inbox.xhtml")) inert(page, address);
      inert(browsers.signIn(own, program.address(), "officer013"), "/officer/roster/apply.xhtml");
    }
    browsers.complaints();
  }

  private static void inert(Page page, String address) {
    assertTrue(page.navigate(program.address() + address).status() < 400, address);
    assertEquals(false, page.evaluate("'pwned' in window || document.querySelectorAll('img[src=x]').length > 0"), address);
  }

  @Test
  void a_unit_applies_the_desk_suspends_an_officer_loses_and_anybody_can_check() throws Exception {
    try (BrowserContext office = browsers.context(1366, 768); BrowserContext desk = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844); BrowserContext street = browsers.context(390, 844)) {
      Page unit = browsers.signIn(office, program.address(), "unit01");
      unit.navigate(program.address() + "/staff/certificate/apply.xhtml");
      unit.selectOption("[id='apply:kind']", "SUPERVISION");
      unit.click("[id='apply:people']");
      unit.locator("input[type=checkbox]").first().check();
      unit.click("[id='apply:describe']");
      unit.fill("[id='apply:duties']", "执法监督");
      unit.click("[id='apply:apply']");
      unit.waitForURL(Pattern.compile(".*applications\\.xhtml\\?state=DRAFT.*"));
      unit.locator("td .ui-chkbox, td.choose .ui-selection-column, tbody .ui-chkbox-box").first().click();
      unit.click("[id='applications:ask']");
      unit.click("[id='applications:take']");
      assertThat(unit.locator("main")).containsText("这里没有申请");

      Page supervisor = browsers.signIn(desk, program.address(), "supervisor");
      supervisor.navigate(program.address() + "/staff/certificate/register.xhtml?state=VALID");
      String serial = supervisor.locator("tbody a").nth(20).innerText();
      supervisor.locator("tbody a").nth(20).click();
      supervisor.click("button:has-text('暂扣')");
      supervisor.selectOption("[id='steps:reason']", "R45_3");
      assertThat(supervisor.locator("[id='steps:basis']")).containsText("第四十二条（六）");
      supervisor.click("[id='steps:take']");
      assertThat(supervisor.locator("main")).containsText("请填写文号");
      supervisor.fill("[id='steps:document']", "陕司监〔2026〕80号");
      supervisor.fill("[id='steps:until']", java.time.LocalDate.now().plusDays(40).toString());
      supervisor.click("[id='steps:take']");
      assertThat(supervisor.locator(".badge").first()).hasText("暂扣");
      assertThat(supervisor.locator(".timeline")).containsText("陕司监〔2026〕80号");

      Page officer = browsers.signIn(phone, program.address(), "officer002");
      officer.navigate(program.address() + "/officer/certificate/mine.xhtml");
      String own = officer.locator(".kv dd, .facts dd").first().innerText();
      officer.click("button:has-text('证件遗失')");
      officer.selectOption("[id='mine:reason']", "LOST");
      assertThat(officer.locator("[id='mine:basis'] option:checked")).containsText("第二十四条");
      officer.click("[id='mine:take']");
      assertThat(officer.locator(".badge").first()).hasText("挂失");

      program.change("delete from certificate_look_up"); // of this address, by tests before
      Page anybody = street.newPage();
      for (String dead : List.of(serial, own)) {
        anybody.navigate(program.address() + "/public/certificate/verify.xhtml");
        anybody.fill("[id='verify:serial']", dead);
        anybody.click("[id='verify:look']");
        assertThat(anybody.locator(".verdict")).hasText("现在无效");
      }
      anybody.navigate(program.address() + "/public/certificate/verify.xhtml?serial=" + own + "&token=AAAAAAAAAAAAAAAAAAAAAA");
      assertThat(anybody.locator(".verdict")).hasText("查不到");
    }
    browsers.complaints();
  }

  @Test
  void chinese_text_is_drawn_with_a_chinese_font() {
    try (BrowserContext context = browsers.context(390, 844)) {
      Page page = context.newPage();
      page.navigate(program.address() + "/public/people/sign-in.xhtml");
      // A missing glyph is a box of one shape: two different characters must not look the same.
      Object differ = page.evaluate("""
          () => { const draw = text => { const c = document.createElement('canvas'); c.width = c.height = 40; const g = c.getContext('2d'); g.font = '32px ' + getComputedStyle(document.body).fontFamily; g.fillText(text, 2, 34); return c.toDataURL(); };
            return draw('练') !== draw('兵') && draw('兵') !== draw('法'); }""");
      assertEquals(true, differ);
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("it.work"), "sign-in.png")));
    }
  }
}
