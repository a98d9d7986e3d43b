package cn.lianbing.exchange;

import cn.lianbing.bank.ItemFile;
import cn.lianbing.exchange.Found.Part;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a sheet of items as clerks write them: a row an item, columns in any order under the names of {@link Part}, titles above
 * the headers, cells merged downwards.
 */
final class SheetItems {
  /** Codes of the template's own rows begin so; they are passed over. */
  static final String EXAMPLE = "示例";
  /** Without these there is no item. */
  private static final Set<Part> NEEDED = EnumSet.of(Part.STEM, Part.KEY);
  private final Map<String, Part> columns = new LinkedHashMap<>();
  private final Map<String, String> letters = new LinkedHashMap<>();
  private final List<ImportReport.Error> errors = new ArrayList<>();

  private SheetItems() {}

  /** Never fails: what cannot be read is an error of its row. */
  static ItemFile read(byte[] file) {
    try {
      return new SheetItems().items(SheetReader.read(new ByteArrayInputStream(file), SheetItems::isHead));
    } catch (Invalid e) {
      return new ItemFile(List.of(), List.of(), e.violations().stream().map(one -> new ImportReport.Error(1, one.field(), one.code(), one.arguments())).toList());
    }
  }

  /** A title is one cell; the line of headers names at least two parts of an item. */
  private static boolean isHead(Collection<String> cells) {
    return cells.stream().filter(cell -> letter(cell) != null || Part.named(name(cell)) != null).count() > 1;
  }

  private ItemFile items(SheetReader.Sheet sheet) {
    for (String header : sheet.headers()) {
      Part part = Part.named(name(header));
      if (letter(header) != null) letters.put(header, letter(header));
      else if (part == null) errors.add(ImportReport.Error.of(1, header, "exchange.column", header));
      else if (part != Part.NONE && columns.containsValue(part)) errors.add(ImportReport.Error.of(1, header, "exchange.columnTwice", header, part.word()));
      else columns.put(header, part);
    }
    for (Part needed : NEEDED) if (!columns.containsValue(needed)) errors.add(ImportReport.Error.of(1, needed.word(), "file.column", needed.word()));
    if (!errors.isEmpty()) return new ItemFile(List.of(), List.of(), errors);
    errors.addAll(sheet.errors());
    List<Found> items = new ArrayList<>();
    for (SheetReader.Row row : sheet.rows()) {
      Found item = item(row);
      if (item.has(Part.CASE)) question(items, item);
      else if (!item.get(Part.CODE).startsWith(EXAMPLE)) items.add(item);
    }
    return new ItemFile(List.of(), items.stream().map(Found::draft).toList(), errors);
  }

  /** A question of a CASE stands in a row of its own, below that of the material. */
  private static void question(List<Found> items, Found question) {
    for (Found item : items) {
      if (!item.get(Part.CODE).equals(question.get(Part.CASE))) continue;
      item.questions.add(question);
      return;
    }
    question.wrong(Part.CASE.word(), "exchange.noCase", question.get(Part.CASE));
  }

  private Found item(SheetReader.Row row) {
    Found item = new Found(row.number(), errors);
    columns.forEach((header, part) -> item.put(part, unguarded(row.get(header))));
    letters.forEach((header, letter) -> {
      if (!row.get(header).isEmpty()) item.options.put(letter, unguarded(row.get(header)));
    });
    if (item.has(Part.OPTIONS)) {
      Map<String, String> options = Notation.options(item.get(Part.OPTIONS));
      if (options.isEmpty()) item.wrong("options", "exchange.optionsUnread");
      item.options.putAll(options);
    }
    return item;
  }

  /** The apostrophe that {@link SheetExport} puts before what a spreadsheet would calculate. */
  private static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
  }

  private static String name(String header) {
    return header.replaceAll("[*＊\\s\\u3000]|[（(].*", "");
  }

  /** 选项A, A, 选项Ａ, A选项 */
  private static String letter(String header) {
    String plain = Notation.plain(name(header)).replaceAll("^(选项|备选答案|答案选项)|(选项|项)$", "");
    return plain.matches("[A-H]") ? plain : null;
  }
}
