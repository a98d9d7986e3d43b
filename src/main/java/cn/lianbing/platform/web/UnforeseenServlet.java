package cn.lianbing.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The page for errors that no rule foresaw: web.xml sends them here. It is plain HTML, since it must show where Faces itself fails. */
@WebServlet(UnforeseenServlet.PATH)
public class UnforeseenServlet extends HttpServlet {
  static final String PATH = "/unforeseen";
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String number = Unforeseen.log(String.valueOf(failed), (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    response.setContentType("text/html;charset=UTF-8");
    try (InputStream page = getServletContext().getResourceAsStream("/WEB-INF/errors/500.html")) {
      response.getWriter().write(new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("{base}", request.getContextPath()).replace("{number}", number));
    }
  }
}
