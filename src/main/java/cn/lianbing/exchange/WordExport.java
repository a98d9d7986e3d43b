package cn.lianbing.exchange;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemPart;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.Option;
import cn.lianbing.platform.Marks;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Items as a Word document that a teacher can read and change, and that {@link WordItems} takes back: numbered questions under headings, their facts on lines with names. */
final class WordExport {
  private static final String FONT = "宋体";
  private static final String HEADING = "黑体";
  private static final int SIZE = 11;
  private static final int HEADING_SIZE = 13;
  private static final String NUMERALS = "一二三四五六七八九十";
  private final XWPFDocument document;
  private ItemType type;
  private int sections;
  private int number;

  private WordExport(XWPFDocument document) {
    this.document = document;
  }

  /** Whole in memory, as the library has it: some megabytes for a thousand items. */
  static void write(OutputStream out, Carried items) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      WordExport export = new WordExport(document);
      for (Items.Whole item : items) export.item(item);
      document.write(out);
    }
  }

  private void item(Items.Whole item) {
    ItemContent content = item.content();
    if (content.type() != type) {
      type = content.type();
      line(NUMERALS.charAt(Math.min(sections++, NUMERALS.length() - 1)) + "、" + Notation.word(type), HEADING, HEADING_SIZE);
    }
    line(++number + ". " + content.stem());
    if (content.material() != null) note(Found.Part.MATERIAL, content.material());
    note(Found.Part.CODE, item.code());
    ItemPart asked = content.asked(0);
    answered(asked, item.key());
    note(Found.Part.TOPIC, content.topic());
    Notes.facts(content).forEach(this::note);
    explained(asked);
    for (int i = 0; i < content.parts().size(); i++) question(i + 1, content.parts().get(i), item.key().parts().get(i));
    line("");
  }

  private void question(int at, ItemPart part, AnswerKey key) {
    line("（" + at + "）" + part.stem());
    note(Found.Part.TYPE, Notation.word(part.type()));
    answered(part, key);
    note(Found.Part.MARKS, Marks.text(part.marks()));
    explained(part);
  }

  private void answered(ItemPart asked, AnswerKey key) {
    if (!asked.left().isEmpty()) note(Found.Part.LEFT, Notation.numbered(asked.left()));
    for (Option option : asked.options()) line(option.key() + ". " + option.text());
    String right = Notes.key(asked.type(), key);
    if (!right.isEmpty()) note(asked.type() == ItemType.SHORT_TEXT ? Found.Part.POINTS : Found.Part.KEY, right);
  }

  private void explained(ItemPart asked) {
    if (!asked.rationale().isEmpty()) note(Found.Part.RATIONALE, asked.rationale());
    Notes.basis(asked.basis()).forEach(this::line);
  }

  private void note(Found.Part part, String value) {
    line(Notes.line(part, value));
  }

  private void line(String text) {
    line(text, FONT, SIZE);
  }

  /** One paragraph, whatever lines it has: so a line in the middle of a text is never taken for a beginning. */
  private void line(String text, String font, int size) {
    XWPFParagraph paragraph = document.createParagraph();
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(font);
    run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
    run.setFontSize(size);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) run.addBreak();
      run.setText(lines[i], i);
    }
  }
}
