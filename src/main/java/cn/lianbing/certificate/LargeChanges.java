package cn.lianbing.certificate;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Accounts;
import cn.lianbing.people.Role;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Steps with many certificates at once: up to a number at once, above it once a second person has confirmed them. */
@ApplicationScoped
@Transactional
public class LargeChanges {
  @PersistenceContext EntityManager store;
  @Inject CertificateKeeping keeping;
  @Inject RegisterImport imports;
  @Inject StepRules rules;
  @Inject Accounts accounts;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param changeId where a second person must confirm it; else null, and it is done */
  public record Outcome(int done, Long changeId) implements Serializable {}

  public record Row(long id, LargeChange.Kind kind, LargeChange.State state, String summary, int affected, String askedBy, Instant askedAt, String decidedBy, Instant decidedAt, String reason, boolean mine) implements Serializable {}

  /** The same step with several: all or none. */
  public Outcome take(Caller caller, List<StepData.Target> targets, StepData data) {
    if (targets == null || targets.isEmpty()) throw Invalid.field("targets", "certificate.none");
    if (targets.size() > CertificateKeeping.MOST) throw Invalid.field("targets", "certificate.tooMany", CertificateKeeping.MOST);
    if (data.step() == null) throw Invalid.field("step", "required");
    if (data.step() == Step.REPLACE || data.step() == Step.MAKE) throw Invalid.field("step", "certificate.oneByOne");
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    if (!Step.ENDING.contains(data.step()) || targets.size() <= rules.number(StepRules.Setting.SECOND_PERSON_ABOVE, today)) {
      keeping.takeMany(caller, null, targets, data);
      return new Outcome(targets.size(), null);
    }
    if (!caller.has("SUPERVISOR")) throw new Refused("forbidden");
    Texts texts = Texts.in(Texts.CHINESE);
    String summary = texts.of("certificate.change.steps", texts.get("certificate.step." + data.step()), targets.size(), data.reason() == null ? "" : texts.get("certificate.reason." + data.reason()));
    return new Outcome(0, ask(caller, LargeChange.Kind.STEPS, summary, targets.size(), Json.write(new StepData.Many(targets, data))));
  }

  long ask(Caller caller, LargeChange.Kind kind, String summary, int affected, String content) {
    LargeChange change = new LargeChange(kind, summary, affected, content, caller.accountId(), clock.instant());
    store.persist(change);
    store.flush();
    happened.fire(Happened.done(caller, "certificate.askChange", "certificateChange", change.id(), null, summary));
    notices.tellRole(Role.SUPERVISOR, new Notice("certificate.change", List.of(caller.name(), summary), "/staff/certificate/changes.xhtml"));
    notices.tellRole(Role.SYSTEM_ADMIN, new Notice("certificate.change", List.of(caller.name(), summary), "/staff/certificate/changes.xhtml"));
    return change.id();
  }

  public static boolean confirms(Caller caller) {
    return caller.hasAny("SUPERVISOR", "SYSTEM_ADMIN");
  }

  /** Does what was asked for, as it was asked for. @throws Refused {@code change-own}, {@code change-decided}, {@code changed-meanwhile} where a certificate is no longer as it was then */
  public void confirm(Caller caller, long id) {
    LargeChange change = held(caller, id);
    String content = change.content();
    change.decide(LargeChange.State.DONE, caller.accountId(), null, clock.instant());
    Caller asker = new Caller(change.askedBy(), null, accounts.get(change.askedBy()).name(), null, "/", java.util.Set.of("SUPERVISOR"), caller.address(), null);
    if (change.kind() == LargeChange.Kind.STEPS) {
      StepData.Many many = Json.read(content, StepData.Many.class);
      keeping.takeMany(asker, caller.accountId(), many.targets(), many.data());
    } else imports.storeConfirmed(asker, caller.accountId(), content);
    happened.fire(Happened.done(caller, "certificate.confirmChange", "certificateChange", id, null, String.valueOf(change.affected())));
  }

  /** By a second person, or taken back by the first. */
  public void refuse(Caller caller, long id, String reason) {
    if (reason == null || reason.isBlank() || reason.strip().length() > 200) throw Invalid.field("reason", "reason");
    LargeChange change = held(caller, id);
    change.decide(LargeChange.State.REFUSED, caller.accountId(), reason.strip(), clock.instant());
    happened.fire(Happened.done(caller, "certificate.refuseChange", "certificateChange", id, null, reason.strip()));
  }

  private LargeChange held(Caller caller, long id) {
    LargeChange change = confirms(caller) ? store.find(LargeChange.class, id, LockModeType.PESSIMISTIC_WRITE) : null;
    if (change == null) throw new NotFound("certificateChange", id);
    return change;
  }

  /** The waiting ones first. */
  public Page<Row> page(Caller caller, Page.Request request) {
    if (!confirms(caller) && !caller.has("AUDITOR")) throw new NotFound("certificateChange", "-");
    List<Object[]> rows = store.createQuery("select c.id, c.kind, c.state, c.summary, c.affected, a.name, c.askedAt, d.name, c.decidedAt, c.reason, c.askedBy from LargeChange c join Account a on a.id = c.askedBy left join Account d on d.id = c.decidedBy order by case when c.state = cn.lianbing.certificate.LargeChange.State.WAITING then 0 else 1 end, c.id desc", Object[].class)
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultList();
    long total = store.createQuery("select count(c) from LargeChange c", Long.class).getSingleResult();
    return new Page<>(rows.stream().map(row -> new Row((Long) row[0], (LargeChange.Kind) row[1], (LargeChange.State) row[2], (String) row[3], (Integer) row[4], (String) row[5], (Instant) row[6], (String) row[7], (Instant) row[8], (String) row[9], ((Number) row[10]).longValue() == (caller.accountId() == null ? 0 : caller.accountId()))).toList(), total, request.page(), request.size());
  }
}
