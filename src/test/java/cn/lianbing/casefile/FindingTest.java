package cn.lianbing.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.platform.Invalid;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings, the score that follows from them, and the lot that draws units. */
class FindingTest {
  private static final List<ChecklistItem> ITEMS = List.of(new ChecklistItem("facts", "事实和证据", "清楚", "行政处罚法第四十条", 60), new ChecklistItem("hearing", "听证", "告知", "行政处罚法第六十三条", 40));

  private static Finding met(String item) {
    return new Finding(item, Finding.Result.MET, 7, "");
  }

  private static Finding unmet(String item, int lost, String remark) {
    return new Finding(item, Finding.Result.UNMET, lost, remark);
  }

  private static int score(Finding... findings) {
    return Finding.score(ITEMS, Finding.checked(ITEMS, List.of(findings)));
  }

  private static String wrong(Finding... findings) {
    return assertThrows(Invalid.class, () -> Finding.checked(ITEMS, List.of(findings))).violations().get(0).field() + " " + assertThrows(Invalid.class, () -> Finding.checked(ITEMS, List.of(findings))).violations().get(0).code();
  }

  @Test
  void a_file_without_faults_has_the_full_score_and_what_is_met_loses_nothing() {
    assertEquals(1000, score(met("facts"), met("hearing")));
  }

  @Test
  void what_does_not_apply_does_not_count() {
    assertEquals(750, score(unmet("facts", 15, "缺证据"), new Finding("hearing", Finding.Result.NOT_APPLICABLE, 0, "")));
    assertEquals(850, score(unmet("facts", 15, "缺证据"), met("hearing")));
  }

  @Test
  void each_item_has_one_finding_and_a_fault_says_what_it_is() {
    assertEquals("findings casefile.findings", wrong(met("facts")));
    assertEquals("findings casefile.findings", wrong(met("facts"), met("facts")));
    assertEquals("findings casefile.findings", wrong(met("facts"), met("other")));
    assertEquals("findings[facts].lost casefile.lost", wrong(unmet("facts", 61, "缺证据"), met("hearing")));
    assertEquals("findings[facts].lost casefile.lost", wrong(unmet("facts", 0, "缺证据"), met("hearing")));
    assertEquals("findings[facts].remark casefile.remark", wrong(unmet("facts", 1, " "), met("hearing")));
    assertEquals("findings casefile.nothingApplies", wrong(new Finding("facts", Finding.Result.NOT_APPLICABLE, 0, ""), new Finding("hearing", Finding.Result.NOT_APPLICABLE, 0, "")));
  }

  @ParameterizedTest
  @CsvSource({"1000, EXCELLENT", "900, EXCELLENT", "899, GOOD", "750, GOOD", "749, PASSED", "600, PASSED", "599, FAILED", "0, FAILED"})
  void a_score_has_a_grade(int score, Grade grade) {
    assertEquals(grade, Grade.of(score));
  }

  @Test
  void a_checklist_says_of_each_item_what_is_wrong_with_it() {
    assertEquals("items casefile.items", violation(List.of()));
    assertEquals("items[0].code casefile.code", violation(List.of(new ChecklistItem("a b", "名", "看", "依据", 1))));
    assertEquals("items[0].weight casefile.weight", violation(List.of(new ChecklistItem("a", "名", "看", "依据", 0))));
    assertEquals("items[0].basis casefile.length", violation(List.of(new ChecklistItem("a", "名", "看", "", 1))));
    ChecklistItem once = new ChecklistItem("a", "名", "看", "依据", 1);
    assertEquals("items[1].code casefile.codeTwice", violation(List.of(once, once)));
  }

  private static String violation(List<ChecklistItem> items) {
    Invalid.Violation one = assertThrows(Invalid.class, () -> ChecklistItem.checked(items)).violations().get(0);
    return one.field() + " " + one.code();
  }

  @Test
  void the_seed_draws_the_same_units_again_whatever_order_they_come_in() {
    List<Long> units = LongStream.rangeClosed(1, 50).boxed().toList();
    List<Long> other = LongStream.rangeClosed(1, 50).mapToObj(i -> 51 - i).toList();
    assertEquals(ReviewPlanning.lot(units, 7, 42), ReviewPlanning.lot(other, 7, 42));
    assertEquals(7, ReviewPlanning.lot(units, 7, 42).stream().distinct().count());
    assertNotEquals(ReviewPlanning.lot(units, 7, 42), ReviewPlanning.lot(units, 7, 43));
  }
}
