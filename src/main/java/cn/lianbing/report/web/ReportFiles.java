package cn.lianbing.report.web;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.report.AnnualFigures;
import cn.lianbing.report.FiguresSheet;
import cn.lianbing.training.Form;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The figures as XLSX and PDF, and the records behind one as XLSX. */
@WebServlet("/staff/report/file")
public class ReportFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient AnnualFigures figures;
  @Inject transient CurrentUser user;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      AnnualFigures.Period period = period(request);
      String name = texts.get("report.title") + "-" + period.from() + "-" + period.to();
      if (request.getParameter("figure") != null) {
        AnnualFigures.Records records = figures.records(user.caller(), period, AnnualFigures.named(request.getParameter("figure")));
        return new Download.File(texts.get("report.figure." + records.figure()) + "-" + period.from() + "-" + period.to() + ".xlsx", Download.XLSX, out -> FiguresSheet.xlsx(records, texts, out));
      }
      List<AnnualFigures.Counted> counted = figures.of(user.caller(), period);
      return "pdf".equals(request.getParameter("format")) ? new Download.File(name + ".pdf", Download.PDF, out -> FiguresSheet.print(period, counted, clock.instant(), texts, out))
          : new Download.File(name + ".xlsx", Download.XLSX, out -> FiguresSheet.xlsx(counted, texts, out));
    });
  }

  private static AnnualFigures.Period period(HttpServletRequest request) {
    try {
      Form form = Arrays.stream(Form.values()).filter(one -> one.name().equals(request.getParameter("form"))).findFirst().orElse(null);
      return new AnnualFigures.Period(LocalDate.parse(String.valueOf(request.getParameter("from"))), LocalDate.parse(String.valueOf(request.getParameter("to"))), form);
    } catch (DateTimeException e) {
      throw new NotFound("period", request.getQueryString());
    }
  }
}
