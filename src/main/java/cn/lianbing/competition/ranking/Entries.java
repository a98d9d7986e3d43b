package cn.lianbing.competition.ranking;

import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Competition;
import cn.lianbing.competition.Score;
import cn.lianbing.competition.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list ranks, put together from attempts and judges' scores. */
@ApplicationScoped
@Transactional
public class Entries {
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;

  /** @param max full mark in hundredths */
  public record Ranked(List<Entry> entries, int max) {}

  public Ranked of(Competition competition, RankingList.Scope scope, Stage.Entrants entrants, Stage stage) {
    return switch (scope) {
      case STAGE -> new Ranked(stage(stage), stage.maxMark() * 10);
      case COMPETITION -> whole(competition.id(), entrants);
      case YEAR -> year(competition.year(), entrants);
    };
  }

  List<Entry> stage(Stage stage) {
    if (stage.kind() != Stage.Kind.EXAM) return scored(stage);
    try {
      return ExamEntries.read(store.unwrap(Connection.class), stage.examId(), excused(stage.id()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<Long> excused(long stageId) {
    return new HashSet<>(store.createQuery("select e.officerId from Excuse e where e.stageId = :id and e.approved = true", Long.class).setParameter("id", stageId).getResultList());
  }

  private List<Entry> scored(Stage stage) {
    Map<Long, List<Integer>> scores = new HashMap<>();
    store.createQuery("select s.entrantId, s.tenths from Score s join Entrant n on n.id = s.entrantId where n.stageId = :id and s.state = cn.lianbing.competition.Score.State.CONFIRMED", Object[].class).setParameter("id", stage.id()).getResultList().forEach(row -> scores.computeIfAbsent((Long) row[0], any -> new ArrayList<>()).add((Integer) row[1]));
    Set<Long> excused = excused(stage.id());
    return store.createQuery("select n.id, n.registrationId, n.officerId, n.label, n.unitId, n.suddenDeath, n.drawGroup from Entrant n where n.stageId = :id order by n.id", Object[].class).setParameter("id", stage.id()).getResultStream().map(row -> {
      List<Integer> given = scores.get((Long) row[0]);
      Long officer = (Long) row[2];
      Entry.Presence presence = given != null ? Entry.Presence.SAT : officer != null && excused.contains(officer) ? Entry.Presence.EXCUSED : Entry.Presence.ABSENT;
      return new Entry(officer == null ? (Long) row[1] : officer, (String) row[3], (Long) row[4], presence, given == null ? 0 : Score.mean(given, stage.dropExtremes()), 0, 0, row[5] == null ? 0 : (Integer) row[5], row[6] == null ? 0 : (Integer) row[6]);
    }).toList();
  }

  /** Each stage's share of its full mark times its weight, each cut to a hundredth. Individuals and teams are never mixed. */
  private Ranked whole(long competitionId, Stage.Entrants entrants) {
    List<Stage> stages = competitions.stages(competitionId).stream().filter(row -> row.entrants() == entrants && row.weight() > 0).map(row -> competitions.stage(row.id())).toList();
    Map<Long, Entry> together = new LinkedHashMap<>();
    for (Stage stage : stages) for (Entry one : stage(stage)) together.merge(one.id(), weighed(one, stage.weight() * 100, stage.maxMark() * 10), Entries::sum);
    return new Ranked(List.copyOf(together.values()), Math.max(1, stages.stream().mapToInt(Stage::weight).sum() * 100));
  }

  /** Every competition of the year counts the same: its whole as a share of 100. */
  private Ranked year(int year, Stage.Entrants entrants) {
    Map<Long, Entry> together = new LinkedHashMap<>();
    List<Long> ids = competitions.ofYear(year);
    for (long id : ids) {
      Ranked whole = whole(id, entrants);
      for (Entry one : whole.entries()) together.merge(one.id(), weighed(one, 10_000, whole.max()), Entries::sum);
    }
    return new Ranked(List.copyOf(together.values()), Math.max(1, ids.size() * 10_000));
  }

  static Entry weighed(Entry one, int share, int max) {
    return new Entry(one.id(), one.name(), one.unitId(), one.presence(), (int) Math.floorDiv((long) one.score() * share, (long) max), one.millis(), one.at(), one.suddenDeath(), one.group());
  }

  /** The later's sudden death, group and unit stand, but who was expected first is called as there. */
  static Entry sum(Entry one, Entry other) {
    Entry.Presence presence = one.sat() || other.sat() ? Entry.Presence.SAT : one.presence() == other.presence() ? one.presence() : Entry.Presence.ABSENT;
    return new Entry(one.id(), one.name(), one.unitId(), presence, one.score() + other.score(), one.millis() + other.millis(), Math.max(one.at(), other.at()), other.suddenDeath() == 0 ? one.suddenDeath() : other.suddenDeath(), other.group() == 0 ? one.group() : other.group());
  }

  /** Of last year's list, the places. */
  static Map<Long, Integer> places(List<PersonRow> rows) {
    return rows.stream().filter(row -> row.rank() != null).collect(Collectors.toMap(PersonRow::id, PersonRow::rank, (one, other) -> one));
  }
}
