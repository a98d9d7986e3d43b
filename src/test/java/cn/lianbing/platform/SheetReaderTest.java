package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {
  private static final String TABLE = "姓名,单位名称\n王建国,大营镇\n";

  @Test
  void an_excel_file_is_read_by_its_headers() {
    var sheet = read(workbook(page -> {
      page.value(0, 0, " 姓名 ");
      page.value(0, 1, "单位名称");
      page.value(1, 0, "王建国　");
      page.value(1, 1, "大营镇");
    }));
    assertEquals(List.of("姓名", "单位名称"), sheet.headers());
    assertEquals(List.of(new SheetReader.Row(2, Map.of("姓名", "王建国", "单位名称", "大营镇"))), sheet.rows());
  }

  @Test
  void rows_are_numbered_as_excel_does_and_blank_ones_left_out() {
    var sheet = read(workbook(page -> {
      page.value(2, 0, "姓名");
      page.value(3, 0, "王建国");
      page.value(6, 0, "李红");
    }));
    assertEquals(List.of(4, 7), sheet.rows().stream().map(SheetReader.Row::number).toList());
  }

  @Test
  void dates_and_numbers_read_as_excel_shows_them() {
    var sheet = read(workbook(page -> {
      for (int i = 0; i < 5; i++) page.value(0, i, "c" + i);
      page.value(1, 0, LocalDate.of(2026, 11, 24));
      page.style(1, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
      page.value(1, 1, 12.0);
      page.value(1, 2, 0.1 + 0.2);
      page.value(1, 3, 13800001234L);
      page.value(1, 4, 1500000000000d);
    }));
    assertEquals(Map.of("c0", "2026-11-24", "c1", "12", "c2", "0.3", "c3", "13800001234", "c4", "1500000000000"), sheet.rows().get(0).values());
  }

  @Test
  void an_identity_number_that_excel_kept_as_a_number_is_reported() {
    var sheet = read(workbook(page -> {
      page.value(0, 0, "姓名");
      page.value(0, 1, "身份证号");
      page.value(1, 0, "王建国");
      page.value(1, 1, 110105194912310021d);
    }));
    assertEquals(List.of(ImportReport.Error.of(2, "身份证号", "cell.digits", SheetReader.CHARACTERS)), sheet.errors());
    assertEquals("", sheet.rows().get(0).get("身份证号"));
  }

  @Test
  void so_is_one_that_went_through_csv() {
    assertEquals("cell.digits", read("姓名,身份证号\n王建国,1.10105E+17\n").errors().get(0).code());
    assertEquals("110105194912310021", read("姓名,身份证号\n王建国,=\"110105194912310021\"\n").rows().get(0).get("身份证号"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "UTF-16"})
  void a_csv_is_read_in_the_encodings_that_office_programs_write(String charset) {
    assertEquals("大营镇", read(TABLE.getBytes(Charset.forName(charset))).rows().get(0).get("单位名称"));
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_header() {
    assertEquals(List.of("姓名", "单位名称"), read("\uFEFF" + TABLE).headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void semicolons_and_tabs_part_columns_too(String separator) {
    assertEquals("大营镇", read(TABLE.replace(",", separator)).rows().get(0).get("单位名称"));
  }

  @Test
  void a_line_break_inside_quotes_begins_no_row() {
    var rows = read("姓名,职务\r\n王建国,\"中队长\r\n兼法制员, 代\"\r\n李红,\n").rows();
    assertEquals("中队长\r\n兼法制员, 代", rows.get(0).get("职务"));
    assertEquals(3, rows.get(1).number());
  }

  @Test
  void a_cell_that_is_too_long_is_reported_and_the_others_kept() {
    var sheet = read("姓名,职务\n王建国," + "长".repeat(SheetReader.CHARACTERS + 1) + "\n");
    assertEquals("cell.long", sheet.errors().get(0).code());
    assertEquals("王建国", sheet.rows().get(0).get("姓名"));
  }

  @Test
  void two_columns_of_one_name_are_refused() {
    assertRefused("file.headerTwice", "姓名,姓名\na,b\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void more_than_fifty_thousand_rows_are_refused() {
    assertRefused("file.rows", ("姓名\n" + "王\n".repeat(SheetReader.ROWS + 1)).getBytes(StandardCharsets.UTF_8));
    assertEquals(SheetReader.ROWS, read("姓名\n" + "王\n".repeat(SheetReader.ROWS)).rows().size());
  }

  @Test
  void more_than_two_hundred_columns_are_refused() {
    assertRefused("file.columns", workbook(page -> {
      for (int i = 0; i <= SheetReader.COLUMNS; i++) page.value(0, i, "c" + i);
    }));
  }

  @Test
  void more_than_twenty_megabytes_are_refused() {
    assertRefused("file.size", new byte[SheetReader.MEGABYTES * 1024 * 1024 + 1]);
  }

  @Test
  void what_is_no_table_is_refused() {
    assertRefused("file.unreadable", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    assertRefused("file.unreadable", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    assertRefused("file.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
    assertRefused("file.empty", new byte[0]);
    assertRefused("file.empty", "姓名\n\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_zip_bomb_is_refused() {
    String megabyte = ("<row/>" + " ".repeat(1018)).repeat(1024);
    assertRefused("file.inflated", zip(zip -> {
      for (int i = 0; i < 21; i++) entry(zip, "xl/worksheets/sheet" + i + ".xml", megabyte.repeat(10));
    }));
  }

  @Test
  void an_entry_bomb_is_refused() {
    assertRefused("file.inflated", zip(zip -> {
      for (int i = 0; i < 2001; i++) entry(zip, "xl/" + i + ".xml", "<a/>");
    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c><v>&a;</v></c></row></sheetData></worksheet>",
      "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v><![CDATA[a]]></v></c></row></sheetData></worksheet>",
      "<?x \" ?><!DOCTYPE a><worksheet/>"})
  void a_document_type_and_cdata_are_refused(String xml) {
    assertRefused("file.unsafe", sheetOf(xml));
  }

  @Test
  void xml_made_to_fill_memory_is_refused() {
    assertRefused("file.unsafe", sheetOf("<worksheet>" + "<a>".repeat(70)));
    assertRefused("file.unsafe", sheetOf("<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>" + "x".repeat(300_000)));
    assertRefused("file.unsafe", sheetOf("<worksheet a=\"" + "x".repeat(300_000)));
    assertRefused("file.unsafe", sheetOf("<worksheet><sheetData><row r=\"1\">" + "<c/>".repeat(20_001)));
    assertRefused("file.unsafe", sheetOf("<worksheet>" + "<mergeCell/>".repeat(500_001)));
    StringBuilder names = new StringBuilder("<worksheet>");
    for (int i = 0; i < 3000; i++) names.append("<n").append(i).append("/>");
    assertRefused("file.unsafe", sheetOf(names.toString()));
  }

  @Test
  void a_cell_far_outside_the_sheet_takes_no_memory() {
    for (String far : new String[] {"ZZZZZZ1", "zzzzzz1", "Z&#90;&#90;ZZZ1", "XF  DDD1"}) assertRefused("file.unsafe", sheetOf("<worksheet><sheetData><row r=\"1\"><x:c s = '0' x:r = '" + far + "' t=\"str\"><v>a</v></x:c></row></sheetData></worksheet>"));
  }

  @Test
  void comments_and_instructions_do_no_harm() {
    var sheet = read(sheetOf("<?x \" > ?><!-- < \" <!DOCTYPE --><x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r=\"2\"><x:c r=\"A2\" t=\"str\"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"));
    assertTrue(sheet.headers().contains("a"));
  }

  private static SheetReader.Sheet read(String csv) {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static SheetReader.Sheet read(byte[] file) {
    return SheetReader.read(new ByteArrayInputStream(file));
  }

  private static void assertRefused(String code, byte[] file) {
    Invalid invalid = assertThrows(Invalid.class, () -> read(file));
    assertEquals("file", invalid.violations().get(0).field());
    assertEquals(code, invalid.violations().get(0).code());
  }

  private static byte[] workbook(Consumer<Worksheet> fill) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream(); Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("人员"));
      book.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The least that is an .xlsx, around a sheet. */
  private static byte[] sheetOf(String xml) {
    return zip(zip -> {
      entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
      entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      entry(zip, "xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>");
      entry(zip, "xl/worksheets/sheet1.xml", xml);
    });
  }

  private static byte[] zip(Consumer<ZipOutputStream> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      fill.accept(zip);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
