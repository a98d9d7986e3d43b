package cn.lianbing.enrolment.web;

import cn.lianbing.enrolment.Attendances;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sheet that goes round and is signed: who is enrolled, with empty lines for whoever comes besides. */
@WebServlet("/staff/enrolment/sheet")
public class SignSheetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int EMPTY_LINES = 12;
  @Inject Attendances attendances;
  @Inject CurrentUser user;
  @Inject Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      long id = NotFound.id("session", request.getParameter("session"));
      Attendances.Head head = attendances.head(user.caller(), id, clock.instant());
      if (!head.organiser()) throw new NotFound("session", id);
      List<Attendances.Row> rows = attendances.of(user.caller(), id);
      return new Download.File(texts.of("enrolment.sheet.file", head.title()) + ".pdf", Download.PDF, out -> print(out, texts, head, rows));
    });
  }

  private void print(OutputStream out, Texts texts, Attendances.Head head, List<Attendances.Row> rows) {
    try (PrintedPage page = new PrintedPage(out, texts.get("enrolment.sheet.title"), texts.of("enrolment.sheet.foot", head.title(), Times.text(clock.instant())), false)) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put(texts.get("enrolment.sheet.topic"), head.title());
      facts.put(texts.get("enrolment.sheet.host"), head.host());
      facts.put(texts.get("enrolment.sheet.from"), Times.text(head.startsAt()));
      facts.put(texts.get("enrolment.sheet.to"), Times.text(head.endsAt()));
      page.facts(facts);
      List<List<?>> lines = new ArrayList<>();
      for (Attendances.Row row : rows) lines.add(Arrays.asList(lines.size() + 1, row.unit(), row.name(), row.post(), null, null, null));
      for (int i = 0; i < EMPTY_LINES; i++) lines.add(Arrays.asList(lines.size() + 1, null, null, null, null, null, null));
      page.table(List.of(new PrintedPage.Column(texts.get("enrolment.sheet.no"), 0.6f, PrintedPage.Align.CENTER), new PrintedPage.Column(texts.get("enrolment.sheet.unit"), 2.2f), new PrintedPage.Column(texts.get("enrolment.sheet.name"), 1.1f),
          new PrintedPage.Column(texts.get("enrolment.sheet.post"), 1.4f), new PrintedPage.Column(texts.get("enrolment.sheet.in"), 1.5f), new PrintedPage.Column(texts.get("enrolment.sheet.out"), 1.5f), new PrintedPage.Column(texts.get("enrolment.sheet.note"), 1.2f)), lines);
      page.paragraph(texts.get("enrolment.sheet.promise"), PrintedPage.Align.LEFT);
      page.signed(texts.get("enrolment.sheet.signed"));
    }
  }
}
