package cn.lianbing.enrolment.web;

import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Download;
import cn.lianbing.enrolment.SessionImport;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** An empty table of past sessions to fill in. */
@WebServlet("/staff/enrolment/import-template")
public class SessionTemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Texts texts = Texts.in(Texts.CHINESE);
    List<String> headers = SessionImport.COLUMNS.stream().map(column -> texts.get("enrolment.import." + column) + (SessionImport.REQUIRED.contains(column) ? "*" : "")).toList();
    Download.send(request, response, any -> new Download.File(texts.get("enrolment.import.heading") + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("enrolment.import.sheet"), headers, List.of())));
  }
}
