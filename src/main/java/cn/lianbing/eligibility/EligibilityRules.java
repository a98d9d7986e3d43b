package cn.lianbing.eligibility;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The stored rules, and which of them holds on a day as known at a moment. What is approved never changes, so it is kept in memory. */
@ApplicationScoped
@Transactional
public class EligibilityRules {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;
  private final Map<Long, Rule> approved = new ConcurrentHashMap<>();

  /** A version for lists. @param inForce whether it is the one that holds today */
  public record Row(long id, CertificateKind kind, int number, EligibilityRule.State state, LocalDate from, String note, String author, String approver, Instant approvedAt, boolean inForce) implements Serializable {}

  /** A version with its criteria. @param version to be sent back with a change: another may have changed it meanwhile */
  public record View(long id, CertificateKind kind, int number, EligibilityRule.State state, LocalDate from, String note, String author, Instant createdAt, Instant submittedAt, String approver, Instant approvedAt, String returnedReason, int version, List<Criterion> criteria, boolean mine) implements Serializable {}

  /** Henan's rules as the program brings them, where there are none yet. */
  void begin(@Observes @Priority(40) Startup startup) {
    for (CertificateKind kind : CertificateKind.values()) {
      if (store.createQuery("select count(r) from EligibilityRule r where r.kind = :kind", Long.class).setParameter("kind", kind).getSingleResult() > 0) continue;
      EligibilityRule rule = new EligibilityRule(kind, 1, SuppliedRules.of(kind), null, "system", clock.instant());
      // Order 180 has been in force since that day
      rule.plan(LocalDate.of(2017, 8, 1), "随程序提供：按《河南省行政执法条例》（2016年）和省政府令第180号可查条文整理，待核项目已注明来源。", null);
      rule.submit(null, clock.instant());
      rule.approve(null, "system", clock.instant());
      store.persist(rule);
    }
  }

  /**
   * @param knownAt a version that was approved later was not known then
   * @throws Refused {@code eligibility-no-rule} where none held, or none was known
   */
  public Rule inForce(CertificateKind kind, LocalDate on, Instant knownAt) {
    List<Long> ids = store.createQuery("select r.id from EligibilityRule r where r.kind = :kind and r.state = cn.lianbing.eligibility.EligibilityRule.State.APPROVED and r.inForceFrom <= :on and r.approvedAt <= :known order by r.inForceFrom desc, r.number desc", Long.class)
        .setParameter("kind", kind).setParameter("on", on).setParameter("known", knownAt).setMaxResults(1).getResultList();
    if (ids.isEmpty()) throw new Refused("eligibility-no-rule", Times.text(on));
    return approved.computeIfAbsent(ids.get(0), id -> store.find(EligibilityRule.class, id).rule());
  }

  /** All versions, the newest first; whoever sees the desk's pages may read them. */
  public List<Row> all(Caller caller, CertificateKind kind) {
    Desk.demandReader(caller);
    Instant now = clock.instant();
    LocalDate today = now.atZone(Times.ZONE).toLocalDate();
    Optional<Long> holds = Optional.empty();
    try {
      holds = Optional.of(inForce(kind, today, now).id());
    } catch (Refused none) {
      // then none is marked
    }
    Long inForce = holds.orElse(null);
    return store.createQuery("select r from EligibilityRule r where r.kind = :kind order by r.number desc", EligibilityRule.class).setParameter("kind", kind).getResultStream()
        .map(one -> new Row(one.id(), one.kind(), one.number(), one.state(), one.inForceFrom(), one.note(), one.createdByName(), one.approvedByName(), one.approvedAt(), one.id().equals(inForce))).toList();
  }

  /** @throws NotFound where there is none */
  public View view(Caller caller, long id) {
    Desk.demandReader(caller);
    EligibilityRule one = get(id);
    return new View(one.id(), one.kind(), one.number(), one.state(), one.inForceFrom(), one.note(), one.createdByName(), one.createdAt(), one.submittedAt(), one.approvedByName(), one.approvedAt(), one.returnedReason(), one.version(), one.criteria(), caller.accountId() != null && one.editorIds().contains(caller.accountId()));
  }

  EligibilityRule get(long id) {
    EligibilityRule rule = store.find(EligibilityRule.class, id);
    if (rule == null) throw new NotFound("eligibilityRule", id);
    return rule;
  }

  EligibilityRule add(CertificateKind kind, List<Criterion> criteria, Caller author) {
    int number = store.createQuery("select coalesce(max(r.number), 0) from EligibilityRule r where r.kind = :kind", Integer.class).setParameter("kind", kind).getSingleResult() + 1;
    EligibilityRule rule = new EligibilityRule(kind, number, criteria, author.accountId(), author.name(), clock.instant());
    store.persist(rule);
    store.flush();
    return rule;
  }
}
