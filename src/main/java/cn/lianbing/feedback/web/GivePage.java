package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.feedback.FeedbackGiving;
import cn.lianbing.feedback.FeedbackSlips;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.training.TrainingSessions;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/** Taking the ticket: where a link or the poster's QR code leads. */
@Named
@ViewScoped
public class GivePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject FeedbackForms forms;
  @Inject FeedbackGiving giving;
  @Inject TrainingSessions sessions;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private TrainingSessions.Row session;
  private FeedbackForms.Mine mine;

  public void enter() {
    messages.found(() -> {
      long id = NotFound.id("trainingSession", asked);
      session = sessions.row(user.caller(), id);
      mine = forms.mine(user.caller()).stream().filter(one -> one.sessionId() == id && one.feedbackUntil() != null).findFirst().orElse(null);
    });
  }

  /** The ticket goes behind the #, which the browser sends to nobody. */
  public void draw() throws IOException {
    String[] ticket = new String[1];
    if (!messages.tried(() -> ticket[0] = giving.draw(user.caller(), session.id()))) return;
    var outside = FacesContext.getCurrentInstance().getExternalContext();
    outside.redirect(outside.getRequestContextPath() + FeedbackSlips.answer(ticket[0]));
  }

  public TrainingSessions.Row getSession() {
    return session;
  }

  /** Null where the caller cannot answer now. */
  public FeedbackForms.Mine getMine() {
    return mine;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
