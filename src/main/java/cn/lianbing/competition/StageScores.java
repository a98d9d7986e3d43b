package cn.lianbing.competition;

import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Scores of stages that are no exam. One person enters what a judge's sheet says; where the stage wants two, another reads the sheet again
 * without seeing the first figure, and only what agrees counts. {@link #record} takes what a live final came to.
 */
@ApplicationScoped
@Transactional
public class StageScores {
  /** Judge of what a live final recorded. */
  public static final String LIVE = "LIVE";
  private static final int LONGEST_JUDGE = 60;
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Exams exams;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /** @param tenths null: entered by somebody else and to be read again without it. @param second what the second person read, where it differs */
  public record ScoreRow(long id, String judge, Integer tenths, Integer second, Score.State state, boolean own, String reason) implements Serializable {}

  /** @param mean hundredths of a mark over what counts; null where nothing does */
  public record ScoreSheet(Entrants.EntrantRow entrant, List<ScoreRow> scores, Integer mean, boolean complete) implements Serializable {}

  /** All of a stage, for those who run it. */
  public List<ScoreSheet> sheets(Caller caller, long stageId) {
    Competitions.demandManager(caller);
    return all(caller, stageId);
  }

  private List<ScoreSheet> all(Caller caller, long stageId) {
    Stage stage = competitions.stage(stageId);
    List<Score> scores = scores(stageId);
    List<Object[]> entrants = store.createQuery("select n, u.name from Entrant n join Unit u on u.id = n.unitId where n.stageId = :id order by n.drawNumber, n.id", Object[].class).setParameter("id", stageId).getResultList();
    return entrants.stream().map(row -> sheet(caller, stage, (Entrant) row[0], (String) row[1], scores.stream().filter(one -> one.entrantId().equals(((Entrant) row[0]).id())).toList())).toList();
  }

  private static ScoreSheet sheet(Caller caller, Stage stage, Entrant one, String unit, List<Score> scores) {
    List<Integer> counted = scores.stream().filter(score -> score.state() == Score.State.CONFIRMED).map(Score::tenths).toList();
    Entrants.EntrantRow entrant = new Entrants.EntrantRow(one.id(), one.registrationId(), one.officerId(), one.unitId(), unit, one.label(), one.cameBy(), one.reason(), one.drawNumber(), one.drawGroup(), one.suddenDeath(), null);
    List<ScoreRow> rows = scores.stream().map(score -> row(caller, score)).toList();
    boolean complete = !scores.isEmpty() && counted.size() == scores.size();
    return new ScoreSheet(entrant, rows, counted.isEmpty() ? null : Score.mean(counted, stage.dropExtremes()), complete);
  }

  private static ScoreRow row(Caller caller, Score one) {
    boolean own = Objects.equals(one.enteredBy(), caller.accountId());
    boolean blind = one.state() == Score.State.ENTERED && !own;
    return new ScoreRow(one.id(), one.judge(), blind ? null : one.tenths(), one.state() == Score.State.DIFFERS ? one.secondTenths() : null, one.state(), own, one.reason());
  }

  /**
   * What a judge gave; a first entry, or one that replaces it. After the stage is closed, or what was confirmed already, only with a reason.
   *
   * @throws Invalid for {@code judge}, {@code tenths}, {@code reason}; Refused {@code stage-not-open}
   */
  public void enter(Caller caller, long entrantId, String judge, int tenths, String reason) {
    Competitions.demandManager(caller);
    Entrant entrant = entrant(entrantId);
    Stage stage = competitions.stage(entrant.stageId());
    write(caller, stage, entrant, judge(judge), tenths, reason, !stage.twoEntries());
  }

  /** The same from the sheet again, by somebody else. @throws Refused {@code score-second-person}; Invalid for {@code tenths} */
  public Score.State again(Caller caller, long scoreId, int tenths) {
    Competitions.demandManager(caller);
    Score score = store.find(Score.class, scoreId);
    if (score == null) throw new NotFound("score", scoreId);
    Stage stage = competitions.stage(entrant(score.entrantId()).stageId());
    demandRange(stage, tenths);
    if (score.state() == Score.State.CONFIRMED) throw new Refused("score-confirmed");
    if (Objects.equals(score.enteredBy(), caller.accountId())) throw new Refused("score-second-person");
    score.again(tenths, caller.accountId(), clock.instant());
    store.flush();
    happened.fire(Happened.done(caller, "competition.confirmScore", "score", scoreId, null, stage.title() + " " + score.judge() + " " + Marks.text(tenths) + " " + score.state()));
    return score.state();
  }

  /**
   * What a live final came to for a team: its score as the stage counts it, and its order in sudden death. Recording the same again
   * changes nothing; it may replace what was recorded until the stage is closed.
   *
   * @param suddenDeath 1 the best; null where it took no part
   */
  public void record(Caller caller, long stageId, long registrationId, int tenths, Integer suddenDeath) {
    Stage stage = competitions.stage(stageId);
    if (stage.kind() != Stage.Kind.LIVE_FINAL) throw new NotFound("stage", stageId);
    Entrant entrant = store.createQuery("select n from Entrant n where n.stageId = :stage and n.registrationId = :team", Entrant.class).setParameter("stage", stageId).setParameter("team", registrationId).getResultStream().findFirst().orElseThrow(() -> new NotFound("entrant", registrationId));
    if (stage.state() != Stage.State.OPEN) throw new Refused("stage-not-open");
    Score before = find(entrant.id(), LIVE);
    entrant.decide(suddenDeath);
    if (before != null && before.tenths() == tenths) return;
    Score score = before == null ? new Score(entrant.id(), LIVE) : before;
    score.enter(tenths, caller.accountId(), clock.instant(), true, null);
    if (before == null) store.persist(score);
    store.flush();
    happened.fire(Happened.done(caller, "competition.recordLive", "stage", stageId, null, stage.title() + " " + entrant.label() + " " + Marks.text(tenths)));
  }

  /** The order in sudden death on stage, 1 the best; null takes it back. */
  public void decide(Caller caller, long entrantId, Integer order, String reason) {
    Competitions.demandManager(caller);
    Entrant entrant = entrant(entrantId);
    Stage stage = competitions.stage(entrant.stageId());
    if (stage.state() == Stage.State.PLANNED) throw new Refused("stage-not-open");
    if (order != null && (order < 1 || order > 1000)) throw Invalid.field("order", "competition.number", 1, 1000);
    String kept = stage.state() == Stage.State.CLOSED ? Reason.demanded(reason) : Reason.optional(reason);
    entrant.decide(order);
    store.flush();
    happened.fire(Happened.done(caller, "competition.suddenDeath", "stage", stage.id(), null, stage.title() + " " + entrant.label() + " " + order + (kept == null ? "" : ": " + kept)));
  }

  /** Nothing more comes. @throws Refused {@code scores-open} (how many), {@code exam-not-over}, {@code stage-not-open} */
  public void close(Caller caller, long stageId) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    if (stage.state() != Stage.State.OPEN) throw new Refused("stage-not-open");
    demandDone(stage);
    stage.close();
    store.flush();
    happened.fire(Happened.done(caller, "competition.closeStage", "stage", stageId, null, competitions.get(stage.competitionId()).title() + " " + stage.title()));
  }

  /** Everything that was entered has been read twice; every attempt of an exam has been marked. */
  public void demandDone(Stage stage) {
    if (stage.kind() == Stage.Kind.EXAM) {
      if (exams.get(stage.examId()).phase(clock.instant()) != Exam.Phase.CLOSED) throw new Refused("exam-not-over");
      long open = ((Number) store.createNativeQuery("select count(*) from attempt where exam_id = ?1 and (state = 'OPEN' or state <> 'VOIDED' and score is null)").setParameter(1, stage.examId()).getSingleResult()).longValue();
      if (open > 0) throw new Refused("scores-open", open);
      return;
    }
    long open = scores(stage.id()).stream().filter(one -> one.state() != Score.State.CONFIRMED).count();
    if (open > 0) throw new Refused("scores-open", open);
  }

  private void write(Caller caller, Stage stage, Entrant entrant, String judge, int tenths, String reason, boolean single) {
    if (stage.state() == Stage.State.PLANNED) throw new Refused("stage-not-open");
    demandRange(stage, tenths);
    Score before = find(entrant.id(), judge);
    boolean corrects = stage.state() == Stage.State.CLOSED || before != null && before.state() == Score.State.CONFIRMED;
    String kept = corrects ? Reason.demanded(reason) : Reason.optional(reason);
    String was = before == null ? "-" : Marks.text(before.tenths());
    Score score = before == null ? new Score(entrant.id(), judge) : before;
    score.enter(tenths, caller.accountId(), clock.instant(), single, kept);
    if (before == null) store.persist(score);
    store.flush();
    happened.fire(Happened.done(caller, corrects ? "competition.correctScore" : "competition.enterScore", "stage", stage.id(), null, stage.title() + " " + entrant.label() + " " + judge + ": " + was + " → " + Marks.text(tenths) + (kept == null ? "" : " " + kept)));
  }

  /** On stage a score may fall below 0. */
  private static void demandRange(Stage stage, int tenths) {
    int least = stage.kind() == Stage.Kind.LIVE_FINAL ? -stage.maxMark() : 0;
    if (tenths < least || tenths > stage.maxMark()) throw Invalid.field("tenths", "competition.score", Marks.text(least), Marks.text(stage.maxMark()));
  }

  private static String judge(String judge) {
    if (judge == null || judge.isBlank()) throw Invalid.field("judge", "required");
    if (judge.strip().length() > LONGEST_JUDGE) throw Invalid.field("judge", "tooLong", LONGEST_JUDGE);
    return judge.strip();
  }

  private Score find(long entrantId, String judge) {
    return store.createQuery("select s from Score s where s.entrantId = :entrant and s.judge = :judge", Score.class).setParameter("entrant", entrantId).setParameter("judge", judge).getResultStream().findFirst().orElse(null);
  }

  private List<Score> scores(long stageId) {
    return new ArrayList<>(store.createQuery("select s from Score s join Entrant n on n.id = s.entrantId where n.stageId = :id order by s.judge", Score.class).setParameter("id", stageId).getResultList());
  }

  private Entrant entrant(long id) {
    Entrant one = store.find(Entrant.class, id);
    if (one == null) throw new NotFound("entrant", id);
    return one;
  }
}
