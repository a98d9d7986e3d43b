package cn.lianbing.certificate;

import cn.lianbing.people.Officers;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The serials of cards that the province made, as its list comes back: each makes the certificate of an application, all or none. */
@ApplicationScoped
@Transactional
public class SerialImport {
  public static final List<String> COLUMNS = List.of("number", "name", "serial", "validFrom", "validTo");
  private static final Set<String> REQUIRED = Set.of("number", "name", "serial");
  @Inject CertificateApplications applications;
  @Inject CertificateApplying applying;
  @Inject Certificates certificates;
  @Inject Officers officers;
  @Inject StepRules rules;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param dryRun only look; nothing is stored */
  public ImportReport take(Caller caller, SheetReader.Sheet sheet, boolean dryRun) {
    if (!caller.has("SUPERVISOR")) throw new Refused("forbidden");
    Map<String, String> headers = headers(sheet);
    List<ImportReport.Error> errors = new ArrayList<>();
    for (String column : COLUMNS) if (REQUIRED.contains(column) && !headers.containsKey(column)) errors.add(ImportReport.Error.of(1, name(column), "column.missing", name(column)));
    Map<CertificateApplication, StepData> steps = new LinkedHashMap<>();
    int done = 0;
    if (errors.isEmpty()) {
      sheet.errors().stream().filter(error -> headers.containsValue(error.field())).forEach(errors::add);
      Long basis = rules.bases(Step.MAKE, cn.lianbing.eligibility.CertificateKind.ENFORCEMENT, today()).get(0).id();
      Predicate<String> form = rules.serialForm(today());
      Set<String> seen = new HashSet<>();
      for (SheetReader.Row row : sheet.rows()) done += read(row, headers, basis, form, seen, steps, errors) ? 0 : 1;
    }
    errors.sort(Comparator.comparingInt(ImportReport.Error::row));
    if (!dryRun && errors.isEmpty()) steps.forEach((application, data) -> applying.take(caller, new StepData.Target(application.id(), application.version()), data));
    ImportReport report = new ImportReport(steps.size(), (int) errors.stream().map(ImportReport.Error::row).distinct().count(), done, errors);
    if (!dryRun) happened.fire(new Happened(caller, "certificate.serials", "certificateApplication", "-", null, errors.isEmpty(), "accepted %d, rejected %d".formatted(report.accepted(), report.rejected())));
    return report;
  }

  /** @return false where the row's card is entered already */
  private boolean read(SheetReader.Row row, Map<String, String> headers, Long basis, Predicate<String> form, Set<String> seen, Map<CertificateApplication, StepData> steps, List<ImportReport.Error> errors) {
    int before = errors.size();
    String number = cell(row, headers, "number");
    String serial = Certificate.plain(cell(row, headers, "serial"));
    CertificateApplication application = applications.byNumber(number.strip()).orElse(null);
    if (application == null) wrong(errors, row, headers, "number", "certificate.serials.unknown", number);
    else if (!officers.get(application.officerId()).name().equals(cell(row, headers, "name"))) wrong(errors, row, headers, "name", "certificate.import.otherName", officers.get(application.officerId()).name());
    if (serial.isEmpty()) wrong(errors, row, headers, "serial", "required");
    else if (!form.test(serial)) wrong(errors, row, headers, "serial", "certificate.serial");
    else if (!seen.add(serial)) wrong(errors, row, headers, "serial", "certificate.serialTaken", serial);
    LocalDate from = day(errors, row, headers, "validFrom");
    LocalDate to = day(errors, row, headers, "validTo");
    if (errors.size() > before || application == null) return true;
    Certificate there = certificates.bySerial(serial).orElse(null);
    if (there != null && there.id().equals(application.certificateId())) return false;
    if (there != null) wrong(errors, row, headers, "serial", "certificate.serialTaken", serial);
    else if (application.state() != CertificateApplication.State.SENT) wrong(errors, row, headers, "number", "certificate.serials.notSent", number);
    else steps.put(application, StepData.of(Step.MAKE, Authority.ISSUER, basis, today()).card(serial, from, to));
    return true;
  }

  private static LocalDate day(List<ImportReport.Error> errors, SheetReader.Row row, Map<String, String> headers, String column) {
    String text = cell(row, headers, column);
    if (text.isEmpty()) return null;
    try {
      return RegisterLines.dayOf(text);
    } catch (Invalid e) {
      wrong(errors, row, headers, column, "certificate.import.date", text);
      return null;
    }
  }

  private static Map<String, String> headers(SheetReader.Sheet sheet) {
    Map<String, String> byName = new HashMap<>();
    for (String column : COLUMNS) for (var locale : List.of(Texts.CHINESE, java.util.Locale.ENGLISH)) byName.put(Certificate.plain(Texts.in(locale).get("certificate.serials." + column)), column);
    Map<String, String> headers = new HashMap<>();
    for (String header : sheet.headers()) if (byName.containsKey(Certificate.plain(header))) headers.putIfAbsent(byName.get(Certificate.plain(header)), header);
    return headers;
  }

  private static String cell(SheetReader.Row row, Map<String, String> headers, String column) {
    return headers.containsKey(column) ? row.get(headers.get(column)) : "";
  }

  private static void wrong(List<ImportReport.Error> errors, SheetReader.Row row, Map<String, String> headers, String column, String code, Object... arguments) {
    errors.add(ImportReport.Error.of(row.number(), headers.getOrDefault(column, name(column)), code, arguments));
  }

  private static String name(String column) {
    return Texts.in(Texts.CHINESE).get("certificate.serials." + column);
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
