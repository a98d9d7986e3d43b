package cn.lianbing.paper.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.ItemImages;
import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.PrintedPaper;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.WordPage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;

/** A paper with every type as a Word file, read back. */
class PaperPrintTest {
  private static final PrintedPaper PAPER = new PrintedPaper(List.of(
      new PrintedPaper.Section(ItemType.ORDER, 1, 20, 20, List.of(printed(1, ItemType.ORDER, 0, null, "排出先后 ![流程](image:3)", List.of("决定", "立案", "告知"), List.of(), List.of("B", "C", "A"), List.of()))),
      new PrintedPaper.Section(ItemType.MATCH, 1, 30, 30, List.of(printed(2, ItemType.MATCH, 0, null, "连线", List.of("声誉罚", "财产罚"), List.of("警告", "罚款"), List.of("A", "B"), List.of()))),
      new PrintedPaper.Section(ItemType.CASE, 1, 50, 50, List.of(printed(3, ItemType.TRUE_FALSE, 2, "某局\n| 时间 | 事 |\n| --- | --- |\n| 三月 | 立案 <b> |", "对吗", List.of(), List.of(), List.of("A"), List.of()),
          printed(4, ItemType.SHORT_TEXT, 0, null, "指出错误", List.of(), List.of(), List.of(), List.of(new AnswerKey.Point("未告知", 15), new AnswerKey.Point("未听证", 20)))))));

  private static PrintedPaper.Printed printed(int no, ItemType type, int caseOf, String material, String stem, List<String> options, List<String> left, List<String> key, List<AnswerKey.Point> points) {
    return new PrintedPaper.Printed(no, type, 10, caseOf, material, stem, options, left, key, points, List.of("行政处罚法第五十七条"), "见条文。");
  }

  @Test
  void the_paper_has_columns_material_tables_and_pictures() throws IOException {
    try (XWPFDocument document = word(print -> print.paper(PAPER)); XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      String text = words.getText();
      for (String part : List.of("1. 排出先后", "A. 决定", "（2）罚款", "阅读下面的材料，回答第 3 至 4 题", "三月", "立案 <b>", "3. 对吗（　　）", "三、案例分析题（共 1 题，每题 5 分，共 5 分）")) assertTrue(text.contains(part), part + " in " + text);
      assertFalse(text.contains("未告知"), "no key");
      assertEquals(1, document.getAllPictures().size());
      assertEquals(2, document.getTables().size());
    }
  }

  @Test
  void chinese_letters_have_a_font_of_their_own() throws IOException {
    try (XWPFDocument document = word(print -> print.paper(PAPER))) {
      for (XWPFParagraph paragraph : document.getParagraphs()) for (XWPFRun run : paragraph.getRuns()) if (!run.text().isBlank()) assertTrue(List.of("宋体", "黑体").contains(run.getFontFamily(XWPFRun.FontCharRange.eastAsia)), run.text());
    }
  }

  @Test
  void the_key_has_each_type_in_its_own_way() throws IOException {
    try (XWPFDocument document = word(print -> print.key(PAPER)); XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      for (String part : List.of("B C A", "1–A　2–B", "正确", "未告知（1.5 分）", "行政处罚法第五十七条")) assertTrue(words.getText().contains(part), part);
    }
  }

  @Test
  void the_sheet_leaves_room_to_write() throws IOException {
    try (XWPFDocument document = word(print -> print.answers(PAPER)); XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      assertTrue(words.getText().contains("（2）____"), words.getText());
      assertEquals(4, document.getTables().size());
    }
  }

  private static XWPFDocument word(Consumer<PaperPrint> write) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WordPage page = new WordPage(out, "行政执法考试", "A 卷")) {
      write.accept(new PaperPrint(page, Texts.in(Locale.SIMPLIFIED_CHINESE), id -> Optional.of(new ItemImages.Content("image/png", 40, 30, png(), "x"))));
    }
    return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
  }

  private static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
