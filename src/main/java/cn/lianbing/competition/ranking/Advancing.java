package cn.lianbing.competition.ranking;

import cn.lianbing.competition.Advancement;
import cn.lianbing.competition.BoardUnits;
import cn.lianbing.competition.Competition;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Entrants;
import cn.lianbing.competition.Stage;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who goes on to a stage: from the places of the stage before, which is closed, by the stage's own rule; so it can be done again any time
 * and comes to the same. From a stage of individuals to one of teams it is the units' places that count, of those that registered a team.
 */
@ApplicationScoped
@Transactional
public class Advancing {
  @Inject Competitions competitions;
  @Inject Entrants entrants;
  @Inject Entries entries;
  @Inject BoardUnits boardUnits;

  /** @param way null: does not go on */
  public record AdvanceRow(Integer rank, long id, String name, long unitId, int group, Advancement.Way way) implements Serializable {}

  /** The list of the stage before, with who of it goes on. @throws Refused {@code stage-not-closed} (title), {@code stage-open-to-all} */
  public List<AdvanceRow> preview(Caller caller, long stageId) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    Advancement rule = stage.advancement();
    if (rule == null) throw new Refused("stage-open-to-all");
    Competition competition = competitions.get(stage.competitionId());
    Stage before = competitions.stage(competitions.stages(competition.id()).stream().filter(one -> one.number() == stage.number() - 1).findFirst().orElseThrow().id());
    if (before.state() != Stage.State.CLOSED) throw new Refused("stage-not-closed", before.title());
    List<AdvanceRow> list = stage.entrants() == Stage.Entrants.TEAM && before.entrants() == Stage.Entrants.INDIVIDUAL ? units(competition, before) : persons(competition, before);
    Map<Long, Advancement.Way> chosen = rule.choose(list.stream().map(one -> new Advancement.Placed(one.id(), one.rank(), one.unitId(), one.group())).toList());
    return list.stream().map(one -> new AdvanceRow(one.rank(), one.id(), one.name(), one.unitId(), one.group(), chosen.get(one.id()))).toList();
  }

  private List<AdvanceRow> persons(Competition competition, Stage before) {
    Map<Long, BoardUnits.Group> groups = boardUnits.all();
    return Placing.persons(entries.stage(before), competition.rankingRules(), groups::get, Map.of()).stream().map(row -> new AdvanceRow(row.rank(), row.id(), row.name(), row.unitId(), row.group(), null)).toList();
  }

  /** Departments and townships in one list, by registration. */
  private List<AdvanceRow> units(Competition competition, Stage before) {
    Map<Long, BoardUnits.Group> groups = boardUnits.all();
    Map<Long, Entrants.Coming> teams = entrants.teams(competition.id()).stream().collect(Collectors.toMap(Entrants.Coming::unitId, Function.identity()));
    List<AdvanceRow> rows = new ArrayList<>();
    for (UnitRow row : Placing.units(entries.stage(before), competition.rankingRules(), before.maxMark() * 10, groups::get, Map.of())) {
      Entrants.Coming team = teams.get(row.id());
      if (team != null) rows.add(new AdvanceRow(row.rank(), team.registrationId(), row.name(), row.id(), 0, null));
    }
    return rows;
  }

  /** Opens the stage with whoever goes on; with all who registered where it has no rule. @return how many */
  public int advance(Caller caller, long stageId) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    if (stage.advancement() == null) return entrants.enterRegistered(caller, stageId);
    boolean teams = stage.entrants() == Stage.Entrants.TEAM;
    List<Entrants.Coming> coming = preview(caller, stageId).stream().filter(one -> one.way() != null).map(one -> new Entrants.Coming(teams ? Long.valueOf(one.id()) : null, teams ? null : Long.valueOf(one.id()), one.unitId(), one.name(), one.way(), null)).toList();
    return entrants.enter(caller, stageId, coming);
  }

  /** Somebody of the list whom no rule takes, with a reason. */
  public void wildcard(Caller caller, long stageId, long id, String reason) {
    AdvanceRow row = preview(caller, stageId).stream().filter(one -> one.id() == id && one.way() == null).findFirst().orElseThrow(() -> new cn.lianbing.platform.NotFound("entrant", id));
    boolean team = competitions.stage(stageId).entrants() == Stage.Entrants.TEAM;
    entrants.wildcard(caller, stageId, new Entrants.Coming(team ? Long.valueOf(id) : null, team ? null : Long.valueOf(id), row.unitId(), row.name(), Advancement.Way.WILDCARD, reason));
  }
}
