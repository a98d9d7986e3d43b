package cn.lianbing.certificate.web;

import cn.lianbing.certificate.CertificateApplications;
import cn.lianbing.certificate.CertificatePrint;
import cn.lianbing.certificate.Certificates;
import cn.lianbing.certificate.PublicCheck;
import cn.lianbing.certificate.UnitHolders;
import cn.lianbing.people.IdNumbers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.SheetWriter;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files of certificates: the slip, the list for the province, a unit's list; for pages and for the API. */
@RequestScoped
public class CertificateFileAnswers {
  @Inject Certificates certificates;
  @Inject CertificateApplications applications;
  @Inject UnitHolders holders;
  @Inject Units units;
  @Inject IdNumbers idNumbers;
  @Inject PublicCheck check;
  @Inject ProgramSettings settings;
  @Inject CurrentUser user;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  Download.File slip(long id, Texts texts) {
    Certificates.Sheet sheet = certificates.sheet(user.caller(), id);
    var history = certificates.history(user.caller(), id);
    String base = settings.publicUrl().orElseGet(() -> request.getRequestURL().substring(0, request.getRequestURL().indexOf("/", 9))) + request.getContextPath();
    String link = base + "/public/certificate/verify.xhtml?serial=" + URLEncoder.encode(sheet.serial(), StandardCharsets.UTF_8) + "&token=" + check.token(sheet.serial());
    return new Download.File(texts.of("certificate.slip.file", sheet.holder()) + ".pdf", Download.PDF, out -> CertificatePrint.slip(sheet, history, link, clock.instant(), texts, out));
  }

  Download.File sent(String document, Texts texts) {
    if (document == null || document.isBlank()) throw new NotFound("certificateList", "-");
    List<CertificateApplications.Row> rows = applications.sent(user.caller(), document);
    if (rows.isEmpty()) throw new NotFound("certificateList", document);
    // The province makes the card by the whole number; who only reads the list sees it masked.
    Map<Long, String> numbers = IdNumbers.may(user.caller()) ? idNumbers.of(user.caller(), rows.stream().map(CertificateApplications.Row::officerId).toList(), document) : Map.of();
    return new Download.File(texts.of("certificate.sent.file", document) + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.sent.sheet"), CertificatePrint.sentHeaders(texts), CertificatePrint.sentRows(rows, numbers, texts)));
  }

  Download.File unit(long id, boolean pdf, Texts texts) {
    List<UnitHolders.Row> rows = holders.rows(user.caller(), id);
    String name = units.get(user.caller(), id).name();
    UnitHolders.Figures figures = holders.figures(rows);
    String file = texts.of("certificate.unit.file", name);
    return pdf ? new Download.File(file + ".pdf", Download.PDF, out -> CertificatePrint.unit(name, rows, figures, clock.instant(), texts, out))
        : new Download.File(file + ".xlsx", Download.XLSX, out -> SheetWriter.xlsx(out, texts.get("certificate.unit.sheet"), CertificatePrint.unitHeaders(texts), CertificatePrint.unitRows(rows, texts)));
  }

  Response slip(long id) {
    return answer(slip(id, texts()));
  }

  Response sent(String document) {
    return answer(sent(document, texts()));
  }

  Response unit(long id, boolean pdf) {
    return answer(unit(id, pdf, texts()));
  }

  private Texts texts() {
    Locale asked = request.getHeader("Accept-Language") == null ? null : request.getLocale();
    return Texts.in(asked);
  }

  private static Response answer(Download.File file) {
    StreamingOutput body = out -> file.body().write(out);
    return Response.ok(body).type(file.type()).header("Content-Disposition", Download.disposition(file.name())).build();
  }
}
