package cn.lianbing.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.Program;
import cn.lianbing.testing.SharedProgram;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, as those who may open it see it with the demo's data: none fails, is wider than its screen, or breaks a rule of accessibility. */
@ExtendWith(SharedProgram.class)
class PagesIT {
  private static final Map<String, String> PAGES = Map.of("officer010", """
      /officer/exam/home.xhtml /officer/exam/exams.xhtml /officer/exam/start.xhtml?exam=2 /officer/exam/ranking.xhtml?exam=1 /officer/exam/ranking.xhtml?exam=1&by=unit
      /officer/people/account.xhtml /public/people/privacy.xhtml /public/people/password.xhtml
      /officer/notice/inbox.xhtml
      /officer/competition/mine.xhtml /officer/competition/list.xhtml?id=1 /public/competition/lists.xhtml /public/competition/list.xhtml?id=1 /public/competition/award.xhtml /officer/practice/practice.xhtml /officer/practice/book.xhtml /officer/practice/drill.xhtml /officer/credit/credits.xhtml /officer/certificate/mine.xhtml /public/certificate/verify.xhtml?serial=Z1203202600387 /officer/law/article.xhtml?law=行政处罚法&version=2021修订&article=36
      /officer/training/sessions.xhtml /officer/training/session.xhtml?id=1 /officer/training/session.xhtml?id=27 /officer/enrolment/check-in.xhtml?session=35
      /officer/feedback/waiting.xhtml /officer/feedback/give.xhtml?session=26 /public/feedback/answer.xhtml
      /officer/roster/lecturer.xhtml /officer/roster/apply.xhtml
      /officer/eligibility/mine.xhtml /officer/eligibility/mine.xhtml?kind=SUPERVISION /public/eligibility/verify.xhtml
      /officer/nowhere.xhtml /staff/exam/exams.xhtml""", "officer022", """
      /officer/roster/lecturer.xhtml /officer/roster/apply.xhtml""", "trainer", """
      /staff/roster/lecturers.xhtml /staff/roster/lecturer.xhtml /staff/roster/lecturer.xhtml?id=1 /staff/roster/search.xhtml?topic=行政处罚 /staff/roster/load.xhtml /staff/roster/applications.xhtml
      /staff/feedback/feedbacks.xhtml /staff/feedback/feedback.xhtml?session=20 /staff/feedback/feedback.xhtml?session=25 /staff/feedback/feedback.xhtml?session=26 /staff/feedback/feedback.xhtml?session=28 /staff/feedback/followUps.xhtml /staff/feedback/templates.xhtml
      /staff/credit/unit.xhtml /staff/credit/claims.xhtml /staff/credit/rules.xhtml /staff/credit/officer.xhtml?id=1
      /staff/training/sessions.xhtml /staff/training/sessions.xhtml?view=list /staff/training/sessions.xhtml?view=week /staff/training/session.xhtml /staff/training/session.xhtml?id=1 /staff/training/requests.xhtml /staff/training/series.xhtml /staff/report/annual.xhtml /staff/report/annual.xhtml?figure=SESSIONS
      /staff/proposal/proposals.xhtml /staff/proposal/proposals.xhtml?state=PLANNED /staff/proposal/proposals.xhtml?unit=50
      /staff/enrolment/import.xhtml /staff/enrolment/enrolments.xhtml?session=27 /staff/enrolment/attendance.xhtml?session=26 /staff/enrolment/attendance.xhtml?session=35 /staff/enrolment/code.xhtml?session=35
      /staff/authoring/review.xhtml /staff/authoring/draft.xhtml?id=2 /staff/authoring/edit.xhtml?id=2 /staff/authoring/edit.xhtml?id=3""", "admin", """
      /staff/competition/competitions.xhtml /staff/competition/competition.xhtml?id=1 /staff/competition/competition.xhtml?id=2 /staff/competition/scores.xhtml?stage=2 /staff/competition/list.xhtml?id=1
      /staff/exam/exams.xhtml /staff/exam/schedule.xhtml /staff/exam/exam.xhtml?exam=1 /staff/exam/live.xhtml?exam=1 /staff/exam/ranking.xhtml?exam=1 /staff/exam/ranking.xhtml?exam=1&by=unit /staff/exam/marking.xhtml?exam=1
      /staff/bank/items.xhtml /staff/bank/items.xhtml?q=听证&stage=听证 /staff/bank/item.xhtml?code=XZCF-036-01 /staff/bank/import.xhtml /staff/bank/images.xhtml /staff/bank/flags.xhtml
      /staff/authoring/review.xhtml /staff/authoring/draft.xhtml?id=1 /staff/authoring/history.xhtml?code=XZCF-036-01 /staff/authoring/topics.xhtml
      /staff/law/laws.xhtml /staff/law/laws.xhtml?q=未被发现 /staff/law/law.xhtml?id=1 /staff/law/import.xhtml /staff/law/difference.xhtml
      /staff/paper/blueprints.xhtml /staff/paper/blueprint.xhtml?id=1 /staff/paper/demands.xhtml?blueprint=1 /staff/paper/forms.xhtml?blueprint=1 /staff/paper/formSet.xhtml?id=1 /staff/paper/exclusions.xhtml
      /staff/people/officers.xhtml /staff/people/officer.xhtml?id=1 /staff/people/units.xhtml /staff/people/import.xhtml /staff/people/account.xhtml /admin/people/accounts.xhtml
      /staff/notice/inbox.xhtml /admin/notice/mails.xhtml
      /staff/eligibility/unit.xhtml /staff/eligibility/officer.xhtml?id=5 /staff/eligibility/rules.xhtml /staff/eligibility/rule.xhtml?id=3 /staff/eligibility/trial.xhtml?rule=3 /staff/eligibility/contests.xhtml
      /staff/audit/log.xhtml""", "unit01", """
      /staff/casefile/letters.xhtml /staff/casefile/letter.xhtml?id=16 /staff/certificate/apply.xhtml /staff/certificate/unit.xhtml /staff/certificate/register.xhtml""", "supervisor", """
      /staff/casefile/batches.xhtml /staff/casefile/batch.xhtml?id=3 /staff/casefile/file.xhtml?id=70 /staff/casefile/checklists.xhtml /staff/casefile/letters.xhtml /staff/casefile/letter.xhtml?id=17 /staff/casefile/letter.xhtml?id=19 /staff/annex/annex.xhtml /staff/annex/annex.xhtml?figure=OPINIONS /staff/annex/annex.xhtml?from=2024-01-01&to=2024-12-31&figure=CAMPAIGNS /staff/annex/edition.xhtml?id=1
      /staff/certificate/register.xhtml?q=王 /staff/certificate/certificate.xhtml?id=150 /staff/certificate/applications.xhtml?state=PUBLISHED /staff/certificate/application.xhtml?id=78 /staff/certificate/tasks.xhtml /staff/certificate/unit.xhtml?id=2 /staff/certificate/rules.xhtml /staff/certificate/changes.xhtml /staff/certificate/import.xhtml /staff/certificate/serials.xhtml""");
  private static final String SIGN_IN = "/public/people/sign-in.xhtml";
  private static Program program;
  private static Browsers browsers;
  private static String axe;

  @BeforeAll
  static void start(Program shared) throws IOException {
    program = shared;
    browsers = new Browsers();
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() {
    if (browsers != null) browsers.close();
  }

  @Test
  void no_page_is_wider_than_its_screen_or_breaks_a_rule_of_accessibility() {
    TreeSet<String> faults = new TreeSet<>();
    try (BrowserContext nobody = browsers.context(1366, 768)) {
      inspect(nobody.newPage(), SIGN_IN, faults);
    }
    PAGES.forEach((who, addresses) -> {
      try (BrowserContext context = browsers.context(1366, 768)) {
        Page page = browsers.signIn(context, program.address(), who);
        // a colour on its way to another has no contrast of its own
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        for (String address : addresses.split("\\s+")) inspect(page, address, faults);
      }
    });
    browsers.complaints(); // the missing and the forbidden page are on purpose
    assertTrue(faults.isEmpty(), String.join("\n", faults));
  }

  /** Loaded once and looked at twice: light at the desk, dark on the phone, since colours do not depend on the width. */
  private static void inspect(Page page, String address, TreeSet<String> faults) {
    page.setViewportSize(1366, 768);
    Response response = page.navigate(program.address() + address);
    if (response.status() >= 500) faults.add(address + " answers " + response.status());
    page.evaluate(axe);
    look(page, "desk " + address, faults);
    page.setViewportSize(390, 844);
    page.evaluate("document.documentElement.dataset.theme = 'dark'");
    look(page, "phone " + address, faults);
  }

  private static void look(Page page, String where, TreeSet<String> faults) {
    page.waitForTimeout(100);
    if ((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth")) faults.add(where + " is wider than the screen");
    // not AxeBuilder.analyze(), which opens a second page each time
    List<?> violations = (List<?>) page.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].target))");
    violations.forEach(violation -> faults.add(where + " " + violation));
  }
}
