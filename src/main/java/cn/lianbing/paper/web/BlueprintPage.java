package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Demands;
import cn.lianbing.paper.Draw;
import cn.lianbing.paper.Line;
import cn.lianbing.paper.PaperAssembly;
import cn.lianbing.paper.UsualPaper;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A blueprint in a form: while its lines change, the page says what they come to and whether the bank has the items. */
@Named
@ViewScoped
public class BlueprintPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject BlueprintEditing editing;
  @Inject PaperAssembly assembly;
  @Inject Items items;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  /** The address's id, as it was typed. */
  private String asked;
  private Long id;
  private String title;
  private final List<LineForm> lines = new ArrayList<>();
  private Demands demands = Demands.NONE;
  private Long formSetId;
  private transient PaperAssembly.Supply supply;

  public void load() {
    if (asked == null) return;
    messages.found(() -> {
      id = NotFound.id("blueprint", asked);
      BlueprintEditing.View view = editing.view(user.caller(), id);
      title = view.title();
      show(view.lines());
      demands = view.demands();
      formSetId = view.formSetId();
    });
  }

  /** The lines of 济宁's exam. */
  public void usual() {
    show(UsualPaper.LINES);
  }

  public void add() {
    lines.add(new LineForm(new Line(null, ItemType.SINGLE, 1, 5, 10, 10)));
    supply = null;
  }

  public void remove(int index) {
    lines.remove(index);
    supply = null;
  }

  /** Something was typed: count anew. */
  public void change() {
    supply = null;
  }

  public String save() {
    Long[] saved = new Long[1];
    if (!messages.tried(() -> saved[0] = editing.save(user.caller(), id, title, lines(), demands))) return null;
    messages.done("paper.blueprint.saved", title);
    return "/staff/paper/blueprints.xhtml?faces-redirect=true";
  }

  public String delete() {
    if (!messages.tried(() -> editing.remove(user.caller(), id))) return null;
    messages.done("paper.blueprint.removed", title);
    return "/staff/paper/blueprints.xhtml?faces-redirect=true";
  }

  private void show(List<Line> shown) {
    lines.clear();
    shown.forEach(line -> lines.add(new LineForm(line)));
    supply = null;
  }

  /** @throws Invalid for the head of the page, naming the line */
  private List<Line> lines() {
    List<Line> read = new ArrayList<>();
    for (LineForm form : lines) {
      try {
        read.add(form.line());
      } catch (Invalid e) {
        Invalid.Violation first = e.violations().get(0);
        throw Invalid.field("lines", "blueprint.line", read.size() + 1, texts.texts().of("invalid." + first.code(), first.arguments().toArray()));
      }
    }
    return read;
  }

  /** The first line's mistake in a sentence; null where there is none. */
  public String getMistake() {
    try {
      lines();
      return null;
    } catch (Invalid e) {
      Invalid.Violation first = e.violations().get(0);
      return texts.texts().of("invalid." + first.code(), first.arguments().toArray());
    }
  }

  /** Of the lines without a mistake. */
  private PaperAssembly.Supply supply() {
    if (supply == null) supply = assembly.supply(good(), today());
    return supply;
  }

  private List<Line> good() {
    return lines.stream().map(LineForm::lineOrNull).filter(Objects::nonNull).toList();
  }

  /** How many items the bank has for a line; null while it has a mistake. */
  public Integer available(int index) {
    if (lines.get(index).lineOrNull() == null) return null;
    return supply().available().get(place(index));
  }

  public boolean isShort(int index) {
    Integer available = available(index);
    return available != null && available < lines.get(index).getCount();
  }

  /** Lines that each have enough but not together, in sentences. */
  public List<String> getOverlaps() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).lineOrNull() != null) numbers.add(i + 1);
    List<String> sentences = new ArrayList<>();
    for (Draw.Shortage one : supply().shortages()) if (supply().available().get(one.part()) >= one.wanted()) sentences.add(texts.of("paper.blueprint.lacking.overlap", numbers.get(one.part()), one.wanted(), one.found()));
    return sentences;
  }

  public boolean isEnough() {
    return supply().shortages().isEmpty();
  }

  /** Its place among the lines without a mistake. */
  private int place(int index) {
    return (int) lines.subList(0, index).stream().filter(one -> one.lineOrNull() != null).count();
  }

  public String getTotal() {
    return texts.of("paper.blueprint.total.value", good().stream().mapToInt(Line::count).sum(), Marks.text(good().stream().mapToInt(Line::total).sum()));
  }

  public String getToday() {
    return Times.text(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Times.ZONE);
  }

  public List<String> getTopics() {
    return items.topics();
  }

  public ItemType[] getTypes() {
    return ItemType.values();
  }

  /** How many requirements the whole paper has. */
  public int getDemanded() {
    return demands.bounds().size() + (demands.targetDifficulty() == null ? 0 : 1) + (demands.exposureLimit() == null ? 0 : 1);
  }

  /** The forms that exams use; null: drawn at random. */
  public Long getFormSetId() {
    return formSetId;
  }

  public List<LineForm> getLines() {
    return lines;
  }

  public Long getId() {
    return id;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }
}
