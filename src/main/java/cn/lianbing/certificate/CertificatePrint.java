package cn.lianbing.certificate;

import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Certificates on paper and in sheets. Texts of people are drawn, never interpreted. */
public final class CertificatePrint {
  private CertificatePrint() {}

  /** The slip 证件信息单: what is on the card, its history, and the code by which anybody can check it. */
  public static void slip(Certificates.Sheet sheet, List<StepLog.Line> history, String link, Instant now, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, texts.get("certificate.slip.title"), texts.of("certificate.slip.foot", sheet.serial(), Times.text(now)), false)) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put(texts.get("certificate.col.kind"), texts.get("certificate.kind." + sheet.kind()));
      facts.put(texts.get("certificate.col.serial"), sheet.serial());
      facts.put(texts.get("certificate.col.holder"), sheet.holder());
      facts.put(texts.get("certificate.col.unit"), sheet.unit());
      facts.put(texts.get("certificate.col.validTo"), Times.text(sheet.validFrom()) + "—" + Times.text(sheet.validTo()));
      facts.put(texts.get("certificate.col.state"), texts.get("certificate.state." + sheet.state()));
      page.facts(facts);
      page.table(List.of(new PrintedPage.Column(texts.get("certificate.col.step"), 1.2f), new PrintedPage.Column(texts.get("certificate.col.on"), 1.3f), new PrintedPage.Column(texts.get("certificate.col.basis"), 2.6f), new PrintedPage.Column(texts.get("certificate.col.document"), 1.8f)),
          history.stream().map(line -> Arrays.asList(texts.get("certificate.step." + line.step()), Times.text(line.on()), line.basis(), line.document())).toList());
      page.qr(link, texts.get("certificate.slip.qr"));
      page.paragraph(texts.get("certificate.slip.notACard"), PrintedPage.Align.CENTER);
    }
  }

  /** A unit's duty list against its certificates. */
  public static void unit(String name, List<UnitHolders.Row> rows, UnitHolders.Figures figures, Instant now, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, texts.of("certificate.unit.file", name), texts.of("certificate.unit.foot", Times.text(now)), true)) {
      page.paragraph(texts.of("certificate.unit.sentence", figures.onDuty(), figures.holding(), rate(figures.holdingRate()), figures.expiring(), figures.reviewers(), rate(figures.reviewerRate()), figures.needed()), PrintedPage.Align.LEFT);
      List<PrintedPage.Column> columns = unitHeaders(texts).stream().map(header -> new PrintedPage.Column(header, header.length() > 3 ? 1.4f : 1f)).toList();
      page.table(columns, unitRows(rows, texts));
    }
  }

  public static List<String> unitHeaders(Texts texts) {
    return List.of(texts.get("certificate.col.unit"), texts.get("certificate.col.name"), texts.get("certificate.col.establishment"), texts.get("certificate.col.post"), texts.get("certificate.col.onDuty"), texts.get("certificate.col.serial"), texts.get("certificate.col.state"), texts.get("certificate.col.validTo"), texts.get("certificate.col.supervision"), texts.get("certificate.col.reviewer"), texts.get("certificate.col.hours"));
  }

  public static List<List<?>> unitRows(List<UnitHolders.Row> rows, Texts texts) {
    return rows.stream().<List<?>>map(row -> Arrays.asList(row.unit(), row.name(), texts.get("people.establishment." + row.establishment()), row.post(), texts.get(row.onDuty() ? "certificate.yes" : "certificate.no"), row.serial(), row.state() == null ? texts.get("certificate.unit.none") : texts.get("certificate.state." + row.state()), Times.text(row.validTo()), row.supervision(), texts.get(row.reviewer() ? "certificate.yes" : "certificate.no"), row.earned() == null ? null : Hundredths.decimal(row.earned()))).toList();
  }

  public static List<String> sentHeaders(Texts texts) {
    return List.of(texts.get("certificate.col.no"), texts.get("certificate.col.number"), texts.get("certificate.col.name"), texts.get("certificate.col.idNumber"), texts.get("certificate.col.unit"), texts.get("certificate.col.kind"), texts.get("certificate.col.category"), texts.get("certificate.col.purpose"), texts.get("certificate.serials.serial"), texts.get("certificate.serials.validFrom"), texts.get("certificate.serials.validTo"));
  }

  /** With empty columns for what the province fills in, so that it can come back as the list of serials. */
  /** @param numbers in full by officer; of others the masked one is written */
  public static List<List<?>> sentRows(List<CertificateApplications.Row> rows, Map<Long, String> numbers, Texts texts) {
    int[] no = {0};
    return rows.stream().<List<?>>map(row -> Arrays.asList(++no[0], row.number(), row.name(), numbers.getOrDefault(row.officerId(), row.idNumberMasked()), row.unit(), texts.get("certificate.kind." + row.kind()), row.category(), texts.get("certificate.purpose." + row.purpose()), null, null, null)).toList();
  }

  public static List<String> registerHeaders(Texts texts) {
    return List.of(texts.get("certificate.col.serial"), texts.get("certificate.col.kind"), texts.get("certificate.col.holder"), texts.get("certificate.col.unit"), texts.get("certificate.col.state"), texts.get("certificate.import.validFrom"), texts.get("certificate.import.validTo"));
  }

  /** To be read once. */
  public static Iterable<List<?>> registerRows(Stream<RegisterSearch.Row> rows, Texts texts) {
    return rows.<List<?>>map(row -> Arrays.asList(row.serial(), texts.get("certificate.kind." + row.kind()), row.holder(), row.unit(), texts.get("certificate.state." + row.state()), row.validFrom(), row.validTo()))::iterator;
  }

  public static List<String> agreementHeaders(Texts texts) {
    return Stream.of("certificate.agree.what", "people.import.col.row", "certificate.col.serial", "certificate.col.holder", "certificate.col.unit", "certificate.col.state", "people.import.col.field", "certificate.agree.inHere", "certificate.agree.inFile").map(texts::get).toList();
  }

  /** What differs first, then what is only on one side. */
  public static List<List<?>> agreementRows(Reconciliation agreement, Texts texts) {
    Stream<List<?>> differing = agreement.differing().stream().map(one -> Arrays.asList(texts.get("certificate.agree.differing"), one.row(), one.serial(), one.holder(), null, null, one.field(), one.here(), one.there()));
    Stream<List<?>> onlyThere = agreement.onlyThere().stream().map(one -> only("certificate.agree.there", one, texts));
    Stream<List<?>> onlyHere = agreement.onlyHere().stream().map(one -> only("certificate.agree.here", one, texts));
    return Stream.of(differing, onlyThere, onlyHere).flatMap(all -> all).toList();
  }

  private static List<?> only(String where, Reconciliation.RegisterItem one, Texts texts) {
    return Arrays.asList(texts.get(where), one.row(), one.serial(), one.holder(), one.unit(), texts.get("certificate.state." + one.state()), null, null, null);
  }

  /** @throws NotFound for no state */
  public static Certificate.State state(String name) {
    return Arrays.stream(Certificate.State.values()).filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("state", name));
  }

  private static String rate(int tenths) {
    return tenths / 10 + "." + tenths % 10 + "%";
  }
}
