package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes units from a sheet, whole or not at all. The code tells which unit a row is; its parent may stand in the same file, before
 * it or after. Without a parent a new unit lies directly below the caller's own. A unit that exists stays where it is. What the annual
 * report tells of units ({@link UnitStatements}) may stand in further columns.
 */
@ApplicationScoped
@Transactional
public class UnitImport {
  public static final List<String> COLUMNS = Stream.concat(Stream.of("code", "name", "kind", "parent", "sort"), UnitStatements.COLUMNS.stream()).toList();
  private static final UnitFacts NOTHING_STATED = new UnitFacts(false, null, null, null, null);
  @Inject Units units;
  @Inject OfficerPasts pasts;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A row whose cells are sound. {@code parent} and {@code sort} are null where the cell is blank. */
  record Line(int number, String code, String name, Unit.Kind kind, String parent, Integer sort, UnitStatements statements) {}

  /** @param dryRun only look; nothing is stored */
  public ImportReport units(Caller caller, SheetReader.Sheet sheet, boolean dryRun) {
    PeopleAdministration.demandManager(caller);
    if (!dryRun) units.oneImportAtATime();
    ImportColumns columns = new ImportColumns("units", COLUMNS, sheet.headers());
    List<ImportReport.Error> errors = new ArrayList<>(columns.missing(List.of("code", "name", "kind")));
    List<Units.Row> reach = units.within(caller);
    Map<String, Units.Row> known = reach.stream().collect(Collectors.toMap(row -> plain(row.code()), row -> row));
    List<Line> lines = new ArrayList<>();
    if (errors.isEmpty()) {
      sheet.errors().stream().filter(error -> columns.owns(error.field())).forEach(errors::add);
      lines.addAll(lines(columns, sheet, errors));
      check(lines, known, columns, errors);
    }
    errors.sort(Comparator.comparingInt(ImportReport.Error::row));
    int duplicates = (int) lines.stream().filter(line -> same(line, known.get(plain(line.code)))).count();
    if (!dryRun && errors.isEmpty()) store(lines, known, reach.get(0));
    int rejected = (int) errors.stream().map(ImportReport.Error::row).distinct().count();
    ImportReport report = new ImportReport(errors.isEmpty() ? lines.size() - duplicates : Math.max(0, lines.size() - rejected - duplicates), rejected, duplicates, errors);
    if (!dryRun) happened.fire(new Happened(caller, "people.unitImport", "unit", "-", caller.unitPath(), report.clean(), "accepted %d, rejected %d, unchanged %d".formatted(report.accepted(), rejected, duplicates)));
    return report;
  }

  static List<Line> lines(ImportColumns columns, SheetReader.Sheet sheet, List<ImportReport.Error> errors) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (SheetReader.Row row : sheet.rows()) {
      List<ImportReport.Error> wrong = new ArrayList<>();
      String code = columns.get(row, "code");
      if (!code.matches(UnitKeeping.UNIT_CODE)) wrong.add(error(row, columns, "code", code.isEmpty() ? "required" : "unit.code"));
      Integer earlier = seen.putIfAbsent(plain(code), row.number());
      if (earlier != null && !code.isEmpty()) wrong.add(error(row, columns, "code", "unit.twice", earlier));
      String name = columns.get(row, "name");
      if (name.isEmpty()) wrong.add(error(row, columns, "name", "required"));
      if (name.length() > 100) wrong.add(error(row, columns, "name", "tooLong", 100));
      Unit.Kind kind = ImportColumns.choice(Unit.Kind.class, "people.unitKind", columns.get(row, "kind")).orElse(null);
      if (kind == null) wrong.add(error(row, columns, "kind", "oneOf", ImportColumns.choices(Unit.Kind.class, "people.unitKind")));
      String sort = columns.get(row, "sort");
      if (!sort.matches("\\d{0,6}")) wrong.add(error(row, columns, "sort", "unit.sort"));
      String parent = columns.get(row, "parent");
      UnitStatements statements = UnitStatements.read(column -> columns.get(row, column), (column, what, arguments) -> wrong.add(error(row, columns, column, what, arguments)));
      if (wrong.isEmpty()) lines.add(new Line(row.number(), code, name, kind, parent.isEmpty() ? null : parent, sort.isEmpty() ? null : Integer.valueOf(sort), statements));
      errors.addAll(wrong);
    }
    return lines;
  }

  private void check(List<Line> lines, Map<String, Units.Row> known, ImportColumns columns, List<ImportReport.Error> errors) {
    Set<String> placed = placed(lines, known);
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    for (Line line : lines) {
      line.statements.check(stated(known.get(plain(line.code))), today, (column, what, arguments) -> errors.add(ImportReport.Error.of(line.number, columns.header(column), what, arguments)));
      Units.Row present = known.get(plain(line.code));
      if ((line.kind == Unit.Kind.DISTRICT) != (present != null && present.kind() == Unit.Kind.DISTRICT)) errors.add(ImportReport.Error.of(line.number, columns.header("kind"), "unit.district"));
      if (present == null && units.byCode(line.code).isPresent()) errors.add(ImportReport.Error.of(line.number, columns.header("code"), "unit.codeTaken", line.code));
      if (line.parent == null) continue;
      if (!placed.contains(plain(line.parent)) || plain(line.parent).equals(plain(line.code))) errors.add(ImportReport.Error.of(line.number, columns.header("parent"), "unit.unknown", line.parent));
      else if (present != null && !known.containsKey(plain(line.parent)) || present != null && !present.above().equals(known.get(plain(line.parent)).path())) errors.add(ImportReport.Error.of(line.number, columns.header("parent"), "unit.moved"));
    }
  }

  /** The codes that are stored, and those of the file that hang on them, however many steps away. */
  private static Set<String> placed(List<Line> lines, Map<String, Units.Row> known) {
    Set<String> placed = known.keySet().stream().collect(Collectors.toSet());
    boolean more = true;
    while (more) {
      more = false;
      for (Line line : lines) if ((line.parent == null || placed.contains(plain(line.parent))) && placed.add(plain(line.code))) more = true;
    }
    return placed;
  }

  private UnitFacts stated(Units.Row present) {
    return present == null ? NOTHING_STATED : units.get(present.id()).facts();
  }

  private boolean same(Line line, Units.Row present) {
    return present != null && (line.statements.equals(UnitStatements.NONE) || line.statements.over(stated(present)).equals(stated(present))) && present.name().equals(line.name) && present.kind() == line.kind && (line.sort == null || line.sort == present.sort());
  }

  private void store(List<Line> lines, Map<String, Units.Row> known, Units.Row own) {
    Map<String, Unit> stored = new HashMap<>();
    known.forEach((code, row) -> stored.put(code, units.get(row.id())));
    List<Line> left = new ArrayList<>(lines);
    while (!left.isEmpty()) {
      left.removeIf(line -> {
        Unit present = stored.get(plain(line.code));
        Unit parent = line.parent == null ? units.get(own.id()) : stored.get(plain(line.parent));
        if (present != null) {
          present.describe(line.name, line.kind, line.sort == null ? present.sort() : line.sort);
          pasts.record(present);
        } else if (parent != null) stored.put(plain(line.code), units.add(new Unit(line.code, line.name, line.kind, line.sort == null ? 0 : line.sort), parent));
        Unit unit = stored.get(plain(line.code));
        if (unit != null && !line.statements.equals(UnitStatements.NONE)) unit.state(line.statements.over(unit.facts()));
        return unit != null;
      });
    }
  }

  private static ImportReport.Error error(SheetReader.Row row, ImportColumns columns, String column, String code, Object... arguments) {
    return ImportReport.Error.of(row.number(), columns.header(column), code, arguments);
  }

  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
