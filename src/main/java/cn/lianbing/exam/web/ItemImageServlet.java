package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.exam.ShownImages;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A picture of an item: {@code /media/images/12?attempt=7}. It never changes, so a browser keeps it; each of its readers is asked who he is all the same. */
@WebServlet("/media/images/*")
public class ItemImageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient ShownImages shown;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      String path = request.getPathInfo();
      long id = NotFound.id("image", path == null ? "" : path.substring(1));
      String attempt = request.getParameter("attempt");
      ItemImages.Content image = shown.of(user.caller(), id, attempt == null ? null : NotFound.id("attempt", attempt));
      response.setHeader("Cache-Control", "private, max-age=86400, immutable");
      response.setHeader("ETag", "\"" + image.tag() + "\"");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      if (("\"" + image.tag() + "\"").equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentType(image.type());
      response.setContentLength(image.bytes().length);
      response.getOutputStream().write(image.bytes());
    } catch (NotFound e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
