package cn.lianbing.marking;

import java.util.List;

/**
 * What a new mark makes of an answer: with one marker it counts; with two, their mean counts where they differ by no more than the
 * tolerance, else a third decides.
 *
 * @param state that the answer is in now
 * @param marks tenths, once it is DONE, else null
 */
record Agreement(State state, Integer marks) {
  /** OPEN nobody marked it, SECOND one of two did, DECIDE two differ too much, DONE. */
  enum State { OPEN, SECOND, DECIDE, DONE }

  /** @param before marks of the others, in order; @param tolerance tenths */
  static Agreement of(Rule rule, List<Integer> before, int fresh) {
    if (rule.markers() == 1 || before.size() >= 2) return new Agreement(State.DONE, fresh);
    if (before.isEmpty()) return new Agreement(State.SECOND, null);
    int first = before.get(0);
    return Math.abs(first - fresh) <= rule.tolerance() ? new Agreement(State.DONE, (first + fresh + 1) / 2) : new Agreement(State.DECIDE, null);
  }

  /** How an exam's answers are marked. @param markers 1 or 2; @param tolerance tenths */
  record Rule(int markers, int tolerance) {
    static final Rule USUAL = new Rule(1, 10);
  }
}
