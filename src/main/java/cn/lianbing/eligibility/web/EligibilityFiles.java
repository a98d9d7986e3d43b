package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.eligibility.Check;
import cn.lianbing.eligibility.Printing;
import cn.lianbing.eligibility.UnitEligibility;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.SheetWriter;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The printed check and a unit's list: files that the pages of this component link to. */
@WebServlet({"/officer/eligibility/file", "/staff/eligibility/file"})
public class EligibilityFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient Printing printing;
  @Inject transient UnitEligibility unitEligibility;
  @Inject transient CurrentUser user;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> switch (String.valueOf(request.getParameter("what"))) {
      case "sheet" -> sheet(request, texts);
      case "list" -> list(request, texts);
      default -> throw new NotFound("file", request.getParameter("what"));
    });
  }

  private Download.File sheet(HttpServletRequest request, Texts texts) {
    String base = request.getRequestURL().toString().replaceFirst("/(officer|staff)/eligibility/file.*$", "");
    Printing.Sheet sheet = printing.sheet(user.caller(), NotFound.id("check", request.getParameter("id")), base, texts);
    return new Download.File(sheet.name() + ".pdf", Download.PDF, out -> out.write(sheet.pdf()));
  }

  private Download.File list(HttpServletRequest request, Texts texts) {
    String unit = request.getParameter("unit");
    String on = request.getParameter("on");
    LocalDate day = on != null && on.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(on) : clock.instant().atZone(Times.ZONE).toLocalDate();
    UnitEligibility.Filter filter = new UnitEligibility.Filter(unit == null || unit.isEmpty() ? null : (Long) NotFound.id("unit", unit), request.getParameter("q"), one(CertificateKind.class, request.getParameter("kind"), CertificateKind.ENFORCEMENT), day,
        one(Check.Verdict.class, request.getParameter("verdict"), null), request.getParameter("lacking") == null || request.getParameter("lacking").isEmpty() ? null : request.getParameter("lacking"));
    return list(unitEligibility.whole(user.caller(), filter), filter, texts);
  }

  static Download.File list(UnitEligibility.Summary found, UnitEligibility.Filter filter, Texts texts) {
    List<String> headers = List.of(texts.get("eligibility.col.unit"), texts.get("eligibility.col.name"), texts.get("eligibility.col.verdict"), texts.get("eligibility.col.lacking"), texts.get("eligibility.col.open"), texts.get("eligibility.col.by"));
    String and = texts.get("eligibility.and");
    Iterable<List<Object>> rows = () -> found.rows().stream().map(one -> Arrays.<Object>asList(one.unit(), one.name(), texts.get("eligibility.verdict." + one.verdict()), String.join(and, one.lacking()), String.join(and, one.open()), one.by() == null ? null : one.by().toString())).iterator();
    String name = "%s-%s-%s.xlsx".formatted(texts.get("eligibility.unit.title"), texts.get("eligibility.kind." + filter.kind()), filter.on());
    return new Download.File(name, Download.XLSX, out -> SheetWriter.xlsx(out, filter.on().toString(), headers, rows));
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, E otherwise) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(name)).findFirst().orElse(otherwise);
  }
}
