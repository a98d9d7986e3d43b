package cn.lianbing.roster.web;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Finding one officer among many: typed in part, chosen from what was found within reach. */
@Named
@ViewScoped
public class OfficerChoicePage implements Serializable {
  private static final int LISTED = 30;
  private static final long serialVersionUID = 1L;
  @Inject Officers officers;
  @Inject CurrentUser user;
  private String text;
  private List<Officers.Row> found;
  private Long chosen;

  public void find() {
    chosen = null;
    found = text == null ? null : officers.page(user.caller(), new Officers.Filter(text, null, Officer.State.ACTIVE), new Page.Request(1, LISTED)).items();
    if (found != null && found.size() == 1) chosen = found.get(0).id();
  }

  public List<Officers.Row> getFound() {
    return found;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getChosen() {
    return chosen;
  }

  public void setChosen(Long chosen) {
    this.chosen = chosen;
  }
}
