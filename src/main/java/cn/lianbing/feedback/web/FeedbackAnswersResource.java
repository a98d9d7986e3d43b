package cn.lianbing.feedback.web;

import cn.lianbing.feedback.FeedbackGiving;
import cn.lianbing.feedback.FeedbackQuestion;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.Public;
import jakarta.json.bind.annotation.JsonbCreator;
import java.time.OffsetDateTime;
import java.util.List;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answering with a ticket. Nobody is signed in here: a token or cookie that comes along is not looked at. */
@Path("/feedback-answers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Public
@Tag(name = "feedback")
@APIResponse(responseCode = "409", description = "feedback-ticket, feedback-used, feedback-closed")
public class FeedbackAnswersResource {
  @Inject FeedbackGiving giving;

  public record TicketInput(String ticket) {
    @JsonbCreator
    public TicketInput {}
  }

  /** scores: five from 1 to 5 in the questions' order; remark may be missing */
  public record FeedbackInput(String ticket, List<Integer> scores, String remark) {
    @JsonbCreator
    public FeedbackInput {}
  }

  public record FeedbackFormView(long sessionId, String title, OffsetDateTime from, String place, OffsetDateTime closesAt, List<FeedbackQuestion> questions) {}

  @POST
  @Path("form")
  @Operation(summary = "The form that a ticket opens", description = "A POST, so that the ticket stands in no address and no log.")
  @APIResponse(responseCode = "200", description = "The form")
  public FeedbackFormView form(TicketInput input) {
    FeedbackGiving.Asked asked = giving.asked(Asked.body(input).ticket());
    return new FeedbackFormView(asked.sessionId(), asked.title(), Times.offset(asked.from()), asked.place(), Times.offset(asked.closesAt()), asked.questions());
  }

  @POST
  @Operation(summary = "Answer, once", description = "Stored without person, address or time.")
  @APIResponse(responseCode = "204", description = "Stored")
  @APIResponse(responseCode = "422", description = "invalid")
  public void give(FeedbackInput input) {
    giving.give(Asked.body(input).ticket(), new FeedbackGiving.Given(input.scores(), input.remark()));
  }
}
