package cn.lianbing.exam.web;

import cn.lianbing.exam.Band;
import cn.lianbing.exam.ExamPlan;
import cn.lianbing.exam.ExamScheduling;
import cn.lianbing.exam.Invigilation;
import cn.lianbing.exam.MultipleRule;
import cn.lianbing.exam.Release;
import cn.lianbing.exam.HandInCheck;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.exam.Subject;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holding exams: scheduling, watching, extra time, voiding, releasing. A unit administrator reaches exams of the own subtree only. */
@Path("/exams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"EXAM_ADMIN", "UNIT_ADMIN"})
@Tag(name = "holding exams")
@APIResponse(responseCode = "404", description = "not-found: no such exam, or beyond the caller's unit")
public class ExamSchedulingResource {
  @Inject ExamScheduling scheduling;
  @Inject Invigilation invigilation;
  @Inject HandInCheck check;
  @Inject CurrentUser user;

  public record BandBody(String name, BigDecimal from) {
    @JsonbCreator
    public BandBody {}
  }

  /** Left out: 60 minutes, one attempt, 80 to pass, STRICT, AT_CLOSING, the usual bands. */
  public record PlanBody(String title, @Schema(type = SchemaType.STRING, enumeration = {"PUBLIC", "PROFESSIONAL"}) String subject, Long blueprintId, OffsetDateTime opensAt, OffsetDateTime closesAt, Integer durationMinutes, Integer attemptsAllowed, BigDecimal passMark, List<BandBody> bands, String multipleRule, Integer leavesAllowed, String release, List<Long> unitIds, List<Long> officerIds) {
    @JsonbCreator
    public PlanBody {}

    ExamPlan plan() {
      if (blueprintId == null) throw Invalid.field("blueprintId", "required");
      return new ExamPlan(title, Asked.one(Subject.class, "subject", subject), blueprintId, opensAt == null ? null : opensAt.toInstant(), closesAt == null ? null : closesAt.toInstant(), durationMinutes == null ? ExamPlan.DURATION_MINUTES : durationMinutes, attemptsAllowed == null ? 1 : attemptsAllowed,
          passMark == null ? ExamPlan.PASS_MARK : Marks.tenths(passMark, "passMark"), bands == null ? List.of() : bands.stream().map(band -> new Band(band.name(), Marks.tenths(band.from(), "bands"))).toList(),
          constant(MultipleRule.class, multipleRule, MultipleRule.STRICT, "multipleRule"), leavesAllowed, constant(Release.class, release, Release.AT_CLOSING, "release"), unitIds, officerIds);
    }
  }

  public record SubjectBody(@Schema(type = SchemaType.STRING, enumeration = {"PUBLIC", "PROFESSIONAL"}) String subject) {
    @JsonbCreator
    public SubjectBody {}
  }

  public record ReasonBody(String reason) {
    @JsonbCreator
    public ReasonBody {}
  }

  public record Id(long id) {}

  public record SeatView(long officerId, String name, String unit, String excusedReason, Long attemptId, String state, int answered, OffsetDateTime lastSeen, OffsetDateTime deadline, OffsetDateTime submittedAt, int leavesUsed, int extraMinutes) {}

  public record BoardView(long examId, String title, String state, int questions, Integer leavesAllowed, OffsetDateTime serverTime, long notStarted, long sitting, long handedIn, long excused, long voided, List<SeatView> seats) {}

  @POST
  @Operation(summary = "Schedule an exam", description = "Says at once, for each line of the blueprint, where the bank has too few items.")
  @APIResponse(responseCode = "201", description = "Scheduled")
  @Answers(Id.class)
  @APIResponse(responseCode = "422", description = "invalid")
  public Response schedule(PlanBody body) {
    return Response.status(201).entity(new Id(scheduling.schedule(user.caller(), given(body).plan()))).build();
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Change an exam before it opens")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", description = "exam-started")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, PlanBody body) {
    scheduling.change(user.caller(), id, given(body).plan());
  }

  @POST
  @Path("/{id}/resits")
  @Operation(summary = "Schedule a resit for those who did not pass")
  @APIResponse(responseCode = "201", description = "Scheduled")
  @Answers(Id.class)
  @APIResponse(responseCode = "409", description = "exam-not-over, nobody-failed")
  public Response resit(@PathParam("id") long id, PlanBody body) {
    return Response.status(201).entity(new Id(scheduling.scheduleResit(user.caller(), id, given(body).plan()))).build();
  }

  @POST
  @Path("/{id}/cancellation")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Cancel an exam before it opens")
  @APIResponse(responseCode = "204", description = "Cancelled")
  @APIResponse(responseCode = "409", description = "exam-started")
  public void cancel(@PathParam("id") long id) {
    scheduling.cancel(user.caller(), id);
  }

  @POST
  @Path("/{id}/release")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Release results by hand")
  @APIResponse(responseCode = "204", description = "Released")
  @APIResponse(responseCode = "409", description = "exam-not-over")
  public void release(@PathParam("id") long id) {
    scheduling.release(user.caller(), id);
  }

  @PUT
  @Path("/{id}/subject")
  @Roles("EXAM_ADMIN")
  @Operation(summary = "Say what passing the exam counts for", description = "PUBLIC 公共法律知识, PROFESSIONAL 专业法律知识, or null for nothing; also when it is over.")
  @APIResponse(responseCode = "204", description = "Said")
  public void subject(@PathParam("id") long id, SubjectBody body) {
    scheduling.classify(user.caller(), id, Asked.one(Subject.class, "subject", Asked.body(body).subject()));
  }

  @GET
  @Path("/{id}/candidates")
  @Operation(summary = "The candidates within the caller's reach")
  @APIResponse(responseCode = "200", description = "A page of candidates")
  public Page<ExamScheduling.CandidateRow> candidates(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(scheduling.candidates(user.caller(), id));
  }

  @PUT
  @Path("/{id}/candidates/{officer}/excuse")
  @Operation(summary = "Excuse a candidate, or with reason null take it back", description = "Excused candidates are not expected and do not count as absent.")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "422", description = "invalid")
  public void excuse(@PathParam("id") long id, @PathParam("officer") long officer, ReasonBody body) {
    scheduling.excuse(user.caller(), id, officer, body == null ? null : body.reason());
  }

  @GET
  @Path("/{id}/integrity")
  @Operation(summary = "Follow every journal and every seal of an exam", description = "intact: no stored answer, journal or hand-in was changed past the program. unsealed counts hand-ins from before there were seals.")
  @APIResponse(responseCode = "200", description = "What was found; at most 200 findings")
  public HandInCheck.Report integrity(@PathParam("id") long id) {
    return Download.inTurn(() -> check.check(user.caller(), id));
  }

  @GET
  @Path("/{id}/board")
  @Roles({"EXAM_ADMIN", "UNIT_ADMIN", "TRAINER"})
  @Operation(summary = "Who has not started, is sitting, has handed in, how far, when last seen")
  @APIResponse(responseCode = "200", description = "The live board")
  public BoardView board(@PathParam("id") long id) {
    Invigilation.Board board = invigilation.board(user.caller(), id);
    return new BoardView(board.examId(), board.title(), board.phase().name(), board.questions(), board.leavesAllowed(), Times.offset(board.serverTime()), board.count("NOT_STARTED"), board.count("SITTING"), board.count("HANDED_IN"), board.count("EXCUSED"), board.count("VOIDED"), board.seats().stream().map(ExamSchedulingResource::seat).toList());
  }

  private static PlanBody given(PlanBody body) {
    if (body == null) throw Invalid.field("title", "required");
    return body;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise, String field) {
    if (name == null) return otherwise;
    for (E one : type.getEnumConstants()) if (one.name().equals(name)) return one;
    throw Invalid.field(field, "choice");
  }

  private static SeatView seat(Invigilation.Seat one) {
    return new SeatView(one.officerId(), one.name(), one.unit(), one.excusedReason(), one.attemptId(), one.state() == null ? null : one.state().name(), one.answered(), Times.offset(one.lastSeen()), Times.offset(one.deadline()), Times.offset(one.submittedAt()), one.leaves(), one.extraMinutes());
  }
}
