package cn.lianbing.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.DraftQuestion;
import cn.lianbing.bank.ItemDraft;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is shown of two wordings. */
class DifferencesTest {
  private static ItemDraft item(String stem, String second) {
    DraftQuestion question = new DraftQuestion("SINGLE", stem, new TreeMap<>(Map.of("A", "三日", "B", second, "C", "七日")), List.of("B"), List.of());
    return new ItemDraft(1, "QC-1", question, null, List.of(), List.of(new ItemDraft.DraftBasis(null, null, "64", "五日内")), "行政处罚法", "2021修订", "行政处罚", "听证", "通用", "2", "第六十四条。");
  }

  @Test
  void differences_name_the_fields_that_changed_and_show_the_others_as_they_are() {
    List<Differences.Field> fields = Differences.of(item("几日？", "五日"), item("几日以内？", "五日"));
    assertEquals(List.of("stem"), fields.stream().filter(Differences.Field::changed).map(Differences.Field::field).toList());
    assertTrue(fields.stream().anyMatch(one -> one.field().equals("options") && one.wording().fresh().get(0).text().contains("B. 五日")));
    assertTrue(Differences.of(null, item("几日？", "五日")).stream().noneMatch(Differences.Field::changed), "of a new item nothing has changed");
  }
}
