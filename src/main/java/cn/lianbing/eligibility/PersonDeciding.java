package cn.lianbing.eligibility;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Role;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where a person decides: an officer contests what the machine found (个人信息保护法, article 24), or a criterion cannot be judged by
 * a machine. Only the certificate desk decides, never about oneself, with a reason, and for a time; what it decides is a fact
 * like any other and is found by every check after it.
 */
@ApplicationScoped
@Transactional
public class PersonDeciding {
  /** How long a decision holds where nobody says otherwise. */
  static final int MONTHS = 12;
  @PersistenceContext EntityManager store;
  @Inject EligibilityChecking checking;
  @Inject KeptChecks kept;
  @Inject EligibilityRules rules;
  @Inject PersonnelFacts facts;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A contest for the desk and for its officer. */
  public record Row(long id, long checkId, String number, long officerId, String name, String unit, CertificateKind kind, LocalDate on, List<String> titles, String reason, Contest.State state, Instant createdAt, String decisionReason, String decidedBy, Instant decidedAt) implements Serializable {}

  /**
   * The officer asks for a person. The check of today is kept, and the contest is about that.
   *
   * @param codes  criteria that are contested; empty: all that are not met
   * @throws Refused {@code eligibility-nothing-to-contest}, {@code eligibility-contest-open}
   */
  public long contest(Caller caller, CertificateKind kind, List<String> codes, String reason) {
    if (caller.officerId() == null) throw new NotFound("officer", "-");
    if (reason == null || reason.isBlank() || reason.strip().length() > 500) throw Invalid.field("reason", "eligibility.reason");
    if (open(caller.officerId(), kind)) throw new Refused("eligibility-contest-open");
    KeptCheck check = checking.keep(caller, caller.officerId(), kind, today());
    List<String> lacking = check.check().criteria().stream().filter(one -> !Boolean.TRUE.equals(one.met())).map(Check.Finding::code).toList();
    List<String> contested = codes == null || codes.isEmpty() ? lacking : codes.stream().filter(lacking::contains).distinct().toList();
    if (contested.isEmpty()) throw new Refused("eligibility-nothing-to-contest");
    Contest contest = new Contest(store.find(StoredCheck.class, check.id()), contested, reason.strip(), clock.instant());
    store.persist(contest);
    store.flush();
    happened.fire(Happened.done(caller, "eligibility.contest", "officer", caller.officerId(), path(contest), check.number() + " " + contested));
    notices.tellRole(Role.SUPERVISOR, new Notice("eligibility.contest", List.of(caller.name(), check.number()), "/staff/eligibility/contests.xhtml"));
    return contest.id();
  }

  private boolean open(long officerId, CertificateKind kind) {
    return store.createQuery("select count(c) from Contest c where c.officerId = :officer and c.kind = :kind and c.state = cn.lianbing.eligibility.Contest.State.OPEN", Long.class).setParameter("officer", officerId).setParameter("kind", kind).getSingleResult() > 0;
  }

  /** Only by the officer, before it is decided. */
  public void withdraw(Caller caller, long id) {
    Contest contest = store.find(Contest.class, id);
    if (contest == null || !contest.officerId().equals(caller.officerId())) throw new NotFound("contest", id);
    contest.withdraw();
    happened.fire(Happened.done(caller, "eligibility.withdrawContest", "officer", contest.officerId(), path(contest), String.valueOf(id)));
  }

  /**
   * The desk decides a contest.
   *
   * @param granted whether what is contested counts as met
   * @param until   the last day on which that holds; null: a year
   * @throws Refused {@code eligibility-own-contest}, {@code eligibility-contest-decided}, {@code eligibility-by-record} where only the record can be put right
   */
  public void decide(Caller caller, long id, boolean granted, String reason, LocalDate until) {
    Desk.demandDecider(caller);
    Contest contest = store.find(Contest.class, id);
    if (contest == null) throw new NotFound("contest", id);
    if (contest.officerId().equals(caller.officerId())) throw new Refused("eligibility-own-contest");
    if (reason == null || reason.isBlank() || reason.strip().length() > 500) throw Invalid.field("reason", "eligibility.reason");
    contest.decide(granted, reason.strip(), caller.accountId(), caller.name(), clock.instant());
    store.flush();
    if (granted) for (String code : contest.codes()) met(caller, contest.officerId(), contest.kind(), code, true, reason.strip(), until);
    happened.fire(Happened.done(caller, "eligibility.decideContest", "officer", contest.officerId(), path(contest), (granted ? "granted: " : "upheld: ") + reason.strip()));
    notices.tellOfficers(List.of(contest.officerId()), new Notice(granted ? "eligibility.granted" : "eligibility.upheld", List.of(kept.view(store.find(StoredCheck.class, contest.checkId())).number(), reason.strip()), "/officer/eligibility/mine.xhtml?kind=" + contest.kind()));
  }

  /**
   * The desk decides one criterion of one person, contested or not.
   *
   * @throws NotFound where the rules have no such criterion
   */
  public void decide(Caller caller, long officerId, CertificateKind kind, String code, boolean met, String reason, LocalDate until) {
    Desk.demandDecider(caller);
    Officer officer = officers.get(caller, officerId);
    if (officer.id().equals(caller.officerId())) throw new Refused("eligibility-own-contest");
    if (reason == null || reason.isBlank() || reason.strip().length() > 500) throw Invalid.field("reason", "eligibility.reason");
    met(caller, officerId, kind, code, met, reason.strip(), until);
    happened.fire(Happened.done(caller, "eligibility.decide", "officer", officerId, units.get(officer.unitId()).path(), "%s/%s %s: %s".formatted(kind, code, met, reason.strip())));
    notices.tellOfficers(List.of(officerId), new Notice("eligibility.decided", List.of(title(kind, code), reason.strip()), "/officer/eligibility/mine.xhtml?kind=" + kind));
  }

  private void met(Caller caller, long officerId, CertificateKind kind, String code, boolean met, String reason, LocalDate until) {
    LocalDate today = today();
    Criterion criterion = criterion(kind, code);
    // the statute bars them without exception: a wrong record is put right where it stands
    if (met && (criterion.probe() == Probe.NOT_BARRED || criterion.probe() == Probe.AGE)) throw new Refused("eligibility-by-record", criterion.title());
    if (until != null && until.isBefore(today)) throw Invalid.field("until", "eligibility.until");
    facts.decide(caller, officerId, kind, code, met, reason, today, until == null ? today.plusMonths(MONTHS).minusDays(1) : until);
  }

  private Criterion criterion(CertificateKind kind, String code) {
    return rules.inForce(kind, today(), clock.instant()).criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new NotFound("criterion", code));
  }

  private String title(CertificateKind kind, String code) {
    return criterion(kind, code).title();
  }

  /** The caller's own, the newest first. */
  public List<Row> mine(Caller caller) {
    if (caller.officerId() == null) return List.of();
    return store.createQuery("select c, k, u.name from Contest c join StoredCheck k on k.id = c.checkId join Unit u on u.id = c.unitId where c.officerId = :officer order by c.id desc", Object[].class).setParameter("officer", caller.officerId()).setMaxResults(50).getResultStream().map(PersonDeciding::row).toList();
  }

  /** Those within the caller's reach, the oldest open ones first. @param state null: all */
  public Page<Row> page(Caller caller, Contest.State state, Page.Request request) {
    Desk.demandReader(caller);
    String from = " from Contest c join StoredCheck k on k.id = c.checkId join Officer o on o.id = c.officerId join Unit u on u.id = o.unitId where u.path like :reach and (:state is null or c.state = :state)";
    List<Row> rows = store.createQuery("select c, k, u.name" + from + " order by case when c.state = cn.lianbing.eligibility.Contest.State.OPEN then 0 else 1 end, case when c.state = cn.lianbing.eligibility.Contest.State.OPEN then c.id else -c.id end", Object[].class).setParameter("reach", caller.reach() + "%").setParameter("state", state)
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(PersonDeciding::row).toList();
    long total = store.createQuery("select count(c)" + from, Long.class).setParameter("reach", caller.reach() + "%").setParameter("state", state).getSingleResult();
    return new Page<>(rows, total, request.page(), request.size());
  }

  private static Row row(Object[] row) {
    Contest one = (Contest) row[0];
    StoredCheck check = (StoredCheck) row[1];
    List<String> codes = one.codes();
    List<String> titles = check.check().criteria().stream().filter(finding -> codes.contains(finding.code())).map(Check.Finding::title).toList();
    return new Row(one.id(), check.id(), check.number(), one.officerId(), check.name(), (String) row[2], one.kind(), check.on(), titles, one.reason(), one.state(), one.createdAt(), one.decisionReason(), one.decidedByName(), one.decidedAt());
  }

  private String path(Contest contest) {
    return units.get(contest.unitId()).path();
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
