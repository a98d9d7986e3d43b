package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.paper.ItemClasses.ItemClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ojalgo.optimisation.Optimisation;

/**
 * Automated test assembly: parallel forms that meet one blueprint, as a mixed-integer program for ojAlgo.
 *
 * <p>All forms in one program are too hard for a small solver, because forms can be exchanged for each other without end. So they
 * are assembled one after the other, each together with a <em>shadow</em> that stands for all that are still to come and is left
 * fractional: whatever the form takes, enough stays for the others (the big-shadow-test method, van der Linden and Adema 1998,
 * Journal of Educational Measurement 35). Before that, a linear program with slack in each requirement says whether the bank can
 * meet all of them, and if not, which it cannot and by how many items.
 */
final class TestAssembly {
  private static final double NOTHING = 1e-6;
  private final AssemblyTask task;
  private final List<ItemClass> classes;

  private TestAssembly(AssemblyTask task) {
    this.task = task;
    this.classes = ItemClasses.of(task);
  }

  /**
   * @param forms for each form and line its items; empty where there are lacks
   * @param lacks empty where there are forms
   */
  record Outcome(List<List<List<Items.Candidate>>> forms, List<Lack> lacks) {}

  static Outcome of(AssemblyTask task) {
    TestAssembly assembly = new TestAssembly(task);
    List<Lack> lacks = assembly.lacks();
    if (!lacks.isEmpty()) return new Outcome(List.of(), lacks);
    List<List<List<Items.Candidate>>> forms = new ArrayList<>();
    Double mean = task.demands().targetDifficulty() == null ? null : task.demands().targetDifficulty() / 100.0;
    Random lot = new Random(task.seed());
    for (int form = 0; form < task.forms(); form++) {
      FormProgram program = new FormProgram(task, assembly.classes, task.forms() - form - 1, mean, lot);
      if (!program.solve()) return new Outcome(List.of(), List.of(new Lack(Lack.Kind.TOGETHER, -1, 0)));
      List<List<Items.Candidate>> taken = assembly.take(program);
      if (mean == null) mean = taken.stream().flatMap(List::stream).mapToInt(Items.Candidate::difficulty).average().orElseThrow();
      forms.add(taken);
    }
    return new Outcome(forms, List.of());
  }

  /** Takes so many of each class; where forms may share items, those taken go to the end, so that forms share as few as they can. */
  private List<List<Items.Candidate>> take(FormProgram program) {
    List<List<Items.Candidate>> lines = new ArrayList<>();
    for (int line = 0; line < task.lines().size(); line++) lines.add(new ArrayList<>());
    for (int at = 0; at < classes.size(); at++) {
      List<Items.Candidate> waiting = classes.get(at).waiting();
      int before = waiting.size();
      List<Items.Candidate> used = new ArrayList<>();
      for (int line = 0; line < lines.size(); line++) for (int i = program.taken(at, line); i > 0; i--) {
        Items.Candidate item = waiting.remove(0);
        used.add(item);
        lines.get(line).add(item);
      }
      if (!task.disjoint()) waiting.addAll(used);
      if (!task.disjoint() && waiting.size() != before) throw new IllegalStateException("an item got lost");
    }
    return lines;
  }

  private List<Lack> lacks() {
    ElasticProgram program = new ElasticProgram(task, classes);
    Optimisation.Result result = program.solve();
    if (!result.getState().isFeasible()) return List.of(new Lack(Lack.Kind.TOGETHER, -1, 0));
    return program.slacks().stream().filter(slack -> slack.amount() > NOTHING).map(slack -> new Lack(slack.kind(), slack.of(), (int) Math.ceil(slack.amount() - NOTHING))).toList();
  }
}
