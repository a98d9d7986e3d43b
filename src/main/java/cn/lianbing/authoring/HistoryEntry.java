package cn.lianbing.authoring;

import cn.lianbing.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One step of an item or of a draft: who did what, when, and what was said. Never changed. */
@Entity
@Table(name = "item_history")
public class HistoryEntry {
  /** The first are a draft's, the others an item's ({@link cn.lianbing.bank.ItemStep.Kind}). */
  public enum Kind { BEGUN, EDITED, SUBMITTED, WITHDRAWN, RETURNED, COMMENTED, PUBLISHED, DISCARDED, REBASED, WRITTEN, REKEYED, RETIRED, REINSTATED, EMBARGOED, RELEASED, FILED, TAGGED }

  private static final int LONGEST = 1000;
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_id") private Long itemId;
  @Column(name = "draft_id") private Long draftId;
  @Enumerated(EnumType.STRING) private Kind kind;
  @Column(name = "version_number") private Integer versionNumber;
  private String note;
  @Column(name = "by_id") private Long byId;
  @Column(name = "by_name") private String byName;
  private Instant at;

  protected HistoryEntry() {}

  HistoryEntry(Long itemId, Long draftId, Kind kind, Integer versionNumber, String note, Caller who, Instant now) {
    this.itemId = itemId;
    this.draftId = draftId;
    this.kind = kind;
    this.versionNumber = versionNumber;
    this.note = note == null || note.length() <= LONGEST ? note : note.substring(0, LONGEST);
    this.byId = who.accountId();
    this.byName = who.name();
    this.at = now;
  }

  public Kind kind() {
    return kind;
  }

  public Integer versionNumber() {
    return versionNumber;
  }

  public String note() {
    return note;
  }

  public Long byId() {
    return byId;
  }

  public String byName() {
    return byName;
  }

  public Instant at() {
    return at;
  }
}
