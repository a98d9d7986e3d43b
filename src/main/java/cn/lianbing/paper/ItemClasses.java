package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Items that no requirement tells apart: the same lines and bounds cover them and they are equally difficult. The program then
 * decides how many of a class, not which item, which leaves hundreds of variables where there are thousands of items. An item
 * that excludes another is a class of its own.
 */
final class ItemClasses {
  /** @param waiting the next to take comes first */
  record ItemClass(BitSet lines, BitSet bounds, int difficulty, List<Items.Candidate> waiting) {
    int size() {
      return waiting.size();
    }

    Items.Candidate any() {
      return waiting.get(0);
    }
  }

  private record Key(BitSet lines, BitSet bounds, int difficulty, long alone) {}

  private ItemClasses() {}

  /** Items that no line wants are left out. Within a class the least exposed come first, by lot among equals. */
  static List<ItemClass> of(AssemblyTask task) {
    Set<Long> excluding = new HashSet<>();
    task.exclusions().forEach(pair -> {
      excluding.add(pair.first());
      excluding.add(pair.second());
    });
    Map<Key, List<Items.Candidate>> found = new LinkedHashMap<>();
    for (Items.Candidate item : task.items()) {
      BitSet lines = new BitSet();
      for (int i = 0; i < task.lines().size(); i++) lines.set(i, task.lines().get(i).covers(item));
      if (lines.isEmpty()) continue;
      BitSet bounds = new BitSet();
      for (int i = 0; i < task.demands().bounds().size(); i++) bounds.set(i, task.demands().bounds().get(i).covers(item));
      found.computeIfAbsent(new Key(lines, bounds, item.difficulty(), excluding.contains(item.itemId()) ? item.itemId() : 0), key -> new ArrayList<>()).add(item);
    }
    Random lot = new Random(task.seed());
    List<ItemClass> classes = new ArrayList<>();
    found.forEach((key, items) -> {
      java.util.Collections.shuffle(items, lot);
      items.sort(Comparator.comparingInt(item -> task.exposure().getOrDefault(item.itemId(), 0)));
      classes.add(new ItemClass(key.lines(), key.bounds(), key.difficulty(), items));
    });
    return classes;
  }
}
