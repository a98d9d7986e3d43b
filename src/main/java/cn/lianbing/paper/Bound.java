package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;

/**
 * How many items of one kind a whole paper has at least and at most, whichever lines they come from.
 *
 * @param value a topic's path or its beginning, a stage, a type's or law's name, a field, a difficulty 1–5
 * @param min   null: no least
 * @param max   null: no most
 */
public record Bound(Dimension dimension, String value, Integer min, Integer max) implements Serializable {
  /** What a bound looks at. */
  public enum Dimension { TOPIC, STAGE, TYPE, DIFFICULTY, FIELD, LAW }

  private static final int MOST = 300;

  @JsonbCreator
  public Bound {
    if (dimension == null) throw Invalid.field("dimension", "required");
    if (value == null || value.isBlank()) throw Invalid.field("value", "required");
    value = value.strip();
    if (value.length() > 120) throw Invalid.field("value", "tooLong", 120);
    if (min == null && max == null) throw Invalid.field("min", "bound.empty");
    if (min != null && (min < 0 || min > MOST) || max != null && (max < 0 || max > MOST)) throw Invalid.field("min", "bound.range", MOST);
    if (min != null && max != null && min > max) throw Invalid.field("min", "bound.order");
  }

  boolean covers(Items.Candidate item) {
    return switch (dimension) {
      case TOPIC -> item.topic().equals(value) || item.topic().startsWith(value + "/");
      case STAGE -> item.stage().equals(value);
      case TYPE -> item.type().name().equals(value);
      case DIFFICULTY -> String.valueOf(item.difficulty()).equals(value);
      case FIELD -> item.field().equals(value);
      case LAW -> item.law().equals(value);
    };
  }
}
