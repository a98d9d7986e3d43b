package cn.lianbing.credit.web;

import cn.lianbing.credit.OutsideCredits;
import cn.lianbing.credit.OutsideTraining;
import cn.lianbing.credit.OutsideTrainings;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Deciding claims for training elsewhere. */
@Named
@ViewScoped
public class ClaimsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject OutsideTrainings trainings;
  @Inject OutsideCredits outside;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private OutsideTraining.State state;
  private LazyRows<OutsideTrainings.Row> rows;
  private OutsideTrainings.Row chosen;
  private boolean revoking;
  private String reason;

  @PostConstruct
  void begin() {
    rows = new LazyRows<>(request -> trainings.within(user.caller(), state, request), OutsideTrainings.Row::id);
  }

  public LazyRows<OutsideTrainings.Row> getRows() {
    return rows;
  }

  public boolean isManager() {
    return OutsideCredits.decides(user.caller());
  }

  public void approve(OutsideTrainings.Row row) {
    if (messages.tried(() -> outside.approve(user.caller(), row.id()))) messages.done("credit.claim.approved", row.officer());
  }

  public void askToRefuse(OutsideTrainings.Row row) {
    ask(row, false);
  }

  public void askToRevoke(OutsideTrainings.Row row) {
    ask(row, true);
  }

  private void ask(OutsideTrainings.Row row, boolean toRevoke) {
    chosen = row;
    revoking = toRevoke;
    reason = null;
  }

  /** What the dialog asks for: refusing, or taking an approval back. */
  public void confirm() {
    if (revoking) {
      if (messages.tried(() -> outside.revoke(user.caller(), chosen.id(), reason))) messages.done("credit.claim.revoked", chosen.officer());
    } else if (messages.tried(() -> outside.refuse(user.caller(), chosen.id(), reason))) messages.done("credit.claim.refused", chosen.officer());
  }

  public OutsideTraining.State[] getStates() {
    return OutsideTraining.State.values();
  }

  public OutsideTraining.State getState() {
    return state;
  }

  public void setState(OutsideTraining.State state) {
    this.state = state;
  }

  public OutsideTrainings.Row getChosen() {
    return chosen;
  }

  public boolean isRevoking() {
    return revoking;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
