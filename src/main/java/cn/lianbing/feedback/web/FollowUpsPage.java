package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FollowUp;
import cn.lianbing.feedback.FollowUps;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** What is to be done after sessions: all of it, and that of one session on its page. */
@Named
@ViewScoped
public class FollowUpsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject FollowUps followUps;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private FollowUp.State state = FollowUp.State.OPEN;
  private LazyRows<FollowUps.Row> rows;
  private String task;
  private LocalDate dueOn;
  private FollowUps.Row chosen;
  private boolean done;
  private String outcome;

  @PostConstruct
  void begin() {
    rows = new LazyRows<>(request -> followUps.page(user.caller(), state, null, request), FollowUps.Row::id);
  }

  public LazyRows<FollowUps.Row> getRows() {
    return rows;
  }

  /** A session's own. */
  public List<FollowUps.Row> of(long sessionId) {
    return followUps.page(user.caller(), null, sessionId, new Page.Request(1, Page.LARGEST)).items();
  }

  public void add(long sessionId) {
    if (!messages.tried(() -> followUps.add(user.caller(), sessionId, task, dueOn))) return;
    messages.done("feedback.task.added");
    task = null;
    dueOn = null;
  }

  public void ask(FollowUps.Row row, boolean toBeDone) {
    chosen = row;
    done = toBeDone;
    outcome = null;
  }

  public void settle() {
    if (chosen == null) throw new NotFound("followUp", null);
    if (messages.tried(() -> followUps.settle(user.caller(), chosen.id(), done, outcome))) messages.done("feedback.task.settled");
  }

  public boolean isManager() {
    return user.caller().hasAny("TRAINER", "UNIT_ADMIN");
  }

  public FollowUp.State[] getStates() {
    return FollowUp.State.values();
  }

  public FollowUp.State getState() {
    return state;
  }

  public void setState(FollowUp.State state) {
    this.state = state;
  }

  public String getTask() {
    return task;
  }

  public void setTask(String task) {
    this.task = task;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public FollowUps.Row getChosen() {
    return chosen;
  }

  public boolean isDone() {
    return done;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }
}
