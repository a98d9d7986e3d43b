package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificatePrint;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.RegisterImport;
import cn.lianbing.certificate.RegisterSearch;
import cn.lianbing.certificate.SerialImport;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The slip with its code, the list for the province, a unit's list, empty tables to fill in. */
@WebServlet({"/officer/certificate/file", "/staff/certificate/file"})
public class CertificateFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient Certificates certificates;
  @Inject transient CertificateFileAnswers files;
  @Inject transient CurrentUser user;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Download.send(request, response, texts -> switch (String.valueOf(request.getParameter("what"))) {
      case "slip" -> files.slip(NotFound.id("certificate", request.getParameter("id")), texts);
      case "sent" -> files.sent(request.getParameter("document"), texts);
      case "unit" -> files.unit(NotFound.id("unit", request.getParameter("id")), "pdf".equals(request.getParameter("as")), texts);
      case "register" -> register(request, texts);
      case "register-template" -> template("certificate.import.", RegisterImport.COLUMNS, texts.get("certificate.import.title"));
      case "serial-template" -> template("certificate.serials.", SerialImport.COLUMNS, texts.get("certificate.serials.title"));
      default -> throw new NotFound("file", request.getParameter("what"));
    });
  }

  /** All that the search finds, read in slices while it is written. */
  private Download.File register(HttpServletRequest request, Texts texts) {
    String unit = request.getParameter("unit");
    String state = request.getParameter("state");
    Certificates.Filter filter = new Certificates.Filter(request.getParameter("q"), unit == null || unit.isEmpty() ? null : (Long) NotFound.id("unit", unit), state == null || state.isEmpty() ? null : CertificatePrint.state(state), null);
    Caller caller = user.caller();
    Stream<RegisterSearch.Row> rows = Stream.iterate(certificates.slice(caller, filter, null), some -> !some.isEmpty(), some -> certificates.slice(caller, filter, some.get(some.size() - 1).id())).flatMap(List::stream);
    return new Download.File(texts.get("certificate.register.title") + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.register.title"), CertificatePrint.registerHeaders(texts), CertificatePrint.registerRows(rows, texts)));
  }

  private static Download.File template(String prefix, List<String> columns, String name) {
    Texts chinese = Texts.in(Texts.CHINESE);
    return new Download.File(name + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, name, columns.stream().map(column -> chinese.get(prefix + column)).toList(), List.of()));
  }
}
