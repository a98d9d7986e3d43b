package cn.lianbing.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

class OfficerLinesTest {
  private static final String HEAD = "姓名*,身份证号,单位代码,单位名称,编制类型,学历,职务,手机,状态,账号,角色\n";
  private static final List<Units.Row> REACH = List.of(unit(2, "D01", "区林业局"), unit(3, "D02", "区水利局"), unit(4, "D03", "区水利局"), new Units.Row(5L, "D04", "旧单位", Unit.Kind.DEPARTMENT, Unit.State.CLOSED, "/1/5/", 0L, 0));
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private static Units.Row unit(long id, String code, String name) {
    return new Units.Row(id, code, name, Unit.Kind.DEPARTMENT, Unit.State.ACTIVE, "/1/" + id + "/", 0L, 0);
  }

  private List<PeopleImport.Line> read(String csv) {
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    errors.addAll(sheet.errors());
    return OfficerLines.read(new ImportColumns("officers", PeopleImport.COLUMNS, sheet.headers()), sheet, REACH, errors);
  }

  @Test
  void a_full_row_is_taken() {
    PeopleImport.Line line = read(HEAD + "王建国,11010519491231002x,D01,区林业局,行政编制,本科,中队长,13800001234,在职,wangjg,SYSTEM_ADMIN\n").get(0);
    assertEquals(new PeopleImport.Line(2, "王建国", new IdNumber("11010519491231002X"), 2, Officer.Establishment.ADMINISTRATIVE, Officer.Education.BACHELOR, "中队长", "13800001234", Officer.State.ACTIVE, "wangjg"), line);
    assertTrue(errors.isEmpty());
  }

  @Test
  void blank_cells_are_null_so_that_they_change_nothing() {
    PeopleImport.Line line = read(HEAD + "王建国,,,区林业局,事业编制\n").get(0);
    assertNull(line.idNumber());
    assertNull(line.education());
    assertNull(line.state());
    assertNull(line.username());
  }

  @Test
  void english_headers_and_words_are_understood() {
    PeopleImport.Line line = read("Name,Unit code,Establishment,State\nWang,d01,ADMINISTRATIVE,Seconded\n").get(0);
    assertEquals(Officer.State.SECONDED, line.state());
    assertEquals(2, line.unitId());
  }

  @ParameterizedTest
  @CsvSource({"行政,ADMINISTRATIVE", "参公,CIVIL_SERVANT_LIKE", "参照公务员法管理,CIVIL_SERVANT_LIKE", "事业编制,INSTITUTION", "工勤,MANUAL_WORKER", "合同工,CONTRACT", "临时工,TEMPORARY", "contract,CONTRACT"})
  void the_words_that_offices_use_are_understood(String word, Officer.Establishment meant) {
    assertEquals(meant, ImportColumns.choice(Officer.Establishment.class, "people.establishment", word).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
      "',,D01,,行政编制,,,,,',姓名*,required",
      "'王,110105194912310021,D01,,行政编制,,,,,',身份证号,idNumber.check",
      "'王,1101051949123,D01,,行政编制,,,,,',身份证号,idNumber.form",
      "'王,1.1E+17,D01,,行政编制,,,,,',身份证号,cell.digits",
      "'王,,,,行政编制,,,,,',单位名称,required",
      "'王,,D99,,行政编制,,,,,',单位代码,unit.unknown",
      "'王,,,区司法局,行政编制,,,,,',单位名称,unit.unknown",
      "'王,,,区水利局,行政编制,,,,,',单位名称,unit.ambiguous",
      "'王,,D01,区水利局,行政编制,,,,,',单位名称,unit.otherName",
      "'王,,D04,,行政编制,,,,,',单位代码,unit.closed",
      "'王,,D01,,,,,,,',编制类型,required",
      "'王,,D01,,随便,,,,,',编制类型,oneOf",
      "'王,,D01,,行政编制,小学,,,,',学历,oneOf",
      "'王,,D01,,行政编制,,,abc,,',手机,phone",
      "'王,,D01,,行政编制,,,,开除,',状态,oneOf",
      "'王,,D01,,行政编制,,,,,1x',账号,username"})
  void each_wrong_cell_is_reported_once_with_its_row_and_header(String row, String header, String code) {
    assertTrue(read(HEAD + row + "\n").isEmpty());
    assertEquals(1, errors.size(), errors.toString());
    assertEquals(2, errors.get(0).row());
    assertEquals(header, errors.get(0).field());
    assertEquals(code, errors.get(0).code());
  }

  @Test
  void all_that_is_wrong_in_a_row_is_told_at_once_and_good_rows_stay() {
    List<PeopleImport.Line> lines = read(HEAD + ",,D99,,,,,,,\n李红,,D01,,行政编制\n");
    assertEquals(3, errors.size());
    assertEquals(List.of("李红"), lines.stream().map(PeopleImport.Line::name).toList());
  }

  @Test
  void attack_18_a_column_for_roles_means_nothing() {
    ImportColumns columns = new ImportColumns("officers", PeopleImport.COLUMNS, List.of("姓名", "角色", "roles", "Role"));
    assertEquals(List.of("角色", "roles", "Role"), columns.unknown());
  }

  @Test
  void columns_that_the_file_lacks_are_named() {
    ImportColumns columns = new ImportColumns("officers", PeopleImport.COLUMNS, List.of("姓名", "学历"));
    assertEquals(List.of("编制类型"), columns.missing(List.of("name", "establishment")).stream().map(ImportReport.Error::field).toList());
  }
}
