package cn.lianbing.competition.award;

import cn.lianbing.competition.Advancement;
import cn.lianbing.competition.CompetitionPlan;
import cn.lianbing.competition.CompetitionPlanning;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Entrants;
import cn.lianbing.competition.Member;
import cn.lianbing.competition.Registering;
import cn.lianbing.competition.Stage;
import cn.lianbing.competition.StagePlan;
import cn.lianbing.competition.StageScores;
import cn.lianbing.competition.ranking.Advancing;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.RankingLists;
import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.ProgramSettings;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.UtcColumn;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The demo's competitions: last year's with confirmed lists and awards, this year's in registration, whose qualification has been sat. */
@ApplicationScoped
public class DemoCompetitions {
  private static final Logger LOG = Logger.getLogger(DemoCompetitions.class.getName());
  private static final String RULES = """
      一、本届比武分资格赛、实操赛和现场决赛，资格赛和实操赛计个人成绩，现场决赛计团队成绩，个人与团队分别排名。
      二、实操赛为案卷纠错和执法文书制作，由五名评委打分，去掉一个最高分和一个最低分后取平均。
      三、现场决赛设必答、抢答、风险三个环节，基础分 100 分；同分加赛抢答，先答对者胜。
      四、名次公示三日无异议后确认。个人全名未经本人同意不公开。""";
  private static final String[] JUDGES = {"评委一", "评委二", "评委三", "评委四", "评委五"};
  @Inject ProgramSettings settings;
  @Inject Competitions competitions;
  @Inject CompetitionPlanning planning;
  @Inject Registering registering;
  @Inject Entrants entrants;
  @Inject Advancing advancing;
  @Inject StageScores scores;
  @Inject RankingLists lists;
  @Inject Awarding awarding;
  @Inject Exams exams;
  @Inject Officers officers;
  @Inject Units units;
  @Inject Past past;
  @Inject Clock clock;
  private final Random random = new Random(20251124);

  void fill(@Observes @Priority(160) Startup startup) {
    if (!settings.demo() || !competitions.isEmpty() || units.byCode("411203").isEmpty()) return;
    Unit district = units.byCode("411203").get();
    Caller desk = new Caller(null, null, "区司法局", district.id(), district.path(), Set.of("EXAM_ADMIN"), null, null);
    int year = clock.instant().atZone(Times.ZONE).getYear();
    try {
      lastYear(desk, year - 1);
      thisYear(desk, year);
    } catch (Invalid | Refused e) {
      // people of one's own may be too few for it; the program starts all the same
      LOG.log(Level.INFO, "no demo competitions: {0}", e.getMessage());
    }
  }

  private void lastYear(Caller desk, int year) {
    Instant now = clock.instant();
    long id = planning.plan(desk, new CompetitionPlan(year, "%d年度服务型行政执法大比武".formatted(year), RULES, now.minusSeconds(3600), now.plusSeconds(3600), null, null));
    long practical = planning.addStage(desk, id, new StagePlan("实操赛", Stage.Kind.PRACTICAL, Stage.Entrants.INDIVIDUAL, null, 1000, 50, true, false, null));
    long live = planning.addStage(desk, id, new StagePlan("现场决赛", Stage.Kind.LIVE_FINAL, Stage.Entrants.TEAM, null, 3000, 50, false, false, new Advancement(6, 0, 0, 0, 0)));
    planning.publish(desk, id);
    register(desk, id, 10);
    past.over(id, now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(380)));
    advancing.advance(desk, practical);
    for (Entrants.EntrantRow one : entrants.all(practical)) if (random.nextInt(20) > 0) judge(desk, one);
    scores.close(desk, practical);
    advancing.advance(desk, live);
    entrants.draw(desk, live, "福彩3D 第%d301期 4 0 7".formatted(year), 2);
    int team = 0;
    for (Entrants.EntrantRow one : entrants.all(live)) scores.record(desk, live, one.registrationId(), 1000 + (team++ < 2 ? 900 : random.nextInt(120) * 10 - 200), team <= 2 ? team : null);
    scores.close(desk, live);
    for (RankingList.Board board : new RankingList.Board[] {RankingList.Board.PERSON, RankingList.Board.DEPARTMENT, RankingList.Board.TOWNSHIP}) lists.confirm(desk, lists.compute(desk, new RankingLists.Which(id, RankingList.Scope.COMPETITION, board, null)), null);
    long teams = lists.compute(desk, new RankingLists.Which(id, RankingList.Scope.STAGE, RankingList.Board.TEAM, live));
    lists.confirm(desk, teams, null);
    awarding.grant(desk, teams, List.of(new Quota(Award.Code.FIRST, 1), new Quota(Award.Code.SECOND, 2), new Quota(Award.Code.THIRD, 3)));
    planning.close(desk, id);
  }

  private void judge(Caller desk, Entrants.EntrantRow one) {
    int about = 700 + random.nextInt(230);
    for (String judge : JUDGES) scores.enter(desk, one.id(), judge, Math.min(1000, about + random.nextInt(61) - 30), null);
  }

  private void thisYear(Caller desk, int year) {
    Instant now = clock.instant();
    Exam sat = exams.held(desk, new Page.Request(1, 50)).items().stream().filter(one -> one.phase() == Exam.Phase.CLOSED && one.sat() > 0).findFirst().map(one -> exams.get(one.id())).orElse(null);
    if (sat == null) return;
    long id = planning.plan(desk, new CompetitionPlan(year, "%d年度服务型行政执法大比武".formatted(year), RULES, now.minus(Duration.ofDays(5)), now.plus(Duration.ofDays(10)), null, null));
    long first = planning.addStage(desk, id, new StagePlan("资格赛", Stage.Kind.EXAM, Stage.Entrants.INDIVIDUAL, sat.id(), 0, 40, false, false, null));
    planning.addStage(desk, id, new StagePlan("实操赛", Stage.Kind.PRACTICAL, Stage.Entrants.INDIVIDUAL, null, 1000, 30, true, true, new Advancement(30, 0, 4, 0, 2)));
    planning.addStage(desk, id, new StagePlan("现场决赛", Stage.Kind.LIVE_FINAL, Stage.Entrants.TEAM, null, 3000, 30, false, false, new Advancement(8, 0, 0, 0, 1)));
    planning.publish(desk, id);
    register(desk, id, 4);
    for (RankingList.Board board : new RankingList.Board[] {RankingList.Board.PERSON, RankingList.Board.DEPARTMENT, RankingList.Board.TOWNSHIP}) lists.compute(desk, new RankingLists.Which(id, RankingList.Scope.STAGE, board, first));
  }

  private void register(Caller desk, long id, int most) {
    int registered = 0;
    for (Units.Row unit : units.within(desk)) {
      if (registered == most || unit.kind() != Unit.Kind.DEPARTMENT && unit.kind() != Unit.Kind.TOWNSHIP) continue;
      List<Registering.MemberLine> lines = team(officers.activeUnder(unit.path()));
      if (lines.isEmpty()) continue;
      registering.register(desk, id, unit.id(), unit.name() + "法制股", lines);
      registered++;
    }
  }

  /** Nobody where the unit has not both sexes or too few people. */
  private static List<Registering.MemberLine> team(List<Officer> people) {
    List<Officer> stage = new ArrayList<>();
    for (Officer.Sex sex : Officer.Sex.values()) people.stream().filter(one -> one.sex() == sex).findFirst().ifPresent(stage::add);
    if (stage.size() < 2 || people.size() < 5) return List.of();
    List<Officer> others = people.stream().filter(one -> !stage.contains(one)).toList();
    List<Registering.MemberLine> lines = new ArrayList<>(stage.stream().map(one -> new Registering.MemberLine(one.id(), Member.Role.ON_STAGE, true)).toList());
    lines.add(new Registering.MemberLine(others.get(0).id(), Member.Role.ON_STAGE, true));
    lines.add(new Registering.MemberLine(others.get(1).id(), Member.Role.RESERVE, true));
    others.stream().skip(2).limit(6).forEach(one -> lines.add(new Registering.MemberLine(one.id(), Member.Role.INDIVIDUAL, true)));
    return lines;
  }

  /** What use cases refuse because it is past. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public static class Past {
    @PersistenceContext EntityManager store;

    public void over(long competitionId, Instant opened, Instant closed) {
      store.createNativeQuery("update competition set registration_opens_at = ?2, registration_closes_at = ?3 where id = ?1").setParameter(1, competitionId).setParameter(2, UtcColumn.of(opened)).setParameter(3, UtcColumn.of(closed)).executeUpdate();
    }
  }
}
