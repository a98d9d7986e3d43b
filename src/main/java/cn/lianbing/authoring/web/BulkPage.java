package cn.lianbing.authoring.web;

import cn.lianbing.authoring.BulkChange;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.ItemLifecycle;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The same change for items chosen from the list, or for all that its filter finds. */
@Named
@ViewScoped
public class BulkPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject BulkChange bulk;
  @Inject Items items;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private BulkChange.Action action;
  private boolean all;
  private String topic;
  private String stage;
  private Integer difficulty;
  private String tags;
  private String tagsOff;
  private List<BulkChange.Outcome> outcomes = List.of();

  /** @param filter that the list shows; looked at where all of it is meant */
  public void run(Collection<Items.Row> chosen, Items.Filter filter) {
    outcomes = List.of();
    messages.tried(() -> {
      if (action == null) throw Invalid.field("action", "required");
      List<String> codes = all ? items.codes(filter, BulkChange.MOST + 1) : chosen.stream().map(Items.Row::code).toList();
      BulkChange.Change change = new BulkChange.Change(action, new ItemLifecycle.Place(blank(topic), blank(stage), null, difficulty), parts(tags), parts(tagsOff));
      outcomes = bulk.run(user.caller(), codes.stream().map(code -> new BulkChange.Chosen(code, null)).toList(), change);
    });
  }

  private static List<String> parts(String tags) {
    return tags == null ? List.of() : Stream.of(tags.split("[、,，;；]")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** What may be done with items; drafts are published at the desk. */
  public List<BulkChange.Action> getActions() {
    return Arrays.stream(BulkChange.Action.values()).filter(one -> one != BulkChange.Action.PUBLISH).toList();
  }

  public boolean isManager() {
    return user.caller().has("EXAM_ADMIN");
  }

  public boolean isTold() {
    return !outcomes.isEmpty();
  }

  public long getDone() {
    return outcomes.stream().filter(BulkChange.Outcome::done).count();
  }

  public List<BulkChange.Outcome> getRefused() {
    return outcomes.stream().filter(one -> !one.done()).toList();
  }

  public String reason(BulkChange.Outcome one) {
    return texts.texts().of((one.invalid() ? "invalid." : "refused.") + one.code(), one.arguments().toArray());
  }

  public List<String> getStages() {
    return List.copyOf(new TreeSet<>(ItemDraft.STAGES));
  }

  public int getMost() {
    return BulkChange.MOST;
  }

  public BulkChange.Action getAction() {
    return action;
  }

  public void setAction(BulkChange.Action action) {
    this.action = action;
  }

  public boolean isAll() {
    return all;
  }

  public void setAll(boolean all) {
    this.all = all;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public String getStage() {
    return stage;
  }

  public void setStage(String stage) {
    this.stage = stage;
  }

  public Integer getDifficulty() {
    return difficulty;
  }

  public void setDifficulty(Integer difficulty) {
    this.difficulty = difficulty;
  }

  public String getTags() {
    return tags;
  }

  public void setTags(String tags) {
    this.tags = tags;
  }

  public String getTagsOff() {
    return tagsOff;
  }

  public void setTagsOff(String tagsOff) {
    this.tagsOff = tagsOff;
  }
}
