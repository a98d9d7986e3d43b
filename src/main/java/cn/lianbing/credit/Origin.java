package cn.lianbing.credit;

/** The account on the other side of an officer's: where hours come from, or go to. */
public enum Origin {
  /** a session attended */
  ATTENDANCE,
  /** a lecture given */
  LECTURE,
  /** approved training elsewhere */
  OUTSIDE,
  /** kept in another register before this one */
  CARRIED,
  /** the year's closing */
  CLOSED
}
