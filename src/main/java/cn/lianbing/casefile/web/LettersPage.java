package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Desk;
import cn.lianbing.casefile.SupervisionLetters;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The letters of supervision: all for the desk, a unit's own for its administrator. */
@Named
@ViewScoped
public class LettersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject SupervisionLetters letters;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private SupervisionLetters.Which which = SupervisionLetters.Which.OPEN;
  private LazyRows<SupervisionLetters.Row> rows;
  private Long overdue;

  @PostConstruct
  void begin() {
    rows = new LazyRows<>(request -> letters.page(user.caller(), which, null, null, request), SupervisionLetters.Row::id);
  }

  public LazyRows<SupervisionLetters.Row> getRows() {
    return rows;
  }

  public long getOverdue() {
    if (overdue == null && !messages.found(() -> overdue = letters.overdue(user.caller()))) overdue = 0L;
    return overdue;
  }

  public boolean isDesk() {
    return Desk.reads(user.caller());
  }

  public SupervisionLetters.Which[] getWhiches() {
    return SupervisionLetters.Which.values();
  }

  public SupervisionLetters.Which getWhich() {
    return which;
  }

  public void setWhich(SupervisionLetters.Which which) {
    this.which = which == null ? SupervisionLetters.Which.OPEN : which;
  }
}
