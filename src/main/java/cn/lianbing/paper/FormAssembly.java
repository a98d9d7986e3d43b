package cn.lianbing.paper;

import cn.lianbing.bank.Items;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Parallel forms from assembly by the solver, over swaps by hand, to the final version and its use in exams. */
@ApplicationScoped
@Transactional
public class FormAssembly {
  private static final int MOST_FORMS = 10;
  /** Solving takes a processor for seconds: one at a time, whoever asks meanwhile is told so. */
  private final Semaphore solving = new Semaphore(1);
  private final Random seeds = new Random();
  @Inject BlueprintEditing editing;
  @Inject Blueprints blueprints;
  @Inject FormSets sets;
  @Inject PaperAssembly assembly;
  @Inject Exposures exposures;
  @Inject ItemExclusions exclusions;
  @Inject Items items;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * A set of forms as it stands.
   *
   * @param means difficulty of each form, hundredths
   */
  public record View(long id, long blueprintId, FormSet.State state, LocalDate day, List<Line> lines, Demands demands, boolean disjoint, List<List<List<Items.Candidate>>> forms, List<Integer> means, List<Flaw> flaws, boolean inUse) {}

  /** What a form does not keep. @param form from 0; -1 where it is about all */
  public record Flaw(int form, String code, List<Object> arguments) implements Serializable {}

  /**
   * @param forms    1–10
   * @param disjoint no item on two forms
   * @param day      law versions must be in force on it
   * @return the draft's id
   * @throws Invalid for {@code forms}, or for {@code blueprint} with a violation for each requirement that cannot be met and by how many items
   * @throws Refused {@code assembly-busy} while another is assembled
   */
  public long assemble(Caller caller, long blueprintId, int forms, boolean disjoint, LocalDate day) {
    demandEditor(caller);
    if (forms < 1 || forms > MOST_FORMS) throw Invalid.field("forms", "forms.count", MOST_FORMS);
    BlueprintEditing.View blueprint = editing.view(caller, blueprintId);
    AssemblyTask task = new AssemblyTask(blueprint.lines(), blueprint.demands(), assembly.askable(blueprint.demands(), day), exclusions.pairs(), exposures.before(day), forms, disjoint, seeds.nextLong());
    TestAssembly.Outcome outcome = solve(task);
    if (!outcome.lacks().isEmpty()) throw new Invalid(outcome.lacks().stream().map(lack -> violation(lack, task)).toList());
    FormSet.Content content = new FormSet.Content(task.lines(), task.demands(), disjoint, outcome.forms().stream().map(form -> form.stream().map(line -> line.stream().map(Items.Candidate::versionId).toList()).toList()).toList());
    FormSet set = sets.add(new FormSet(blueprintId, day, content, caller.accountId(), clock.instant()));
    happened.fire(Happened.done(caller, "paper.assemble", "formSet", set.id(), null, blueprint.title() + ": " + forms));
    return set.id();
  }

  private TestAssembly.Outcome solve(AssemblyTask task) {
    if (!solving.tryAcquire()) throw new Refused("assembly-busy");
    try {
      return TestAssembly.of(task);
    } finally {
      solving.release();
    }
  }

  private static Invalid.Violation violation(Lack lack, AssemblyTask task) {
    return switch (lack.kind()) {
      case LINE -> Invalid.Violation.of("blueprint", "forms.line", lack.of() + 1, lack.missing(), task.forms());
      case BOUND_MIN -> Invalid.Violation.of("blueprint", "forms.least", lack.of() + 1, bound(task, lack).value(), lack.missing(), task.forms());
      case BOUND_MAX -> Invalid.Violation.of("blueprint", "forms.most", lack.of() + 1, bound(task, lack).value(), lack.missing(), task.forms());
      case DIFFICULTY -> Invalid.Violation.of("blueprint", "forms.difficulty", FormCheck.decimal(task.demands().targetDifficulty()));
      case TOGETHER -> Invalid.Violation.of("blueprint", "forms.together");
    };
  }

  private static Bound bound(AssemblyTask task, Lack lack) {
    return task.demands().bounds().get(lack.of());
  }

  public View view(Caller caller, long id) {
    FormSet set = sets.get(id);
    BlueprintEditing.View blueprint = editing.view(caller, set.blueprintId());
    FormSet.Content content = set.content();
    List<List<List<Items.Candidate>>> forms = candidates(content);
    List<Flaw> flaws = flaws(content, forms);
    return new View(id, set.blueprintId(), set.state(), set.day(), content.lines(), content.demands(), content.disjoint(), forms, forms.stream().map(FormCheck::mean).toList(), flaws, set.id().equals(blueprint.formSetId()));
  }

  /**
   * Items that may take the place of one, nothing broken that was kept before; those nearest in difficulty and least seen first.
   *
   * @param form from 0
   */
  public List<Items.Candidate> alternatives(Caller caller, long id, int form, long versionId, int atMost) {
    demandEditor(caller);
    FormSet set = sets.get(id);
    FormSet.Content content = set.content();
    int line = line(content, form, versionId);
    List<List<List<Items.Candidate>>> forms = candidates(content);
    Items.Candidate old = forms.get(form).get(line).stream().filter(one -> one.versionId() == versionId).findFirst().orElseThrow(() -> new NotFound("item", versionId));
    int flaws = flaws(content, forms).size();
    Map<Long, Integer> seen = exposures.before(set.day());
    Set<Long> here = forms.get(form).stream().flatMap(List::stream).map(Items.Candidate::itemId).collect(Collectors.toSet());
    List<Items.Candidate> fitting = assembly.askable(content.demands(), set.day()).stream().filter(item -> content.lines().get(line).covers(item) && !here.contains(item.itemId()))
        .sorted(java.util.Comparator.comparingInt((Items.Candidate item) -> Math.abs(item.difficulty() - old.difficulty())).thenComparing(item -> !item.topic().equals(old.topic())).thenComparing(item -> !item.law().equals(old.law())).thenComparing(item -> seen.getOrDefault(item.itemId(), 0))).toList();
    List<Items.Candidate> found = new ArrayList<>();
    for (Items.Candidate item : fitting) {
      if (found.size() == atMost) break;
      if (flaws(content, replaced(forms, form, line, old, item)).size() <= flaws) found.add(item);
    }
    return found;
  }

  /**
   * @throws NotFound where the form has no such item
   * @throws Invalid  for {@code item} where the line does not take it or the form has it
   * @throws Refused  {@code forms-not-draft}
   */
  public void swap(Caller caller, long id, int form, long versionId, String code) {
    demandEditor(caller);
    FormSet set = sets.locked(id);
    FormSet.Content content = set.content();
    int line = line(content, form, versionId);
    Items.Candidate item = assembly.askable(content.demands(), set.day()).stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> Invalid.field("item", "forms.item"));
    if (!content.lines().get(line).covers(item)) throw Invalid.field("item", "forms.misfit", line + 1);
    if (content.forms().get(form).stream().anyMatch(one -> one.contains(item.versionId()))) throw Invalid.field("item", "forms.there");
    List<List<List<Long>>> changed = new ArrayList<>(content.forms());
    List<List<Long>> lines = new ArrayList<>(changed.get(form));
    lines.set(line, lines.get(line).stream().map(one -> one == versionId ? item.versionId() : one).toList());
    changed.set(form, lines);
    set.put(new FormSet.Content(content.lines(), content.demands(), content.disjoint(), changed));
    happened.fire(Happened.done(caller, "paper.swap", "formSet", id, null, FormSet.letter(form) + ": " + items.codeOf(versionId) + " → " + code));
  }

  /** From now on it stands. @throws Refused {@code forms-not-draft}; {@code forms-flawed} while something asked for is not kept */
  public void finish(Caller caller, long id) {
    demandEditor(caller);
    FormSet set = sets.locked(id);
    if (!flaws(set.content(), candidates(set.content())).isEmpty()) throw new Refused("forms-flawed");
    set.finish(caller.accountId(), clock.instant());
    happened.fire(Happened.done(caller, "paper.finishForms", "formSet", id, null, ""));
  }

  /** Exams that are scheduled from now on do not use it. */
  public void withdraw(Caller caller, long id) {
    demandEditor(caller);
    FormSet set = sets.locked(id);
    set.withdraw(caller.accountId(), clock.instant());
    Blueprint blueprint = blueprints.get(set.blueprintId());
    if (set.id().equals(blueprint.formSetId())) blueprint.use(null);
    happened.fire(Happened.done(caller, "paper.withdrawForms", "formSet", id, null, ""));
  }

  /** Exams that are scheduled from now on by its blueprint use it. @throws Refused {@code forms-not-final} */
  public void use(Caller caller, long id) {
    demandEditor(caller);
    FormSet set = sets.locked(id);
    if (set.state() != FormSet.State.FINAL) throw new Refused("forms-not-final");
    blueprints.get(set.blueprintId()).use(set);
    happened.fire(Happened.done(caller, "paper.useForms", "formSet", id, null, ""));
  }

  /**
   * A form as it is printed: the order is the form's own and always the same.
   *
   * @param form from 0
   * @param day  of the set
   */
  public record Sheet(String title, String letter, int maxMark, LocalDate day, PrintedPaper paper) {}

  public Sheet printed(Caller caller, long id, int form) {
    demandEditor(caller);
    FormSet set = sets.get(id);
    FormSet.Content content = set.content();
    if (form < 0 || form >= content.forms().size()) throw new NotFound("form", form);
    Pool pool = assembly.formPool(content);
    List<Question> questions = Draw.form(pool, form, id * MOST_FORMS + form);
    PrintedPaper paper = PrintedPaper.of(questions, items.keyed(questions.stream().map(Question::itemVersionId).toList()));
    return new Sheet(blueprints.get(set.blueprintId()).title(), FormSet.letter(form), pool.maxMark(), set.day(), paper);
  }

  private List<Flaw> flaws(FormSet.Content content, List<List<List<Items.Candidate>>> forms) {
    return FormCheck.of(content.lines(), content.demands(), exclusions.pairs(), content.disjoint(), forms).stream().map(fault -> new Flaw(fault.form(), fault.code(), fault.arguments())).toList();
  }

  private List<List<List<Items.Candidate>>> candidates(FormSet.Content content) {
    Set<Long> wanted = content.forms().stream().flatMap(List::stream).flatMap(List::stream).collect(Collectors.toCollection(HashSet::new));
    Map<Long, Items.Candidate> found = new HashMap<>();
    items.described(wanted).forEach(item -> found.put(item.versionId(), item));
    return content.forms().stream().map(form -> form.stream().map(line -> line.stream().map(found::get).toList()).toList()).toList();
  }

  private static List<List<List<Items.Candidate>>> replaced(List<List<List<Items.Candidate>>> forms, int form, int line, Items.Candidate old, Items.Candidate item) {
    List<List<List<Items.Candidate>>> changed = new ArrayList<>(forms);
    List<List<Items.Candidate>> lines = new ArrayList<>(changed.get(form));
    lines.set(line, lines.get(line).stream().map(one -> one.equals(old) ? item : one).toList());
    changed.set(form, lines);
    return changed;
  }

  private static int line(FormSet.Content content, int form, long versionId) {
    if (form < 0 || form >= content.forms().size()) throw new NotFound("form", form);
    for (int line = 0; line < content.lines().size(); line++) if (content.forms().get(form).get(line).contains(versionId)) return line;
    throw new NotFound("item", versionId);
  }

  private static void demandEditor(Caller caller) {
    if (!caller.hasAny("EXAM_ADMIN", "SYSTEM")) throw new NotFound("formSet", "-");
  }
}
