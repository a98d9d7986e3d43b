package cn.lianbing.exchange;

import cn.lianbing.platform.ImportReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * The paragraphs of a Word document as a person reads them, with the numbers that Word itself puts before lists. A table of
 * numbers and answers becomes a line of answers, any other one the lines of a Markdown table in the paragraph before it.
 */
final class WordLines {
  private static final int MEGABYTES = 10;
  private static final int LINES = 60_000;
  private static final long ENTRY_BYTES = 60L * 1024 * 1024;
  private static final double LEAST_RATIO = 0.005;
  private static final String DIGITS = "零一二三四五六七八九";

  /** Kept, since loggers are forgotten with their levels: a broken document is the user's to hear of, with one sentence and no stack. */
  private static final Logger QUIET = Logger.getLogger("org.apache.poi");

  static {
    QUIET.setLevel(Level.OFF);
    // POI refuses what inflates beyond these: zip bombs
    ZipSecureFile.setMaxEntrySize(ENTRY_BYTES);
    ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
  }

  private final List<Line> lines = new ArrayList<>();
  private final List<ImportReport.Error> errors;
  /** How far each list has come, by its id and level. */
  private final Map<BigInteger, int[]> counts = new HashMap<>();
  private int number;

  /** @param number of the paragraph, from 1 */
  record Line(int number, String text) {}

  private WordLines(List<ImportReport.Error> errors) {
    this.errors = errors;
  }

  /** Never fails: what cannot be read is an error of the file. */
  static List<Line> read(byte[] file, List<ImportReport.Error> errors) {
    WordLines lines = new WordLines(errors);
    if (file.length > MEGABYTES * 1024 * 1024) errors.add(ImportReport.Error.of(1, "file", "file.size", MEGABYTES));
    else try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (lines.number > LINES) {
          errors.add(ImportReport.Error.of(lines.number, "file", "exchange.xmlLarge"));
          break;
        }
        if (element instanceof XWPFParagraph paragraph) lines.paragraph(paragraph);
        else if (element instanceof XWPFTable table) lines.table(table);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // POI has many exceptions for what is no document, or one that is made to harm
      errors.add(ImportReport.Error.of(1, "file", e.toString().contains("Zip bomb") ? "file.inflated" : "exchange.word"));
    }
    return errors.stream().anyMatch(one -> one.field().equals("file")) ? List.of() : lines.lines;
  }

  private void paragraph(XWPFParagraph paragraph) {
    number++;
    String text = text(paragraph);
    if (paragraph.getRuns().stream().anyMatch(run -> !run.getEmbeddedPictures().isEmpty())) errors.add(ImportReport.Error.of(number, "stem", "exchange.picture"));
    String label = text.isBlank() ? "" : label(paragraph);
    lines.add(new Line(number, label + text.strip()));
  }

  private static String text(XWPFParagraph paragraph) {
    StringBuilder text = new StringBuilder();
    for (XWPFRun run : paragraph.getRuns()) text.append(run.text());
    return text.toString().replace('\u00A0', ' ').replace("\r", "");
  }

  /** What Word draws before a paragraph of a list; empty for bullets and for what is no list. */
  private String label(XWPFParagraph paragraph) {
    String format = paragraph.getNumID() == null ? null : paragraph.getNumFmt();
    if (format == null || format.equals("bullet") || format.equals("none")) return "";
    int level = paragraph.getNumIlvl() == null ? 0 : Math.min(8, paragraph.getNumIlvl().intValue());
    int[] reached = counts.computeIfAbsent(paragraph.getNumID(), any -> new int[9]);
    reached[level]++;
    for (int below = level + 1; below < reached.length; below++) reached[below] = 0;
    return switch (format) {
      case "upperLetter" -> (char) ('A' + (reached[level] - 1) % 26) + ". ";
      case "chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting", "taiwaneseCountingThousand" -> chinese(reached[level]) + "、";
      default -> String.valueOf(paragraph.getNumLevelText()).contains("（") || String.valueOf(paragraph.getNumLevelText()).contains("(") ? "（" + reached[level] + "）" : reached[level] + ". ";
    };
  }

  private static String chinese(int number) {
    if (number > 99) return String.valueOf(number);
    String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
    return tens + (number % 10 == 0 ? "" : String.valueOf(DIGITS.charAt(number % 10)));
  }

  private void table(XWPFTable table) {
    number++;
    List<List<String>> rows = new ArrayList<>();
    for (XWPFTableRow row : table.getRows()) rows.add(row.getTableCells().stream().map(cell -> cell.getText().strip().replaceAll("\\s+", " ")).toList());
    String answers = answers(rows);
    if (!answers.isEmpty()) lines.add(new Line(number, answers));
    else if (!lines.isEmpty() && rows.size() > 1) {
      Line before = lines.remove(lines.size() - 1);
      lines.add(new Line(before.number(), before.text() + "\n" + markdown(rows)));
    } else errors.add(ImportReport.Error.of(number, "stem", "exchange.picture"));
  }

  /** 题号 1 2 3 over 答案 A B C, as often as it comes. */
  private static String answers(List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i + 1 < rows.size(); i++) {
      List<String> numbers = rows.get(i);
      List<String> keys = rows.get(i + 1);
      for (int column = 0; column < numbers.size() && column < keys.size(); column++)
        if (numbers.get(column).matches("\\d{1,4}") && Notation.plain(keys.get(column)).matches("[A-H,，、\\s]+|√|×|对|错|正确|错误")) line.append(line.isEmpty() ? "" : "  ").append(numbers.get(column)).append(". ").append(keys.get(column).replaceAll("\\s", ""));
    }
    return line.toString();
  }

  private static String markdown(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      table.append(i == 0 ? "| " : "\n| ").append(String.join(" | ", rows.get(i).stream().map(cell -> cell.replace("|", "\\|")).toList())).append(" |");
      if (i == 0) table.append("\n|").append(" --- |".repeat(rows.get(0).size()));
    }
    return table.toString();
  }
}
