package cn.lianbing.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PracticeCardTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private final PracticeCard card = new PracticeCard(1, 2);

  private void answer(boolean right, int day) {
    card.answered(7, right, MONDAY.plusDays(day), Fsrs.DEFAULT, .9);
  }

  @Test
  void what_was_right_at_once_is_neither_in_the_book_nor_repeated() {
    answer(true, 0);
    assertFalse(card.inBook());
    assertNull(card.dueOn());
  }

  @Test
  void a_wrong_answer_comes_into_the_book_and_is_due_on_the_next_day() {
    answer(false, 0);
    assertTrue(card.inBook());
    assertEquals(MONDAY.plusDays(1), card.dueOn());
  }

  @Test
  void right_twice_on_one_day_does_not_take_it_out() {
    answer(false, 0);
    answer(true, 0);
    answer(true, 0);
    assertTrue(card.inBook());
  }

  @Test
  void right_on_two_different_days_takes_it_out_and_it_goes_on_being_repeated() {
    answer(false, 0);
    answer(true, 0);
    answer(true, 1);
    assertFalse(card.inBook());
    assertTrue(card.dueOn().isAfter(MONDAY.plusDays(1)));
  }

  @Test
  void wrong_in_between_begins_anew() {
    answer(false, 0);
    answer(true, 1);
    answer(false, 2);
    answer(true, 3);
    assertTrue(card.inBook());
    answer(true, 4);
    assertFalse(card.inBook());
  }

  @Test
  void a_favourite_is_repeated_from_today_and_no_more_when_taken_back() {
    card.mark(true, MONDAY);
    assertEquals(MONDAY, card.dueOn());
    card.mark(false, MONDAY);
    assertNull(card.dueOn());
  }

  @Test
  void a_favourite_that_was_wrong_goes_on_when_taken_back() {
    answer(false, 0);
    card.mark(true, MONDAY);
    card.mark(false, MONDAY);
    assertEquals(MONDAY.plusDays(1), card.dueOn());
  }
}
