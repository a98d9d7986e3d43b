package cn.lianbing.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lianbing.feedback.FeedbackQuestion.About;
import cn.lianbing.platform.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackQuestionTest {
  private static List<FeedbackQuestion> five() {
    List<FeedbackQuestion> questions = new ArrayList<>();
    for (About about : About.values()) questions.add(new FeedbackQuestion("问题", about));
    return questions;
  }

  private static String refused(List<FeedbackQuestion> questions) {
    return assertThrows(Invalid.class, () -> FeedbackQuestion.checked(questions)).violations().get(0).code();
  }

  @Test
  void there_are_five_each_with_a_text() {
    assertEquals(five(), FeedbackQuestion.checked(five()));
    assertEquals("feedback.five", refused(five().subList(0, 4)));
    assertEquals("feedback.five", refused(null));
    List<FeedbackQuestion> blank = five();
    blank.set(2, new FeedbackQuestion("  ", About.USE));
    assertEquals("feedback.question", refused(blank));
    blank.set(2, null);
    assertEquals("feedback.question", refused(blank));
  }

  @Test
  void one_is_about_the_lecturers_and_one_overall_so_that_ratings_mean_the_same_everywhere() {
    List<FeedbackQuestion> two = five();
    two.set(0, new FeedbackQuestion("讲师准时", About.LECTURER));
    assertEquals("feedback.once", refused(two));
    List<FeedbackQuestion> none = five();
    none.set(4, new FeedbackQuestion("内容", About.CONTENT));
    assertEquals("feedback.once", refused(none));
    assertEquals(1, FeedbackQuestion.place(five(), About.LECTURER));
  }
}
