package cn.lianbing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitLinesTest {
  private static final String HEAD = "单位代码*,单位名称*,类别*,上级单位代码,排序\n";
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private List<UnitImport.Line> read(String rows) {
    return read(HEAD, rows);
  }

  private List<UnitImport.Line> read(String head, String rows) {
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream((head + rows).getBytes(StandardCharsets.UTF_8)));
    return UnitImport.lines(new ImportColumns("units", UnitImport.COLUMNS, sheet.headers()), sheet, errors);
  }

  @Test
  void a_row_is_taken_with_its_parent_and_order() {
    assertEquals(List.of(new UnitImport.Line(2, "D01-1", "一大队", Unit.Kind.BRIGADE, "D01", 3, UnitStatements.NONE), new UnitImport.Line(3, "T1", "甘棠街道", Unit.Kind.TOWNSHIP, null, null, UnitStatements.NONE)), read("D01-1,一大队,执法队,D01,3\nT1,甘棠街道,街道,,\n"));
    assertTrue(errors.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"',名,执法队,,',单位代码*,required", "'A 1,名,执法队,,',单位代码*,unit.code", "'A1,,执法队,,',单位名称*,required", "'A1,名,公司,,',类别*,oneOf", "'A1,名,,,',类别*,oneOf", "'A1,名,执法队,,-1',排序,unit.sort", "'A1,名,执法队,,一',排序,unit.sort"})
  void each_wrong_cell_is_reported_with_its_row_and_header(String row, String header, String code) {
    assertTrue(read(row + "\n").isEmpty());
    assertEquals(List.of(ImportReport.Error.of(2, header, code, errors.get(0).arguments().toArray())), errors);
  }

  @Test
  void a_code_that_stands_twice_is_reported_at_the_second() {
    read("A1,甲,执法队,,\na1,乙,执法队,,\n");
    assertEquals(List.of(ImportReport.Error.of(3, "单位代码*", "unit.twice", 2)), errors);
  }

  @Test
  void what_the_annual_report_tells_of_a_unit_may_stand_in_further_columns() {
    String head = "单位代码,单位名称,类别,公示执法信息,公示起始日期,规格,规格起始日期,层级\n";
    assertEquals(new UnitStatements(true, LocalDate.of(2021, 7, 15), Unit.Rank.DEPUTY_SECTION, LocalDate.of(2023, 9, 1), Unit.Level.TOWNSHIP), read(head, "T1-Z,大队,执法队,是,2021/7/15,副科级,2023年9月1日,乡镇级\n").get(0).statements());
    assertEquals(UnitStatements.NONE, read(head, "T1-Z,大队,执法队,,,,,\n").get(0).statements());
    assertTrue(read(head, "T1-Z,大队,执法队,也许,2021-13-01,将军级,昨天,月球\n").isEmpty());
    assertEquals(List.of("unit.yesOrNo", "oneOf", "oneOf", "unit.day", "unit.day"), errors.stream().map(ImportReport.Error::code).toList());
  }

  @Test
  void a_blank_cell_leaves_what_is_stored_and_a_day_needs_what_it_is_the_day_of() {
    UnitFacts stored = new UnitFacts(true, LocalDate.of(2021, 7, 15), Unit.Rank.OFFICE, LocalDate.of(2016, 3, 1), Unit.Level.TOWNSHIP);
    assertEquals(stored, UnitStatements.NONE.over(stored));
    assertEquals(List.of("rankedSince unit.since"), wrong(new UnitStatements(null, null, Unit.Rank.DEPUTY_SECTION, null, null), stored), "another rank has another day");
    assertEquals(List.of("publishes unit.sinceWithout"), wrong(new UnitStatements(false, LocalDate.of(2021, 7, 15), null, null, null), stored));
    assertEquals(List.of("publishesSince unit.since"), wrong(new UnitStatements(true, LocalDate.of(2027, 1, 1), null, null, null), stored));
    assertEquals(List.of(), wrong(new UnitStatements(false, null, Unit.Rank.DEPUTY_SECTION, LocalDate.of(2023, 9, 1), null), stored));
  }

  private static List<String> wrong(UnitStatements statements, UnitFacts stored) {
    List<String> wrong = new ArrayList<>();
    statements.check(stored, LocalDate.of(2026, 11, 24), (column, code, arguments) -> wrong.add(column + " " + code));
    return wrong;
  }
}
