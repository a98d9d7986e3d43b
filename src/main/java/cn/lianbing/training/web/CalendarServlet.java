package cn.lianbing.training.web;

import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Download;
import cn.lianbing.training.CalendarFeeds;
import cn.lianbing.training.CalendarFile;
import cn.lianbing.training.TrainingSessions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Where calendar programs read: they cannot sign in, so the address itself is the secret. */
@WebServlet("/calendar/*")
public class CalendarServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEGINS = "/calendar/";
  private static final String ENDS = ".ics";
  @Inject transient CalendarFeeds feeds;
  @Inject transient TrainingSessions sessions;
  @Inject transient Clock clock;

  /** Where the feed with that secret is read. */
  static String path(String secret) {
    return BEGINS + secret + ENDS;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getPathInfo();
    if (path == null || !path.matches("/[A-Za-z0-9_-]{32}\\.ics")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      var entries = feeds.read(path.substring(1, path.length() - ENDS.length())).stream().map((TrainingSessions.Row row) -> new CalendarFile.Entry(row, sessions.get(row.id()).sequence())).toList();
      response.setContentType(Download.ICS);
      response.setHeader("Cache-Control", "private, max-age=600");
      CalendarFile.write(entries, clock.instant(), Texts.in(Texts.CHINESE), response.getOutputStream());
    } catch (NotFound ended) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
