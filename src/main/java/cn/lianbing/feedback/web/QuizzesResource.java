package cn.lianbing.feedback.web;

import cn.lianbing.feedback.QuizTaking;
import cn.lianbing.feedback.Quizzes;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Roles;
import jakarta.json.bind.annotation.JsonbCreator;
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

/** Quizzes before and after sessions, by the session's id. */
@Path("/quizzes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
@APIResponse(responseCode = "401", description = "not-signed-in")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not-found")
public class QuizzesResource {
  @Inject Quizzes quizzes;
  @Inject QuizTaking taking;
  @Inject CurrentUser user;

  /** right answers of asked ones, over those who sat both parts; percent, and points between them */
  public record GainView(String topic, int asked, int before, int after, int percentBefore, int percentAfter, int points) {}

  public record QuizView(long sessionId, List<String> topics, int perTopic, OffsetDateTime afterUntil, int before, int after, int both, List<GainView> gains) {}

  public record QuizInput(Long sessionId, List<String> topics, Integer perTopic) {
    @JsonbCreator
    public QuizInput {}
  }

  public record QuizSheetView(long sessionId, String title, String part, OffsetDateTime until, List<QuizTaking.Question> questions) {}

  public record QuizSheetInput(List<QuizTaking.Answer> answers) {
    @JsonbCreator
    public QuizSheetInput {}
  }

  public record Outcomes(List<QuizTaking.Outcome> items) {}

  @POST
  @Roles({"TRAINER", "UNIT_ADMIN"})
  @Operation(summary = "Make a quiz for a session that has not begun", description = "Two forms of as many questions of each topic are drawn from the bank.")
  @APIResponse(responseCode = "201", description = "Made")
  @APIResponse(responseCode = "409", description = "quiz-exists, quiz-late, feedback-session")
  @APIResponse(responseCode = "422", description = "invalid: topics, perTopic, or too few questions of a topic")
  public Response make(QuizInput input) {
    if (Asked.body(input).sessionId() == null) throw new NotFound("trainingSession", null);
    quizzes.make(user.caller(), input.sessionId(), input.topics(), input.perTopic() == null ? 0 : input.perTopic());
    return Response.status(201).entity(one(input.sessionId())).build();
  }

  @GET
  @Path("{sessionId}")
  @Roles({"TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "SYSTEM_ADMIN"})
  @Operation(summary = "A session's quiz and the gain of each topic", description = "gains is empty until the quiz is over and at least five sat both parts.")
  @APIResponse(responseCode = "200", description = "The quiz")
  public QuizView one(@PathParam("sessionId") long sessionId) {
    Quizzes.View view = quizzes.view(user.caller(), sessionId).orElseThrow(() -> new NotFound("quiz", sessionId));
    return new QuizView(sessionId, view.topics(), view.perTopic(), Times.offset(view.afterUntil()), view.before(), view.after(), view.both(), view.gains().stream().map(one -> new GainView(one.topic(), one.asked(), one.before(), one.after(), one.percentBefore(), one.percentAfter(), one.points())).toList());
  }

  @GET
  @Path("{sessionId}/sheet")
  @Roles("OFFICER")
  @Operation(summary = "The part that the caller can sit now", description = "No key is in it.")
  @APIResponse(responseCode = "200", description = "The questions")
  @APIResponse(responseCode = "409", description = "quiz-pause, quiz-over, quiz-handed-in")
  public QuizSheetView sheet(@PathParam("sessionId") long sessionId) {
    QuizTaking.Sheet sheet = taking.sheet(user.caller(), sessionId);
    return new QuizSheetView(sessionId, sheet.title(), sheet.part().name(), Times.offset(sheet.until()), sheet.questions());
  }

  @POST
  @Path("{sessionId}/sheets")
  @Roles("OFFICER")
  @Operation(summary = "Hand in the part that can be sat now", description = "Keys and reasons come with the second part alone.")
  @APIResponse(responseCode = "201", description = "How many were right")
  @APIResponse(responseCode = "409", description = "quiz-pause, quiz-over, quiz-handed-in")
  @APIResponse(responseCode = "422", description = "invalid")
  public Response handIn(@PathParam("sessionId") long sessionId, QuizSheetInput input) {
    return Response.status(201).entity(taking.handIn(user.caller(), sessionId, Asked.body(input).answers())).build();
  }

  @GET
  @Path("{sessionId}/sheets")
  @Roles("OFFICER")
  @Operation(summary = "What the caller handed in")
  @APIResponse(responseCode = "200", description = "None, one or two parts")
  public Outcomes outcomes(@PathParam("sessionId") long sessionId) {
    return new Outcomes(taking.outcome(user.caller(), sessionId));
  }
}
