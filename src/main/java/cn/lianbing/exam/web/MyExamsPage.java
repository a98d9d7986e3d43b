package cn.lianbing.exam.web;

import cn.lianbing.exam.Exam;
import cn.lianbing.exam.Exams;
import cn.lianbing.exam.Results;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** An officer's exams: officer/exam/exams.xhtml. */
@Named
@RequestScoped
public class MyExamsPage {
  @Inject Exams exams;
  @Inject Results results;
  @Inject CurrentUser user;
  private List<Row> rows;

  /** An exam with the officer's attempts at it. */
  public record Row(Exams.Mine exam, List<Results.Past> attempts) {
    /** What can be done now, or why nothing can: key of the words. */
    public String standing() {
      if (exam.openAttemptId() != null) return "RESUME";
      if (exam.excused()) return "EXCUSED";
      if (exam.startable()) return "START";
      return switch (exam.phase()) {
        case UPCOMING -> "UPCOMING";
        case OPEN -> "USED";
        case CLOSED -> exam.attemptsUsed() == 0 ? "ABSENT" : "OVER";
      };
    }
  }

  @PostConstruct
  void load() {
    rows = exams.mine(user.caller()).stream().map(exam -> new Row(exam, results.past(user.caller(), exam.id()))).toList();
  }

  public boolean isNone() {
    return rows.isEmpty();
  }

  public List<Row> getOpen() {
    return of(Exam.Phase.OPEN);
  }

  public List<Row> getUpcoming() {
    return of(Exam.Phase.UPCOMING);
  }

  public List<Row> getClosed() {
    return of(Exam.Phase.CLOSED);
  }

  /** An attempt whose time was lengthened past the exam's closing is still among the open ones. */
  private List<Row> of(Exam.Phase phase) {
    return rows.stream().filter(row -> (row.exam().openAttemptId() != null ? Exam.Phase.OPEN : row.exam().phase()) == phase).toList();
  }
}
