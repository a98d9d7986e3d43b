package cn.lianbing.eligibility;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The test bench: a version of the rules is tried on real people before it is in force, beside the one that is. */
@ApplicationScoped
@Transactional
public class RuleTrial {
  /** So many are named; all are counted. */
  static final int NAMED = 200;
  @Inject EligibilityChecking checking;
  @Inject EligibilityRules rules;
  @Inject Units units;
  @Inject Clock clock;

  /** What changes for somebody. @param criteria those whose answer is another, with the answers before and after */
  public record Change(long officerId, String name, String unit, Check.Verdict before, Check.Verdict after, List<Answer> criteria) implements Serializable {}

  /** Null: not known, or a person decides. */
  public record Answer(String code, String title, Boolean before, Boolean after) implements Serializable {}

  /** @param against number of the version that is in force on that day */
  public record Outcome(long officers, int against, Map<Check.Verdict, Long> before, Map<Check.Verdict, Long> after, long changed, List<Change> changes) implements Serializable {}

  /**
   * @param unitId null: the caller's whole reach
   * @param on     null: today
   */
  public Outcome run(Caller caller, long ruleId, Long unitId, LocalDate on) {
    Desk.demandReader(caller);
    if (unitId != null) units.get(caller, unitId);
    Instant now = clock.instant();
    EligibilityRule draft = rules.get(ruleId);
    LocalDate day = on == null ? now.atZone(Times.ZONE).toLocalDate() : on;
    Rule tried = new Rule(draft.id(), draft.kind(), draft.number(), day, draft.criteria());
    Rule held = rules.inForce(draft.kind(), day, now);
    Counting counting = new Counting();
    checking.eachKnown(caller, unitId, null, day, now, EligibilityChecking.windows(tried, held), false, known -> counting.add(Check.of(known, held, now), Check.of(known, tried, now)));
    return new Outcome(counting.officers, held.number(), counting.before, counting.after, counting.changed, counting.changes);
  }

  private static final class Counting {
    private final Map<Check.Verdict, Long> before = none();
    private final Map<Check.Verdict, Long> after = none();
    private final List<Change> changes = new ArrayList<>();
    private long officers;
    private long changed;

    private static Map<Check.Verdict, Long> none() {
      Map<Check.Verdict, Long> all = new EnumMap<>(Check.Verdict.class);
      for (Check.Verdict one : Check.Verdict.values()) all.put(one, 0L);
      return all;
    }

    void add(Check held, Check tried) {
      officers++;
      before.merge(held.verdict(), 1L, Long::sum);
      after.merge(tried.verdict(), 1L, Long::sum);
      if (held.verdict() == tried.verdict()) return;
      changed++;
      if (changes.size() < NAMED) changes.add(new Change(held.officerId(), held.name(), held.unit(), held.verdict(), tried.verdict(), answers(held, tried)));
    }

    private static List<Answer> answers(Check held, Check tried) {
      List<Answer> answers = new ArrayList<>();
      for (Check.Finding one : tried.criteria()) {
        Check.Finding former = find(held, one.code());
        if (former == null ? !Boolean.TRUE.equals(one.met()) : !Objects.equals(former.met(), one.met())) answers.add(new Answer(one.code(), one.title(), former == null ? Boolean.TRUE : former.met(), one.met()));
      }
      for (Check.Finding one : held.criteria()) if (find(tried, one.code()) == null && !Boolean.TRUE.equals(one.met())) answers.add(new Answer(one.code(), one.title(), one.met(), Boolean.TRUE));
      return answers;
    }

    private static Check.Finding find(Check check, String code) {
      return check.criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
    }
  }
}
