package cn.lianbing.credit;

/** The two kinds of hours; the national figure of 60 counts the second alone. */
public enum Bucket {
  /** political theory, party spirit */
  POLITICAL,
  /** professional knowledge, laws, enforcement skills */
  PROFESSIONAL
}
