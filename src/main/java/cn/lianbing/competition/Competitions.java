package cn.lianbing.competition;

import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The stored competitions. What is only planned exists for those who run it. */
@ApplicationScoped
@Transactional
public class Competitions {
  @PersistenceContext EntityManager store;
  @Inject Clock clock;

  public record CompetitionRow(long id, int year, String title, Instant registrationOpensAt, Instant registrationClosesAt, Competition.State state, boolean registering, long stages, long units) implements Serializable {}

  /** @param exam its title; null where there is none */
  public record StageRow(long id, long competitionId, int number, String title, Stage.Kind kind, Stage.Entrants entrants, Long examId, String exam, int maxMark, int weight, boolean dropExtremes, boolean twoEntries, Advancement advancement, Integer drawGroups, String drawSeed, Instant drawnAt, boolean liveBoard, Stage.State state, long entered) implements Serializable {}

  public record CompetitionView(CompetitionRow row, String rules, TeamRules teamRules, RankingRules rankingRules, List<StageRow> stages) implements Serializable {}

  public static boolean manages(Caller caller) {
    return caller.hasAny("EXAM_ADMIN", "SYSTEM");
  }

  /** Whoever works on the whole district's competition, or only looks at it. */
  public static boolean watches(Caller caller) {
    return manages(caller) || caller.hasAny("SYSTEM_ADMIN", "SUPERVISOR", "AUDITOR");
  }

  public static void demandManager(Caller caller) {
    if (!manages(caller)) throw new NotFound("competition", "-");
  }

  /** The newest first. */
  public Page<CompetitionRow> page(Caller caller, Page.Request request) {
    String where = watches(caller) ? "" : " where c.state <> cn.lianbing.competition.Competition.State.PLANNED";
    List<CompetitionRow> rows = store.createQuery("select c, (select count(s) from Stage s where s.competitionId = c.id), (select count(r) from Registration r where r.competitionId = c.id and r.state = cn.lianbing.competition.Registration.State.SUBMITTED) from Competition c" + where + " order by c.year desc, c.id desc", Object[].class)
        .setFirstResult(request.offset()).setMaxResults(request.size()).getResultStream().map(row -> row((Competition) row[0], (Long) row[1], (Long) row[2])).toList();
    return new Page<>(rows, store.createQuery("select count(c) from Competition c" + where, Long.class).getSingleResult(), request.page(), request.size());
  }

  private CompetitionRow row(Competition one, long stages, long units) {
    return new CompetitionRow(one.id(), one.year(), one.title(), one.registrationOpensAt(), one.registrationClosesAt(), one.state(), one.registering(clock.instant()), stages, units);
  }

  /** @throws NotFound where it is not the caller's to see */
  public CompetitionView view(Caller caller, long id) {
    Competition one = seen(caller, id);
    long units = store.createQuery("select count(r) from Registration r where r.competitionId = :id and r.state = cn.lianbing.competition.Registration.State.SUBMITTED", Long.class).setParameter("id", id).getSingleResult();
    List<StageRow> stages = stages(id);
    return new CompetitionView(row(one, stages.size(), units), one.rules(), one.teamRules(), one.rankingRules(), stages);
  }

  public List<StageRow> stages(long competitionId) {
    return store.createQuery("select s, e.title, (select count(n) from Entrant n where n.stageId = s.id) from Stage s left join Exam e on e.id = s.examId where s.competitionId = :id order by s.number", Object[].class).setParameter("id", competitionId)
        .getResultStream().map(row -> row((Stage) row[0], (String) row[1], (Long) row[2])).toList();
  }

  private static StageRow row(Stage one, String exam, long entered) {
    return new StageRow(one.id(), one.competitionId(), one.number(), one.title(), one.kind(), one.entrants(), one.examId(), exam, one.maxMark(), one.weight(), one.dropExtremes(), one.twoEntries(), one.advancement(), one.drawGroups(), one.drawSeed(), one.drawnAt(), one.liveBoard(), one.state(), entered);
  }

  public Competition seen(Caller caller, long id) {
    Competition one = get(id);
    if (one.state() == Competition.State.PLANNED && !watches(caller)) throw new NotFound("competition", id);
    return one;
  }

  public Competition get(long id) {
    Competition one = store.find(Competition.class, id);
    if (one == null) throw new NotFound("competition", id);
    return one;
  }

  public Stage stage(long id) {
    Stage one = store.find(Stage.class, id);
    if (one == null) throw new NotFound("stage", id);
    return one;
  }

  /** Of a competition that the caller may see. */
  public Stage stage(Caller caller, long id) {
    Stage one = stage(id);
    seen(caller, one.competitionId());
    return one;
  }

  /** The published competition of that year, the newest of several; its id. */
  public List<Long> ofYear(int year) {
    return store.createQuery("select c.id from Competition c where c.year = :year and c.state <> cn.lianbing.competition.Competition.State.PLANNED order by c.id", Long.class).setParameter("year", year).getResultList();
  }

  public boolean isEmpty() {
    return store.createQuery("select count(c) from Competition c", Long.class).getSingleResult() == 0;
  }
}
