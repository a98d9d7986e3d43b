package cn.lianbing.exchange.web;

import cn.lianbing.exchange.ItemTemplate;
import cn.lianbing.platform.web.Download;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sheet that items are typed into; its path is guarded in web.xml. */
@WebServlet("/staff/bank/template")
public class ItemTemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> new Download.File("试题导入模板.xlsx", Download.XLSX, ItemTemplate::write));
  }
}
