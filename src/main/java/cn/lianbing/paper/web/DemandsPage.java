package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.Bound;
import cn.lianbing.paper.Demands;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a blueprint asks of the whole paper, in a form. */
@Named
@ViewScoped
public class DemandsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject BlueprintEditing editing;
  @Inject Items items;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  /** The address's blueprint, as it was typed. */
  private String asked;
  private Long blueprint;
  private String title;
  private BigDecimal target;
  private BigDecimal spread;
  private BigDecimal exposure;
  private Items.Facets facets;
  private List<String> topics;
  private final List<BoundForm> bounds = new ArrayList<>();

  public void load() {
    messages.found(() -> {
      blueprint = NotFound.id("blueprint", asked);
      BlueprintEditing.View view = editing.view(user.caller(), blueprint);
      title = view.title();
      Demands demands = view.demands();
      demands.bounds().forEach(bound -> bounds.add(new BoundForm(bound)));
      target = demands.targetDifficulty() == null ? null : BigDecimal.valueOf(demands.targetDifficulty(), 2);
      spread = BigDecimal.valueOf(demands.spread(), 2);
      exposure = demands.exposureLimit() == null ? null : BigDecimal.valueOf(demands.exposureLimit(), 3).stripTrailingZeros();
      facets = items.facets();
      topics = items.topics();
    });
  }

  public void add() {
    bounds.add(new BoundForm(Bound.Dimension.STAGE, facets.stages().isEmpty() ? null : facets.stages().get(0), 1, null));
  }

  public void remove(int index) {
    bounds.remove(index);
  }

  public String save() {
    if (!messages.tried(() -> {
      BlueprintEditing.View view = editing.view(user.caller(), blueprint);
      editing.save(user.caller(), blueprint, view.title(), view.lines(), new Demands(bounds(), scaled(target, 2), spread == null ? Demands.USUAL_SPREAD : scaled(spread, 2), scaled(exposure, 3)));
    })) return null;
    messages.done("paper.demands.saved", title);
    return "/staff/paper/blueprint.xhtml?faces-redirect=true&id=" + blueprint;
  }

  /** @throws Invalid for the head of the page, naming the row */
  private List<Bound> bounds() {
    List<Bound> read = new ArrayList<>();
    for (BoundForm form : bounds) {
      try {
        read.add(form.bound());
      } catch (Invalid e) {
        Invalid.Violation first = e.violations().get(0);
        throw Invalid.field("bounds", "blueprint.line", read.size() + 1, texts.texts().of("invalid." + first.code(), first.arguments().toArray()));
      }
    }
    return read;
  }

  private static Integer scaled(BigDecimal number, int places) {
    return number == null ? null : number.movePointRight(places).setScale(0, RoundingMode.HALF_UP).intValue();
  }

  public List<SelectItem> values(Bound.Dimension dimension) {
    return switch (dimension) {
      case TOPIC -> plain(topics);
      case STAGE -> plain(facets.stages());
      case FIELD -> plain(facets.fields());
      case LAW -> plain(facets.laws());
      case DIFFICULTY -> plain(IntStream.rangeClosed(1, 5).mapToObj(String::valueOf).toList());
      case TYPE -> java.util.Arrays.stream(ItemType.values()).map(type -> new SelectItem(type.name(), texts.name("bank.type", type))).toList();
    };
  }

  private static List<SelectItem> plain(List<String> values) {
    return values.stream().map(value -> new SelectItem(value, value)).toList();
  }

  public Bound.Dimension[] getDimensions() {
    return Bound.Dimension.values();
  }

  public List<BoundForm> getBounds() {
    return bounds;
  }

  public Long getBlueprint() {
    return blueprint;
  }

  public String getTitle() {
    return title;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public BigDecimal getTarget() {
    return target;
  }

  public void setTarget(BigDecimal target) {
    this.target = target;
  }

  public BigDecimal getSpread() {
    return spread;
  }

  public void setSpread(BigDecimal spread) {
    this.spread = spread;
  }

  public BigDecimal getExposure() {
    return exposure;
  }

  public void setExposure(BigDecimal exposure) {
    this.exposure = exposure;
  }
}
