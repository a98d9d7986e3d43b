package cn.lianbing.paper.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.paper.Line;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import java.io.Serializable;
import java.math.BigDecimal;

/** A blueprint's line as the form has it. */
public class LineForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private String topic;
  private ItemType type;
  private int difficultyFrom;
  private int difficultyTo;
  private Integer count;
  private BigDecimal marks;

  LineForm(Line line) {
    topic = line.topic();
    type = line.type();
    difficultyFrom = line.difficultyFrom();
    difficultyTo = line.difficultyTo();
    count = line.count();
    marks = Marks.decimal(line.marks());
  }

  /** @throws Invalid where it is none */
  Line line() {
    if (count == null) throw Invalid.field("count", "required");
    return new Line(topic, type, difficultyFrom, difficultyTo, count, Marks.tenths(marks, "marks"));
  }

  /** Null while the form has a mistake. */
  Line lineOrNull() {
    try {
      return line();
    } catch (Invalid e) {
      return null;
    }
  }

  /** What all its questions are worth together. */
  public String getSum() {
    Line line = lineOrNull();
    return line == null ? "" : Marks.text(line.total());
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public ItemType getType() {
    return type;
  }

  public void setType(ItemType type) {
    this.type = type;
  }

  public int getDifficultyFrom() {
    return difficultyFrom;
  }

  public void setDifficultyFrom(int difficultyFrom) {
    this.difficultyFrom = difficultyFrom;
  }

  public int getDifficultyTo() {
    return difficultyTo;
  }

  public void setDifficultyTo(int difficultyTo) {
    this.difficultyTo = difficultyTo;
  }

  public Integer getCount() {
    return count;
  }

  public void setCount(Integer count) {
    this.count = count;
  }

  public BigDecimal getMarks() {
    return marks;
  }

  public void setMarks(BigDecimal marks) {
    this.marks = marks;
  }
}
