package cn.lianbing.exam.web;

import cn.lianbing.bank.Option;
import cn.lianbing.exam.ExamPaper;
import cn.lianbing.exam.Results;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/** An attempt as its owner is sent it: when it starts and whenever it is read. No field tells a key. */
@ApplicationScoped
public class AttemptViews {
  @Inject ExamPaper paper;
  @Inject Results results;

  public record ResponseView(List<String> choice, List<String> blanks, long seq, OffsetDateTime savedAt) {}

  public record QuestionView(int no, String type, String stem, String material, List<Option> options, Integer blankCount, BigDecimal marks, @JsonbProperty(nillable = true) ResponseView response) {}

  public record AttemptView(long id, long examId, String examTitle, String officerName, String unitName, String state, OffsetDateTime startedAt, OffsetDateTime deadline, OffsetDateTime serverTime, long remainingMillis, OffsetDateTime submittedAt, String receipt, String voidReason,
      BigDecimal score, Boolean passed, int leavesUsed, Integer leavesAllowed, BigDecimal maxMark, BigDecimal passMark, List<String> markingRules, List<QuestionView> questions) {}

  /** @param texts the language of the marking rules and of 正确/错误 */
  AttemptView of(Caller caller, long attemptId, Texts texts) {
    ExamPaper.View view = paper.of(caller, attemptId, texts);
    Results.Score score = results.score(caller, attemptId);
    return new AttemptView(view.id(), view.examId(), view.examTitle(), view.officerName(), view.unitName(), view.state().name(), Times.offset(view.startedAt()), Times.offset(view.deadline()), Times.offset(view.serverTime()), view.remainingMillis(), Times.offset(view.submittedAt()), view.receipt(), view.voidReason(),
        score == null ? null : Marks.decimal(score.score()), score == null ? null : score.passed(), view.leavesUsed(), view.leavesAllowed(), Marks.decimal(view.maxMark()), Marks.decimal(view.passMark()), view.markingRules(), view.questions().stream().map(AttemptViews::question).toList());
  }

  private static QuestionView question(ExamPaper.Shown one) {
    ExamPaper.Stored stored = one.stored();
    ResponseView response = stored == null ? null : new ResponseView(stored.answer().choice(), stored.answer().blanks(), stored.seq(), Times.offset(stored.savedAt()));
    return new QuestionView(one.no(), one.type().name(), one.stem(), one.material(), one.options(), one.blankCount() == 0 ? null : one.blankCount(), Marks.decimal(one.marks()), response);
  }
}
