package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemTemplate;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The sheet that items are typed into; its path is guarded in web.xml. */
@WebServlet("/staff/bank/template")
public class ItemTemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder.encode("试题导入模板.xlsx", StandardCharsets.UTF_8));
    ItemTemplate.write(response.getOutputStream());
  }
}
