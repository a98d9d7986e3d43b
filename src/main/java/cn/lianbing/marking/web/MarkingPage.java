package cn.lianbing.marking.web;

import cn.lianbing.bank.AnswerKey;
import cn.lianbing.bank.Marked;
import cn.lianbing.marking.HandMarking;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The desk of an exam's short answers: the questions, one answer after the other, and what is marked already. */
@Named
@ViewScoped
public class MarkingPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LOOKED_OVER = 50;
  @Inject HandMarking marking;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private String asked;
  private long examId;
  private Long versionId;
  private int part;
  private HandMarking.Desk desk;
  private HandMarking.Task task;
  private HandMarking.Marked anew;
  private List<Given> given = new ArrayList<>();
  private String reason;
  private int markers;
  private BigDecimal tolerance;
  private boolean lookingOver;

  /** A point of the scheme with what the marker gives for it. */
  public static class Given implements Serializable {
    private static final long serialVersionUID = 1L;
    private final AnswerKey.Point point;
    private BigDecimal marks;

    Given(AnswerKey.Point point, Integer marks) {
      this.point = point;
      this.marks = marks == null ? null : Marks.decimal(marks);
    }

    public String getText() {
      return point.text();
    }

    public String getMost() {
      return Marks.text(point.marks());
    }

    public BigDecimal getMarks() {
      return marks;
    }

    public void setMarks(BigDecimal marks) {
      this.marks = marks;
    }
  }

  public void enter() {
    messages.found(() -> {
      examId = NotFound.id("exam", asked);
      refresh();
    });
  }

  private void refresh() {
    desk = marking.desk(user.caller(), examId);
    markers = desk.markers();
    tolerance = Marks.decimal(desk.tolerance());
  }

  /** Begins with a question, or goes on with it. */
  public void take(long version, int ofCase) {
    versionId = version;
    part = ofCase;
    lookingOver = false;
    anew = null;
    messages.tried(this::next);
  }

  private void next() {
    task = marking.next(user.caller(), examId, versionId, part).orElse(null);
    given = task == null ? new ArrayList<>() : fresh(task.points(), null);
    reason = null;
    refresh();
  }

  private static List<Given> fresh(List<AnswerKey.Point> points, List<Integer> marks) {
    List<Given> fresh = new ArrayList<>();
    for (AnswerKey.Point point : points) fresh.add(new Given(point, marks == null ? null : marks.get(fresh.size())));
    return fresh;
  }

  public void mark() {
    messages.tried(() -> {
      marking.mark(user.caller(), task.id(), points(), reason);
      next();
    });
  }

  public void putBack() {
    messages.tried(() -> {
      marking.putBack(user.caller(), task.id());
      task = null;
      refresh();
    });
  }

  /** What is marked of a question. */
  public void lookOver(long version, int ofCase) {
    versionId = version;
    part = ofCase;
    task = null;
    anew = null;
    lookingOver = true;
  }

  public void choose(HandMarking.Marked one) {
    anew = one;
    given = fresh(one.points(), one.given().isEmpty() ? null : one.given().get(one.given().size() - 1).points());
    reason = null;
  }

  public void markAnew() {
    if (!messages.tried(() -> marking.markAnew(user.caller(), anew.id(), points(), reason))) return;
    anew = null;
    messages.done("marking.anew.done");
    refresh();
  }

  public void decideRule() {
    if (!messages.tried(() -> marking.decideRule(user.caller(), examId, markers, Marks.tenths(tolerance, "tolerance")))) return;
    messages.done("marking.rule.done");
    refresh();
  }

  private List<Integer> points() {
    List<Integer> points = new ArrayList<>();
    for (Given one : given) {
      if (one.getMarks() == null) throw Invalid.field("points", "marking.each");
      points.add(Marks.tenths(one.getMarks(), "points"));
    }
    return points;
  }

  public List<HandMarking.Marked> getMarked() {
    return lookingOver ? marking.marked(user.caller(), examId, versionId, part, LOOKED_OVER) : List.of();
  }

  public boolean isManager() {
    return user.caller().hasAny("EXAM_ADMIN", "UNIT_ADMIN");
  }

  /** How many characters there are, without spaces. */
  public long length(String answer) {
    return answer.chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  public List<Marked.Block> blocks(String text) {
    return Marked.blocks(text);
  }

  public HandMarking.Desk getDesk() {
    return desk;
  }

  public HandMarking.Task getTask() {
    return task;
  }

  public HandMarking.Marked getAnew() {
    return anew;
  }

  public List<Given> getGiven() {
    return given;
  }

  public boolean isChosen() {
    return versionId != null;
  }

  public boolean isLookingOver() {
    return lookingOver;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public int getMarkers() {
    return markers;
  }

  public void setMarkers(int markers) {
    this.markers = markers;
  }

  public BigDecimal getTolerance() {
    return tolerance;
  }

  public void setTolerance(BigDecimal tolerance) {
    this.tolerance = tolerance;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
