package cn.lianbing.exchange.web;

import cn.lianbing.bank.Items;
import cn.lianbing.exchange.ExchangeFormat;
import cn.lianbing.exchange.ItemExport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the list of items is narrowed to, as a file; its path is guarded in web.xml. */
@WebServlet("/staff/bank/export")
public class ItemExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient ItemExport export;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> {
      ExchangeFormat format = written(request.getParameter("format"));
      Items.Filter filter = Items.Filter.asked(request::getParameter);
      Iterable<Items.Whole> items = export.begin(user.caller(), filter, format);
      return new Download.File(texts.get("exchange.file") + "." + format.ending(), format.mediaType(), out -> format.write(out, items));
    });
  }

  private static ExchangeFormat written(String name) {
    try {
      ExchangeFormat format = ExchangeFormat.named(name);
      if (format.isWritten()) return format;
    } catch (Invalid e) {
      // as one that there is not
    }
    throw new NotFound("format", String.valueOf(name));
  }
}
