package cn.lianbing.platform;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A .csv in UTF-8 (with or without a byte order mark), in GBK as Chinese Excel saves it, or in UTF-16 as its "Unicode text". */
final class CsvFile {
  private static final Charset GBK = Charset.forName("GB18030");
  private static final int LONGEST_LINE = 4 * 1024 * 1024;

  private CsvFile() {}

  static void read(byte[] bytes, SheetReader to) {
    String text = text(bytes);
    if (text.indexOf('\0') >= 0) throw Invalid.field("file", "file.unreadable");
    int number = 0;
    // Blank lines count: Excel counts them too. A line break inside quotes does not begin a new row.
    try (CsvReader<CsvRecord> records = CsvReader.builder().fieldSeparator(separator(text)).skipEmptyLines(false).maxBufferSize(LONGEST_LINE).ofCsvRecord(text)) {
      for (CsvRecord record : records) to.line(++number, cells(record.getFields()));
    } catch (CsvParseException | IOException e) {
      throw Invalid.field("file", "file.unreadable");
    }
  }

  private static Map<Integer, SheetReader.Cell> cells(List<String> fields) {
    Map<Integer, SheetReader.Cell> cells = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      cells.put(i, () -> plain(field));
    }
    return cells;
  }

  private static String plain(String field) {
    if (field.length() < 40 && field.strip().matches("\\d(\\.\\d+)?E\\+\\d{2,3}")) throw new SheetReader.Unreliable("cell.digits");
    // ="0123" is how people keep Excel from taking a text for a number.
    return field.startsWith("=\"") && field.endsWith("\"") && field.length() > 2 ? field.substring(2, field.length() - 1) : field;
  }

  private static String text(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) return new String(bytes, StandardCharsets.UTF_16);
    for (Charset charset : List.of(StandardCharsets.UTF_8, GBK)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      } catch (CharacterCodingException e) {
        // then the next
      }
    }
    throw Invalid.field("file", "file.unreadable");
  }

  /** What parts the first line: a comma, or the tab or semicolon that some programs write. */
  private static char separator(String text) {
    String line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char c : new char[] {';', '\t'}) if (count(line, c) > count(line, best)) best = c;
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(one -> one == c).count();
  }
}
