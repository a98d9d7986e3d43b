package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Forms and quizzes that wait for the officer; also shown within other pages of theirs. */
@Named
@RequestScoped
public class WaitingPage {
  @Inject FeedbackForms forms;
  @Inject CurrentUser user;
  private List<FeedbackForms.Mine> items;

  public List<FeedbackForms.Mine> getItems() {
    if (items == null) items = forms.mine(user.caller());
    return items;
  }
}
