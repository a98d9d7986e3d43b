package cn.lianbing.platform;

/** Why somebody did what others will ask about. */
public final class Reason {
  public static final int LONGEST = 200;

  private Reason() {}

  /** As it is kept. @throws Invalid for {@code reason} unless it has 1 to 200 characters */
  public static String demanded(String reason) {
    String kept = optional(reason);
    if (kept == null) throw Invalid.field("reason", "reason");
    return kept;
  }

  /** Null where nothing was said. @throws Invalid for {@code reason} where it is longer than 200 characters */
  public static String optional(String reason) {
    if (reason == null || reason.isBlank()) return null;
    String kept = reason.strip();
    if (kept.length() > LONGEST) throw Invalid.field("reason", "reason");
    return kept;
  }
}
