package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Differences;
import cn.lianbing.authoring.Draft;
import cn.lianbing.authoring.Drafting;
import cn.lianbing.authoring.Drafts;
import cn.lianbing.authoring.Reviewing;
import cn.lianbing.authoring.SimilarItems;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One draft: what it says and changes, the articles it rests on, what was said about it, and what may be done next. */
@Named
@ViewScoped
public class DraftPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Drafts drafts;
  @Inject Drafting drafting;
  @Inject Reviewing reviewing;
  @Inject Laws laws;
  @Inject SimilarItems similar;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private Long id;
  private int seen;
  private String comment;
  private Drafts.Whole whole;

  public void load() {
    messages.found(() -> {
      id = NotFound.id("draft", asked);
      whole = drafts.whole(user.caller(), id);
      seen = whole.row().version();
    });
  }

  public ItemDraft getItem() {
    return whole == null ? null : whole.text().item();
  }

  /** Against what is published now; once it is published itself, or of a new item, as it stands. */
  public List<Differences.Field> getFields() {
    boolean against = whole.published() != null && whole.row().state().open();
    return Differences.of(against ? ItemDraft.of(whole.published().code(), whole.published().content(), whole.published().key()) : null, getItem());
  }

  public List<CitedArticle> getCited() {
    ItemDraft item = getItem();
    return item.basis().stream().map(one -> CitedArticle.of(laws, one.law() == null ? item.law() : one.law(), one.version() == null ? item.lawVersion() : one.version(), one.article(), one.quote())).filter(one -> !one.result().equals("NOTHING")).toList();
  }

  public List<SimilarItems.Row> getAlike() {
    return whole.row().state().open() ? similar.like(user.caller(), getItem()) : List.of();
  }

  public String publish() {
    if (!messages.tried(() -> reviewing.publish(user.caller(), id, seen, comment))) return null;
    messages.done("authoring.done.published");
    return "/staff/authoring/review.xhtml?faces-redirect=true";
  }

  public String sendBack() {
    if (!messages.tried(() -> reviewing.sendBack(user.caller(), id, seen, comment))) return null;
    messages.done("authoring.done.returned");
    return "/staff/authoring/review.xhtml?faces-redirect=true";
  }

  public String withdraw() {
    if (!messages.tried(() -> drafting.withdraw(user.caller(), id, seen))) return null;
    messages.done("authoring.done.withdrawn");
    return "/staff/authoring/edit.xhtml?faces-redirect=true&id=" + id;
  }

  public String remark() {
    if (!messages.tried(() -> drafting.remark(user.caller(), id, comment))) return null;
    messages.done("authoring.done.commented");
    return "/staff/authoring/draft.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isReviewer() {
    return user.caller().has("EXAM_ADMIN");
  }

  public boolean isWithdrawable() {
    return whole != null && whole.row().state() == Draft.State.IN_REVIEW && (user.caller().has("EXAM_ADMIN") || whole.row().author().equals(user.caller().name()));
  }

  public Drafts.Whole getWhole() {
    return whole;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getId() {
    return id;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(String comment) {
    this.comment = comment;
  }
}
