package cn.lianbing.paper;

import cn.lianbing.bank.ItemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a blueprint's line is stored. */
@Entity
@Table(name = "blueprint_line")
public class BlueprintLine {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
  private int position;
  private String topic;
  @Enumerated(EnumType.STRING) private ItemType type;
  @Column(name = "difficulty_from") private int difficultyFrom;
  @Column(name = "difficulty_to") private int difficultyTo;
  @Column(name = "item_count") private int count;
  private int marks;

  protected BlueprintLine() {}

  BlueprintLine(int position, Line line) {
    this.position = position;
    this.topic = line.topic();
    this.type = line.type();
    this.difficultyFrom = line.difficultyFrom();
    this.difficultyTo = line.difficultyTo();
    this.count = line.count();
    this.marks = line.marks();
  }

  Line line() {
    return new Line(topic, type, difficultyFrom, difficultyTo, count, marks);
  }
}
