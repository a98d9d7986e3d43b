package cn.lianbing.eligibility;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A version of the rules for one kind of certificate, to be judged by. */
public record Rule(long id, CertificateKind kind, int number, LocalDate from, List<Criterion> criteria) implements Serializable {
  public Rule {
    criteria = List.copyOf(criteria);
  }

  /** Those that are asked on a day. */
  List<Criterion> asked(LocalDate on) {
    return criteria.stream().filter(one -> one.active() && one.held(on)).toList();
  }
}
