package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Sessions that began, with their feedback. */
@Named
@ViewScoped
public class FeedbacksPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject FeedbackForms forms;
  @Inject CurrentUser user;
  private String state;
  private LazyRows<FeedbackForms.Row> rows;

  @PostConstruct
  void begin() {
    rows = new LazyRows<>(request -> forms.page(user.caller(), state, request), FeedbackForms.Row::sessionId);
  }

  public LazyRows<FeedbackForms.Row> getRows() {
    return rows;
  }

  public List<String> getStates() {
    return List.of("NONE", "OPEN", "CLOSED");
  }

  /** 4.27 */
  public String mean(Integer hundredths) {
    return FeedbackPage.text(hundredths);
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
