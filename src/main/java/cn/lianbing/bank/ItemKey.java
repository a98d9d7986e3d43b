package cn.lianbing.bank;

import cn.lianbing.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of an item version's key. A corrected key is a new one, and marks say which they were given by. */
@Entity
@Table(name = "item_key")
public class ItemKey {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "item_version_id") private Long itemVersionId;
  private int number;
  private String answer;
  @Column(name = "created_at") private Instant createdAt;

  protected ItemKey() {}

  ItemKey(ItemVersion version, int number, AnswerKey answer, Instant now) {
    this.itemVersionId = version.id();
    this.number = number;
    this.answer = Json.write(answer);
    this.createdAt = now;
  }

  public Long id() {
    return id;
  }

  public Long itemVersionId() {
    return itemVersionId;
  }

  public int number() {
    return number;
  }

  public AnswerKey answer() {
    return Json.read(answer, AnswerKey.class);
  }
}
