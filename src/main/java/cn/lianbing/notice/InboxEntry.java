package cn.lianbing.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A notice in somebody's inbox: unread, then read. */
@Entity
@Table(name = "notice")
public class InboxEntry {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "account_id") private Long accountId;
  private String kind;
  private String args;
  private String link;
  @Column(name = "told_at") private Instant toldAt;
  @Column(name = "read_at") private Instant readAt;
  @Version private int version;

  protected InboxEntry() {}

  /** The first time counts. */
  void read(Instant now) {
    if (readAt == null) readAt = now;
  }

  boolean isOf(long account) {
    return accountId == account;
  }

  public Long id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public String args() {
    return args;
  }

  public String link() {
    return link;
  }

  public Instant toldAt() {
    return toldAt;
  }

  public boolean unread() {
    return readAt == null;
  }
}
