package cn.lianbing.law;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two wordings with what differs marked, character by character: Chinese has no spaces to part words by. A few characters alike
 * between two differences are chance and count as changed, so that a reader sees phrases and not confetti.
 *
 * @param old   the older wording in its parts
 * @param fresh the newer one
 */
public record Wording(List<Run> old, List<Run> fresh) implements Serializable {
  /** A stretch of text that is alike or changed as a whole. */
  public record Run(String text, boolean changed) implements Serializable {}

  /** Shorter stretches alike between two changes are taken to be changed too. */
  private static final int CHANCE = 2;
  /** Longer texts are compared paragraph by paragraph. */
  private static final int LONG = 4000;

  /** Null is no text at all. */
  public static Wording of(String old, String fresh) {
    if (old == null || fresh == null) return new Wording(old == null ? List.of() : List.of(new Run(old, false)), fresh == null ? List.of() : List.of(new Run(fresh, false)));
    boolean byParagraph = old.length() + fresh.length() > 2 * LONG;
    List<String> before = byParagraph ? paragraphs(old) : characters(old);
    List<String> after = byParagraph ? paragraphs(fresh) : characters(fresh);
    boolean[] removed = new boolean[before.size()];
    boolean[] added = new boolean[after.size()];
    for (AbstractDelta<String> delta : joined(DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas(), byParagraph ? 0 : CHANCE, before.size())) {
      for (int i = 0; i < delta.getSource().size(); i++) removed[delta.getSource().getPosition() + i] = true;
      for (int i = 0; i < delta.getTarget().size(); i++) added[delta.getTarget().getPosition() + i] = true;
    }
    return new Wording(runs(before, removed), runs(after, added));
  }

  /** Neighbouring differences with next to nothing between them as one; the texts between them, which are alike, with them. */
  private static List<AbstractDelta<String>> joined(List<AbstractDelta<String>> deltas, int chance, int length) {
    List<AbstractDelta<String>> joined = new ArrayList<>(deltas.stream().filter(one -> one.getType() != DeltaType.EQUAL).toList());
    if (chance == 0 || length == 0) return joined;
    List<AbstractDelta<String>> between = new ArrayList<>();
    for (int i = 0; i + 1 < joined.size(); i++) {
      int end = joined.get(i).getSource().getPosition() + joined.get(i).getSource().size();
      int gap = joined.get(i + 1).getSource().getPosition() - end;
      int freshEnd = joined.get(i).getTarget().getPosition() + joined.get(i).getTarget().size();
      int freshGap = joined.get(i + 1).getTarget().getPosition() - freshEnd;
      if (gap == freshGap && gap > 0 && gap < chance) between.add(new ChangeDelta<>(new Chunk<>(end, filler(gap)), new Chunk<>(freshEnd, filler(gap))));
    }
    joined.addAll(between);
    return joined;
  }

  private static List<String> filler(int size) {
    return Collections.nCopies(size, "");
  }

  private static List<Run> runs(List<String> parts, boolean[] changed) {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && changed[i] != changed[i - 1]) {
        runs.add(new Run(run.toString(), changed[i - 1]));
        run.setLength(0);
      }
      run.append(parts.get(i));
    }
    if (run.length() > 0) runs.add(new Run(run.toString(), changed[parts.size() - 1]));
    return runs;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.split("(?<=\n)"));
  }
}
