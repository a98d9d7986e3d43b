package cn.lianbing.casefile.web;

import cn.lianbing.casefile.Checklist;
import cn.lianbing.casefile.ChecklistItem;
import cn.lianbing.casefile.Checklists;
import cn.lianbing.casefile.Desk;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The checklists: versions in use and of old, and the draft of a next one. */
@Named
@ViewScoped
public class ChecklistsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Checklists checklists;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private boolean open;
  private Long id;
  private String code;
  private String title;
  private List<Line> lines = new ArrayList<>();
  private transient List<Checklists.Row> rows;

  /** An item while it is written. */
  public static final class Line implements Serializable {
    private static final long serialVersionUID = 1L;
    private String code;
    private String title;
    private String looksAt;
    private String basis;
    private Integer weight;

    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getLooksAt() {
      return looksAt;
    }

    public void setLooksAt(String looksAt) {
      this.looksAt = looksAt;
    }

    public String getBasis() {
      return basis;
    }

    public void setBasis(String basis) {
      this.basis = basis;
    }

    public Integer getWeight() {
      return weight;
    }

    public void setWeight(Integer weight) {
      this.weight = weight;
    }
  }

  public List<Checklists.Row> getRows() {
    if (rows == null && !messages.found(() -> rows = checklists.all(user.caller()))) rows = List.of();
    return rows;
  }

  public boolean isDesk() {
    return Desk.is(user.caller());
  }

  /** A draft to go on with, or the next version of one that is in use. */
  public void write(Checklists.Row row) {
    open = true;
    id = row.state() == Checklist.State.DRAFT ? row.id() : null;
    code = row.code();
    title = row.title();
    lines = new ArrayList<>();
    for (ChecklistItem item : row.items()) {
      Line line = new Line();
      line.code = item.code();
      line.title = item.title();
      line.looksAt = item.looksAt();
      line.basis = item.basis();
      line.weight = item.weight();
      lines.add(line);
    }
  }

  public void begin() {
    open = true;
    id = null;
    code = null;
    title = null;
    lines = new ArrayList<>();
    add();
  }

  public void add() {
    lines.add(new Line());
  }

  public void remove(int at) {
    if (at < lines.size() && lines.size() > 1) lines.remove(at);
  }

  public void cancel() {
    open = false;
  }

  public void save() {
    List<ChecklistItem> items = lines.stream().map(one -> new ChecklistItem(one.code, one.title, one.looksAt, one.basis, one.weight == null ? 0 : one.weight)).toList();
    boolean saved = messages.tried(() -> {
      if (id == null) checklists.draft(user.caller(), code, title, items);
      else checklists.write(user.caller(), id, title, items);
    });
    if (!saved) return;
    messages.done("casefile.done.drafted");
    open = false;
    rows = null;
  }

  public void publish(long checklistId) {
    if (messages.tried(() -> checklists.publish(user.caller(), checklistId))) messages.done("casefile.done.published");
    rows = null;
  }

  public boolean isOpen() {
    return open;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public List<Line> getLines() {
    return lines;
  }
}
