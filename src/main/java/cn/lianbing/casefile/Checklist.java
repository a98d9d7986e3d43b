package cn.lianbing.casefile;

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
import java.util.List;

/** A version of a checklist. DRAFT while it is written, IN_USE once batches may be planned with it, RETIRED when the next is in use. */
@Entity
@Table(name = "review_checklist")
public class Checklist {
  public enum State { DRAFT, IN_USE, RETIRED }

  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String code;
  private int number;
  private String title;
  private String items;
  @Enumerated(EnumType.STRING) private State state = State.DRAFT;
  @Column(name = "account_id") private Long accountId;
  @Column(name = "created_at") private Instant createdAt;
  @Version private int version;

  protected Checklist() {}

  Checklist(String code, int number, String title, List<ChecklistItem> items, Long accountId, Instant now) {
    this.code = code;
    this.number = number;
    this.title = title;
    this.items = Json.write(items);
    this.accountId = accountId;
    this.createdAt = now;
  }

  /** @throws Refused {@code checklist-frozen} where it is no draft any more: files have been reviewed by it */
  void write(String newTitle, List<ChecklistItem> newItems) {
    if (state != State.DRAFT) throw new Refused("checklist-frozen");
    title = newTitle;
    items = Json.write(newItems);
  }

  void publish() {
    if (state != State.DRAFT) throw new Refused("checklist-frozen");
    state = State.IN_USE;
  }

  void retire() {
    state = State.RETIRED;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  public List<ChecklistItem> items() {
    return Json.list(items, ChecklistItem[].class);
  }

  public State state() {
    return state;
  }
}
