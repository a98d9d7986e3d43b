package cn.lianbing.authoring;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A draft of an item, new or beside what is published of it: DRAFT while it is written, IN_REVIEW until somebody else publishes it or
 * returns it, RETURNED until it is handed in again. PUBLISHED and DISCARDED are the end. At most one is open for a code. Every verb
 * says which version of the draft was seen: who comes too late reads {@code changed-meanwhile}.
 */
@Entity
@Table(name = "item_draft")
public class Draft {
  public enum State {
    DRAFT, IN_REVIEW, RETURNED, PUBLISHED, DISCARDED;

    public boolean open() {
      return this == DRAFT || this == IN_REVIEW || this == RETURNED;
    }

    public boolean writable() {
      return this == DRAFT || this == RETURNED;
    }
  }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_id") private Long itemId;
  @Column(name = "base_version_id") private Long baseVersionId;
  private String code;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  private String type;
  private String stem;
  private String content;
  @Column(name = "author_id") private Long authorId;
  @Column(name = "author_name") private String authorName;
  @Column(name = "begun_at") private Instant begunAt;
  @Column(name = "changed_at") private Instant changedAt;
  @Column(name = "submitted_at") private Instant submittedAt;
  @Column(name = "reviewer_id") private Long reviewerId;
  @Column(name = "reviewer_name") private String reviewerName;
  @Column(name = "decided_at") private Instant decidedAt;
  @Version private int version;

  protected Draft() {}

  /** @param itemId null: a new item; {@code code} too, then */
  Draft(Long itemId, Long baseVersionId, String code, Manuscript text, Caller author, Instant now) {
    this.itemId = itemId;
    this.baseVersionId = baseVersionId;
    this.code = code;
    this.authorId = author.accountId();
    this.authorName = author.name();
    this.begunAt = now;
    put(text, now);
  }

  /** @throws Refused {@code changed-meanwhile} */
  Draft seen(int asVersion) {
    if (version != asVersion) throw new Refused("changed-meanwhile");
    return this;
  }

  /** @param newCode of a new item; that of an item that there is stays */
  void write(String newCode, Manuscript text, Instant now) {
    demand(state.writable());
    if (itemId == null) code = newCode;
    put(text, now);
  }

  private void put(Manuscript text, Instant now) {
    content = text.coded(code).stored();
    type = text.item().type();
    stem = text.shown();
    changedAt = now;
  }

  /** Takes the wording that is published by now for what it changes. */
  void rebase(long onVersionId, Instant now) {
    demand(state.writable());
    baseVersionId = onVersionId;
    changedAt = now;
  }

  void submit(Instant now) {
    demand(state.writable());
    state = State.IN_REVIEW;
    submittedAt = now;
    changedAt = now;
  }

  /** Back to its author, before anybody decided. */
  void withdraw(Instant now) {
    demand(state == State.IN_REVIEW);
    state = State.DRAFT;
    changedAt = now;
  }

  void sendBack(Caller reviewer, Instant now) {
    decided(State.RETURNED, reviewer, now);
  }

  /** @param ofItem that it became, or that it is a new wording of */
  void publish(long ofItem, Caller reviewer, Instant now) {
    decided(State.PUBLISHED, reviewer, now);
    itemId = ofItem;
  }

  private void decided(State next, Caller reviewer, Instant now) {
    demand(state == State.IN_REVIEW);
    state = next;
    reviewerId = reviewer.accountId();
    reviewerName = reviewer.name();
    decidedAt = now;
    changedAt = now;
  }

  void discard(Instant now) {
    demand(state.writable());
    state = State.DISCARDED;
    changedAt = now;
  }

  private void demand(boolean possible) {
    if (!possible) throw new Refused("draft-state");
  }

  public Long id() {
    return id;
  }

  public Long itemId() {
    return itemId;
  }

  public Long baseVersionId() {
    return baseVersionId;
  }

  public String code() {
    return code;
  }

  public State state() {
    return state;
  }

  public String type() {
    return type;
  }

  public String stem() {
    return stem;
  }

  public Manuscript text() {
    return Json.read(content, Manuscript.class);
  }

  public Long authorId() {
    return authorId;
  }

  public String authorName() {
    return authorName;
  }

  public Instant begunAt() {
    return begunAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  public String reviewerName() {
    return reviewerName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public int version() {
    return version;
  }
}
