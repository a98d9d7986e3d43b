package cn.lianbing.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.Basis;
import cn.lianbing.bank.ItemContent;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.Items;
import cn.lianbing.bank.WholeBank;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.SheetReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SheetItemsTest {

  @Test
  void the_templates_examples_are_good_items() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    ItemTemplate.write(template);
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream(template.toByteArray()));
    assertEquals(ItemTemplate.headers(), sheet.headers());
    List<List<String>> rows = sheet.rows().stream().map(row -> sheet.headers().stream().map(header -> row.get(header).replace("示例-", "SL-")).toList()).toList();
    ItemFile file = SheetItems.read(workbook(sheet.headers(), rows));
    List<Items.Whole> items = checked(file);
    assertEquals(List.of("SL-1", "SL-2"), items.stream().map(Items.Whole::code).toList());
    assertEquals(List.of("B"), items.get(0).key().choice());
    assertEquals(List.of(List.of("十五", "15"), List.of("行政机关")), items.get(1).key().blanks());
    assertEquals(List.of(66, 67), items.get(1).content().basis().stream().map(Basis::article).toList());
  }

  @Test
  void the_template_as_downloaded_holds_no_item() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    ItemTemplate.write(template);
    ItemFile file = SheetItems.read(template.toByteArray());
    assertEquals(List.of(), file.errors());
    assertEquals(List.of(), file.drafts());
  }

  @Test
  void an_item_survives_the_sheet() throws IOException {
    ItemDraft draft = one(row());
    assertEquals(2, draft.row());
    assertEquals(Map.of("A", "一年", "B", "二年", "C", "三年", "D", "五年"), draft.options());
    ItemContent content = checked(read(row())).get(0).content();
    assertEquals(List.of(new Basis("行政处罚法", "2021修订", 36, "二年内未被发现")), content.basis());
    assertEquals(List.of("通则", "通用"), List.of(content.stage(), content.field()));
  }

  @Test
  void types_have_chinese_and_english_names() throws IOException {
    for (String name : List.of("单选", "单选题", "单项选择题", "SINGLE", "single")) assertEquals("SINGLE", one(row("题型", name)).type());
    for (String name : List.of("多选", "多项选择题", "MULTIPLE")) assertEquals("MULTIPLE", one(row("题型", name)).type());
    for (String name : List.of("判断", "判断题", "TRUE_FALSE")) assertEquals("TRUE_FALSE", one(row("题型", name)).type());
    for (String name : List.of("填空", "FILL")) assertEquals("FILL", one(row("题型", name)).type());
    assertEquals("论述", one(row("题型", "论述")).type());
  }

  @Test
  void letters_come_in_many_forms() throws IOException {
    for (String key : List.of("AC", "A,C", "A、C", "a c", "Ａ，Ｃ", "A；C")) assertEquals(List.of("A", "C"), one(row("题型", "多选", "答案", key)).key(), key);
  }

  @Test
  void true_and_false_come_in_many_forms() throws IOException {
    for (String key : List.of("对", "正确", "true", "TRUE", "√")) assertEquals(List.of("true"), one(row("题型", "判断", "答案", key)).key(), key);
    for (String key : List.of("错", "错误", "false", "×")) assertEquals(List.of("false"), one(row("题型", "判断", "答案", key)).key(), key);
    assertEquals(List.of("也许"), one(row("题型", "判断", "答案", "也许")).key());
  }

  @Test
  void blanks_are_parted_by_semicolons_and_variants_by_slashes() throws IOException {
    assertEquals(List.of(List.of("十五", "15"), List.of("银行", "指定的银行")), one(row("题型", "填空", "答案", "十五/15；银行／指定的银行")).blanks());
  }

  @Test
  void several_articles_have_a_quote_each() throws IOException {
    assertEquals(List.of(new ItemDraft.DraftBasis(null, null, "36", "二年内"), new ItemDraft.DraftBasis(null, null, "37", "从旧兼从轻")), one(row("条文", "第36条；37", "条文原文", "二年内|从旧兼从轻")).basis());
    assertEquals(List.of("36", "37"), one(row("条文", "36;37", "条文原文", "")).basis().stream().map(ItemDraft.DraftBasis::article).toList());
    assertEquals(List.of(ImportReport.Error.of(2, "quote", "item.quotes", 2, 1)), read(row("条文", "36;37")).errors());
  }

  @Test
  void columns_may_come_in_any_order_and_with_or_without_stars() throws IOException {
    List<String> headers = new ArrayList<>(row().keySet());
    java.util.Collections.reverse(headers);
    Map<String, String> row = row();
    ItemFile file = SheetItems.read(workbook(headers.stream().map(name -> name + " *").toList(), List.of(headers.stream().map(row::get).toList())));
    assertEquals(1, checked(file).size());
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    Map<String, String> row = row();
    row.remove("答案");
    assertEquals(List.of(ImportReport.Error.of(1, "答案", "file.column", "答案")), SheetItems.read(workbook(List.copyOf(row.keySet()), List.of(List.copyOf(row.values())))).errors());
  }

  @Test
  void the_whole_bank_survives_the_sheet() throws IOException {
    List<Items.Whole> bank = WholeBank.items();
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    ExchangeFormat.XLSX.write(sheet, bank);
    assertEquals(bank, checked(ExchangeFormat.XLSX.read(sheet.toByteArray())));
  }

  @Test
  void a_clerks_sheet_has_a_title_merged_cells_and_names_of_its_own() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("题库");
      sheet.value(0, 0, "2026年执法人员考试题库");
      sheet.range(0, 0, 0, 9).merge();
      List<List<String>> rows = List.of(List.of("序号", "题目类型", "题目", "A", "选项Ｂ", "C选项", "选项 D", "正确答案", "难易程度", "考点", "法律依据", "答案解析", "分值"),
          List.of("1", "多项选择题", "哪些属于行政处罚？", "警告", "罚款", "记过", "拘留", "Ａ Ｂ、D", "中", "行政处罚/种类", "《行政处罚法》（2021修订）第九条：警告、通报批评", "记过是处分。", "2"),
          List.of("2", "", "哪些不属于？", "警告", "记过", "降级", "撤职", "BCD", "难", "", "《行政处罚法》（2021修订）第九条", "都是处分。", "2"));
      for (int row = 0; row < rows.size(); row++) for (int column = 0; column < rows.get(row).size(); column++) if (!rows.get(row).get(column).isEmpty()) sheet.value(row + 1, column, rows.get(row).get(column));
      sheet.range(2, 1, 3, 1).merge();
      sheet.range(2, 9, 3, 9).merge();
    }
    List<Items.Whole> items = checked(SheetItems.read(out.toByteArray()));
    assertEquals(List.of(List.of("A", "B", "D"), List.of("B", "C", "D")), items.stream().map(one -> one.key().choice()).toList());
    assertEquals(List.of("行政处罚/种类", "行政处罚/种类"), items.stream().map(one -> one.content().topic()).toList());
    assertEquals(List.of(3, 5), items.stream().map(one -> one.content().difficulty()).toList());
    assertEquals(List.of(new Basis("行政处罚法", "2021修订", 9, "警告、通报批评")), items.get(0).content().basis());
    assertTrue(items.get(0).code().matches("WB-[0-9A-F]{12}"));
  }

  @Test
  void what_would_be_calculated_is_guarded_and_comes_back() throws IOException {
    Items.Whole item = checked(read(row("选项A", "=1+1", "选项B", "-5", "选项C", "@x"))).get(0);
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    ExchangeFormat.XLSX.write(sheet, List.of(item));
    assertTrue(SheetReader.read(new ByteArrayInputStream(sheet.toByteArray())).rows().get(0).get("选项A").startsWith("'="));
    assertEquals(List.of(item), checked(SheetItems.read(sheet.toByteArray())));
  }

  @Test
  void what_is_not_understood_is_said() throws IOException {
    assertEquals(List.of("item.basis"), WholeBank.errors(read(row("条文", ""))).stream().map(ImportReport.Error::code).toList());
    Map<String, String> row = row();
    row.put("备注", "x");
    assertEquals(List.of(ImportReport.Error.of(1, "备注", "exchange.column", "备注")), read(row).errors());
    assertEquals("exchange.basis", read(row("条文", "《行政处罚法》某条")).errors().get(0).code());
  }

  @Test
  void what_is_no_sheet_is_an_error_and_no_exception() {
    assertEquals("file", SheetItems.read("PK\3\4 nothing".getBytes(StandardCharsets.UTF_8)).errors().get(0).field());
    assertEquals("file", SheetItems.read(new byte[0]).errors().get(0).field());
  }

  @Test
  void a_format_is_found_by_its_content() throws IOException {
    assertEquals(ExchangeFormat.XLSX, ExchangeFormat.named("auto", workbook(List.of("代码"), List.of())));
    assertEquals(ExchangeFormat.YAML, ExchangeFormat.named(null, "law: x".getBytes(StandardCharsets.UTF_8)));
    assertEquals(ExchangeFormat.XLSX, ExchangeFormat.named("xlsx", new byte[0]));
    assertEquals("format.unknown", Assertions.assertThrows(Invalid.class, () -> ExchangeFormat.named("doc", new byte[0])).violations().get(0).code());
  }

  private static ItemDraft one(Map<String, String> row) throws IOException {
    return read(row).drafts().get(0);
  }

  private static ItemFile read(Map<String, String> row) throws IOException {
    return SheetItems.read(workbook(List.copyOf(row.keySet()), List.of(List.copyOf(row.values()))));
  }

  private static List<Items.Whole> checked(ItemFile file) {
    List<Items.Whole> items = WholeBank.checked(file);
    assertTrue(!items.isEmpty());
    return items;
  }

  /** A good row with some cells changed. */
  private static Map<String, String> row(String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    String[] cells = {"代码", "XZCF-036-01", "题型", "单选", "题干", "多久？", "选项A", "一年", "选项B", "二年", "选项C", "三年", "选项D", "五年", "答案", "B", "法律", "行政处罚法", "版本", "2021修订",
        "条文", "36", "条文原文", "二年内未被发现", "知识点", "行政处罚/追责时效", "办案环节", "", "领域", "", "难度", "2", "解析", "一般二年。"};
    for (int i = 0; i < cells.length; i += 2) row.put(cells[i], cells[i + 1]);
    for (int i = 0; i < changes.length; i += 2) row.put(changes[i], changes[i + 1]);
    return row;
  }

  private static byte[] workbook(List<String> headers, List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("试题");
      for (int column = 0; column < headers.size(); column++) sheet.value(0, column, headers.get(column));
      for (int row = 0; row < rows.size(); row++) for (int column = 0; column < rows.get(row).size(); column++) sheet.value(row + 1, column, rows.get(row).get(column));
    }
    return out.toByteArray();
  }
}
