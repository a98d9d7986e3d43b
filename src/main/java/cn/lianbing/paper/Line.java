package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.bank.ItemType;
import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;

/**
 * One line of a blueprint.
 *
 * @param topic a path or the beginning of one; null: any
 * @param count of items
 * @param marks tenths, for each item
 */
public record Line(String topic, ItemType type, int difficultyFrom, int difficultyTo, int count, int marks) {
  @JsonbCreator
  public Line {
    topic = topic == null || topic.isBlank() ? null : topic.strip();
    if (type == null) throw Invalid.field("type", "required");
    if (difficultyFrom < 1 || difficultyTo > 5 || difficultyFrom > difficultyTo) throw Invalid.field("difficultyFrom", "line.difficulty");
    if (count < 1 || count > 300) throw Invalid.field("count", "line.count");
    if (marks < 1 || marks > 1000) throw Invalid.field("marks", "line.marks");
  }

  /** A CASE and a SHORT_TEXT bring their marks with them: a line takes those that are worth what it says. */
  boolean covers(Items.Candidate item) {
    return item.type() == type && item.difficulty() >= difficultyFrom && item.difficulty() <= difficultyTo && (item.ownMarks() == null || item.ownMarks() == marks) && (topic == null || item.topic().equals(topic) || item.topic().startsWith(topic + "/"));
  }

  public int total() {
    return count * marks;
  }
}
