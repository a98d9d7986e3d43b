package cn.lianbing.exam.web;

import cn.lianbing.exam.Boards;
import cn.lianbing.exam.RankingSheet;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The board of the page as a file. web.xml guards the path, {@link Boards} what is in it. */
@WebServlet("/staff/exam/ranking-export")
public class RankingExport extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Map<String, String> TYPES = Map.of("xlsx", Download.XLSX, "csv", Download.CSV, "pdf", Download.PDF);
  @Inject transient Boards boards;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      String by = "unit".equals(request.getParameter("by")) ? "unit" : "person";
      String format = Set.of("csv", "pdf").contains(String.valueOf(request.getParameter("format"))) ? request.getParameter("format") : "xlsx";
      Boards.View board = boards.of(user.caller(), NotFound.id("exam", request.getParameter("exam")), kind(request.getParameter("kind")));
      String kind = board.kind() == null ? "" : "-" + texts.get("people.unitKind." + board.kind());
      String name = board.title() + "-" + texts.get("exam.ranking.by." + by) + kind + "." + format;
      return new Download.File(name, TYPES.get(format), out -> RankingSheet.write(board, by, format, texts, out));
    });
  }

  private static Unit.Kind kind(String asked) {
    return "DEPARTMENT".equals(asked) ? Unit.Kind.DEPARTMENT : "TOWNSHIP".equals(asked) ? Unit.Kind.TOWNSHIP : null;
  }
}
