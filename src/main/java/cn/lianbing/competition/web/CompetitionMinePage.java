package cn.lianbing.competition.web;

import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.Consents;
import cn.lianbing.competition.LiveBoard;
import cn.lianbing.competition.Registering;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** An officer's own: the team they are in, lists that stand, whether public lists show their name, and awards; and in public the lists alone. */
@Named
@ViewScoped
public class CompetitionMinePage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Competitions competitions;
  @Inject Registering registering;
  @Inject Consents consents;
  @Inject ListReading reading;
  @Inject Awarding awarding;
  @Inject LiveBoard liveBoard;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  private String serial;
  private String token;
  private Awarding.AwardAnswer answer;
  private String stage;
  private LiveBoard.LiveView live;

  public List<Competitions.CompetitionRow> getCompetitions() {
    return competitions.page(caller(), new Page.Request(1, 20)).items();
  }

  private Caller caller() {
    return user.caller().only("OFFICER");
  }

  public List<Registering.RegistrationView> getTeams() {
    return registering.mine(caller());
  }

  public String competition(long id) {
    return competitions.get(id).title();
  }

  public List<ListReading.ListRow> lists(long competitionId) {
    return reading.all(caller(), competitionId);
  }

  /** What anybody may read. */
  public List<ListReading.ListRow> publicLists(long competitionId) {
    return reading.all(Caller.anonymous(user.caller().address()), competitionId);
  }

  public List<Competitions.CompetitionRow> getPublished() {
    return competitions.page(Caller.anonymous(user.caller().address()), new Page.Request(1, 50)).items();
  }

  public List<Competitions.StageRow> live(long competitionId) {
    return competitions.stages(competitionId).stream().filter(Competitions.StageRow::liveBoard).toList();
  }

  public String listTitle(ListReading.ListRow row) {
    return ListSheet.title(row, texts.texts());
  }

  public String listState(ListReading.ListRow row) {
    return ListSheet.state(row, texts.texts());
  }

  public boolean agreed(long competitionId) {
    return consents.given(caller(), competitionId);
  }

  public void agree(long competitionId) {
    if (messages.tried(() -> consents.give(caller(), competitionId))) messages.done("competition.consent.given");
  }

  public void disagree(long competitionId) {
    if (messages.tried(() -> consents.withdraw(caller(), competitionId))) messages.done("competition.consent.withdrawn");
  }

  public List<Awarding.AwardRow> getAwards() {
    return awarding.mine(caller());
  }

  /** From the code on a certificate. */
  public void verify() {
    if (serial != null && !serial.isBlank()) answer = awarding.verify(serial, token);
  }

  public Awarding.AwardAnswer getAnswer() {
    return answer;
  }

  public void watch() {
    messages.found(() -> live = liveBoard.of(user.caller(), NotFound.id("stage", stage)));
  }

  public LiveBoard.LiveView getLive() {
    return live;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getStage() {
    return stage;
  }

  public void setStage(String stage) {
    this.stage = stage;
  }
}
