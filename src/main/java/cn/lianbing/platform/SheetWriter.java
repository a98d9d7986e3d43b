package cn.lianbing.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as XLSX and CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection), in XLSX too, because people save one as the other.
 */
public final class SheetWriter {
  private SheetWriter() {}

  /** @param rows cells are null, text, or numbers; anything else is written as its text */
  public static void xlsx(OutputStream out, String sheetName, List<String> headers, Iterable<? extends List<?>> rows) throws IOException {
    try (Workbook book = new Workbook(out, "Lianbing", "1.0")) {
      Worksheet sheet = book.newWorksheet(sheetName);
      for (int column = 0; column < headers.size(); column++) {
        sheet.value(0, column, safe(headers.get(column)));
        sheet.style(0, column).bold().set();
        sheet.width(column, Math.min(60, Math.max(10, headers.get(column).length() * 2.2 + 4)));
      }
      sheet.freezePane(0, 1);
      int row = 1;
      for (List<?> cells : rows) {
        for (int column = 0; column < cells.size(); column++) {
          Object cell = cells.get(column);
          if (cell instanceof Number number) sheet.value(row, column, number);
          else if (cell != null) sheet.value(row, column, safe(cell.toString()));
        }
        row++;
      }
    }
  }

  /** UTF-8 with a byte order mark, without which Excel in Chinese reads GBK. */
  public static void csv(OutputStream out, List<String> headers, Iterable<? extends List<?>> rows) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    CsvWriter csv = CsvWriter.builder().build(writer);
    csv.writeRecord(headers.stream().map(SheetWriter::safe).toList());
    for (List<?> cells : rows) csv.writeRecord(cells.stream().map(SheetWriter::text).toList());
    csv.flush();
    writer.flush();
  }

  private static String text(Object cell) {
    if (cell == null) return "";
    if (cell instanceof BigDecimal number) return number.toPlainString();
    return cell instanceof Number ? cell.toString() : safe(cell.toString());
  }

  /** = + - @ TAB CR begin a formula or hide one. */
  static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
