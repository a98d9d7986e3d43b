package cn.lianbing.feedback;

import cn.lianbing.platform.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;

/** Five questions to ask after a session. A form that was opened keeps its own copy. */
@Entity
@Table(name = "feedback_template")
public class FeedbackTemplate {
  public enum State { IN_USE, RETIRED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String title;
  private String questions;
  @Enumerated(EnumType.STRING) private State state = State.IN_USE;
  @Version private int version;

  protected FeedbackTemplate() {}

  FeedbackTemplate(String title, List<FeedbackQuestion> questions) {
    write(title, questions);
  }

  void write(String newTitle, List<FeedbackQuestion> newQuestions) {
    title = newTitle;
    questions = Json.write(newQuestions);
  }

  void retire() {
    state = State.RETIRED;
  }

  public Long id() {
    return id;
  }

  public String title() {
    return title;
  }

  public List<FeedbackQuestion> questions() {
    return Json.list(questions, FeedbackQuestion[].class);
  }

  public State state() {
    return state;
  }
}
