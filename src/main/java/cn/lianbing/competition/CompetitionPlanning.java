package cn.lianbing.competition;

import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.notice.Notice;
import cn.lianbing.notice.Notices;
import cn.lianbing.people.Role;
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
import java.time.Clock;
import java.util.List;

/** Planning a competition and its stages. What units have read is not changed under them: once published, only stages to come are. */
@ApplicationScoped
@Transactional
public class CompetitionPlanning {
  private static final int MOST_STAGES = 12;
  @PersistenceContext EntityManager store;
  @Inject Competitions competitions;
  @Inject Exams exams;
  @Inject Notices notices;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  public long plan(Caller caller, CompetitionPlan plan) {
    Competitions.demandManager(caller);
    Competition one = new Competition(clock.instant());
    one.plan(plan);
    store.persist(one);
    store.flush();
    say(caller, "competition.plan", one, String.valueOf(one.year()));
    return one.id();
  }

  /** @throws Refused {@code competition-published} */
  public void change(Caller caller, long id, CompetitionPlan plan) {
    Competition one = planned(caller, id);
    one.plan(plan);
    store.flush();
    say(caller, "competition.change", one, String.valueOf(one.year()));
  }

  /** Tells the units' administrators. @throws Refused {@code competition-published}, {@code competition-no-stage}, {@code competition-weights} (their sum) */
  public void publish(Caller caller, long id) {
    Competition one = planned(caller, id);
    List<Stage> stages = stages(id);
    if (stages.isEmpty()) throw new Refused("competition-no-stage");
    int weights = stages.stream().mapToInt(Stage::weight).sum();
    if (weights != 100) throw new Refused("competition-weights", weights);
    one.publish();
    store.flush();
    say(caller, "competition.publish", one, String.valueOf(stages.size()));
    notices.tellRole(Role.UNIT_ADMIN, new Notice("competition.published", List.of(one.title(), Times.text(one.registrationOpensAt()), Times.text(one.registrationClosesAt())), "/staff/competition/team.xhtml?id=" + one.id()));
  }

  /** @throws Refused {@code competition-stages-open} (how many) */
  public void close(Caller caller, long id) {
    Competitions.demandManager(caller);
    Competition one = competitions.get(id);
    long open = stages(id).stream().filter(stage -> stage.state() != Stage.State.CLOSED).count();
    if (open > 0 || one.state() == Competition.State.PLANNED) throw new Refused("competition-stages-open", open);
    one.close();
    store.flush();
    say(caller, "competition.close", one, null);
  }

  public long addStage(Caller caller, long id, StagePlan plan) {
    Competition one = planned(caller, id);
    List<Stage> stages = stages(id);
    if (stages.size() >= MOST_STAGES) throw Invalid.field("title", "competition.stages", MOST_STAGES);
    check(plan, stages.size() + 1);
    Stage stage = new Stage(id, stages.size() + 1, fitted(plan));
    store.persist(stage);
    store.flush();
    say(caller, "competition.addStage", one, stage.title());
    return stage.id();
  }

  /** @throws Refused {@code stage-begun} once somebody is in it */
  public void changeStage(Caller caller, long stageId, StagePlan plan) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    Competition one = competitions.get(stage.competitionId());
    boolean begun = store.createQuery("select count(n) from Entrant n where n.stageId = :id", Long.class).setParameter("id", stageId).getSingleResult() > 0;
    if (begun || stage.state() == Stage.State.CLOSED || one.state() != Competition.State.PLANNED && plan.weight() != stage.weight()) throw new Refused("stage-begun");
    check(plan, stage.number());
    stage.plan(fitted(plan));
    store.flush();
    say(caller, "competition.changeStage", one, stage.title());
  }

  /** Only the last, and only while nobody has seen it. */
  public void removeStage(Caller caller, long stageId) {
    Stage stage = competitions.stage(stageId);
    Competition one = planned(caller, stage.competitionId());
    if (stage.number() != stages(one.id()).size()) throw new Refused("stage-not-last");
    store.remove(stage);
    store.flush();
    say(caller, "competition.removeStage", one, stage.title());
  }

  /** Aggregates per unit while the exam runs; off until somebody switches it on. */
  public void showLive(Caller caller, long stageId, boolean live) {
    Competitions.demandManager(caller);
    Stage stage = competitions.stage(stageId);
    if (stage.kind() != Stage.Kind.EXAM) throw new NotFound("stage", stageId);
    if (stage.liveBoard() == live) return;
    stage.show(live);
    store.flush();
    say(caller, live ? "competition.showLive" : "competition.hideLive", competitions.get(stage.competitionId()), stage.title());
  }

  private void check(StagePlan plan, int number) {
    if (number == 1 && plan.advancement() != null) throw Invalid.field("advancement", "competition.first");
    if (plan.kind() == Stage.Kind.EXAM && exams.get(plan.examId()).state() == Exam.State.CANCELLED) throw Invalid.field("examId", "competition.exam");
  }

  /** The exam says what its full mark is. */
  private StagePlan fitted(StagePlan plan) {
    if (plan.kind() != Stage.Kind.EXAM) return plan;
    return new StagePlan(plan.title(), plan.kind(), plan.entrants(), plan.examId(), exams.get(plan.examId()).maxMark(), plan.weight(), false, false, plan.advancement());
  }

  List<Stage> stages(long competitionId) {
    return store.createQuery("select s from Stage s where s.competitionId = :id order by s.number", Stage.class).setParameter("id", competitionId).getResultList();
  }

  private Competition planned(Caller caller, long id) {
    Competitions.demandManager(caller);
    Competition one = competitions.get(id);
    if (one.state() != Competition.State.PLANNED) throw new Refused("competition-published");
    return one;
  }

  private void say(Caller caller, String action, Competition one, String detail) {
    happened.fire(Happened.done(caller, action, "competition", one.id(), null, one.title() + (detail == null ? "" : " " + detail)));
  }
}
