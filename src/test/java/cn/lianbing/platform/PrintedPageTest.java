package cn.lianbing.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.testing.DebianPackages;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintedPageTest {

  @BeforeAll
  static void a_machine_that_can_write_chinese() {
    DebianPackages.installFont();
  }

  private static PdfReader printed(java.util.function.Consumer<PrintedPage> content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintedPage page = new PrintedPage(out, "签到表", "陕州区司法局 2026年11月24日 打印", false)) {
      content.accept(page);
    }
    return new PdfReader(out.toByteArray());
  }

  private static String text(PdfReader pdf, int page) throws IOException {
    return new PdfTextExtractor(pdf).getTextFromPage(page);
  }

  @Test
  void says_what_was_written_and_embeds_the_font() throws IOException {
    PdfReader pdf = printed(page -> page.facts(Map.of("讲师", "周启明")).letter("兹聘请您为讲师。").qr("http://127.0.0.1/x", "扫码评价").signed("陕州区司法局"));
    String text = text(pdf, 1);
    for (String part : List.of("签到表", "周启明", "兹聘请您为讲师。", "扫码评价", "陕州区司法局 2026年11月24日 打印")) assertTrue(text.contains(part), part + " in " + text);
    boolean embedded = false;
    for (int i = 1; i < pdf.getXrefSize(); i++) if (pdf.getPdfObject(i) instanceof com.lowagie.text.pdf.PdfDictionary object && (object.get(PdfName.FONTFILE3) != null || object.get(PdfName.FONTFILE2) != null)) embedded = true;
    assertTrue(embedded, "a reader without the font must see the same page");
  }

  @Test
  void repeats_the_head_of_a_long_table_and_numbers_the_pages() throws IOException {
    List<List<?>> rows = new ArrayList<>();
    for (int i = 1; i <= 90; i++) rows.add(List.of(i, "姓名" + i));
    PdfReader pdf = printed(page -> page.table(List.of(new PrintedPage.Column("序号", 1, PrintedPage.Align.RIGHT), new PrintedPage.Column("姓名", 4)), rows));
    assertEquals(3, pdf.getNumberOfPages());
    for (int page = 1; page <= 3; page++) assertTrue(text(pdf, page).contains("序号"), "page " + page);
    assertTrue(text(pdf, 3).contains("姓名90"));
  }

  @Test
  void draws_markup_as_the_letters_it_is_made_of() throws IOException {
    assertTrue(text(printed(page -> page.paragraph("<b>甲</b> #{1+1} ${x}", PrintedPage.Align.LEFT)), 1).contains("<b>甲</b> #{1+1} ${x}"));
  }

  @Test
  void keeps_each_slip_on_one_page_and_loses_none() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 31; i++) texts.add("http://127.0.0.1/#" + "x".repeat(50) + i);
    PdfReader pdf = printed(page -> page.slips(texts, "凭条"));
    int found = 0;
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      int here = text(pdf, page).split("凭条", -1).length - 1;
      assertTrue(here % 3 == 0 || page == pdf.getNumberOfPages(), "page " + page + " has " + here);
      found += here;
    }
    assertEquals(31, found);
  }
}
