package cn.lianbing.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads a table that somebody uploads: the first sheet of an .xlsx, or a .csv as Excel, WPS and programs write it. The first line
 * that is not blank holds the headers. Whoever uploads is not trusted, so everything is bounded before it is kept.
 */
public final class SheetReader {
  public static final int MEGABYTES = 20;
  public static final int ROWS = 50_000;
  public static final int COLUMNS = 200;
  public static final int CHARACTERS = 20_000;

  /** @param errors cells that cannot be trusted; they are missing in their row's values */
  public record Sheet(List<String> headers, List<Row> rows, List<ImportReport.Error> errors) {}

  /**
   * A row that is not blank.
   *
   * @param number as Excel counts
   * @param values by header; only cells that are not blank, without space around
   */
  public record Row(int number, Map<String, String> values) {
    /** The cell's text; empty where it is blank or the sheet has no such column. */
    public String get(String header) {
      return values.getOrDefault(header, "");
    }
  }

  /** A cell that cannot be taken as it is. */
  static final class Unreliable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String code;

    Unreliable(String code) {
      super(code);
      this.code = code;
    }
  }

  /** A cell as its file format has it. */
  @FunctionalInterface
  interface Cell {
    /** @throws Unreliable where what is stored is not what was meant */
    String text();
  }

  private final Map<Integer, String> headers = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private final Predicate<Collection<String>> isHead;
  private MergedCells merged = MergedCells.NONE;

  private SheetReader(Predicate<Collection<String>> isHead) {
    this.isHead = isHead;
  }

  /** @throws Invalid for field {@code file} where it is too large, unreadable, or has no headers or no rows */
  public static Sheet read(InputStream upload) {
    return read(upload, null);
  }

  /**
   * As people lay a sheet out: titles above the headers are passed over, and what cells merged downwards say holds for each of their rows.
   *
   * @param isHead tells the line of headers from a title; null: the first line is it, and merged cells are as the file has them
   * @throws Invalid as above; {@code file.headers} where no line is the headers
   */
  public static Sheet read(InputStream upload, Predicate<Collection<String>> isHead) {
    byte[] bytes;
    try {
      bytes = upload.readNBytes(MEGABYTES * 1024 * 1024 + 1);
    } catch (IOException e) {
      throw Invalid.field("file", "file.unreadable");
    }
    if (bytes.length > MEGABYTES * 1024 * 1024) throw Invalid.field("file", "file.size", MEGABYTES);
    SheetReader reader = new SheetReader(isHead);
    if (begins(bytes, 0x50, 0x4B, 0x03, 0x04)) WorkbookFile.read(new ByteArrayInputStream(bytes), bytes, reader);
    else if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) throw Invalid.field("file", "file.xls");
    else CsvFile.read(bytes, reader);
    if (reader.headers.isEmpty() && isHead != null && bytes.length > 0) throw Invalid.field("file", "file.headers");
    if (reader.rows.isEmpty()) throw Invalid.field("file", "file.empty");
    return new Sheet(reader.headers.keySet().stream().sorted().map(reader.headers::get).toList(), reader.rows, reader.errors);
  }

  /** Takes the next line of the file, its cells by column. */
  void line(int number, Map<Integer, Cell> cells) {
    merged.fill(number, cells);
    if (headers.isEmpty()) head(number, cells);
    else row(number, cells);
  }

  /** Whether this reader fills merged cells, and with which. */
  void merged(Supplier<MergedCells> cells) {
    if (isHead != null) merged = cells.get();
  }

  private void head(int number, Map<Integer, Cell> cells) {
    if (isHead != null && !isHead.test(cells.values().stream().map(cell -> text(number, "", cell)).toList())) return;
    Set<String> seen = new HashSet<>();
    cells.forEach((column, cell) -> {
      String name = text(number, "", cell);
      if (name.isEmpty()) return;
      if (column >= COLUMNS) throw Invalid.field("file", "file.columns", COLUMNS);
      if (!seen.add(name)) throw Invalid.field("file", "file.headerTwice", name);
      headers.put(column, name);
    });
    if (!errors.isEmpty()) throw Invalid.field("file", "file.unreadable");
  }

  private void row(int number, Map<Integer, Cell> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    int before = errors.size();
    headers.forEach((column, header) -> {
      String value = cells.containsKey(column) ? text(number, header, cells.get(column)) : "";
      if (!value.isEmpty()) values.put(header, value);
    });
    if (values.isEmpty() && errors.size() == before) return;
    if (rows.size() == ROWS) throw Invalid.field("file", "file.rows", ROWS);
    rows.add(new Row(number, Map.copyOf(values)));
  }

  private String text(int row, String header, Cell cell) {
    try {
      String text = cell.text();
      if (text == null) return "";
      if (text.length() > CHARACTERS) throw new Unreliable("cell.long");
      // What programs leave at the edges of a cell and nobody sees.
      return text.replaceAll("[\\x{FEFF}\\x{200B}]", "").replaceAll("^[\\s\\x{A0}\\x{3000}]+|[\\s\\x{A0}\\x{3000}]+$", "");
    } catch (Unreliable e) {
      errors.add(ImportReport.Error.of(row, header, e.code, CHARACTERS));
      return "";
    }
  }

  private static boolean begins(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) return false;
    return true;
  }
}
