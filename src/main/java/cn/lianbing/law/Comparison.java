package cn.lianbing.law;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two texts article by article. Articles that say the same belong together whatever their numbers; of the others, those that
 * share most of their pairs of characters (Dice's coefficient), where the same number needs less likeness than another one.
 */
public final class Comparison {
  public enum Kind { SAME, MOVED, CHANGED, MOVED_AND_CHANGED, REMOVED, ADDED }

  /** @param percent how alike they are; 0 where one is missing */
  public record Pair(Kind kind, Article old, Article fresh, int percent) implements Serializable {}

  private static final double LEAST = 0.5;
  private static final double LEAST_OF_SAME_NUMBER = 0.3;
  private final List<Article> old;
  private final List<Article> fresh;
  private final Map<Integer, Integer> freshOfOld = new HashMap<>();
  private final Map<Integer, Integer> oldOfFresh = new HashMap<>();
  private final Map<Integer, Integer> percents = new HashMap<>();

  /** @param likeness 0 to 1 */
  private record Candidate(int old, int fresh, double likeness, boolean sameNumber) {
    double weight() {
      return likeness + (sameNumber ? 0.1 : 0);
    }
  }

  private Comparison(List<Article> old, List<Article> fresh) {
    this.old = old;
    this.fresh = fresh;
  }

  /** In the order of the newer text, what was removed at its old place. */
  public static List<Pair> of(List<Article> old, List<Article> fresh) {
    Comparison comparison = new Comparison(old, fresh);
    comparison.pairSame();
    comparison.pairAlike();
    return comparison.pairs();
  }

  private void pairSame() {
    Map<String, List<Integer>> bySaying = new HashMap<>();
    for (int i = 0; i < fresh.size(); i++) bySaying.computeIfAbsent(saying(fresh.get(i)), key -> new ArrayList<>()).add(i);
    for (int i = 0; i < old.size(); i++) {
      int at = i;
      List<Integer> free = bySaying.getOrDefault(saying(old.get(i)), List.of());
      Optional<Integer> chosen = free.stream().filter(j -> sameNumber(at, j)).findFirst().or(() -> free.stream().findFirst());
      chosen.ifPresent(j -> {
        free.remove(j);
        pair(at, j, 100);
      });
    }
  }

  private void pairAlike() {
    Map<Integer, Set<Integer>> oldGrams = new LinkedHashMap<>();
    Map<Integer, Set<Integer>> freshGrams = new LinkedHashMap<>();
    for (int i = 0; i < old.size(); i++) if (!freshOfOld.containsKey(i)) oldGrams.put(i, grams(old.get(i)));
    for (int j = 0; j < fresh.size(); j++) if (!oldOfFresh.containsKey(j)) freshGrams.put(j, grams(fresh.get(j)));
    Map<Integer, List<Integer>> having = new HashMap<>();
    freshGrams.forEach((j, grams) -> grams.forEach(gram -> having.computeIfAbsent(gram, key -> new ArrayList<>()).add(j)));
    List<Candidate> candidates = new ArrayList<>();
    oldGrams.forEach((i, grams) -> {
      Map<Integer, Integer> shared = new HashMap<>();
      for (int gram : grams) for (int j : having.getOrDefault(gram, List.of())) shared.merge(j, 1, Integer::sum);
      shared.forEach((j, common) -> {
        double likeness = 2.0 * common / (grams.size() + freshGrams.get(j).size());
        if (likeness >= (sameNumber(i, j) ? LEAST_OF_SAME_NUMBER : LEAST)) candidates.add(new Candidate(i, j, likeness, sameNumber(i, j)));
      });
    });
    candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed().thenComparingInt(Candidate::old).thenComparingInt(Candidate::fresh));
    for (Candidate one : candidates) if (!freshOfOld.containsKey(one.old()) && !oldOfFresh.containsKey(one.fresh())) pair(one.old(), one.fresh(), Math.min(99, (int) Math.round(one.likeness() * 100)));
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int next = 0;
    for (int j = 0; j < fresh.size(); j++) {
      Integer i = oldOfFresh.get(j);
      if (i != null) for (; next <= i; next++) if (!freshOfOld.containsKey(next)) pairs.add(new Pair(Kind.REMOVED, old.get(next), null, 0));
      pairs.add(i == null ? new Pair(Kind.ADDED, null, fresh.get(j), 0) : new Pair(kind(i, j), old.get(i), fresh.get(j), percents.get(i)));
    }
    for (; next < old.size(); next++) if (!freshOfOld.containsKey(next)) pairs.add(new Pair(Kind.REMOVED, old.get(next), null, 0));
    return pairs;
  }

  private Kind kind(int i, int j) {
    boolean same = percents.get(i) == 100;
    return sameNumber(i, j) ? same ? Kind.SAME : Kind.CHANGED : same ? Kind.MOVED : Kind.MOVED_AND_CHANGED;
  }

  private void pair(int i, int j, int percent) {
    freshOfOld.put(i, j);
    oldOfFresh.put(j, i);
    percents.put(i, percent);
  }

  private boolean sameNumber(int i, int j) {
    return old.get(i).kind() == fresh.get(j).kind() && old.get(i).articleNumber().equals(fresh.get(j).articleNumber());
  }

  private static String saying(Article one) {
    return one.kind() + ArticleText.squeezed(one.text());
  }

  /** Pairs of neighbouring characters, two in an int. */
  private static Set<Integer> grams(Article one) {
    String text = ArticleText.squeezed(one.text());
    Set<Integer> grams = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) grams.add(text.charAt(i) << 16 | text.charAt(i + 1));
    return grams;
  }
}
