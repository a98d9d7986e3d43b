package cn.lianbing.feedback.web;

import cn.lianbing.feedback.QuizTaking;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session's quiz for an officer: the part that can be sat now, and what came of those handed in. */
@Named
@ViewScoped
public class QuizPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject QuizTaking taking;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String asked;
  private long sessionId;
  private List<QuizTaking.Outcome> outcomes = List.of();
  private QuizTaking.Sheet sheet;
  private String whyNone;

  public void enter() {
    messages.found(() -> {
      sessionId = NotFound.id("quiz", asked);
      load();
    });
  }

  private void load() {
    outcomes = taking.outcome(user.caller(), sessionId);
    sheet = null;
    try {
      sheet = taking.sheet(user.caller(), sessionId);
    } catch (Refused refused) {
      whyNone = texts.texts().of("refused." + refused.code(), refused.arguments());
    }
  }

  /** The inputs are plain ones, named q1, q2 … */
  public void handIn() {
    Map<String, String[]> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    List<QuizTaking.Answer> answers = new ArrayList<>();
    for (QuizTaking.Question question : sheet.questions()) answers.add(new QuizTaking.Answer(question.no(), List.of(sent.getOrDefault("q" + question.no(), new String[0]))));
    boolean done = messages.tried(() -> taking.handIn(user.caller(), sessionId, answers));
    load();
    if (done) messages.done("feedback.quiz.handedIn");
  }

  public List<QuizTaking.Outcome> getOutcomes() {
    return outcomes;
  }

  public QuizTaking.Sheet getSheet() {
    return sheet;
  }

  public String getWhyNone() {
    return whyNone;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
