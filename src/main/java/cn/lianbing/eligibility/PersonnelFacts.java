package cn.lianbing.eligibility;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Recording, correcting and withdrawing what is kept about people beyond the personnel record; nothing is ever overwritten. */
@ApplicationScoped
@Transactional
public class PersonnelFacts {
  /** These rest on a paper that somebody can ask to see. */
  private static final Set<FactKind> BY_DOCUMENT = EnumSet.of(FactKind.VERIFICATION, FactKind.LEGAL_QUALIFICATION, FactKind.EXAM_PUBLIC, FactKind.EXAM_PROFESSIONAL, FactKind.SANCTION, FactKind.REVOCATION);
  @PersistenceContext EntityManager store;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** What a form or a request says. @param to the last day; null: until further notice, or as long as a sanction of that kind lasts */
  public record FactData(FactKind kind, String value, String documentNumber, String issuer, String note, LocalDate from, LocalDate to) {}

  /** A fact for lists, with those that were superseded. */
  public record Row(long id, FactKind kind, String value, String about, String documentNumber, String issuer, String note, LocalDate from, LocalDate to, Long correctsId, String by, Instant recordedAt, Instant supersededAt, String supersededReason) implements Serializable {
    public boolean current() {
      return supersededAt == null;
    }
  }

  /**
   * All that was ever recorded of a person, the newest first.
   *
   * @throws NotFound where the officer is neither the caller nor within reach
   */
  public List<Row> of(Caller caller, long officerId) {
    Desk.demandReader(caller, officers.get(officerId), units);
    return store.createQuery("select f from PersonnelFact f where f.officerId = :officer order by f.id desc", PersonnelFact.class).setParameter("officer", officerId).getResultStream()
        .map(one -> new Row(one.id(), one.kind(), one.value(), one.about(), one.documentNumber(), one.issuer(), one.note(), one.validFrom(), one.validTo(), one.correctsId(), one.recordedByName(), one.recordedAt(), one.supersededAt(), one.supersededReason())).toList();
  }

  /** The kinds that the caller may record of that person; empty for readers. */
  public List<FactKind> kinds(Caller caller, long officerId) {
    Officer officer = officers.get(officerId);
    return Arrays.stream(FactKind.values()).filter(kind -> may(caller, officer, kind)).toList();
  }

  /**
   * @throws NotFound where the officer is not within reach, or the kind not the caller's to record
   * @throws Refused  {@code eligibility-own-fact}: about oneself only the health declaration
   */
  public long record(Caller caller, long officerId, FactData data) {
    return add(caller, officerId, data, null);
  }

  /** Puts a fact right: the former one is superseded and stays to be read. */
  public long correct(Caller caller, long officerId, long factId, FactData data, String reason) {
    PersonnelFact former = own(caller, officerId, factId);
    if (data.kind() != former.kind()) throw Invalid.field("kind", "eligibility.otherKind");
    former.supersede(caller.accountId(), reason(reason), clock.instant());
    store.flush();
    return add(caller, officerId, data, factId);
  }

  /** Takes a fact back that should not have been recorded. */
  public void withdraw(Caller caller, long officerId, long factId, String reason) {
    PersonnelFact former = own(caller, officerId, factId);
    former.supersede(caller.accountId(), reason(reason), clock.instant());
    happened.fire(Happened.done(caller, "eligibility.withdrawFact", "officer", officerId, path(officers.get(officerId)), former.kind() + " " + reason.strip()));
  }

  private PersonnelFact own(Caller caller, long officerId, long factId) {
    PersonnelFact former = store.find(PersonnelFact.class, factId);
    if (former == null || former.officerId() != officerId) throw new NotFound("fact", factId);
    demand(caller, officers.get(officerId), former.kind());
    return former;
  }

  private long add(Caller caller, long officerId, FactData given, Long corrects) {
    if (given.kind() == null) throw Invalid.field("kind", "required");
    Officer officer = officers.get(officerId);
    demand(caller, officer, given.kind());
    FactData data = checked(given);
    if (officer.birthDate() != null && !data.from().isAfter(officer.birthDate())) throw Invalid.field("from", "eligibility.beforeBirth", Times.text(officer.birthDate()));
    PersonnelFact fact = new PersonnelFact(officerId, data, null, corrects, caller.accountId(), caller.name(), clock.instant());
    store.persist(fact);
    store.flush();
    happened.fire(Happened.done(caller, corrects == null ? "eligibility.recordFact" : "eligibility.correctFact", "officer", officerId, path(officer), "%s %s %s".formatted(data.kind(), data.value(), data.from())));
    if (!officer.id().equals(caller.officerId()) && !caller.has("SYSTEM")) notices.tellOfficers(List.of(officerId), new Notice("eligibility.fact", List.of(Times.text(data.from()), caller.name()), "/officer/eligibility/mine.xhtml"));
    return fact.id();
  }

  /** What a person decided on a criterion; {@link PersonDeciding} knows who may. */
  void decide(Caller caller, long officerId, CertificateKind kind, String code, boolean met, String reason, LocalDate from, LocalDate to) {
    FactData data = new FactData(FactKind.DECISION, met ? "MET" : "UNMET", null, null, reason, from, to);
    store.persist(new PersonnelFact(officerId, data, kind + "/" + code, null, caller.accountId(), caller.name(), clock.instant()));
    store.flush();
  }

  private FactData checked(FactData data) {
    if (data.value() == null || !data.kind().choices().contains(data.value())) throw Invalid.field("value", "oneOf", String.join(", ", data.kind().choices()));
    LocalDate today = clock.instant().atZone(Times.ZONE).toLocalDate();
    if (data.from() == null) throw Invalid.field("from", "required");
    if (data.from().isAfter(today) || data.from().isBefore(LocalDate.of(1950, 1, 1))) throw Invalid.field("from", "eligibility.from");
    if (data.to() != null && data.to().isBefore(data.from())) throw Invalid.field("to", "eligibility.to");
    String number = text("documentNumber", data.documentNumber(), 100);
    if (number == null && BY_DOCUMENT.contains(data.kind())) throw Invalid.field("documentNumber", "required");
    LocalDate from = data.from();
    LocalDate to = data.to();
    if (data.kind() == FactKind.SANCTION && to == null && FactKind.months(data.value()) > 0) to = from.plusMonths(FactKind.months(data.value())).minusDays(1);
    if (data.kind() == FactKind.ASSESSMENT) {
      from = from.withDayOfYear(1);
      to = from.plusYears(1).minusDays(1);
    }
    return new FactData(data.kind(), data.value(), number, text("issuer", data.issuer(), 100), text("note", data.note(), 500), from, to);
  }

  private void demand(Caller caller, Officer officer, FactKind kind) {
    boolean self = officer.id().equals(caller.officerId());
    if (self && kind.keeper() != FactKind.Keeper.SELF) throw new Refused("eligibility-own-fact");
    if (!may(caller, officer, kind)) throw new NotFound("officer", officer.id());
  }

  private boolean may(Caller caller, Officer officer, FactKind kind) {
    if (kind.keeper() == FactKind.Keeper.NOBODY) return false;
    if (officer.id().equals(caller.officerId())) return kind.keeper() == FactKind.Keeper.SELF;
    if (Desk.decides(caller)) return true;
    Unit unit = units.get(officer.unitId());
    return kind.keeper() != FactKind.Keeper.DESK && caller.has("UNIT_ADMIN") && caller.reaches(unit.path());
  }

  private String path(Officer officer) {
    return units.get(officer.unitId()).path();
  }

  static String reason(String reason) {
    if (reason == null || reason.isBlank() || reason.strip().length() > 200) throw Invalid.field("reason", "reason");
    return reason.strip();
  }

  private static String text(String field, String text, int longest) {
    if (text == null || text.isBlank()) return null;
    if (text.strip().length() > longest) throw Invalid.field(field, "tooLong", longest);
    return text.strip();
  }
}
