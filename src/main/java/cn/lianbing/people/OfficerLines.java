package cn.lianbing.people;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the rows of an officers' sheet by themselves, before anything that is stored counts. */
final class OfficerLines {
  private final ImportColumns columns;
  private final List<Units.Row> reach;
  private final Set<String> unreadable;
  private final List<ImportReport.Error> errors;
  private SheetReader.Row row;

  private OfficerLines(ImportColumns columns, List<Units.Row> reach, List<ImportReport.Error> errors) {
    this.columns = columns;
    this.reach = reach;
    this.errors = errors;
    this.unreadable = errors.stream().map(error -> error.row() + " " + error.field()).collect(Collectors.toSet());
  }

  /**
   * @param reach  the units that the caller may name; any other does not exist
   * @param errors what is wrong already, by cell; more is added
   * @return the rows without an error
   */
  static List<PeopleImport.Line> read(ImportColumns columns, SheetReader.Sheet sheet, List<Units.Row> reach, List<ImportReport.Error> errors) {
    OfficerLines reader = new OfficerLines(columns, reach, errors);
    Set<Integer> incomplete = errors.stream().map(ImportReport.Error::row).collect(Collectors.toSet());
    List<PeopleImport.Line> lines = new ArrayList<>();
    for (SheetReader.Row row : sheet.rows()) {
      int before = errors.size();
      reader.row = row;
      PeopleImport.Line line = reader.line();
      if (errors.size() == before && !incomplete.contains(row.number())) lines.add(line);
    }
    return lines;
  }

  private PeopleImport.Line line() {
    String name = text("name", 60);
    if (name == null) wrong("name", "required");
    Units.Row unit = unit();
    Officer.Establishment establishment = choice("establishment", Officer.Establishment.class);
    if (establishment == null && cell("establishment").isEmpty()) wrong("establishment", "required");
    Officer.Education education = choice("education", Officer.Education.class);
    Officer.State state = choice("state", Officer.State.class);
    String phone = text("phone", 30);
    if (phone != null && !phone.matches("[0-9+\\- ]{5,30}")) wrong("phone", "phone");
    String username = text("username", 60);
    if (username != null && !username.matches(AccountKeeping.USERNAME)) wrong("username", "username");
    return new PeopleImport.Line(row.number(), name, idNumber(), unit == null ? 0 : unit.id(), establishment, education, text("post", 100), phone, state, username);
  }

  private IdNumber idNumber() {
    if (cell("idNumber").isEmpty()) return null;
    try {
      return new IdNumber(cell("idNumber"));
    } catch (Invalid e) {
      wrong("idNumber", e.violations().get(0).code());
      return null;
    }
  }

  private Units.Row unit() {
    String code = cell("unitCode");
    String name = cell("unitName");
    String column = code.isEmpty() ? "unitName" : "unitCode";
    if (code.isEmpty() && name.isEmpty()) {
      wrong(columns.has("unitName") ? "unitName" : "unitCode", "required");
      return null;
    }
    List<Units.Row> found = reach.stream().filter(unit -> code.isEmpty() ? unit.name().equals(name) : unit.code().equalsIgnoreCase(code)).toList();
    if (found.isEmpty()) wrong(column, "unit.unknown", code.isEmpty() ? name : code);
    else if (found.size() > 1) wrong(column, "unit.ambiguous", name);
    else if (!code.isEmpty() && !name.isEmpty() && !found.get(0).name().equals(name)) wrong("unitName", "unit.otherName", code, found.get(0).name());
    else if (found.get(0).state() == Unit.State.CLOSED) wrong(column, "unit.closed");
    return found.isEmpty() ? null : found.get(0);
  }

  private <E extends Enum<E>> E choice(String column, Class<E> type) {
    String text = cell(column);
    if (text.isEmpty()) return null;
    Optional<E> choice = ImportColumns.choice(type, "people." + column, text);
    if (choice.isEmpty()) wrong(column, "oneOf", ImportColumns.choices(type, "people." + column));
    return choice.orElse(null);
  }

  private String text(String column, int longest) {
    String text = cell(column);
    if (text.length() > longest) wrong(column, "tooLong", longest);
    return text.isEmpty() ? null : text;
  }

  private String cell(String column) {
    return columns.get(row, column);
  }

  private void wrong(String column, String code, Object... arguments) {
    String header = columns.header(column);
    if (!unreadable.contains(row.number() + " " + header)) errors.add(ImportReport.Error.of(row.number(), header, code, arguments));
  }
}
