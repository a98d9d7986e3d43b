package cn.lianbing.exam;

/** When results, with keys and explanations, are shown. */
public enum Release {
  /** as soon as an attempt is marked */
  AT_ONCE,
  /** when the exam's window has closed */
  AT_CLOSING,
  /** when an administrator says so */
  BY_HAND
}
