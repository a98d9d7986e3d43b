package cn.lianbing.credit.web;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.credit.CreditStatement;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.OutsideTraining;
import cn.lianbing.credit.OutsideTrainings;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The statement, the evidence of a claim, a unit's list: files that the pages of this component link to. */
@WebServlet({"/officer/credit/file", "/staff/credit/file"})
public class CreditFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient Credits credits;
  @Inject transient OutsideTrainings trainings;
  @Inject transient CurrentUser user;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> switch (String.valueOf(request.getParameter("what"))) {
      case "statement" -> statement(NotFound.id("officer", request.getParameter("id")), year(request), texts);
      case "evidence" -> evidence(NotFound.id("outsideTraining", request.getParameter("id")));
      case "list" -> list(request.getParameter("unit"), year(request), texts);
      default -> throw new NotFound("file", request.getParameter("what"));
    });
  }

  private Download.File statement(long officerId, int year, Texts texts) {
    Credits.Holder holder = credits.holder(user.caller(), officerId);
    Standing standing = credits.standing(user.caller(), officerId, year);
    List<Credits.Line> lines = credits.lines(user.caller(), officerId, year);
    return new Download.File("%s-%s-%d.pdf".formatted(texts.get("credit.statement.title"), holder.name(), year), Download.PDF, out -> CreditStatement.print(holder, standing, lines, clock.instant(), texts, out));
  }

  private Download.File evidence(long id) {
    OutsideTraining training = trainings.get(user.caller(), id);
    byte[] content = trainings.evidence(user.caller(), id);
    return new Download.File(training.evidenceName(), training.evidenceType(), out -> out.write(content));
  }

  private Download.File list(String unit, int year, Texts texts) {
    List<Credits.Row> rows = credits.all(user.caller(), unit == null || unit.isEmpty() ? null : (Long) NotFound.id("unit", unit), year);
    List<String> headers = List.of(texts.get("credit.statement.unit"), texts.get("credit.statement.name"), texts.get("credit.bucket.PROFESSIONAL"), texts.get("credit.unit.needed"), texts.get("credit.unit.missing"), texts.get("credit.bucket.POLITICAL"), texts.get("credit.unit.state"));
    List<List<Object>> cells = rows.stream().map(row -> {
      Standing.Line professional = row.standing().lines().get(0);
      Standing.Line political = row.standing().lines().get(1);
      return List.<Object>of(row.unit(), row.name(), Hundredths.decimal(professional.earned()), Hundredths.decimal(professional.needed()), Hundredths.decimal(professional.missing()), Hundredths.decimal(political.earned()), texts.get(row.standing().met() ? "credit.met" : "credit.lacking"));
    }).toList();
    return new Download.File(texts.get("credit.unit.title") + "-" + year + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, String.valueOf(year), headers, cells));
  }

  private int year(HttpServletRequest request) {
    String asked = request.getParameter("year");
    return asked != null && asked.matches("20\\d\\d") ? Integer.parseInt(asked) : Credits.year(clock.instant());
  }
}
