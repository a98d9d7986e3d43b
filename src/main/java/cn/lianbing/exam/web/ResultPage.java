package cn.lianbing.exam.web;

import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Marked;
import cn.lianbing.exam.Answer;
import cn.lianbing.exam.Attempt;
import cn.lianbing.exam.Attempts;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.RankingSheet;
import cn.lianbing.exam.Release;
import cn.lianbing.exam.Results;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One attempt, question by question, once its results are out. */
@Named
@RequestScoped
public class ResultPage {
  @Inject Results results;
  @Inject Attempts attempts;
  @Inject Exams exams;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private String asked;
  private long attemptId;
  private String wrong;
  private Results.Result result;
  private Pending pending;

  /** An attempt without a result: still open, void, not released, or just being marked. */
  public record Pending(String examTitle, Attempt.State state, Instant submittedAt, String receipt, String voidReason, Release release, Instant closesAt, boolean byHand) {}

  public void enter() {
    messages.found(() -> {
      attemptId = NotFound.id("attempt", asked);
      var attempt = attempts.own(user.caller(), attemptId);
      try {
        result = results.of(user.caller(), attemptId, texts.texts());
      } catch (Refused notReleased) {
        var exam = exams.get(attempt.examId());
        pending = new Pending(exam.title(), attempt.state(), attempt.submittedAt(), attempt.receipt(), attempt.voidReason(), exam.releaseRule(), exam.closesAt(), attempt.waitsForMarkers());
      }
    });
  }

  /** The title of either, for the heading. */
  public String getExamTitle() {
    return result != null ? result.examTitle() : pending != null ? pending.examTitle() : "";
  }

  public List<Results.Line> getLines() {
    return result.lines().stream().filter(line -> !isWrongOnly() || !line.right()).toList();
  }

  public long getWrong() {
    return result.lines().stream().filter(line -> !line.right()).count();
  }

  /** RIGHT, PARTLY, WRONG or NONE: key of the word. */
  public String standing(Results.Line line) {
    if (line.right()) return "RIGHT";
    if (!line.answered()) return "NONE";
    return line.marks() > 0 ? "PARTLY" : "WRONG";
  }

  /** What the officer wrote, arranged or paired, as one text. */
  public String ownWords(Results.Line line) {
    Answer own = line.own();
    return switch (line.type()) {
      case FILL -> String.join("；", line.ownBlanks());
      case ORDER -> String.join(" → ", own.order());
      case MATCH -> paired(own.pairs());
      case SHORT_TEXT -> own.text();
      default -> "";
    };
  }

  /** The key in the same manner; of what is marked by hand, the scheme stands apart. */
  public String words(Results.Line line) {
    return switch (line.type()) {
      case FILL -> String.join("；", line.key().blanks().stream().map(variants -> String.join(" / ", variants)).toList());
      case ORDER -> String.join(" → ", line.key().choice());
      case MATCH -> paired(line.key().choice());
      default -> "";
    };
  }

  /** 1–B　2–A */
  private static String paired(List<String> letters) {
    return IntStream.range(0, letters.size()).mapToObj(i -> (i + 1) + "–" + (letters.get(i).isEmpty() ? "?" : letters.get(i))).collect(Collectors.joining("　"));
  }

  /** Not answered by choosing among options. */
  public boolean written(Results.Line line) {
    return !line.type().choice();
  }

  public List<Marked.Block> blocks(String text) {
    return Marked.blocks(text);
  }

  public boolean scheme(Results.Line line) {
    return line.type() == ItemType.SHORT_TEXT;
  }

  /** A point of the scheme with what it got; null where only the sum is known. */
  public record Point(String text, Integer marks, int maxMarks) {}

  public List<Point> points(Results.Line line) {
    var scheme = line.key().points();
    return IntStream.range(0, scheme.size()).mapToObj(i -> new Point(scheme.get(i).text(), i < line.points().size() ? line.points().get(i) : null, scheme.get(i).marks())).toList();
  }

  public String getTimeUsed() {
    return RankingSheet.used(result.timeUsed().toMillis());
  }

  public Instant getNow() {
    return clock.instant();
  }

  public Results.Result getResult() {
    return result;
  }

  public Pending getPending() {
    return pending;
  }

  public long getAttemptId() {
    return attemptId;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public boolean isWrongOnly() {
    return "true".equals(wrong);
  }

  public String getFilter() {
    return wrong;
  }

  public void setFilter(String filter) {
    this.wrong = filter;
  }
}
