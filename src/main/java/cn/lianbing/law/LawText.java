package cn.lianbing.law;

import cn.lianbing.platform.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One import of a version's text, or, as number 0, the phrases that items quote of it. */
@Entity
@Table(name = "law_text")
public class LawText {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "law_version_id") private Long lawVersionId;
  private int number;
  private int articles;
  private String note;
  @Column(name = "file_name") private String fileName;
  @Column(name = "file_hash") private byte[] fileHash;
  @Column(name = "imported_by") private Long importedBy;
  @Column(name = "imported_by_name") private String importedByName;
  @Column(name = "imported_at") private Instant importedAt;

  protected LawText() {}

  /** Of phrases that items quote. */
  LawText(long lawVersionId, Instant now) {
    this.lawVersionId = lawVersionId;
    this.importedAt = now;
  }

  LawText(long lawVersionId, int number, LawDraft draft, String fileName, byte[] fileHash, Caller who, Instant now) {
    this(lawVersionId, now);
    this.number = number;
    this.articles = draft.articles().size();
    this.note = draft.note();
    this.fileName = fileName;
    this.fileHash = fileHash;
    this.importedBy = who.accountId();
    this.importedByName = who.name();
  }

  void has(int known) {
    articles = known;
  }

  public Long id() {
    return id;
  }

  public Long lawVersionId() {
    return lawVersionId;
  }

  public int number() {
    return number;
  }

  /** Only phrases that items quote are known. */
  public boolean quotedOnly() {
    return number == 0;
  }

  public int articles() {
    return articles;
  }

  public String note() {
    return note;
  }

  public String fileName() {
    return fileName;
  }

  public String importedByName() {
    return importedByName;
  }

  public Instant importedAt() {
    return importedAt;
  }
}
