package cn.lianbing.paper;

/**
 * A requirement that the bank cannot meet.
 *
 * @param of      which of the lines or bounds, from 0; -1 where it is neither
 * @param missing items that all the forms together lack, or have too many, for it; 0 where that cannot be said
 */
public record Lack(Kind kind, int of, int missing) {
  /** Which requirement. TOGETHER: each can be met, but no way was found to meet all at once in the time that it may take. */
  public enum Kind { LINE, BOUND_MIN, BOUND_MAX, DIFFICULTY, TOGETHER }
}
