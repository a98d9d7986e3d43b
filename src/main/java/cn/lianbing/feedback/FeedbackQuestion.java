package cn.lianbing.feedback;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** One of a form's five questions, answered from 1 (not at all) to 5 (fully). */
public record FeedbackQuestion(String text, About about) implements Serializable {
  /** As many as a form has. */
  public static final int COUNT = 5;
  private static final int LONGEST = 60;

  /** What it asks about. The answer to LECTURER rates the lecturers, OVERALL is the session's satisfaction. */
  public enum About { CONTENT, LECTURER, ORGANISATION, USE, OVERALL }

  @JsonbCreator
  public FeedbackQuestion {
    text = text == null ? "" : text.strip();
  }

  /** @throws Invalid for {@code questions}: not five, an empty or too long one, or not exactly one about the lecturers and one overall */
  static List<FeedbackQuestion> checked(List<FeedbackQuestion> questions) {
    if (questions == null || questions.size() != COUNT) throw Invalid.field("questions", "feedback.five", COUNT);
    List<Invalid.Violation> wrong = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      FeedbackQuestion one = questions.get(i);
      if (one == null || one.about == null || one.text.isEmpty() || one.text.length() > LONGEST) wrong.add(Invalid.Violation.of("question" + (i + 1), "feedback.question", i + 1, LONGEST));
    }
    if (!wrong.isEmpty()) throw new Invalid(wrong);
    for (About once : List.of(About.LECTURER, About.OVERALL)) if (questions.stream().filter(one -> one.about == once).count() != 1) throw Invalid.field("questions", "feedback.once");
    return List.copyOf(questions);
  }

  /** The place of the one question about it, from 0. */
  static int place(List<FeedbackQuestion> questions, About about) {
    for (int i = 0; i < questions.size(); i++) if (questions.get(i).about == about) return i;
    throw new IllegalArgumentException("no question about " + about);
  }
}
