package cn.lianbing.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.ImportReport;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlItemsTest {
  private static final String HEAD = "law: 行政处罚法\nversion: 2021修订\ninForce: 2021-07-15\nitems:\n";

  @Test
  void an_item_is_read_with_its_line() {
    ItemFile file = read(HEAD + """
          - code: XZCF-036-01
            type: SINGLE
            stem: 多久？
            options: {A: 一年, B: 二年, C: 三年}
            key: [B]
            basis:
              - {article: 36, quote: 二年内未被发现}
              - {law: 行政复议法, version: 2023修订, article: 20, quote: 六十日内}
            topic: 行政处罚/追责时效
            stage: 立案
            difficulty: 2
            rationale: 一般二年。
        """);
    assertEquals(List.of(), file.errors());
    assertEquals(List.of(new ItemFile.Law("行政处罚法", "2021修订", LocalDate.of(2021, 7, 15), null)), file.laws());
    ItemDraft draft = file.drafts().get(0);
    assertEquals(5, draft.row());
    assertEquals(Map.of("A", "一年", "B", "二年", "C", "三年"), draft.options());
    assertEquals(List.of("B"), draft.key());
    assertEquals(new ItemDraft.DraftBasis("行政复议法", "2023修订", "20", "六十日内"), draft.basis().get(1));
  }

  @Test
  void blanks_keep_their_variants() {
    ItemDraft draft = read(HEAD + "- {code: A-1, type: FILL, stem: ____日内到____, key: [[十五, \"15\"], 银行]}\n").drafts().get(0);
    assertEquals(List.of(List.of("十五", "15"), List.of("银行")), draft.blanks());
  }

  @Test
  void a_wrong_date_names_its_line() {
    assertEquals(List.of(ImportReport.Error.of(3, "inForce", "date")), read(HEAD.replace("2021-07-15", "2021年7月15日") + "- {code: A-1}\n").errors());
    assertEquals("date", read(HEAD.replace("2021-07-15", "[2021, 7, 15]") + "- {code: A-1}\n").errors().get(0).code());
  }

  @Test
  void broken_yaml_names_the_line_where_it_broke() {
    ImportReport.Error error = read(HEAD + "  - code: A-1\n    stem: \"没有结束\n").errors().get(0);
    assertEquals("file.yaml", error.code());
    assertTrue(error.row() >= 6, "line " + error.row());
  }

  @Test
  void a_name_written_twice_is_an_error() {
    assertEquals(List.of(ImportReport.Error.of(5, "stem", "file.nameTwice", "stem", 7)), read(HEAD + "  - code: A-1\n    stem: 一\n    stem: 二\n").errors());
    assertEquals("file.nameTwice", read(HEAD + "  - code: A-1\n    options: {A: 一, A: 二}\n").errors().get(0).code());
  }

  @Test
  void an_unknown_name_is_an_error() {
    assertEquals(List.of(ImportReport.Error.of(5, "-", "file.name", "rationnale", 6)), read(HEAD + "  - code: A-1\n    rationnale: 解析\n").errors());
    assertEquals("file.name", read(HEAD + "  - ? [code]\n    : A-1\n").errors().get(0).code());
    assertEquals("file.name", read(HEAD + "  - options: {[A]: 一}\n").errors().get(0).code());
  }

  @Test
  void an_alias_bomb_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) bomb.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1));
    assertEquals("file.limits", read(bomb.toString()).errors().get(0).code());
  }

  @Test
  void an_item_that_holds_itself_is_no_trap() {
    ItemFile file = read(HEAD + "  - &one {code: A-1, basis: [*one], options: *one, key: [*one]}\n");
    assertEquals(1, file.drafts().size());
    assertTrue(!file.errors().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "42", "- 1\n- 2\n", "items: 3", "items:\n  - 1\n  - [2]\n", "law: x\n---\nlaw: y\n", "%YAML 9.9\n---\na: b\n", "\t- x", "!!java.net.URL [http://localhost]", "a: !x b\n", "a: *nowhere\n", "a: \u0000\n", "? \n: \n", "items: [{key: }, {basis: 1}, {options: []}, {}]"})
  void whatever_it_is_there_is_an_error_and_no_exception(String text) {
    assertTrue(!read(text).errors().isEmpty());
  }

  @Test
  void deep_nesting_is_an_error() {
    assertEquals("file.yaml", read("[".repeat(90_000)).errors().get(0).code());
    assertEquals("file.yaml", read("a:\n" + "- ".repeat(45_000)).errors().get(0).code());
  }

  @Test
  void huge_input_is_an_error_and_soon_found() {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      assertEquals("file.size", read("#".repeat(9_000_000)).errors().get(0).code());
      assertEquals(List.of(ImportReport.Error.of(5, "file", "file.longLine")), read(HEAD + "  - stem: " + "长".repeat(40_000) + "\n").errors());
      assertEquals("file.yaml", read("items:\n" + "- a\n".repeat(400_000)).errors().get(0).code());
      assertTrue(!read("a: \"" + "x\n\n".repeat(2_000_000) + "\"").errors().isEmpty());
      assertTrue(!read("a: |\n" + "  x\n".repeat(1_500_000)).errors().isEmpty());
      assertTrue(!read("a: b\n" + "  x\n".repeat(1_500_000)).errors().isEmpty());
      assertTrue(!read("# x\n".repeat(2_000_000)).errors().isEmpty());
    });
  }

  @Test
  void another_encoding_is_named_with_its_line() {
    byte[] gbk = ("# gbk\n" + HEAD).getBytes(Charset.forName("GBK"));
    assertEquals(List.of(ImportReport.Error.of(2, "file", "file.utf8")), YamlItems.read(gbk).errors());
    assertEquals("file.utf8", YamlItems.read(new byte[] {'a', ':', (byte) 0xE6}).errors().get(0).code());
  }

  @Test
  void a_byte_order_mark_does_not_matter() {
    assertEquals(List.of(), YamlItems.read(("\uFEFF" + HEAD + "  - {code: A-1}\n").getBytes(StandardCharsets.UTF_8)).errors());
  }

  private static ItemFile read(String text) {
    return YamlItems.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
