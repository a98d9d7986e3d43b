package cn.lianbing.paper;

import static cn.lianbing.testing.Inside.ask;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.Bound.Dimension;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Forms from the demo's bank to an exam's papers, against the real database. */
public interface FormsInContainer {
  LocalDate DAY = LocalDate.of(2026, 11, 24);
  List<Line> LINES = List.of(new Line(null, ItemType.SINGLE, 1, 5, 20, 10), new Line("行政处罚", ItemType.MULTIPLE, 1, 5, 6, 20), new Line(null, ItemType.TRUE_FALSE, 1, 5, 10, 10));

  private static long blueprint(Demands demands) {
    return bean(BlueprintEditing.class).save(caller("admin"), null, "平行卷测试", LINES, demands);
  }

  private static Demands demands() {
    return new Demands(List.of(new Bound(Dimension.TOPIC, "行政处罚", 8, 20), new Bound(Dimension.TYPE, "SINGLE", null, 20)), null, 10, null);
  }

  private static long assembled(long blueprint, int forms) {
    return bean(FormAssembly.class).assemble(caller("admin"), blueprint, forms, true, DAY);
  }

  @Test
  default void forms_are_assembled_looked_at_and_used_by_the_exams_that_come() {
    FormAssembly assembly = bean(FormAssembly.class);
    Caller admin = caller("admin");
    long blueprint = blueprint(demands());
    assertEquals("blueprint.needsForms", assertThrows(Invalid.class, () -> bean(PaperAssembly.class).freeze(blueprint, DAY)).violations().get(0).code());
    long id = assembled(blueprint, 3);
    FormAssembly.View view = assembly.view(admin, id);
    assertEquals(List.of(), view.flaws());
    assertEquals(3, view.forms().size());
    assertEquals("forms-not-final", assertThrows(Refused.class, () -> assembly.use(admin, id)).code());
    assembly.finish(admin, id);
    assembly.use(admin, id);
    PaperAssembly.Frozen frozen = bean(PaperAssembly.class).freeze(blueprint, DAY);
    assertEquals(36, frozen.questions());
    List<Set<Long>> forms = view.forms().stream().map(form -> form.stream().flatMap(List::stream).map(Items.Candidate::versionId).collect(Collectors.toSet())).toList();
    Set<Integer> drawn = new HashSet<>();
    for (int seed = 0; seed < 12; seed++) {
      long paper = bean(PaperAssembly.class).draw(frozen.poolId(), seed);
      assertEquals(bean(PaperAssembly.class).rebuild(paper), bean(Papers.class).questions(paper));
      Set<Long> versions = bean(Papers.class).questions(paper).stream().map(Question::itemVersionId).collect(Collectors.toSet());
      assertTrue(forms.contains(versions), "a paper is one of the forms");
      drawn.add(forms.indexOf(versions));
    }
    assertEquals(3, drawn.size(), "all forms are handed out");
    assertEquals(333L * 36 * 3, count("select sum(rate) from item_exposure where pool_id = ?", frozen.poolId()));
    assembly.withdraw(admin, id);
    assertNull(ask("select form_set_id from blueprint where id = ?", blueprint));
  }

  @Test
  default void changing_what_a_blueprint_asks_takes_its_forms_out_of_use() {
    long blueprint = blueprint(demands());
    long id = assembled(blueprint, 1);
    bean(FormAssembly.class).finish(caller("admin"), id);
    bean(FormAssembly.class).use(caller("admin"), id);
    bean(BlueprintEditing.class).save(caller("admin"), blueprint, "新名称", LINES, demands());
    assertEquals(id, count("select form_set_id from blueprint where id = ?", blueprint), "a new name changes nothing");
    bean(BlueprintEditing.class).save(caller("admin"), blueprint, "新名称", LINES.subList(0, 2), demands());
    assertNull(ask("select form_set_id from blueprint where id = ?", blueprint));
    bean(BlueprintEditing.class).remove(caller("admin"), blueprint);
    assertEquals(0, count("select count(*) from form_set where id = ?", id));
  }

  @Test
  default void what_the_bank_lacks_is_said_with_how_many() {
    long blueprint = bean(BlueprintEditing.class).save(caller("admin"), null, "缺题测试", List.of(new Line(null, ItemType.FILL, 1, 5, 200, 10)), Demands.NONE);
    Invalid refused = assertThrows(Invalid.class, () -> assembled(blueprint, 4));
    long there = bean(Items.class).candidates(DAY).stream().filter(item -> item.type() == ItemType.FILL).count();
    assertEquals("forms.line", refused.violations().get(0).code());
    assertEquals(List.of(1, (int) (800 - there), 4), refused.violations().get(0).arguments());
    assertEquals(0, count("select count(*) from form_set where blueprint_id = ?", blueprint));
  }

  @Test
  default void a_swap_keeps_what_was_asked_or_is_said_to_break_it() {
    FormAssembly assembly = bean(FormAssembly.class);
    Caller admin = caller("admin");
    long id = assembled(blueprint(demands()), 2);
    Items.Candidate old = assembly.view(admin, id).forms().get(1).get(0).get(0);
    List<Items.Candidate> alternatives = assembly.alternatives(admin, id, 1, old.versionId(), 5);
    assertFalse(alternatives.isEmpty());
    assembly.swap(admin, id, 1, old.versionId(), alternatives.get(0).code());
    FormAssembly.View after = assembly.view(admin, id);
    assertEquals(List.of(), after.flaws());
    assertTrue(after.forms().get(1).get(0).contains(alternatives.get(0)));
    // What stands on form A may be put on B by hand, but then forms are not disjoint any more and cannot be made final.
    Items.Candidate shared = after.forms().get(0).get(0).get(0);
    assembly.swap(admin, id, 1, alternatives.get(0).versionId(), shared.code());
    assertEquals(List.of("shared"), assembly.view(admin, id).flaws().stream().map(FormAssembly.Flaw::code).filter(code -> code.equals("shared")).toList());
    assertEquals("forms-flawed", assertThrows(Refused.class, () -> assembly.finish(admin, id)).code());
    assertEquals("item", assertThrows(Invalid.class, () -> assembly.swap(admin, id, 1, shared.versionId(), "NO-SUCH")).violations().get(0).field());
    assertThrows(NotFound.class, () -> assembly.swap(admin, id, 1, 1L << 40, shared.code()));
  }

  @Test
  default void items_that_exclude_each_other_come_on_no_paper_together_by_form_or_by_chance() {
    Caller admin = caller("admin");
    List<Items.Candidate> singles = bean(Items.class).candidates(DAY).stream().filter(item -> item.type() == ItemType.SINGLE).limit(2).toList();
    bean(ItemExclusions.class).exclude(admin, singles.get(1).code(), singles.get(0).code(), "互相提示答案");
    try {
      assertEquals("exclusion-there", assertThrows(Refused.class, () -> bean(ItemExclusions.class).exclude(admin, singles.get(0).code(), singles.get(1).code(), "再来一次")).code());
      long blueprint = bean(BlueprintEditing.class).save(admin, null, "互斥测试", List.of(new Line(null, ItemType.SINGLE, 1, 5, 100, 10)));
      String pool = String.valueOf(ask("select content from paper_pool where id = ?", bean(PaperAssembly.class).freeze(blueprint, DAY).poolId()));
      assertTrue(pool.contains(String.valueOf(singles.get(0).versionId())));
      assertFalse(pool.matches("(?s).*[\\[,]" + singles.get(1).versionId() + "[,\\]].*"), "one of the two is left out of the pool");
    } finally {
      bean(ItemExclusions.class).allow(admin, singles.get(0).code(), singles.get(1).code());
    }
    assertEquals("second", assertThrows(Invalid.class, () -> bean(ItemExclusions.class).exclude(admin, singles.get(0).code(), singles.get(0).code(), "同一题")).violations().get(0).field());
  }

  @Test
  default void an_item_that_was_seen_too_often_is_not_taken() {
    Items.Candidate seen = bean(Items.class).candidates(DAY).stream().filter(item -> item.type() == ItemType.SINGLE).findFirst().orElseThrow();
    long pool = bean(PaperAssembly.class).freeze(bean(BlueprintEditing.class).save(caller("admin"), null, "曝光测试", List.of(new Line(null, ItemType.SINGLE, 1, 5, 5, 10))), DAY).poolId();
    change("insert into item_exposure (pool_id, item_id, rate, on_day) values (?, ?, 5000, ?) on duplicate key update rate = 5000", pool, seen.itemId(), DAY);
    assertTrue(bean(PaperAssembly.class).askable(new Demands(List.of(), null, 10, 4000), DAY).stream().noneMatch(item -> item.itemId() == seen.itemId()));
    assertTrue(bean(PaperAssembly.class).askable(new Demands(List.of(), null, 10, 4000), DAY.plusYears(2)).stream().anyMatch(item -> item.itemId() == seen.itemId()), "a year later it may be taken again");
    change("delete from item_exposure where pool_id = ?", pool);
  }

  @Test
  default void forms_are_for_those_who_run_exams() {
    long blueprint = blueprint(demands());
    assertThrows(NotFound.class, () -> bean(FormAssembly.class).assemble(caller("unit01"), blueprint, 1, true, DAY));
    assertThrows(NotFound.class, () -> bean(ItemExclusions.class).all(caller("officer001")));
  }

  @Test
  default void a_form_is_printed_with_its_keys_as_they_are_shown() {
    long id = assembled(blueprint(demands()), 1);
    FormAssembly.Sheet sheet = bean(FormAssembly.class).printed(caller("admin"), id, 0);
    assertEquals(List.of(ItemType.SINGLE, ItemType.MULTIPLE, ItemType.TRUE_FALSE), sheet.paper().sections().stream().map(PrintedPaper.Section::type).toList());
    assertEquals(36, sheet.paper().sections().stream().mapToInt(section -> section.questions().size()).sum());
    assertEquals(420, sheet.maxMark());
    for (PrintedPaper.Section section : sheet.paper().sections()) for (PrintedPaper.Printed one : section.questions()) {
      assertTrue(one.key().stream().allMatch(letter -> section.type() == ItemType.TRUE_FALSE ? "AB".contains(letter) : letter.charAt(0) - 'A' < one.options().size()), one.toString());
      assertFalse(one.citation().isEmpty());
    }
    assertEquals(sheet, bean(FormAssembly.class).printed(caller("admin"), id, 0), "printed again it is the same");
    assertThrows(NotFound.class, () -> bean(FormAssembly.class).printed(caller("admin"), id, 1));
  }
}
