package cn.lianbing.exam.web;

import cn.lianbing.bank.Marked;
import cn.lianbing.exam.ExamPaper;
import cn.lianbing.exam.MarkingRules;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Json;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An attempt as its owner is sent it: when it starts and whenever it is read. No field tells a key. The questions are put
 * together from pieces ({@link QuestionJson}): through the JSON binding they cost more than everything else that a start does.
 */
@ApplicationScoped
public class AttemptViews {
  private static final byte[] QUESTIONS = ",\"questions\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);
  private static final int REMEMBERED_RULES = 500;
  @Inject ExamPaper paper;
  private final QuestionJson questions = new QuestionJson();
  private final Map<Rules, List<String>> rules = new ConcurrentHashMap<>();

  private record Rules(MultipleRule multiple, int maxMark, int passMark, List<MarkingRules.Section> sections, String language) {}

  public record ResponseView(List<String> choice, List<String> blanks, List<String> order, List<String> pairs, String text, long seq, OffsetDateTime savedAt) {}

  /** An entry of a column. @param blocks where its text has a table or a picture: what stands in it, piece by piece */
  public record EntryView(String key, String text, List<Marked.Block> blocks) {}

  /** @param caseFrom the number of the first question over the same material, which alone carries it */
  public record QuestionView(int no, Integer caseFrom, String type, String stem, List<Marked.Block> stemBlocks, String material, List<Marked.Block> materialBlocks, List<EntryView> options, List<EntryView> left, Integer blankCount, BigDecimal marks, @JsonbProperty(nillable = true) ResponseView response) {}

  /** The contract's shape of what {@link #of} writes. */
  public record AttemptView(long id, long examId, String examTitle, String officerName, String unitName, String state, OffsetDateTime startedAt, OffsetDateTime deadline, OffsetDateTime serverTime, long remainingMillis, OffsetDateTime submittedAt, String receipt, String receiptCode, String voidReason,
      BigDecimal score, Boolean passed, int leavesUsed, Integer leavesAllowed, BigDecimal maxMark, BigDecimal passMark, List<String> markingRules, List<QuestionView> questions) {}

  /** As a start answers it, or a resumption. @param fresh it has just begun, so no answer is stored */
  byte[] of(Caller caller, long attemptId, boolean fresh, Texts texts) {
    ExamPaper.View view = paper.of(caller, attemptId);
    List<ExamPaper.Place> places = paper.places(view, fresh);
    AttemptView head = new AttemptView(view.id(), view.examId(), view.examTitle(), view.officerName(), view.unitName(), view.state().name(), Times.offset(view.startedAt()), Times.offset(view.deadline()), Times.offset(view.serverTime()), view.remainingMillis(), Times.offset(view.submittedAt()), view.receipt(), view.receiptCode(), view.voidReason(),
        view.score() == null ? null : Marks.decimal(view.score()), view.score() == null ? null : view.score() >= view.passMark(), view.leavesUsed(), view.leavesAllowed(), Marks.decimal(view.maxMark()), Marks.decimal(view.passMark()), rules(view, places, texts), null);
    byte[] json = Json.write(head).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream(json.length + 700 * places.size());
    all.write(json, 0, json.length - 1);
    all.writeBytes(QUESTIONS);
    for (int i = 0; i < places.size(); i++) {
      if (i > 0) all.write(',');
      questions.write(all, places.get(i), texts);
    }
    all.writeBytes(END);
    return all.toByteArray();
  }

  /** JSON in UTF-8. @param texts the language of the marking rules and of 正确/错误 */
  byte[] of(Caller caller, long attemptId, Texts texts) {
    return of(caller, attemptId, false, texts);
  }

  /** The papers of an exam have one and the same. */
  private List<String> rules(ExamPaper.View view, List<ExamPaper.Place> places, Texts texts) {
    if (rules.size() > REMEMBERED_RULES) rules.clear();
    return rules.computeIfAbsent(new Rules(view.multipleRule(), view.maxMark(), view.passMark(), ExamPaper.sections(places), texts.get("exam.true")), any -> MarkingRules.of(any.multiple(), any.maxMark(), any.passMark(), any.sections(), texts));
  }
}
