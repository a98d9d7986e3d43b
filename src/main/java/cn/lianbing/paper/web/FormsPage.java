package cn.lianbing.paper.web;

import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.FormAssembly;
import cn.lianbing.paper.FormSets;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The sets of parallel forms of a blueprint, and the form that asks for another. */
@Named
@ViewScoped
public class FormsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_FORMS = 2;
  @Inject BlueprintEditing editing;
  @Inject FormAssembly assembly;
  @Inject FormSets sets;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject Clock clock;
  /** The address's blueprint, as it was typed. */
  private String asked;
  private Long blueprint;
  private String title;
  private List<FormSets.Row> rows;
  private Integer forms = USUAL_FORMS;
  private boolean sharing;
  private LocalDate day;

  public void load() {
    messages.found(() -> {
      blueprint = NotFound.id("blueprint", asked);
      title = editing.view(user.caller(), blueprint).title();
      rows = sets.of(blueprint);
      day = LocalDate.ofInstant(clock.instant(), Times.ZONE);
    });
  }

  public String assemble() {
    Long[] made = new Long[1];
    if (!messages.tried(() -> made[0] = assembly.assemble(user.caller(), blueprint, forms == null ? 0 : forms, !sharing, day))) return null;
    messages.done("paper.forms.assembled", forms);
    return "/staff/paper/formSet.xhtml?faces-redirect=true&id=" + made[0];
  }

  public List<FormSets.Row> getRows() {
    return rows;
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

  public Integer getForms() {
    return forms;
  }

  public void setForms(Integer forms) {
    this.forms = forms;
  }

  public boolean isSharing() {
    return sharing;
  }

  public void setSharing(boolean sharing) {
    this.sharing = sharing;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
