package cn.lianbing.paper.web;

import cn.lianbing.paper.ItemExclusions;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Items that may not stand on one paper. */
@Named
@RequestScoped
public class ExclusionsPage {
  @Inject ItemExclusions exclusions;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private List<ItemExclusions.Row> rows;
  private String first;
  private String second;
  private String reason;

  public List<ItemExclusions.Row> getRows() {
    if (rows == null) rows = exclusions.all(user.caller());
    return rows;
  }

  public String exclude() {
    return act(() -> exclusions.exclude(user.caller(), first, second, reason), "paper.exclusions.made");
  }

  public String allow(String one, String other) {
    return act(() -> exclusions.allow(user.caller(), one, other), "paper.exclusions.removed");
  }

  private String act(Messages.Action action, String done) {
    if (!messages.tried(action)) return null;
    messages.done(done);
    return "/staff/paper/exclusions.xhtml?faces-redirect=true";
  }

  public String getFirst() {
    return first;
  }

  public void setFirst(String first) {
    this.first = first;
  }

  public String getSecond() {
    return second;
  }

  public void setSecond(String second) {
    this.second = second;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
