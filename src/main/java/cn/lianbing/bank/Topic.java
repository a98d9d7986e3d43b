package cn.lianbing.bank;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A topic 知识点, named by its path: {@code 行政处罚/追责时效}. */
@Entity
@Table(name = "topic")
public class Topic {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private String path;

  protected Topic() {}

  Topic(String path) {
    this.path = path;
  }

  void rename(String newPath) {
    path = newPath;
  }

  public Long id() {
    return id;
  }

  public String path() {
    return path;
  }
}
