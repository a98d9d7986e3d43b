package cn.lianbing.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the vectors that open-spaced-repetition publishes with fsrs-rs, py-fsrs and ts-fsrs for FSRS-6. */
class FsrsTest {
  private static final Fsrs.Rating AGAIN = Fsrs.Rating.AGAIN;
  private static final Fsrs.Rating GOOD = Fsrs.Rating.GOOD;

  private static Fsrs.Memory after(Fsrs fsrs, List<Fsrs.Rating> ratings, int... days) {
    Fsrs.Memory memory = null;
    for (int i = 0; i < ratings.size(); i++) memory = memory == null ? fsrs.first(ratings.get(i)) : fsrs.next(memory, ratings.get(i), days[i]);
    return memory;
  }

  @Test
  void the_first_memories_are_the_published_ones() {
    double[][] expected = {{.212, 6.4133}, {1.2931, 5.1121707}, {2.3065, 2.118104}, {8.2956, 1}};
    for (Fsrs.Rating rating : Fsrs.Rating.values()) {
      assertEquals(expected[rating.ordinal()][0], Fsrs.DEFAULT.first(rating).stability(), 1e-6);
      assertEquals(expected[rating.ordinal()][1], Fsrs.DEFAULT.first(rating).difficulty(), 1e-6);
    }
  }

  @Test
  void the_published_history_of_six_leads_to_the_published_memory() {
    Fsrs.Memory memory = after(Fsrs.DEFAULT, List.of(AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD), 0, 0, 1, 3, 8, 21);
    assertEquals(53.62691, memory.stability(), 1e-4);
    assertEquals(6.3574867, memory.difficulty(), 1e-4);
  }

  @Test
  void without_the_same_days_parameters_it_leads_to_the_other_published_one() {
    double[] frozen = Fsrs.DEFAULT.parameters();
    Arrays.fill(frozen, 17, 20, 0);
    Fsrs.Memory memory = after(new Fsrs(frozen), List.of(AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD), 0, 0, 1, 3, 8, 21);
    assertEquals(53.335106, memory.stability(), 1e-4);
    assertEquals(6.3574867, memory.difficulty(), 1e-4);
  }

  /** Of the published row the zeros are learning steps in minutes, which happen on the same day. */
  @Test
  void the_published_row_of_intervals_comes_out() {
    List<Fsrs.Rating> ratings = List.of(GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD);
    int[] expected = {0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};
    Fsrs.Memory memory = null;
    for (int i = 0; i < expected.length; i++) {
      memory = memory == null ? Fsrs.DEFAULT.first(ratings.get(i)) : Fsrs.DEFAULT.next(memory, ratings.get(i), expected[i - 1]);
      if (expected[i] > 0) assertEquals(expected[i], Fsrs.DEFAULT.interval(memory.stability(), .9), "answer " + i);
    }
  }

  @Test
  void after_as_many_days_as_it_is_stable_the_chance_is_nine_in_ten() {
    assertEquals(.9, Fsrs.DEFAULT.retrievability(7, 7), 1e-9);
    assertEquals(1, Fsrs.DEFAULT.retrievability(7, 0), 1e-9);
  }

  @Test
  void the_published_chances_for_a_decay_of_a_fifth() {
    double[] parameters = Fsrs.DEFAULT.parameters();
    parameters[20] = .2;
    assertEquals(.84028935, new Fsrs(parameters).retrievability(1, 2), 1e-6);
    assertEquals(.7985001, new Fsrs(parameters).retrievability(1, 3), 1e-6);
  }

  @Test
  void who_wants_to_remember_more_repeats_sooner() {
    assertTrue(Fsrs.DEFAULT.interval(20, .95) < Fsrs.DEFAULT.interval(20, .9));
    assertTrue(Fsrs.DEFAULT.interval(20, .8) > Fsrs.DEFAULT.interval(20, .9));
  }

  @Test
  void ten_times_easy_on_one_day_is_as_easy_as_can_be() {
    Fsrs.Memory memory = Fsrs.DEFAULT.first(Fsrs.Rating.EASY);
    for (int i = 0; i < 9; i++) memory = Fsrs.DEFAULT.next(memory, Fsrs.Rating.EASY, 0);
    assertEquals(1, memory.difficulty());
  }
}
