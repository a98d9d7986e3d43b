package cn.lianbing.certificate.web;

import cn.lianbing.certificate.LargeChanges;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What waits for a second person. */
@Named
@ViewScoped
public class LargeChangesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  @Inject LargeChanges changes;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private LargeChanges.Row chosen;
  private String reason;

  public List<LargeChanges.Row> getRows() {
    return changes.page(user.caller(), new Page.Request(1, SHOWN)).items();
  }

  public boolean isAllowed() {
    return LargeChanges.confirms(user.caller()) || user.caller().has("AUDITOR");
  }

  public boolean isDecider() {
    return LargeChanges.confirms(user.caller());
  }

  public void confirm(LargeChanges.Row row) {
    if (messages.tried(() -> changes.confirm(user.caller(), row.id()))) messages.done("certificate.changes.confirmed", row.affected());
  }

  public void ask(LargeChanges.Row row) {
    chosen = row;
    reason = null;
  }

  public void refuse() {
    if (messages.tried(() -> changes.refuse(user.caller(), chosen.id(), reason))) messages.done("certificate.changes.refused");
  }

  public LargeChanges.Row getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
