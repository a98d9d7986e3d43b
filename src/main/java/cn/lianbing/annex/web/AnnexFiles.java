package cn.lianbing.annex.web;

import cn.lianbing.annex.AnnexCompiling;
import cn.lianbing.annex.AnnexDocument;
import cn.lianbing.annex.AnnexEditions;
import cn.lianbing.annex.Content;
import cn.lianbing.annex.Period;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/** An edition as DOCX or in its canonical form, and a period's draft as DOCX. */
@WebServlet("/staff/annex/file")
public class AnnexFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  @Inject transient AnnexCompiling compiling;
  @Inject transient AnnexEditions editions;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> request.getParameter("edition") == null ? draft(request) : edition(request));
  }

  private Download.File draft(HttpServletRequest request) {
    Content content = compiling.annex(user.caller(), period(request)).content();
    return new Download.File(content.title() + ".docx", DOCX, out -> AnnexDocument.write(content, null, out));
  }

  private Download.File edition(HttpServletRequest request) {
    long id = NotFound.id("annexEdition", request.getParameter("edition"));
    AnnexEditions.Edition edition = editions.edition(user.caller(), id);
    String name = edition.content().title() + "-" + edition.row().number();
    if ("json".equals(request.getParameter("format"))) {
      byte[] canonical = editions.canonical(user.caller(), id).getBytes(StandardCharsets.UTF_8);
      return new Download.File(name + ".json", "application/json", out -> out.write(canonical));
    }
    return new Download.File(name + ".docx", DOCX, out -> AnnexDocument.write(edition.content(), edition.row(), out));
  }

  private static Period period(HttpServletRequest request) {
    try {
      return new Period(LocalDate.parse(String.valueOf(request.getParameter("from"))), LocalDate.parse(String.valueOf(request.getParameter("to"))));
    } catch (DateTimeException | Invalid e) {
      throw new NotFound("period", request.getQueryString());
    }
  }
}
