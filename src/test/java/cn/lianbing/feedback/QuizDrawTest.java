package cn.lianbing.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.bank.ItemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuizDrawTest {
  private static List<QuizDraw.Candidate> bank(int each) {
    List<QuizDraw.Candidate> candidates = new ArrayList<>();
    for (ItemType type : List.of(ItemType.SINGLE, ItemType.MULTIPLE)) for (int i = 0; i < each; i++) candidates.add(new QuizDraw.Candidate(candidates.size() + 1, type, 1 + i % 5));
    return candidates;
  }

  @Test
  void the_two_forms_share_no_question_and_match_in_type_and_nearly_in_difficulty() {
    Map<Long, QuizDraw.Candidate> byId = new HashMap<>();
    bank(20).forEach(one -> byId.put(one.versionId(), one));
    for (int seed = 0; seed < 200; seed++) {
      QuizDraw.Forms forms = QuizDraw.of(bank(20), 5, new Random(seed));
      Set<Long> all = new HashSet<>(forms.a());
      all.addAll(forms.b());
      assertEquals(10, all.size());
      for (int i = 0; i < 5; i++) {
        QuizDraw.Candidate a = byId.get(forms.a().get(i));
        QuizDraw.Candidate b = byId.get(forms.b().get(i));
        assertEquals(a.type(), b.type());
        assertEquals(a.difficulty(), b.difficulty());
      }
    }
  }

  @Test
  void chance_decides_which_questions_are_drawn_and_which_form_gets_which() {
    Set<Set<Long>> drawn = new HashSet<>();
    Set<Long> inA = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      QuizDraw.Forms forms = QuizDraw.of(bank(10), 2, new Random(seed));
      drawn.add(new HashSet<>(forms.a()));
      inA.addAll(forms.a());
    }
    assertTrue(drawn.size() > 50, drawn.size() + " different forms");
    assertEquals(20, inA.size());
  }

  @Test
  void too_few_of_one_type_give_a_shorter_form_that_the_caller_refuses() {
    List<QuizDraw.Candidate> odd = List.of(new QuizDraw.Candidate(1, ItemType.SINGLE, 1), new QuizDraw.Candidate(2, ItemType.MULTIPLE, 1), new QuizDraw.Candidate(3, ItemType.TRUE_FALSE, 1));
    assertEquals(0, QuizDraw.of(odd, 1, new Random(1)).a().size());
  }
}
