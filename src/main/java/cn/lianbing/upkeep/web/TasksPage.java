package cn.lianbing.upkeep.web;

import cn.lianbing.people.Units;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.upkeep.UpkeepTask;
import cn.lianbing.upkeep.UpkeepTasks;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What the nightly round found within the reader's reach. */
@Named
@ViewScoped
public class TasksPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject UpkeepTasks tasks;
  @Inject Units units;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private UpkeepTask.Kind kind;
  private Long unitId;
  private boolean closed;
  private UpkeepTasks.Row chosen;
  private String reason;
  private transient Map<UpkeepTask.Kind, Long> open;
  private final LazyRows<UpkeepTasks.Row> rows = new LazyRows<>(request -> tasks.page(user.caller(), new UpkeepTasks.Filter(kind, unitId, closed), request), UpkeepTasks.Row::id);

  public void search() {
    open = null;
  }

  public void ask(UpkeepTasks.Row row) {
    chosen = row;
    reason = null;
  }

  public void dismiss() {
    if (!messages.tried(() -> tasks.dismiss(user.caller(), chosen.id(), reason))) return;
    open = null;
    messages.done("certificate.tasks.dismissed", chosen.holder());
  }

  public List<Map.Entry<UpkeepTask.Kind, Long>> getOpen() {
    if (open == null) open = tasks.open(user.caller());
    return List.copyOf(open.entrySet());
  }

  public LazyRows<UpkeepTasks.Row> getRows() {
    return rows;
  }

  public boolean isManager() {
    return UpkeepTasks.settles(user.caller()) && !closed;
  }

  public List<Units.Row> getUnits() {
    return units.within(user.caller());
  }

  public UpkeepTask.Kind[] getKinds() {
    return UpkeepTask.Kind.values();
  }

  public UpkeepTask.Kind getKind() {
    return kind;
  }

  public void setKind(UpkeepTask.Kind kind) {
    this.kind = kind;
  }

  public Long getUnitId() {
    return unitId;
  }

  public void setUnitId(Long unitId) {
    this.unitId = unitId;
  }

  public boolean isClosed() {
    return closed;
  }

  public void setClosed(boolean closed) {
    this.closed = closed;
  }

  public UpkeepTasks.Row getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
