package cn.lianbing.competition.web;

import cn.lianbing.competition.Advancement;
import cn.lianbing.competition.Competition;
import cn.lianbing.competition.CompetitionPlanning;
import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Entrants;
import cn.lianbing.competition.Excuses;
import cn.lianbing.competition.Registering;
import cn.lianbing.competition.Stage;
import cn.lianbing.competition.StagePlan;
import cn.lianbing.competition.StageScores;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.ranking.Advancing;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.competition.ranking.RankingList;
import cn.lianbing.competition.ranking.RankingLists;
import cn.lianbing.exam.Exams;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** A competition as those see it who run it or whose units take part. */
@Named
@ViewScoped
public class CompetitionPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Competitions competitions;
  @Inject CompetitionPlanning planning;
  @Inject Registering registering;
  @Inject Excuses excuses;
  @Inject Entrants entrants;
  @Inject Advancing advancing;
  @Inject StageScores scores;
  @Inject RankingLists lists;
  @Inject ListReading reading;
  @Inject Awarding awarding;
  @Inject Exams exams;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String asked;
  private long id;
  private Competitions.CompetitionView view;
  private String title;
  private Stage.Kind kind = Stage.Kind.PRACTICAL;
  private Stage.Entrants who = Stage.Entrants.INDIVIDUAL;
  private Long examId;
  private BigDecimal maxMark = BigDecimal.valueOf(100);
  private Integer weight;
  private boolean dropExtremes = true;
  private boolean twoEntries = true;
  private Integer top;
  private Integer unitMost;
  private Integer wildcards;
  private Long stageId;
  private String seed;
  private Integer groups;
  private RankingList.Scope scope = RankingList.Scope.STAGE;
  private RankingList.Board board = RankingList.Board.PERSON;
  private Long listStageId;

  public void enter() {
    messages.found(() -> {
      id = NotFound.id("competition", asked);
      view = competitions.view(user.caller(), id);
    });
  }

  private void again() {
    view = competitions.view(user.caller(), id);
  }

  private void act(String said, Messages.Action action) {
    if (messages.tried(action)) messages.done(said);
    again();
  }

  public void publish() {
    act("competition.published.done", () -> planning.publish(user.caller(), id));
  }

  public void close() {
    act("competition.closed.done", () -> planning.close(user.caller(), id));
  }

  public void addStage() {
    act("competition.stage.added", () -> {
      boolean rule = top != null && top > 0 || wildcards != null && wildcards > 0;
      planning.addStage(user.caller(), id, new StagePlan(title, kind, who, examId, maxMark == null ? 0 : Marks.tenths(maxMark, "maxMark"), number(weight), dropExtremes, twoEntries, rule ? new Advancement(number(top), 0, number(unitMost), 0, number(wildcards)) : null));
      title = null;
    });
  }

  public void removeStage(long stage) {
    act("competition.stage.removed", () -> planning.removeStage(user.caller(), stage));
  }

  public void open(long stage) {
    act("competition.stage.opened", () -> advancing.advance(user.caller(), stage));
  }

  public void closeStage(long stage) {
    act("competition.stage.closed", () -> scores.close(user.caller(), stage));
  }

  public void show(long stage, boolean live) {
    act(live ? "competition.live.shown" : "competition.live.hidden", () -> planning.showLive(user.caller(), stage, live));
  }

  public void draw() {
    act("competition.drawn.done", () -> {
      if (stageId == null) throw cn.lianbing.platform.Invalid.field("stage", "required");
      entrants.draw(user.caller(), stageId, seed, number(groups));
    });
  }

  public void decide(long excuse, boolean approved) {
    act("competition.excuse.decided", () -> excuses.decide(user.caller(), excuse, approved, approved ? null : texts.texts().get("competition.excuse.refusal")));
  }

  public String compute() {
    Long[] made = new Long[1];
    if (!messages.tried(() -> made[0] = lists.compute(user.caller(), new RankingLists.Which(id, scope, board, listStageId)))) return null;
    messages.done("competition.list.made");
    return "/staff/competition/list.xhtml?faces-redirect=true&id=" + made[0];
  }

  private static int number(Integer number) {
    return number == null ? 0 : number;
  }

  public Competitions.CompetitionView getView() {
    return view;
  }

  public boolean isManager() {
    return Competitions.manages(user.caller());
  }

  public boolean isPlanned() {
    return view.row().state() == Competition.State.PLANNED;
  }

  public boolean isPublished() {
    return view.row().state() == Competition.State.PUBLISHED;
  }

  public boolean isUnit() {
    return user.caller().has("UNIT_ADMIN");
  }

  public List<Registering.RegistrationView> getRegistrations() {
    return registering.all(user.caller(), id);
  }

  public List<Excuses.ExcuseRow> getExcuses() {
    return excuses.all(user.caller(), id);
  }

  public List<ListReading.ListRow> getLists() {
    return reading.all(user.caller(), id);
  }

  public List<Awarding.AwardRow> getAwards() {
    return awarding.all(user.caller(), id);
  }

  public List<Competitions.StageRow> getDrawable() {
    return view.stages().stream().filter(one -> one.kind() != Stage.Kind.EXAM && one.state() == Stage.State.OPEN && one.drawnAt() == null).toList();
  }

  public List<Exams.Row> getExams() {
    Caller caller = user.caller();
    return exams.held(caller, new Page.Request(1, 50)).items();
  }

  public String listTitle(ListReading.ListRow row) {
    return ListSheet.title(row, texts.texts());
  }

  public String listState(ListReading.ListRow row) {
    return ListSheet.state(row, texts.texts());
  }

  public Stage.Kind[] getKinds() {
    return Stage.Kind.values();
  }

  public Stage.Entrants[] getWhos() {
    return Stage.Entrants.values();
  }

  public RankingList.Scope[] getScopes() {
    return RankingList.Scope.values();
  }

  public RankingList.Board[] getBoards() {
    return RankingList.Board.values();
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public Stage.Kind getKind() {
    return kind;
  }

  public void setKind(Stage.Kind kind) {
    this.kind = kind;
  }

  public Stage.Entrants getWho() {
    return who;
  }

  public void setWho(Stage.Entrants who) {
    this.who = who;
  }

  public Long getExamId() {
    return examId;
  }

  public void setExamId(Long examId) {
    this.examId = examId;
  }

  public BigDecimal getMaxMark() {
    return maxMark;
  }

  public void setMaxMark(BigDecimal maxMark) {
    this.maxMark = maxMark;
  }

  public Integer getWeight() {
    return weight;
  }

  public void setWeight(Integer weight) {
    this.weight = weight;
  }

  public boolean isDropExtremes() {
    return dropExtremes;
  }

  public void setDropExtremes(boolean dropExtremes) {
    this.dropExtremes = dropExtremes;
  }

  public boolean isTwoEntries() {
    return twoEntries;
  }

  public void setTwoEntries(boolean twoEntries) {
    this.twoEntries = twoEntries;
  }

  public Integer getTop() {
    return top;
  }

  public void setTop(Integer top) {
    this.top = top;
  }

  public Integer getUnitMost() {
    return unitMost;
  }

  public void setUnitMost(Integer unitMost) {
    this.unitMost = unitMost;
  }

  public Integer getWildcards() {
    return wildcards;
  }

  public void setWildcards(Integer wildcards) {
    this.wildcards = wildcards;
  }

  public Long getStageId() {
    return stageId;
  }

  public void setStageId(Long stageId) {
    this.stageId = stageId;
  }

  public String getSeed() {
    return seed;
  }

  public void setSeed(String seed) {
    this.seed = seed;
  }

  public Integer getGroups() {
    return groups;
  }

  public void setGroups(Integer groups) {
    this.groups = groups;
  }

  public RankingList.Scope getScope() {
    return scope;
  }

  public void setScope(RankingList.Scope scope) {
    this.scope = scope;
  }

  public RankingList.Board getBoard() {
    return board;
  }

  public void setBoard(RankingList.Board board) {
    this.board = board;
  }

  public Long getListStageId() {
    return listStageId;
  }

  public void setListStageId(Long listStageId) {
    this.listStageId = listStageId;
  }
}
