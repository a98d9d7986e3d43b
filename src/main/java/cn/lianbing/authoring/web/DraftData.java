package cn.lianbing.authoring.web;

import cn.lianbing.authoring.Manuscript;
import cn.lianbing.bank.ItemDraft;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Form values of a draft: all that is said about an item, beside what it says. */
public class DraftData implements Serializable {
  private static final long serialVersionUID = 1L;
  private String code;
  private String lawKey = "";
  private String topic;
  private String stage;
  private String field;
  private String difficulty;
  private String rationale;
  private String tags;
  private boolean embargoed;
  private final List<BasisRow> basis = new ArrayList<>();

  /** One article. The law is that of the item where none is chosen. */
  public static class BasisRow implements Serializable {
    private static final long serialVersionUID = 1L;
    private String lawKey = "";
    private String article;
    private String quote;

    String lawOr(String usual) {
      return lawKey == null || lawKey.isBlank() ? usual : law(lawKey);
    }

    String versionOr(String usual) {
      return lawKey == null || lawKey.isBlank() ? usual : version(lawKey);
    }

    public String getLawKey() {
      return lawKey;
    }

    public void setLawKey(String lawKey) {
      this.lawKey = lawKey;
    }

    public String getArticle() {
      return article;
    }

    public void setArticle(String article) {
      this.article = article;
    }

    public String getQuote() {
      return quote;
    }

    public void setQuote(String quote) {
      this.quote = quote;
    }
  }

  static DraftData of(Manuscript text) {
    ItemDraft item = text.item();
    DraftData data = new DraftData();
    data.code = item.code();
    data.lawKey = key(item.law(), item.lawVersion());
    data.topic = item.topic();
    data.stage = item.stage();
    data.field = item.field();
    data.difficulty = item.difficulty();
    data.rationale = item.rationale();
    data.tags = String.join("、", text.tags());
    data.embargoed = text.embargoed();
    for (ItemDraft.DraftBasis one : item.basis()) {
      BasisRow row = new BasisRow();
      String own = key(one.law(), one.version());
      row.lawKey = own.equals(data.lawKey) ? "" : own;
      row.article = one.article();
      row.quote = one.quote();
      data.basis.add(row);
    }
    return data;
  }

  Manuscript manuscript(ItemDraft typed) {
    List<ItemDraft.DraftBasis> articles = basis.stream().filter(row -> !blank(row.article) || !blank(row.quote)).map(row -> new ItemDraft.DraftBasis(blank(row.lawKey) ? null : law(row.lawKey), blank(row.lawKey) ? null : version(row.lawKey), blank(row.article) ? "" : row.article.strip(), row.quote)).toList();
    ItemDraft item = new ItemDraft(1, blank(code) ? null : code.strip(), typed.question(), typed.material(), typed.parts(), articles, getLaw(), getLawVersion(), topic, stage, field, difficulty, rationale);
    return new Manuscript(item, tags == null ? List.of() : Stream.of(tags.split("[、,，;；]")).map(String::strip).filter(one -> !one.isEmpty()).collect(Collectors.toList()), embargoed);
  }

  private static String key(String law, String version) {
    return law == null || version == null ? "" : law + "_" + version;
  }

  private static String law(String key) {
    return key.substring(0, key.lastIndexOf('_'));
  }

  private static String version(String key) {
    return key.substring(key.lastIndexOf('_') + 1);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** Null where none is chosen. */
  public String getLaw() {
    return blank(lawKey) ? null : law(lawKey);
  }

  public String getLawVersion() {
    return blank(lawKey) ? null : version(lawKey);
  }

  public List<BasisRow> getBasis() {
    return basis;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLawKey() {
    return lawKey;
  }

  public void setLawKey(String lawKey) {
    this.lawKey = lawKey;
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

  public String getField() {
    return field;
  }

  public void setField(String field) {
    this.field = field;
  }

  public String getDifficulty() {
    return difficulty;
  }

  public void setDifficulty(String difficulty) {
    this.difficulty = difficulty;
  }

  public String getRationale() {
    return rationale;
  }

  public void setRationale(String rationale) {
    this.rationale = rationale;
  }

  public String getTags() {
    return tags;
  }

  public void setTags(String tags) {
    this.tags = tags;
  }

  public boolean isEmbargoed() {
    return embargoed;
  }

  public void setEmbargoed(boolean embargoed) {
    this.embargoed = embargoed;
  }
}
