package cn.lianbing.roster;

import static cn.lianbing.roster.ALecturer.aLecturer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The weighted mean. */
class RatingTest {
  @Test
  void few_answers_are_drawn_towards_the_rosters_mean_and_many_hardly() {
    assertEquals("4.13", Rating.text(new Rating(25, 5, 3.7).weighted()), "(10 × 3.7 + 25) ÷ 15");
    assertEquals("4.91", Rating.text(new Rating(500, 100, 4).weighted()));
    assertTrue(new Rating(15, 3, 4).weighted() < new Rating(384, 80, 4).weighted(), "three times 5 do not outrank eighty times 4.8");
  }

  @Test
  void without_answers_it_is_the_rosters_mean() {
    assertEquals(4.2, new Rating(0, 0, 4.2).weighted(), 1e-9);
    assertEquals(0, new Rating(0, 0, 4.2).plain());
    assertFalse(new Rating(16, 4, 4).shown());
    assertTrue(new Rating(20, 5, 4).shown());
  }

  @Test
  void a_session_with_fewer_than_five_answers_counts_for_nothing() {
    List<Lecture> lectures = aLecturer("甲").held(1, "2026-01-05T09:00", null, 4, 4).held(2, "2026-01-06T09:00", null, 25, 5).lectures();
    assertEquals(new Rating(25, 5, 4), Rating.of(lectures, 4));
    assertEquals(5, Rating.mean(lectures));
    assertEquals(Rating.MIDDLE, Rating.mean(List.of()));
  }

  @Test
  void the_weighted_mean_lies_between_both_means() {
    for (int n = 1; n < 60; n++) for (int sum = n; sum <= 5 * n; sum++) {
      Rating one = new Rating(sum, n, 3.9);
      assertTrue(one.weighted() >= Math.min(3.9, one.plain()) - 1e-9 && one.weighted() <= Math.max(3.9, one.plain()) + 1e-9, one.toString());
    }
  }
}
