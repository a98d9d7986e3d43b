package cn.lianbing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitLinesTest {
  private static final String HEAD = "单位代码*,单位名称*,类别*,上级单位代码,排序\n";
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private List<UnitImport.Line> read(String rows) {
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream((HEAD + rows).getBytes(StandardCharsets.UTF_8)));
    return UnitImport.lines(new ImportColumns("units", UnitImport.COLUMNS, sheet.headers()), sheet, errors);
  }

  @Test
  void a_row_is_taken_with_its_parent_and_order() {
    assertEquals(List.of(new UnitImport.Line(2, "D01-1", "一大队", Unit.Kind.BRIGADE, "D01", 3), new UnitImport.Line(3, "T1", "甘棠街道", Unit.Kind.TOWNSHIP, null, null)), read("D01-1,一大队,执法队,D01,3\nT1,甘棠街道,街道,,\n"));
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
}
