package cn.lianbing.eligibility.web;

import cn.lianbing.eligibility.Contest;
import cn.lianbing.eligibility.Desk;
import cn.lianbing.eligibility.PersonDeciding;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** What officers contest; the certificate desk decides. */
@Named
@ViewScoped
public class ContestsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject PersonDeciding deciding;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private Contest.State state;
  private PersonDeciding.Row chosen;
  private boolean granted;
  private String reason;
  private LocalDate until;
  private final LazyRows<PersonDeciding.Row> rows = new LazyRows<>(request -> deciding.page(user.caller(), state, request), PersonDeciding.Row::id);

  public void search() {
    chosen = null;
  }

  public void ask(PersonDeciding.Row row, boolean grant) {
    chosen = row;
    granted = grant;
    reason = null;
    until = null;
  }

  public void decide() {
    if (messages.tried(() -> deciding.decide(user.caller(), chosen.id(), granted, reason, until))) messages.done(granted ? "eligibility.contest.granted" : "eligibility.contest.upheld", chosen.name());
  }

  public boolean isDesk() {
    return Desk.decides(user.caller());
  }

  public LazyRows<PersonDeciding.Row> getRows() {
    return rows;
  }

  public Contest.State[] getStates() {
    return Contest.State.values();
  }

  public PersonDeciding.Row getChosen() {
    return chosen;
  }

  public boolean isGranted() {
    return granted;
  }

  public Contest.State getState() {
    return state;
  }

  public void setState(Contest.State state) {
    this.state = state;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
