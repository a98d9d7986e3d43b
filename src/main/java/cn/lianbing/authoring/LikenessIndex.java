package cn.lianbing.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds items that ask nearly the same. Rare pairs of characters weigh more (inverse document frequency); likeness is the mean of
 * Dice's coefficient and of the share of the shorter one that the longer one has, so that a case told at length still resembles the
 * plain question. Other figures or another law make two items that differ in nothing else mostly different ones. The weights and
 * the threshold were chosen on pairs-choose.txt and judged on pairs-judge.txt: see the README.
 *
 * <p>An inverted index; the rarest pairs are followed first and no more than a bounded number of entries is looked at.
 */
final class LikenessIndex {
  static final double THRESHOLD = 0.34;
  private static final double OTHER_LAW = 0.5;
  private static final double NO_NUMBER_ALIKE = 0.4;
  private static final double SOME_NUMBERS_ALIKE = 0.9;
  private static final int MOST_ENTRIES = 30_000;
  private static final int EXAMINED = 120;
  private final Map<Integer, Postings> postings = new HashMap<>();
  private final Map<Long, Integer> slots = new HashMap<>();
  private final List<Fingerprint> prints = new ArrayList<>();
  private final List<Long> ids = new ArrayList<>();
  private float[] common = new float[1024];

  /** Growing list of slots. */
  private static final class Postings {
    private int[] slots = new int[4];
    private int size;

    private void add(int slot) {
      if (size == slots.length) slots = Arrays.copyOf(slots, size * 2);
      slots[size++] = slot;
    }
  }

  record Like(long id, double likeness) {}

  /** Puts an item in, in the place of what it said before. */
  void put(long id, Fingerprint print) {
    Integer former = slots.get(id);
    if (former != null) prints.set(former, null);
    int slot = prints.size();
    prints.add(print);
    ids.add(id);
    slots.put(id, slot);
    if (common.length <= slot) common = Arrays.copyOf(common, common.length * 2);
    for (int gram : print.grams()) postings.computeIfAbsent(gram, key -> new Postings()).add(slot);
  }

  int size() {
    return slots.size();
  }

  /** The most alike first. @param but leaves this one out; null: none */
  List<Like> like(Fingerprint asked, Long but, double from, int most) {
    int[] grams = Arrays.stream(asked.grams()).filter(postings::containsKey).boxed().sorted((one, other) -> Integer.compare(postings.get(one).size, postings.get(other).size)).mapToInt(Integer::intValue).toArray();
    List<Integer> touched = new ArrayList<>();
    int entries = 0;
    for (int gram : grams) {
      Postings those = postings.get(gram);
      if (entries > 0 && entries + those.size > MOST_ENTRIES) break;
      entries += those.size;
      float weight = (float) weight(gram);
      for (int i = 0; i < those.size; i++) {
        int slot = those.slots[i];
        if (prints.get(slot) == null) continue;
        if (common[slot] == 0) touched.add(slot);
        common[slot] += weight;
      }
    }
    PriorityQueue<Integer> best = new PriorityQueue<>((one, other) -> Float.compare(common[one], common[other]));
    for (int slot : touched) {
      best.add(slot);
      if (best.size() > EXAMINED) best.poll();
    }
    List<Like> found = new ArrayList<>();
    for (int slot : best) if (but == null || !ids.get(slot).equals(but)) {
      double likeness = likeness(asked, prints.get(slot));
      if (likeness >= from) found.add(new Like(ids.get(slot), likeness));
    }
    for (int slot : touched) common[slot] = 0;
    found.sort((one, other) -> Double.compare(other.likeness(), one.likeness()));
    return found.subList(0, Math.min(most, found.size()));
  }

  /** 0–1. */
  double likeness(Fingerprint one, Fingerprint other) {
    double shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.grams().length && j < other.grams().length) {
      int difference = Integer.compare(one.grams()[i], other.grams()[j]);
      if (difference == 0) shared += weight(one.grams()[i]);
      if (difference <= 0) i++;
      if (difference >= 0) j++;
    }
    double first = sum(one);
    double second = sum(other);
    if (first == 0 || second == 0) return 0;
    double likeness = (2 * shared / (first + second) + shared / Math.min(first, second)) / 2;
    if (!one.law().isEmpty() && !other.law().isEmpty() && !one.law().equals(other.law())) likeness *= OTHER_LAW;
    if (!one.numbers().isEmpty() && !other.numbers().isEmpty() && !one.numbers().equals(other.numbers())) likeness *= one.numbers().stream().anyMatch(other.numbers()::contains) ? SOME_NUMBERS_ALIKE : NO_NUMBER_ALIKE;
    return likeness;
  }

  private double sum(Fingerprint print) {
    double sum = 0;
    for (int gram : print.grams()) sum += weight(gram);
    return sum;
  }

  private double weight(int gram) {
    Postings those = postings.get(gram);
    return Math.log(1 + (double) slots.size() / (1 + (those == null ? 0 : those.size)));
  }
}
