package cn.lianbing.competition.web;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A list or a certificate that a page links to; what the caller may read of it, its use case decides. */
@WebServlet({"/staff/competition/file", "/officer/competition/file", "/public/competition/file"})
public class CompetitionFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient CompetitionFiles files;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      if (request.getParameter("award") != null) return files.certificate(NotFound.id("award", request.getParameter("award")), texts);
      String format = Set.of("csv", "pdf", "png").contains(String.valueOf(request.getParameter("format"))) ? request.getParameter("format") : "xlsx";
      return files.list(NotFound.id("rankingList", request.getParameter("list")), format, texts);
    });
  }
}
