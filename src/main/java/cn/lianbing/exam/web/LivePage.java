package cn.lianbing.exam.web;

import cn.lianbing.exam.Attempt;
import cn.lianbing.exam.Invigilation;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTimes;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Watching an exam while it runs. */
@Named
@ViewScoped
public class LivePage implements Serializable {
  private static final long serialVersionUID = 1L;
  /** The exam page is heard from every twenty seconds; several times that is no accident. */
  private static final Duration SILENT = Duration.ofMinutes(2);
  private static final int MINUTES = 10;
  @Inject Invigilation invigilation;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTimes times;
  private String asked;
  private long examId;
  private String standing;
  private String unit;
  private String text;
  private boolean annulling;
  private boolean usesUp;
  private Long attemptId;
  private String name;
  private Instant deadline;
  private Integer minutes;
  private String reason;
  private transient Invigilation.Board board;

  public void enter() {
    messages.found(() -> {
      examId = NotFound.id("exam", asked);
      getBoard();
    });
  }

  /** Read once a request: every request of this page begins with one of its actions. */
  public Invigilation.Board getBoard() {
    if (board == null) board = invigilation.board(user.caller(), examId);
    return board;
  }

  public void refresh() {
    board = null;
  }

  public List<Invigilation.Seat> getSeats() {
    return getBoard().seats().stream().filter(seat -> (standing == null || seat.standing().equals(standing)) && (unit == null || seat.unit().equals(unit)) && (text == null || seat.name().contains(text.strip()))).toList();
  }

  public List<String> getUnits() {
    return getBoard().seats().stream().map(Invigilation.Seat::unit).distinct().toList();
  }

  public List<String> getStandings() {
    return List.of("NOT_STARTED", "SITTING", "HANDED_IN", "EXCUSED", "VOIDED");
  }

  public boolean isManager() {
    return user.caller().hasAny("EXAM_ADMIN", "UNIT_ADMIN");
  }

  public boolean over(Invigilation.Seat seat) {
    return getBoard().leavesAllowed() != null && seat.leaves() > getBoard().leavesAllowed();
  }

  public boolean silent(Invigilation.Seat seat) {
    return seat.state() == Attempt.State.OPEN && seat.lastSeen().plus(SILENT).isBefore(getBoard().serverTime());
  }

  public int percent(Invigilation.Seat seat) {
    return getBoard().questions() == 0 ? 0 : Math.min(100, seat.answered() * 100 / getBoard().questions());
  }

  public void askToExtend(Invigilation.Seat seat) {
    ask(seat, false);
  }

  public void askToAnnul(Invigilation.Seat seat) {
    ask(seat, true);
  }

  private void ask(Invigilation.Seat seat, boolean toAnnul) {
    refresh();
    annulling = toAnnul;
    attemptId = seat.attemptId();
    name = seat.name();
    deadline = seat.deadline();
    minutes = MINUTES;
    reason = null;
    usesUp = false;
  }

  /** What the dialog asks for: more time, or voiding. */
  public void confirm() {
    refresh();
    if (annulling) {
      if (messages.tried(() -> invigilation.annul(user.caller(), attemptId, reason, usesUp))) messages.done("exam.page.live.annulled", name);
    } else {
      Instant[] until = new Instant[1];
      if (messages.tried(() -> until[0] = invigilation.extend(user.caller(), attemptId, minutes == null ? 0 : minutes, reason))) messages.done("exam.page.live.extended", name, times.text(until[0]));
    }
  }

  public boolean isUsesUp() {
    return usesUp;
  }

  public void setUsesUp(boolean usesUp) {
    this.usesUp = usesUp;
  }

  public boolean isAnnulling() {
    return annulling;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getStanding() {
    return standing;
  }

  public void setStanding(String standing) {
    this.standing = standing;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getName() {
    return name;
  }

  public Instant getDeadline() {
    return deadline;
  }

  public Integer getMinutes() {
    return minutes;
  }

  public void setMinutes(Integer minutes) {
    this.minutes = minutes;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
