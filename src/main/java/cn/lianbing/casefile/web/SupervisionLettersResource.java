package cn.lianbing.casefile.web;

import cn.lianbing.casefile.LetterPrint;
import cn.lianbing.casefile.LetterWriting;
import cn.lianbing.casefile.SupervisionLetter;
import cn.lianbing.casefile.SupervisionLetters;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letters of the supervision: of opinion, and of decision where the first was not acted upon in time. */
@Path("/supervision-letters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles({"SUPERVISOR", "UNIT_ADMIN", "AUDITOR", "SYSTEM_ADMIN"})
@Tag(name = "casefile")
public class SupervisionLettersResource {
  @Inject SupervisionLetters letters;
  @Inject LetterWriting writing;
  @Inject CurrentUser user;

  public record AnswerInput(String report) {
    @JsonbCreator
    public AnswerInput {}
  }

  /** accepted false: reason is needed; deadline: a new one, or the old stays */
  public record JudgementInput(Boolean accepted, String reason, LocalDate deadline) {
    @JsonbCreator
    public JudgementInput {}
  }

  /** measure: REVOKE or CORRECT */
  public record DecisionInput(String number, String measure, String content, LocalDate deadline) {
    @JsonbCreator
    public DecisionInput {}
  }

  public record Created(long id) {}

  @GET
  @Operation(summary = "Letters within reach, the most urgent first", description = "which: OPEN (where it is not given), OVERDUE, ALL.")
  @APIResponse(responseCode = "200", description = "A page of letters")
  public Page<SupervisionLetters.Row> list(@QueryParam("which") String which, @QueryParam("unit") String unit, @QueryParam("batch") String batch, @BeanParam Listing listing) {
    SupervisionLetters.Which those = Asked.one(SupervisionLetters.Which.class, which);
    return letters.page(user.caller(), those == null ? SupervisionLetters.Which.OPEN : those, Asked.id(unit), Asked.id(batch), listing.request());
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A letter with its opinions and what was done with it")
  @APIResponse(responseCode = "200", description = "The letter")
  public SupervisionLetters.Whole one(@PathParam("id") long id) {
    return letters.whole(user.caller(), id);
  }

  @GET
  @Path("{id}/letter.pdf")
  @Produces(Download.PDF)
  @Operation(summary = "A letter to print, sign and seal")
  @APIResponse(responseCode = "200", description = "PDF")
  @APIResponse(responseCode = "409", description = "no-print-font")
  public Response print(@PathParam("id") long id) {
    SupervisionLetters.Whole letter = letters.whole(user.caller(), id);
    Texts chinese = Texts.in(Texts.CHINESE);
    StreamingOutput body = out -> LetterPrint.print(letter, chinese, out);
    return Response.ok(body).header("Content-Disposition", Download.disposition(chinese.get("casefile.kind." + letter.row().kind()) + letter.row().number() + ".pdf")).build();
  }

  @POST
  @Path("{id}/answer")
  @Roles("UNIT_ADMIN")
  @Operation(summary = "Report how the unit has acted")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "letter-answered, letter-accepted, letter-decided")
  @APIResponse(responseCode = "422", description = "invalid: report")
  public SupervisionLetters.Whole answer(@PathParam("id") long id, AnswerInput input) {
    writing.answer(user.caller(), id, Asked.body(input).report());
    return one(id);
  }

  @POST
  @Path("{id}/judgement")
  @Roles("SUPERVISOR")
  @Operation(summary = "Accept an answer, or send it back")
  @APIResponse(responseCode = "200", description = "As it is now")
  @APIResponse(responseCode = "409", description = "letter-not-answered")
  @APIResponse(responseCode = "422", description = "invalid: accepted, reason, deadline")
  public SupervisionLetters.Whole judge(@PathParam("id") long id, JudgementInput input) {
    if (Asked.body(input).accepted() == null) throw Invalid.field("accepted", "required");
    if (input.accepted()) writing.accept(user.caller(), id);
    else writing.sendBack(user.caller(), id, input.reason(), input.deadline());
    return one(id);
  }

  @POST
  @Path("{id}/decision")
  @Roles("SUPERVISOR")
  @Operation(summary = "Issue the letter of decision", description = "Only after the deadline of a letter of opinion, while no accepted answer and no answer that waits is there (article 43).")
  @APIResponse(responseCode = "201", description = "Issued")
  @APIResponse(responseCode = "409", description = "deadline-not-over, answer-waits, letter-accepted, letter-decided, decision-of-decision")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(Created.class)
  public Response decide(@PathParam("id") long id, DecisionInput input) {
    SupervisionLetter.Measure measure = Asked.one(SupervisionLetter.Measure.class, "measure", Asked.body(input).measure());
    return Response.status(201).entity(new Created(writing.decision(user.caller(), id, input.number(), measure, input.content(), input.deadline()))).build();
  }
}
