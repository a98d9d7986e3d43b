package cn.lianbing.paper;

import cn.lianbing.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored {@link Pool}; with a seed it rebuilds any paper drawn from it. */
@Entity
@Table(name = "paper_pool")
public class PaperPool {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  @Column(name = "blueprint_id") private Long blueprintId;
  @Column(name = "created_at") private Instant createdAt;
  private String content;

  protected PaperPool() {}

  PaperPool(long blueprintId, Pool pool, Instant now) {
    this.blueprintId = blueprintId;
    this.content = Json.write(pool);
    this.createdAt = now;
  }

  public Long id() {
    return id;
  }

  public Pool pool() {
    return Json.read(content, Pool.class);
  }
}
