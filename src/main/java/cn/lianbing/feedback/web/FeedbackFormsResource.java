package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackCollecting;
import cn.lianbing.feedback.FeedbackForm;
import cn.lianbing.feedback.FeedbackForms;
import cn.lianbing.feedback.FeedbackGiving;
import cn.lianbing.feedback.FeedbackQuestion;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feedback on sessions, for those who organise them; and the tickets for those who came. */
@Path("/feedback-forms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
@Tag(name = "feedback")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
public class FeedbackFormsResource {
  @Inject FeedbackForms forms;
  @Inject FeedbackCollecting collecting;
  @Inject FeedbackGiving giving;
  @Inject CurrentUser user;

  /** satisfaction and lecturerRating from 1 to 5, null while they are not shown. */
  public record FeedbackFormRow(long sessionId, Integer number, String title, OffsetDateTime from, String host, String place, String lecturers, Integer came, String state, OffsetDateTime closesAt, int answers, BigDecimal satisfaction, BigDecimal lecturerRating, boolean quiz, int openTasks) {}

  /** counts: how many answered 1, 2, 3, 4, 5 */
  public record FeedbackAnswersView(String text, FeedbackQuestion.About about, List<Integer> counts, BigDecimal mean) {}

  public record FeedbackResultView(long sessionId, FeedbackForm.State state, OffsetDateTime closesAt, int answers, int slips, boolean shown, List<FeedbackAnswersView> questions, List<String> remarks) {}

  /** closesAt: a week from now where it is missing */
  public record FeedbackFormInput(Long sessionId, Long templateId, OffsetDateTime closesAt) {
    @JsonbCreator
    public FeedbackFormInput {}
  }

  public record SlipsInput(Integer count) {
    @JsonbCreator
    public SlipsInput {}
  }

  public record Tickets(List<String> tickets) {}

  public record Ticket(String ticket) {}

  @GET
  @Operation(summary = "Sessions that began, with their feedback", description = "state: OPEN, CLOSED or NONE. answers counts; satisfaction appears once a form is closed with at least five.")
  @APIResponse(responseCode = "200", description = "A page of sessions")
  public Page<FeedbackFormRow> list(@QueryParam("state") String state, @BeanParam Listing listing) {
    Wanted wanted = Asked.one(Wanted.class, state);
    Page<FeedbackForms.Row> page = forms.page(user.caller(), wanted == null ? null : wanted.name(), listing.request());
    return new Page<>(page.items().stream().map(FeedbackFormsResource::view).toList(), page.total(), page.page(), page.size());
  }

  enum Wanted { OPEN, CLOSED, NONE }

  @POST
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Begin to collect feedback on a session", description = "Those who came hear of it.")
  @APIResponse(responseCode = "201", description = "It is open")
  @APIResponse(responseCode = "409", description = "feedback-early, feedback-session, feedback-exists")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response open(FeedbackFormInput input) {
    if (Asked.body(input).sessionId() == null) throw new NotFound("trainingSession", null);
    if (input.templateId() == null) throw new NotFound("feedbackTemplate", null);
    collecting.open(user.caller(), input.sessionId(), input.templateId(), input.closesAt() == null ? null : input.closesAt().toInstant());
    return Response.status(201).entity(result(input.sessionId())).build();
  }

  @GET
  @Path("{sessionId}")
  @Operation(summary = "What came of a form", description = "Questions and remarks are empty until it is closed with at least five answers.")
  @APIResponse(responseCode = "200", description = "The result")
  public FeedbackResultView result(@PathParam("sessionId") long sessionId) {
    FeedbackForms.Result result = forms.result(user.caller(), sessionId).orElseThrow(() -> new NotFound("feedbackForm", sessionId));
    return new FeedbackResultView(sessionId, result.state(), Times.offset(result.closesAt()), result.answers(), result.slips(), result.shown(), result.questions().stream().map(one -> new FeedbackAnswersView(one.text(), one.about(), one.counts(), hundredths(one.mean()))).toList(), result.remarks());
  }

  @POST
  @Path("{sessionId}/closing")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Close a form before its time, for good")
  @APIResponse(responseCode = "200", description = "The result")
  @APIResponse(responseCode = "409", description = "feedback-closed")
  public FeedbackResultView close(@PathParam("sessionId") long sessionId) {
    collecting.close(user.caller(), sessionId);
    return result(sessionId);
  }

  @POST
  @Path("{sessionId}/slips")
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Tickets to be printed and handed out", description = "Each answers once. They are shown this once and kept nowhere.")
  @APIResponse(responseCode = "201", description = "The tickets")
  @APIResponse(responseCode = "409", description = "feedback-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response slips(@PathParam("sessionId") long sessionId, SlipsInput input) {
    return Response.status(201).entity(new Tickets(collecting.slips(user.caller(), sessionId, Asked.body(input).count() == null ? 0 : input.count()))).build();
  }

  @POST
  @Path("{sessionId}/tickets")
  @Roles("OFFICER")
  @Operation(summary = "Take the own ticket for a session that one came to", description = "Once. Which ticket it is, is kept nowhere; answer with it at /feedback-answers, without signing in.")
  @APIResponse(responseCode = "201", description = "The ticket")
  @APIResponse(responseCode = "409", description = "feedback-drawn, feedback-closed")
  public Response ticket(@PathParam("sessionId") long sessionId) {
    return Response.status(201).entity(new Ticket(giving.draw(user.caller(), sessionId))).build();
  }

  private static FeedbackFormRow view(FeedbackForms.Row row) {
    return new FeedbackFormRow(row.sessionId(), row.number(), row.title(), Times.offset(row.from()), row.host(), row.place(), row.lecturers(), row.came(), row.state() == null ? "NONE" : row.state().name(), offset(row.closesAt()), row.answers(), hundredths(row.overall()), hundredths(row.lecturer()), row.quiz(), row.openTasks());
  }

  private static OffsetDateTime offset(Instant time) {
    return time == null ? null : Times.offset(time);
  }

  private static BigDecimal hundredths(Integer value) {
    return value == null ? null : BigDecimal.valueOf(value, 2);
  }
}
