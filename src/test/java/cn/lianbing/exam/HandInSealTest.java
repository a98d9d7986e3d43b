package cn.lianbing.exam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HandInSealTest {
  private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 24, 9, 0);
  private final SecretKeySpec key = new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "HmacSHA256");
  private final HandInSeal seals = new HandInSeal(key);
  private final AnswerJournal journal = new AnswerJournal(key);

  private static byte[] answers(String... letters) {
    HandInSeal.Answers answers = new HandInSeal.Answers();
    for (int i = 0; i < letters.length; i++) answers.add(i + 1, i + 1, "{\"choice\":[\"" + letters[i] + "\"]}");
    return answers.hash();
  }

  private byte[] seal(String receipt, LocalDateTime at, byte[] answers) {
    return seals.of(new HandInSeal.HandIn(7, 3, receipt, at, 2, answers));
  }

  @Test
  void a_receipts_code_proves_these_answers_at_this_time_and_no_others() {
    String code = HandInSeal.code(seal("ABCD-EFGH", NINE, answers("A", "B")));
    assertTrue(HandInSeal.says(seal("ABCD-EFGH", NINE, answers("A", "B")), code));
    for (byte[] other : List.of(seal("ABCD-EFGH", NINE, answers("A", "C")), seal("ABCD-EFGH", NINE, answers("A")), seal("ABCD-EFGH", NINE.plusSeconds(1), answers("A", "B")), seal("ABCD-EFGJ", NINE, answers("A", "B")),
        new HandInSeal(new SecretKeySpec(new byte[32], "HmacSHA256")).of(new HandInSeal.HandIn(7, 3, "ABCD-EFGH", NINE, 2, answers("A", "B"))))) assertFalse(HandInSeal.says(other, code));
    assertFalse(HandInSeal.says(seal("ABCD-EFGH", NINE, answers("A", "B")), null));
  }

  @Test
  void a_row_that_is_changed_moved_or_left_out_breaks_the_journals_chain() {
    AnswerJournal.Row one = new AnswerJournal.Row(7, 1, 1, 1, "{\"choice\":[\"A\"]}", NINE);
    AnswerJournal.Row two = new AnswerJournal.Row(7, 2, 1, 2, "{\"choice\":[\"B\"]}", NINE);
    byte[] head = journal.hash(journal.hash(AnswerJournal.NOTHING_BEFORE, one), two);
    assertArrayEquals(head, journal.hash(journal.hash(AnswerJournal.NOTHING_BEFORE, one), two));
    assertFalse(java.util.Arrays.equals(head, journal.hash(AnswerJournal.NOTHING_BEFORE, two)));
    assertFalse(java.util.Arrays.equals(head, journal.hash(journal.hash(AnswerJournal.NOTHING_BEFORE, new AnswerJournal.Row(7, 1, 1, 1, "{\"choice\":[\"C\"]}", NINE)), two)));
  }
}
