package cn.lianbing.exam.web;

import cn.lianbing.bank.Marked;
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

  public record ResponseView(List<String> choice, List<String> blanks, List<String> order, List<String> pairs, String text, long seq, OffsetDateTime savedAt) {}

  /** An entry of a column. @param blocks where its text has a table or a picture: what stands in it, piece by piece */
  public record EntryView(String key, String text, List<Marked.Block> blocks) {}

  /** @param caseFrom the number of the first question over the same material, which alone carries it */
  public record QuestionView(int no, Integer caseFrom, String type, String stem, List<Marked.Block> stemBlocks, String material, List<Marked.Block> materialBlocks, List<EntryView> options, List<EntryView> left, Integer blankCount, BigDecimal marks, @JsonbProperty(nillable = true) ResponseView response) {}

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
    json.append("{\"no\":").append(one.no());
    if (one.caseFrom() != null) json.append(",\"caseFrom\":").append(one.caseFrom());
    json.append(",\"type\":\"").append(one.type()).append("\",\"stem\":");
    Json.quote(json, one.stem());
    blocks(json, "stemBlocks", one.stem());
    if (one.material() != null) Json.quote(json.append(",\"material\":"), one.material());
    blocks(json, "materialBlocks", one.material());
    write(json.append(",\"options\":"), one.options());
    if (!one.left().isEmpty()) write(json.append(",\"left\":"), one.left());
    if (one.blankCount() != 0) json.append(",\"blankCount\":").append(one.blankCount());
    json.append(",\"marks\":").append(Marks.decimal(one.marks()).toPlainString()).append(",\"response\":");
    ExamPaper.Stored stored = one.stored();
    if (stored == null) json.append("null}");
    else json.append(Json.write(new ResponseView(stored.answer().choice(), stored.answer().blanks(), stored.answer().order(), stored.answer().pairs(), stored.answer().text(), stored.seq(), Times.offset(stored.savedAt())))).append('}');
  }

  private static void write(StringBuilder json, List<Option> options) {
    json.append('[');
    for (int i = 0; i < options.size(); i++) {
      Json.quote(json.append(i == 0 ? "{\"key\":" : ",{\"key\":"), options.get(i).key());
      Json.quote(json.append(",\"text\":"), options.get(i).text());
      blocks(json, "blocks", options.get(i).text());
      json.append('}');
    }
    json.append(']');
  }

  /** Tables and pictures told from the words around them, for who shows them; where there are none, nothing. */
  private static void blocks(StringBuilder json, String name, String text) {
    if (Marked.rich(text)) json.append(",\"").append(name).append("\":").append(Json.write(Marked.blocks(text)));
  }
}
