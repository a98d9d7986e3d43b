package cn.lianbing.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.platform.ImportReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Questions as teachers write them in Word. */
class WordTest {
  @Test
  void sections_options_in_one_line_answers_in_brackets_and_answers_at_the_end() throws IOException {
    ItemFile file = read("""
        2026年行政执法人员法律知识练习题
        姓名：________ 单位：________
        一、单项选择题（每题2分，共4分）
        1、一般违法行为多长时间未被发现的，不再给予行政处罚？（ B ）
        A. 一年    B. 二年    C. 三年    D. 五年
        依据：《行政处罚法》（2021修订）第三十六条：二年内未被发现
        2．听证应当在举行的几日前通知当事人？
        A．三日  B．五日
        C．七日  D．十日
        二、多项选择题
        1. 证据包括（    ）。
        A.书证
        B.物证
        C.道听途说
        D.电子数据
        【答案】A、B、D
        【解析】见第四十六条。
        续写的解析。
        【依据】《行政处罚法》（2021修订）第四十六条：证据包括
        三、判断题
        1. 当事人要求听证的，应当在告知后五日内提出。（√）
        2. 听证费用由当事人承担。
        参考答案
        一、单项选择题
        1-2 BC
        三、判断题
        2. 错
        """);
    assertEquals(List.of(), file.errors());
    assertEquals(List.of("SINGLE", "SINGLE", "MULTIPLE", "TRUE_FALSE", "TRUE_FALSE"), file.drafts().stream().map(ItemDraft::type).toList());
    assertEquals(List.of("B"), file.drafts().get(0).key());
    assertEquals("一般违法行为多长时间未被发现的，不再给予行政处罚？（　）", file.drafts().get(0).stem());
    assertEquals(Map.of("A", "一年", "B", "二年", "C", "三年", "D", "五年"), file.drafts().get(0).options());
    assertEquals(List.of("C"), file.drafts().get(1).key());
    assertEquals("十日", file.drafts().get(1).options().get("D"));
    assertEquals(List.of("A", "B", "D"), file.drafts().get(2).key());
    assertEquals("见第四十六条。\n续写的解析。", file.drafts().get(2).rationale());
    assertEquals("证据包括", file.drafts().get(2).basis().get(0).quote());
    assertEquals(List.of("true"), file.drafts().get(3).key());
    assertEquals(List.of("false"), file.drafts().get(4).key());
  }

  @Test
  void a_table_of_answers_and_a_case_with_questions_of_its_own() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      for (String line : """
          一、单选题
          1. 罚款数额达到多少应当告知听证？
          A. 甲
          B. 乙
          C. 丙
          二、案例分析题
          2. 
          材料：2026年3月，某镇执法人员到某餐馆检查。
          知识点：行政处罚/普通程序
          （1）下列做法正确的有？
          题型：多选题
          A. 出示证件
          B. 一人检查
          C. 制作笔录
          D. 告知权利
          答案：ACD
          分值：3
          （2）指出程序上的问题。
          题型：简答题
          得分点：只有一人检查（2分）
          得分点：没有告知（1.5分）
          分值：3.5
          答案
          """.lines().toList()) document.createParagraph().createRun().setText(line);
      XWPFTable table = document.createTable(2, 3);
      String[][] cells = {{"题号", "1", "9"}, {"答案", "C", "A"}};
      for (int row = 0; row < 2; row++) for (int column = 0; column < 3; column++) table.getRow(row).getCell(column).setText(cells[row][column]);
      ItemFile file = WordItems.read(bytes(document));
      assertEquals(List.of("exchange.noQuestion"), codes(file), "the table answers a question that there is not");
      assertEquals(List.of("C"), file.drafts().get(0).key());
      ItemDraft whole = file.drafts().get(1);
      assertEquals("CASE", whole.type());
      assertEquals("2026年3月，某镇执法人员到某餐馆检查。", whole.material());
      assertEquals(List.of("A", "C", "D"), whole.parts().get(0).question().key());
      assertEquals("3", whole.parts().get(0).marks());
      assertEquals("1.5", whole.parts().get(1).question().points().get(1).marks());
    }
  }

  @Test
  void numbers_that_word_itself_draws_count() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      BigInteger questions = list(document, 0, STNumberFormat.DECIMAL, "%1.");
      BigInteger letters = list(document, 1, STNumberFormat.UPPER_LETTER, "%1.");
      BigInteger more = list(document, 2, STNumberFormat.UPPER_LETTER, "%1.");
      paragraph(document, "行政拘留由谁决定？", questions);
      for (String option : List.of("公安机关", "司法局", "人民法院")) paragraph(document, option, letters);
      paragraph(document, "答案：A", null);
      paragraph(document, "吊销许可证件以前应当告知什么？", questions);
      for (String option : List.of("听证的权利", "复议的期限", "诉讼的费用")) paragraph(document, option, more);
      paragraph(document, "答案：A", null);
      ItemFile file = WordItems.read(bytes(document));
      assertEquals(List.of(), file.errors());
      assertEquals(2, file.drafts().size());
      assertEquals(Map.of("A", "听证的权利", "B", "复议的期限", "C", "诉讼的费用"), file.drafts().get(1).options());
    }
  }

  @Test
  void what_is_not_understood_is_said_and_nothing_is_dropped() throws IOException {
    assertEquals(List.of("exchange.noQuestions"), codes(read("只有标题")));
    assertEquals(List.of("exchange.twoKeys"), codes(read("1. 甲？\nA. 一\nB. 二\nC. 三\n答案：A\n答案\n1. B")));
    assertTrue(codes(read("1. 甲？\n答案：A\n分节：不知道\n答案\n这里写了别的话")).contains("exchange.stray"));
  }

  @Test
  void what_is_no_document_or_made_to_harm_is_an_error() throws IOException {
    assertEquals(List.of("exchange.word"), codes(WordItems.read("不是文档".getBytes(StandardCharsets.UTF_8))));
    assertEquals(List.of("exchange.word"), codes(WordItems.read(new byte[] {'P', 'K', 3, 4, 0})));
    assertEquals(List.of("file.size"), codes(WordItems.read(new byte[11 * 1024 * 1024])));
    byte[] bomb = zip("word/document.xml", "<?xml version='1.0'?><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + " ".repeat(70_000_000) + "</w:body></w:document>");
    assertTrue(List.of(List.of("file.inflated"), List.of("exchange.word")).contains(codes(WordItems.read(bomb))));
    byte[] entity = zip("word/document.xml", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>1. &y;</w:t></w:r></w:p></w:body></w:document>");
    assertEquals(List.of("exchange.word"), codes(WordItems.read(entity)));
  }

  private static BigInteger list(XWPFDocument document, int id, STNumberFormat.Enum format, String text) {
    CTAbstractNum numbering = CTAbstractNum.Factory.newInstance();
    numbering.setAbstractNumId(BigInteger.valueOf(id));
    var level = numbering.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
    level.addNewStart().setVal(BigInteger.ONE);
    var all = document.getNumbering() == null ? document.createNumbering() : document.getNumbering();
    return all.addNum(all.addAbstractNum(new XWPFAbstractNum(numbering)));
  }

  private static void paragraph(XWPFDocument document, String text, BigInteger list) {
    var paragraph = document.createParagraph();
    if (list != null) {
      paragraph.setNumID(list);
      paragraph.setNumILvl(BigInteger.ZERO);
    }
    paragraph.createRun().setText(text);
  }

  private static ItemFile read(String lines) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      for (String line : lines.lines().toList()) document.createParagraph().createRun().setText(line);
      return WordItems.read(bytes(document));
    }
  }

  private static byte[] bytes(XWPFDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("_rels/.rels"));
      zip.write("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static List<String> codes(ItemFile file) {
    return file.errors().stream().map(ImportReport.Error::code).toList();
  }
}
