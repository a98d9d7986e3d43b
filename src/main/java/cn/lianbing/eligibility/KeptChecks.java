package cn.lianbing.eligibility;

import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.SignInFailures;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The checks that were kept 资格核验单, and their public verification. */
@ApplicationScoped
@Transactional(dontRollbackOn = Refused.class)
public class KeptChecks {
  /** A person types one wrong now and then; a program that tries numbers is stopped. */
  static final int MISSES = 20;
  @PersistenceContext EntityManager store;
  @Inject Officers officers;
  @Inject Units units;
  @Inject CheckSeals seals;
  @Inject SignInFailures misses;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** A kept check for lists. */
  public record Row(long id, String number, CertificateKind kind, LocalDate on, Check.Verdict verdict, String keptBy, Instant keptAt) implements Serializable {}

  /** What the public learns. @param name masked: 王*明 */
  public record Verified(String number, CertificateKind kind, String name, String unit, LocalDate on, Check.Verdict verdict, KeptCheck.Decision decision, Instant keptAt) implements Serializable {
    /** Null: a person decides. */
    public Boolean eligible() {
      return decision != null ? Boolean.valueOf(decision.eligible()) : verdict == Check.Verdict.PERSON_DECIDES ? null : verdict == Check.Verdict.ELIGIBLE;
    }
  }

  KeptCheck keep(Caller caller, Officer officer, Check check) {
    Instant now = clock.instant();
    StoredCheck stored = new StoredCheck(officer, check, caller.accountId(), caller.name(), now);
    store.persist(stored);
    store.flush();
    String number = "ZG%d-%06d".formatted(now.atZone(Times.ZONE).getYear(), stored.id());
    stored.seal(number, seals.seal(number, stored.content()));
    happened.fire(Happened.done(caller, "eligibility.keep", "officer", officer.id(), units.get(officer.unitId()).path(), "%s %s %s".formatted(number, check.kind(), check.verdict())));
    return view(stored);
  }

  /** @throws NotFound where there is none, or the officer is neither the caller nor within reach */
  public KeptCheck get(Caller caller, long id) {
    StoredCheck stored = store.find(StoredCheck.class, id);
    if (stored == null) throw new NotFound("check", id);
    Desk.demandReader(caller, officers.get(stored.officerId()), units);
    return view(stored);
  }

  /** The officer's, the newest first. */
  public List<Row> of(Caller caller, long officerId) {
    Desk.demandReader(caller, officers.get(officerId), units);
    return store.createQuery("select new cn.lianbing.eligibility.KeptChecks$Row(c.id, c.number, c.kind, c.on, c.verdict, c.keptByName, c.keptAt) from StoredCheck c where c.officerId = :officer order by c.id desc", Row.class).setParameter("officer", officerId).setMaxResults(100).getResultList();
  }

  /** What opens a kept check on the public page. Who can see the check can see it. */
  public String token(Caller caller, long id) {
    return seals.token(get(caller, id).number());
  }

  /** Whether nothing in the table has been changed since it was kept. */
  public boolean sealed(Caller caller, long id) {
    get(caller, id);
    return seals.sealed(store.find(StoredCheck.class, id));
  }

  /**
   * The public verification. A wrong number, a wrong token and a forged row look the same.
   *
   * @param address whose misses are counted
   * @throws Refused {@code locked} after too many misses
   */
  public Optional<Verified> verify(String number, String token, String address) {
    String who = "verify:" + address;
    Optional<Duration> wait = misses.waitFor(who);
    if (wait.isPresent()) throw new Refused("locked", Math.max(1, wait.get().toSeconds()), (wait.get().toSeconds() + 59) / 60);
    String plain = number == null ? "" : number.strip();
    Optional<StoredCheck> found = plain.matches("ZG\\d{4}-\\d{6,10}") && seals.opens(plain, token) ? byNumber(plain).filter(seals::sealed) : Optional.empty();
    if (found.isEmpty()) misses.miss(who, MISSES);
    return found.map(one -> new Verified(one.number(), one.kind(), masked(one.name()), one.unitName(), one.on(), one.verdict(), decision(one), one.keptAt()));
  }

  private Optional<StoredCheck> byNumber(String number) {
    return store.createQuery("select c from StoredCheck c where c.number = :number", StoredCheck.class).setParameter("number", number).getResultStream().findFirst();
  }

  KeptCheck view(StoredCheck stored) {
    return new KeptCheck(stored.id(), stored.number(), stored.check(), stored.keptByName(), stored.keptAt(), decision(stored));
  }

  /** Whoever is granted what was contested is eligible when nothing else is lacking. */
  private KeptCheck.Decision decision(StoredCheck check) {
    return store.createQuery("select c from Contest c where c.checkId = :check and c.decidedAt is not null order by c.id desc", Contest.class).setParameter("check", check.id()).setMaxResults(1).getResultStream().findFirst()
        .map(one -> new KeptCheck.Decision(one.state() == Contest.State.GRANTED && check.check().criteria().stream().allMatch(finding -> Boolean.TRUE.equals(finding.met()) || one.codes().contains(finding.code())), one.decisionReason(), one.decidedByName(), one.decidedAt())).orElse(null);
  }

  /** 王*明, two characters 赵*. */
  public static String masked(String name) {
    int length = name.codePointCount(0, name.length());
    if (length < 2) return name;
    String first = name.substring(0, name.offsetByCodePoints(0, 1));
    return length == 2 ? first + "*" : first + "*".repeat(length - 2) + name.substring(name.offsetByCodePoints(0, length - 1));
  }
}
