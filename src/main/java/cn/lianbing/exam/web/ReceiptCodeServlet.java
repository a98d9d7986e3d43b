package cn.lianbing.exam.web;

import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.QrPicture;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The QR code of a receipt: the address of the page that proves it. It knows nothing, so it needs no guard. */
@WebServlet("/public/exam/receipt.svg")
public class ReceiptCodeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient ProgramSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String receipt = request.getParameter("no");
    String code = request.getParameter("code");
    if (receipt == null || code == null || !receipt.matches("[A-Z0-9-]{1,20}") || !code.matches("[A-Za-z0-9_-]{1,32}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String base = settings.publicUrl().orElseGet(() -> request.getRequestURL().substring(0, request.getRequestURL().length() - request.getServletPath().length()));
    response.setContentType("image/svg+xml;charset=UTF-8");
    response.getWriter().write(QrPicture.svg(base + "/public/exam/receipt.xhtml?no=" + receipt + "&code=" + code));
  }
}
