package cn.lianbing.exam;

import java.time.Instant;

/** When results, with keys and explanations, are shown. */
public enum Release {
  /** as soon as an attempt is marked */
  AT_ONCE,
  /** when the exam's window has closed */
  AT_CLOSING,
  /** when an administrator says so */
  BY_HAND;

  /** @param by null until an administrator has said so */
  boolean reached(Instant closesAt, Instant by, Instant now) {
    return switch (this) {
      case AT_ONCE -> true;
      case AT_CLOSING -> !now.isBefore(closesAt);
      case BY_HAND -> by != null;
    };
  }
}
