package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class XlsxItemsTest {

  @Test
  void the_templates_examples_are_good_items() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    ItemTemplate.write(template);
    SheetReader.Sheet sheet = SheetReader.read(new ByteArrayInputStream(template.toByteArray()));
    assertEquals(ItemTemplate.headers(), sheet.headers());
    List<List<String>> rows = sheet.rows().stream().map(row -> sheet.headers().stream().map(header -> row.get(header).replace("示例-", "SL-")).toList()).toList();
    ItemFile file = XlsxItems.read(workbook(sheet.headers(), rows));
    List<ItemDraft.Checked> items = checked(file);
    assertEquals(List.of("SL-1", "SL-2"), items.stream().map(ItemDraft.Checked::code).toList());
    assertEquals(List.of("B"), items.get(0).key().choice());
    assertEquals(List.of(List.of("十五", "15"), List.of("行政机关")), items.get(1).key().blanks());
    assertEquals(List.of(66, 67), items.get(1).content().basis().stream().map(Basis::article).toList());
  }

  @Test
  void the_template_as_downloaded_holds_no_item() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    ItemTemplate.write(template);
    ItemFile file = XlsxItems.read(template.toByteArray());
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
    ItemFile file = XlsxItems.read(workbook(headers.stream().map(name -> name + " *").toList(), List.of(headers.stream().map(row::get).toList())));
    assertEquals(1, checked(file).size());
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    Map<String, String> row = row();
    row.remove("答案");
    assertEquals(List.of(ImportReport.Error.of(1, "答案", "file.column", "答案")), XlsxItems.read(workbook(List.copyOf(row.keySet()), List.of(List.copyOf(row.values())))).errors());
  }

  @Test
  void what_is_no_sheet_is_an_error_and_no_exception() {
    assertEquals("file", XlsxItems.read("PK\3\4 nothing".getBytes(StandardCharsets.UTF_8)).errors().get(0).field());
    assertEquals("file", XlsxItems.read(new byte[0]).errors().get(0).field());
  }

  @Test
  void a_format_is_found_by_its_content() throws IOException {
    assertEquals(ItemFormat.XLSX, ItemFormat.named("auto", workbook(List.of("代码"), List.of())));
    assertEquals(ItemFormat.YAML, ItemFormat.named(null, "law: x".getBytes(StandardCharsets.UTF_8)));
    assertEquals(ItemFormat.XLSX, ItemFormat.named("xlsx", new byte[0]));
    for (String later : List.of("gift", "moodle-xml", "qti")) assertEquals("format.later", Assertions.assertThrows(Invalid.class, () -> ItemFormat.named(later, new byte[0])).violations().get(0).code());
    assertEquals("format.unknown", Assertions.assertThrows(Invalid.class, () -> ItemFormat.named("doc", new byte[0])).violations().get(0).code());
  }

  private static ItemDraft one(Map<String, String> row) throws IOException {
    return read(row).drafts().get(0);
  }

  private static ItemFile read(Map<String, String> row) throws IOException {
    return XlsxItems.read(workbook(List.copyOf(row.keySet()), List.of(List.copyOf(row.values()))));
  }

  private static List<ItemDraft.Checked> checked(ItemFile file) {
    assertEquals(List.of(), file.errors());
    List<ImportReport.Error> errors = new ArrayList<>();
    List<ItemDraft.Checked> items = file.drafts().stream().map(draft -> draft.check(errors)).toList();
    assertEquals(List.of(), errors);
    items.forEach(item -> assertNotNull(item));
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
