package cn.lianbing.paper;

import cn.lianbing.paper.AssemblyTask.Exclusion;
import cn.lianbing.paper.ItemClasses.ItemClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/** One form and the shadow of those to come, as a mixed-integer program: how many of each class on each line. */
final class FormProgram {
  /** Good enough is enough: the objective only draws lots among forms that meet everything. */
  private static final long SUFFICES_MILLIS = 3_000;
  private static final long AT_MOST_MILLIS = 20_000;
  private final AssemblyTask task;
  private final List<ItemClass> classes;
  private final int later;
  private final Double mean;
  private final Random lot;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Variable[][] form;

  /**
   * @param later how many forms come after this
   * @param mean  that each form keeps to; null: this one decides it
   */
  FormProgram(AssemblyTask task, List<ItemClass> classes, int later, Double mean, Random lot) {
    this.task = task;
    this.classes = classes;
    this.later = later;
    this.mean = mean;
    this.lot = lot;
    this.form = part("form", 1);
    Variable[][] shadow = later > 0 ? part("shadow", later) : null;
    for (int at = 0; at < classes.size(); at++) capacity(at, shadow);
    if (shadow != null && mean == null) alike(shadow);
    exclude();
  }

  boolean solve() {
    model.options.time_suffice = SUFFICES_MILLIS;
    model.options.time_abort = AT_MOST_MILLIS;
    return model.minimise().getState().isFeasible();
  }

  int taken(int at, int line) {
    Variable variable = form[at][line];
    return variable == null ? 0 : Math.toIntExact(Math.round(variable.getValue().doubleValue()));
  }

  /** Variables and requirements of one form, or of so many together. */
  private Variable[][] part(String name, int forms) {
    Variable[][] numbers = new Variable[classes.size()][task.lines().size()];
    Expression[] lines = new Expression[task.lines().size()];
    for (int i = 0; i < lines.length; i++) lines[i] = model.newExpression(name + "-line-" + i).level((long) task.lines().get(i).count() * forms);
    Expression[] bounds = new Expression[task.demands().bounds().size()];
    for (int i = 0; i < bounds.length; i++) {
      Bound bound = task.demands().bounds().get(i);
      bounds[i] = model.newExpression(name + "-bound-" + i);
      if (bound.min() != null) bounds[i].lower((long) bound.min() * forms);
      if (bound.max() != null) bounds[i].upper((long) bound.max() * forms);
    }
    Expression difficulty = mean == null ? null : model.newExpression(name + "-difficulty").lower((mean - half()) * task.size() * forms).upper((mean + half()) * task.size() * forms);
    for (int at = 0; at < classes.size(); at++) {
      ItemClass one = classes.get(at);
      if (one.size() == 0) continue;
      // Drawn by lot for a class, so that another seed makes other forms.
      double weight = lot.nextDouble();
      for (int line = one.lines().nextSetBit(0); line >= 0; line = one.lines().nextSetBit(line + 1)) {
        Variable number = model.newVariable(name + "-" + at + "-" + line).lower(0).upper((long) Math.min(one.size(), task.lines().get(line).count()) * forms);
        if (forms == 1 && name.equals("form")) number.integer().weight(weight);
        numbers[at][line] = number;
        lines[line].set(number, 1);
        for (int bound = one.bounds().nextSetBit(0); bound >= 0; bound = one.bounds().nextSetBit(bound + 1)) bounds[bound].set(number, 1);
        if (difficulty != null) difficulty.set(number, one.difficulty());
      }
    }
    return numbers;
  }

  private void capacity(int at, Variable[][] shadow) {
    int size = classes.get(at).size();
    if (size == 0) return;
    Expression whole = task.disjoint() && shadow != null ? model.newExpression("class-" + at).upper(size) : null;
    Expression own = model.newExpression("class-form-" + at).upper(size);
    Expression others = !task.disjoint() && shadow != null ? model.newExpression("class-shadow-" + at).upper((long) size * later) : null;
    for (int line = 0; line < form[at].length; line++) {
      if (form[at][line] == null) continue;
      own.set(form[at][line], 1);
      if (whole != null) whole.set(form[at][line], 1).set(shadow[at][line], 1);
      if (others != null) others.set(shadow[at][line], 1);
    }
  }

  /** Where nothing says how difficult: the mean of those to come is that of this. */
  private void alike(Variable[][] shadow) {
    double room = half() * task.size() * later;
    Expression alike = model.newExpression("alike").lower(-room).upper(room);
    for (int at = 0; at < classes.size(); at++) for (int line = 0; line < form[at].length; line++) {
      if (form[at][line] == null) continue;
      alike.set(form[at][line], (long) classes.get(at).difficulty() * later);
      alike.set(shadow[at][line], -classes.get(at).difficulty());
    }
  }

  private void exclude() {
    Map<Long, Integer> alone = new HashMap<>();
    for (int at = 0; at < classes.size(); at++) if (classes.get(at).size() == 1) alone.put(classes.get(at).any().itemId(), at);
    for (Exclusion pair : task.exclusions()) {
      Integer first = alone.get(pair.first());
      Integer second = alone.get(pair.second());
      if (first == null || second == null) continue;
      Expression either = model.newExpression("exclusion-" + pair.first() + "-" + pair.second()).upper(1);
      for (Variable number : form[first]) if (number != null) either.set(number, 1);
      for (Variable number : form[second]) if (number != null) either.set(number, 1);
    }
  }

  /** Two forms that both keep it differ by the whole spread at most. */
  private double half() {
    return task.demands().spread() / 200.0;
  }
}
