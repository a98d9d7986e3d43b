package cn.lianbing.competition;

import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.NotFound;
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
import java.util.List;

/** A unit asks that somebody be excused from a stage and says why; whoever runs the competition approves or refuses. */
@ApplicationScoped
@Transactional
public class Excuses {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param approved null: not decided */
  public record ExcuseRow(long id, long stageId, String stage, long officerId, String officer, String unit, String reason, Boolean approved, String decision) implements Serializable {}

  /** @throws Refused {@code excuse-decided}, {@code stage-closed} */
  public long ask(Caller caller, long stageId, long officerId, String reason) {
    if (!caller.hasAny("UNIT_ADMIN", "EXAM_ADMIN", "SYSTEM")) throw new NotFound("stage", stageId);
    Stage stage = competitions.stage(caller, stageId);
    Officer officer = officers.get(caller, officerId);
    String unitPath = units.get(caller, officer.unitId()).path();
    if (stage.state() == Stage.State.CLOSED) throw new Refused("stage-closed");
    String kept = Reason.demanded(reason);
    Excuse before = store.createQuery("select e from Excuse e where e.stageId = :stage and e.officerId = :officer", Excuse.class).setParameter("stage", stageId).setParameter("officer", officerId).getResultStream().findFirst().orElse(null);
    if (before != null && Boolean.TRUE.equals(before.approved())) throw new Refused("excuse-decided");
    Excuse excuse = before == null ? new Excuse(stageId, officerId) : before;
    excuse.ask(kept, caller.accountId(), clock.instant());
    if (before == null) store.persist(excuse);
    store.flush();
    happened.fire(Happened.done(caller, "competition.askExcuse", "excuse", excuse.id(), unitPath, stage.title() + " " + officer.name() + ": " + kept));
    return excuse.id();
  }

  /** A refusal says why. @throws Refused {@code excuse-decided} */
  public void decide(Caller caller, long id, boolean approved, String why) {
    Competitions.demandManager(caller);
    Excuse excuse = store.find(Excuse.class, id);
    if (excuse == null) throw new NotFound("excuse", id);
    if (excuse.approved() != null) throw new Refused("excuse-decided");
    String kept = approved ? Reason.optional(why) : Reason.demanded(why);
    excuse.decide(approved, kept, caller.accountId(), clock.instant());
    store.flush();
    Officer officer = officers.get(excuse.officerId());
    Stage stage = competitions.stage(excuse.stageId());
    happened.fire(Happened.done(caller, approved ? "competition.approveExcuse" : "competition.refuseExcuse", "excuse", id, units.get(officer.unitId()).path(), stage.title() + " " + officer.name() + (kept == null ? "" : ": " + kept)));
    if (excuse.askedBy() != null) notices.tell(List.of(excuse.askedBy()), new Notice(approved ? "competition.excused" : "competition.notExcused", List.of(stage.title(), officer.name(), kept == null ? "" : kept), "/staff/competition/team.xhtml?id=" + stage.competitionId()));
  }

  /** Of a competition within the caller's reach, the open ones first. */
  public List<ExcuseRow> all(Caller caller, long competitionId) {
    competitions.seen(caller, competitionId);
    return store.createQuery("select e, s.title, o.name, u.name from Excuse e join Stage s on s.id = e.stageId join Officer o on o.id = e.officerId join Unit u on u.id = o.unitId where s.competitionId = :id and u.path like :reach order by case when e.approved is null then 0 else 1 end, e.id", Object[].class)
        .setParameter("id", competitionId).setParameter("reach", caller.reach() + "%").getResultStream().map(row -> {
          Excuse one = (Excuse) row[0];
          return new ExcuseRow(one.id(), one.stageId(), (String) row[1], one.officerId(), (String) row[2], (String) row[3], one.reason(), one.approved(), one.decision());
        }).toList();
  }
}
