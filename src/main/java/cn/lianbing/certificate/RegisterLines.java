package cn.lianbing.certificate;

import cn.lianbing.eligibility.CertificateKind;
import cn.lianbing.people.IdNumber;
import cn.lianbing.people.IdNumberVault;
import cn.lianbing.people.Units;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import jakarta.json.bind.annotation.JsonbCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the rows of a register that somebody kept by hand, each for itself, before anything that is stored counts. */
final class RegisterLines {
  static final List<String> COLUMNS = List.of("name", "idNumber", "unit", "kind", "serial", "oldSerial", "category", "issuedOn", "validFrom", "validTo", "state", "endedOn");
  static final Set<String> REQUIRED = Set.of("name", "unit", "kind", "serial", "validFrom", "validTo", "state");
  private static final Set<Certificate.State> STATES = Set.of(Certificate.State.VALID, Certificate.State.SUSPENDED, Certificate.State.LOST, Certificate.State.LAPSED, Certificate.State.REVOKED, Certificate.State.CANCELLED);
  private static final Pattern DAY = Pattern.compile("((?:19|20)\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:00:00(?::00)?)?");
  private static final Pattern RUN_TOGETHER = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);

  /** A row whose cells are sound. @param person HMAC of the identity number in base64, null where the cell is blank: the number itself is kept nowhere */
  public record Line(int number, CertificateKind kind, String serial, String oldSerial, String name, String person, String masked, long unitId, String category, LocalDate issuedOn, LocalDate validFrom, LocalDate validTo, Certificate.State state, LocalDate endedOn) {
    @JsonbCreator
    public Line {}

    byte[] index() {
      return person == null ? null : Base64.getDecoder().decode(person);
    }
  }

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Units.Row> units;
  private final IdNumberVault vault;
  private final Predicate<String> serialForm;
  private final LocalDate today;
  private final List<ImportReport.Error> errors;
  private final Set<String> unreadable;
  private SheetReader.Row row;

  private RegisterLines(SheetReader.Sheet sheet, List<Units.Row> units, IdNumberVault vault, Predicate<String> serialForm, LocalDate today, List<ImportReport.Error> errors) {
    this.units = units;
    this.vault = vault;
    this.serialForm = serialForm;
    this.today = today;
    this.errors = errors;
    Map<String, String> byName = new HashMap<>();
    for (String column : COLUMNS) for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) for (String name : (header(locale, column) + "," + Texts.in(locale).get("certificate.import." + column + ".also")).split(",")) byName.put(plain(name), column);
    for (String header : sheet.headers()) if (byName.containsKey(plain(header))) headers.putIfAbsent(byName.get(plain(header)), header);
    for (String column : COLUMNS) if (REQUIRED.contains(column) && !headers.containsKey(column)) errors.add(ImportReport.Error.of(1, header(Texts.CHINESE, column), "column.missing", header(Texts.CHINESE, column)));
    sheet.errors().stream().filter(error -> headers.containsValue(error.field())).forEach(errors::add);
    unreadable = errors.stream().map(error -> error.row() + " " + error.field()).collect(Collectors.toSet());
  }

  /** @param errors takes what is wrong @return the rows without an error; what stands twice in the file is there once */
  static List<Line> read(SheetReader.Sheet sheet, List<Units.Row> units, IdNumberVault vault, Predicate<String> serialForm, LocalDate today, List<ImportReport.Error> errors) {
    RegisterLines reader = new RegisterLines(sheet, units, vault, serialForm, today, errors);
    if (errors.stream().anyMatch(error -> error.code().equals("column.missing"))) return List.of();
    Set<Integer> broken = errors.stream().map(ImportReport.Error::row).collect(Collectors.toSet());
    Map<String, Line> bySerial = new LinkedHashMap<>();
    for (SheetReader.Row row : sheet.rows()) {
      int before = errors.size();
      reader.row = row;
      Line line = reader.line();
      if (errors.size() > before || broken.contains(row.number())) continue;
      Line earlier = bySerial.putIfAbsent(line.serial(), line);
      if (earlier != null) reader.twice(earlier, line);
    }
    return List.copyOf(bySerial.values());
  }

  /** The same row again is no mistake worth an answer; another person or other facts under one number are. */
  private void twice(Line earlier, Line line) {
    if (!earlier.name().equals(line.name()) || earlier.person() != null && line.person() != null && !earlier.person().equals(line.person())) wrong("serial", "certificate.import.twoPeople", earlier.number(), earlier.name());
    else if (!sameFacts(earlier, line)) wrong("serial", "certificate.import.twice", earlier.number());
  }

  private static boolean sameFacts(Line one, Line other) {
    return one.kind() == other.kind() && one.unitId() == other.unitId() && one.validFrom().equals(other.validFrom()) && one.validTo().equals(other.validTo()) && one.state() == other.state();
  }

  private Line line() {
    String name = text("name", 60);
    if (name == null) wrong("name", "required");
    IdNumber number = number();
    Units.Row unit = unit();
    String serial = serial();
    String oldSerial = Certificate.plain(cell("oldSerial"));
    if (oldSerial.length() > 40) wrong("oldSerial", "tooLong", 40);
    LocalDate issued = day("issuedOn");
    LocalDate from = day("validFrom");
    LocalDate to = day("validTo");
    LocalDate ended = day("endedOn");
    Certificate.State state = choice("state", Certificate.State.class, "certificate.state");
    if (state != null && !STATES.contains(state)) wrong("state", "certificate.import.state");
    order(number, issued, from, to, ended, state);
    CertificateKind kind = kind();
    return new Line(row.number(), kind, serial, oldSerial.isEmpty() ? null : oldSerial, name, number == null ? null : Base64.getEncoder().encodeToString(vault.index(number)), number == null ? null : number.masked(), unit == null ? 0 : unit.id(), text("category", 60), issued == null ? from : issued, from, to, state, ended);
  }

  private void order(IdNumber number, LocalDate issued, LocalDate from, LocalDate to, LocalDate ended, Certificate.State state) {
    if (from != null && to != null && !from.isBefore(to)) wrong("validTo", "certificate.span");
    if (issued != null && issued.isAfter(today)) wrong("issuedOn", "certificate.future");
    if (issued != null && to != null && issued.isAfter(to)) wrong("issuedOn", "certificate.span");
    if (ended != null && ended.isAfter(today)) wrong("endedOn", "certificate.future");
    if (ended != null && from != null && ended.isBefore(from)) wrong("endedOn", "certificate.span");
    if (state == Certificate.State.VALID && ended != null) wrong("endedOn", "certificate.import.endedValid");
    if (number == null) return;
    LocalDate adult = number.birthDate().plusYears(18);
    for (String column : List.of("issuedOn", "validFrom")) {
      LocalDate day = column.equals("issuedOn") ? issued : from;
      if (day == null) continue;
      if (!day.isAfter(number.birthDate())) wrong(column, "certificate.import.birth");
      else if (day.isBefore(adult)) wrong(column, "certificate.import.young");
    }
  }

  private IdNumber number() {
    if (cell("idNumber").isEmpty()) return null;
    try {
      return new IdNumber(Certificate.plain(cell("idNumber")));
    } catch (Invalid e) {
      wrong("idNumber", e.violations().get(0).code());
      return null;
    }
  }

  private String serial() {
    String serial = Certificate.plain(cell("serial"));
    if (serial.isEmpty()) wrong("serial", "required");
    else if (!serialForm.test(serial)) wrong("serial", "certificate.serial");
    return serial;
  }

  /** By its name; 陕州区司法局, 区司法局 and 司法局 are the same where only one is meant. */
  private Units.Row unit() {
    String name = cell("unit");
    if (name.isEmpty()) wrong("unit", "required");
    if (name.isEmpty()) return null;
    List<Units.Row> found = units.stream().filter(unit -> unit.name().equals(name)).toList();
    if (found.isEmpty()) found = units.stream().filter(unit -> shorter(unit.name()).equals(shorter(name))).toList();
    if (found.size() == 1) return found.get(0);
    wrong("unit", found.isEmpty() ? "unit.unknown" : "unit.ambiguous", name);
    return null;
  }

  private static String shorter(String name) {
    String shorter = name.replaceFirst("^(三门峡市)?(陕州区|区)", "");
    return shorter.isEmpty() ? name : shorter;
  }

  /** 监督证 is also an 执法监督证: the longer word decides. */
  private CertificateKind kind() {
    String text = cell("kind");
    if (text.isEmpty()) wrong("kind", "required");
    else if (text.contains("监督") || text.equalsIgnoreCase("SUPERVISION")) return CertificateKind.SUPERVISION;
    else if (text.contains("执法") || text.equalsIgnoreCase("ENFORCEMENT")) return CertificateKind.ENFORCEMENT;
    else wrong("kind", "oneOf", Texts.in(Texts.CHINESE).get("certificate.kind.ENFORCEMENT") + "、" + Texts.in(Texts.CHINESE).get("certificate.kind.SUPERVISION"));
    return null;
  }

  private <E extends Enum<E>> E choice(String column, Class<E> type, String words) {
    String text = plain(cell(column));
    if (text.isEmpty()) wrong(column, "required");
    if (text.isEmpty()) return null;
    for (E one : type.getEnumConstants()) if (one.name().equalsIgnoreCase(text) || Arrays.stream((Texts.in(Texts.CHINESE).get(words + "." + one) + "," + Texts.in(Locale.ENGLISH).get(words + "." + one)).split(",")).anyMatch(name -> plain(name).equals(text))) return one;
    for (E one : type.getEnumConstants()) if (Texts.in(Texts.CHINESE).has("certificate.import.state." + one) && List.of(Texts.in(Texts.CHINESE).get("certificate.import.state." + one).split(",")).contains(text)) return one;
    wrong(column, "oneOf", STATES.stream().sorted().map(one -> Texts.in(Texts.CHINESE).get("certificate.state." + one)).collect(Collectors.joining("、")));
    return null;
  }

  /** 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日, 20230105, or a day as Excel counts where the format was lost. */
  private LocalDate day(String column) {
    String plain = Certificate.plain(cell(column));
    if (plain.isEmpty()) {
      if (REQUIRED.contains(column)) wrong(column, "required");
      return null;
    }
    try {
      return dayOf(plain, column);
    } catch (Invalid e) {
      wrong(column, "certificate.import.date", cell(column));
      return null;
    }
  }

  /** @throws Invalid for what is no day */
  static LocalDate dayOf(String text) {
    return dayOf(Certificate.plain(text), "day");
  }

  private static LocalDate dayOf(String plain, String field) {
    Matcher day = DAY.matcher(plain);
    if (!day.matches()) day = RUN_TOGETHER.matcher(plain);
    try {
      if (day.matches()) return LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
      if (plain.matches("[2-5]\\d{4}")) return EXCEL_BEGINS.plusDays(Long.parseLong(plain));
    } catch (DateTimeException e) {
      // 2025-02-30
    }
    throw Invalid.field(field, "certificate.day");
  }

  private String text(String column, int longest) {
    String text = cell(column);
    if (text.length() > longest) wrong(column, "tooLong", longest);
    return text.isEmpty() ? null : text;
  }

  private String cell(String column) {
    return headers.containsKey(column) ? row.get(headers.get(column)) : "";
  }

  private void wrong(String column, String code, Object... arguments) {
    String header = headers.getOrDefault(column, header(Texts.CHINESE, column));
    if (!unreadable.contains(row.number() + " " + header)) errors.add(ImportReport.Error.of(row.number(), header, code, arguments));
  }

  /** The header as the file has it. */
  static String header(Locale locale, String column) {
    return Texts.in(locale).get("certificate.import." + column);
  }

  private static String plain(String header) {
    return Certificate.plain(header).replaceAll("[*]", "").toLowerCase(Locale.ROOT);
  }
}
