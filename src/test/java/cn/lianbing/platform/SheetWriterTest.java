package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class SheetWriterTest {
  private static final List<String> DANGEROUS = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1");
  private static final List<List<Object>> ROWS = List.of(List.copyOf(DANGEROUS));

  @Test
  void attack_12_no_cell_of_a_workbook_is_a_formula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(out, "表", DANGEROUS, ROWS);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      for (var row : book.getFirstSheet().read()) for (var cell : row) {
        assertEquals(CellType.STRING, cell.getType());
        assertTrue(cell.asString().startsWith("'"), cell.asString());
      }
    }
  }

  @Test
  void attack_12_no_field_of_a_csv_begins_a_formula() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.csv(out, List.of("a"), DANGEROUS.stream().map(List::of).toList());
    String csv = out.toString(StandardCharsets.UTF_8);
    assertTrue(csv.startsWith("\uFEFF"));
    for (String one : DANGEROUS) assertTrue(csv.contains("'" + one), one);
  }

  @Test
  void numbers_stay_numbers_and_blank_stays_blank() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.csv(out, List.of("a", "b", "c"), List.of(Arrays.asList(new BigDecimal("-0.50"), null, 7)));
    assertEquals("\uFEFFa,b,c\r\n-0.50,,7\r\n", out.toString(StandardCharsets.UTF_8));
  }
}
