package cn.lianbing.annex;

import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
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
 * The annex as a DOCX in the form of official documents (GB/T 9704: A4, margins 37/35/28/26 mm, title 小标宋 22 pt, headings 黑体 and
 * text 仿宋 16 pt on lines of 28 pt, page numbers — 1 —). A machine without these fonts finds in the document which ones stand in.
 */
public final class AnnexDocument {
  private static final String TITLE = "方正小标宋简体";
  private static final String HEADING = "黑体";
  private static final String TEXT = "仿宋_GB2312";
  private static final String LATIN = "Times New Roman";
  private static final int TEXT_SIZE = 16;
  private static final int TABLE_SIZE = 11;
  private static final double LINE = 28;
  /** Twentieths of a point. */
  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;
  private static final int TOP = 2098;
  private static final int BOTTOM = 1984;
  private static final int LEFT = 1588;
  private static final int RIGHT = 1474;
  private static final List<Integer> WIDTHS = List.of(3700, 2044, 1500, 1600);
  private static final String FONT_TABLE = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
      <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
      <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>
      </w:fonts>
      """;

  private AnnexDocument() {}

  /** @param edition null: a draft, which says so */
  public static void write(Content content, AnnexEditions.Row edition, OutputStream out) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      page(document);
      fonts(document);
      document.getProperties().getCoreProperties().setTitle(content.title());
      document.getProperties().getCoreProperties().setCreator(texts().get("ui.bureau"));
      centred(document, content.title(), TITLE, 22);
      if (edition == null) centred(document, texts().get("annex.doc.draft"), TEXT, TEXT_SIZE);
      for (String paragraph : content.paragraphs()) section(document, paragraph);
      line(document, texts().get("annex.doc.table"), HEADING);
      table(document, content);
      if (edition != null) {
        small(document, texts().of("annex.doc.frozen", edition.number(), Times.text(edition.frozenAt()), edition.frozenBy()));
        small(document, texts().of("annex.doc.hash", edition.sha256()));
      }
      document.write(out);
    }
  }

  private static Texts texts() {
    return Texts.in(Texts.CHINESE);
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(BOTTOM));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setHeader(BigInteger.valueOf(851));
    margins.setFooter(BigInteger.valueOf(1400));
    margins.setGutter(BigInteger.ZERO);
    XWPFParagraph foot = document.createHeaderFooterPolicy().createFooter(org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
    foot.setAlignment(ParagraphAlignment.CENTER);
    run(foot, "— ", "宋体", 14);
    foot.getCTP().addNewFldSimple().setInstr("PAGE \\* MERGEFORMAT");
    run(foot, " —", "宋体", 14);
  }

  /** POI writes no table of fonts: it is where a document names the font that stands in for one that a machine lacks. */
  private static void fonts(XWPFDocument document) throws IOException {
    try {
      PackagePart part = document.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
      try (OutputStream to = part.getOutputStream()) {
        to.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
      }
      document.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("a name within the package is wrong", e);
    }
  }

  /** Number and title in 黑体, what follows in 仿宋, in one paragraph as the report has it. */
  private static void section(XWPFDocument document, String text) {
    int head = text.indexOf('。') + 1;
    XWPFParagraph paragraph = body(document);
    run(paragraph, text.substring(0, head), HEADING, TEXT_SIZE);
    run(paragraph, text.substring(head), TEXT, TEXT_SIZE);
  }

  private static void line(XWPFDocument document, String text, String font) {
    run(body(document), text, font, TEXT_SIZE);
  }

  private static XWPFParagraph body(XWPFDocument document) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(2 * TEXT_SIZE * 20);
    paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
    return paragraph;
  }

  private static void centred(XWPFDocument document, String text, String font, int size) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingBetween(size == TEXT_SIZE ? LINE : 36, LineSpacingRule.EXACT);
    paragraph.setSpacingAfter(size == TEXT_SIZE ? 280 : 0);
    run(paragraph, text, font, size);
  }

  private static void small(XWPFDocument document, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(80);
    run(paragraph, text, TEXT, TABLE_SIZE);
  }

  private static void table(XWPFDocument document, Content content) {
    List<Content.Row> rows = content.figures().stream().filter(row -> row.value().number() != null).toList();
    XWPFTable table = document.createTable(rows.size() + 1, WIDTHS.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth(WIDTHS.stream().mapToInt(Integer::intValue).sum());
    table.setCellMargins(40, 100, 40, 100);
    List<String> head = List.of("annex.doc.figure", "annex.doc.value", "annex.doc.last", "annex.doc.origin").stream().map(texts()::get).toList();
    table.getRow(0).setRepeatHeader(true);
    fill(table.getRow(0), head, HEADING);
    for (int i = 0; i < rows.size(); i++) {
      Content.Row row = rows.get(i);
      table.getRow(i + 1).setCantSplitRow(true);
      fill(table.getRow(i + 1), List.of("（" + row.section() + "）" + texts().get("annex.figure." + row.code()), row.value().text() + " " + row.unit(), row.last() == null ? "—" : row.last().text(), texts().get("annex.origin." + row.value().origin())), TEXT);
    }
  }

  private static void fill(XWPFTableRow row, List<String> cells, String font) {
    for (int i = 0; i < cells.size(); i++) {
      XWPFTableCell cell = row.getCell(i);
      cell.setWidth(String.valueOf(WIDTHS.get(i)));
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      XWPFParagraph paragraph = cell.getParagraphs().get(0);
      paragraph.setAlignment(i == 0 ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
      run(paragraph, cells.get(i), font, TABLE_SIZE);
    }
  }

  private static void run(XWPFParagraph paragraph, String text, String font, int size) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(size);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    CTFonts fonts = properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts();
    fonts.setEastAsia(font);
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setHint(org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint.EAST_ASIA);
  }
}
