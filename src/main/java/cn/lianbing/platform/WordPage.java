package cn.lianbing.platform;

import cn.lianbing.platform.PrintedPage.Align;
import cn.lianbing.platform.PrintedPage.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A Word file in A4 as offices write: headings in 黑体, text in 宋体, named for Chinese and Latin letters alike, since Word chooses a
 * font of its own for Chinese where only the Latin one is said. Everything that people typed is text, and no part of the markup.
 */
public final class WordPage implements PrintedText {
  private static final String SONG = "宋体";
  private static final String HEI = "黑体";
  /** Twentieths of a point: A4, margins of 2.5 cm. */
  private static final long WIDTH = 11906;
  private static final long HEIGHT = 16838;
  private static final long MARGIN = 1417;
  private static final int PICTURE = 430;
  private final XWPFDocument document = new XWPFDocument();
  private final OutputStream out;

  /** @param foot stands at the foot of each page */
  public WordPage(OutputStream out, String title, String foot) {
    this.out = out;
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(WIDTH));
    size.setH(BigInteger.valueOf(HEIGHT));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(MARGIN));
    margin.setBottom(BigInteger.valueOf(MARGIN));
    margin.setLeft(BigInteger.valueOf(MARGIN));
    margin.setRight(BigInteger.valueOf(MARGIN));
    document.getProperties().getCoreProperties().setTitle(title);
    document.getProperties().getCoreProperties().setCreator("Lianbing");
    XWPFParagraph below = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    below.setAlignment(ParagraphAlignment.CENTER);
    write(below, foot, SONG, 9, false);
    XWPFParagraph head = document.createParagraph();
    head.setAlignment(ParagraphAlignment.CENTER);
    head.setSpacingAfter(200);
    write(head, title, HEI, 18, true);
  }

  @Override
  public WordPage heading(String text) {
    XWPFParagraph heading = document.createParagraph();
    heading.setSpacingBefore(240);
    heading.setSpacingAfter(120);
    heading.setKeepNext(true);
    write(heading, text, HEI, 13, true);
    return this;
  }

  @Override
  public WordPage paragraph(String text, Align align) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(of(align));
    paragraph.setSpacingAfter(60);
    paragraph.setSpacingBetween(1.3);
    write(paragraph, text, SONG, 10.5, false);
    return this;
  }

  @Override
  public WordPage facts(Map<String, String> facts) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    for (var fact : facts.entrySet()) {
      row.addAll(List.of(fact.getKey(), fact.getValue()));
      if (row.size() == 4) {
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    if (!row.isEmpty()) rows.add(List.of(row.get(0), row.get(1), "", ""));
    grid(List.of(1f, 2.2f, 1f, 2.2f), rows, Align.LEFT);
    return this;
  }

  @Override
  public WordPage table(List<Column> columns, Iterable<? extends List<?>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(columns.stream().map(Column::title).toList()));
    for (List<?> row : rows) all.add(row.stream().limit(columns.size()).map(cell -> cell == null ? "" : cell.toString()).toList());
    XWPFTable table = grid(columns.stream().map(Column::share).toList(), all, Align.LEFT);
    table.getRow(0).setRepeatHeader(true);
    for (XWPFTableCell cell : table.getRow(0).getTableCells()) cell.getParagraphArray(0).setAlignment(ParagraphAlignment.CENTER);
    return this;
  }

  private XWPFTable grid(List<Float> shares, List<List<String>> rows, Align align) {
    XWPFTable table = document.createTable(rows.size(), shares.size());
    table.setWidth("100%");
    float all = (float) shares.stream().mapToDouble(Float::doubleValue).sum();
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow row = table.getRow(r);
      row.setCantSplitRow(true);
      for (int c = 0; c < shares.size(); c++) {
        XWPFTableCell cell = row.getCell(c);
        cell.setWidth(Math.round(100 * shares.get(c) / all) + "%");
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setAlignment(of(align));
        write(paragraph, rows.get(r).get(c), SONG, 10.5, false);
      }
    }
    document.createParagraph().setSpacingAfter(0);
    return table;
  }

  @Override
  public WordPage picture(byte[] picture, int width, int height, String shows) {
    boolean png = picture.length > 1 && picture[1] == 'P';
    double scale = Math.min(1, (double) PICTURE / width);
    try {
      document.createParagraph().createRun().addPicture(new ByteArrayInputStream(picture), png ? Document.PICTURE_TYPE_PNG : Document.PICTURE_TYPE_JPEG, shows, Units.toEMU(width * scale), Units.toEMU(height * scale)).getCTPicture().getNvPicPr().getCNvPr().setDescr(shows);
      return this;
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalArgumentException("no picture that a document takes", e);
    }
  }

  private static void write(XWPFParagraph paragraph, String text, String font, double size, boolean bold) {
    XWPFRun run = paragraph.createRun();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) run.addBreak();
      run.setText(printable(lines[i]));
    }
    run.setFontSize(size);
    run.setBold(bold);
    run.setFontFamily(font);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    CTFonts fonts = properties.sizeOfRFontsArray() == 0 ? properties.addNewRFonts() : properties.getRFontsArray(0);
    fonts.setEastAsia(font);
    fonts.setAscii(font);
    fonts.setHAnsi(font);
  }

  /** XML has no word for other control characters. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "");
  }

  private static ParagraphAlignment of(Align align) {
    return switch (align) {
      case LEFT -> ParagraphAlignment.LEFT;
      case CENTER -> ParagraphAlignment.CENTER;
      case RIGHT -> ParagraphAlignment.RIGHT;
    };
  }

  @Override
  public void close() {
    try (document) {
      document.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
