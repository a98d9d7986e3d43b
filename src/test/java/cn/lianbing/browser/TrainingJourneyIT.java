package cn.lianbing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import cn.lianbing.testing.Program;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A session from the organiser's plan to the officers' hours: the trainer and the unit's administrator at a desk, the officer, the lecturer and the list of who came on a phone. */
class TrainingJourneyIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String TITLE = "浏览器里的微宣讲";
  private static Program program;
  private static Browsers browsers;

  @BeforeAll
  static void start() throws Exception {
    program = Program.demo("training").start();
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browsers != null) browsers.close();
    if (program != null) program.close();
  }

  private static Page open(Page page, String path) {
    page.navigate(program.address() + path);
    return page;
  }

  /** Comes soon and lasts a minute, so that its end can be waited for. */
  private static LocalDateTime soon() {
    return LocalDateTime.ofInstant(Instant.now().plusSeconds(90), ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  @Test
  void a_session_is_planned_enrolled_for_attended_and_brings_hours() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext office = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844); BrowserContext other = browsers.context(390, 844)) {
      Page trainer = browsers.signIn(desk, program.address(), "trainer");
      LocalDateTime from = soon();
      String id = plan(trainer, from);

      Page unit = browsers.signIn(office, program.address(), "unit01");
      assertThat(unit.locator(".topbar")).isVisible();
      open(unit, "/staff/enrolment/enrolments.xhtml?session=" + id);
      unit.locator("[id='list:people_data'] tr").first().locator(".ui-chkbox-box, input[type=checkbox]").first().click();
      unit.click("[id='list:enrol']");
      assertThat(unit.locator("[id='list:rows']")).containsText("区市场监督管理局");

      Page officer = browsers.signIn(phone, program.address(), "officer002");
      open(officer, "/officer/training/sessions.xhtml");
      officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(TITLE)).click();
      officer.click("[id='enrol:do']");
      assertThat(officer.locator("main")).containsText("已报名");
      Download calendar = officer.waitForDownload(() -> officer.locator("a[href*='what=ics']").click());
      assertEquals("微宣讲 " + TITLE, Biweekly.parse(Files.readString(calendar.path())).first().getEvents().get(0).getSummary().getValue());

      Page lecturer = browsers.signIn(other, program.address(), "officer003");
      open(lecturer, "/officer/roster/lecturer.xhtml");
      assertThat(lecturer.locator("main")).containsText(TITLE);
      open(lecturer, "/officer/notice/inbox.xhtml");
      assertThat(lecturer.locator("main")).containsText("请您授课");

      takeAttendance(trainer, id, from);
      open(officer, "/officer/credit/credits.xhtml");
      assertThat(officer.locator("main")).containsText(TITLE);
      open(lecturer, "/officer/credit/credits.xhtml");
      assertThat(lecturer.locator("main")).containsText(TITLE);
      assertEquals(List.of(), browsers.complaints());
    }
  }

  private static String plan(Page trainer, LocalDateTime from) {
    open(trainer, "/staff/training/sessions.xhtml").getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("安排场次")).click();
    trainer.fill("[id='session:title']", TITLE);
    trainer.fill("[id='session:from']", from.toString());
    trainer.fill("[id='session:to']", from.plusMinutes(1).toString());
    trainer.selectOption("[id='session:placeUnitId']", new SelectOption().setLabel("张汴乡"));
    trainer.fill("[id='session:place']", "浏览器会议室");
    trainer.locator("label", new Page.LocatorOptions().setHasText("卢超远")).first().click();
    trainer.click("[id='session:save']");
    trainer.waitForURL(url -> url.contains("id="));
    trainer.locator("label", new Page.LocatorOptions().setHasText("仍然安排")).first().click();
    trainer.click("[id='session:publish']");
    assertThat(trainer.locator(".page-head")).containsText("报名中");
    return trainer.url().replaceAll(".*id=(\\d+).*", "$1");
  }

  private static void takeAttendance(Page trainer, String id, LocalDateTime from) throws InterruptedException {
    trainer.setViewportSize(390, 844);
    Instant end = from.plusMinutes(1).atZone(ZONE).toInstant().plusSeconds(2);
    while (Instant.now().isBefore(end)) Thread.sleep(500);
    open(trainer, "/staff/enrolment/attendance.xhtml?session=" + id);
    assertTrue((Boolean) trainer.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the list fits the phone");
    Locator present = trainer.locator(".att-list [data-mark=PRESENT]");
    assertThat(present).hasCount(2);
    for (int i = 0; i < 2; i++) {
      present.nth(i).click();
      assertThat(present.nth(i)).hasAttribute("aria-pressed", "true");
    }
    assertThat(trainer.locator("[data-save-line]")).containsText("已保存");
    trainer.click("[id='more:close']");
    assertThat(trainer.locator("main")).containsText("已办");
  }
}
