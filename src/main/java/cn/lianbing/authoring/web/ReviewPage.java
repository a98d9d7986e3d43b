package cn.lianbing.authoring.web;

import cn.lianbing.authoring.BulkChange;
import cn.lianbing.authoring.Drafting;
import cn.lianbing.authoring.Drafts;
import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.LazyRows;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The desk: what waits for a reviewer, what one writes oneself, what is open at all, what is done. */
@Named
@ViewScoped
public class ReviewPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Drafts drafts;
  @Inject Drafting drafting;
  @Inject BulkChange bulk;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String show;
  private List<Drafts.Row> chosen = List.of();
  private List<BulkChange.Outcome> outcomes = List.of();
  private final LazyRows<Drafts.Row> rows = new LazyRows<>(request -> drafts.page(user.caller(), getShown(), null, request), Drafts.Row::id);

  /** What somebody typed into the address and is no such list is the usual one: for reviewers what waits, for authors their own. */
  public Drafts.Show getShown() {
    return Arrays.stream(Drafts.Show.values()).filter(one -> one.name().equals(show)).findFirst().orElse(isReviewer() ? Drafts.Show.REVIEWABLE : Drafts.Show.MINE);
  }

  public long count(Drafts.Show which) {
    return drafts.page(user.caller(), which, null, new Page.Request(1, 1)).total();
  }

  public List<Drafts.Show> getShows() {
    return Arrays.stream(Drafts.Show.values()).filter(one -> isReviewer() || one != Drafts.Show.REVIEWABLE).toList();
  }

  public String begin() {
    long[] id = new long[1];
    if (!messages.tried(() -> id[0] = drafting.begin(user.caller(), ItemType.SINGLE))) return null;
    return "/staff/authoring/edit.xhtml?faces-redirect=true&id=" + id[0];
  }

  /** A change of a published item; where one is open already, that. */
  public String revise(String code) {
    long[] id = new long[1];
    Long open = drafts.open(code);
    if (open != null) return "/staff/authoring/draft.xhtml?faces-redirect=true&id=" + open;
    if (!messages.tried(() -> id[0] = drafting.revise(user.caller(), code))) return null;
    return "/staff/authoring/edit.xhtml?faces-redirect=true&id=" + id[0];
  }

  public Long open(String code) {
    return code == null ? null : drafts.open(code);
  }

  public void publish() {
    messages.tried(() -> outcomes = bulk.run(user.caller(), chosen.stream().map(row -> new BulkChange.Chosen(String.valueOf(row.id()), row.version())).toList(), new BulkChange.Change(BulkChange.Action.PUBLISH, null, null, null)));
    chosen = List.of();
  }

  public boolean isReviewer() {
    return user.caller().has("EXAM_ADMIN");
  }

  /** Published by this, and what was not with its reason. */
  public long getDone() {
    return outcomes.stream().filter(BulkChange.Outcome::done).count();
  }

  public List<BulkChange.Outcome> getRefused() {
    return outcomes.stream().filter(one -> !one.done()).toList();
  }

  public boolean isTold() {
    return !outcomes.isEmpty();
  }

  public String reason(BulkChange.Outcome one) {
    return texts.texts().of((one.invalid() ? "invalid." : "refused.") + one.code(), one.arguments().toArray());
  }

  public LazyRows<Drafts.Row> getRows() {
    return rows;
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }

  public List<Drafts.Row> getChosen() {
    return chosen;
  }

  public void setChosen(List<Drafts.Row> chosen) {
    this.chosen = chosen;
  }
}
