package cn.lianbing.paper;

import cn.lianbing.bank.ItemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Draws a paper from a pool by a seed: the same pool and seed give the same paper for ever ({@link Random}'s sequence and
 * {@link Collections#shuffle} are specified). Lines may overlap; each place takes the next item of its line's shuffled list, and
 * where that is taken already, an augmenting path (Kuhn's matching) moves others aside, so that a paper is found whenever there
 * is one.
 */
public final class Draw {
  private final Pool pool;
  private final Random random;
  private final List<List<Long>> shuffled = new ArrayList<>();
  /** item version → the part whose place it fills */
  private final Map<Long, Integer> taken = new LinkedHashMap<>();

  private Draw(Pool pool, long seed) {
    this.pool = pool;
    this.random = new Random(seed);
    for (Pool.Part part : pool.parts()) {
      List<Long> versions = new ArrayList<>(part.versions());
      Collections.shuffle(versions, random);
      shuffled.add(versions);
    }
  }

  /** A part that cannot be filled: how many items it wants and how many there are for it. */
  public record Shortage(int part, int wanted, int found) {}

  /** @return the parts that the pool cannot fill, empty when every paper can be drawn */
  public static List<Shortage> shortages(Pool pool) {
    Draw draw = new Draw(pool, 0);
    List<Shortage> shortages = new ArrayList<>();
    for (int part = 0; part < pool.parts().size(); part++) {
      int found = draw.fill(part);
      if (found < pool.parts().get(part).line().count()) shortages.add(new Shortage(part, pool.parts().get(part).line().count(), found));
    }
    return shortages;
  }

  /** One of the pool's forms by lot, in an order of its own, or items by lot. @throws IllegalStateException when the pool has {@link #shortages} */
  public static List<Question> paper(Pool pool, long seed) {
    if (pool.fixed()) return form(pool, new Random(seed).nextInt(pool.forms().size()), seed);
    Draw draw = new Draw(pool, seed);
    for (int part = 0; part < pool.parts().size(); part++)
      if (draw.fill(part) < pool.parts().get(part).line().count()) throw new IllegalStateException("part " + part + " of the pool is too small");
    return draw.arrange();
  }

  /** A form of the pool, its items and their options in the seed's order. */
  public static List<Question> form(Pool pool, int form, long seed) {
    Draw draw = new Draw(pool, seed);
    for (int part = 0; part < pool.parts().size(); part++) for (Long version : pool.forms().get(form).get(part)) draw.taken.put(version, part);
    return draw.arrange();
  }

  private int fill(int part) {
    int found = 0;
    while (found < pool.parts().get(part).line().count() && augment(part, new HashSet<>())) found++;
    return found;
  }

  private boolean augment(int part, Set<Long> tried) {
    for (Long version : shuffled.get(part)) {
      if (taken.containsKey(version)) continue;
      taken.put(version, part);
      return true;
    }
    for (Long version : shuffled.get(part)) {
      if (taken.get(version) == part || !tried.add(version)) continue;
      int other = taken.get(version);
      if (!augment(other, tried)) continue;
      taken.put(version, part);
      return true;
    }
    return false;
  }

  /** Types stay together in the blueprint's order, items within a type are shuffled, and so are options. The questions of a CASE follow each other as its author put them. */
  private List<Question> arrange() {
    Map<ItemType, List<List<Question>>> sections = new LinkedHashMap<>();
    Map<Long, String> kept = new HashMap<>();
    for (Pool.Part part : pool.parts()) {
      sections.putIfAbsent(part.line().type(), new ArrayList<>());
      for (int i = 0; i < part.versions().size(); i++) kept.put(part.versions().get(i), part.options().get(i));
    }
    for (int part = 0; part < pool.parts().size(); part++) {
      Line line = pool.parts().get(part).line();
      for (Long version : shuffled.get(part)) if (Integer.valueOf(part).equals(taken.get(version))) sections.get(line.type()).add(Places.shuffled(line, version, kept.get(version), random));
    }
    List<Question> paper = new ArrayList<>();
    for (List<List<Question>> section : sections.values()) {
      Collections.shuffle(section, random);
      for (List<Question> item : section) for (Question one : item) paper.add(one.at(paper.size() + 1));
    }
    return paper;
  }
}
