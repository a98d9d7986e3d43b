package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Drafting;
import cn.lianbing.authoring.Drafts;
import cn.lianbing.authoring.History;
import cn.lianbing.authoring.HistoryEntry;
import cn.lianbing.authoring.Manuscript;
import cn.lianbing.authoring.SimilarItems;
import cn.lianbing.bank.ItemDraft;
import cn.lianbing.bank.Items;
import cn.lianbing.law.Laws;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writing a draft. The script saves a moment after the last key, so that nothing is lost when the session ends. */
@Named
@ViewScoped
public class EditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Drafts drafts;
  @Inject Drafting drafting;
  @Inject Items items;
  @Inject SimilarItems similar;
  @Inject Laws laws;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private Long id;
  private int seen;
  private Drafts.Whole whole;
  private DraftData data = new DraftData();
  private Instant savedAt;
  private String note;
  private List<SimilarItems.Row> alike = List.of();
  private transient List<ImportReport.Error> faults;

  public void load() {
    messages.found(() -> {
      id = NotFound.id("draft", asked);
      whole = drafts.whole(user.caller(), id);
      if (!whole.writable()) throw new NotFound("draft", id);
      seen = whole.row().version();
      data = DraftData.of(whole.text());
      alike = similar.like(user.caller(), whole.text().item());
    });
  }

  /** What the form of the content begins with. */
  public ItemDraft getItem() {
    return whole == null ? null : whole.text().item();
  }

  /** @param typed question and material, from the form of the content */
  public void save(ItemDraft typed) {
    faults = null;
    messages.tried(() -> keep(typed));
  }

  private void keep(ItemDraft typed) {
    Manuscript text = manuscript(typed);
    seen = drafting.save(user.caller(), id, seen, text);
    savedAt = clock.instant();
    alike = similar.like(user.caller(), text.item());
  }

  /** What would be asked for if it were handed in now. */
  public void check(ItemDraft typed) {
    messages.tried(() -> {
      keep(typed);
      faults = drafting.check(user.caller(), manuscript(typed));
    });
  }

  public String submit(ItemDraft typed) {
    faults = null;
    boolean done = messages.tried(() -> {
      keep(typed);
      faults = drafting.check(user.caller(), manuscript(typed));
      if (faults.isEmpty()) seen = drafting.submit(user.caller(), id, seen, note);
    });
    if (!done || !faults.isEmpty()) return null;
    messages.done("authoring.done.submitted");
    return "/staff/authoring/draft.xhtml?faces-redirect=true&id=" + id;
  }

  public String discard() {
    if (!messages.tried(() -> drafting.discard(user.caller(), id, seen))) return null;
    messages.done("authoring.done.discarded");
    return "/staff/authoring/review.xhtml?faces-redirect=true&show=MINE";
  }

  public void rebase(ItemDraft typed) {
    messages.tried(() -> {
      keep(typed);
      seen = drafting.rebase(user.caller(), id, seen);
      whole = drafts.whole(user.caller(), id);
    });
  }

  private Manuscript manuscript(ItemDraft typed) {
    return data.manuscript(typed);
  }

  /** Articles and quotes as they stand in the library. */
  public List<CitedArticle> getCited() {
    return data.getBasis().stream().map(one -> CitedArticle.of(laws, one.lawOr(data.getLaw()), one.versionOr(data.getLawVersion()), one.getArticle(), one.getQuote())).toList();
  }

  public void addBasis() {
    data.getBasis().add(new DraftData.BasisRow());
  }

  public void removeBasis(int index) {
    data.getBasis().remove(index);
  }

  public String message(ImportReport.Error error) {
    return texts.texts().of("invalid." + error.code(), error.arguments().toArray());
  }

  /** The field's name on screen; of a case's question, 2.options, with its number. */
  public String field(ImportReport.Error error) {
    String[] parts = error.field().split("\\.");
    String name = parts[parts.length - 1];
    String shown = texts.texts().has("bank.field." + name) ? texts.get("bank.field." + name) : name;
    return parts.length < 3 ? shown : texts.of("authoring.part", parts[1], shown);
  }

  /** What was said when it was returned, and since. */
  public List<History.Row> getReturned() {
    return whole.history().stream().filter(one -> one.kind() == HistoryEntry.Kind.RETURNED || one.kind() == HistoryEntry.Kind.COMMENTED).toList();
  }

  /** As people read it. */
  public String lawName(String key) {
    int at = key.lastIndexOf('_');
    return key.substring(0, at) + "（" + key.substring(at + 1) + "）";
  }

  /** As one chooses a law: its name and version in one. */
  public List<String> getLaws() {
    return laws.all().stream().map(one -> one.law() + "_" + one.name()).toList();
  }

  public List<String> getTopics() {
    return items.topics();
  }

  public List<String> getFields() {
    return items.facets().fields();
  }

  public List<String> getStages() {
    return List.copyOf(new TreeSet<>(ItemDraft.STAGES));
  }

  public List<ImportReport.Error> getFaults() {
    return faults == null ? new ArrayList<>() : faults;
  }

  public boolean isFaultless() {
    return faults != null && faults.isEmpty();
  }

  public List<SimilarItems.Row> getAlike() {
    return alike;
  }

  public Drafts.Whole getWhole() {
    return whole;
  }

  public DraftData getData() {
    return data;
  }

  public Instant getSavedAt() {
    return savedAt;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
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
}
