package cn.lianbing.competition;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Units register their team and their people: until the deadline as often as they like, after it once, and not once a draw has been made. */
@ApplicationScoped
@Transactional
public class Registering {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Whom a unit registers as what. */
  public record MemberLine(long officerId, Member.Role role, boolean frontLine) implements Serializable {}

  public record MemberView(long officerId, String name, Member.Role role, boolean frontLine) implements Serializable {}

  /** @param correctable until when it may still be corrected; null: not any more */
  public record RegistrationView(long id, long competitionId, long unitId, String unit, String contact, Registration.State state, Instant submittedAt, Instant correctedAt, Instant correctable, List<MemberView> members) implements Serializable {}

  /**
   * Registers, or changes what is registered.
   *
   * @throws Invalid for {@code contact}, {@code members} (each rule of teams that is broken), {@code unitId}
   * @throws Refused {@code registration-closed} (title, until when), {@code registration-corrected} (when), {@code member-elsewhere} (name, unit)
   */
  public long register(Caller caller, long competitionId, long unitId, String contact, List<MemberLine> lines) {
    Competition competition = competitions.seen(caller, competitionId);
    Unit unit = own(caller, unitId);
    if (contact == null || contact.isBlank()) throw Invalid.field("contact", "required");
    if (contact.strip().length() > 100) throw Invalid.field("contact", "tooLong", 100);
    Registration before = find(competitionId, unitId).orElse(null);
    boolean correction = demandOpen(competition, before);
    List<Officer> people = people(unit, lines, competition.id());
    competition.teamRules().check(lines.stream().map(line -> player(people, line)).toList());
    Registration one = before == null ? new Registration(competitionId, unitId) : before;
    if (correction) one.correct(contact.strip(), clock.instant());
    else one.submit(contact.strip(), caller.accountId(), clock.instant());
    if (before == null) store.persist(one);
    store.flush();
    store.createQuery("delete from TeamMember m where m.registrationId = :id").setParameter("id", one.id()).executeUpdate();
    lines.forEach(line -> store.persist(new Member(one.id(), line.officerId(), line.role(), line.frontLine())));
    store.flush();
    happened.fire(Happened.done(caller, correction ? "competition.correct" : "competition.register", "competition", competitionId, unit.path(), competition.title() + " " + unit.name() + " " + lines.size()));
    Set<Long> told = new HashSet<>(lines.stream().map(MemberLine::officerId).toList());
    notices.tellOfficers(told, new Notice("competition.registered", List.of(competition.title(), unit.name()), "/officer/competition/mine.xhtml"));
    return one.id();
  }

  /** Until the deadline. @throws Refused {@code registration-closed} */
  public void withdraw(Caller caller, long competitionId, long unitId) {
    Competition competition = competitions.seen(caller, competitionId);
    Unit unit = own(caller, unitId);
    Registration one = find(competitionId, unitId).orElseThrow(() -> new NotFound("registration", unitId));
    if (!competition.registering(clock.instant())) throw new Refused("registration-closed", competition.title(), Times.text(competition.registrationClosesAt()));
    one.withdraw();
    store.flush();
    happened.fire(Happened.done(caller, "competition.withdraw", "competition", competitionId, unit.path(), competition.title() + " " + unit.name()));
  }

  /** All within the caller's reach, by unit. */
  public List<RegistrationView> all(Caller caller, long competitionId) {
    Competition competition = competitions.seen(caller, competitionId);
    return store.createQuery("select r, u.name from Registration r join Unit u on u.id = r.unitId where r.competitionId = :id and u.path like :reach order by u.sort, u.id", Object[].class).setParameter("id", competitionId).setParameter("reach", caller.reach() + "%")
        .getResultStream().map(row -> view(competition, (Registration) row[0], (String) row[1])).toList();
  }

  /** Empty where the unit has not registered. */
  public Optional<RegistrationView> of(Caller caller, long competitionId, long unitId) {
    Competition competition = competitions.seen(caller, competitionId);
    Unit unit = units.get(caller, unitId);
    return find(competitionId, unitId).map(one -> view(competition, one, unit.name()));
  }

  /** Of the officer that the caller is: the registrations that name them. */
  public List<RegistrationView> mine(Caller caller) {
    if (caller.officerId() == null) return List.of();
    return store.createQuery("select r, u.name from Registration r join Unit u on u.id = r.unitId where r.state = cn.lianbing.competition.Registration.State.SUBMITTED and exists (select m from TeamMember m where m.registrationId = r.id and m.officerId = :officer) order by r.competitionId desc", Object[].class)
        .setParameter("officer", caller.officerId()).getResultStream().map(row -> view(competitions.get(((Registration) row[0]).competitionId()), (Registration) row[0], (String) row[1])).toList();
  }

  /** Who of the unit could be registered. */
  public List<Officer> choice(Caller caller, long unitId) {
    return officers.activeUnder(own(caller, unitId).path());
  }

  private RegistrationView view(Competition competition, Registration one, String unit) {
    List<MemberView> members = store.createQuery("select m, o.name from TeamMember m join Officer o on o.id = m.officerId where m.registrationId = :id order by m.id", Object[].class).setParameter("id", one.id())
        .getResultStream().map(row -> new MemberView(((Member) row[0]).officerId(), (String) row[1], ((Member) row[0]).role(), ((Member) row[0]).frontLine())).toList();
    Instant now = clock.instant();
    Instant until = competition.registering(now) ? competition.registrationClosesAt() : one.correctedAt() == null ? lastCorrection(competition) : null;
    return new RegistrationView(one.id(), one.competitionId(), one.unitId(), unit, one.contact(), one.state(), one.submittedAt(), one.correctedAt(), until == null || !now.isBefore(until) || drawn(competition.id()) ? null : until, members);
  }

  private static Instant lastCorrection(Competition competition) {
    return competition.registrationClosesAt().plus(Duration.ofDays(competition.teamRules().correctionDays()));
  }

  /** @return whether it is the one correction after the deadline */
  private boolean demandOpen(Competition competition, Registration before) {
    Instant now = clock.instant();
    if (competition.registering(now)) return false;
    boolean late = before != null && before.state() == Registration.State.SUBMITTED && competition.state() == Competition.State.PUBLISHED && !now.isBefore(competition.registrationClosesAt()) && now.isBefore(lastCorrection(competition)) && !drawn(competition.id());
    if (!late) throw new Refused("registration-closed", competition.title(), Times.text(competition.registrationClosesAt()));
    if (before.correctedAt() != null) throw new Refused("registration-corrected", Times.text(before.correctedAt()));
    return true;
  }

  /** Once teams or people stand in a stage, who they are is settled. */
  private boolean drawn(long competitionId) {
    return store.createQuery("select count(n) from Entrant n join Stage s on s.id = n.stageId where s.competitionId = :id", Long.class).setParameter("id", competitionId).getSingleResult() > 0;
  }

  private List<Officer> people(Unit unit, List<MemberLine> lines, long competitionId) {
    if (lines.stream().map(MemberLine::officerId).distinct().count() < lines.size()) throw Invalid.field("members", "competition.twice");
    if (lines.stream().anyMatch(line -> line.role() == null)) throw Invalid.field("members", "required");
    List<Officer> all = officers.activeUnder(unit.path());
    for (MemberLine line : lines) {
      Officer officer = all.stream().filter(one -> one.id() == line.officerId()).findFirst().orElseThrow(() -> Invalid.field("members", "competition.notOfUnit", unit.name()));
      List<String> elsewhere = store.createQuery("select u.name from TeamMember m join Registration r on r.id = m.registrationId join Unit u on u.id = r.unitId where r.competitionId = :id and r.unitId <> :unit and r.state = cn.lianbing.competition.Registration.State.SUBMITTED and m.officerId = :officer", String.class)
          .setParameter("id", competitionId).setParameter("unit", unit.id()).setParameter("officer", line.officerId()).getResultList();
      if (!elsewhere.isEmpty()) throw new Refused("member-elsewhere", officer.name(), elsewhere.get(0));
    }
    return all;
  }

  private static TeamRules.Player player(List<Officer> people, MemberLine line) {
    Officer officer = people.stream().filter(one -> one.id() == line.officerId()).findFirst().orElseThrow();
    return new TeamRules.Player(officer.name(), line.role(), officer.sex(), line.frontLine());
  }

  /** A department or township that the caller administers. */
  private Unit own(Caller caller, long unitId) {
    if (!caller.hasAny("UNIT_ADMIN", "EXAM_ADMIN", "SYSTEM")) throw new NotFound("unit", unitId);
    Unit unit = units.get(caller, unitId);
    if (unit.kind() != Unit.Kind.DEPARTMENT && unit.kind() != Unit.Kind.TOWNSHIP) throw Invalid.field("unitId", "competition.unit");
    return unit;
  }

  private Optional<Registration> find(long competitionId, long unitId) {
    return store.createQuery("select r from Registration r where r.competitionId = :id and r.unitId = :unit", Registration.class).setParameter("id", competitionId).setParameter("unit", unitId).getResultStream().findFirst();
  }
}
