package cn.lianbing.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.DefaultSplitCharacter;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * A PDF as an office files it: A4, black on white, title, facts, tables whose head repeats on each page, a place for signatures,
 * and at the foot what it is, when it was printed, and the page's number. Texts are drawn, never interpreted, so nothing that
 * somebody typed can become markup. Write from top to bottom, then close.
 */
public final class PrintedPage implements PrintedText {
  /** How a column's cells stand. */
  public enum Align { LEFT, CENTER, RIGHT }

  /** @param share of the width, relative to the other columns */
  public record Column(String title, float share, Align align) {
    public Column(String title, float share) {
      this(title, share, Align.LEFT);
    }
  }

  private static final String OPENING = "（《〈“‘【〔";
  private static final String CLOSING = "）》〉”’】〕，。、；：？！…％";
  private static final Color LINE = new Color(0x66, 0x66, 0x66);
  private static final Color HEAD = new Color(0xEE, 0xEE, 0xEE);
  private static final float MARGIN = 56;
  private static final float PICTURE_HEIGHT = 420;
  private final BaseFont face = PrintFont.find();
  private final Document document;
  private final PdfWriter writer;

  /**
   * @param foot stands at the foot of each page beside its number: what this is and when it was printed
   * @param wide landscape, for lists with many columns
   * @throws Refused no-print-font where the machine has no Chinese font
   */
  public PrintedPage(OutputStream out, String title, String foot, boolean wide) {
    document = new Document(wide ? PageSize.A4.rotate() : PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    try {
      writer = PdfWriter.getInstance(document, out);
    } catch (DocumentException e) {
      throw new IllegalStateException("no PDF could be begun", e);
    }
    writer.setPageEvent(new Foot(foot));
    document.addTitle(title);
    document.addCreator("Lianbing");
    document.open();
    Paragraph head = new Paragraph(words(title, font(18, Font.BOLD)));
    head.setAlignment(Element.ALIGN_CENTER);
    head.setSpacingAfter(14);
    add(head);
  }

  /** A heading within the page. */
  @Override
  public PrintedPage heading(String text) {
    Paragraph heading = new Paragraph(words(text, font(13, Font.BOLD)));
    heading.setSpacingBefore(12);
    heading.setSpacingAfter(6);
    add(heading);
    return this;
  }

  /** A paragraph of running text with the first line set in by two characters, as official letters have it. */
  public PrintedPage letter(String text) {
    Paragraph paragraph = new Paragraph(words(text, font(13, Font.NORMAL)));
    paragraph.setFirstLineIndent(26);
    paragraph.setLeading(26);
    paragraph.setSpacingAfter(6);
    add(paragraph);
    return this;
  }

  @Override
  public PrintedPage paragraph(String text, Align align) {
    Paragraph paragraph = new Paragraph(words(text, font(10.5f, Font.NORMAL)));
    paragraph.setLeading(17);
    paragraph.setAlignment(element(align));
    paragraph.setSpacingAfter(4);
    add(paragraph);
    return this;
  }

  /** Labels and what they say, two pairs a line. */
  @Override
  public PrintedPage facts(Map<String, String> facts) {
    PdfPTable table = new PdfPTable(new float[] {1, 2.2f, 1, 2.2f});
    table.setWidthPercentage(100);
    table.setSpacingAfter(8);
    facts.forEach((label, fact) -> {
      table.addCell(cell(label, Align.LEFT, HEAD));
      table.addCell(cell(fact, Align.LEFT, null));
    });
    if (facts.size() % 2 == 1) {
      table.addCell(cell("", Align.LEFT, HEAD));
      table.addCell(cell("", Align.LEFT, null));
    }
    add(table);
    return this;
  }

  /** @param rows as many cells as columns; null is an empty cell */
  @Override
  public PrintedPage table(List<Column> columns, Iterable<? extends List<?>> rows) {
    float[] shares = new float[columns.size()];
    for (int i = 0; i < shares.length; i++) shares[i] = columns.get(i).share();
    PdfPTable table = new PdfPTable(shares);
    table.setWidthPercentage(100);
    table.setHeaderRows(1);
    table.setSpacingAfter(8);
    for (Column column : columns) table.addCell(cell(column.title(), Align.CENTER, HEAD));
    for (List<?> row : rows) for (int i = 0; i < shares.length; i++) table.addCell(cell(row.get(i) == null ? "" : row.get(i).toString(), columns.get(i).align(), null));
    add(table);
    return this;
  }

  @Override
  public PrintedPage picture(byte[] picture, int width, int height, String shows) {
    try {
      Image image = Image.getInstance(picture);
      image.scaleToFit(Math.min(width, document.getPageSize().getWidth() - 2 * MARGIN), PICTURE_HEIGHT);
      image.setSpacingAfter(6);
      image.setAlt(shows);
      add(image);
      return this;
    } catch (IOException | DocumentException e) {
      throw new IllegalArgumentException("no picture that a page takes", e);
    }
  }

  /** A QR code of the text, and under it what it is for. */
  public PrintedPage qr(String text, String caption) {
    Image image = code(text, 110);
    image.setAlignment(Element.ALIGN_CENTER);
    add(image);
    return paragraph(caption, Align.CENTER);
  }

  /** A QR code of each text with one caption, to be cut apart: three in a row, none over two pages. */
  public PrintedPage slips(List<String> texts, String caption) {
    PdfPTable table = new PdfPTable(3);
    table.setWidthPercentage(100);
    table.setSplitRows(false);
    for (String text : texts) {
      PdfPCell cell = new PdfPCell();
      cell.setPadding(8);
      cell.setBorderColor(LINE);
      cell.setBorderWidth(0.5f);
      Image image = code(text, 100);
      image.setAlignment(Element.ALIGN_CENTER);
      cell.addElement(image);
      Paragraph below = new Paragraph(13, caption, font(9, Font.NORMAL));
      below.setAlignment(Element.ALIGN_CENTER);
      cell.addElement(below);
      table.addCell(cell);
    }
    table.getDefaultCell().setBorder(Rectangle.NO_BORDER);
    table.completeRow();
    add(table);
    return this;
  }

  private static Image code(String text, float side) {
    try {
      BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
      int dots = matrix.getWidth();
      byte[] bits = new byte[dots * ((dots + 7) / 8)];
      for (int y = 0; y < dots; y++) for (int x = 0; x < dots; x++) if (!matrix.get(x, y)) bits[y * ((dots + 7) / 8) + x / 8] |= (byte) (0x80 >> (x % 8));
      Image image = Image.getInstance(dots, dots, 1, 1, bits);
      image.scaleAbsolute(side, side);
      return image;
    } catch (WriterException | DocumentException e) {
      throw new IllegalArgumentException("no QR code for this text", e);
    }
  }

  /** Room at the end for who signs and when, to the right. */
  public PrintedPage signed(String... lines) {
    for (int i = 0; i < lines.length; i++) {
      Paragraph line = new Paragraph(lines[i], font(12, Font.NORMAL));
      line.setAlignment(Element.ALIGN_RIGHT);
      line.setSpacingBefore(i == 0 ? 40 : 8);
      add(line);
    }
    return this;
  }

  @Override
  public void close() {
    document.close();
  }

  private void add(Element element) {
    try {
      document.add(element);
    } catch (DocumentException e) {
      throw new IllegalStateException("the page does not take this", e);
    }
  }

  /** No line begins with a closing mark or ends with an opening one. */
  private static Chunk words(String text, Font font) {
    Chunk words = new Chunk(text == null ? "" : text, font);
    words.setSplitCharacter((start, current, end, characters, chunks) -> DefaultSplitCharacter.DEFAULT.isSplitCharacter(start, current, end, characters, chunks)
        && OPENING.indexOf(characters[current]) < 0 && (current + 1 >= end || CLOSING.indexOf(characters[current + 1]) < 0));
    return words;
  }

  private PdfPCell cell(String text, Align align, Color ground) {
    PdfPCell cell = new PdfPCell(new Phrase(15, words(text, font(10.5f, Font.NORMAL))));
    cell.setHorizontalAlignment(element(align));
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setPadding(5);
    cell.setPaddingTop(3);
    cell.setMinimumHeight(22);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.5f);
    if (ground != null) cell.setBackgroundColor(ground);
    return cell;
  }

  private Font font(float size, int style) {
    return new Font(face, size, style);
  }

  private static int element(Align align) {
    return switch (align) {
      case LEFT -> Element.ALIGN_LEFT;
      case CENTER -> Element.ALIGN_CENTER;
      case RIGHT -> Element.ALIGN_RIGHT;
    };
  }

  private final class Foot extends PdfPageEventHelper {
    private final String text;

    Foot(String text) {
      this.text = text;
    }

    @Override
    public void onEndPage(PdfWriter page, Document onto) {
      Rectangle size = onto.getPageSize();
      ColumnText.showTextAligned(page.getDirectContent(), Element.ALIGN_LEFT, new Phrase(text, font(9, Font.NORMAL)), MARGIN, 32, 0);
      ColumnText.showTextAligned(page.getDirectContent(), Element.ALIGN_RIGHT, new Phrase(String.valueOf(page.getPageNumber()), font(9, Font.NORMAL)), size.getWidth() - MARGIN, 32, 0);
    }
  }
}
