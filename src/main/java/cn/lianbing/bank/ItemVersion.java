package cn.lianbing.bank;

import cn.lianbing.law.LawVersion;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One wording of an item. Never changed once stored, but for where it is filed. */
@Entity
@Table(name = "item_version")
public class ItemVersion {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_id") private Long itemId;
  private int number;
  @Enumerated(EnumType.STRING) private ItemType type;
  private String stem;
  private String material;
  private String options;
  @Column(name = "blank_count") private int blankCount;
  @Column(name = "left_options") private String left;
  private String parts;
  @Column(name = "own_marks") private Integer ownMarks;
  private String rationale;
  private String basis;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "law_version_id") private LawVersion law;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "topic_id") private Topic topic;
  private String stage;
  private String field;
  private int difficulty;
  @Column(name = "content_hash") private byte[] contentHash;
  @Column(name = "created_at") private Instant createdAt;
  @Column(name = "recited_from") private Long recitedFrom;

  protected ItemVersion() {}

  ItemVersion(Item item, int number, ItemContent content, LawVersion law, Topic topic, Instant now) {
    this.itemId = item.id();
    this.number = number;
    this.type = content.type();
    this.stem = content.stem();
    this.material = content.material();
    this.options = Json.write(content.options());
    this.blankCount = content.blankCount();
    this.left = content.left().isEmpty() ? null : Json.write(content.left());
    this.parts = content.parts().isEmpty() ? null : Json.write(content.parts());
    this.ownMarks = content.marks();
    this.rationale = content.rationale();
    this.basis = Json.write(content.basis());
    this.law = law;
    this.topic = topic;
    this.stage = content.stage();
    this.field = content.field();
    this.difficulty = content.difficulty();
    this.contentHash = hash(content);
    this.createdAt = now;
  }

  /** The same words as before over newer articles. */
  void recites(ItemVersion before) {
    recitedFrom = before.id();
  }

  /** As it was written, or as it is filed now: a file may have either. */
  boolean says(ItemContent content) {
    return Arrays.equals(contentHash, hash(content)) || content().equals(content);
  }

  /** Filed elsewhere. What people read stays, and so does the hash of what was written: a question file that has the former place changes nothing. */
  void file(Topic newTopic, String newStage, String newField, int newDifficulty) {
    topic = newTopic;
    stage = newStage;
    field = newField;
    difficulty = newDifficulty;
  }

  Topic topic() {
    return topic;
  }

  LawVersion law() {
    return law;
  }

  /** What an item does not have leaves no trace, so that what was stored before there was such a thing is still the same. */
  private static byte[] hash(ItemContent content) {
    return Sha256.of(Json.write(content).replace("\"left\":[],", "").replace("\"parts\":[],", ""));
  }

  public Long id() {
    return id;
  }

  Long recitedFrom() {
    return recitedFrom;
  }

  public Long itemId() {
    return itemId;
  }

  public int number() {
    return number;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public ItemContent content() {
    return new ItemContent(type, stem, material, Json.list(options, Option[].class), blankCount, rationale, Json.list(basis, Basis[].class), law.law(), law.name(), topic.path(), stage, field, difficulty, left == null ? List.of() : Json.list(left, Option[].class), parts == null ? List.of() : Json.list(parts, ItemPart[].class), ownMarks);
  }
}
