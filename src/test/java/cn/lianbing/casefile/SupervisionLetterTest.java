package cn.lianbing.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.platform.Refused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Article 43: first the letter of opinion with a deadline, the letter of decision only where the unit has not acted by then. */
class SupervisionLetterTest {
  private static final LocalDate ISSUED = LocalDate.of(2026, 5, 1);
  private static final LocalDate DEADLINE = LocalDate.of(2026, 5, 31);
  private static final LocalDate AFTER = DEADLINE.plusDays(1);
  private final SupervisionLetter letter = SupervisionLetter.ofOpinion(1, 2, "陕执监意〔2026〕1号", ISSUED, DEADLINE);

  private static void refused(String code, Executable action) {
    assertEquals(code, assertThrows(Refused.class, action).code());
  }

  private SupervisionLetter decide(SupervisionLetter of, LocalDate today) {
    return of.decide(today, "陕执监决〔2026〕1号", today.plusDays(15), SupervisionLetter.Measure.CORRECT, "纠正");
  }

  @Test
  void no_decision_before_the_deadline_has_passed_and_not_on_its_day() {
    refused("deadline-not-over", () -> decide(letter, ISSUED));
    refused("deadline-not-over", () -> decide(letter, DEADLINE));
    assertFalse(letter.overdue(DEADLINE));
    assertTrue(letter.overdue(AFTER));
    SupervisionLetter decision = decide(letter, AFTER);
    assertEquals(SupervisionLetter.Kind.DECISION, decision.kind());
    assertEquals(SupervisionLetter.State.DECIDED, letter.state());
    assertEquals(AFTER, decision.issuedOn());
  }

  @Test
  void no_decision_twice_and_none_of_a_decision() {
    SupervisionLetter decision = decide(letter, AFTER);
    refused("letter-decided", () -> decide(letter, AFTER));
    refused("decision-of-decision", () -> decide(decision, AFTER.plusYears(1)));
  }

  @Test
  void no_decision_while_an_answer_waits_and_none_once_it_was_accepted() {
    letter.answer(AFTER, "已整改");
    refused("answer-waits", () -> decide(letter, AFTER));
    letter.accept();
    refused("letter-accepted", () -> decide(letter, AFTER));
  }

  @Test
  void an_answer_that_is_not_enough_is_sent_back_and_the_old_deadline_stays() {
    letter.answer(ISSUED.plusDays(3), "正在整改");
    letter.sendBack(null);
    assertEquals(DEADLINE, letter.deadline());
    assertEquals(null, letter.answeredOn());
    assertTrue(letter.overdue(AFTER));
    decide(letter, AFTER);
  }

  @Test
  void a_new_deadline_gives_time_again() {
    letter.answer(AFTER, "正在整改");
    letter.sendBack(AFTER.plusDays(10));
    refused("deadline-not-over", () -> decide(letter, AFTER.plusDays(10)));
    decide(letter, AFTER.plusDays(11));
  }

  @Test
  void a_late_answer_is_an_answer_until_the_decision_has_been_issued() {
    letter.answer(AFTER.plusDays(5), "已整改");
    assertEquals(AFTER.plusDays(5), letter.answeredOn());
    SupervisionLetter other = SupervisionLetter.ofOpinion(1, 2, "陕执监意〔2026〕2号", ISSUED, DEADLINE);
    decide(other, AFTER);
    refused("letter-decided", () -> other.answer(AFTER, "已整改"));
  }

  @Test
  void nothing_is_answered_or_judged_twice() {
    refused("letter-not-answered", letter::accept);
    refused("letter-not-answered", () -> letter.sendBack(null));
    letter.answer(ISSUED, "已整改");
    refused("letter-answered", () -> letter.answer(ISSUED, "已整改"));
    letter.accept();
    refused("letter-accepted", () -> letter.answer(ISSUED, "已整改"));
    refused("letter-not-answered", () -> letter.sendBack(AFTER));
  }
}
