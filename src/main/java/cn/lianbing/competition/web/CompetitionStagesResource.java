package cn.lianbing.competition.web;

import cn.lianbing.competition.CompetitionPlanning;
import cn.lianbing.competition.Entrants;
import cn.lianbing.competition.Excuses;
import cn.lianbing.competition.LiveBoard;
import cn.lianbing.competition.Score;
import cn.lianbing.competition.StageScores;
import cn.lianbing.competition.ranking.Advancing;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Marks;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.Answers;
import cn.lianbing.platform.web.Asked;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Listing;
import cn.lianbing.platform.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stages: who stands in them, their draw, judges' scores, and how far an exam has come. */
@Path("/competition-stages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Roles("EXAM_ADMIN")
@Tag(name = "competition")
public class CompetitionStagesResource {
  @Inject CompetitionPlanning planning;
  @Inject Entrants entrants;
  @Inject Advancing advancing;
  @Inject StageScores scores;
  @Inject Excuses excuses;
  @Inject LiveBoard liveBoard;
  @Inject CurrentUser user;

  public record EnteredView(int entered) {}

  public record WildcardInput(Long id, String reason) {
    @JsonbCreator
    public WildcardInput {}
  }

  public record DrawInput(String seed, Integer groups) {
    @JsonbCreator
    public DrawInput {}
  }

  public record ScoreInput(String judge, BigDecimal score, String reason) {
    @JsonbCreator
    public ScoreInput {}
  }

  public record SecondInput(BigDecimal score) {
    @JsonbCreator
    public SecondInput {}
  }

  public record SecondView(Score.State state) {}

  public record SuddenDeathInput(Integer order, String reason) {
    @JsonbCreator
    public SuddenDeathInput {}
  }

  public record LiveInput(Boolean shown) {
    @JsonbCreator
    public LiveInput {}
  }

  public record ExcuseInput(Long officerId, String reason) {
    @JsonbCreator
    public ExcuseInput {}
  }

  public record ExcuseAsked(long id) {}

  @PUT
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "Change a stage in which nobody stands yet")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "409", description = "stage-begun")
  @APIResponse(responseCode = "422", description = "invalid")
  public void change(@PathParam("id") long id, CompetitionInputs.StageInput input) {
    planning.changeStage(user.caller(), id, Asked.body(input).plan());
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "Remove the last stage of what is only planned")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "409", description = "competition-published, stage-not-last")
  public void remove(@PathParam("id") long id) {
    planning.removeStage(user.caller(), id);
  }

  @GET
  @Path("{id: \\d{1,18}}/entrants")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "Who stands in a stage, with the draw and the digits it sorted by", description = "The draw again: for each entrant SHA-256 of seed, colon and label; in the order of the hexadecimal digits they get numbers 1, 2, 3 …, and groups in turn.")
  @APIResponse(responseCode = "200", description = "A page of entrants")
  public Page<Entrants.EntrantRow> entrants(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(entrants.of(user.caller(), id));
  }

  @GET
  @Path("{id: \\d{1,18}}/advancement")
  @Operation(summary = "The places of the stage before, with who of them goes on and by what", description = "way: GROUP, TOP, QUOTA; missing for who does not go on.")
  @APIResponse(responseCode = "200", description = "A page of the list")
  @APIResponse(responseCode = "409", description = "stage-not-closed, stage-open-to-all")
  public Page<Advancing.AdvanceRow> advancement(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(advancing.preview(user.caller(), id));
  }

  @POST
  @Path("{id: \\d{1,18}}/entrants")
  @Operation(summary = "Open the stage with those who go on, or with all who registered")
  @APIResponse(responseCode = "200", description = "How many stand in it")
  @APIResponse(responseCode = "409", description = "stage-begun, stage-not-closed, registration-open, nobody-advances, competition-not-published")
  public EnteredView enter(@PathParam("id") long id) {
    return new EnteredView(advancing.advance(user.caller(), id));
  }

  @POST
  @Path("{id: \\d{1,18}}/wildcards")
  @Operation(summary = "Let somebody of the list before go on whom no rule takes", description = "id: of the list's row.")
  @APIResponse(responseCode = "204", description = "Entered")
  @APIResponse(responseCode = "409", description = "wildcards-used, stage-not-open, competition-drawn")
  @APIResponse(responseCode = "422", description = "invalid")
  public void wildcard(@PathParam("id") long id, WildcardInput input) {
    if (Asked.body(input).id() == null) throw Invalid.field("id", "required");
    advancing.wildcard(user.caller(), id, input.id(), input.reason());
  }

  @POST
  @Path("{id: \\d{1,18}}/draw")
  @Operation(summary = "Draw numbers and groups with a seed that is published; once")
  @APIResponse(responseCode = "200", description = "The entrants by number")
  @APIResponse(responseCode = "409", description = "competition-drawn, stage-not-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public Page<Entrants.EntrantRow> draw(@PathParam("id") long id, DrawInput input, @BeanParam Listing listing) {
    return listing.cut(entrants.draw(user.caller(), id, Asked.body(input).seed(), input.groups() == null ? 1 : input.groups()));
  }

  @GET
  @Path("{id: \\d{1,18}}/scores")
  @Operation(summary = "Judges' scores", description = "A score that somebody else entered and that waits to be read again has no figure. mean: hundredths of a mark.")
  @APIResponse(responseCode = "200", description = "A page, one item an entrant")
  public Page<StageScores.ScoreSheet> scores(@PathParam("id") long id, @BeanParam Listing listing) {
    return listing.cut(scores.sheets(user.caller(), id));
  }

  @POST
  @Path("entrants/{entrant: \\d{1,18}}/scores")
  @Operation(summary = "Enter what a judge's sheet says", description = "reason: for what replaces a confirmed score.")
  @APIResponse(responseCode = "204", description = "Entered")
  @APIResponse(responseCode = "409", description = "stage-not-open; changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid")
  public void enterScore(@PathParam("entrant") long entrant, ScoreInput input) {
    scores.enter(user.caller(), entrant, Asked.body(input).judge(), tenths(input.score()), input.reason());
  }

  @POST
  @Path("scores/{score: \\d{1,18}}/second")
  @Operation(summary = "Enter it again from the sheet, as another person")
  @APIResponse(responseCode = "200", description = "CONFIRMED, or DIFFERS: both figures are shown from then on")
  @APIResponse(responseCode = "409", description = "score-second-person, score-confirmed")
  @APIResponse(responseCode = "422", description = "invalid")
  public SecondView second(@PathParam("score") long score, SecondInput input) {
    return new SecondView(scores.again(user.caller(), score, tenths(Asked.body(input).score())));
  }

  @PUT
  @Path("entrants/{entrant: \\d{1,18}}/sudden-death")
  @Operation(summary = "The order in sudden death, 1 the best; none takes it back")
  @APIResponse(responseCode = "204", description = "Kept")
  @APIResponse(responseCode = "409", description = "stage-not-open")
  @APIResponse(responseCode = "422", description = "invalid")
  public void suddenDeath(@PathParam("entrant") long entrant, SuddenDeathInput input) {
    scores.decide(user.caller(), entrant, Asked.body(input).order(), input.reason());
  }

  @POST
  @Path("{id: \\d{1,18}}/closing")
  @Operation(summary = "Close a stage of which all scores are in")
  @APIResponse(responseCode = "204", description = "Closed")
  @APIResponse(responseCode = "409", description = "scores-open, exam-not-over, stage-not-open")
  public void close(@PathParam("id") long id) {
    scores.close(user.caller(), id);
  }

  @POST
  @Path("{id: \\d{1,18}}/excuses")
  @Roles({"UNIT_ADMIN", "EXAM_ADMIN"})
  @Operation(summary = "Ask that an officer within reach be excused")
  @APIResponse(responseCode = "201", description = "Asked")
  @APIResponse(responseCode = "409", description = "excuse-decided, stage-closed")
  @APIResponse(responseCode = "422", description = "invalid")
  @Answers(ExcuseAsked.class)
  public Response excuse(@PathParam("id") long id, ExcuseInput input) {
    if (Asked.body(input).officerId() == null) throw Invalid.field("officerId", "required");
    return Response.status(201).entity(new ExcuseAsked(excuses.ask(user.caller(), id, input.officerId(), input.reason()))).build();
  }

  @PUT
  @Path("{id: \\d{1,18}}/live-board")
  @Operation(summary = "Show or hide how far each unit has come while the exam runs")
  @APIResponse(responseCode = "204", description = "Kept")
  public void show(@PathParam("id") long id, LiveInput input) {
    planning.showLive(user.caller(), id, Boolean.TRUE.equals(Asked.body(input).shown()));
  }

  @GET
  @Path("{id: \\d{1,18}}/live-board")
  @Roles({"OFFICER", "TRAINER", "UNIT_ADMIN", "EXAM_ADMIN", "SUPERVISOR", "AUDITOR", "SYSTEM_ADMIN"})
  @Operation(summary = "How many of each unit have begun and handed in; no person, no score", description = "Does not exist unless it is switched on.")
  @APIResponse(responseCode = "200", description = "The board")
  public LiveBoard.LiveView live(@PathParam("id") long id) {
    return liveBoard.of(user.caller(), id);
  }

  private static int tenths(BigDecimal score) {
    if (score == null || score.abs().compareTo(BigDecimal.valueOf(10_000)) > 0 || score.stripTrailingZeros().scale() > 1) throw Invalid.field("score", "marks");
    return score.signum() < 0 ? -Marks.tenths(score.negate(), "score") : Marks.tenths(score, "score");
  }
}
