package cn.lianbing.exchange.web;

import cn.lianbing.exchange.FileImport;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How far an import is, for the page that waits for it; its path is guarded in web.xml. */
@WebServlet("/staff/bank/import-progress")
public class ImportProgressServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient FileImport files;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    FileImport.Progress now = files.progress(user.caller()).orElse(new FileImport.Progress(FileImport.Step.READING, 0, 0));
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print("{\"step\":\"" + now.step() + "\",\"done\":" + now.done() + ",\"all\":" + now.all() + "}");
  }
}
