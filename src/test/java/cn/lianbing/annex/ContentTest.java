package cn.lianbing.annex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** What is frozen, and the DOCX made of it; the hash is tested where there is JSON, in the container. */
class ContentTest {
  private static Content content(Map<String, Value> values) {
    return Annex.of(Template.usual(), Period.year(2023), values, Map.of("PUBLISHING", Value.counted(BigDecimal.valueOf(35)))).content();
  }

  @Test
  void a_number_is_written_one_way() {
    for (String written : List.of("31", "31.00", "3.1e1")) assertEquals("31", Value.counted(new BigDecimal(written)).text());
    assertEquals(Value.counted(BigDecimal.valueOf(30)), Value.counted(new BigDecimal("3e1")));
    assertEquals("271.28", Value.counted(new BigDecimal("271.280")).text());
  }

  @Test
  void one_figure_more_or_less_shows_in_the_comparison() {
    Map<String, Value> values = TemplateTest.seed();
    values.put("OPINIONS", Value.counted(BigDecimal.valueOf(32)));
    values.put("LAWSUITS", Value.counted(BigDecimal.valueOf(11)));
    Content before = content(TemplateTest.seed());
    Content after = content(values);
    assertEquals(List.of(new AnnexEditions.Difference("OPINIONS", "31", "32"), new AnnexEditions.Difference("LAWSUITS", null, "11")), AnnexEditions.differences(before, after));
    assertTrue(AnnexEditions.differences(before, before).isEmpty());
  }

  @Test
  void everything_that_does_not_fit_is_said_at_once() {
    Map<String, Value> values = TemplateTest.seed();
    values.remove("CAMPAIGNS");
    values.put("STOCK_ENFORCEMENT", Value.counted(BigDecimal.valueOf(99)));
    values.put("DISPUTES_FOUND", Value.counted(BigDecimal.valueOf(296)));
    values.put("DISPUTES_RESOLVED", Value.counted(BigDecimal.valueOf(3996)));
    Annex annex = Annex.of(Template.usual(), Period.year(2023), values, Map.of());
    Invalid refused = assertThrows(Invalid.class, () -> AnnexEditions.demandConsistent(annex));
    assertEquals(List.of("CAMPAIGNS annex.missing.CAMPAIGNS []", "CANCELLED_ENFORCEMENT annex.check.cancelled-enforcement [100, 99]", "DISPUTES_RESOLVED annex.check.disputes-resolved [3996, 296]"), refused.violations().stream().map(one -> one.field() + " " + one.code() + " " + one.arguments()).toList());
  }

  @Test
  void the_docx_has_the_reports_sentences_on_a4_in_the_fonts_of_official_documents() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnnexEditions.Row row = new AnnexEditions.Row(1, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31), 2, "ab".repeat(32), null, "孟立新", Instant.parse("2024-02-20T01:00:00Z"), true);
    AnnexDocument.write(content(TemplateTest.seed()), row, out);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      List<String> paragraphs = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
      assertEquals("陕州区司法局2023年度法治政府建设报告（行政执法部分）", paragraphs.get(0));
      assertEquals(TemplateTest.SEED, paragraphs.subList(1, 5));
      assertTrue(paragraphs.stream().anyMatch(one -> one.contains("第 2 版，2024年2月20日 09:00 由孟立新定稿")), paragraphs.toString());
      assertTrue(paragraphs.stream().anyMatch(one -> one.contains("ab".repeat(32))));
      assertEquals("11906", document.getDocument().getBody().getSectPr().getPgSz().getW().toString());
      assertEquals(1, document.getFooterList().size());
      assertEquals("仿宋_GB2312", document.getParagraphs().get(1).getRuns().get(1).getCTR().getRPr().getRFontsArray(0).getEastAsia());
      assertEquals("黑体", document.getParagraphs().get(1).getRuns().get(0).getCTR().getRPr().getRFontsArray(0).getEastAsia());
      var table = document.getTables().get(0);
      assertEquals(List.of("指标", "本期", "上年同期", "来源"), table.getRow(0).getTableCells().stream().map(cell -> cell.getText()).toList());
      assertTrue(table.getText().contains("（四）公示执法信息的部门\t37 个\t35\t系统统计"), table.getText());
    }
  }

  @Test
  void a_draft_says_that_it_is_one() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnnexDocument.write(content(TemplateTest.seed()), null, out);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
      assertEquals("（草稿，未定稿）", document.getParagraphs().get(1).getText());
    }
  }

  @Test
  void a_period_is_a_year_or_days_and_has_the_same_days_a_year_before() {
    assertEquals("2023年度", Period.year(2023).name());
    assertEquals(Period.year(2022), Period.year(2023).yearBefore());
    Period half = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
    assertEquals("2026年1月1日至2026年6月30日", half.name());
    assertEquals(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30)), half.yearBefore());
    assertThrows(Invalid.class, () -> new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)));
    assertThrows(Invalid.class, () -> new Period(LocalDate.of(1999, 2, 1), LocalDate.of(2026, 1, 1)));
    assertThrows(Invalid.class, () -> new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 1, 1)));
  }
}
