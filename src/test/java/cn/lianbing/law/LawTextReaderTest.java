package cn.lianbing.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes that laws come in; all texts are invented. */
class LawTextReaderTest {
  private static final String SMALL = """
      来源/Source: 练兵测试
      # 中华人民共和国练兵法

      2019年3月1日 第一届练兵大会第一次会议通过

      2024年5月6日 第二届练兵大会第三次会议修订

      <!-- 以下为正文 -->

      ## 第一章　总 则

      第一条 为了规范练兵，制定本法。

      第二条 练兵应当遵循下列原则：

      （一）公开；

      （二）公正。

      违反前款规定的，重新练兵。

      ## 第二章 练兵的步骤、程序

      ### 第一节 一般规定

      **第三条**　练兵机关应当在三日内告知当事人。

      **第三条之一**　情况紧急的，可以当场告知。

      ### 第二节 特别规定

      第四条 特别练兵由省级机关决定。

      ## 第三章　附　则

      第五条 本法自2024年7月1日起施行。
      """;

  private static LawDraft read(String text) {
    return LawTextReader.read(text);
  }

  @Test
  void chapters_sections_articles_and_what_stands_before_them_are_told_apart() {
    LawDraft law = read(SMALL.replace("<!-- 以下为正文 -->", ""));
    assertEquals("中华人民共和国练兵法", law.title());
    assertEquals("练兵测试", law.source());
    assertEquals(LocalDate.of(2024, 5, 6), law.promulgated());
    assertEquals(LocalDate.of(2024, 7, 1), law.inForce());
    assertEquals(List.of("第一条", "第二条", "第三条", "第三条之一", "第四条", "第五条"), law.articles().stream().map(LawDraft.Article::label).toList());
    assertEquals(List.of("第二章 练兵的步骤、程序", "第一节 一般规定"), law.articles().get(3).part());
    assertEquals(List.of("第三章 附则"), law.articles().get(5).part());
    assertEquals("练兵应当遵循下列原则：\n（一）公开；\n（二）公正。\n违反前款规定的，重新练兵。", law.articles().get(1).text());
    assertEquals(List.of(), law.remarks());
    assertEquals(List.of("第一章 总则", "第二章 练兵的步骤、程序", "第一节 一般规定", "第二节 特别规定", "第三章 附则"), law.chapters().stream().map(LawDraft.Chapter::name).toList());
  }

  @Test
  void paragraphs_and_items_are_counted_as_they_are_cited() {
    List<ArticleText.Line> lines = ArticleText.lines("应当具备下列条件：\n（一）有房：\n1.自有的；\n2．租用的；\n(二)有人。\n| 类别 | 罚款 |\n| 轻微 | 100 |\n前款条件由县定。");
    assertEquals(List.of(ArticleText.Kind.PARAGRAPH, ArticleText.Kind.ITEM, ArticleText.Kind.SUB_ITEM, ArticleText.Kind.SUB_ITEM, ArticleText.Kind.ITEM, ArticleText.Kind.ROW, ArticleText.Kind.ROW, ArticleText.Kind.PARAGRAPH), lines.stream().map(ArticleText.Line::kind).toList());
    assertEquals("（一）", lines.get(1).label());
    assertEquals("有房：", lines.get(1).text());
    assertEquals(List.of("类别", "罚款"), lines.get(5).cells());
    assertEquals(2, lines.get(7).paragraph());
  }

  @Test
  void a_table_of_contents_is_no_text() {
    LawDraft law = read("练兵条例\n目　录\n第一章　总　则\n第二章　附　则\n第一章　总　则\n第一条　甲。\n第二章　附　则\n第二条　乙。\n");
    assertEquals(2, law.articles().size());
    assertEquals("甲。", law.articles().get(0).text());
    assertEquals(2, law.chapters().size());
  }

  @Test
  void arabic_numbers_captions_and_missing_spaces_are_understood() {
    LawDraft law = read("练兵办法\n第1条【目的】为了练兵。\n第 2 条 依照第一条、第三条办理。\n第三条练兵每年一次。\n第二条和第三条规定的练兵，另行通知。\n第四条规定的除外。\n");
    assertEquals(List.of("第一条", "第二条", "第三条"), law.articles().stream().map(LawDraft.Article::label).toList());
    assertEquals("【目的】为了练兵。", law.articles().get(0).text());
    assertEquals("练兵每年一次。\n第二条和第三条规定的练兵，另行通知。\n第四条规定的除外。", law.articles().get(2).text());
    assertEquals(List.of("tight"), law.remarks().stream().map(LawDraft.Remark::code).toList());
    assertTrue(law.clean());
  }

  @Test
  void gaps_order_and_doubles_are_said_with_their_lines() {
    LawDraft law = read("练兵规定\n第一条 甲。\n第四条 丁。\n第三条 丙。\n第六条 己。\n第四条 又丁。\n");
    assertEquals(List.of("gap 3", "order 4", "gapOne 5", "twice 6"), law.remarks().stream().map(one -> one.code() + " " + one.line()).toList());
    assertFalse(law.clean(), "what stands twice cannot be stored");
  }

  @Test
  void a_code_has_books_and_parts_above_its_chapters() {
    LawDraft law = read("练兵法典\n# 第一编　总则\n### 第一章　基本规定\n**第一条**　甲。\n# 第二编　分则\n## 第一分编　通则\n### 第一章　一般规定\n#### 第一节　细则\n**第二条**　乙。\n### 第二章　其他\n**第三条**　丙。\n");
    assertEquals(List.of("第二编 分则", "第一分编 通则", "第一章 一般规定", "第一节 细则"), law.articles().get(1).part());
    assertEquals(List.of("第二编 分则", "第一分编 通则", "第二章 其他"), law.articles().get(2).part());
  }

  @Test
  void a_preamble_and_annexes_are_kept_apart_from_the_articles() {
    LawDraft law = read("练兵宪章\n序言\n练兵历史悠久。\n练兵前程远大。\n第一章 总纲\n第一条 甲。\n第二条 本宪章自公布之日起施行。\n附件一：练兵标准\n| 项目 | 分值 |\n|---|---|\n| 队列 | 10 |\n第一条 附件里的条不算条。\n附件二\n样式\n");
    assertEquals(List.of(LawArticle.Kind.PREAMBLE, LawArticle.Kind.ARTICLE, LawArticle.Kind.ARTICLE, LawArticle.Kind.ANNEX, LawArticle.Kind.ANNEX), law.articles().stream().map(LawDraft.Article::kind).toList());
    assertEquals("练兵历史悠久。\n练兵前程远大。", law.articles().get(0).text());
    assertEquals("| 项目 | 分值 |\n| 队列 | 10 |\n第一条 附件里的条不算条。", law.articles().get(3).text());
    assertTrue(law.clean());
  }

  @Test
  void a_document_without_articles_has_numbered_points() {
    LawDraft opinion = read("关于练兵的意见\n练办发〔2025〕3号  2025年2月3日\n各单位：\n一、总体要求\n（一）指导思想。认真练兵。\n二、重点任务，抓好落实\n（二）练得勤。\n每周一次。\n（三）练得实。\n练兵办公室\n2025年2月3日\n");
    assertEquals(List.of("（一）", "（二）", "（三）"), opinion.articles().stream().map(LawDraft.Article::label).toList());
    assertEquals(List.of("二、重点任务，抓好落实"), opinion.articles().get(1).part());
    assertEquals("练得实。", opinion.articles().get(2).text(), "who signed it is no part of the last point");
    assertEquals("练办发〔2025〕3号", opinion.documentNumber());
  }

  @Test
  void a_decision_that_amends_has_its_numbers_as_points() {
    LawDraft decision = read("关于修改《练兵法》的决定\n练兵大会决定对《练兵法》作如下修改：\n一、第三条修改为：“练兵机关应当在五日内告知。”\n二、增加一条，作为第三条之一：“情况紧急的，可以当场告知。”\n本决定自2025年1月1日起施行。\n");
    assertEquals(List.of("一、", "二、"), decision.articles().stream().map(LawDraft.Article::label).toList());
    assertEquals("第三条修改为：“练兵机关应当在五日内告知。”", decision.articles().get(0).text());
  }

  @Test
  void a_heading_that_lost_its_number_is_a_heading_and_said() {
    LawDraft law = read("练兵条例\n第一章 总则\n第一条 甲。\n练兵管理\n第二条 乙：\n（一）丙\n第三条 丁。\n");
    assertEquals(List.of("练兵管理"), law.articles().get(1).part());
    assertEquals("乙：\n（一）丙", law.articles().get(1).text());
    assertEquals("unnumbered", law.remarks().get(0).code());
  }

  @Test
  void settings_before_markdown_are_skipped_and_lines_still_counted() {
    LawDraft law = read("来源: x\n---\nsidebar: auto\n---\n\n# 练兵法\n\n第一条 甲。\n第三条 丙。\n");
    assertEquals("练兵法", law.title());
    assertEquals(9, law.remarks().get(0).line());
  }

  @Test
  void the_first_day_of_an_amended_law_is_not_the_day_of_its_amendment() {
    assertNull(read("练兵法\n1999年1月1日通过\n2020年4月1日修正\n第一条 本法自1999年6月1日起施行。\n").inForce());
  }

  @Test
  void a_text_without_articles_is_an_error() {
    assertEquals(List.of("none"), read("今天天气很好。\n适合练兵。\n").remarks().stream().map(LawDraft.Remark::code).toList());
    assertFalse(read("今天天气很好。").clean());
  }
}
