package cn.lianbing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session from the organiser's plan to the officers' hours: the trainer and the unit's administrator at a desk, the officer, the lecturer and the list of who came on a phone. */
@ExtendWith(SharedProgram.class)
class TrainingJourneyIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String TITLE = "浏览器里的微宣讲";
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

  private static Page open(Page page, String path) {
    page.navigate(program.address() + path);
    return page;
  }

  @Test
  void a_session_is_planned_enrolled_for_attended_and_brings_hours() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext office = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844); BrowserContext other = browsers.context(390, 844)) {
      Page trainer = browsers.signIn(desk, program.address(), "trainer");
      String id = plan(trainer);

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

      takeAttendance(trainer, id);
      open(officer, "/officer/credit/credits.xhtml");
      assertThat(officer.locator("main")).containsText(TITLE);
      open(lecturer, "/officer/credit/credits.xhtml");
      assertThat(lecturer.locator("main")).containsText(TITLE);
      assertEquals(List.of(), browsers.complaints());
    }
  }

  private static String plan(Page trainer) {
    LocalDateTime from = LocalDateTime.now(ZONE).plusDays(2).truncatedTo(ChronoUnit.HOURS);
    open(trainer, "/staff/training/sessions.xhtml").getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("安排场次")).click();
    trainer.fill("[id='session:title']", TITLE);
    trainer.fill("[id='session:from']", from.toString());
    trainer.fill("[id='session:to']", from.plusMinutes(90).toString());
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

  /** The session is over by now: only its time is moved, which no page can do. */
  private static void takeAttendance(Page trainer, String id) throws Exception {
    program.change("update training_session set starts_at = utc_timestamp(3) - interval 100 minute, ends_at = utc_timestamp(3) - interval 10 minute, enrol_until = utc_timestamp(3) - interval 2 hour, cancel_until = utc_timestamp(3) - interval 2 hour where id = " + id);
    trainer.setViewportSize(390, 844);
    open(trainer, "/staff/enrolment/attendance.xhtml?session=" + id);
    fits(trainer);
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

  private static void fits(Page page) {
    assertTrue((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url() + " fits the phone");
  }

  @Test
  void what_a_unit_asks_for_becomes_a_session_and_what_it_plans_itself_is_approved() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext office = browsers.context(390, 844)) {
      Page unit = open(browsers.signIn(office, program.address(), "unit01"), "/staff/training/requests.xhtml");
      unit.fill("[id='ask:topic']", "浏览器里的培训需求");
      unit.fill("[id='ask:people']", "25");
      unit.fill("[id='ask:reason']", "案卷评查反映证据登记问题较多");
      unit.click("[id='ask:send']");
      assertThat(unit.locator("[id='requests:rows']")).containsText("浏览器里的培训需求");
      fits(unit);

      Page trainer = open(browsers.signIn(desk, program.address(), "trainer"), "/staff/training/requests.xhtml");
      trainer.locator("[id='requests:rows'] tr", new Page.LocatorOptions().setHasText("浏览器里的培训需求")).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("采纳")).first().click();
      trainer.waitForURL(url -> url.contains("session.xhtml?id="));
      publish(trainer);
      open(unit, "/staff/training/requests.xhtml");
      unit.locator("[id='requests:rows'] tr", new Page.LocatorOptions().setHasText("浏览器里的培训需求")).getByRole(AriaRole.LINK).click();
      assertThat(unit.locator("main")).containsText("报名中");

      open(unit, "/staff/training/session.xhtml");
      unit.fill("[id='session:title']", "单位自己安排的一场");
      unit.fill("[id='session:place']", "单位会议室");
      LocalDateTime from = LocalDateTime.now(ZONE).plusDays(9).truncatedTo(ChronoUnit.HOURS);
      unit.fill("[id='session:from']", from.toString());
      unit.fill("[id='session:to']", from.plusMinutes(135).toString());
      unit.click("[id='session:save']");
      unit.waitForURL(url -> url.contains("id="));
      unit.click("[id='session:submit']");
      assertThat(unit.locator(".page-head")).containsText("待批");
      open(trainer, unit.url().substring(program.address().length()));
      publish(trainer);
      assertEquals(List.of(), browsers.complaints());
    }
  }

  private static void publish(Page trainer) {
    trainer.locator("label", new Page.LocatorOptions().setHasText("仍然安排")).first().click();
    trainer.click("[id='session:publish']");
    assertThat(trainer.locator(".page-head")).containsText("报名中");
  }

  @Test
  void an_application_and_a_recommendation_become_lecturers_whom_the_search_finds() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext office = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844)) {
      Page officer = open(browsers.signIn(phone, program.address(), "officer031"), "/officer/roster/apply.xhtml");
      officer.fill("[id='apply:topics']", "海绵城市执法");
      officer.locator("label.check").first().click();
      officer.fill("[id='apply:grounds']", "五年一线执法，办案四十余件。");
      officer.click("[id='apply:send']");
      assertThat(officer.locator("main")).containsText("待审批");
      fits(officer);

      Page unit = open(browsers.signIn(office, program.address(), "unit01"), "/staff/roster/applications.xhtml");
      unit.click("[id='applications:begin']");
      unit.selectOption("[id='applications:outside']", "true");
      unit.fill("[id='applications:name']", "浏览器外请老师");
      unit.fill("[id='applications:employer']", "某大学法学院");
      unit.fill("[id='applications:topics']", "海绵城市执法");
      unit.locator("[id='applications'] label.check").first().click();
      unit.fill("[id='applications:grounds']", "多次为本单位授课。");
      unit.click("[id='applications:send']");
      assertThat(unit.locator("[id='applications'] .rows-plain")).containsText("浏览器外请老师");

      Page trainer = open(browsers.signIn(desk, program.address(), "trainer"), "/staff/roster/applications.xhtml");
      for (int i = 1; i <= 2; i++) {
        trainer.locator(".rows-plain > li", new Page.LocatorOptions().setHasText("海绵城市执法")).getByRole(AriaRole.BUTTON).first().click();
        trainer.fill("[id='applications:letterNumber']", "陕司聘〔2026〕9" + i + "号");
        trainer.click("[id='applications:approve']");
        assertThat(trainer.locator("[id='applications:approve']")).hasCount(0);
      }
      LocalDateTime day = LocalDateTime.now(ZONE).plusDays(7);
      open(trainer, "/staff/roster/search.xhtml?topic=" + java.net.URLEncoder.encode("海绵城市", java.nio.charset.StandardCharsets.UTF_8) + "&day=" + day.toLocalDate() + "&from=09:00&to=11:00");
      assertThat(trainer.locator(".candidates").first().locator("> li")).hasCount(2);
      assertThat(trainer.locator(".candidates").first()).containsText("浏览器外请老师");
      assertEquals(List.of(), browsers.complaints());
    }
  }

  @Test
  void feedback_comes_by_link_and_shows_from_five_and_a_weak_topic_becomes_a_draft() throws Exception {
    try (BrowserContext desk = browsers.context(1366, 768); BrowserContext phone = browsers.context(390, 844)) {
      Page trainer = open(browsers.signIn(desk, program.address(), "trainer"), "/staff/feedback/feedbacks.xhtml");
      trainer.locator("tr", new Page.LocatorOptions().setHasText("收集中")).getByRole(AriaRole.LINK).first().click();
      assertThat(trainer.locator("main")).containsText("7");
      assertThat(trainer.locator(".fb-result")).hasCount(0);
      String session = trainer.url().replaceAll(".*session=(\\d+).*", "$1");

      String came = program.ask("select a.username from attendance t join account a on a.officer_id = t.officer_id where t.state = 'PRESENT' and t.session_id = " + session + " order by a.id limit 1");
      Page officer = open(browsers.signIn(phone, program.address(), came), "/officer/training/sessions.xhtml");
      officer.locator("a[href*='give.xhtml?session=" + session + "']").click();
      officer.click("[id='give:draw']");
      for (int i = 1; i <= 5; i++) officer.locator("input[name=s" + i + "][value='5']").check();
      officer.fill("#remark", "案例讲得清楚");
      fits(officer);
      officer.click("#fb-form [type=submit]");
      assertThat(officer.locator("#fb-thanks")).isVisible();

      trainer.click("[id='closing:close']");
      trainer.click(".ui-confirmdialog-yes");
      assertThat(trainer.locator(".fb-result")).isVisible();
      assertThat(trainer.locator(".fb-remarks")).containsText("案例讲得清楚");
      assertThat(trainer.locator("main")).containsText("8");

      open(trainer, "/staff/proposal/proposals.xhtml?state=OPEN");
      trainer.locator(".prop-end button").first().click();
      trainer.waitForURL(url -> url.contains("session.xhtml?id="));
      assertThat(trainer.locator(".page-head")).containsText("草拟");
      assertEquals(List.of(), browsers.complaints());
    }
  }
}
