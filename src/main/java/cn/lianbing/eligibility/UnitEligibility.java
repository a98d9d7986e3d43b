package cn.lianbing.eligibility;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A unit's list: everybody in service, how each stands, and what is lacking most. */
@ApplicationScoped
@Transactional
public class UnitEligibility {
  /** More than that are exported, not shown: each page of a list needs them all. */
  static final int SHOWN = 5_000;
  @PersistenceContext EntityManager store;
  @Inject EligibilityChecking checking;
  @Inject Units units;

  /** @param lacking titles of what is not met; @param open of what is not known or for a person to decide; @param by when all that is lacking can be met, or null */
  public record Row(long officerId, String name, String unit, Check.Verdict verdict, List<String> lacking, List<String> open, LocalDate by) implements Serializable {
    static Row of(Check check) {
      return new Row(check.officerId(), check.name(), check.unit(), check.verdict(), check.lacking().stream().map(Check.Finding::title).toList(), check.open().stream().map(Check.Finding::title).toList(), check.by());
    }
  }

  /** @param verdict null: any; @param lacking title of a criterion that is not met, or null */
  public record Filter(Long unitId, String text, CertificateKind kind, LocalDate on, Check.Verdict verdict, String lacking) implements Serializable {}

  /** @param verdicts how many of each, before the list was narrowed to one; @param lacks how many lack what, by title */
  public record Summary(long officers, Map<Check.Verdict, Long> verdicts, Map<String, Long> lacks, List<Row> rows) implements Serializable {}

  /** @throws Refused {@code eligibility-choose-unit} where it would be too many for a page */
  public Summary of(Caller caller, Filter filter) {
    Desk.demandReader(caller);
    long all = count(caller, filter.unitId());
    if (all > SHOWN) throw new Refused("eligibility-choose-unit", all, SHOWN);
    return collect(caller, filter);
  }

  /** Without a bound, for an export: rows are small, what they rest on is not kept. */
  public Summary whole(Caller caller, Filter filter) {
    Desk.demandReader(caller);
    return collect(caller, filter);
  }

  private Summary collect(Caller caller, Filter filter) {
    Map<Check.Verdict, Long> verdicts = new EnumMap<>(Check.Verdict.class);
    for (Check.Verdict one : Check.Verdict.values()) verdicts.put(one, 0L);
    Map<String, Long> lacks = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    checking.each(caller, filter.unitId(), filter.text(), filter.kind(), filter.on(), null, check -> {
      Row row = Row.of(check);
      verdicts.merge(row.verdict(), 1L, Long::sum);
      row.lacking().forEach(title -> lacks.merge(title, 1L, Long::sum));
      boolean wanted = (filter.verdict() == null || filter.verdict() == row.verdict()) && (filter.lacking() == null || row.lacking().contains(filter.lacking()));
      if (wanted) rows.add(row);
    });
    return new Summary(verdicts.values().stream().mapToLong(Long::longValue).sum(), verdicts, lacks, rows);
  }

  private long count(Caller caller, Long unitId) {
    String under = unitId == null ? "/" : units.get(caller, unitId).path();
    return store.createQuery("select count(o) from Officer o join Unit u on u.id = o.unitId where u.path like :reach and u.path like :under and o.state in (cn.lianbing.people.Officer.State.ACTIVE, cn.lianbing.people.Officer.State.SECONDED)", Long.class)
        .setParameter("reach", caller.reach() + "%").setParameter("under", under + "%").getSingleResult();
  }
}
