package cn.lianbing.paper;

import cn.lianbing.paper.ItemClasses.ItemClass;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** All forms together as a linear program in which each requirement may be missed at a price: what is missed in spite of it cannot be met. */
final class ElasticProgram {
  private static final long AT_MOST_MILLIS = 20_000;
  /** A line is missed only where items are missing: what a bound or the difficulty forbids is theirs to say. */
  private static final double LINE = 3;
  private static final double BOUND = 1;
  private static final double DIFFICULTY = 0.4;

  private record Slack(Lack.Kind kind, int of, Variable variable) {}

  /** @param amount items, of all forms together; for DIFFICULTY the sum of difficulties that it is away */
  record Missed(Lack.Kind kind, int of, double amount) {}

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final List<Slack> slacks = new ArrayList<>();

  ElasticProgram(AssemblyTask task, List<ItemClass> classes) {
    int forms = task.forms();
    Expression[] lines = new Expression[task.lines().size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = model.newExpression("line-" + i).level((long) task.lines().get(i).count() * forms);
      lines[i].set(slack(Lack.Kind.LINE, i, LINE), 1);
    }
    Expression[] bounds = new Expression[task.demands().bounds().size()];
    for (int i = 0; i < bounds.length; i++) bounds[i] = bound(i, task.demands().bounds().get(i), forms);
    Expression difficulty = null;
    if (task.demands().targetDifficulty() != null) {
      double all = (double) task.size() * forms;
      double half = task.demands().spread() / 200.0;
      double target = task.demands().targetDifficulty() / 100.0;
      difficulty = model.newExpression("difficulty").lower((target - half) * all).upper((target + half) * all);
      difficulty.set(slack(Lack.Kind.DIFFICULTY, -1, DIFFICULTY), 1).set(slack(Lack.Kind.DIFFICULTY, -1, DIFFICULTY), -1);
      // An item that is not there is as difficult as it should be.
      for (int i = 0; i < lines.length; i++) difficulty.set(slacks.get(i).variable(), target);
    }
    for (int at = 0; at < classes.size(); at++) {
      ItemClass one = classes.get(at);
      Expression capacity = model.newExpression("class-" + at).upper((long) one.size() * (task.disjoint() ? 1 : forms));
      for (int line = one.lines().nextSetBit(0); line >= 0; line = one.lines().nextSetBit(line + 1)) {
        Variable number = model.newVariable("n-" + at + "-" + line).lower(0);
        lines[line].set(number, 1);
        capacity.set(number, 1);
        for (int bound = one.bounds().nextSetBit(0); bound >= 0; bound = one.bounds().nextSetBit(bound + 1)) bounds[bound].set(number, 1);
        if (difficulty != null) difficulty.set(number, one.difficulty());
      }
    }
  }

  private Expression bound(int index, Bound bound, int forms) {
    Expression sum = model.newExpression("bound-" + index);
    if (bound.min() != null) sum.lower((long) bound.min() * forms).set(slack(Lack.Kind.BOUND_MIN, index, BOUND), 1);
    if (bound.max() != null) sum.upper((long) bound.max() * forms).set(slack(Lack.Kind.BOUND_MAX, index, BOUND), -1);
    return sum;
  }

  private Variable slack(Lack.Kind kind, int of, double price) {
    Variable variable = model.newVariable("slack-" + slacks.size()).lower(0).weight(price);
    slacks.add(new Slack(kind, of, variable));
    return variable;
  }

  Optimisation.Result solve() {
    model.options.time_abort = AT_MOST_MILLIS;
    return model.minimise();
  }

  List<Missed> slacks() {
    return slacks.stream().map(slack -> new Missed(slack.kind(), slack.of(), slack.variable().getValue().doubleValue())).toList();
  }
}
