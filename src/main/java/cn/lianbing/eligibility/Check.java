package cn.lianbing.eligibility;

import jakarta.json.bind.annotation.JsonbCreator;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a check found: for one person, one kind of certificate, one day, as known at one moment, by one version of the rules.
 *
 * @param officerId the person
 * @param unit      where the person was on that day, as known then
 * @param rule      number of the version
 */
public record Check(long officerId, String name, String unit, CertificateKind kind, LocalDate on, Instant knownAt, long ruleId, int rule, Verdict verdict, List<Finding> criteria) implements Serializable {
  public enum Verdict { ELIGIBLE, NOT_ELIGIBLE, PERSON_DECIDES }

  /**
   * One criterion's answer.
   *
   * @param met      null: it is not known, or a person must decide
   * @param evidence what it rests on
   * @param missing  null where it is met
   * @param by       by when it can be met; null where nobody can say
   * @param decided  whether a person has decided it
   */
  public record Finding(String code, String title, String question, Criterion.Basis basis, Boolean met, List<Evidence> evidence, Said missing, LocalDate by, boolean unverified, boolean decided) implements Serializable {
    @JsonbCreator
    public Finding {
      evidence = List.copyOf(evidence);
    }
  }

  /** @param link to the record in the pages of staff, or null */
  public record Evidence(Said text, String link) implements Serializable {
    @JsonbCreator
    public Evidence {}
  }

  @JsonbCreator
  public Check {
    criteria = List.copyOf(criteria);
  }

  static Check of(Known known, Rule rule, Instant knownAt) {
    List<Finding> criteria = rule.asked(known.on()).stream().map(one -> Judging.judge(rule.kind(), one, known)).toList();
    return new Check(known.officerId(), known.name(), known.unit(), rule.kind(), known.on(), knownAt, rule.id(), rule.number(), verdict(criteria), criteria);
  }

  static Verdict verdict(List<Finding> criteria) {
    if (criteria.stream().anyMatch(one -> Boolean.FALSE.equals(one.met()))) return Verdict.NOT_ELIGIBLE;
    return criteria.stream().anyMatch(one -> one.met() == null) ? Verdict.PERSON_DECIDES : Verdict.ELIGIBLE;
  }

  /** Null: a person must decide. */
  public Boolean eligible() {
    return verdict == Verdict.PERSON_DECIDES ? null : verdict == Verdict.ELIGIBLE;
  }

  public List<Finding> lacking() {
    return criteria.stream().filter(one -> Boolean.FALSE.equals(one.met())).toList();
  }

  public List<Finding> open() {
    return criteria.stream().filter(one -> one.met() == null).toList();
  }

  public long metCount() {
    return criteria.stream().filter(one -> Boolean.TRUE.equals(one.met())).count();
  }

  /** When all that is lacking can be met; null where nobody can say, or nothing is lacking. */
  public LocalDate by() {
    LocalDate last = null;
    for (Finding one : lacking()) {
      if (one.by() == null) return null;
      if (last == null || one.by().isAfter(last)) last = one.by();
    }
    return last;
  }
}
