package cn.lianbing.competition;

import cn.lianbing.platform.Invalid;
import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who goes on to a stage; data, so that everybody comes to the same. In this order, each step taking those of the list that no step
 * before took: the first {@code perGroup} places of each group; the first {@code top} places, passing over those whose unit already
 * has {@code unitMost}; the best of each unit until it has {@code unitLeast}; and up to {@code wildcards} whom the host names with a
 * reason. Whoever shares the last place that goes on goes on too.
 *
 * @param unitMost 0: no limit. It binds {@code top} alone: what a group or a unit's own quota gives is not taken back
 */
public record Advancement(int top, int perGroup, int unitMost, int unitLeast, int wildcards) implements Serializable {
  public enum Way { REGISTERED, GROUP, TOP, QUOTA, WILDCARD }

  /** @param rank null: without a place, which goes on by no rule but as a wildcard. @param group 0: none */
  public record Placed(long id, Integer rank, long unitId, int group) {}

  @JsonbCreator
  public Advancement {
    for (int number : new int[] {top, perGroup, unitMost, unitLeast, wildcards}) if (number < 0 || number > 100_000) throw Invalid.field("advancement", "competition.number", 0, 100_000);
    if (top + perGroup + unitLeast + wildcards == 0) throw Invalid.field("advancement", "competition.nobodyAdvances");
    if (unitMost > 0 && unitLeast > unitMost) throw Invalid.field("advancement", "competition.quota", unitLeast, unitMost);
  }

  /** @param list in the order of places. @return by id, in the order in which they are taken; wildcards are not in it */
  public Map<Long, Way> choose(List<Placed> list) {
    Map<Long, Way> chosen = new LinkedHashMap<>();
    List<Placed> ranked = list.stream().filter(one -> one.rank() != null).toList();
    Map<Integer, List<Placed>> groups = new java.util.TreeMap<>();
    ranked.stream().filter(one -> one.group() > 0).forEach(one -> groups.computeIfAbsent(one.group(), any -> new ArrayList<>()).add(one));
    Map<Long, Integer> units = new HashMap<>();
    groups.values().forEach(group -> first(group, perGroup, 0, Way.GROUP, chosen, units));
    first(ranked, top, unitMost, Way.TOP, chosen, units);
    least(ranked, chosen, units);
    return chosen;
  }

  private static void first(List<Placed> list, int count, int most, Way way, Map<Long, Way> chosen, Map<Long, Integer> units) {
    int taken = 0;
    Integer last = null;
    for (Placed one : list) {
      if (taken >= count && !(count > 0 && one.rank().equals(last))) return;
      if (chosen.containsKey(one.id())) {
        // whoever a group sent counts among the first as well
        taken++;
        last = one.rank();
        continue;
      }
      if (most > 0 && units.getOrDefault(one.unitId(), 0) >= most) continue;
      chosen.put(one.id(), way);
      units.merge(one.unitId(), 1, Integer::sum);
      taken++;
      last = one.rank();
    }
  }

  private void least(List<Placed> ranked, Map<Long, Way> chosen, Map<Long, Integer> units) {
    Map<Long, Integer> last = new HashMap<>();
    Set<Long> full = new HashSet<>();
    for (Placed one : ranked) {
      if (chosen.containsKey(one.id()) || unitLeast == 0) continue;
      int has = units.getOrDefault(one.unitId(), 0);
      boolean shares = full.contains(one.unitId()) && one.rank().equals(last.get(one.unitId()));
      if (has >= unitLeast && !shares) continue;
      chosen.put(one.id(), Way.QUOTA);
      units.merge(one.unitId(), 1, Integer::sum);
      last.put(one.unitId(), one.rank());
      if (units.get(one.unitId()) >= unitLeast) full.add(one.unitId());
    }
  }
}
