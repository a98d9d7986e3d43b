package cn.lianbing.bank;

import cn.lianbing.platform.Caller;

/**
 * Something was done with an item, for who keeps its history.
 *
 * @param versionNumber of the wording that came of it; null: none
 * @param note          what it was before and is now, or why; null: nothing to say
 */
public record ItemStep(Caller who, long itemId, String code, Kind kind, Integer versionNumber, String note) {
  /** WRITTEN: a new wording; REKEYED: another key for the same; FILED: under another topic, stage, field or difficulty. */
  public enum Kind { WRITTEN, REKEYED, RETIRED, REINSTATED, EMBARGOED, RELEASED, FILED, TAGGED }
}
