package cn.lianbing.competition;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who stands in a stage that is no exam: all who registered, or those who went on; and their draw. */
@ApplicationScoped
@Transactional
public class Entrants {
  private static final int MOST_GROUPS = 100;
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param digits what the draw sorted by; null before it */
  public record EntrantRow(long id, Long registrationId, Long officerId, long unitId, String unit, String label, Advancement.Way cameBy, String reason, Integer drawNumber, Integer drawGroup, Integer suddenDeath, String digits) implements Serializable {}

  /** Somebody who goes on. @param registrationId of a team; else {@code officerId} */
  public record Coming(Long registrationId, Long officerId, long unitId, String label, Advancement.Way way, String reason) {}

  /** Teams, or people with role INDIVIDUAL and those on stage, of all registrations. @return how many */
  public int enterRegistered(Caller caller, long stageId) {
    Stage stage = competitions.stage(stageId);
    List<Coming> coming = stage.entrants() == Stage.Entrants.TEAM ? teams(stage.competitionId()) : store.createQuery("select o.id, u.id, o.name from Registration r join Unit u on u.id = r.unitId join TeamMember m on m.registrationId = r.id join Officer o on o.id = m.officerId where r.competitionId = :id and r.state = cn.lianbing.competition.Registration.State.SUBMITTED and m.role in (cn.lianbing.competition.Member.Role.INDIVIDUAL, cn.lianbing.competition.Member.Role.ON_STAGE) order by u.sort, u.id, o.id", Object[].class)
        .setParameter("id", stage.competitionId()).getResultStream().map(row -> new Coming(null, (Long) row[0], (Long) row[1], (String) row[2], Advancement.Way.REGISTERED, null)).toList();
    return enter(caller, stageId, coming);
  }

  /** Every unit's that registered one. */
  public List<Coming> teams(long competitionId) {
    return store.createQuery("select r.id, u.id, u.name from Registration r join Unit u on u.id = r.unitId where r.competitionId = :id and r.state = cn.lianbing.competition.Registration.State.SUBMITTED and exists (select m from TeamMember m where m.registrationId = r.id and m.role = cn.lianbing.competition.Member.Role.ON_STAGE) order by u.sort, u.id", Object[].class)
        .setParameter("id", competitionId).getResultStream().map(row -> new Coming((Long) row[0], null, (Long) row[1], (String) row[2], Advancement.Way.REGISTERED, null)).toList();
  }

  /** @throws Refused {@code stage-begun}, {@code competition-not-published}, {@code nobody-advances} */
  public int enter(Caller caller, long stageId, List<Coming> coming) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    Competition competition = competitions.get(stage.competitionId());
    if (competition.state() != Competition.State.PUBLISHED) throw new Refused("competition-not-published");
    if (stage.state() != Stage.State.PLANNED) throw new Refused("stage-begun");
    if (clock.instant().isBefore(competition.registrationClosesAt())) throw new Refused("registration-open", cn.lianbing.platform.Times.text(competition.registrationClosesAt()));
    if (coming.isEmpty()) throw new Refused("nobody-advances");
    Map<String, Long> names = new HashMap<>();
    for (Coming one : coming) names.merge(one.label(), 1L, Long::sum);
    coming.forEach(one -> store.persist(new Entrant(stageId, one.registrationId(), one.officerId(), one.unitId(), names.get(one.label()) == 1 ? one.label() : one.label() + "#" + one.officerId(), one.way(), one.reason())));
    stage.open();
    store.flush();
    happened.fire(Happened.done(caller, "competition.enter", "stage", stageId, null, competition.title() + " " + stage.title() + " " + coming.size()));
    return coming.size();
  }

  /** Up to the stage's number of wildcards. @throws Invalid for {@code reason}; Refused {@code wildcards-used} (how many there are) */
  public void wildcard(Caller caller, long stageId, Coming one) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    if (stage.state() != Stage.State.OPEN || stage.kind() == Stage.Kind.EXAM) throw new Refused("stage-not-open");
    if (stage.drawnAt() != null) throw new Refused("competition-drawn", cn.lianbing.platform.Times.text(stage.drawnAt()));
    int most = stage.advancement() == null ? 0 : stage.advancement().wildcards();
    long used = all(stageId).stream().filter(row -> row.cameBy() == Advancement.Way.WILDCARD).count();
    if (used >= most) throw new Refused("wildcards-used", most);
    String reason = Reason.demanded(one.reason());
    store.persist(new Entrant(stageId, one.registrationId(), one.officerId(), one.unitId(), one.label(), Advancement.Way.WILDCARD, reason));
    store.flush();
    happened.fire(Happened.done(caller, "competition.wildcard", "stage", stageId, null, stage.title() + " " + one.label() + ": " + reason));
  }

  /** Once, and never again. @throws Invalid for {@code seed}, {@code groups}; Refused {@code competition-drawn} (when), {@code stage-not-open} */
  public List<EntrantRow> draw(Caller caller, long stageId, String seed, int groups) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    if (stage.drawnAt() != null) throw new Refused("competition-drawn", cn.lianbing.platform.Times.text(stage.drawnAt()));
    if (stage.state() != Stage.State.OPEN || stage.kind() == Stage.Kind.EXAM) throw new Refused("stage-not-open");
    if (seed == null || seed.isBlank()) throw Invalid.field("seed", "required");
    if (seed.strip().length() > 200) throw Invalid.field("seed", "tooLong", 200);
    List<Entrant> entrants = entities(stageId);
    int most = Math.min(MOST_GROUPS, entrants.size());
    if (groups < 1 || groups > most) throw Invalid.field("groups", "competition.number", 1, most);
    Map<String, Draw.Lot> lots = new HashMap<>();
    Draw.of(seed.strip(), entrants.stream().map(Entrant::label).toList(), groups).forEach(lot -> lots.put(lot.name(), lot));
    entrants.forEach(one -> one.draw(lots.get(one.label())));
    stage.draw(groups, seed.strip(), clock.instant());
    store.flush();
    happened.fire(Happened.done(caller, "competition.draw", "stage", stageId, null, stage.title() + " " + groups + " " + seed.strip()));
    return all(stageId);
  }

  /** By draw number, then as they were entered. */
  public List<EntrantRow> of(Caller caller, long stageId) {
    competitions.stage(caller, stageId);
    return all(stageId);
  }

  public List<EntrantRow> all(long stageId) {
    String seed = competitions.stage(stageId).drawSeed();
    return store.createQuery("select n, u.name from Entrant n join Unit u on u.id = n.unitId where n.stageId = :id order by n.drawNumber, n.id", Object[].class).setParameter("id", stageId)
        .getResultStream().map(row -> row((Entrant) row[0], (String) row[1], seed)).toList();
  }

  private static EntrantRow row(Entrant one, String unit, String seed) {
    return new EntrantRow(one.id(), one.registrationId(), one.officerId(), one.unitId(), unit, one.label(), one.cameBy(), one.reason(), one.drawNumber(), one.drawGroup(), one.suddenDeath(), one.drawNumber() == null ? null : Draw.digits(seed, one.label()));
  }

  private List<Entrant> entities(long stageId) {
    return store.createQuery("select n from Entrant n where n.stageId = :id order by n.id", Entrant.class).setParameter("id", stageId).getResultList();
  }
}
