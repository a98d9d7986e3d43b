package cn.lianbing.platform;

/** Patterns for SQL's {@code like} out of what people type: their %, _ and \ are characters like any other. */
public final class Like {
  private Like() {}

  /** Null where nothing was typed, for {@code (:text is null or … like :text)}. */
  public static String containing(String text) {
    return text == null || text.isBlank() ? null : "%" + literal(text.strip()) + "%";
  }

  /** Null where nothing was typed. */
  public static String beginning(String text) {
    return text == null || text.isBlank() ? null : literal(text.strip()) + "%";
  }

  /** The text itself, to be a part of a pattern. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
