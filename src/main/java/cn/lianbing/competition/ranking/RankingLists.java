package cn.lianbing.competition.ranking;

import cn.lianbing.competition.BoardUnits;
import cn.lianbing.competition.Competition;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.RankingRules;
import cn.lianbing.competition.Stage;
import cn.lianbing.competition.StageScores;
import cn.lianbing.people.Unit;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Making lists of places and confirming them. Nothing but results of exams, judges and stages goes into them: no log-ins, no points, no time on screen. */
@ApplicationScoped
@Transactional
public class RankingLists {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject StageScores stageScores;
  @Inject Entries entries;
  @Inject BoardUnits boardUnits;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** Which list: of a stage, a competition, or all of a year with the competition that is asked. */
  public record Which(long competitionId, RankingList.Scope scope, RankingList.Board board, Long stageId) {
    public Which {
      if (scope == null) throw Invalid.field("scope", "required");
      if (board == null) throw Invalid.field("board", "required");
      if (scope == RankingList.Scope.STAGE && stageId == null) throw Invalid.field("stageId", "required");
      if (scope != RankingList.Scope.STAGE) stageId = null;
    }

    Stage.Entrants entrants() {
      return board == RankingList.Board.TEAM ? Stage.Entrants.TEAM : Stage.Entrants.INDIVIDUAL;
    }
  }

  /** Makes the provisional list anew from what stands now. @return its id */
  public long compute(Caller caller, Which which) {
    Competitions.demandManager(caller);
    Competition competition = competitions.get(which.competitionId());
    Stage stage = which.stageId() == null ? null : stage(which);
    RankingList list = provisional(which);
    if (list == null) {
      list = new RankingList(which.competitionId(), which.stageId(), which.scope(), which.board());
      list.say("{}", 0, "-".repeat(64), clock.instant());
      store.persist(list);
      store.flush();
    }
    try {
      fill(list, competition, stage, which);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    store.flush();
    happened.fire(Happened.done(caller, "competition.rank", "rankingList", list.id(), null, title(list) + " " + list.rowCount()));
    return list.id();
  }

  private void fill(RankingList list, Competition competition, Stage stage, Which which) throws SQLException {
    Connection connection = store.unwrap(Connection.class);
    Entries.Ranked ranked = entries.of(competition, which.scope(), which.entrants(), stage);
    Map<Long, BoardUnits.Group> groups = boardUnits.all();
    Map<Long, Integer> last = lastYear(competition, which, stage);
    List<Entry> those = which.board().units() ? ranked.entries().stream().filter(one -> groups.get(one.unitId()).kind() == Unit.Kind.valueOf(which.board().name())).toList() : ranked.entries();
    int excused = (int) those.stream().filter(one -> one.presence() == Entry.Presence.EXCUSED).count();
    Head head = new Head(competition.year(), competition.title(), stage == null ? null : stage.title(), which.scope().name(), which.board().name(), ranked.max(), competition.rankingRules(), those.size() - excused, (int) those.stream().filter(Entry::sat).count(), excused, null, null, null);
    if (which.board().units()) {
      List<UnitRow> rows = Placing.units(those, competition.rankingRules(), ranked.max(), groups::get, last);
      ListStore.write(connection, list.id(), rows, UnitRow::line, UnitRow::id);
      list.say(head.json(), rows.size(), ListStore.hash(head.json(), rows, UnitRow::line), clock.instant());
    } else {
      List<PersonRow> rows = Placing.persons(those, competition.rankingRules(), groups::get, last);
      ListStore.write(connection, list.id(), rows, PersonRow::line, PersonRow::id);
      list.say(head.json(), rows.size(), ListStore.hash(head.json(), rows, PersonRow::line), clock.instant());
    }
  }

  /**
   * Freezes a provisional list as an edition. Where there is one already this is a correction, which says why.
   *
   * @throws Refused {@code list-confirmed}, {@code list-stale}, {@code list-unchanged} (edition), {@code stage-not-closed} (title); Invalid for {@code note}
   */
  public void confirm(Caller caller, long id, String note) {
    Competitions.demandManager(caller);
    RankingList list = get(id);
    if (list.state() != RankingList.State.PROVISIONAL) throw new Refused("list-confirmed");
    demandClosed(list);
    RankingList before = latest(list).orElse(null);
    String why = before == null ? null : Reason.demanded(note);
    String computed = list.sha256();
    compute(caller, new Which(list.competitionId(), list.scope(), list.board(), list.stageId()));
    if (!computed.equals(list.sha256())) throw new Refused("list-stale");
    try {
      Connection connection = store.unwrap(Connection.class);
      Head head = Head.read(list.head());
      if (before != null && ListStore.hash(connection, before.id(), head.json()).equals(list.sha256())) throw new Refused("list-unchanged", before.edition());
      int number = before == null ? 1 : before.edition() + 1;
      String json = head.confirmed(number, before == null ? null : before.sha256(), why).json();
      list.confirm(json, ListStore.hash(connection, id, json), number, before == null ? null : before.id(), why, caller.name(), clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (before != null) before.replaced();
    store.flush();
    happened.fire(Happened.done(caller, "competition.confirmList", "rankingList", id, null, title(list) + " #" + list.edition() + " " + list.sha256() + (why == null ? "" : " " + why)));
  }

  private void demandClosed(RankingList list) {
    List<Long> those = list.scope() == RankingList.Scope.YEAR ? competitions.ofYear(competitions.get(list.competitionId()).year()) : List.of(list.competitionId());
    for (long competition : those) for (Competitions.StageRow row : competitions.stages(competition)) {
      boolean counts = list.scope() == RankingList.Scope.STAGE ? row.id() == list.stageId() : (row.entrants() == Stage.Entrants.TEAM) == (list.board() == RankingList.Board.TEAM) && row.weight() > 0;
      if (!counts) continue;
      if (row.state() != Stage.State.CLOSED) throw new Refused("stage-not-closed", row.title());
      stageScores.demandDone(competitions.stage(row.id()));
    }
  }

  private Stage stage(Which which) {
    Stage stage = competitions.stage(which.stageId());
    if (stage.competitionId() != which.competitionId()) throw new NotFound("stage", which.stageId());
    if (stage.entrants() != which.entrants()) throw Invalid.field("board", "competition.board");
    return stage;
  }

  /** Places in the confirmed list of the same kind of the year before; of a stage, of the one with the same number. */
  private Map<Long, Integer> lastYear(Competition competition, Which which, Stage stage) throws SQLException {
    List<RankingList> lists = store.createQuery("select l from RankingList l join Competition c on c.id = l.competitionId left join Stage s on s.id = l.stageId where c.year = :year and l.scope = :scope and l.board = :board and l.state = cn.lianbing.competition.ranking.RankingList.State.CONFIRMED and (:number = 0 or s.number = :number) order by l.id desc", RankingList.class)
        .setParameter("year", competition.year() - 1).setParameter("scope", which.scope()).setParameter("board", which.board()).setParameter("number", stage == null ? 0 : stage.number()).setMaxResults(1).getResultList();
    // a team's id is its registration's, which is another each year
    if (lists.isEmpty() || which.board() == RankingList.Board.TEAM) return Map.of();
    Connection connection = store.unwrap(Connection.class);
    if (!which.board().units()) return Entries.places(ListStore.all(connection, lists.get(0).id(), PersonRow[].class));
    return ListStore.all(connection, lists.get(0).id(), UnitRow[].class).stream().filter(row -> row.rank() != null).collect(Collectors.toMap(UnitRow::id, UnitRow::rank));
  }

  private RankingList provisional(Which which) {
    return alike(which.competitionId(), which.scope(), which.board(), which.stageId(), RankingList.State.PROVISIONAL).stream().findFirst().orElse(null);
  }

  /** The edition that stands of the same list. */
  private java.util.Optional<RankingList> latest(RankingList list) {
    return alike(list.competitionId(), list.scope(), list.board(), list.stageId(), RankingList.State.CONFIRMED).stream().findFirst();
  }

  private List<RankingList> alike(long competitionId, RankingList.Scope scope, RankingList.Board board, Long stageId, RankingList.State state) {
    return store.createQuery("select l from RankingList l where l.competitionId = :id and l.scope = :scope and l.board = :board and l.state = :state order by l.id desc", RankingList.class).setParameter("id", competitionId).setParameter("scope", scope).setParameter("board", board).setParameter("state", state)
        .getResultStream().filter(one -> Objects.equals(one.stageId(), stageId)).toList();
  }

  private RankingList get(long id) {
    RankingList list = store.find(RankingList.class, id);
    if (list == null) throw new NotFound("rankingList", id);
    return list;
  }

  static String title(RankingList list) {
    Head head = Head.read(list.head());
    return head.competition() + (head.stage() == null ? "" : " " + head.stage()) + " " + list.board();
  }

  /** The rules that a competition's lists follow. */
  public RankingRules rules(long competitionId) {
    return competitions.get(competitionId).rankingRules();
  }
}
