package cn.lianbing.exchange;

import cn.lianbing.bank.ItemDraft;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that items are typed into, with two rows that show how and a second sheet that explains. */
public final class ItemTemplate {
  private static final List<String> NEEDED = Stream.of(Found.Part.CODE, Found.Part.TYPE, Found.Part.STEM, Found.Part.KEY, Found.Part.LAW, Found.Part.VERSION, Found.Part.ARTICLES, Found.Part.TOPIC, Found.Part.RATIONALE).map(Found.Part::word).toList();
  private static final int ROWS = 2_000;
  private static final int WIDE = 50;

  private ItemTemplate() {}

  /** Column names; a star marks those that every row needs. */
  static List<String> headers() {
    List<String> headers = new ArrayList<>(List.of(Found.Part.CODE.word(), Found.Part.TYPE.word(), Found.Part.STEM.word()));
    for (char letter = 'A'; letter <= 'F'; letter++) headers.add(Found.Part.OPTIONS.word() + letter);
    headers.addAll(List.of(Found.Part.KEY.word(), Found.Part.LAW.word(), Found.Part.VERSION.word(), Found.Part.ARTICLES.word(), Found.Part.QUOTES.word(), Found.Part.TOPIC.word(), Found.Part.STAGE.word(), Found.Part.FIELD.word(), Found.Part.DIFFICULTY.word(), Found.Part.RATIONALE.word()));
    return headers.stream().map(name -> NEEDED.contains(name) ? name + "*" : name).toList();
  }

  public static void write(OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Lianbing", "1.0");
    items(book.newWorksheet("试题"));
    explanation(book.newWorksheet("填写说明"));
    book.finish();
  }

  private static void items(Worksheet sheet) {
    List<String> headers = headers();
    row(sheet, 0, headers);
    sheet.range(0, 0, 0, headers.size() - 1).style().bold().fillColor("E3ECEA").set();
    sheet.freezePane(0, 1);
    row(sheet, 1, List.of("示例-1", "单选", "一般违法行为自发生之日起多长时间未被发现的，行政机关不再给予行政处罚？", "一年", "二年", "三年", "五年", "", "", "B",
        "行政处罚法", "2021修订", "36", "二年内未被发现", "行政处罚/追责时效", "立案", "通用", "2", "生命健康安全、金融安全领域且有危害后果的，期限为五年。"));
    row(sheet, 2, List.of("示例-2", "填空", "当事人应当自收到行政处罚决定书之日起____日内缴纳罚款；确有经济困难的，经____批准，可以暂缓缴纳。", "", "", "", "", "", "", "十五/15;行政机关",
        "行政处罚法", "2021修订", "66;67", "经当事人申请和行政机关批准|收到行政处罚决定书之日起十五日内", "行政处罚/执行", "执行", "通用", "3", "暂缓或者分期缴纳须先申请，由作出决定的行政机关批准。"));
    for (int column = 0; column < headers.size(); column++) {
      String name = headers.get(column).replace("*", "");
      sheet.width(column, List.of(Found.Part.STEM.word(), Found.Part.RATIONALE.word()).contains(name) ? WIDE : List.of(Found.Part.QUOTES.word(), Found.Part.TOPIC.word(), Found.Part.LAW.word()).contains(name) ? 24 : 14);
      // Text, so that Excel leaves 1-2 and 3月 alone.
      sheet.style(column).format("@").set();
      if (name.equals(Found.Part.TYPE.word())) choice(sheet, column, "单选,多选,判断,填空");
      else if (name.equals(Found.Part.STAGE.word())) choice(sheet, column, String.join(",", new TreeSet<>(ItemDraft.STAGES)));
      else if (name.equals(Found.Part.DIFFICULTY.word())) choice(sheet, column, "1,2,3,4,5");
    }
  }

  private static void choice(Worksheet sheet, int column, String values) {
    sheet.range(1, column, ROWS, column).validateWithListByFormula("\"" + values + "\"");
  }

  private static void explanation(Worksheet sheet) {
    sheet.width(0, 14);
    sheet.width(1, 100);
    List<List<String>> lines = List.of(
        List.of("列", "怎样填"),
        List.of("说明", "带 * 的列每题必填。列的先后可以调换；现成的表也可以直接用：题目、正确答案、考点、法律依据等常用列名都认得，标题行、竖着合并的单元格不用改。代码以“示例”开头的行不会导入，可以删掉。"),
        List.of("代码", "字母、数字和 -，3 至 40 位，如 XZCF-036-01。永远不变、不重复使用：库里已有这个代码的，导入后成为这道题的新版本。"),
        List.of("题型", "单选、多选、判断、填空。"),
        List.of("题干", "最多 2000 字。填空题每个空写四个下划线 ____。"),
        List.of("选项A—F", "单选至少 3 个，多选至少 4 个，从 A 起连续；判断、填空不填。"),
        List.of("答案", "单选 B；多选 AC 或 A,C；判断 对 或 错；填空：同一个空的不同写法用 / 分开，空与空用 ; 分开，如 十五/15;行政机关。"),
        List.of("法律、版本", "与题库里的写法一致，如 行政处罚法、2021修订。题库里还没有的版本，请先用 YAML 文件写明施行日期。"),
        List.of("条文", "第几条，阿拉伯数字：36；几条用 ; 分开：36;37。"),
        List.of("条文原文", "决定答案的最短一句，照抄，最多 60 字。几条时按次序用 | 或者换行分开。也可以把法律、版本、条文、原文写在“依据”一列：《行政处罚法》（2021修订）第三十六条：二年内未被发现，一条一行。"),
        List.of("知识点", "从大到小用 / 分开：行政处罚/追责时效。请先用已有的。"),
        List.of("办案环节", "立案、调查取证、告知、听证、决定、送达、执行、救济、监督、通则；不填算通则。"),
        List.of("领域", "执法领域，如 市场监管；不填算通用。"),
        List.of("难度", "1 至 5，或者易、较易、中、较难、难：1 记得条文即可，3 要会区分，5 要综合几条。不填算 3。"),
        List.of("解析", "为什么对，为什么别的不对。成绩公布后考生能看到。"));
    for (int row = 0; row < lines.size(); row++) row(sheet, row, lines.get(row));
    sheet.range(0, 0, 0, 1).style().bold().set();
    sheet.range(0, 1, lines.size() - 1, 1).style().wrapText(true).set();
  }

  private static void row(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) if (!cells.get(column).isEmpty()) sheet.value(row, column, cells.get(column));
  }
}
