package cn.lianbing.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.Items;
import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.AssemblyTask.Exclusion;
import cn.lianbing.paper.Bound.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forms are judged by {@link FormCheck}, which knows nothing of programs and solvers. */
class TestAssemblyTest {
  private static final List<String> STAGES = List.of("立案", "调查", "决定", "执行", "救济");

  /** Like a real bank: topics, stages and difficulties unevenly spread. */
  static List<Items.Candidate> bank(int size, long seed) {
    Random random = new Random(seed);
    return IntStream.rangeClosed(1, size).mapToObj(id -> new Items.Candidate(1000 + id, id, "X" + id, ItemType.values()[random.nextInt(3)], "法" + random.nextInt(6) + "/点" + random.nextInt(5), "法" + random.nextInt(6), STAGES.get(random.nextInt(5)), "综合",
        Math.max(1, Math.min(5, (int) Math.round(3 + random.nextGaussian()))))).toList();
  }

  private static final List<Line> LINES = List.of(new Line(null, ItemType.SINGLE, 1, 5, 20, 10), new Line("法1", ItemType.SINGLE, 1, 5, 4, 10), new Line(null, ItemType.MULTIPLE, 2, 5, 10, 20), new Line(null, ItemType.TRUE_FALSE, 1, 4, 10, 10));
  private static final Demands DEMANDS = new Demands(List.of(new Bound(Dimension.STAGE, "救济", 8, 12), new Bound(Dimension.TOPIC, "法2", null, 6), new Bound(Dimension.DIFFICULTY, "5", 1, 4)), 300, 10, null);

  private static AssemblyTask task(List<Line> lines, Demands demands, List<Items.Candidate> items, Set<Exclusion> exclusions, int forms, boolean disjoint, long seed) {
    return new AssemblyTask(lines, demands, items, exclusions, Map.of(), forms, disjoint, seed);
  }

  private static void assertKept(AssemblyTask task, TestAssembly.Outcome outcome) {
    assertEquals(List.of(), outcome.lacks());
    assertEquals(task.forms(), outcome.forms().size());
    assertEquals(List.of(), FormCheck.of(task.lines(), task.demands(), task.exclusions(), task.disjoint(), outcome.forms()));
  }

  @Test
  void four_parallel_forms_meet_the_blueprint_and_are_equally_difficult() {
    AssemblyTask task = task(LINES, DEMANDS, bank(600, 1), Set.of(), 4, true, 1);
    assertKept(task, TestAssembly.of(task));
  }

  @Test
  void without_a_target_forms_are_as_difficult_as_the_first() {
    AssemblyTask task = task(LINES, new Demands(DEMANDS.bounds(), null, 10, null), bank(600, 2), Set.of(), 4, true, 2);
    assertKept(task, TestAssembly.of(task));
  }

  @Test
  void items_that_exclude_each_other_never_stand_on_one_form() {
    List<Items.Candidate> bank = bank(300, 3);
    Random random = new Random(3);
    Set<Exclusion> exclusions = new HashSet<>();
    while (exclusions.size() < 40) {
      int one = 1 + random.nextInt(300);
      int other = 1 + random.nextInt(300);
      if (one != other) exclusions.add(Exclusion.of(one, other));
    }
    AssemblyTask task = task(LINES, Demands.NONE, bank, exclusions, 3, true, 3);
    assertKept(task, TestAssembly.of(task));
  }

  @Test
  void another_seed_makes_other_forms_and_the_same_seed_the_same() {
    List<Items.Candidate> bank = bank(600, 4);
    var first = TestAssembly.of(task(LINES, DEMANDS, bank, Set.of(), 2, true, 10)).forms();
    assertEquals(first, TestAssembly.of(task(LINES, DEMANDS, bank, Set.of(), 2, true, 10)).forms());
    assertNotEquals(first, TestAssembly.of(task(LINES, DEMANDS, bank, Set.of(), 2, true, 11)).forms());
  }

  @Test
  void a_bank_that_is_too_small_for_disjoint_forms_is_enough_where_they_may_share() {
    List<Items.Candidate> bank = bank(110, 5);
    assertTrue(TestAssembly.of(task(LINES, Demands.NONE, bank, Set.of(), 4, true, 5)).lacks().stream().anyMatch(lack -> lack.kind() == Lack.Kind.LINE));
    AssemblyTask sharing = task(LINES, Demands.NONE, bank, Set.of(), 4, false, 5);
    assertKept(sharing, TestAssembly.of(sharing));
  }

  @Test
  void a_line_that_cannot_be_filled_is_named_with_how_many_items_it_lacks() {
    List<Items.Candidate> bank = new ArrayList<>();
    for (int id = 1; id <= 7; id++) bank.add(new Items.Candidate(id, id, "X" + id, ItemType.SINGLE, "法1/点1", "法1", "立案", "综合", 3));
    List<Line> lines = List.of(new Line("法1", ItemType.SINGLE, 1, 5, 5, 10), new Line("法2", ItemType.SINGLE, 1, 5, 2, 10));
    assertEquals(List.of(new Lack(Lack.Kind.LINE, 0, 3), new Lack(Lack.Kind.LINE, 1, 4)), TestAssembly.of(task(lines, Demands.NONE, bank, Set.of(), 2, true, 1)).lacks());
  }

  @Test
  void a_bound_that_cannot_be_met_is_named_with_how_many_items_it_lacks() {
    List<Items.Candidate> bank = new ArrayList<>();
    for (int id = 1; id <= 30; id++) bank.add(new Items.Candidate(id, id, "X" + id, ItemType.SINGLE, "法1/点1", "法1", id <= 3 ? "救济" : "立案", "综合", 3));
    List<Line> lines = List.of(new Line("法1", ItemType.SINGLE, 1, 5, 10, 10));
    Demands least = new Demands(List.of(new Bound(Dimension.STAGE, "救济", 5, null)), null, 10, null);
    assertEquals(List.of(new Lack(Lack.Kind.BOUND_MIN, 0, 2)), TestAssembly.of(task(lines, least, bank, Set.of(), 1, true, 1)).lacks());
    Demands most = new Demands(List.of(new Bound(Dimension.STAGE, "立案", null, 6)), null, 10, null);
    assertEquals(List.of(new Lack(Lack.Kind.BOUND_MAX, 0, 1)), TestAssembly.of(task(lines, most, bank, Set.of(), 1, true, 1)).lacks());
  }

  @Test
  void a_difficulty_that_the_bank_does_not_have_is_said() {
    List<Items.Candidate> bank = new ArrayList<>();
    for (int id = 1; id <= 30; id++) bank.add(new Items.Candidate(id, id, "X" + id, ItemType.SINGLE, "法1/点1", "法1", "立案", "综合", 2));
    List<Line> lines = List.of(new Line("法1", ItemType.SINGLE, 1, 5, 10, 10));
    assertEquals(List.of(Lack.Kind.DIFFICULTY), TestAssembly.of(task(lines, new Demands(List.of(), 400, 10, null), bank, Set.of(), 1, true, 1)).lacks().stream().map(Lack::kind).toList());
  }

  @Test
  void the_least_exposed_of_equals_come_first() {
    List<Items.Candidate> bank = new ArrayList<>();
    for (int id = 1; id <= 20; id++) bank.add(new Items.Candidate(id, id, "X" + id, ItemType.SINGLE, "法1/点1", "法1", "立案", "综合", 3));
    Map<Long, Integer> exposure = new java.util.HashMap<>();
    for (long id = 1; id <= 10; id++) exposure.put(id, 500);
    var forms = TestAssembly.of(new AssemblyTask(List.of(new Line(null, ItemType.SINGLE, 1, 5, 10, 10)), Demands.NONE, bank, Set.of(), exposure, 1, true, 1)).forms();
    assertTrue(forms.get(0).get(0).stream().allMatch(item -> item.itemId() > 10), forms.toString());
  }
}
