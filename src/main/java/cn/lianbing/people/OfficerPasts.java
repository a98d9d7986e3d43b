package cn.lianbing.people;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * The history of officers and of the kinds of units: what was so when, and what was known when. Whatever changes an officer tells
 * it; a check of eligibility for a past day asks the tables.
 */
@ApplicationScoped
@Transactional
public class OfficerPasts {
  @PersistenceContext EntityManager store;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** One line of an officer's history as it is known now. @param until the last day; null: until further notice */
  public record Line(String unit, Officer.Establishment establishment, Officer.Education education, Officer.State state, LocalDate birthDate, LocalDate from, LocalDate until, Instant recordedAt) implements Serializable {
    /** Null where it has always been so. */
    public LocalDate since() {
      return OfficerPast.ALWAYS.equals(from) ? null : from;
    }
  }

  /** The officer's history as it is known now, the newest first. Who may ask is the asker's to know. */
  public List<Line> of(long officerId) {
    return store.createQuery("select new cn.lianbing.people.OfficerPasts$Line(u.name, p.establishment, p.education, p.state, p.birthDate, p.validFrom, p.validTo, p.recordedAt) from OfficerPast p join Unit u on u.id = p.unitId where p.officerId = :officer and p.supersededAt is null order by p.validFrom desc", Line.class)
        .setParameter("officer", officerId).getResultList();
  }

  /** A new officer has always been as the record says. */
  void begin(Officer officer) {
    store.persist(new OfficerPast(officer, OfficerPast.ALWAYS, clock.instant()));
  }

  /** The officer is as the record says since today. A birth date does not change, it is corrected: for all time. */
  void record(Officer officer) {
    List<OfficerPast> known = known(officer.id());
    if (known.isEmpty()) begin(officer);
    else {
      OfficerPast last = known.get(known.size() - 1);
      if (!last.tells(officer)) since(officer, known, last.tellsButBirth(officer) ? last.validFrom() : today());
    }
  }

  /**
   * What the record says of the officer holds since that day: a change that was entered late.
   *
   * @throws Invalid for {@code since} where it is not before today
   */
  public void since(Caller caller, long officerId, LocalDate day) {
    PeopleAdministration.demandManager(caller);
    Officer officer = store.find(Officer.class, officerId);
    String path = officer == null ? null : store.find(Unit.class, officer.unitId()).path();
    if (!caller.reaches(path)) throw new NotFound("officer", officerId);
    if (day == null || day.isAfter(today()) || day.isBefore(OfficerPast.ALWAYS)) throw Invalid.field("since", "people.since");
    since(officer, known(officerId), day);
    happened.fire(Happened.done(caller, "people.since", "officer", officerId, path, officer.name() + " " + day));
  }

  private void since(Officer officer, List<OfficerPast> known, LocalDate day) {
    Instant now = clock.instant();
    for (OfficerPast row : known) {
      boolean before = row.validFrom().isBefore(day);
      LocalDate to = before && (row.validTo() == null || !row.validTo().isBefore(day)) ? day.minusDays(1) : row.validTo();
      boolean stays = before && Objects.equals(to, row.validTo()) && Objects.equals(row.birthDate(), officer.birthDate());
      if (stays) continue;
      row.supersede(now);
      if (before) store.persist(new OfficerPast(row, officer.birthDate(), to, now));
    }
    store.persist(new OfficerPast(officer, day, now));
  }

  private List<OfficerPast> known(long officerId) {
    return store.createQuery("select p from OfficerPast p where p.officerId = :officer and p.supersededAt is null order by p.validFrom, p.id", OfficerPast.class).setParameter("officer", officerId).getResultList();
  }

  /** The unit is of that kind since today; a new one always was. */
  void record(Unit unit) {
    store.flush();
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    Date today = Date.valueOf(today());
    List<?> known = store.createNativeQuery("select kind from unit_past where unit_id = ?1 and superseded_at is null and valid_to is null").setParameter(1, unit.id()).getResultList();
    if (known.contains(unit.kind().name())) return;
    store.createNativeQuery("insert into unit_past (unit_id, kind, valid_from, valid_to, recorded_at) select unit_id, kind, valid_from, ?2 - interval 1 day, ?3 from unit_past where unit_id = ?1 and superseded_at is null and valid_to is null and valid_from < ?2").setParameter(1, unit.id()).setParameter(2, today).setParameter(3, now).executeUpdate();
    store.createNativeQuery("update unit_past set superseded_at = ?2 where unit_id = ?1 and superseded_at is null and valid_to is null").setParameter(1, unit.id()).setParameter(2, now).executeUpdate();
    store.createNativeQuery("insert into unit_past (unit_id, kind, valid_from, recorded_at) values (?1, ?2, ?3, ?4)").setParameter(1, unit.id()).setParameter(2, unit.kind().name()).setParameter(3, known.isEmpty() ? Date.valueOf(OfficerPast.ALWAYS) : today).setParameter(4, now).executeUpdate();
  }

  private LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }
}
