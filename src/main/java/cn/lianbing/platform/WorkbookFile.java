package cn.lianbing.platform;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an .xlsx. */
final class WorkbookFile {
  private static final int ENTRIES = 2_000;
  private static final long INFLATED = 200L * 1024 * 1024;
  /** Excel keeps 15 digits of a number; an identity number typed as one has lost its end. */
  private static final int DIGITS = 15;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private WorkbookFile() {}

  static void read(InputStream file, byte[] bytes, SheetReader to) {
    try {
      check(bytes);
      to.merged(() -> MergedCells.of(bytes));
      try (ReadableWorkbook book = new ReadableWorkbook(file, new ReadingOptions(true, true)); Stream<Row> rows = book.getFirstSheet().openStream()) {
        rows.forEach(row -> to.line(row.getRowNum(), cells(row)));
      }
    } catch (Invalid e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library has a dozen exceptions for a broken file; nothing but the file reaches it.
      throw Invalid.field("file", "file.unreadable");
    }
  }

  /** Inflates everything once and keeps nothing, by the same table of contents that the library will use: after this the size is known. */
  private static void check(byte[] bytes) throws IOException {
    long left = INFLATED;
    int entries = 0;
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        if (++entries > ENTRIES) throw Invalid.field("file", "file.inflated");
        try (InputStream content = zip.getInputStream(entry)) {
          left -= XmlBounds.check(content, left);
        }
      }
    }
  }

  private static Map<Integer, SheetReader.Cell> cells(Row row) {
    Map<Integer, SheetReader.Cell> cells = new HashMap<>();
    for (Cell cell : row) if (cell != null && cell.getType() != CellType.EMPTY) cells.put(cell.getColumnIndex(), () -> text(cell));
    return cells;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.getRawValue());
      case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell.getRawValue()) : cell.getRawValue();
      case BOOLEAN -> cell.getRawValue();
      case ERROR -> throw new SheetReader.Unreliable("cell.error");
      default -> cell.getText();
    };
  }

  private static String date(LocalDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toLocalDate().toString() : MINUTE.format(date);
  }

  /** As Excel shows it: without .0, without the noise behind the fifteenth digit, never with an exponent. */
  private static String number(String raw) {
    BigDecimal number = new BigDecimal(raw).round(new MathContext(DIGITS)).stripTrailingZeros();
    if (number.precision() - number.scale() > DIGITS || number.scale() > 50) throw new SheetReader.Unreliable("cell.digits");
    return number.toPlainString();
  }

  /** Excel's own date formats, those of its Chinese edition among them, or a format of one's own with a year, month or day in it. */
  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58)) return true;
    String format = cell.getDataFormatString();
    if (format == null || id == null || id < 100) return false;
    return format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "").toLowerCase(java.util.Locale.ROOT).matches(".*(y|d|m[^:]*m?d).*");
  }
}
