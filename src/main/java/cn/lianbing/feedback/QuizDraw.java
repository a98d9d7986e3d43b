package cn.lianbing.feedback;

import cn.lianbing.bank.ItemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Draws two forms of one topic that are as alike as the bank allows: pairs of one type whose difficulty is nearest, one of each pair to each form. */
final class QuizDraw {
  private QuizDraw() {}

  record Candidate(long versionId, ItemType type, int difficulty) {}

  /** As many versions each. */
  record Forms(List<Long> a, List<Long> b) {}

  private record Pair(Candidate one, Candidate other) {
    int distance() {
      return Math.abs(one.difficulty - other.difficulty);
    }
  }

  /** @return fewer than {@code count} where there are too few */
  static Forms of(List<Candidate> candidates, int count, Random random) {
    List<Candidate> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, random);
    shuffled.sort(Comparator.comparing(Candidate::type).thenComparingInt(Candidate::difficulty)); // stable: chance decides among equals
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < shuffled.size(); i++) {
      if (shuffled.get(i).type != shuffled.get(i + 1).type) continue;
      pairs.add(new Pair(shuffled.get(i), shuffled.get(++i)));
    }
    Collections.shuffle(pairs, random);
    pairs.sort(Comparator.comparingInt(Pair::distance));
    List<Long> a = new ArrayList<>();
    List<Long> b = new ArrayList<>();
    for (Pair pair : pairs.subList(0, Math.min(count, pairs.size()))) {
      boolean swapped = random.nextBoolean();
      a.add((swapped ? pair.other : pair.one).versionId);
      b.add((swapped ? pair.one : pair.other).versionId);
    }
    return new Forms(a, b);
  }
}
