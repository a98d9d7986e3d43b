package cn.lianbing.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which topics of a unit are weak. Judged is the first level of a topic's path, and a second level where enough different items
 * were asked in it; where a second level is weak, its first level is not said as well.
 */
final class WeakTopics {
  /** One odd question is no topic. */
  static final int FEWEST_ITEMS = 3;

  private WeakTopics() {}

  /** @param all null where it cannot be shown */
  record Weak(String topic, Share unit, Share all) {}

  /**
   * @param unit      by topic, first and second levels
   * @param all       the same of all who sat
   * @param weakBelow percent
   */
  static List<Weak> of(Map<String, Share> unit, Map<String, Share> all, int weakBelow) {
    Map<String, Weak> weak = new TreeMap<>();
    unit.forEach((topic, share) -> {
      Share others = all.get(topic);
      Share shown = others != null && others.othersEnough(share) ? others : null;
      if (judged(topic, share) && weak(share, shown, weakBelow)) weak.put(topic, new Weak(topic, share, shown));
    });
    List<Weak> found = new ArrayList<>(weak.values());
    found.removeIf(one -> weak.keySet().stream().anyMatch(other -> other.startsWith(one.topic() + "/")));
    return found;
  }

  private static boolean judged(String topic, Share share) {
    return share.enough() && (!topic.contains("/") || share.items() >= FEWEST_ITEMS);
  }

  /** Even the upper end is below all the others, or below the setting. */
  static boolean weak(Share share, Share all, int weakBelow) {
    return all != null && share.high() < all.value() || share.high() < weakBelow / 100.0;
  }
}
