package cn.lianbing.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawTest {

  @Test
  void the_same_seed_draws_the_same_paper() {
    Pool pool = pool(part(ItemType.SINGLE, 10, 1, 40), part(ItemType.MULTIPLE, 5, 30, 60));
    for (long seed = -3; seed < 3; seed++) assertEquals(Draw.paper(pool, seed), Draw.paper(pool, seed));
    assertNotEquals(Draw.paper(pool, 1), Draw.paper(pool, 2));
  }

  @Test
  void a_seed_draws_this_paper_for_ever() {
    List<Question> paper = Draw.paper(pool(part(ItemType.SINGLE, 3, 1, 9), part(ItemType.TRUE_FALSE, 2, 11, 14)), 20261124);
    assertEquals("1:4:ACBD 2:3:DCBA 3:6:CABD 4:11:AB 5:12:AB", String.join(" ", paper.stream().map(one -> one.no() + ":" + one.itemVersionId() + ":" + one.optionOrder()).toList()));
  }

  @Test
  void no_item_comes_twice_and_each_line_gets_its_number() {
    Pool pool = pool(part(ItemType.SINGLE, 10, 1, 30), part(ItemType.SINGLE, 10, 1, 20), part(ItemType.SINGLE, 10, 11, 30));
    for (long seed = 0; seed < 200; seed++) {
      List<Question> paper = Draw.paper(pool, seed);
      assertEquals(30, paper.size());
      assertFills(pool, paper);
    }
  }

  @Test
  void questions_are_numbered_from_one_and_keep_their_lines_marks() {
    List<Question> paper = Draw.paper(pool(part(ItemType.SINGLE, 4, 1, 9, 10), part(ItemType.MULTIPLE, 3, 20, 29, 25)), 5);
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), paper.stream().map(Question::no).toList());
    assertEquals(List.of(10, 10, 10, 10, 25, 25, 25), paper.stream().map(Question::marks).toList());
  }

  @Test
  void a_types_questions_stay_together_in_the_blueprints_order() {
    Pool pool = pool(part(ItemType.MULTIPLE, 3, 20, 29), part(ItemType.SINGLE, 4, 1, 9), part(ItemType.MULTIPLE, 3, 30, 39));
    for (long seed = 0; seed < 20; seed++) {
      List<Question> paper = Draw.paper(pool, seed);
      assertTrue(paper.subList(0, 6).stream().allMatch(one -> one.itemVersionId() >= 20));
      assertTrue(paper.subList(6, 10).stream().allMatch(one -> one.itemVersionId() < 20));
    }
  }

  @Test
  void options_are_shuffled_and_none_is_lost() {
    Set<String> orders = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) for (Question one : Draw.paper(pool(part(ItemType.SINGLE, 3, 1, 3)), seed)) {
      assertEquals("ABCD", sorted(one.optionOrder()));
      orders.add(one.optionOrder());
    }
    assertEquals(24, orders.size());
  }

  @Test
  void right_stays_before_wrong() {
    for (long seed = 0; seed < 50; seed++) for (Question one : Draw.paper(pool(part(ItemType.TRUE_FALSE, 3, 1, 9)), seed)) assertEquals("AB", one.optionOrder());
  }

  @Test
  void a_blank_has_no_options() {
    assertTrue(Draw.paper(pool(part(ItemType.FILL, 3, 1, 9)), 1).stream().allMatch(one -> one.optionOrder().isEmpty()));
  }

  @Test
  void letters_as_shown_and_as_written_are_inverse() {
    Question question = new Question(1, 7, "CADB", 10);
    assertEquals("C", question.authors("A"));
    assertEquals("A", question.shown("C"));
    for (String letter : List.of("A", "B", "C", "D")) {
      assertEquals(letter, question.authors(question.shown(letter)));
      assertEquals(letter, question.shown(question.authors(letter)));
    }
  }

  @Test
  void every_item_of_a_line_comes_up_about_as_often() {
    Map<Long, Integer> drawn = new HashMap<>();
    Pool pool = pool(part(ItemType.SINGLE, 5, 1, 20));
    for (long seed = 0; seed < 4000; seed++) Draw.paper(pool, seed).forEach(one -> drawn.merge(one.itemVersionId(), 1, Integer::sum));
    assertEquals(20, drawn.size());
    drawn.forEach((item, times) -> assertTrue(times > 850 && times < 1150, item + " came " + times + " times, not about 1000"));
  }

  @Test
  void a_line_that_the_bank_cannot_fill_is_named() {
    assertEquals(List.of(new Draw.Shortage(1, 9, 5)), Draw.shortages(pool(part(ItemType.SINGLE, 5, 1, 9), part(ItemType.MULTIPLE, 9, 20, 24))));
    assertThrows(IllegalStateException.class, () -> Draw.paper(pool(part(ItemType.SINGLE, 3, 1, 2)), 1));
  }

  @Test
  void lines_that_each_have_enough_may_lack_items_together() {
    assertEquals(List.of(new Draw.Shortage(1, 6, 4)), Draw.shortages(pool(part(ItemType.SINGLE, 6, 1, 10), part(ItemType.SINGLE, 6, 1, 10))));
  }

  @Test
  void the_narrow_line_gets_its_items_though_the_wide_one_comes_first() {
    Pool pool = pool(part(ItemType.SINGLE, 5, 1, 10), part(ItemType.SINGLE, 5, 1, 5));
    for (long seed = 0; seed < 100; seed++) assertFills(pool, Draw.paper(pool, seed));
  }

  @Test
  void a_paper_is_found_whenever_there_is_one() {
    Random random = new Random(7);
    int possible = 0;
    for (int round = 0; round < 3000; round++) {
      Pool pool = randomPool(random);
      int wanted = pool.parts().stream().mapToInt(part -> part.line().count()).sum();
      int most = maximumFlow(pool);
      assertEquals(wanted - most, Draw.shortages(pool).stream().mapToInt(one -> one.wanted() - one.found()).sum(), pool.toString());
      if (most < wanted) continue;
      possible++;
      assertFills(pool, Draw.paper(pool, random.nextLong()));
    }
    assertTrue(possible > 300 && possible < 2700, possible + " of the random pools can be drawn");
  }

  @Test
  void the_questions_of_a_case_follow_each_other_with_their_own_marks() {
    Pool pool = pool(part(ItemType.SINGLE, 3, 1, 9), new Pool.Part(new Line(null, ItemType.CASE, 1, 5, 2, 90), List.of(50L, 51L, 52L), Collections.nCopies(3, "ABCD=20/AB!=10/=30/ABC1234=30")));
    for (long seed = 0; seed < 50; seed++) {
      List<Question> paper = Draw.paper(pool, seed);
      assertEquals(11, paper.size());
      assertEquals(List.of(1, 2, 3, 4, 1, 2, 3, 4), paper.subList(3, 11).stream().map(Question::part).toList());
      assertEquals(210, paper.stream().mapToInt(Question::marks).sum());
      assertEquals(2, paper.subList(3, 11).stream().map(Question::itemVersionId).distinct().count());
      assertEquals("AB", paper.get(4).optionOrder());
      assertEquals("", paper.get(5).optionOrder());
      assertEquals("ABC", sorted(paper.get(6).letters()));
      assertEquals("1234", sorted(paper.get(6).left()));
      assertEquals(paper.get(6).optionOrder(), paper.get(6).letters() + paper.get(6).left());
    }
  }

  /** No item twice, and the drawn items alone fill every line. */
  private static void assertFills(Pool pool, List<Question> paper) {
    Set<Long> drawn = new HashSet<>(paper.stream().map(Question::itemVersionId).toList());
    assertEquals(paper.size(), drawn.size());
    assertEquals(pool.parts().stream().mapToInt(part -> part.line().count()).sum(), drawn.size());
    List<Pool.Part> narrowed = pool.parts().stream().map(part -> new Pool.Part(part.line(), part.versions().stream().filter(drawn::contains).toList(), List.of())).toList();
    assertEquals(paper.size(), maximumFlow(new Pool(narrowed)));
  }

  private static Pool randomPool(Random random) {
    List<Pool.Part> parts = new ArrayList<>();
    int items = 1 + random.nextInt(14);
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      List<Long> versions = LongStream.rangeClosed(1, items).boxed().filter(id -> random.nextInt(3) == 0).toList();
      parts.add(part(ItemType.SINGLE, 1 + random.nextInt(4), versions, 10));
    }
    return new Pool(parts);
  }

  /** Edmonds–Karp, written apart from what it checks: source → lines (their count) → items (1) → sink. */
  private static int maximumFlow(Pool pool) {
    List<Long> items = pool.parts().stream().flatMap(part -> part.versions().stream()).distinct().toList();
    int lines = pool.parts().size();
    int sink = 1 + lines + items.size();
    int[][] capacity = new int[sink + 1][sink + 1];
    for (int line = 0; line < lines; line++) {
      capacity[0][1 + line] = pool.parts().get(line).line().count();
      for (Long version : pool.parts().get(line).versions()) capacity[1 + line][1 + lines + items.indexOf(version)] = 1;
    }
    for (int item = 0; item < items.size(); item++) capacity[1 + lines + item][sink] = 1;
    int flow = 0;
    for (int[] from = path(capacity, sink); from[sink] >= 0; from = path(capacity, sink)) {
      for (int node = sink; node != 0; node = from[node]) {
        capacity[from[node]][node]--;
        capacity[node][from[node]]++;
      }
      flow++;
    }
    return flow;
  }

  private static int[] path(int[][] capacity, int sink) {
    int[] from = new int[sink + 1];
    Arrays.fill(from, -1);
    List<Integer> reached = new ArrayList<>(List.of(0));
    for (int i = 0; i < reached.size(); i++) {
      for (int next = 1; next <= sink; next++) {
        if (from[next] >= 0 || capacity[reached.get(i)][next] <= 0) continue;
        from[next] = reached.get(i);
        reached.add(next);
      }
    }
    return from;
  }

  private static String sorted(String letters) {
    char[] sorted = letters.toCharArray();
    Arrays.sort(sorted);
    return new String(sorted);
  }

  private static Pool pool(Pool.Part... parts) {
    return new Pool(List.of(parts));
  }

  private static Pool.Part part(ItemType type, int count, long from, long to) {
    return part(type, count, from, to, 10);
  }

  private static Pool.Part part(ItemType type, int count, long from, long to, int marks) {
    return part(type, count, LongStream.rangeClosed(from, to).boxed().toList(), marks);
  }

  private static Pool.Part part(ItemType type, int count, List<Long> versions, int marks) {
    String letters = type == ItemType.FILL ? "" : type == ItemType.TRUE_FALSE ? "AB" : "ABCD";
    return new Pool.Part(new Line(null, type, 1, 5, count, marks), versions, Collections.nCopies(versions.size(), letters));
  }
}
