package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackQuestion;
import cn.lianbing.feedback.FeedbackTemplates;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The templates, and one that is being written. */
@Named
@ViewScoped
public class FeedbackTemplatesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject FeedbackTemplates templates;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private Long id;
  private String title;
  private List<Line> lines;

  /** A question that is being written. */
  public static class Line implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int no;
    private String question;
    private FeedbackQuestion.About about;

    Line(int no, String question, FeedbackQuestion.About about) {
      this.no = no;
      this.question = question;
      this.about = about;
    }

    public int getNo() {
      return no;
    }

    public String getQuestion() {
      return question;
    }

    public void setQuestion(String question) {
      this.question = question;
    }

    public FeedbackQuestion.About getAbout() {
      return about;
    }

    public void setAbout(FeedbackQuestion.About about) {
      this.about = about;
    }
  }

  @PostConstruct
  public void anew() {
    id = null;
    title = null;
    lines = new ArrayList<>();
    for (FeedbackQuestion.About about : FeedbackQuestion.About.values()) lines.add(new Line(lines.size() + 1, null, about));
  }

  public void edit(FeedbackTemplates.Row row) {
    id = row.id();
    title = row.title();
    lines = new ArrayList<>();
    for (FeedbackQuestion one : row.questions()) lines.add(new Line(lines.size() + 1, one.text(), one.about()));
  }

  public void save() {
    List<FeedbackQuestion> questions = lines.stream().map(line -> new FeedbackQuestion(line.question, line.about)).toList();
    if (!messages.tried(() -> templates.save(user.caller(), id, title, questions))) return;
    messages.done("feedback.template.saved", title);
    anew();
  }

  public void retire(FeedbackTemplates.Row row) {
    if (messages.tried(() -> templates.retire(user.caller(), row.id()))) messages.done("feedback.template.retired", row.title());
  }

  public boolean isManager() {
    return user.caller().has("TRAINER");
  }

  public List<FeedbackTemplates.Row> getTemplates() {
    return templates.all();
  }

  public FeedbackQuestion.About[] getAbouts() {
    return FeedbackQuestion.About.values();
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public List<Line> getLines() {
    return lines;
  }
}
