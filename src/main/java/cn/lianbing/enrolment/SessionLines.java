package cn.lianbing.enrolment;

import cn.lianbing.people.Units;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.training.Form;
import cn.lianbing.training.PastSessions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the rows of last year's list of sessions by themselves, before anything that is stored counts. */
final class SessionLines {
  static final List<String> COLUMNS = List.of("date", "start", "end", "title", "form", "host", "placeUnit", "place", "lecturers", "expected", "attended", "note");
  static final Set<String> REQUIRED = Set.of("date", "start", "end", "title", "form", "host", "attended");
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST_HEADS = 100_000;

  /** A row whose cells are sound. */
  record Line(int number, Instant from, Instant to, String title, Form form, long hostUnitId, Long placeUnitId, String place, List<String> lecturers, Integer expected, int attended, String note) {
    PastSessions.Same key() {
      return new PastSessions.Same(from, hostUnitId, title);
    }

    /** What the list says and a session has no column for: who spoke may be on no roster, how many should have come. */
    String about() {
      Texts texts = Texts.in(Texts.CHINESE);
      List<String> facts = new ArrayList<>();
      if (!lecturers.isEmpty()) facts.add(texts.of("enrolment.import.about.lecturers", String.join("、", lecturers)));
      if (expected != null) facts.add(texts.of("enrolment.import.about.expected", expected));
      if (note != null) facts.add(note);
      return facts.isEmpty() ? null : String.join("\n", facts);
    }
  }

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<Units.Row> hosts;
  private final List<Units.Row> places;
  private final LocalDate today;
  private final List<ImportReport.Error> errors;
  private final Set<String> unreadable;
  private SheetReader.Row row;

  private SessionLines(SheetReader.Sheet sheet, List<Units.Row> hosts, List<Units.Row> places, LocalDate today, List<ImportReport.Error> errors) {
    this.hosts = hosts;
    this.places = places;
    this.today = today;
    this.errors = errors;
    Map<String, String> byName = new HashMap<>();
    for (String column : COLUMNS) for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) for (String name : (header(locale, column) + "," + Texts.in(locale).get("enrolment.import." + column + ".also")).split(",")) byName.put(plain(name), column);
    for (String header : sheet.headers()) if (byName.containsKey(plain(header))) headers.putIfAbsent(byName.get(plain(header)), header);
    for (String column : COLUMNS) if (REQUIRED.contains(column) && !headers.containsKey(column)) errors.add(ImportReport.Error.of(1, header(Texts.CHINESE, column), "column.missing", header(Texts.CHINESE, column)));
    sheet.errors().stream().filter(error -> headers.containsValue(error.field())).forEach(errors::add);
    this.unreadable = errors.stream().map(error -> error.row() + " " + error.field()).collect(Collectors.toSet());
  }

  /**
   * @param hosts  the units that the caller may name as host; any other does not exist
   * @param places all units
   * @param errors takes what is wrong
   * @return the rows without an error
   */
  static List<Line> read(SheetReader.Sheet sheet, List<Units.Row> hosts, List<Units.Row> places, LocalDate today, List<ImportReport.Error> errors) {
    SessionLines reader = new SessionLines(sheet, hosts, places, today, errors);
    if (errors.stream().anyMatch(error -> error.code().equals("column.missing"))) return List.of();
    Map<PastSessions.Same, Integer> seen = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (SheetReader.Row row : sheet.rows()) {
      int before = errors.size();
      boolean broken = errors.stream().anyMatch(error -> error.row() == row.number());
      reader.row = row;
      Line line = reader.line();
      if (errors.size() > before || broken) continue;
      Integer earlier = seen.putIfAbsent(line.key(), row.number());
      if (earlier == null) lines.add(line);
      else reader.wrong("title", "enrolment.import.twice", earlier);
    }
    return lines;
  }

  private Line line() {
    LocalDate day = day();
    LocalTime[] span = span();
    Instant from = at(day, span[0]);
    Instant to = at(day, span[1]);
    if (from != null && to != null && !from.isBefore(to)) wrong("end", "enrolment.import.order");
    else if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) wrong("end", "enrolment.import.long", LONGEST.toHours());
    String title = text("title", 150);
    if (title == null) wrong("title", "required");
    Form form = form();
    Units.Row host = unit("host", hosts);
    if (host == null && cell("host").isEmpty()) wrong("host", "required");
    Units.Row placeUnit = unit("placeUnit", places);
    Integer attended = heads("attended");
    if (attended == null && cell("attended").isEmpty()) wrong("attended", "required");
    List<String> lecturers = Arrays.stream(cell("lecturers").split("[、,，;；/\\n]+")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (cell("lecturers").length() > 200) wrong("lecturers", "tooLong", 200);
    return new Line(row.number(), from, to, title, form, host == null ? 0 : host.id(), placeUnit == null ? null : placeUnit.id(), text("place", 100), lecturers, heads("expected"), attended == null ? 0 : attended, text("note", 500));
  }

  private LocalDate day() {
    if (cell("date").isEmpty()) wrong("date", "required");
    Optional<LocalDate> day = MessyTime.day(cell("date"));
    if (day.isEmpty() && !cell("date").isEmpty()) wrong("date", "enrolment.import.date", cell("date"));
    if (day.isPresent() && day.get().isAfter(today)) wrong("date", "enrolment.import.future", Times.text(day.get()));
    return day.orElse(null);
  }

  /** Many lists have both times in one cell: 9:00—11:30. */
  private LocalTime[] span() {
    String[] both = cell("start").split("\\s*(?:[-—–~～至到]+)\\s*");
    if (both.length == 2 && cell("end").isEmpty()) return new LocalTime[] {time("start", both[0]), time("start", both[1])};
    return new LocalTime[] {time("start", cell("start")), time("end", cell("end"))};
  }

  private LocalTime time(String column, String text) {
    Optional<LocalTime> time = MessyTime.time(text);
    if (time.isEmpty()) wrong(column, text.isEmpty() ? "required" : "enrolment.import.time", text);
    return time.orElse(null);
  }

  private static Instant at(LocalDate day, LocalTime time) {
    return day == null || time == null ? null : day.atTime(time).atZone(Times.ZONE).toInstant();
  }

  private Form form() {
    String text = plain(cell("form"));
    if (text.isEmpty()) wrong("form", "required");
    if (text.isEmpty()) return null;
    for (Form form : Form.values()) for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) {
      String name = plain(Texts.in(locale).get("training.form." + form));
      if (text.equals(name) || text.length() >= 2 && (name.contains(text) || text.contains(name))) return form;
    }
    wrong("form", "oneOf", Arrays.stream(Form.values()).map(form -> Texts.in(Texts.CHINESE).get("training.form." + form)).collect(Collectors.joining("、")));
    return null;
  }

  /** By its name; 陕州区司法局, 区司法局 and 司法局 are the same where only one is meant. */
  private Units.Row unit(String column, List<Units.Row> among) {
    String name = MessyTime.plain(cell(column));
    if (name.isEmpty()) return null;
    List<Units.Row> found = among.stream().filter(unit -> unit.name().equals(name)).toList();
    if (found.isEmpty()) found = among.stream().filter(unit -> shorter(unit.name()).equals(shorter(name))).toList();
    if (found.size() == 1) return found.get(0);
    wrong(column, found.isEmpty() ? "unit.unknown" : "unit.ambiguous", name);
    return null;
  }

  private static String shorter(String name) {
    String shorter = name.replaceFirst("^(三门峡市)?(陕州区|区)", "");
    return shorter.isEmpty() ? name : shorter;
  }

  private Integer heads(String column) {
    String text = MessyTime.plain(cell(column)).replaceFirst("[人名]$", "");
    if (text.isEmpty()) return null;
    if (text.matches("\\d{1,6}(\\.0)?") && Integer.parseInt(text.replace(".0", "")) <= MOST_HEADS) return Integer.valueOf(text.replace(".0", ""));
    wrong(column, "enrolment.import.heads");
    return null;
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

  private static String header(Locale locale, String column) {
    return Texts.in(locale).get("enrolment.import." + column);
  }

  private static String plain(String header) {
    return MessyTime.plain(header).replaceAll("[*]", "").toLowerCase(Locale.ROOT);
  }
}
