package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificatePrint;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.PublicCheck;
import cn.lianbing.certificate.RegisterImport;
import cn.lianbing.certificate.SerialImport;
import cn.lianbing.certificate.UnitHolders;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.ProgramSettings;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** The slip with its code, the list for the province, a unit's list, empty tables to fill in. */
@WebServlet({"/officer/certificate/file", "/staff/certificate/file"})
public class CertificateFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  @Inject transient Certificates certificates;
  @Inject transient CertificateApplications applications;
  @Inject transient UnitHolders holders;
  @Inject transient Units units;
  @Inject transient PublicCheck check;
  @Inject transient ProgramSettings settings;
  @Inject transient CurrentUser user;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String base = settings.publicUrl().orElseGet(() -> request.getRequestURL().substring(0, request.getRequestURL().indexOf("/", 9))) + request.getContextPath();
    Download.send(request, response, texts -> switch (String.valueOf(request.getParameter("what"))) {
      case "slip" -> slip(NotFound.id("certificate", request.getParameter("id")), base, texts);
      case "sent" -> sent(request.getParameter("document"), texts);
      case "unit" -> unit(NotFound.id("unit", request.getParameter("id")), "pdf".equals(request.getParameter("as")), texts);
      case "register" -> register(request, texts);
      case "register-template" -> template("certificate.import.", RegisterImport.COLUMNS, texts.get("certificate.import.title"));
      case "serial-template" -> template("certificate.serials.", SerialImport.COLUMNS, texts.get("certificate.serials.title"));
      default -> throw new NotFound("file", request.getParameter("what"));
    });
  }

  private Download.File slip(long id, String base, Texts texts) {
    Certificates.Sheet sheet = certificates.sheet(user.caller(), id);
    var history = certificates.history(user.caller(), id);
    String link = base + "/public/certificate/verify.xhtml?serial=" + URLEncoder.encode(sheet.serial(), StandardCharsets.UTF_8) + "&token=" + check.token(sheet.serial());
    return new Download.File(texts.of("certificate.slip.file", sheet.holder()) + ".pdf", Download.PDF, out -> CertificatePrint.slip(sheet, history, link, clock.instant(), texts, out));
  }

  private Download.File sent(String document, Texts texts) {
    if (document == null || document.isBlank()) throw new NotFound("certificateList", "-");
    List<CertificateApplications.Row> rows = applications.sent(user.caller(), document);
    if (rows.isEmpty()) throw new NotFound("certificateList", document);
    return new Download.File(texts.of("certificate.sent.file", document) + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.sent.sheet"), CertificatePrint.sentHeaders(texts), CertificatePrint.sentRows(rows, texts)));
  }

  private Download.File unit(long id, boolean pdf, Texts texts) {
    List<UnitHolders.Row> rows = holders.rows(user.caller(), id);
    String name = units.get(user.caller(), id).name();
    UnitHolders.Figures figures = holders.figures(rows);
    String file = texts.of("certificate.unit.file", name);
    return pdf ? new Download.File(file + ".pdf", Download.PDF, out -> CertificatePrint.unit(name, rows, figures, clock.instant(), texts, out))
        : new Download.File(file + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.unit.sheet"), CertificatePrint.unitHeaders(texts), CertificatePrint.unitRows(rows, texts)));
  }

  /** What the search shows, up to its bound. */
  private Download.File register(HttpServletRequest request, Texts texts) {
    String unit = request.getParameter("unit");
    String state = request.getParameter("state");
    Certificates.Filter filter = new Certificates.Filter(request.getParameter("q"), unit == null || unit.isEmpty() ? null : (Long) NotFound.id("unit", unit), state == null || state.isEmpty() ? null : CertificatePrint.state(state), null);
    List<cn.lianbing.certificate.RegisterSearch.Row> rows = new java.util.ArrayList<>();
    for (int page = 1; page <= 5; page++) rows.addAll(certificates.search(user.caller(), filter, new Page.Request(page, Page.LARGEST)).items());
    return new Download.File(texts.get("certificate.register.title") + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.register.title"), CertificatePrint.registerHeaders(texts), CertificatePrint.registerRows(rows, texts)));
  }

  private static Download.File template(String prefix, List<String> columns, String name) {
    Texts chinese = Texts.in(Texts.CHINESE);
    return new Download.File(name + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, name, columns.stream().map(column -> chinese.get(prefix + column)).toList(), List.of()));
  }
}
