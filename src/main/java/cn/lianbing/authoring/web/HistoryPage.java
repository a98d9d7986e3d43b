package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Differences;
import cn.lianbing.authoring.History;
import cn.lianbing.authoring.Usage;
import cn.lianbing.authoring.Wordings;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** An item's past: its wordings against each other, who did what, where it was used. */
@Named
@ViewScoped
public class HistoryPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Items items;
  @Inject History history;
  @Inject Usage usage;
  @Inject Wordings wordings;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String code;
  private String from;
  private String to;
  private List<Wordings.Row> all = List.of();
  private List<History.Row> steps = List.of();
  private Usage.Whole used;
  private List<String> blueprints = List.of();

  public void load() {
    messages.found(() -> {
      long id = items.idOf(code == null ? "" : code).orElseThrow(() -> new NotFound("item", code));
      all = wordings.of(code);
      steps = history.ofItem(id);
      used = usage.of(user.caller(), code);
      blueprints = usage.blueprints(code);
    });
  }

  /** The last two unless others are asked for. */
  public int getFromNumber() {
    return number(from, Math.max(1, all.size() - 1));
  }

  public int getToNumber() {
    return number(to, all.size());
  }

  private int number(String asked, int usual) {
    int number = asked != null && asked.matches("\\d{1,4}") ? Integer.parseInt(asked) : usual;
    return number >= 1 && number <= all.size() ? number : usual;
  }

  public List<Differences.Field> getFields() {
    if (all.isEmpty()) return List.of();
    ItemDraft old = getFromNumber() == getToNumber() ? null : all.get(getFromNumber() - 1).item();
    return Differences.of(old, all.get(getToNumber() - 1).item());
  }

  public boolean isSame() {
    return getFields().stream().noneMatch(Differences.Field::changed);
  }

  public List<Wordings.Row> getAll() {
    return all;
  }

  public List<History.Row> getSteps() {
    return steps;
  }

  public Usage.Whole getUsed() {
    return used;
  }

  public List<String> getBlueprints() {
    return blueprints;
  }

  public String percent(Integer thousandths) {
    return thousandths == null ? "" : thousandths / 10 + "." + thousandths % 10 + "%";
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
