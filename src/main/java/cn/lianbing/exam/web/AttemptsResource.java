package cn.lianbing.exam.web;

import cn.lianbing.bank.Option;
import cn.lianbing.exam.Answer;
import cn.lianbing.exam.Answering;
import cn.lianbing.exam.AttemptTokens;
import cn.lianbing.exam.ExamTaking;
import cn.lianbing.exam.PromptMarking;
import cn.lianbing.exam.Results;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sitting an exam. A session's token or the exam page's own opens it; the attempt must be the caller's, for others it does not exist. */
@Path("/attempts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "attempts")
public class AttemptsResource {
  @Inject ExamTaking taking;
  @Inject AttemptViews views;
  @Inject Answering answering;
  @Inject PromptMarking marking;
  @Inject AttemptTokens tokens;
  @Inject Results results;
  @Inject CurrentUser user;
  @Context HttpHeaders headers;
  @PathParam("id") long id;

  /** An answer as it is sent; which part is filled depends on the question's type. What else a client sends counts for nothing. */
  public record AnswerBody(Integer no, List<String> choice, List<String> blanks, List<String> order, List<String> pairs, String text, Long seq) {
    @JsonbCreator
    public AnswerBody {}

    ExamTaking.Sent sent(int number) {
      if (seq == null) throw Invalid.field("seq", "required");
      if (choice == null && blanks == null && order == null && pairs == null && text == null) throw Invalid.field("choice", "required");
      return new ExamTaking.Sent(number, new Answer(choice, blanks, order, pairs, text), seq);
    }
  }

  public record SubmissionBody(List<AnswerBody> responses) {
    @JsonbCreator
    public SubmissionBody {}
  }

  public record EventBody(String kind, OffsetDateTime at, Long millis) {
    @JsonbCreator
    public EventBody {}
  }

  public record SavedView(int no, long seq, OffsetDateTime savedAt, long remainingMillis, Boolean stale) {}

  public record SubmissionView(String state, OffsetDateTime submittedAt, String receipt, String receiptCode, BigDecimal score, BigDecimal maxMark, Boolean passed) {}

  public record TokenView(String token) {}

  public record LeavesView(int leavesUsed, Integer leavesAllowed) {}

  public record PulseView(String state, OffsetDateTime serverTime, long remainingMillis, int leavesUsed, Integer leavesAllowed, long lastSeq) {}

  public record BasisView(String law, String version, int article, String quote) {}

  /** @param key letters: the right ones, for ORDER in their right order, for MATCH of each entry of the left column */
  public record LineView(int no, Integer caseFrom, String type, String stem, String material, List<Option> options, List<Option> left, List<String> choice, List<String> blanks, List<String> order, List<String> pairs, String text, List<String> key, List<List<String>> keyBlanks, List<PointView> points, BigDecimal marks, BigDecimal maxMarks, String explanation, List<BasisView> basis) {}

  /** A point of a mark scheme. @param marks what the answer got for it; null where only the sum is known */
  public record PointView(String text, BigDecimal marks, BigDecimal maxMarks) {}

  public record ResultView(long attemptId, long examId, String examTitle, OffsetDateTime submittedAt, long millisUsed, String receipt, BigDecimal score, BigDecimal maxMark, boolean passed, String band, List<LineView> questions) {}

  @GET
  @Operation(summary = "The attempt with its paper and the stored answers", description = "No field tells a key; option letters are those of this paper.")
  @APIResponse(responseCode = "200", description = "The attempt; also when it is closed")
  @Answers(AttemptViews.AttemptView.class)
  public byte[] attempt() {
    return views.of(user.caller(), id, texts());
  }

  @POST
  @Path("/token")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A token for this attempt alone", description = "What the exam page carries: it opens this attempt and nothing else, is judged without a look into the database, and dies with the sign-out.")
  @APIResponse(responseCode = "201", description = "The token")
  @Answers(TokenView.class)
  public Response token() {
    return Response.status(201).entity(new TokenView(tokens.issue(user.caller(), id))).build();
  }

  @PUT
  @Path("/responses/{no}")
  @Operation(summary = "Save one answer", description = "200 only once it is durable. A seq not above the stored one changes nothing; the reply has the stored seq, and stale: true when that is another answer with the same seq.")
  @APIResponse(responseCode = "200", description = "Stored")
  @APIResponse(responseCode = "409", description = "attempt-closed")
  @APIResponse(responseCode = "422", description = "unknown-option, invalid")
  @APIResponse(responseCode = "503", description = "busy: not stored, or not known to be; send it again after Retry-After")
  @Answers(SavedView.class)
  public CompletionStage<SavedView> save(@PathParam("no") int no, AnswerBody body) {
    if (body == null) throw Invalid.field("choice", "required");
    return answering.save(user.caller(), id, body.sent(no)).thenApply(saved -> new SavedView(saved.no(), saved.seq(), Times.offset(saved.savedAt()), saved.remainingMillis(), saved.stale() ? true : null));
  }

  @POST
  @Path("/submission")
  @Operation(summary = "Hand in", description = "With answers that are still on their way, if any. Calling again answers the same.")
  @APIResponse(responseCode = "200", description = "Handed in; score, maxMark and passed once results are released")
  @APIResponse(responseCode = "409", description = "attempt-closed: it was voided")
  @APIResponse(responseCode = "503", description = "busy: send it again after Retry-After")
  @Answers(SubmissionView.class)
  public CompletionStage<SubmissionView> submit(SubmissionBody body) {
    List<AnswerBody> last = body == null || body.responses() == null ? List.of() : body.responses();
    return answering.handIn(user.caller(), id, last.stream().map(one -> {
      if (one == null || one.no() == null) throw Invalid.field("no", "required");
      return one.sent(one.no());
    }).toList()).thenCompose(handedIn -> marking.score(id).thenApply(score -> submission(handedIn, score.orElse(null))));
  }

  private static SubmissionView submission(ExamTaking.HandedIn handedIn, Results.Score score) {
    return new SubmissionView(handedIn.state().name(), Times.offset(handedIn.submittedAt()), handedIn.receipt(), handedIn.code(), score == null ? null : Marks.decimal(score.score()), score == null ? null : Marks.decimal(score.maxMark()), score == null ? null : score.passed());
  }

  @POST
  @Path("/events")
  @Operation(summary = "Report that the page was left, or the network was away")
  @APIResponse(responseCode = "202", description = "Counted")
  @Answers(LeavesView.class)
  @APIResponse(responseCode = "409", description = "attempt-closed")
  public Response notice(List<EventBody> events) {
    if (events == null || events.contains(null)) throw Invalid.field("events", "required");
    ExamTaking.Leaves leaves = taking.notice(user.caller(), id, events.stream().map(event -> new ExamTaking.Noticed(event.kind(), event.at() == null ? null : event.at().toInstant(), event.millis())).toList());
    return Response.accepted(new LeavesView(leaves.used(), leaves.allowed())).build();
  }

  @POST
  @Path("/heartbeat")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "How the attempt stands", description = "Extra time, closing and voiding show here; lastSeq is the highest stored seq.")
  @APIResponse(responseCode = "200", description = "State and time")
  public PulseView heartbeat() {
    ExamTaking.Pulse pulse = taking.heartbeat(user.caller(), id);
    return new PulseView(pulse.state().name(), Times.offset(pulse.serverTime()), pulse.remainingMillis(), pulse.leavesUsed(), pulse.leavesAllowed(), pulse.lastSeq());
  }

  @GET
  @Path("/result")
  @Operation(summary = "Each question with own answer, key, marks, explanation and legal basis")
  @APIResponse(responseCode = "200", description = "The result")
  @APIResponse(responseCode = "409", description = "result-not-released")
  public ResultView result() {
    Results.Result result = results.of(user.caller(), id, texts());
    return new ResultView(result.attemptId(), result.examId(), result.examTitle(), Times.offset(result.submittedAt()), result.timeUsed().toMillis(), result.receipt(), Marks.decimal(result.score().score()), Marks.decimal(result.score().maxMark()), result.score().passed(), result.score().band(), result.lines().stream().map(AttemptsResource::line).toList());
  }

  private Texts texts() {
    return Texts.in(headers.getAcceptableLanguages().get(0));
  }

  private static LineView line(Results.Line one) {
    List<PointView> points = new ArrayList<>();
    for (int i = 0; i < one.key().points().size(); i++) points.add(new PointView(one.key().points().get(i).text(), i < one.points().size() ? Marks.decimal(one.points().get(i)) : null, Marks.decimal(one.key().points().get(i).marks())));
    Answer own = one.own();
    return new LineView(one.no(), one.caseFrom(), one.type().name(), one.stem(), one.material(), one.options(), one.left(), one.ownChoice(), one.ownBlanks(), own == null ? null : own.order(), own == null ? null : own.pairs(), own == null ? null : own.text(), one.key().choice(), one.key().blanks(), points, Marks.decimal(one.marks()), Marks.decimal(one.maxMarks()), one.rationale(),
        one.basis().stream().map(basis -> new BasisView(basis.law(), basis.version(), basis.article(), basis.quote())).toList());
  }
}
