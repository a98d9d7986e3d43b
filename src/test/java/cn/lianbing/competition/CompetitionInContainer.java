package cn.lianbing.competition;

import static cn.lianbing.testing.Inside.atOnce;
import static cn.lianbing.testing.Inside.bean;
import static cn.lianbing.testing.Inside.caller;
import static cn.lianbing.testing.Inside.change;
import static cn.lianbing.testing.Inside.count;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lianbing.competition.award.Award;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.award.Podium;
import cn.lianbing.competition.award.Quota;
import cn.lianbing.competition.ranking.Advancing;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.competition.ranking.PersonRow;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.RankingLists;
import cn.lianbing.people.Officer;
import cn.lianbing.people.Officers;
import cn.lianbing.people.Unit;
import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.Sha256;
import cn.lianbing.platform.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Competitions against the real database. */
public interface CompetitionInContainer {
  AtomicInteger YEAR = new AtomicInteger(2040);

  private static Caller desk() {
    return caller("admin");
  }

  private static long planned(int year, StagePlan... stages) {
    CompetitionPlanning planning = bean(CompetitionPlanning.class);
    long id = planning.plan(desk(), new CompetitionPlan(year, "容器比武" + year, "规则", Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600), new TeamRules(3, 1, 1, false, 3, 20, 10), null));
    for (StagePlan stage : stages) planning.addStage(desk(), id, stage);
    return id;
  }

  private static StagePlan practical(String title, int weight, boolean two, Advancement rule) {
    return new StagePlan(title, Stage.Kind.PRACTICAL, Stage.Entrants.INDIVIDUAL, null, 1000, weight, false, two, rule);
  }

  private static long unit(String name) {
    return bean(Units.class).byName(name).orElseThrow().id();
  }

  /** A team that the rules take, and as many individuals. */
  private static List<Registering.MemberLine> lines(String unit, int individuals) {
    Unit own = bean(Units.class).byName(unit).orElseThrow();
    List<Officer> people = bean(Officers.class).activeUnder(own.path());
    List<Officer> stage = people.subList(0, 3); // units of the demo are of one sex each
    List<Registering.MemberLine> lines = new ArrayList<>(stage.stream().map(one -> new Registering.MemberLine(one.id(), Member.Role.ON_STAGE, true)).toList());
    people.stream().filter(one -> !stage.contains(one)).limit(individuals).forEach(one -> lines.add(new Registering.MemberLine(one.id(), Member.Role.INDIVIDUAL, true)));
    return lines;
  }

  private static void over(long id) {
    change("update competition set registration_opens_at = utc_timestamp() - interval 2 day, registration_closes_at = utc_timestamp() - interval 1 day where id = ?", id);
  }

  private static long stage(long id, int number) {
    return bean(Competitions.class).stages(id).get(number - 1).id();
  }

  private static String unitOf(String username) {
    return bean(Units.class).get(caller(username).unitId()).name();
  }

  @Test
  default void a_unit_registers_until_the_deadline_and_corrects_once_after_it() {
    long id = planned(YEAR.incrementAndGet(), practical("实操", 100, false, null));
    Registering registering = bean(Registering.class);
    String name = unitOf("unit01");
    assertThrows(NotFound.class, () -> registering.register(caller("unit01"), id, unit(name), "甲", lines(name, 1)), "it is only planned");
    bean(CompetitionPlanning.class).publish(desk(), id);
    registering.register(caller("unit01"), id, unit(name), "甲", lines(name, 1));
    registering.register(caller("unit01"), id, unit(name), "乙", lines(name, 2));
    assertThrows(Invalid.class, () -> registering.register(caller("unit01"), id, unit(name), "乙", lines(name, 2).subList(0, 2)));
    assertThrows(NotFound.class, () -> registering.register(caller("unit01"), id, unit("张汴乡"), "乙", lines("张汴乡", 2)), "attack 17");
    assertThrows(NotFound.class, () -> registering.register(caller("officer002"), id, unit(name), "乙", lines(name, 2)));
    assertEquals("乙", registering.of(caller("unit01"), id, unit(name)).orElseThrow().contact());
    over(id);
    registering.register(caller("unit01"), id, unit(name), "丙", lines(name, 3));
    assertEquals("registration-corrected", assertThrows(Refused.class, () -> registering.register(caller("unit01"), id, unit(name), "丁", lines(name, 1))).code());
    assertEquals("registration-closed", assertThrows(Refused.class, () -> registering.withdraw(caller("unit01"), id, unit(name))).code());
    assertEquals(6, count("select count(*) from competition_member m join competition_registration r on r.id = m.registration_id where r.competition_id = ?", id));
    assertEquals("competition-published", assertThrows(Refused.class, () -> bean(CompetitionPlanning.class).addStage(desk(), id, practical("又", 1, false, null))).code());
  }

  @Test
  default void of_two_corrections_at_once_one_wins() {
    long id = planned(YEAR.incrementAndGet(), practical("实操", 100, false, null));
    bean(CompetitionPlanning.class).publish(desk(), id);
    String name = unitOf("unit01");
    Registering registering = bean(Registering.class);
    registering.register(caller("unit01"), id, unit(name), "甲", lines(name, 1));
    over(id);
    List<Object> outcomes = atOnce(2, () -> registering.register(caller("unit01"), id, unit(name), "乙", lines(name, 2)));
    assertEquals(1, outcomes.stream().filter(Long.class::isInstance).count(), outcomes.toString());
    assertEquals(5, count("select count(*) from competition_member m join competition_registration r on r.id = m.registration_id where r.competition_id = ?", id));
  }

  @Test
  default void a_score_counts_once_a_second_person_read_the_same_and_the_best_go_on() {
    long id = planned(YEAR.incrementAndGet(), practical("初赛", 40, true, null), practical("复赛", 60, false, new Advancement(2, 0, 0, 0, 1)));
    bean(CompetitionPlanning.class).publish(desk(), id);
    String name = unitOf("unit01");
    bean(Registering.class).register(caller("unit01"), id, unit(name), "甲", lines(name, 3));
    long first = stage(id, 1);
    Advancing advancing = bean(Advancing.class);
    StageScores scores = bean(StageScores.class);
    assertEquals("registration-open", assertThrows(Refused.class, () -> advancing.advance(desk(), first)).code());
    over(id);
    assertEquals(6, advancing.advance(desk(), first));
    assertEquals("stage-begun", assertThrows(Refused.class, () -> advancing.advance(desk(), first)).code());
    List<StageScores.ScoreSheet> sheets = scores.sheets(desk(), first);
    for (int i = 0; i < 5; i++) scores.enter(desk(), sheets.get(i).entrant().id(), "评委", 900 - i * 50, null);
    Caller other = new Caller(caller("trainer").accountId(), null, "乙", null, "/", Set.of("EXAM_ADMIN"), null, null);
    StageScores.ScoreRow blind = scores.sheets(other, first).get(0).scores().get(0);
    assertEquals(null, blind.tenths(), "the second person does not see it");
    assertEquals("score-second-person", assertThrows(Refused.class, () -> scores.again(desk(), blind.id(), 900)).code());
    assertEquals("scores-open", assertThrows(Refused.class, () -> scores.close(desk(), first)).code());
    assertEquals(Score.State.DIFFERS, scores.again(other, blind.id(), 890));
    assertEquals(890, scores.sheets(desk(), first).get(0).scores().get(0).second());
    scores.enter(desk(), sheets.get(0).entrant().id(), "评委", 890, null);
    for (StageScores.ScoreSheet sheet : scores.sheets(desk(), first)) for (StageScores.ScoreRow row : sheet.scores()) assertEquals(Score.State.CONFIRMED, scores.again(other, row.id(), row.tenths()));
    assertThrows(Invalid.class, () -> scores.enter(desk(), sheets.get(0).entrant().id(), "评委", 880, null), "what is confirmed is replaced only with a reason");
    assertThrows(NotFound.class, () -> scores.enter(caller("unit01"), sheets.get(0).entrant().id(), "评委", 880, "x"));
    scores.close(desk(), first);
    long second = stage(id, 2);
    assertEquals(2, advancing.advance(desk(), second));
    List<Advancing.AdvanceRow> list = advancing.preview(desk(), second);
    advancing.wildcard(desk(), second, list.get(3).id(), "主办单位推荐");
    assertEquals("wildcards-used", assertThrows(Refused.class, () -> advancing.wildcard(desk(), second, list.get(4).id(), "又")).code());
    List<Entrants.EntrantRow> drawn = bean(Entrants.class).draw(desk(), second, "3 1 4", 2);
    assertEquals(Draw.of("3 1 4", drawn.stream().map(Entrants.EntrantRow::label).toList(), 2).stream().map(Draw.Lot::name).toList(), drawn.stream().map(Entrants.EntrantRow::label).toList());
    assertEquals("competition-drawn", assertThrows(Refused.class, () -> bean(Entrants.class).draw(desk(), second, "2", 2)).code());
  }

  @Test
  default void a_confirmed_list_stands_with_its_hash_and_a_correction_names_it() throws Exception {
    int year = YEAR.addAndGet(2);
    long id = planned(year, practical("实操", 100, false, null));
    bean(CompetitionPlanning.class).publish(desk(), id);
    String name = unitOf("unit01");
    bean(Registering.class).register(caller("unit01"), id, unit(name), "甲", lines(name, 3));
    over(id);
    long stage = stage(id, 1);
    bean(Advancing.class).advance(desk(), stage);
    StageScores scores = bean(StageScores.class);
    List<StageScores.ScoreSheet> sheets = scores.sheets(desk(), stage);
    for (int i = 0; i < 5; i++) scores.enter(desk(), sheets.get(i).entrant().id(), "评委", 900 - i / 2 * 50, null);
    RankingLists lists = bean(RankingLists.class);
    ListReading reading = bean(ListReading.class);
    RankingLists.Which which = new RankingLists.Which(id, RankingList.Scope.COMPETITION, RankingList.Board.PERSON, null);
    long early = lists.compute(desk(), which);
    assertEquals("stage-not-closed", assertThrows(Refused.class, () -> lists.confirm(desk(), early, null)).code());
    assertThrows(NotFound.class, () -> reading.page(caller("unit01"), early, new Page.Request(1, 50)), "provisional is for those who run it");
    scores.close(desk(), stage);
    lists.confirm(desk(), early, null);
    ListReading.ListPart part = reading.page(desk(), early, new Page.Request(1, 50));
    List<Integer> ranks = new ArrayList<>(java.util.Arrays.asList(1, 1, 3, 3, 5, null));
    assertEquals(ranks, part.persons().stream().map(PersonRow::rank).toList());
    assertEquals(1, part.list().head().absent());
    byte[] canonical = reading.canonical(desk(), early);
    assertEquals(part.list().sha256(), HexFormat.of().formatHex(Sha256.of(canonical)));
    String[] canonicalLines = new String(canonical, StandardCharsets.UTF_8).split("\n");
    for (int i = 1; i < canonicalLines.length; i++) assertEquals(Json.write(part.persons().get(i - 1)), canonicalLines[i], "as the binding writes it");
    assertTrue(reading.intact(desk(), early));
    assertEquals("list-confirmed", assertThrows(Refused.class, () -> lists.confirm(desk(), early, null)).code());
    long same = lists.compute(desk(), which);
    assertEquals("list-unchanged", assertThrows(Refused.class, () -> lists.confirm(desk(), same, "又")).code());
    scores.enter(desk(), sheets.get(4).entrant().id(), "评委", 950, "登分有误");
    assertEquals("list-stale", assertThrows(Refused.class, () -> lists.confirm(desk(), same, "登分有误")).code());
    assertEquals(same, lists.compute(desk(), which));
    assertThrows(Invalid.class, () -> lists.confirm(desk(), same, null), "a correction says why");
    lists.confirm(desk(), same, "登分有误");
    assertEquals(2, reading.one(desk(), same).edition());
    assertEquals(part.list().sha256(), reading.one(desk(), same).head().replaces());
    assertEquals(RankingList.State.REPLACED, reading.one(desk(), early).state());
    assertEquals(2, reading.one(desk(), early).replacedBy());
    assertArrayEquals(canonical, reading.canonical(desk(), early), "the old one stands as it was");
    change("update ranking_chunk set content = replace(content, '\"rank\":1', '\"rank\":2') where list_id = ?", same);
    assertFalse(reading.intact(desk(), same), "what was changed in another way is seen");
    change("update ranking_chunk set content = replace(content, '\"rank\":2', '\"rank\":1') where list_id = ?", same);
  }

  @Test
  default void attack_16_names_are_masked_for_others_and_in_public_unless_the_person_agreed() throws Exception {
    long list = count("select max(id) from ranking_list where state = 'CONFIRMED' and board = 'PERSON' and competition_id = (select min(id) from competition)");
    ListReading reading = bean(ListReading.class);
    Caller anybody = Caller.anonymous("192.0.2.9");
    ListReading.ListPart all = reading.page(anybody, list, new Page.Request(1, 200));
    assertTrue(all.persons().stream().allMatch(row -> row.name().contains("*") && row.id() == 0), all.persons().toString());
    PersonRow first = reading.page(desk(), list, new Page.Request(1, 1)).persons().get(0);
    Caller self = new Caller(null, first.id(), first.name(), first.unitId(), "/x/", Set.of("OFFICER"), null, null);
    assertEquals(first.name(), reading.page(self, list, new Page.Request(1, 1)).persons().get(0).name());
    assertEquals(first.rank(), reading.own(self, list).orElseThrow().persons().get(0).rank());
    long competition = reading.one(anybody, list).competitionId();
    bean(Consents.class).give(self, competition);
    assertEquals(first.name(), reading.page(anybody, list, new Page.Request(1, 1)).persons().get(0).name());
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ListSheet.write(reading.whole(anybody, list), "csv", Texts.in(Texts.CHINESE), csv);
    assertTrue(csv.toString(StandardCharsets.UTF_8).contains(first.name()));
    bean(Consents.class).withdraw(self, competition);
    assertTrue(reading.page(anybody, list, new Page.Request(1, 1)).persons().get(0).name().contains("*"), "it ends at once");
    assertThrows(NotFound.class, () -> reading.canonical(anybody, list));
  }

  @Test
  default void awards_are_given_once_and_checked_by_the_code_alone() throws Exception {
    Awarding awarding = bean(Awarding.class);
    long list = count("select max(id) from ranking_list where state = 'CONFIRMED' and board = 'DEPARTMENT' and competition_id = (select min(id) from competition)");
    int given = awarding.grant(desk(), list, List.of(new Quota(Award.Code.FIRST, 1), new Quota(Award.Code.SECOND, 1)));
    assertTrue(given >= 2, String.valueOf(given));
    assertEquals("awards-granted", assertThrows(Refused.class, () -> awarding.grant(desk(), list, List.of(new Quota(Award.Code.FIRST, 1)))).code());
    assertThrows(NotFound.class, () -> awarding.grant(caller("unit01"), list, List.of(new Quota(Award.Code.FIRST, 1))));
    Awarding.AwardRow one = awarding.all(desk(), bean(ListReading.class).one(desk(), list).competitionId()).stream().filter(row -> row.board() == RankingList.Board.DEPARTMENT).findFirst().orElseThrow();
    assertTrue(awarding.verify(one.serial(), awarding.token(one.serial())).valid());
    assertEquals("UNKNOWN", awarding.verify(one.serial(), null).state());
    assertEquals("UNKNOWN", awarding.verify(one.serial(), awarding.token("DBW-2025-9999")).state());
    awarding.revoke(desk(), one.id(), "名次更正");
    assertEquals("REVOKED", awarding.verify(one.serial(), awarding.token(one.serial())).state());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Podium.write(bean(ListReading.class).page(desk(), list, new Page.Request(1, 20)), Texts.in(Texts.CHINESE), png);
    assertEquals(0x89, png.toByteArray()[0] & 0xff);
  }

  @Test
  default void who_is_excused_with_approval_is_not_expected_and_the_live_board_shows_nothing_unless_it_is_on() {
    long exam = count("select max(exam_id) from competition_stage where exam_id is not null");
    long id = planned(YEAR.addAndGet(2), new StagePlan("资格", Stage.Kind.EXAM, null, exam, 0, 100, false, false, null));
    bean(CompetitionPlanning.class).publish(desk(), id);
    long stage = stage(id, 1);
    RankingLists lists = bean(RankingLists.class);
    ListReading reading = bean(ListReading.class);
    RankingLists.Which which = new RankingLists.Which(id, RankingList.Scope.STAGE, RankingList.Board.PERSON, stage);
    ListReading.ListRow before = reading.one(desk(), lists.compute(desk(), which));
    assertEquals(count("select count(*) from candidate where exam_id = ?", exam), before.rows());
    long absent = count("select officer_id from candidate c where exam_id = ? and excused_reason is null and not exists (select 1 from attempt a where a.exam_id = c.exam_id and a.officer_id = c.officer_id and a.score is not null) limit 1", exam);
    Excuses excuses = bean(Excuses.class);
    long excuse = excuses.ask(desk(), stage, absent, "住院治疗");
    assertEquals(before.head().expected(), reading.one(desk(), lists.compute(desk(), which)).head().expected(), "until it is approved they count");
    excuses.decide(desk(), excuse, true, null);
    ListReading.ListRow after = reading.one(desk(), lists.compute(desk(), which));
    assertEquals(before.head().expected() - 1, after.head().expected());
    assertEquals(before.head().excused() + 1, after.head().excused());
    assertNotEquals(before.sha256(), after.sha256());
    assertEquals("excuse-decided", assertThrows(Refused.class, () -> excuses.decide(desk(), excuse, false, "x")).code());
    LiveBoard live = bean(LiveBoard.class);
    assertThrows(NotFound.class, () -> live.of(caller("officer002"), stage));
    bean(CompetitionPlanning.class).showLive(desk(), stage, true);
    assertEquals(count("select count(distinct officer_id) from attempt where exam_id = ? and state in ('SUBMITTED', 'EXPIRED')", exam), live.of(caller("officer002"), stage).total().handedIn());
  }
}
