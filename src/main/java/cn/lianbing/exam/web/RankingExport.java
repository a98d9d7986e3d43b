package cn.lianbing.exam.web;

import cn.lianbing.exam.Boards;
import cn.lianbing.exam.RankingSheet;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The board of the page as a file. web.xml guards the path, {@link Boards} what is in it. */
@WebServlet("/staff/exam/ranking-export")
public class RankingExport extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  @Inject transient Boards boards;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Texts texts = texts(request);
    String by = "unit".equals(request.getParameter("by")) ? "unit" : "person";
    String format = "csv".equals(request.getParameter("format")) ? "csv" : "xlsx";
    try {
      Boards.View board = boards.of(user.caller(), NotFound.id("exam", request.getParameter("exam")), kind(request.getParameter("kind")));
      String kind = board.kind() == null ? "" : "-" + texts.get("people.unitKind." + board.kind());
      String name = board.title() + "-" + texts.get("exam.ranking.by." + by) + kind + "." + format;
      response.setContentType(format.equals("csv") ? "text/csv;charset=UTF-8" : XLSX);
      // RFC 5987: the plain name is for what does not read the other
      response.setHeader("Content-Disposition", "attachment; filename=\"ranking-%d-%s.%s\"; filename*=UTF-8''%s".formatted(board.examId(), by, format, URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")));
      RankingSheet.write(board, by, format, texts, response.getOutputStream());
    } catch (NotFound missing) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (Refused refused) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(texts.of("refused." + refused.code(), refused.arguments()));
    }
  }

  private static Unit.Kind kind(String asked) {
    return "DEPARTMENT".equals(asked) ? Unit.Kind.DEPARTMENT : "TOWNSHIP".equals(asked) ? Unit.Kind.TOWNSHIP : null;
  }

  /** The language that the pages are in. */
  private static Texts texts(HttpServletRequest request) {
    if (request.getCookies() != null) for (Cookie cookie : request.getCookies()) if (cookie.getName().equals("lang") && cookie.getValue().equals("en")) return Texts.in(Locale.ENGLISH);
    return Texts.in(Texts.CHINESE);
  }
}
