package cn.lianbing.competition.web;

import cn.lianbing.competition.Competitions;
import cn.lianbing.competition.StageScores;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** Judges' scores of a stage: entering them, and reading them again as a second person. */
@Named
@ViewScoped
public class CompetitionScoresPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Competitions competitions;
  @Inject StageScores scores;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private Competitions.CompetitionView view;
  private Competitions.StageRow stage;
  private List<StageScores.ScoreSheet> sheets;
  private Long entrantId;
  private String judge;
  private BigDecimal score;
  private String reason;
  private Long secondId;
  private BigDecimal secondScore;

  public void enter() {
    messages.found(() -> {
      long id = NotFound.id("stage", asked);
      view = competitions.view(user.caller(), competitions.stage(user.caller(), id).competitionId());
      stage = view.stages().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
      load();
    });
  }

  private void load() {
    sheets = scores.sheets(user.caller(), stage.id());
  }

  public void save() {
    if (!messages.tried(() -> {
      if (entrantId == null) throw cn.lianbing.platform.Invalid.field("entrant", "required");
      scores.enter(user.caller(), entrantId, judge, tenths(score, "score"), reason);
    })) return;
    messages.done("competition.score.saved");
    score = null;
    reason = null;
    load();
  }

  public void second() {
    boolean[] same = new boolean[1];
    if (!messages.tried(() -> {
      if (secondId == null) throw cn.lianbing.platform.Invalid.field("waiting", "required");
      same[0] = scores.again(user.caller(), secondId, tenths(secondScore, "secondScore")) == cn.lianbing.competition.Score.State.CONFIRMED;
    })) return;
    messages.done(same[0] ? "competition.score.agrees" : "competition.score.differs");
    secondScore = null;
    load();
  }

  private static int tenths(BigDecimal marks, String field) {
    return marks != null && marks.signum() < 0 ? -Marks.tenths(marks.negate(), field) : Marks.tenths(marks, field);
  }

  /** What somebody else entered and nobody has read again, and what differs. */
  public List<Waiting> getWaiting() {
    return sheets.stream().flatMap(sheet -> sheet.scores().stream().filter(one -> !one.own() && one.state() != cn.lianbing.competition.Score.State.CONFIRMED).map(one -> new Waiting(one.id(), sheet.entrant().label() + "　" + one.judge()))).toList();
  }

  public record Waiting(long id, String label) implements Serializable {}

  public String mean(Integer hundredths) {
    return hundredths == null ? "—" : Hundredths.text(hundredths);
  }

  public Competitions.CompetitionView getView() {
    return view;
  }

  public Competitions.StageRow getStage() {
    return stage;
  }

  public List<StageScores.ScoreSheet> getSheets() {
    return sheets;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public Long getEntrantId() {
    return entrantId;
  }

  public void setEntrantId(Long entrantId) {
    this.entrantId = entrantId;
  }

  public String getJudge() {
    return judge;
  }

  public void setJudge(String judge) {
    this.judge = judge;
  }

  public BigDecimal getScore() {
    return score;
  }

  public void setScore(BigDecimal score) {
    this.score = score;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Long getSecondId() {
    return secondId;
  }

  public void setSecondId(Long secondId) {
    this.secondId = secondId;
  }

  public BigDecimal getSecondScore() {
    return secondScore;
  }

  public void setSecondScore(BigDecimal secondScore) {
    this.secondScore = secondScore;
  }
}
