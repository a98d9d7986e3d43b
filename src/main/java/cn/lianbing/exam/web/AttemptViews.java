package cn.lianbing.exam.web;

import cn.lianbing.bank.Option;
import cn.lianbing.exam.ExamPaper;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An attempt as its owner is sent it: when it starts and whenever it is read. No field tells a key. The questions are written by
 * hand: through the JSON binding they cost more than everything else that a start does.
 */
@ApplicationScoped
public class AttemptViews {
  @Inject ExamPaper paper;

  public record ResponseView(List<String> choice, List<String> blanks, long seq, OffsetDateTime savedAt) {}

  public record QuestionView(int no, String type, String stem, String material, List<Option> options, Integer blankCount, BigDecimal marks, @JsonbProperty(nillable = true) ResponseView response) {}

  /** The contract's shape of what {@link #of} writes. */
  public record AttemptView(long id, long examId, String examTitle, String officerName, String unitName, String state, OffsetDateTime startedAt, OffsetDateTime deadline, OffsetDateTime serverTime, long remainingMillis, OffsetDateTime submittedAt, String receipt, String receiptCode, String voidReason,
      BigDecimal score, Boolean passed, int leavesUsed, Integer leavesAllowed, BigDecimal maxMark, BigDecimal passMark, List<String> markingRules, List<QuestionView> questions) {}

  /** JSON in UTF-8. @param texts the language of the marking rules and of 正确/错误 */
  byte[] of(Caller caller, long attemptId, Texts texts) {
    ExamPaper.View view = paper.of(caller, attemptId);
    List<ExamPaper.Shown> questions = paper.questions(view, texts);
    AttemptView head = new AttemptView(view.id(), view.examId(), view.examTitle(), view.officerName(), view.unitName(), view.state().name(), Times.offset(view.startedAt()), Times.offset(view.deadline()), Times.offset(view.serverTime()), view.remainingMillis(), Times.offset(view.submittedAt()), view.receipt(), view.receiptCode(), view.voidReason(),
        view.score() == null ? null : Marks.decimal(view.score()), view.score() == null ? null : view.score() >= view.passMark(), view.leavesUsed(), view.leavesAllowed(), Marks.decimal(view.maxMark()), Marks.decimal(view.passMark()), ExamPaper.rules(view, questions, texts), null);
    String json = Json.write(head);
    StringBuilder all = new StringBuilder(json.length() + 512 * questions.size()).append(json, 0, json.length() - 1).append(",\"questions\":[");
    for (int i = 0; i < questions.size(); i++) write(all.append(i == 0 ? "" : ","), questions.get(i));
    return all.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder json, ExamPaper.Shown one) {
    json.append("{\"no\":").append(one.no()).append(",\"type\":\"").append(one.type()).append("\",\"stem\":");
    Json.quote(json, one.stem());
    if (one.material() != null) Json.quote(json.append(",\"material\":"), one.material());
    json.append(",\"options\":[");
    for (int i = 0; i < one.options().size(); i++) {
      Json.quote(json.append(i == 0 ? "{\"key\":" : ",{\"key\":"), one.options().get(i).key());
      Json.quote(json.append(",\"text\":"), one.options().get(i).text());
      json.append('}');
    }
    json.append(']');
    if (one.blankCount() != 0) json.append(",\"blankCount\":").append(one.blankCount());
    json.append(",\"marks\":").append(Marks.decimal(one.marks()).toPlainString()).append(",\"response\":");
    ExamPaper.Stored stored = one.stored();
    if (stored == null) json.append("null}");
    else json.append(Json.write(new ResponseView(stored.answer().choice(), stored.answer().blanks(), stored.seq(), Times.offset(stored.savedAt())))).append('}');
  }
}
