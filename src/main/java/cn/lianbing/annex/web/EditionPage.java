package cn.lianbing.annex.web;

import cn.lianbing.annex.AnnexEditions;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A frozen edition, and what another one says differently. */
@Named
@ViewScoped
public class EditionPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject AnnexEditions editions;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private String with;
  private AnnexEditions.Edition edition;
  private List<AnnexEditions.Difference> differences;

  public void enter() {
    messages.found(() -> {
      edition = editions.edition(user.caller(), NotFound.id("annexEdition", asked));
      if (with != null) differences = editions.compare(user.caller(), NotFound.id("annexEdition", with), edition.row().id());
    });
  }

  /** The others, to compare with. */
  public List<AnnexEditions.Row> getOthers() {
    return editions.all(user.caller(), null).stream().filter(one -> one.id() != edition.row().id()).toList();
  }

  /** Null where nothing is compared. */
  public AnnexEditions.Row getOther() {
    return with == null ? null : getOthers().stream().filter(one -> String.valueOf(one.id()).equals(with)).findFirst().orElse(null);
  }

  public AnnexEditions.Edition getEdition() {
    return edition;
  }

  public List<AnnexEditions.Difference> getDifferences() {
    return differences;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getWith() {
    return with;
  }

  public void setWith(String with) {
    this.with = with;
  }
}
